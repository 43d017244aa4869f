/**
 * `cargo xtask bench`: what is built for each measurement, which script takes it, and how it is printed.
 *
 * xtask sets up what is missing, and names itself in `REPORT_WIDGET_XTASK`: it builds pages of generated
 * reports and hosts folders. Everything generated and measured is kept in `target/bench`. Figures are
 * printed and never fail: they depend on the machine, and on who else works on it. What holds on every
 * machine is the growth from size to size, and the ratio between pages, within one run.
 */
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { expandParts } from "./parts.mjs";
import { aligned, figure, growthTable, pageTable, parseSamples, spaced, summary } from "./tables.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const WORKSHOP = join(ROOT, "target/bench");
const XTASK = process.env.REPORT_WIDGET_XTASK;
if (!XTASK) throw new Error("REPORT_WIDGET_XTASK is not set; run `cargo xtask bench`");

const { values: options } = parseArgs({
  options: {
    only: { type: "string" }, cards: { type: "string" }, runs: { type: "string" }, beside: { type: "string" },
  },
});
const parts = expandParts(options.only.split(","), options);
const sizes = options.cards.split(",").map(Number);

/** How many cards the page of the counters has: more than counters that run. */
const CARDS_OF_COUNTERS = 1_000;

/** Without a slowed-down processor 95 of 100 keystrokes should take less: cards, milliseconds. */
const TARGETS = [[10_000, 16], [100_000, 50]];

/** The search engines compared, as the samples call them and as people do. */
const ENGINES = {
  search: "report-widget, native",
  scan: "plain scan, native",
  "scan in JavaScript": "plain scan, Node",
  MiniSearch: "MiniSearch, Node",
  FlexSearch: "FlexSearch, Node",
};

const MEASUREMENTS = { search, engines, browser, counters, startup, filter, usable, peers() {}, lighthouse, load };

mkdirSync(WORKSHOP, { recursive: true });
tellLoad();
let pages = [];
try {
  if (parts.some((part) => ["startup", "filter", "usable"].includes(part))) pages = await openPages();
  for (const part of parts) await MEASUREMENTS[part]();
} finally {
  for (const { close } of pages) close();
}
tellLoad();

/** Searches generated reports of these sizes with the native program, beside a plain scan. */
function search() {
  const samples = searchNatively();
  console.log(growthTable("First reading of a report, native, ms", "reading", samples));
  console.log(growthTable("Search, native, ms a keystroke", "search", samples, { total: true }));
  console.log(growthTable("A plain scan of the texts, native, ms a keystroke", "scan", samples, { total: true }));
}

/** Searches the same texts with other engines, and counts what each finds. */
function engines() {
  const corpus = join(WORKSHOP, "corpus");
  rmSync(corpus, { recursive: true, force: true });
  mkdirSync(corpus, { recursive: true });
  const samples = searchNatively({ REPORT_WIDGET_CORPUS: corpus });
  console.log("- searching with other engines (some minutes)");
  samples.push(...measured("engines.mjs", { REPORT_WIDGET_CORPUS: corpus }, ["--max-old-space-size=8192"]));
  console.log(growthTable("First reading by others, ms", "reading by others", samples));
  const compared = Object.entries(ENGINES).flatMap(([engine, name]) =>
    samples.filter(({ what }) => what === engine).map((sample) => ({ ...sample, what: "typing", name })));
  console.log(growthTable("Typing the same words, ms a keystroke", "typing", compared));

  const cards = Math.max(...samples.map((sample) => sample.cards));
  const largest = samples.filter((sample) => sample.cards === cards);
  const queries = largest.filter(({ what }) => what === "recall of search").map(({ name }) => name);
  const share = (engine, query) =>
    largest.find(({ what, name }) => what === `recall of ${engine}` && name === query)?.figure;
  console.log(aligned(`Of a hundred cards that have what a query means, so many are found, ${spaced(cards)} cards`, [
    ["", ...Object.values(ENGINES)],
    ...queries.map((query) => [query, ...Object.keys(ENGINES).map((engine) => cell(share(engine, query)))]),
  ]));
}

