/** The standalone page after its first visit: without a network, and with a new version. */
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { next_version, offline_words } from "./offline.mjs";
import { a_reader } from "./reader.mjs";
import { report } from "./report.mjs";
import { delivery, integrity, open_site } from "./site.mjs";
import { in_studio } from "./studio.mjs";

const WHITE_PAPER = report("white-paper-2022");
const STORY = report("story-2021");
const PATH = "/esg/2022/";
const CODE = "report-widget_bg.wasm";

const reader = a_reader();
let site;
beforeEach(async () => {
  site = await open_site(await delivery(), { path: PATH });
});
afterEach(() => site.go_away());

const { kept, look_for_version, see_caches, see_kept, see_no_offer, see_offer, take_offer, title, visit } = offline_words(reader, () => site);

test("after one visit the whole report is read without a network", async () => {
  await visit();
  await site.go_away();
  await reader.open_address(`${site.address}?report=${STORY.id}`);
  await reader.see_title(STORY.title.ko);
  await reader.turn_to(WHITE_PAPER.id);
  await reader.search("퀵");
  await reader.sees("a word that only the document prints", (root) => root.querySelector(".printed-words:not(:empty)") !== null, true);
  await reader.open_address(`${site.address}index.html`);
  await reader.see_title(WHITE_PAPER.title.ko);
  await reader.speak("en");
  await reader.see_title(WHITE_PAPER.title.en);
  assert.match(await reader.run(() => document.querySelector("report-widget").toCSV()), /^\uFEFFreport,/);
  await site.come_back();
});

test("after one visit the studio makes a report without a network", async () => {
  const studio = in_studio(reader);
  await studio.open("en", site.address);
  await see_kept();
  await site.go_away();
  await studio.open("en", site.address);
  await studio.drop(new URL("../../examples/example-co-2025.xlsx", import.meta.url).pathname);
  await studio.see_status("No problems.");
  await studio.see_preview("Example Co. Sustainability Report 2025 (fictional)");
  await studio.saved("The whole folder (ZIP)", "example-co-2025.zip");
  await site.come_back();
});

test("exactly the files of this version are kept, each as it was built", async () => {
  await visit();
  const [[, urls], ...others] = Object.entries(await kept());
  assert.deepEqual(others, []);
  const names = urls.map((url) => url.slice(site.address.length));
  for (const asked of new Set(site.asked)) {
    assert.ok(["", "sw.js"].includes(asked) || names.includes(asked), `${asked} is not kept`);
  }
  for (const away of ["report-widget.html", "embed.html", "sw.js", "VERSION", "_headers"]) {
    assert.ok(site.files.has(away) && !names.includes(away), away);
  }
  const digests = await reader.run(async (urls) => Promise.all(urls.map(async (url) => {
    const content = await (await caches.match(url)).arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
    return `sha256-${btoa(String.fromCharCode(...digest))}`;
  })), urls);
  assert.deepEqual(digests, names.map((name) => integrity(site.files.get(name))));
});

test("a new version is offered quietly, and switched to where the reader is", async () => {
  await visit();
  const before = await title();
  const card = WHITE_PAPER.cards[8].id;
  await reader.open_address(`${site.address}?card=${card}`);
  site.files = next_version(site.files);
  assert.equal(await look_for_version(), "installed");
  await see_offer();
  // Nothing has changed yet, also where the page is opened anew.
  await reader.open_address(`${site.address}?lang=ko&card=${card}`);
  await see_offer();
  assert.equal(await title(), before);
  await reader.speak("en");
  await reader.choose("part", String(WHITE_PAPER.cards[8].part));
  const chosen = async () => (await reader.address()).searchParams.get("filters");
  await reader.comes_true("the filter in the address", chosen, `part:${WHITE_PAPER.cards[8].part}`);
  const address = String(await reader.address());
  await reader.let_settle();
  const height = () => reader.run(() => Math.round(scrollY / 50));
  const place = await height();
  assert.ok(place > 4, `${place}`);

  await take_offer();
  await reader.comes_true("the next version", title, "The next version");
  await reader.see_drawn();
  assert.equal(String(await reader.address()), address);
  await reader.see_open_cards([card]);
  await reader.see_chosen([`part:${WHITE_PAPER.cards[8].part}`]);
  await see_caches(1);
  await see_no_offer();
  await reader.comes_true("the same place on the page", height, place);
  assert.match(await reader.run(async () => (await fetch("page.css")).text()), /\.next\{color:red\}$/);
});

test("the offer is made in the reader's language", async () => {
  await visit();
  await reader.open_address(`${site.address}?lang=en`);
  await reader.speak("en");
  site.files = next_version(site.files);
  assert.equal(await look_for_version(), "installed");
  await see_offer();
  assert.deepEqual(await reader.run(() => {
    const offer = document.querySelector(".fresh");
    return [offer.lang, offer.getAttribute("role"), offer.innerText.replace(/\s+/g, " ")];
  }), ["en", "status", "A new version is available. Update"]);
});

test("while a host is half way to the next version, the reader keeps this one whole", async () => {
  await visit();
  await reader.open_address(site.address);
  const before = [site.files, await title()];
  const next = next_version(site.files);
  site.files = new Map(next).set("page.css", before[0].get("page.css"));
  assert.equal(await look_for_version(), "redundant");
  await see_no_offer();
  await see_caches(1);
  site.files = new Map(next);
  site.files.delete(CODE);
  assert.equal(await look_for_version(), "redundant");
  await site.go_away();
  await reader.open_address(site.address);
  assert.equal(await title(), before[1]);
  await reader.see_count(WHITE_PAPER.cards.length);

  await site.come_back();
  site.files = next;
  assert.equal(await look_for_version(), "installed");
  await see_offer();
});

