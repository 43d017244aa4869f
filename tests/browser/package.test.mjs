/** The npm package of the element in pages of others: hosted as it is, and built by bundlers. */
import assert from "node:assert/strict";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, test } from "node:test";
import { BUNDLERS } from "../hosts/bundlers.mjs";
import { SERIES, WHITE_PAPER, exporting_reader, of } from "./export.mjs";
import { installed } from "./packages.mjs";
import { delivery, files_of, open_site } from "./site.mjs";

const { reader, open_dialog } = exporting_reader();

let project, site;
afterEach(async () => {
  await site?.go_away();
  await rm(project, { recursive: true });
});

for (const [name, build] of Object.entries(BUNDLERS)) {
  test(`with ${name}, the report is drawn, and everything that it loads later is found`, async () => {
    project = installed("report-widget");
    site = await open_site(await files_of(await build(project)), { headers: {} });
    await reader.open_address(`${site.address}index.html`);
    await reader.see_title(WHITE_PAPER.title.ko);
    // Its style sheet, its index terms, its charts, its pictures.
    assert.equal(await reader.inside((root) => root.adoptedStyleSheets.length), 1);
    await reader.type("퀵");
    await reader.sees("cards found by index terms", (root) => root.querySelectorAll(".printed-words:not(:empty)").length > 0, true);
    await reader.clear();
    await reader.open_card(SERIES.id);
    await reader.find(`[data-chart="${SERIES.id}/${SERIES.series[0].id}"] svg`);
    await open_dialog(of(SERIES));
    await reader.sees("a picture of the card", (root) => root.querySelector("dialog .picture img")?.naturalWidth > 0, true);
    assert.deepEqual(site.asked.filter((name) => !site.files.has(name)), []);
  });
}

test("the package has everything that it names, and its files are those of the delivery", async () => {
  project = installed("report-widget");
  const folder = join(project, "node_modules/report-widget");
  const files = await files_of(folder);
  const { exports, types, customElements, sideEffects, version } = JSON.parse(await readFile(join(folder, "package.json")));
  const named = [...Object.values(exports["."]), types, customElements, ...sideEffects].map((name) => name.replace("./", ""));
  assert.deepEqual(named.filter((name) => !files.has(name)), []);
  const delivered = await delivery();
  assert.equal(delivered.get("VERSION").toString().split("\n")[0], `report-widget ${version}`);
  const own = ["package.json", "README.md", "LICENSE"];
  const changed = [...files].filter(([name, content]) => !own.includes(name) && !delivered.get(name)?.equals(content));
  assert.deepEqual(changed.map(([name]) => name), []);
});
