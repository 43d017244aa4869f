/** What leaves the page: nothing. What the page's policy has to allow: next to nothing. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { a_reader } from "./reader.mjs";
import { report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const STORY = report("story-2021");
const WIDGET = '<report-widget report="white-paper-2022"></report-widget>';

const reader = a_reader();

/** Everything a reader can do. */
async function read_thoroughly() {
  await reader.choose("theme", "masks");
  await reader.search("마스크");
  await reader.clear();
  for (const { no } of WHITE_PAPER.parts) await reader.go_to_part(no);
  await reader.open_card(WHITE_PAPER.cards[0].id);
  await reader.click(`[data-card="${WHITE_PAPER.cards[0].id}"] .figures [data-trace] > summary`);
  await reader.click("[data-errata] > summary");
  await reader.speak("en");
  await reader.see_title(WHITE_PAPER.title.en);
  await reader.click(".foot .tools button:last-child");
  await reader.see_notice("Copied");
  await reader.turn_to(STORY.id);
  await reader.see_title(STORY.title.en);
  await reader.speak("ko");
  await reader.see_title(STORY.title.ko);
  await reader.turn_to(WHITE_PAPER.id);
  await reader.see_title(WHITE_PAPER.title.ko);
}

for (const [what, origin, open] of [
  ["the bundle's own page", () => new URL(process.env.REPORT_WIDGET_URL).origin, () => reader.open_report()],
  ["a page that embeds the widget", () => reader.origin, () => reader.open_page(WIDGET)],
]) {
  test(`not one request leaves the origin of ${what}, and none follows its first drawing`, async () => {
    await open();
    const first = await reader.requests();
    assert.ok(first.some((address) => address.endsWith("report-widget_bg.wasm")), `${first}`);
    const leaves = (address) => !/^(data|blob):/.test(address) && new URL(address).origin !== origin();
    assert.deepEqual(first.filter(leaves), []);

    await read_thoroughly();
    const later = await reader.requests();
    assert.deepEqual(later.filter((address) => !/^(data|blob):/.test(address)), []);
  });
}

test("nothing is stored in the reader's browser", async () => {
  await reader.open_page(WIDGET);
  await read_thoroughly();
  const stored = await reader.run(async () => ({
    cookies: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
  }));
  assert.deepEqual(stored, { cookies: "", local: 0, session: 0, databases: 0 });
});

test("the strictest policy is enough, and nothing in the widget is written around it", async () => {
  await reader.open_page(WIDGET);
  await read_thoroughly();
  assert.deepEqual(await reader.run(() => window.seen.refused), []);
  const inline = await reader.inside((root) => root.querySelectorAll("[style], script, [onclick], [src^='http']").length);
  assert.equal(inline, 0);
});

test("the bundle's own page is sent with the promised policy", async () => {
  const { headers } = await fetch(process.env.REPORT_WIDGET_URL);
  const rules = headers.get("content-security-policy").split(/;\s*/).sort();
  for (const rule of [
    "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'",
    "img-src 'self' data:", "connect-src 'self'", "manifest-src 'self'", "worker-src 'self'",
  ]) {
    assert.ok(rules.includes(rule), `${rule} is not among ${rules}`);
  }
});

test("a policy that is broken would be noticed", async () => {
  reader.expect_on_console(/Content Security Policy/);
  await reader.open_page('<p id="plain" style="color: red">plain</p>', { drawn: false });
  await reader.comes_true("a refusal", () => reader.run(() => window.seen.refused.splice(0).length), 1);
});
