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
    [[{ name: "photo.png", content: "no workbook" }], /엑셀 통합 문서/],
    [[{ name: "a.xlsx", content: "" }, { name: "b.xlsx", content: "" }], /보고서 하나만/],
  ]) {
    await studio.drop(...files);
    await reader.comes_true("the problem", async () => expected.test((await studio.problems()).join()), true);
  }
  await studio.drop(EXAMPLE);
  await studio.see_status("고칠 곳이 없습니다.");
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
