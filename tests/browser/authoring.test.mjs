/** The bundle that report teams build is the one that the project builds. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { report_widget } from "./command.mjs";
import { bundle, expect_same_files, files_of } from "./site.mjs";

const REPORTS = ["white-paper-2022", "story-2021"];

let folder;
before(async () => { folder = await mkdtemp(join(tmpdir(), "authoring ")); });
after(() => rm(folder, { recursive: true }));

async function expect_delivery(name, inputs) {
  const out = join(folder, name);
  await report_widget("build", ...inputs, "--share", "assets/share", "--out", out);
  expect_same_files(await files_of(out), await bundle());
}

test("from JSON files", () => expect_delivery("json", REPORTS.map((id) => `assets/reports/${id}`)));

test("from workbooks", async () => {
  const workbooks = [];
  for (const id of REPORTS) {
    const workbook = join(folder, `${id}.xlsx`);
    await report_widget("export", `assets/reports/${id}`, "--xlsx", workbook);
    workbooks.push(workbook);
  }
  await expect_delivery("xlsx", workbooks);
});
