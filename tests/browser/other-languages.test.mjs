/** A report in German and English: its texts are German, and the interface beside them is English. */
import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { report_widget } from "./command.mjs";
import { file_with_ear } from "./engine.mjs";
import { a_reader } from "./reader.mjs";

const EXAMPLE = new URL("../../examples/example-co-2025/", import.meta.url);
const german = (english) => `${english} auf Deutsch`;

/** The value with German beside its English, wherever it is a text. */
const with_german = (value) => {
  if (Array.isArray(value)) return value.map(with_german);
  if (value === null || typeof value !== "object") return value;
  const fields = Object.fromEntries(Object.entries(value).map(([name, field]) => [name, with_german(field)]));
  return typeof value.en === "string" ? { de: german(value.en), ...fields } : fields;
};

const reader = a_reader();
let folder;
let site;
let page;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "german-"));
  const report = join(folder, "example-co-2025");
  await mkdir(report);
  for (const name of await readdir(EXAMPLE)) {
    const text = with_german(JSON.parse(await readFile(new URL(name, EXAMPLE), "utf8")));
    if (name === "report.json") text.languages = ["de", "en"];
    await writeFile(join(report, name), JSON.stringify(text));
  }
  site = join(folder, "site");
  await report_widget("build", report, "--out", site);
  page = join(folder, "german.html");
  await writeFile(page, file_with_ear(await readFile(join(site, "report-widget.html"), "utf8")));
});
after(() => rm(folder, { recursive: true }));

const open = () => reader.open_address(pathToFileURL(page));
const text = (selector) => reader.inside((root, selector) => root.querySelector(selector).textContent, selector);

test("each language has its page, which names the other", async () => {
  for (const [path, lang, other] of [["index.html", "de", "en/index.html"], ["en/index.html", "en", "../index.html"]]) {
    const html = await readFile(join(site, path), "utf8");
    assert.match(html, new RegExp(`<html lang="${lang}"`), path);
    assert.ok(html.includes(`href="${other}"`), path);
  }
  const manifest = JSON.parse(await readFile(join(site, "manifest.webmanifest"), "utf8"));
  assert.deepEqual([manifest.lang, manifest.name], ["de", german("Example Co. Sustainability Report 2025 (fictional)")]);
});

test("the report is read in German, and its reader can change to English and back", async () => {
  await open();
  const heading = "Example Co. Sustainability Report 2025 (fictional)";
  for (const [lang, expected] of [["de", german(heading)], ["en", heading], ["de", german(heading)]]) {
    await reader.click(`.languages [lang=${lang}]`);
    await reader.sees("the language", (root) => root.querySelector(".widget").lang, lang);
    assert.equal(await text(".hero h2"), expected);
    assert.equal(await reader.inside((root) => root.querySelector(".languages").ariaLabel), "Language");
  }
  assert.deepEqual(await reader.inside((root) => [...root.querySelectorAll(".languages button")].map((one) => one.textContent)), ["English", "Deutsch"]);
});

test("German words are searched for, and its charts are German", async () => {
  await open();
  await reader.search("Energy use auf Deutsch");
  assert.equal((await reader.cards())[0], "energy-use");
  await reader.open_card("energy-use");
  await reader.sees("a German chart", (root) => root.querySelector("[data-chart] figcaption")?.textContent.includes("auf Deutsch"), true);
});

test("a citation of each language can be copied", async () => {
  await open();
  await reader.open_card("energy-use");
  await reader.click('[data-card="energy-use"] .export');
  const citations = await reader.inside((root) => [...root.querySelectorAll("dialog cite")].map((one) => one.lang));
  assert.deepEqual(citations, ["de", "en"]);
});
