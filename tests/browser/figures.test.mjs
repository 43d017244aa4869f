/** The figures as a table: what hosts and spreadsheets are given. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { says_missing } from "./host.mjs";
import { a_reader } from "./reader.mjs";
import { fitting, report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const STORY = report("story-2021");
const WIDGET = '<report-widget report="white-paper-2022"></report-widget>';
/** The columns of the table, which are the keys of its rows too. */
const COLUMNS = [
  "report", "part", "card", "title", "figure", "label", "value", "unit", "approx", "printed", "page", "note",
  "previous", "previousPeriod", "base", "basePeriod", "target", "targetPeriod", "restated", "assurance", "codes",
];

const reader = a_reader();

/** What the widget must give for these cards, from the files that editors write. */
function rows(report, cards, lang) {
  return cards.flatMap((id) => {
    const card = report.cards.find((card) => card.id === id);
    return (card.figures ?? []).map((figure) => ({
      report: report.id,
      part: card.part,
      card: id,
      title: card.title[lang],
      figure: figure.id,
      label: figure.label[lang],
      value: figure.value,
      unit: figure.unit,
      approx: (figure.approx ?? "exact") !== "exact",
      printed: figure.printed,
      page: figure.page ?? card.page,
      note: figure.note?.[lang] ?? null,
      previous: figure.previous?.value ?? null,
      previousPeriod: figure.previous?.at ?? null,
      base: figure.base?.value ?? null,
      basePeriod: figure.base?.at ?? null,
      target: figure.target?.value ?? null,
      targetPeriod: figure.target?.at ?? null,
      restated: figure.restated?.before ?? null,
      assurance: figure.assurance?.level ?? null,
      codes: figure.codes ?? [],
    }));
  });
}

/** What a method of the widget promises: its value, or the name of its refusal. */
const ask = (method) => reader.run((method) =>
  document.querySelector("report-widget")[method]().catch((error) => `refused: ${error.name}`), method);

for (const [report, lang] of [[WHITE_PAPER, "ko"], [WHITE_PAPER, "en"], [STORY, "ko"], [STORY, "en"]]) {
  test(`every figure of the report, with exact values (${report.id}, ${lang})`, async () => {
    await reader.open_page(`<report-widget report="${report.id}"></report-widget>`, { lang });
    const all = report.cards.map((card) => card.id);
    assert.deepEqual(await ask("toJSON"), rows(report, all, lang));
    assert.ok(report.figures.length > 10);
  });
}

test("the table holds what is shown: its cards, in their order, in the language spoken", async () => {
  await reader.open_page(WIDGET);
  await reader.choose("theme", "masks");
  const masks = fitting(WHITE_PAPER, { theme: ["masks"] });
  assert.deepEqual(await ask("toJSON"), rows(WHITE_PAPER, masks, "ko"));
  await reader.clear();
  await reader.search("백신");
  const ranked = await reader.cards();
  const printed = WHITE_PAPER.cards.map((card) => card.id).filter((id) => ranked.includes(id));
  assert.notDeepEqual(ranked, printed);
  assert.deepEqual(await ask("toJSON"), rows(WHITE_PAPER, ranked, "ko"));
  await reader.speak("en");
  assert.deepEqual(await ask("toJSON"), rows(WHITE_PAPER, ranked, "en"));
});

test("CSV and objects are the same rows", async () => {
  await reader.open_page(WIDGET);
  const [text, objects] = [await ask("toCSV"), await ask("toJSON")];
  assert.ok(text.startsWith("\uFEFFreport,part,card,"));
  const [head, ...lines] = read_csv(text);
  assert.deepEqual(head, COLUMNS);
  assert.deepEqual(Object.keys(objects[0]).sort(), [...COLUMNS].sort());
  const written = (value) => (Array.isArray(value) ? value.join(" / ") : String(value ?? ""));
  const expected = objects.map((object) => COLUMNS.map((name) => written(object[name])));
  const shown = (text) => text.replace(/^'(?=[=+\-@])/, "");
  assert.deepEqual(lines.map((line) => line.map(shown)), expected);
});

test("nothing found is a table without rows", async () => {
  await reader.open_page('<report-widget query="qqqq"></report-widget>');
  assert.deepEqual(await ask("toJSON"), []);
  assert.equal(await ask("toCSV"), `\uFEFF${COLUMNS.join(",")}\r\n`);
});

test("asked before the report is drawn, the table comes once it is", async () => {
  await reader.open_page("", { drawn: false });
  const found = await reader.run(async () => {
    await customElements.whenDefined("report-widget");
    const widget = document.createElement("report-widget");
    widget.filters = "theme:masks";
    document.body.append(widget);
    const drawn = Boolean(widget.shadowRoot.querySelector("h2"));
    return { drawn, rows: (await widget.toJSON()).length };
  });
  const masks = fitting(WHITE_PAPER, { theme: ["masks"] });
  assert.deepEqual(found, { drawn: false, rows: rows(WHITE_PAPER, masks, "ko").length });
});

test("a widget outside the page refuses, and so does one that was removed", async () => {
  await reader.open_page(WIDGET);
  const refusals = await reader.run(async () => {
    const name = (error) => error.name;
    const never = document.createElement("report-widget");
    const gone = document.querySelector("report-widget");
    gone.remove();
    await Promise.resolve();
    return Promise.all([never.toCSV().catch(name), gone.toJSON().catch(name)]);
  });
  assert.deepEqual(refusals, ["InvalidStateError", "InvalidStateError"]);
});

test("a widget that cannot start refuses", async () => {
  reader.expect_on_console(...says_missing("report-widget_bg.wasm"), /was answered with status 404/);
  await reader.open_page(WIDGET, { host: "lacks-wasm", drawn: false });
  await reader.see_events("report-error", 1);
  reader.expect_on_console(...says_missing("report-widget_bg.wasm"));
  assert.equal(await ask("toCSV"), "refused: InvalidStateError");
});

/** RFC 4180, read by its letter. */
function read_csv(text) {
  const lines = [[]];
  for (const [, quoted, plain, end] of text.replace(/^\uFEFF/, "").matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    lines.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\r\n") lines.push([]);
  }
  assert.deepEqual(lines.pop(), [], "the last line ends");
  return lines;
}
