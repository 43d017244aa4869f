/** The workbook of an export: typed cells, sums that a spreadsheet calculates, and nothing that runs. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ALL, FOUND, SERIES, WHITE_PAPER, WIDGET, WITH, exporting_reader } from "./export.mjs";
import { fitting } from "./report.mjs";
import { add_up, objects, read_workbook } from "./workbook.mjs";

const { reader, open_dialog, open_dialog_of, press, see_status, downloaded } = exporting_reader();

/** The rows as the element lends them. As text, since drivers put the keys of objects into an order of their own. */
const lend = async () => JSON.parse(await reader.run(async () => JSON.stringify(await document.querySelector("report-widget").toJSON())));
const saved = async (name) => read_workbook(await downloaded("saveXlsx", name));
const headlines = WHITE_PAPER.headlines.map((headline) => ({ ...headline, part: Number(headline.trace.match(/\d+/)[0]) }));
const SUM = /^SUM\(figures!G\d+(:G\d+)?(,figures!G\d+(:G\d+)?)*\)$/;

const DECIMALS = ["value", "previous", "base", "target"];

/** What a cell holds of a value in a row of `toJSON()`. */
const shown = (name, value) => (Array.isArray(value) ? value.join(" / ") : value && DECIMALS.includes(name) ? Number(value) : value);

/** The rows of a sheet are those that the element lends. */
function same(sheet, rows) {
  const expected = rows.map((row) => Object.fromEntries(Object.entries(row)
    .map(([name, value]) => [name, shown(name, value)]).filter(([, value]) => value !== null && value !== "")));
  assert.deepEqual(objects(sheet), expected);
  assert.deepEqual(Object.values(sheet[0]), Object.keys(rows[0]));
}

for (const lang of ["ko", "en"]) {
  test(`all figures are rows with typed cells, and headlines have sums of them (${lang})`, async () => {
    await reader.open_page(WIDGET, { lang });
    await open_dialog(ALL);
    const { sheets } = await saved("white-paper-2022.xlsx");
    assert.deepEqual(Object.keys(sheets), ["figures", "tallies"]);
    same(sheets.figures, await lend());
    const added = headlines.filter(({ tally }) => tally);
    assert.deepEqual(objects(sheets.tallies).map(({ sum, ...row }) => row), added.map(({ part, id, label, unit, printed, page, value, tally }) =>
      ({ part, title: WHITE_PAPER.parts[part - 1].title[lang], figure: id, label: label[lang], unit, printed: printed.join(" / "), page, value: Number(value), remainder: Number(tally.remainder) })));
    for (const { figure: headline, value, remainder, sum } of objects(sheets.tallies)) {
      assert.match(sum.formula, SUM);
      const { terms } = added.find(({ id }) => id === headline).tally;
      const counted = [...sum.formula.matchAll(/G(\d+)(?::G(\d+))?/g)].map(([, from, to = from]) => to - from + 1);
      assert.equal(counted.reduce((all, one) => all + one, 0), terms.length, headline);
      assert.equal(sum.result, add_up(sum.formula, sheets.figures), headline);
      assert.equal(sum.result + remainder, value, headline);
    }
  });
}

test("of what is found, only headlines whose figures are all there have sums", async () => {
  await reader.open_page(WIDGET);
  await reader.choose("part", "1");
  await open_dialog(FOUND);
  const { sheets } = await saved("white-paper-2022.xlsx");
  same(sheets.figures, await lend());
  const found = fitting(WHITE_PAPER, { part: ["1"] });
  const complete = headlines.filter(({ tally }) => tally?.terms.every((term) => found.includes(term.split("/")[0])));
  assert.ok(complete.length > 0 && complete.length < headlines.length);
  assert.deepEqual(objects(sheets.tallies).map(({ figure }) => figure), complete.map(({ id }) => id));
});

test("of a card, its figures alone", async () => {
  await reader.open_page(WIDGET);
  await open_dialog_of(WITH);
  const { sheets, files } = await saved(`white-paper-2022-${WITH.id}.xlsx`);
  assert.deepEqual(Object.keys(sheets), ["figures"]);
  same(sheets.figures, (await lend()).filter(({ card }) => card === WITH.id));
  assert.deepEqual(files, [
    "[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml",
  ]);
});

test("of a chart, its table with exact values as numbers", async () => {
  await reader.open_page(WIDGET);
  await reader.open_card(SERIES.id);
  await reader.click(`[data-card="${SERIES.id}"] [data-chart] details > summary`);
  await open_dialog(`[data-card="${SERIES.id}"] [data-chart] [data-export]`);
  const [{ id, points }] = SERIES.series;
  const { sheets } = await saved(`white-paper-2022-${SERIES.id}-${id}.xlsx`);
  assert.deepEqual(Object.keys(sheets), ["figures"]);
  assert.deepEqual(objects(sheets.figures).map((row) => row["정확한 값"]), points.map(({ value }) => Number(value)));
});

