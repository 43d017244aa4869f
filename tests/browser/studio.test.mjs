/** The studio makes what the command makes, and everyone can use it. */
import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import JSZip from "jszip";
import { report_widget } from "./command.mjs";
import { judged } from "./judging.mjs";
import { a_reader } from "./reader.mjs";
import { files_of } from "./site.mjs";
import { in_studio } from "./studio.mjs";

const EXAMPLE = new URL("../../examples/example-co-2025.xlsx", import.meta.url).pathname;
const HOSTILE = new URL("../hostile/reports/hostile/", import.meta.url);
const FAULTY = { name: "Report.csv", content: "id,pages\nMy Report,열\n" };

const reader = a_reader();
const studio = in_studio(reader);
let folder;
before(async () => { folder = await mkdtemp(join(tmpdir(), "studio-")); });
after(() => rm(folder, { recursive: true }));

test("its ZIP file holds, byte by byte, what the command builds of the same workbook", async () => {
  await studio.open();
  await studio.drop(EXAMPLE);
  await studio.see_status("고칠 곳이 없습니다.");
  const archive = await JSZip.loadAsync(await studio.saved("폴더 전체 (ZIP)", "example-co-2025.zip"));
  const out = join(folder, "site");
  await report_widget("build", EXAMPLE, "--out", out);
  const expected = await files_of(out);
  const found = Object.values(archive.files).filter((file) => !file.dir);
  assert.deepEqual(found.map(({ name }) => name).sort(), [...expected.keys()].sort());
  for (const file of found) {
    assert.ok(expected.get(file.name).equals(await file.async("nodebuffer")), file.name);
  }
});

test("it gives a workbook to begin with, which has no problems, and a report back as its workbook", async () => {
  await studio.open("en");
  for (const [text, name] of [["Download an example workbook", "report.xlsx"], ["The workbook (XLSX)", "example-report.xlsx"]]) {
    const content = await studio.saved(text, name);
    await writeFile(join(folder, name), content);
    await studio.drop(join(folder, name));
    await studio.see_status("No problems.");
  }
});

test("work that is given up leaves what was there, and the next begins at once", async () => {
  await studio.open("en");
  await studio.drop(EXAMPLE);
  await studio.see_status("No problems.");
  await studio.press("The whole folder (ZIP)");
  await studio.press("Cancel");
  await studio.see_status("No problems.");
  await studio.drop(FAULTY);
  await reader.comes_true("problems", async () => (await studio.problems()).length > 2, true);
});

test("an address that nobody can follow is named", async () => {
  await studio.open("en");
  await studio.drop(EXAMPLE);
  await studio.see_status("No problems.");
  await reader.driver.findElement({ css: "input[type=url]" }).sendKeys("example.com");
  await studio.press("The whole folder (ZIP)");
  await reader.comes_true("the problem", async () => (await studio.problems()).join().includes("https://example.com/report/"), true);
});

test("what is hostile in a report, or in what is wrong with it, is text", async () => {
  const elements = () => reader.run(() => [...new Set([...document.querySelectorAll("body *")].map(({ localName }) => localName))].sort());
  await studio.open("en");
  await studio.drop(EXAMPLE);
  await studio.see_status("No problems.");
  const usual = await elements();
  const files = (await readdir(HOSTILE)).map((name) => new URL(name, HOSTILE).pathname);
  await studio.drop(...files);
  const { title } = JSON.parse(await readFile(new URL("report.json", HOSTILE), "utf8"));
  await studio.see_preview(title.en);
  assert.deepEqual(await elements(), usual);
  const markup = "<img src=x onerror=window.hacked=1>";
  await studio.drop({ name: "Report.csv", content: `id,${markup}\n${markup},1\n` });
  await reader.comes_true("the problem", async () => (await studio.problems()).some((line) => line.includes(markup)), true);
  const traces = await reader.run(() => [window.hacked, document.querySelector("iframe")?.contentWindow.hacked, document.querySelector("img")]);
  assert.deepEqual(traces, [null, null, null]);
});

test("axe finds nothing: empty, with problems, with a report; in both languages and on a phone", async () => {
  for (const [lang, width] of [["ko", 390], ["en", 1280]]) {
    await reader.screen({ width, height: 900 });
    await studio.open(lang);
    assert.deepEqual(await judged(reader), []);
    await studio.drop(FAULTY);
    await reader.comes_true("problems", async () => (await studio.problems()).length > 2, true);
    assert.deepEqual(await judged(reader), []);
    await studio.drop(EXAMPLE);
    await studio.see_status(lang === "ko" ? "고칠 곳이 없습니다." : "No problems.");
    assert.deepEqual(await judged(reader), []);
    const sticks_out = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;
    assert.equal(await reader.run(sticks_out), false);
  }
});