for (const [what, damage] of [
  ["a file is gone", (cache, place) => cache.delete(place)],
  ["a file is cut short", async (cache, place) => cache.put(place, new Response((await (await cache.match(place)).arrayBuffer()).slice(0, 1000)))],
  ["a file is another", (cache, place) => cache.put(place, new Response("not the program"))],
]) {
  for (const name of [CODE, "report-widget.js", "index.html"]) {
    test(`where ${what} from what was kept (${name}), the page works and everything is kept anew`, async () => {
      await visit();
      await reader.run(`const [name, place] = arguments;
        return caches.open(name).then((cache) => (${damage})(cache, place));`,
      Object.keys(await kept())[0], site.address + name);
      await reader.open_address(site.address);
      await reader.see_count(WHITE_PAPER.cards.length);
      const everything = async () => Object.values(await kept())[0]?.length;
      const listed = String(site.files.get("sw.js")).match(/"sha256-/g).length;
      await reader.comes_true("everything is kept", everything, listed);
      await site.go_away();
      await reader.open_address(site.address);
      await reader.see_count(WHITE_PAPER.cards.length);
      await site.come_back();
    });
  }
}

test("where the disk is full, the page is read as if there were no worker", async () => {
  const full = (quotaSize) => reader.driver.sendDevToolsCommand("Storage.overrideQuotaForOrigin", {
    origin: new URL(site.address).origin, quotaSize,
  });
  await full(10_000);
  await reader.open_address(site.address);
  await reader.see_count(WHITE_PAPER.cards.length);
  const settled = () => reader.run(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return Boolean(registration?.installing || registration?.active);
  });
  await reader.comes_true("the worker has given up", settled, false);
  assert.deepEqual(await kept(), {});
  await reader.open_address(`${site.address}?report=${STORY.id}`);
  await reader.see_title(STORY.title.ko);
  await full();
});

test("pages of others, and the iframe's page, get nothing from the worker, even in its folder", async () => {
  await visit();
  site.files.set("theirs.html", Buffer.from(`<!doctype html><meta charset=utf-8><link rel=icon href=data:,>
    <script type=module src=report-widget.js></script><report-widget></report-widget>`));
  for (const page of ["theirs.html", "embed.html"]) {
    site.asked.length = 0;
    await reader.open_address(site.address + page);
    assert.equal(await reader.run(() => navigator.serviceWorker.controller !== null), true);
    for (const name of [page, "report-widget.js", CODE]) assert.ok(site.asked.includes(name), `${page}: ${site.asked}`);
  }
});

test("what else the site keeps is left alone", async () => {
  await visit();
  await reader.run(async () => {
    await (await caches.open("theirs")).put("/theirs", new Response("theirs"));
    await (await caches.open("report-widget /esg/2021/ 0123")).put("/other", new Response("other"));
  });
  await reader.open_address(site.address);
  site.files = next_version(site.files);
  assert.equal(await look_for_version(), "installed");
  await see_offer();
  await take_offer();
  await reader.comes_true("the next version", title, "The next version");
  await see_caches(3);
  const names = Object.keys(await kept());
  assert.ok(names.includes("theirs") && names.includes("report-widget /esg/2021/ 0123"), `${names}`);
});

test("what installs the page is there: names, and icons that are what their drawings say", async () => {
  await reader.open_address(site.address);
  const { errors } = await reader.driver.sendAndGetDevToolsCommand("Page.getAppManifest");
  assert.deepEqual(errors, []);
  const { installabilityErrors } = await reader.driver.sendAndGetDevToolsCommand("Page.getInstallabilityErrors");
  assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito"), []);
  const manifest = JSON.parse(site.files.get("manifest.webmanifest"));
  assert.equal(manifest.name, WHITE_PAPER.title.ko);
  const raster = manifest.icons.filter(({ type }) => type === "image/png");
  assert.deepEqual(raster.map(({ sizes, purpose }) => `${sizes} ${purpose}`),
    ["192x192 any", "512x512 any", "192x192 maskable", "512x512 maskable"]);
  for (const { src, sizes, purpose } of raster) {
    const drawing = purpose === "any" ? "icon.svg" : "icons/maskable.svg";
    const far = await reader.run(async (src, drawing, side) => {
      const pixels = async (address) => {
        const image = new Image(side, side);
        image.src = address;
        await image.decode();
        const canvas = document.createElement("canvas");
        canvas.width = canvas.height = side;
        const context = canvas.getContext("2d");
        context.drawImage(image, 0, 0, side, side);
        return [image.naturalWidth, context.getImageData(0, 0, side, side).data];
      };
      const [[wide, one], [, other]] = [await pixels(src), await pixels(drawing)];
      let sum = 0;
      for (let at = 0; at < one.length; at += 1) sum += Math.abs(one[at] - other[at]);
      return [wide === side, sum / one.length];
    }, src, drawing, Number(sizes.split("x")[0]));
    assert.equal(far[0], true, src);
    assert.ok(far[1] < 1, `${src} is ${far[1]} of 255 away from ${drawing}`);
  }
});