test("a value is a number only where a spreadsheet holds it to the last digit, and texts stay as they are", async () => {
  await reader.open_page(WIDGET);
  const written = async (rows, tallies = []) => {
    const bytes = await reader.run(async (rows, tallies) => {
      const { workbook } = await import(new URL("report-widget-xlsx.js", location));
      return [...new Uint8Array(await workbook(JSON.parse(rows), tallies, "exact").arrayBuffer())];
    }, JSON.stringify(rows), tallies);
    return (await read_workbook(Buffer.from(bytes))).sheets;
  };
  for (const [value, expected] of [
    ["0", 0], ["-7", -7], ["4.1", 4.1], ["-0.25", -0.25], ["999999999999999", 999999999999999],
    ["0.000000000000001", "0.000000000000001"], ["1234567890123456", "1234567890123456"],
    ["10000000000000000000000", "10000000000000000000000"], ["0.12345678901234567", "0.12345678901234567"],
  ]) {
    const { figures } = await written([{ value, exact: value, label: value }]);
    assert.deepEqual(figures[1], { A2: expected, B2: expected, C2: value });
  }
  for (const text of ["=1+1", "+82", "@SUM(A1)", "-5", "12", "007", " a  b ", "a\nb", "<v>&amp;</v>", "]]>", "_x000D_", "가, 나"]) {
    const { figures } = await written([{ title: text }]);
    assert.equal(figures[1].A2, text);
  }
  const unseen = await written([{ title: "a\u0000\u0008b\ufffe" }]);
  assert.equal(unseen.figures[1].A2, "ab");
  const rows = ["1", "12345678901234567"].map((value, at) => ({ card: "a", figure: `f${at}`, value }));
  const tally = (...terms) => ({ headline: terms.join(), value: "1", remainder: "0", terms });
  const { tallies } = await written(rows, [tally("a/f0"), tally("a/f0", "a/f1")]);
  assert.deepEqual(objects(tallies).map(({ sum }) => sum), [{ formula: "SUM(figures!C2)", result: 1 }, undefined]);
});

test("a sum of more figures than a spreadsheet takes is a sum of sums", async () => {
  await reader.open_page(WIDGET);
  const formula = await reader.run(async () => {
    const { workbook } = await import(new URL("report-widget-xlsx.js", location));
    const rows = Array.from({ length: 600 }, (_, at) => ({ card: "a", figure: `${at}`, value: "1" }));
    const terms = rows.filter((_, at) => at % 2 === 0).map(({ figure }) => `a/${figure}`);
    const blob = workbook(rows, [{ value: "300", remainder: "0", terms }]);
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  const { sheets } = await read_workbook(Buffer.from(formula));
  const [{ sum }] = objects(sheets.tallies);
  assert.deepEqual(sum.formula.split("+").map((part) => part.match(/figures!/g).length), [255, 45]);
  assert.deepEqual([sum.result, add_up(sum.formula, sheets.figures)], [300, 300]);
});

test("a hostile report is text in its workbook", async () => {
  const folder = new URL("../hostile/reports/hostile/", import.meta.url);
  const parts = [1, 2, 3, 4].map((no) => JSON.parse(readFileSync(new URL(`part-${no}.json`, folder), "utf8")));
  await reader.open_page('<report-widget report="hostile" loading="eager"></report-widget>', { host: "has-hostile-report" });
  await open_dialog(ALL);
  const { sheets, files } = await saved("hostile.xlsx");
  same(sheets.figures, await lend());
  const formulas = Object.values(sheets).flat().flatMap((row) => Object.values(row)).filter((cell) => cell?.formula !== undefined);
  for (const { formula } of formulas) assert.match(formula, SUM);
  assert.deepEqual(files.filter((name) => !/^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|styles|worksheets\/sheet\d)\.xml|xl\/_rels\/workbook\.xml\.rels)$/.test(name)), []);
  const cells = objects(sheets.figures);
  const figures = parts.flatMap(({ cards }) => cards).flatMap(({ figures = [] }) => figures);
  assert.deepEqual(cells.map(({ label }) => label), figures.map(({ label }) => label.ko));
  const texts = cells.flatMap((row) => Object.values(row)).filter((cell) => typeof cell === "string");
  for (const start of ["=HYPERLINK", "+", "-", "@SUM", "<img"]) assert.ok(texts.some((text) => text.startsWith(start)), start);
  assert.equal(await reader.run(() => window.hacked ?? null), null);
});

test("where what writes workbooks is missing, it says so, and the rest is exported", async () => {
  reader.expect_on_console(/report-widget-xlsx\.js.*404/);
  await reader.open_page(WIDGET, { host: "lacks-workbooks" });
  await open_dialog_of(WITH);
  await press("saveXlsx");
  await see_status("파일을 만들지 못했습니다. 잠시 뒤에 다시 눌러 주세요.");
  const csv = (await downloaded("saveCsv", `white-paper-2022-${WITH.id}.csv`)).toString();
  assert.equal(csv.trimEnd().split("\r\n").length, WITH.figures.length + 1);
});
