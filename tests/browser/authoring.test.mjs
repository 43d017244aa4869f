/** The bundle that report teams build is the one that the project builds. */
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { report_widget } from "./command.mjs";
import { delivery, files_of } from "./site.mjs";

const REPORTS = ["white-paper-2022", "story-2021"];

let folder;
before(async () => { folder = await mkdtemp(join(tmpdir(), "authoring ")); });
after(() => rm(folder, { recursive: true }));

async function expect_delivery(name, inputs) {
  const out = join(folder, name);
  await report_widget("build", ...inputs, "--share", "assets/share", "--out", out);
  const [built, expected] = [await files_of(out), await delivery()];
  assert.deepEqual([...built.keys()].sort(), [...expected.keys()].sort());
  assert.deepEqual([...built].filter(([name, content]) => !content.equals(expected.get(name))).map(([name]) => name), []);
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
