/** A reader's words for the standalone page that its service worker keeps, and for a new version of it. */
import assert from "node:assert/strict";
import { integrity } from "./site.mjs";

/** The same delivery with another title and style, as the build would make it. */
export function next_version(files) {
  const next = new Map(files);
  let worker = String(files.get("sw.js"));
  for (const [name, change] of [
    ["index.html", (page) => page.replace(/<title>[^<]*/, "<title>The next version")],
    ["page.css", (sheet) => `${sheet}\n.next{color:red}`],
  ]) {
    const content = Buffer.from(change(String(files.get(name))));
    assert.notDeepEqual(content, files.get(name));
    worker = worker.replace(integrity(files.get(name)), integrity(content));
    next.set(name, content);
  }
  const version_of = /(VERSION=")([0-9a-f]+)/;
  next.set("sw.js", Buffer.from(worker.replace(version_of, (_, is, version) => is + [...version].reverse().join(""))));
  return next;
}

/** The words; `site` gives the site where the page is read. */
export function offline_words(reader, site) {
  /** Reads the report once; its worker has kept it when this is over. */
  async function visit() {
    await reader.open_address(site().address);
    await see_kept();
  }
  const see_kept = () => reader.comes_true("the report is kept", () => reader.run(async () =>
    (await navigator.serviceWorker.getRegistration())?.active?.state), "activated");

  /** What is kept, by the names of caches. */
  const kept = () => reader.run(async () => Object.fromEntries(await Promise.all((await caches.keys()).map(
    async (name) => [name, (await (await caches.open(name)).keys()).map(({ url }) => url)]))));
  const see_caches = (count) => reader.comes_true(`${count} caches`, async () => Object.keys(await kept()).length, count);

  const title = () => reader.run(() => document.title);
  const see_offer = () => reader.comes_true("the offer", () => reader.run(() => document.querySelector(".fresh button") !== null), true);
  const see_no_offer = async () => assert.equal(await reader.run(() => document.querySelector(".fresh").textContent), "");
  /** Lets the worker look for a new version, and gives what comes of it. */
  const look_for_version = () => reader.run(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update();
    const worker = registration.installing ?? registration.waiting;
    if (!worker || worker.state === "installed") return worker?.state ?? "none";
    return new Promise((done) => worker.addEventListener("statechange", () => done(worker.state)));
  });
  const take_offer = async () => (await reader.driver.findElement({ css: ".fresh button" })).click();

  return { kept, look_for_version, see_caches, see_kept, see_no_offer, see_offer, take_offer, title, visit };
}
