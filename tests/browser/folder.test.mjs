/** The folder of the delivery, wherever somebody puts it. */
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { a_reader } from "./reader.mjs";
import { report } from "./report.mjs";
import { delivery, open_site } from "./site.mjs";

const WHITE_PAPER = report("white-paper-2022");
const STORY = report("story-2021");

const reader = a_reader();
let site;
// A worker that is still being fetched when its site goes away would complain in the next test.
afterEach(async () => {
  await reader.comes_true("no worker on its way", () => reader.run(async () =>
    document.querySelector('script[src$="offline.js"]') === null
    || (await navigator.serviceWorker.getRegistration())?.active?.state === "activated"), true);
  await site?.go_away();
});

for (const [where, options] of [
  ["at the root of a site", {}],
  ["below a path", { path: "/esg/2022/" }],
  ["below a path with spaces and Hangul", { path: "/보고서 모음/2022/" }],
  ["on a host that knows no types", { types: { wasm: "application/octet-stream", webmanifest: "binary/octet-stream" } }],
  ["on a host that sends none of its headers", { headers: {} }],
]) {
  test(`the report is read, searched and linked to ${where}`, async () => {
    site = await open_site(await delivery(), options);
    await reader.open_address(site.address);
    await reader.see_title(WHITE_PAPER.title.ko);
    await reader.search("마스크");
    await reader.turn_to(STORY.id);
    await reader.see_title(STORY.title.ko);
    const named = async () => (await reader.address()).searchParams.get("report");
    await reader.comes_true("the report in the address", named, STORY.id);
    await reader.open_address(await reader.address());
    await reader.see_title(STORY.title.ko);
    await reader.see_query("마스크");
  });

  test(`the iframe's page works ${where}`, async () => {
    site = await open_site(await delivery(), options);
    await reader.open_address(`${site.address}embed.html?report=story-2021&lang=en`);
    await reader.see_title(STORY.title.en);
  });

  test(`nothing is asked for that is not there, ${where}`, async () => {
    site = await open_site(await delivery(), options);
    await reader.open_address(site.address);
    assert.deepEqual(site.asked.filter((name) => name !== "" && !site.files.has(name)), []);
  });
}

test("each file that gets smaller has its packed copies beside it", async () => {
  const files = await delivery();
  // What has a line or two gets no smaller.
  const texts = [...files].filter(([name, { length }]) => /\.(html|css|js|wasm|webmanifest)$/.test(name) && length > 150).map(([name]) => name);
  assert.ok(texts.length > 8, `${texts}`);
  for (const name of texts) {
    for (const copy of [`${name}.br`, `${name}.gz`]) {
      assert.ok(files.has(copy), `${copy} is missing`);
      assert.ok(files.get(copy).length < files.get(name).length, copy);
    }
  }
});
