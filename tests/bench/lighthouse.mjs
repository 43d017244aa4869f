/**
 * What Lighthouse says of the page at REPORT_WIDGET_URL, on the phone and the network that it
 * pretends: the score of each category in some runs, the figures behind the speed, and every
 * judgement that is not full marks.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Fetched when it is asked for: it is larger than all other packages. */
const LIGHTHOUSE = "lighthouse@13.5.0";
const RUNS = 3;
const FIGURES = ["first-contentful-paint", "largest-contentful-paint", "speed-index", "total-blocking-time", "cumulative-layout-shift"];

const folder = mkdtempSync(join(tmpdir(), "lighthouse-"));
const runs = [];
try {
  for (let run = 0; run < RUNS; run += 1) {
    const report = join(folder, `${run}.json`);
    execFileSync("npx", [
      "--yes", LIGHTHOUSE, process.env.REPORT_WIDGET_URL, "--quiet", "--output=json", `--output-path=${report}`,
      "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage",
    ], {
      env: { ...process.env, CHROME_PATH: process.env.CHROMIUM ?? "/usr/bin/chromium" },
      stdio: ["ignore", "inherit", "inherit"],
    });
    runs.push(JSON.parse(readFileSync(report, "utf8")));
  }
} finally {
  rmSync(folder, { recursive: true });
}

const line = (name, cells) => console.log(`  ${name.padEnd(26)}${cells.map((cell) => String(cell).padStart(12)).join("")}`);
for (const { id, title } of Object.values(runs[0].categories)) {
  line(title, runs.map(({ categories }) => Math.round(categories[id].score * 100)));
}
console.log();
for (const id of FIGURES) line(runs[0].audits[id].title, runs.map(({ audits }) => audits[id].displayValue));
// How fast Lighthouse found the machine; it slows down four times, however slow that is.
line("Speed of this machine", runs.map(({ environment }) => environment.benchmarkIndex));

const last = runs.at(-1);
const weighty = Object.values(last.categories).flatMap(({ auditRefs }) => auditRefs).filter(({ weight }) => weight > 0);
const faults = weighty.map(({ id }) => last.audits[id]).filter(({ score }) => score !== null && score < 1);
console.log(faults.length ? "\nNot full marks in the last run:" : "\nFull marks in the last run.");
for (const { title, score, displayValue } of faults) console.log(`  ${title}: ${Math.round(score * 100)}${displayValue ? ` (${displayValue})` : ""}`);
