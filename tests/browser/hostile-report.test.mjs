/**
 * A report whose every text is markup, script, style, an address or a formula (tests/hostile): the program
 * shows and exports it as text. Its prerendered pages and charts are tested in src/prerender, its workbook in
 * crates/report-workbook.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { afterEach, test } from "node:test";
import { drawing } from "../../tools/share-pictures/drawing.mjs";
import { exporting_reader } from "./export.mjs";
import { hostile_words } from "./hostile.mjs";

const FOLDER = new URL("../hostile/reports/hostile/", import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"));
const REPORT = read("report.json");
const CARDS = [1, 2, 3, 4].flatMap((no) => read(`part-${no}.json`).cards);
const HOSTILE = { host: "has-hostile-report" };
const WIDGET = '<report-widget report="hostile" loading="eager"><p>Read the report as a document.</p></report-widget>';
const USUAL = '<report-widget report="story-2021" loading="eager"><p>Read the report as a document.</p></report-widget>';

const { reader, open_dialog_of } = exporting_reader();
const { open_everything, see_only_text, shapes } = hostile_words(reader);
afterEach(() => reader.see_as_printed(false));

/** What the story consists of, opened, searched and printed, with the dialogs. */
async function usual_shape(steps) {
  await reader.open_page(USUAL);
  return shapes(steps);
}

/** Opens the hostile report. The delivery has no charts of it; those are tested in src/prerender. */
async function open_hostile({ charts = true } = {}) {
  if (charts) reader.expect_on_console(/charts are left out/);
  await reader.open_page(WIDGET, HOSTILE);
}

test("opened, everything that the report says is text", async () => {
  const usual = await usual_shape([open_everything]);
  await open_hostile();
  await open_everything();
  await see_only_text(usual);
  const [title, ...cards] = await reader.inside((root) => ["h2", "[data-card] h4"].flatMap((selector) =>
    [...root.querySelectorAll(selector)].map((heading) => heading.textContent)).filter(Boolean));
  assert.equal(title, REPORT.title.ko);
  for (const { title } of CARDS) assert.ok(cards.includes(title.ko), title.ko);
});

for (const query of ["<img", "script", "javascript:window", "HYPERLINK"]) {
  test(`searched for ${query}, what is found is marked and stays text`, async () => {
    const usual = await usual_shape([open_everything, () => reader.search("카카오"), () => reader.found(), open_everything]);
    await open_hostile();
    await reader.search(query);
    await reader.found();
    await open_everything();
    await see_only_text(usual);
    const marked = await reader.inside((root) => [...root.querySelectorAll("mark")].map((mark) => mark.textContent.toLowerCase()));
    const word = query.replace(/\W/g, "").toLowerCase();
    assert.ok(marked.some((text) => word.includes(text.replace(/\W/g, "")) && text !== ""), marked.join());
    for (const id of await reader.cards()) {
      const shown = await reader.inside((root, id) => root.querySelector(`[data-card="${id}"] h4`).textContent, id);
      assert.equal(shown, CARDS.find((card) => card.id === id).title.ko);
    }
  });
}

test("printed, the report is text", async () => {
  const turn_to_paper = async () => {
    await reader.see_as_printed();
    await reader.run(() => { dispatchEvent(new Event("beforeprint")); });
  };
  const usual = await usual_shape([open_everything, turn_to_paper]);
  await reader.see_as_printed(false);
  await reader.open_page(WIDGET, HOSTILE);
  await turn_to_paper();
  await see_only_text(usual);
  assert.ok((await reader.print()).length > 10_000);
  assert.equal(await reader.run(() => window.hacked ?? null), null);
});

test("the CSV has no cell that a spreadsheet runs, and the JSON has the texts as they are", async () => {
  await reader.open_page(WIDGET, HOSTILE);
  const [csv, rows] = await reader.run(() => {
    const element = document.querySelector("report-widget");
    return Promise.all([element.toCSV(), element.toJSON()]);
  });
  const cells = [...csv.slice(1).matchAll(/(?:^|,|\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(([, quoted, plain]) => quoted ?? plain);
  assert.ok(cells.some((cell) => cell.startsWith("'=HYPERLINK(")));
  assert.deepEqual(cells.filter((cell) => /^[=+@\t\r＝＋－＠]|^-(?![\d.]+$)/.test(cell)), []);
  const figures = CARDS.flatMap((card) => (card.figures ?? []).map((figure) => [
    card.title.ko, figure.label.ko, figure.printed, figure.previous?.at ?? null, figure.base?.value ?? null,
    figure.target?.value ?? null, figure.restated?.before ?? null, figure.assurance?.level ?? null, figure.codes ?? [],
  ]));
  assert.ok(figures.some((figure) => figure.at(-1).length > 0));
  assert.deepEqual(rows.map(({ title, label, printed, previousPeriod, base, target, restated, assurance, codes }) =>
    [title, label, printed, previousPeriod, base, target, restated, assurance, codes]), figures);
});

for (const lang of ["ko", "en"]) {
  test(`the picture for shared links has only text (${lang})`, async () => {
    const svg = drawing({ id: "hostile", lang, folder: new URL("../", FOLDER) });
    await reader.driver.get(`data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`);
    const [names, texts] = await reader.run(() => {
      const all = [...document.querySelectorAll("*")];
      return [[...new Set(all.map(({ localName }) => localName))].sort(), all.filter(({ localName }) => localName === "text").map(({ textContent }) => textContent)];
    });
    assert.deepEqual(names, ["rect", "svg", "text"]);
    for (const said of [REPORT.publisher, REPORT.title, REPORT.subtitle]) assert.ok(texts.includes(said[lang]), `${texts}`);
    assert.equal(await reader.run(() => window.hacked ?? null), null);
  });
}

test("the snippet for other pages has the title as text", async () => {
  await reader.open_page(WIDGET, HOSTILE);
  await reader.click(".foot .embed");
  const snippets = await reader.inside((root) => [...root.querySelectorAll("dialog textarea")].map((field) => field.value));
  assert.equal(snippets.length, 2);
  for (const snippet of snippets) {
    const found = await reader.run((snippet) => {
      const page = new DOMParser().parseFromString(snippet, "text/html");
      return [...page.querySelectorAll("head *, body *")].map(({ localName }) => localName).sort();
    }, snippet);
    assert.deepEqual(found.filter((name) => !["script", "report-widget", "a", "iframe"].includes(name)), []);
    assert.equal(found.filter((name) => name === "script").length, 1);
    assert.ok(snippet.includes(REPORT.title.ko.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")), snippet);
  }
});

test("the export dialog of a card shows and draws it as text", async () => {
  const card = CARDS.find(({ figures, series }) => figures?.length && !series?.length);
  const open_with_picture = async () => {
    await open_dialog_of(card);
    await reader.sees("the picture", (root) => root.querySelector('dialog img[src^="data:image/png"]') !== null, true);
  };
  const usual = await usual_shape([open_with_picture]);
  await open_hostile({ charts: false });
  await open_with_picture();
  await see_only_text(usual);
  assert.equal(await reader.run(() => window.hacked ?? null), null);
});
