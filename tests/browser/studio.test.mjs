/** The studio makes what the command makes, and everyone can use it. */
import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Key } from "selenium-webdriver";
import { ROOT, report_widget } from "./command.mjs";
import { violations_of } from "./axe.mjs";
import { a_reader } from "./reader.mjs";
import { bundle, expect_same_files, files_of } from "./site.mjs";
import { in_studio } from "./studio.mjs";

const EXAMPLE = new URL("../../examples/example-co-2025.xlsx", import.meta.url).pathname;
const HOSTILE = new URL("../hostile/reports/hostile/", import.meta.url);
const FAULTY = { name: "Report.csv", content: "id,pages\nMy Report,열\n" };

const reader = a_reader();
const studio = in_studio(reader);
let folder;
let template;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "studio-"));
  await report_widget("new", join(folder, "template.xlsx"));
  template = await readFile(join(folder, "template.xlsx"));
});
after(() => rm(folder, { recursive: true }));

test("its ZIP file holds, byte by byte, what the command builds of the same workbook", async () => {
  await studio.open();
  await studio.drop(EXAMPLE);
  await studio.see_status("고칠 곳이 없습니다.");
  const found = await studio.saved_folder("폴더 전체 (ZIP)", "example-co-2025.zip");
  const out = join(folder, "site");
  await report_widget("build", EXAMPLE, "--out", out);
  expect_same_files(found, await files_of(out));
});

test("the project's reports and pictures, as folders or as workbooks, become the project's delivery byte by byte", async () => {
  const ids = ["white-paper-2022", "story-2021"];
  const title_of = async (id) => JSON.parse(await readFile(join(ROOT, `assets/reports/${id}/report.json`), "utf8")).title.ko;
  const titles = await Promise.all(ids.map(title_of));
  const workbooks = ids.map((id) => join(folder, `${id}.xlsx`));
  for (const [index, id] of ids.entries()) {
    await report_widget("export", `assets/reports/${id}`, "--xlsx", workbooks[index]);
  }
  const expected = await bundle();
  for (const [drops, first] of [
    [[[join(ROOT, "assets/reports")], [join(ROOT, "assets/share")]], titles[1]],
    [[[...workbooks, join(ROOT, "assets/share")]], titles[1]],
  ]) {
    await studio.open();
    for (const paths of drops) {
      const count = (await studio.reports()).length + (await studio.pictures()).length;
      await studio.drop_from_disk(...paths);
      const more = async () => (await studio.reports()).length + (await studio.pictures()).length > count;
      await reader.comes_true("the files are listed", more, true);
    }
    await studio.see_status("고칠 곳이 없습니다.");
    // In one drop, names decide; the command has an option for the first report.
    await studio.see_reports(first, titles[0]);
    await studio.press(`기본으로 열기: ${titles[0]}`);
    await studio.see_reports(...titles);
    await studio.see_status("고칠 곳이 없습니다.");
    expect_same_files(await studio.saved_folder("폴더 전체 (ZIP)", "white-paper-2022.zip"), expected);
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

test("files of a folder that are no reports are left out, and what is hidden", async () => {
  const reports = join(folder, "reports");
  await cp(join(ROOT, "examples"), reports, { recursive: true });
  await writeFile(join(reports, ".hidden.json"), "{}");
  await rm(join(reports, "example-co-2025.xlsx"));
  await studio.open("en");
  await studio.drop_from_disk(reports);
  await studio.see_reports("Example Co. Sustainability Report 2025 (fictional)");
  await studio.see_status("No problems.");
});

test("a workbook that was edited is dropped again, beside another report", async () => {
  const edited = join(folder, "edited.xlsx");
  await writeFile(edited, template);
  await studio.open("en");
  await studio.drop(EXAMPLE);
  await studio.drop_from_disk(edited);
  await studio.see_reports("Example Co. Sustainability Report 2025 (fictional)", "Example report 2025");
  await studio.see_status("No problems.");
  await writeFile(edited, Buffer.concat([template, Buffer.from("changed")]));
  await studio.press("The whole folder (ZIP)");
  await studio.see_problems(([problem]) => problem === "edited.xlsx has changed since it was dropped, or is gone; drop it again.");
  await writeFile(edited, template);
  await studio.drop_from_disk(edited);
  await studio.see_status("No problems.");
  await studio.see_reports("Example Co. Sustainability Report 2025 (fictional)", "Example report 2025");
});

test("an address that nobody can follow is named", async () => {
  await studio.open("en");
  await studio.drop(EXAMPLE);
  await studio.see_status("No problems.");
  await reader.driver.findElement({ css: "input[type=url]" }).sendKeys("example.com");
  await studio.press("The whole folder (ZIP)");
  const refusal = () => reader.run(() => document.querySelector(".address [role=alert]").textContent);
  await reader.comes_true("the problem", async () => (await refusal()).includes("https://example.com/report/"), true);
  await reader.driver.findElement({ css: "input[type=url]" }).sendKeys(Key.HOME, "https://");
  await studio.saved("The whole folder (ZIP)", "example-co-2025.zip");
  assert.equal(await refusal(), "");
});

test("what is hostile in a report, or in what is wrong with it, is text", async () => {
  const elements = () => reader.run(() => [...new Set([...document.querySelectorAll("body *")].map(({ localName }) => localName))].sort());
  await studio.open("en");
  await studio.drop(EXAMPLE);
  await studio.see_status("No problems.");
  const usual = await elements();
  await studio.open("en");
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
    assert.deepEqual(await violations_of(reader), []);
    await studio.drop(FAULTY);
    await reader.comes_true("problems", async () => (await studio.problems()).length > 2, true);
    assert.deepEqual(await violations_of(reader), []);
    await studio.open(lang);
    for (const file of [EXAMPLE, { name: "template.xlsx", content: template }, { name: "example-report-ko.png", content: "a picture" }]) {
      await studio.drop(file);
      await studio.see_status(lang === "ko" ? "고칠 곳이 없습니다." : "No problems.");
      assert.deepEqual(await violations_of(reader), []);
    }
    const sticks_out = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;
    assert.equal(await reader.run(sticks_out), false);
  }
});
