import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const REPORTER = fileURLToPath(new URL("failures.mjs", import.meta.url));
const IMPORTS = "import { after, before, test } from 'node:test'; import assert from 'node:assert/strict';";

/** What the reporter writes of files of tests: `{name: code}`. */
function reported(files, ...options) {
  const folder = mkdtempSync(join(tmpdir(), "failures-"));
  try {
    const names = Object.entries(files).map(([name, code]) => {
      writeFileSync(join(folder, `${name}.test.mjs`), `${IMPORTS} ${code}`);
      return `${name}.test.mjs`;
    });
    // Node does not run tests within tests.
    const { NODE_TEST_CONTEXT, ...env } = process.env;
    const arguments_ = ["--test", `--test-reporter=${REPORTER}`, "--test-reporter-destination=stdout", ...options, ...names];
    return spawnSync(process.execPath, arguments_, { cwd: folder, env, encoding: "utf8" }).stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

for (const [what, code, expected] of [
  ["a test that passes is not reported", "test('one is one', () => {});", ""],
  [
    "a comparison is reported with its test",
    "test('one is two', () => assert.equal(1, 2)); test('is fine', () => {});",
    "file.test.mjs: one is two\n    Expected values to be strictly equal:\n    1 !== 2\n",
  ],
  [
    "a test that fails for its parts alone is reported by these",
    "test('a whole', (t) => t.test('a part', () => { throw new Error('it broke'); }));",
    "file.test.mjs: a part\n    it broke\n",
  ],
  ["a text can be thrown", "test('says so', () => { throw 'only words'; });", "file.test.mjs: says so\n    only words\n"],
  [
    "what fails before a test is reported with it",
    "before(() => { throw new Error('no browser'); }); test('looks', () => {});",
    "file.test.mjs: looks\n    no browser\n",
  ],
  [
    "what fails after the tests is reported for the file",
    "after(() => { throw new Error('it stays open'); }); test('looks', () => {});",
    "file.test.mjs: the file itself, after it began \"looks\"\n    it stays open\n",
  ],
  ["a file that ends early is reported", "process.exit(3);", "file.test.mjs: the file itself\n    test failed\n"],
  [
    "a file that crashes is reported with its last output",
    "console.error('from here'); console.error('    at there'); process.exit(3);",
    "file.test.mjs: the file itself\n    test failed\n    from here\n",
  ],
]) {
  test(what, () => assert.equal(reported({ file: code }), expected));
}

test("a file that never ends is reported", () => {
  const code = "test('waits', () => { for (;;); });";
  assert.equal(
    reported({ hangs: code }, "--test-timeout=2000"),
    "hangs.test.mjs: the file itself\n    test timed out after 2000ms\n",
  );
});

test("a long comparison is shortened to its beginning", () => {
  const code = "test('is short', () => { throw new Error('word\\n'.repeat(99) + 'x'.repeat(999)); });";
  assert.equal(reported({ long: code }).trimEnd().split("\n").length, 1 + 12);
});
