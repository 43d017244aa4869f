import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { touchedBy } from "./changed.mjs";

for (const [paths, expected] of [
  [[], []],
  [["crates/report-search/src/index.rs"], ["format", "lint", "core"]],
  [["src/components/card.rs", "src/components/card.css"], ["format", "lint", "views", "web", "build", "size"]],
  [["assets/reports/story-2021/part-1.json"], ["core", "views"]],
  [["assets/element.js"], ["build", "size", "drift"]],
  [["README.md", "crates/report-search/README.md"], ["drift"]],
  [["tests/browser/search.test.mjs", "tests/browser/journeys/reading.test.mjs"], ["browser", "engines"]],
  [["xtask/src/main.rs", "tools/changed.mjs", "tests/size.mjs"], ["format", "lint", "xtask"]],
  [["tools/share-pictures/drawing.mjs"], ["drift"]],
  [["Cargo.lock"], ["format", "lint", "dependencies", "core", "views", "build", "size"]],
]) {
  test(`${paths.join(", ") || "nothing"} touches ${expected.join(", ") || "no stage"}`, () => assert.deepEqual(touchedBy(paths), expected));
}

test("every file of the project touches a stage", () => {
  const files = execFileSync("git", ["ls-files"], { encoding: "utf8", cwd: new URL("../", import.meta.url) }).split("\n").filter(Boolean);
  assert.ok(files.length > 100);
  for (const file of files) assert.ok(touchedBy([file]).length > 0, file);
});
