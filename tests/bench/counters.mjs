/**
 * 200 counters at once, ours and then those of CountUp.js on the same page:
 * frames that took longer than 32 ms, and what the page spent on them.
 *
 * Ours run when they are first seen, so they stand beside the screen until they
 * are to start, and a style sheet shows nothing but them. CountUp.js runs on as
 * many numbers of the same values and size, in the same time.
 */
import { readFileSync } from "node:fs";
import { open_page, start_chromium } from "./chromium.mjs";
import { open_samples } from "./samples.mjs";

const COUNT = 200;
const RUNS = 5;
/** Our digits run this long, in milliseconds; see src/element/counters.rs. */
const DURATION = 1200;
const SCREEN = { width: 1280, height: 2400, deviceScaleFactor: 1, mobile: false };
const NUMBERS = "display: grid !important; grid-template-columns: repeat(5, 1fr) !important; gap: 0 !important; white-space: nowrap !important; font: 16px/1.8 sans-serif !important;";
const SHEET = `
  .topbar, .hero, .aside, .search, .chips, .more, .part-head, footer, .card .label,
  .card > summary > :not(.main) { display: none !important }
  .columns { display: block !important }
  .cards { ${NUMBERS} }
  .cards * { margin: 0 !important; padding: 0 !important; font: inherit !important; border: 0 !important; min-block-size: 0 !important }
  .away { transform: translateX(-20000px) }`;
const COUNT_UP = readFileSync(new URL("../node_modules/countup.js/dist/countUp.umd.js", import.meta.url), "utf8");

const sample = open_samples();
const browser = await start_chromium();
try {
  await browser.command("Performance.enable");
  await browser.command("Emulation.setDeviceMetricsOverride", SCREEN);
  for (let run = 0; run < RUNS; run += 1) {
    await browser.slow_down(1);
    await open_page(browser);
    const running = await browser.ask(draw, COUNT, SHEET);
    if (running !== COUNT) throw new Error(`${running} counters instead of ${COUNT}`);
    await browser.slow_down(4);
    await measure("report-widget", () => browser.ask(() => away(false)));
    await browser.driver.executeScript(`${COUNT_UP}; globalThis.CountUp = (globalThis.countUp ?? exports).CountUp;`
      .replace(/^/, "var exports = {}, module = undefined, define = undefined;"));
    await browser.ask(stand_ready, DURATION, NUMBERS);
    await measure("CountUp.js", () => browser.ask(() => { globalThis.run_all(); }));
  }
} finally {
  await browser.driver.quit();
}

/** Starts the counters, waits until they stand, and gives what they took. */
async function measure(what, start) {
  await browser.ask(() => new Promise((resolve) => setTimeout(resolve, 500)));
  await browser.ask(record);
  const before = await browser.spent();
  await start();
  const { frames, running } = await browser.ask(() => globalThis.recorded);
  const after = await browser.spent();
  const spent = (name) => after[name] - before[name];
  if (running !== COUNT) throw new Error(`${running} counters of ${what} ran at once, not ${COUNT}`);
  sample(what, "frames", frames.length);
  sample(what, "frames over 32 ms", frames.filter((frame) => frame > 32).length);
  sample(what, "longest frame, ms", Math.max(...frames));
  sample(what, "script, ms", spent("ScriptDuration"));
  sample(what, "style, ms", spent("RecalcStyleDuration"));
  sample(what, "layout, ms", spent("LayoutDuration"));
  sample(what, "all tasks, ms", spent("TaskDuration"));
}

/** In the page: draws cards until so many counters have not run yet; the rest is marked as run. */
async function draw(count, styles) {
  const frame = () => new Promise(requestAnimationFrame);
  const root = document.querySelector("report-widget").shadowRoot;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets.push(sheet);
  globalThis.away = (yes) => root.querySelector(".results").classList.toggle("away", yes);
  away(true);
  const waiting = () => [...root.querySelectorAll(".counter:not([data-ran])")];
  while (waiting().length < count) {
    const drawn = root.querySelectorAll("[data-card]").length;
    root.querySelector(".more").click();
    while (root.querySelectorAll("[data-card]").length === drawn) await frame();
  }
  for (const counter of waiting().slice(count)) counter.setAttribute("data-ran", "");
  for (const counter of waiting()) counter.classList.add("was-waiting");
  // The first cards were on screen for a moment; their digits are to stand before others run.
  while (root.querySelector(".running")) await frame();
  return waiting().length;
}

/** In the page: the lengths of frames from now until no counter has run for a while. */
function record() {
  const root = document.querySelector("report-widget").shadowRoot;
  const count = () => root.querySelectorAll(".running").length || globalThis.count_ups?.running || 0;
  globalThis.recorded = new Promise((resolve) => {
    const frames = [];
    let [last, running, began] = [0, 0, 0];
    const frame = (now) => {
      const runs = count();
      running = Math.max(running, runs);
      if (running && last) frames.push(now - last);
      if (running || last) last = now;
      if (runs) began ||= now;
      if (running && !runs) return resolve({ frames, running });
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

/** In the page: numbers for CountUp.js, and `run_all()`; ours step aside. */
function stand_ready(duration, styles) {
  const root = document.querySelector("report-widget").shadowRoot;
  const values = [...root.querySelectorAll(".was-waiting data")].map((data) => Number(data.value));
  away(true);
  const list = document.createElement("div");
  list.style.cssText = styles.replaceAll("!important", "");
  const numbers = values.map(() => list.appendChild(document.createElement("span")));
  document.body.prepend(list);
  globalThis.count_ups = { running: 0 };
  globalThis.run_all = () => {
    for (const [index, value] of values.entries()) {
      const done = () => { count_ups.running -= 1; };
      count_ups.running += 1;
      new CountUp(numbers[index], value, { duration: duration / 1000, onCompleteCallback: done }).start();
    }
  };
}
