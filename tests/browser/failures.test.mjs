/** What a reader sees, and which error a page gets, where the script or the program cannot run. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { says_changed, says_missing } from "./host.mjs";
import { a_reader } from "./reader.mjs";
import { report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const TWO = `
  <report-widget id="one"><p>Read the report as a document.</p></report-widget>
  <report-widget id="other"><p>Read the report as a document.</p></report-widget>`;

const reader = a_reader();

/** What is painted of the elements' own content: its place, and whether it can be seen. */
const own_content = () => reader.run(() => [...document.querySelectorAll("report-widget p")].map((text) => {
  const { width, height } = text.getBoundingClientRect();
  return text.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && width > 0 && height > 0;
}));

/** Host, what went wrong, code, the message for the page, what the browser itself says on the console. */
for (const [host, what, code, message, said = [], refused = []] of [
  ["lacks-wasm", "the WebAssembly is missing", "wasm-missing",
    /^report-widget_bg\.wasm was answered with status 404$/, says_missing("report-widget_bg.wasm")],
  ["cuts-wasm-short", "the WebAssembly was cut short", "wasm-broken",
    /^report-widget_bg\.wasm is not what was built/, says_changed("report-widget_bg.wasm")],
  ["refuses-wasm", "the page's policy refuses WebAssembly", "wasm-refused",
    /script-src needs 'wasm-unsafe-eval'$/, [], ["script-src wasm-eval"]],
  ["blocks-wasm", "the page's policy blocks its address", "wasm-blocked",
    /^report-widget_bg\.wasm could not be fetched/, [1, 2, 3, 4].flatMap(() => [/^SEVERE .*connect-src/, /^SEVERE .*Refused/]),
    ["connect-src", "connect-src"]],
  ["lacks-reports", "the program has no reports in its file", "data-broken",
    /^report-widget_bg\.wasm has no reports in it$/],
  ["sends-newer-reports", "the reports are in a newer format", "data-broken",
    /^report-widget_bg\.wasm has reports in a format that this program does not know$/],
  ["damages-reports", "the reports are damaged", "data-broken",
    /^report-widget_bg\.wasm has damaged reports in it$/],
  ["lacks-program", "the program's script is missing", "script-failed",
    /^report-widget-program\.js could not be loaded/, [/^SEVERE .*report-widget-program\.js.*404/]],
  ["names-program-wrongly", "the program's script is sent as the wrong type", "script-failed",
    /^report-widget-program\.js could not be loaded/, [/^SEVERE .*MIME type/]],
  ["lacks-style", "the style sheet is missing", "style-missing",
    /^report-widget\.css was answered with status 404$/, says_missing("report-widget.css")],
  ["cuts-program-short", "the program's script was cut short", "script-failed",
    /^report-widget-program\.js could not be loaded/, []],
]) {
  test(`where ${what}, the element's own content stays, and page and console get the reason once`, async () => {
    reader.expect_on_console(...said, /^WARNING <report-widget>: .*; the element's own content stays$/);
    await reader.open_page(TWO, { host, drawn: false });
    await reader.see_events("report-error", 2);
    assert.deepEqual(await own_content(), [true, true]);
    await reader.see_light_text();
    for (const { bubbles, composed, detail } of await reader.events("report-error")) {
      assert.deepEqual([bubbles, composed, detail.code], [true, true, code]);
      assert.match(detail.message, message);
    }
    assert.deepEqual(await reader.events("report-ready"), []);
    const seen = await reader.run(() => [...new Set(window.seen.refused.splice(0))]);
    assert.deepEqual(seen.map((one) => one.replace(/ http.*/, "")), refused);
  });
}

for (const [host, what, said] of [
  ["lacks-reports", "has no reports", /^WARNING .*has no reports in it/],
  ["sends-newer-reports", "has reports in a newer format", /^WARNING .*does not know/],
  ["damages-reports", "has damaged reports", /^WARNING .*has damaged reports in it/],
]) {
  test(`where the program ${what}, the prerendered report stays and is read as it was`, async () => {
    reader.expect_on_console(said);
    await reader.open_site("index.html", { host });
    await reader.comes_true("the failure", () => reader.run(() => customElements.get("report-widget") !== undefined), true);
    const code = await reader.run(() => new Promise((resolve) => {
      const element = document.querySelector("report-widget");
      element.addEventListener("report-error", ({ detail }) => resolve(detail.code), { once: true });
      element.show({});
    }));
    assert.equal(code, "data-broken");
    assert.equal(await reader.inside((root) => root.querySelectorAll("[data-prerendered] [data-card]").length), WHITE_PAPER.cards.length);
    const [card] = WHITE_PAPER.cards;
    await reader.inside((root, id) => root.querySelector(`[data-card="${id}"] > summary`).scrollIntoView({ block: "center" }), card.id);
    await reader.click(`[data-card="${card.id}"] > summary`);
    await reader.see_open_cards([card.id]);
  });
}

for (const [host, what, ...said] of [
  ["lacks-script", "is missing", /^SEVERE .*report-widget\.js.*404/],
  ["names-script-wrongly", "is sent as the wrong type", /^SEVERE .*MIME type/],
  ["cuts-script-short", "was cut short", /^SEVERE .*SyntaxError/],
  ["refuses-scripts", "is refused by the page's policy", /^SEVERE .*recorder\.js/, /^SEVERE .*report-widget\.js/],
]) {
  test(`where the element's script ${what}, the element's own content stays`, async () => {
    reader.expect_on_console(...said);
    await reader.open_page(TWO, { host, drawn: false });
    assert.deepEqual(await own_content(), [true, true]);
    assert.equal(await reader.run(() => customElements.get("report-widget") === undefined), true);
  });
}

test("where the WebAssembly is sent as the wrong type, the report is drawn all the same, in silence", async () => {
  await reader.open_page(TWO, { host: "names-wasm-wrongly" });
  await reader.see_title(WHITE_PAPER.title.ko);
  assert.deepEqual(await reader.events("report-error"), []);
});

test("an element whose program failed can be asked again, and takes up no more room than its content", async () => {
  reader.expect_on_console(...says_missing("report-widget_bg.wasm"), /^WARNING <report-widget>: .*status 404/);
  await reader.open_page(TWO, { host: "lacks-wasm", drawn: false });
  await reader.see_events("report-error", 2);
  assert.ok(await reader.run(() => document.querySelector("#one").getBoundingClientRect().height < 100));
  await reader.run(() => {
    const { fetch } = window;
    window.fetch = (address, options) => fetch(String(address).replace("lacks-wasm", "sound"), options);
    document.querySelector("#one").show({ part: 2 });
  });
  await reader.the("#one").see_drawn();
  await reader.the("#one").see_part(2);
});
