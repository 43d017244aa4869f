/**
 * The report of the fictional company has what the shipped ones do not: changes and targets, codes of
 * frameworks, a unit of its own, the address of its document.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { report_widget } from "./command.mjs";
import { file_with_ear } from "./engine.mjs";
import { a_reader } from "./reader.mjs";

const EXAMPLE = new URL("../../examples/example-co-2025/", import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, EXAMPLE), "utf8"));
const REPORT = read("report.json");
const PARTS = [1, 2, 3, 4].map((no) => read(`part-${no}.json`));
const CARDS = PARTS.flatMap(({ cards }) => cards);
const has_code_of = (id) => (card) => card.figures.some(({ codes = [] }) => codes.some((code) => code.startsWith(`${id}/`)));

const reader = a_reader();
let folder;
let page;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "example-"));
  const out = join(folder, "site");
  await report_widget("build", "examples/example-co-2025.xlsx", "--out", out);
  page = join(folder, "example.html");
  await writeFile(page, file_with_ear(await readFile(join(out, "report-widget.html"), "utf8")));
});
after(() => rm(folder, { recursive: true }));

const open = () => reader.open_address(pathToFileURL(page));
const texts = (selector) => reader.inside((root, selector) => [...root.querySelectorAll(selector)].map((one) => one.textContent), selector);

test("a headline and a card say how they have changed and how far they are to their target", async () => {
  await open();
  const [energy, emissions] = await texts(".headline .course");
  assert.equal(energy, "4.0% less than in 2023 · 43.2% of the way to the 2030 target of 15,000 MWh");
  assert.equal(emissions, "3.8% less than in 2023 · 32.0% of the way to the 2030 target of 33,180 tCO₂e");
  assert.deepEqual(await texts('[data-card="renewables"] .course'), ["2.9 percentage points more than in 2023 · 2030 target: 30%"]);
});

test("the index of a framework leads from each code to its card, and gives the reasons of omissions", async () => {
  await open();
  const { frameworks } = REPORT;
  assert.deepEqual(await texts("[data-framework] h3"), frameworks.map(({ name }) => name.en));
  for (const { id, omissions } of frameworks) {
    const rows = (await texts(`[data-framework="${id}"] li`)).join("\n");
    const codes = PARTS.flatMap(({ headlines, cards }) => [...headlines, ...cards.flatMap(({ figures }) => figures)]).flatMap(({ codes = [] }) => codes);
    for (const code of codes.filter((code) => code.startsWith(`${id}/`))) assert.ok(rows.includes(code.slice(id.length + 1)), code);
    for (const { code, reason } of omissions) assert.ok(rows.includes(`${code} Omitted: ${reason.en}`), code);
  }
  await reader.inside((root) => {
    const index = root.querySelector('[data-framework="gri"]');
    index.open = true;
    [...index.querySelectorAll("a")].find((link) => link.hash === "#card-accidents").click();
  });
  await reader.see_open_cards(["accidents"]);
});

test("cards are filtered by framework, and found by code", async () => {
  await open();
  for (const { id } of REPORT.frameworks) {
    await reader.choose("framework", id);
    await reader.see_count(CARDS.filter(has_code_of(id)).length);
    await reader.choose("framework", id);
  }
  await reader.search("GRI 305-1");
  assert.equal((await reader.cards())[0], "scope-emissions");
});

test("page numbers lead to the document's page, and the unit of the report is read aloud in words", async () => {
  await open();
  await reader.open_card("energy-use");
  const links = await reader.inside((root) => [...root.querySelectorAll('[data-card="energy-use"] dd a')]
    .map((link) => [link.textContent, link.href, link.target, link.rel]));
  const { url, page_offset } = REPORT.document;
  const figures = CARDS.find(({ id }) => id === "energy-use").figures;
  assert.deepEqual(links, figures.map(({ page }) => [`p. ${page}`, `${url}#page=${page + page_offset}`, "_blank", "noreferrer"]));
  const value = await reader.inside((root) => {
    const number = root.querySelector('[data-trace$="energy-use/per-employee"] .value .number');
    return [number.textContent, number.querySelector("data").textContent, number.querySelector("small").ariaHidden];
  });
  assert.deepEqual(value, ["about 5.4 MWh per employee megawatt hours for each employee", "5.4 MWh per employee", "true"]);
});
