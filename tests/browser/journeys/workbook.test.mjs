/** The workbook of an export in every engine: on a strict page, without a network, and from a disk. */
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { file_with_ear } from "../engine.mjs";
import { offline_words } from "../offline.mjs";
import { a_reader } from "../reader.mjs";
import { report } from "../report.mjs";
import { delivery, open_site } from "../site.mjs";
import { add_up, objects, read_workbook } from "../workbook.mjs";

const WHITE_PAPER = report("white-paper-2022");
const ADDED = WHITE_PAPER.headlines.filter(({ tally }) => tally);

const reader = a_reader();

/** Downloads the workbook of the whole report; not every driver keeps downloads, so the file is taken on its way. */
async function see_workbook() {
  await reader.run(() => {
    URL.createObjectURL = (file) => {
      file.arrayBuffer().then((content) => { window.saved = [...new Uint8Array(content)]; });
      return "about:blank";
    };
    HTMLAnchorElement.prototype.click = () => {};
  });
  await reader.click(".foot .export");
  await reader.click('[data-take="saveXlsx"]');
  await reader.comes_true("a file", () => reader.run(() => window.saved !== undefined), true);
  const { sheets } = await read_workbook(Buffer.from(await reader.run(() => window.saved)));
  assert.deepEqual(objects(sheets.figures).map(({ value }) => value), WHITE_PAPER.figures.map(({ value }) => Number(value)));
  const tallies = objects(sheets.tallies);
  assert.deepEqual(tallies.map(({ figure }) => figure), ADDED.map(({ id }) => id));
  for (const { sum, remainder, value } of tallies) {
    assert.deepEqual([add_up(sum.formula, sheets.figures), sum.result + remainder], [sum.result, value]);
  }
}

test("on a page with a strict policy", async () => {
  await reader.open_page(`<report-widget report="${WHITE_PAPER.id}"></report-widget>`);
  await see_workbook();
});

test("on the standalone page without a network", async () => {
  const site = await open_site(await delivery());
  try {
    await offline_words(reader, () => site).visit();
    await site.go_away();
    reader.may_have_no_console(site.address);
    await reader.open_address(site.address);
    await reader.see_title(WHITE_PAPER.title.ko);
    await see_workbook();
    await site.come_back();
  } finally {
    await site.go_away();
  }
});

test("in the single file on a disk", async () => {
  const folder = await mkdtemp(join(tmpdir(), "workbook-"));
  try {
    const file = join(folder, "report.html");
    const content = await readFile(join(process.env.REPORT_WIDGET_FOLDER, "report-widget.html"));
    await writeFile(file, file_with_ear(content));
    await reader.open_address(pathToFileURL(file));
    await reader.see_title(WHITE_PAPER.title.ko);
    await see_workbook();
  } finally {
    await reader.driver.get("about:blank");
    await rm(folder, { recursive: true });
  }
});