/** Types into generated pages of these sizes. */
async function browser() {
  const samples = [];
  for (const cards of sizes) samples.push(...await measurePage("typing.mjs", cards));
  console.log(growthTable("Opening the page, ms", "opening", samples));
  console.log(
    "From `input` event to painted result: to the task behind the first animation frame after it, when style, "
    + "layout and paint are done; the wait for the screen's next refresh is not in it.",
  );
  for (const [rate, slowed] of [["x1", ""], ["x4", ", CPU slowed down 4 times"]]) {
    console.log(growthTable(`Chromium${slowed}, ms a keystroke`, `painted ${rate}`, samples, { total: true }));
    console.log(growthTable(`What a keystroke is spent on${slowed}, ms`, `spent ${rate}`, samples));
  }
  console.log("Targets, unthrottled");
  for (const [size, most] of TARGETS) {
    const sum = summary(samples.filter(({ what, cards }) => what === "painted x1" && cards === size));
    if (!sum) continue;
    const is = sum.p95 < most ? "met" : "missed";
    console.log(`  ${spaced(size)} cards: p95 under ${most} ms; ${figure(sum.p95)} ms of ${sum.count} keystrokes: ${is}`);
  }
}

/** Runs counters, ours and those of CountUp.js, on one page. */
async function counters() {
  const samples = await measurePage("counters.mjs", CARDS_OF_COUNTERS);
  const columns = ["report-widget", "CountUp.js"];
  const median = (name, column) => summary(samples.filter((sample) => sample.name === name && sample.what === column))?.median;
  const rows = [...new Set(samples.map(({ name }) => name))].map((name) =>
    [name, ...columns.map((column) => cell(median(name, column)))]);
  console.log(aligned("200 counters at once, CPU slowed down 4 times, medians of some runs", [["", ...columns], ...rows]));
}

function startup() {
  tellPages("startup.mjs", `Start-up, CPU slowed down 4 times; loads of each page: ${options.runs}`, "range", {},
    "Blocking time is what each long task takes beyond 50 ms, until 5 s without one. Nodes include shadow roots; "
    + "detached ones are those that something still holds. Memory is taken after a garbage collection.");
}

function filter() {
  tellPages("filter.mjs", "Filtering the report, CPU slowed down 4 times, ms a keystroke or press", "tail", { total: true },
    "From `input` or `click` event to the painted result: behind style, layout and paint of the first frame that shows it.");
}

function usable() {
  tellPages("usable.mjs", `Slow 4G (1.6 Mbit/s, 150 ms); loads of each page: ${options.runs}`, "range", {},
    "A page can be filtered when a query changes its count. Bytes are those that the page asks for itself, with headers.");
}

/** Has Lighthouse judge what `dist/` holds, on a phone that it pretends. */
async function lighthouse() {
  console.log("\nLighthouse, mobile, the standalone page of dist/\n");
  const { address, close } = await host(join(ROOT, "dist"));
  try {
    node("lighthouse.mjs", { REPORT_WIDGET_URL: address });
  } finally {
    close();
  }
}

/** Moves and uses ten widgets of what `dist/` holds for long. */
async function load() {
  console.log("- moving and using ten widgets (about a minute for 10 000 actions)");
  const dist = join(ROOT, "dist");
  const { address, close } = await host(dist);
  try {
    node("load.mjs", { REPORT_WIDGET_URL: address, REPORT_WIDGET_FOLDER: dist });
  } finally {
    close();
  }
}

function cell(value) {
  return value === undefined ? "" : figure(value);
}

