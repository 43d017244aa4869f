#!/usr/bin/env node
/**
 * The command `report-widget`: from a workbook to a finished bundle. `report-authoring.js` (WebAssembly)
 * reads, checks and bundles; this file has the arguments, the output and the exit codes, which are those
 * of the native command (crates/report-cli).
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { isJson, readFiles, readReport, readTexts, refuseLoss, writeFolder } from "./folders.js";
import { Bundle, Report, checkReports, initSync, newWorkbook } from "./report-authoring.js";

/** Exit codes: the report has problems, or the command could not run. */
const PROBLEMS = 1;
const FAILED = 2;

const USAGE = `Usage: report-widget COMMAND

  new FILE                      Write a new workbook with a small example report
  check REPORT                  Check a report and list all problems
  build REPORT...               Build the files that a web team puts on a host
  export FOLDER --xlsx FILE     Write the workbook of a report's JSON files
  import REPORT --out FOLDER    Check a workbook and write the JSON files of its report

A REPORT is a workbook (.xlsx), a folder of CSV sheets or a folder of JSON files.

  --out FOLDER       build: a new folder, an empty one, or an earlier bundle [default: dist]
  --address URL      build: where the pages will be found [environment: REPORT_WIDGET_ADDRESS]
  --share FOLDER     build: pictures for link previews, named <report>-<language>.png
  --lang ko|en       Language of the messages [default: ko if the environment says so, else en]
  --version, --help

Exit codes: 0 done, 1 the report has problems, 2 the command could not run.`;

/** Each command: how many operands it takes, its options, those among them that it needs, and its work. */
const COMMANDS = {
  new: { most: 1, options: [], needed: [], run: create },
  check: { most: 1, options: ["lang"], needed: [], run: check },
  build: { most: Infinity, options: ["out", "address", "share", "lang"], needed: [], run: build },
  export: { most: 1, options: ["xlsx"], needed: ["xlsx"], run: exportWorkbook },
  import: { most: 1, options: ["out", "lang"], needed: ["out"], run: importWorkbook },
};

const TEXTS = {
  ko: { valid: (id) => `${id}: 고칠 곳이 없습니다.`, count: (count) => `고칠 곳 ${count}개` },
  en: { valid: (id) => `${id}: no problems.`, count: (count) => (count === 1 ? "1 problem" : `${count} problems`) },
};

const own = (name) => readFileSync(new URL(name, import.meta.url));

main(process.argv.slice(2));

function main([name, ...words]) {
  let lang = systemLanguage();
  try {
    if (name === "--version" || name === "-V") return console.log(`report-widget ${JSON.parse(own("package.json")).version}`);
    if (name === "--help" || name === "-h" || words.includes("--help")) return console.log(USAGE);
    const { operands, options, run } = parsed(name, words);
    lang = options.lang ?? lang;
    initSync({ module: own("report-authoring_bg.wasm") });
    run(operands, { ...options, lang });
  } catch (error) {
    // What is wrong with reports is the result of the command; anything else keeps it from running.
    if (error?.inReports) {
      for (const problem of error.problems) console.log(problem);
      console.error(TEXTS[lang].count(error.problems.length));
      process.exitCode = PROBLEMS;
    } else {
      console.error(`report-widget: ${error?.problems?.join("; ") ?? error?.message ?? error}`);
      process.exitCode = FAILED;
    }
  }
  return undefined;
}

/** The command of a command line; refuses what is unknown, missing or too much. */
function parsed(name, words) {
  if (!Object.hasOwn(COMMANDS, name ?? "")) throw new Error(`${name ? `there is no command "${name}"` : "a command is missing"}\n\n${USAGE}`);
  const { most, options, needed, run } = COMMANDS[name];
  const { values, positionals } = parseArgs({
    args: words, allowPositionals: true, options: Object.fromEntries(options.map((option) => [option, { type: "string" }])),
  });
  const missing = needed.find((option) => values[option] === undefined);
  if (missing) throw new Error(`${name} needs --${missing}`);
  if (positionals.length === 0) throw new Error(`${name} needs a file or a folder`);
  if (positionals.length > most) throw new Error(`${name} takes one file or folder, not also ${positionals[1]}`);
  if (values.lang !== undefined && !Object.hasOwn(TEXTS, values.lang)) throw new Error(`--lang is ko or en, not ${values.lang}`);
  return { operands: positionals, options: values, run };
}

/** The language of the environment. */
function systemLanguage() {
  const set = ["LC_ALL", "LC_MESSAGES", "LANG"].map((name) => process.env[name]).find(Boolean);
  return set?.startsWith("ko") ? "ko" : "en";
}

function create([file]) {
  if (existsSync(file)) throw new Error(`${file} is already there; choose another name`);
  writeFileSync(file, newWorkbook(), { flag: "wx" });
  console.log(file);
}

function check([path], { lang }) {
  const report = readReport(path, lang);
  const { id } = report;
  // Links may lead to the reports beside it.
  const problems = isJson(path) ? checkReports([report, ...besides(path)], lang).filter((line) => line.startsWith(`${id}/`)) : [];
  if (problems.length) throw { problems, inReports: true };
  console.log(TEXTS[lang].valid(id));
}

/** The other reports of the folder in which a report's folder stands. */
function besides(path) {
  const { folder, name } = readTexts(path, "json");
  const others = readdirSync(dirname(folder)).filter((other) => other !== name).map((other) => join(dirname(folder), other));
  return others.filter(isJson).map((other) => readReport(other));
}

function build(paths, { out = "dist", address = process.env.REPORT_WIDGET_ADDRESS, share, lang }) {
  refuseLoss(out, share === undefined ? paths : [...paths, share]);
  const start = performance.now();
  const pictures = share === undefined ? undefined : readFiles(share);
  const reports = [];
  for (const path of paths) {
    const report = readReport(path, lang);
    if (reports.some(({ id }) => id === report.id)) throw new Error(`${path}: there are two reports with the id ${report.id}`);
    reports.push(report);
  }
  const print_step = (done, total, step) => console.log(`- ${step}`);
  const bundle = new Bundle(own("template.zip"), reports, lang, address ?? "", false, print_step, pictures);
  const names = bundle.names();
  writeFolder(out, names, (name) => bundle.file(name));
  console.log(`${out}: ${names.length} files in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

function exportWorkbook([path], { xlsx }) {
  const { name, texts } = readTexts(path, "json");
  writeFileSync(xlsx, Report.ofFolder(name, texts).workbook());
  console.log(xlsx);
}

function importWorkbook([path], { out, lang }) {
  if (isJson(path)) throw new Error(`${path} has JSON files already`);
  const report = readReport(path, lang);
  if (basename(out) !== report.id) {
    throw new Error(`the folder of a report has the name of its id: --out ${join(dirname(out), report.id)}`);
  }
  const files = report.files();
  // Parts of an earlier version that the workbook no longer has would be built with it.
  const other = existsSync(out) && readdirSync(out).find((name) => name.startsWith("part-") && !files.some((file) => file.name === name));
  if (other) throw new Error(`${join(out, other)} is no part of the workbook; remove it first`);
  mkdirSync(out, { recursive: true });
  for (const { name, text } of files) {
    writeFileSync(join(out, name), text);
    console.log(join(out, name));
  }
}
