/** The npm package of the command answers and writes like the native command. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { ROOT, native_command } from "./command.mjs";
import { installed } from "./packages.mjs";
import { bundle, expect_same_files, files_of } from "./site.mjs";

const EXAMPLE = "examples/example-co-2025.xlsx";
const REPORTS = ["white-paper-2022", "story-2021"].map((id) => `assets/reports/${id}`);

/** What is typed, `{}` standing for a folder of each command's own, and the exit code. */
const TYPED = [
  ["new {}/new.xlsx", 0],
  ["new {}/new.xlsx", 2],
  ["check {}/new.xlsx", 0],
  [`check ${EXAMPLE} --lang ko`, 0],
  ["check {}/faulty --lang en", 1],
  ["check {}/faulty --lang ko", 1],
  ["check {}/letters/to-mother.xlsx --lang en", 1],
  ["check {}/letters", 2],
  ["check {}/nothing.xlsx", 2],
  ["check {}/cp949", 2],
  ["check assets/reports/story-2021", 0],
  ["check {}/story-2021", 1],
  ["check {}/story-2021 --lang ko", 1],
  [`check ${EXAMPLE} --lang fr`, 2],
  ["check", 2],
  ["bake bread", 2],
  [`import ${EXAMPLE} --out {}/other`, 2],
  [`import ${EXAMPLE}`, 2],
  ["import {}/faulty --out {}/faulty --lang en", 1],
  [`import ${EXAMPLE} --out {}/example-co-2025`, 0],
  ["import {}/example-co-2025 --out {}/again", 2],
  ["check {}/example-co-2025", 0],
  ["export {}/example-co-2025 --xlsx {}/exported.xlsx", 0],
  ["export {}/letters --xlsx {}/letters.xlsx", 2],
  [`build ${EXAMPLE} --out {}/site --address https://example.com/report/`, 0],
  ["build {}/example-co-2025 --out {}/site", 0],
  ["build {}/faulty --out {}/site", 1],
  ["build {}/story-2021 --out {}/site", 1],
  ["build {}/story-2021 --out {}/site --lang ko", 1],
  [`build ${EXAMPLE} {}/exported.xlsx --out {}/site`, 2],
  [`build ${EXAMPLE} --out {}/site --address example.com`, 2],
  [`build ${EXAMPLE} --out {}/site --share {}/nothing`, 2],
  [`build ${EXAMPLE} --out {}/letters`, 2],
  ["build {}/earlier/report.xlsx --out {}/earlier", 2],
];

let project, folders;
before(async () => {
  project = installed("report-widget-authoring");
  folders = await Promise.all(["native ", "npm "].map((name) => mkdtemp(join(tmpdir(), name))));
  for (const folder of folders) {
    for (const name of ["faulty", "letters", "cp949", "earlier"]) await mkdir(join(folder, name));
    await writeFile(join(folder, "faulty/Report.csv"), "id,pages\nMy Report,열\n");
    await writeFile(join(folder, "cp949/Report.csv"), Buffer.from("id,title_ko\nx,\xC7\xD1\xB1\xDB\n", "latin1"));
    await writeFile(join(folder, "letters/to-mother.xlsx"), "Dear mother");
    await writeFile(join(folder, "earlier/VERSION"), "");
    await cp(join(ROOT, EXAMPLE), join(folder, "earlier/report.xlsx"));
    await cp(join(ROOT, "assets/reports/story-2021"), join(folder, "story-2021"), { recursive: true });
  }
});
after(() => Promise.all([project, ...folders].map((folder) => rm(folder, { recursive: true }))));

/** The command of the package, from the folder of this project. */
function npm_command(words) {
  const program = join(project, "node_modules/.bin/report-widget");
  return new Promise((done) => execFile(process.execPath, [program, ...words], { cwd: ROOT }, (error, out, messages) =>
    done({ code: error ? error.code : 0, out, messages })));
}

/** What a command printed, wherever it wrote and however long it took. */
function said({ code, out, messages }, folder) {
  const lines = (text) => text.replaceAll(folder, "{}").replace(/ in [\d.]+ s\n/, " in N s\n");
  // Why a command could not run is said in its own words.
  return { code, out: lines(out), messages: code === 2 ? messages !== "" : lines(messages) };
}

async function expect_same_folders(names) {
  const [native, npm] = await Promise.all(folders.map(files_of));
  const differing = [...new Set([...native.keys(), ...npm.keys()])].filter((name) =>
    !native.has(name) || !npm.has(name) || !native.get(name).equals(npm.get(name)));
  assert.deepEqual(differing, []);
  assert.deepEqual(names.filter((name) => !npm.has(name)), []);
}

test("whatever is typed, both print the same and leave the same files", async () => {
  for (const [typed, code] of TYPED) {
    const words = (folder) => typed.split(" ").map((word) => word.replace("{}", folder));
    const [native, npm] = await Promise.all([
      native_command(words(folders[0])), npm_command(words(folders[1])),
    ]);
    assert.deepEqual(said(npm, folders[1]), said(native, folders[0]), typed);
    assert.equal(npm.code, code, `${typed}: ${npm.messages}`);
  }
  await expect_same_folders([
    "new.xlsx", "exported.xlsx", "example-co-2025/report.json", "site/index.html", "site/report-widget_bg.wasm.br",
    "site/report-widget.html.gz", "earlier/report.xlsx", "letters/to-mother.xlsx",
  ]);
});

test("the project's reports are built to the project's delivery, which lies there before", async () => {
  const out = join(folders[1], "delivery");
  await mkdir(join(out, "en"), { recursive: true });
  await writeFile(join(out, "VERSION"), "of an earlier bundle");
  await writeFile(join(out, "en/old.html"), "");
  const { code, messages } = await npm_command(["build", ...REPORTS, "--share", "assets/share", "--out", out]);
  assert.equal(code, 0, messages);
  expect_same_files(await files_of(out), await bundle());
});

test("help and version are printed", async () => {
  const { out: version } = await npm_command(["--version"]);
  assert.equal(version, (await native_command(["--version"])).out);
  const { code, out: help } = await npm_command(["--help"]);
  assert.equal(code, 0);
  for (const word of ["new", "check", "build", "export", "import"]) assert.match(help, new RegExp(`^  ${word} `, "m"));
});