/** Measures every page in turns, and gives what the times were spent on where the page counts that. */
function tellPages(script, title, spread, total, note) {
  console.log(`- ${script}: measuring each page, in turns`);
  const samples = measured(script, {
    REPORT_WIDGET_PAGES: pages.map(({ name, address }) => `${name}\t${address}`).join("\n"),
    REPORT_WIDGET_RUNS: options.runs,
  });
  const spent = samples.filter(({ what }) => what.endsWith(" spent"))
    .map((sample) => ({ ...sample, what: sample.what.slice(0, -" spent".length) }));
  const names = pages.map(({ name }) => name);
  console.log(pageTable(title, names, samples.filter(({ what }) => names.includes(what)), spread, total));
  console.log(note);
  if (spent.length) console.log(pageTable("What that is spent on, ms of the main thread", names, spent, spread));
}

/** Hosts `dist/`, the other build, and pages of other frameworks that show the same cards. */
async function openPages() {
  const folders = [["dist", join(ROOT, "dist")]];
  if (options.beside) folders.push(["beside", options.beside]);
  if (parts.includes("peers")) {
    console.log("- building the pages of other frameworks");
    node("peers/build.mjs", {}, [], [join(WORKSHOP, "peers")]);
    folders.push(["React", join(WORKSHOP, "peers/react")], ["Solid", join(WORKSHOP, "peers/solid")]);
  }
  const opened = [];
  for (const [name, folder] of folders) opened.push({ name, ...await host(folder) });
  return opened;
}

/** Builds the page of so many cards, and measures it with a script. */
async function measurePage(script, cards) {
  const page = join(WORKSHOP, "kept");
  rmSync(page, { recursive: true, force: true });
  execFileSync(XTASK, ["bench", "--cards", String(cards), "--keep", page], { stdio: "inherit" });
  const { address, close } = await host(page);
  try {
    return measured(script, { REPORT_WIDGET_URL: address, REPORT_WIDGET_CARDS: String(cards) });
  } finally {
    close();
  }
}

/** Runs the native bench on generated reports. */
function searchNatively(more = {}) {
  const reports = join(WORKSHOP, "reports-of-search");
  const samples = join(WORKSHOP, "search.samples");
  console.log("- searching without a browser (some minutes the first time)");
  const named = sizes.map((cards) => `generated-${cards}=${cards}`);
  node("../../tools/generate-report/generate.mjs", {}, [], [reports, ...named]);
  execFileSync("cargo", ["bench", "--quiet", "--no-default-features", "--bench", "search"], {
    cwd: ROOT,
    stdio: "inherit",
    env: {
      ...process.env, REPORT_WIDGET_REPORTS: reports, REPORT_WIDGET_SAMPLES: samples, CARGO_TARGET_DIR: WORKSHOP, ...more,
    },
  });
  return parseSamples(readFileSync(samples, "utf8"));
}

/** Runs a script that measures; gives its samples. */
function measured(script, variables, flags) {
  const samples = join(WORKSHOP, `${script}.samples`);
  node(script, { ...variables, REPORT_WIDGET_SAMPLES: samples }, flags);
  return parseSamples(readFileSync(samples, "utf8"));
}

function node(script, variables, flags = [], given = []) {
  const place = fileURLToPath(new URL(script, import.meta.url));
  execFileSync(process.execPath, [...flags, place, ...given], { stdio: "inherit", env: { ...process.env, ...variables } });
}

/** Hosts a folder, as it is named in the tables of pages. */
async function host(folder) {
  const server = spawn(XTASK, ["host", folder, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /http:\/\/\S+/.exec(line)?.[0];
    if (address) {
      console.log(`- ${folder}: ${address}`);
      return { address, close: () => server.kill() };
    }
  }
  throw new Error(`${folder} cannot be hosted`);
}

/** Says how busy the machine is: figures taken on a busy one are too high. */
function tellLoad() {
  try {
    const load = readFileSync("/proc/loadavg", "utf8").split(" ")[0];
    console.log(`\nload of the last minute: ${load} on ${availableParallelism()} processors`);
  } catch {
    // Only Linux knows.
  }
}
