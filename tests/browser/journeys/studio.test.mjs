/** Report teams make a page of a workbook in their browser, in every engine. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { file_with_ear } from "../engine.mjs";
import { a_reader } from "../reader.mjs";
import { in_studio } from "../studio.mjs";

const ROOT = new URL("../../../", import.meta.url).pathname;
const EXAMPLE = `${ROOT}examples/example-co-2025.xlsx`;
const TITLE = JSON.parse(readFileSync(`${ROOT}examples/example-co-2025/report.json`)).title.en;
const SMALL = ["report.json", "part-1.json"].map((name) => [name, readFileSync(`${ROOT}crates/report-workbook/template/${name}`, "utf8")]);
const FAULTY = { name: "Report.csv", content: "id,pages\nMy Report,열\n" };

const reader = a_reader();
const studio = in_studio(reader);

test("what is wrong is listed by its place, in the language that is chosen", async () => {
  await studio.open("en");
  await studio.drop(FAULTY);
  await reader.comes_true("problems", async () => (await studio.problems()).length > 2, true);
  const problems = await studio.problems();
  await studio.see_status(`${problems.length} problems`);
  assert.match(problems.find((problem) => problem.startsWith("Report!A2")), /Did you mean 'my-report'\?$/);
  await studio.press("한국어");
  await studio.see_status(`고칠 곳 ${problems.length}개`);
  assert.match((await studio.problems()).find((problem) => problem.startsWith("Report!A2")), /'my-report'를 찾으셨나요\?$/);
});

test("files that are no report, and none at all, leave the page usable", async () => {
  await studio.open();
  for (const [files, expected] of [
    [[{ name: "letter.docx", content: "Dear mother" }], /엑셀 통합 문서/],
    [[{ name: "a.xlsx", content: "" }, { name: "b.xlsx", content: "" }], /엑셀 통합 문서/],
    [[{ name: "part-1.json", content: "{}" }], /report\.json이 없습니다/],
  ]) {
    await studio.drop(...files);
    await studio.see_problems((problems) => problems.length === files.length && problems.every((problem) => expected.test(problem)));
    for (const { name } of files) await studio.press(`빼기: ${name}`);
    await studio.see_reports();
  }
  await studio.drop(EXAMPLE);
  await studio.see_status("고칠 곳이 없습니다.");
});

test("several reports are listed, replaced, put in order, previewed and removed", async () => {
  await studio.open("en");
  await studio.drop(EXAMPLE);
  await studio.see_reports(TITLE);
  await studio.see_preview(TITLE);
  await studio.drop(...SMALL.map(([name, content]) => ({ name, content })));
  await studio.see_reports(TITLE, "Example report 2025");
  await studio.see_status("No problems.");
  await studio.see_preview(TITLE);
  await studio.show("Example report 2025");
  await studio.see_preview("Example report 2025");
  await studio.press("Open by default: Example report 2025");
  await studio.see_reports("Example report 2025", TITLE);
  await studio.see_preview("Example report 2025");
  const edited = SMALL.map(([name, content]) => ({ name, content: content.replace("Example report 2025", "Another title") }));
  await studio.drop(...edited);
  await studio.see_reports("Another title", TITLE);
  await studio.see_preview("Another title");
  await studio.press(`Remove: ${TITLE}`);
  await studio.see_reports("Another title");
  await studio.see_preview("Another title");
});

test("what cannot go together is said in the language of the page, and can be removed", async () => {
  await studio.open("ko");
  const twice = SMALL.flatMap(([name, content]) => [{ name, content }, { name, content }]);
  await studio.drop(...twice);
  await studio.see_problems(([problem]) => /두 개입니다\. 보고서마다 폴더째/.test(problem));
  await studio.drop(...SMALL.map(([name, content]) => ({ name, content })), { name: "photo.png", content: "a picture" });
  await studio.see_problems(([problem, another]) => !another && /어느 보고서의 그림도 아닙니다.*example-report-ko\.png/.test(problem));
  await studio.press("English");
  await studio.see_problems(([problem]) => /belongs to none of the reports.*example-report-ko\.png/.test(problem));
  await studio.press("Remove: photo.png");
  await studio.see_status("No problems.");
  await studio.drop({ name: "example-report-en.png", content: "a picture" });
  await reader.comes_true("the picture", studio.pictures, ["example-report-en.png"]);
  await studio.see_status("No problems.");
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

test("a workbook is seen as its readers will see it, and carried away as one file", async () => {
  await studio.open();
  await studio.drop(EXAMPLE);
  await studio.see_status("고칠 곳이 없습니다.");
  await studio.see_preview(TITLE);
  const single = await studio.saved("파일 하나 (HTML)", "example-co-2025.html");
  const folder = await mkdtemp(join(tmpdir(), "studio-"));
  const file = join(folder, "example-co-2025.html");
  await writeFile(file, file_with_ear(single.toString()));
  await reader.open_address(pathToFileURL(file));
  await reader.see_title(TITLE);
  await rm(folder, { recursive: true });
});
