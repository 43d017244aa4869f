/** docs/security.md claims nothing whose test is not there. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const PAGE = read("docs/security.md");

test("every test that the security page names is in its file", () => {
  const named = [...PAGE.matchAll(/^- `([^`]+)`: "(.+)"$/gm)];
  assert.ok(named.length > 25);
  for (const [, file, name] of named) assert.ok(read(file).includes(name), `${file}: ${name}`);
});

test("every answer names a proof", () => {
  const answers = PAGE.split(/^## /m).filter((section) => /^\d+\. /.test(section));
  assert.equal(answers.length, 12);
  for (const answer of answers) assert.match(answer, /^- (`[^`]+`: "|`cargo )/m, answer.split("\n")[0]);
});
