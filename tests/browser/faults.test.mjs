/** Files that arrive cut short, wherever the cut is: the element's own content stays, and the page gets one error. */
import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { a_reader } from "./reader.mjs";

const WIDGET = '<report-widget loading="eager"><p>Read the report as a document.</p></report-widget>';
const STEP = 4096;

const reader = a_reader();

const size = (name) => statSync(join(process.env.REPORT_WIDGET_FOLDER, name)).size;
/** Every length in steps of 4 KB that is short of a whole file. */
const lengths = (name) => Array.from({ length: Math.ceil(size(name) / STEP) }, (_, step) => step * STEP);

/** Opens a page whose host cuts a file, and gives the code of the error. */
async function code_where_cut(name, length) {
  await reader.open_page(WIDGET, { host: `cuts:${name}:${length}`, drawn: false });
  await reader.see_events("report-error", 1);
  const [{ detail }] = await reader.events("report-error");
  await reader.see_light_text();
  assert.equal(await reader.run(() => document.querySelector("report-widget p").checkVisibility()), true);
  assert.deepEqual(await reader.events("report-ready"), []);
  await reader.run(() => { window.seen.refused.length = 0; });
  return detail.code;
}

for (const [name, codes] of [
  ["report-widget_bg.wasm", ["wasm-broken", "wasm-missing"]],
  // A file without content is a script that can be loaded, and starts nothing.
  ["report-widget-program.js", ["script-failed", "not-started"]],
  ["report-widget.css", ["style-broken", "style-missing"]],
]) {
  test(`wherever ${name} is cut, the element's own content stays and the page gets one error`, async () => {
    // Browsers differ in what they say themselves of a file that is not the pinned one.
    reader.may_be_remarked(/^SEVERE /);
    const cuts = lengths(name);
    assert.ok(cuts.length > 4);
    reader.expect_on_console(...cuts.map(() => /^WARNING <report-widget>: .*; the element's own content stays$/));
    for (const length of cuts) {
      const code = await code_where_cut(name, length);
      assert.ok(codes.includes(code), `${code} at ${length} bytes`);
    }
  });
}

test("wherever the element's script is cut, the element's own content stays", async () => {
  reader.may_be_remarked(/^SEVERE /);
  for (const length of lengths("report-widget.js")) {
    await reader.open_page(WIDGET, { host: `cuts:report-widget.js:${length}`, drawn: false });
    await reader.let_settle();
    const left = await reader.run(() => [customElements.get("report-widget") ?? null, document.querySelector("report-widget p").checkVisibility()]);
    assert.deepEqual(left, [null, true], `${length} bytes`);
  }
});
