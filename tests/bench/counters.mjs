/**
 * 200 counters at once, ours and then those of CountUp.js on the same page:
 * frames that took longer than 32 ms, and what the page spent on them.
 *
 * Ours run when they are first seen, so the screen is made tall enough for all
 * of them; CountUp.js runs on 200 numbers of the same size, in the same time.
 */
import { readFileSync } from "node:fs";
import { open_page, open_samples, start_chromium } from "./chromium.mjs";

const COUNT = 200;
const RUNS = 5;
/** Our digits run this long, in milliseconds; see src/browser/counters.rs. */
const DURATION = 1200;
const WIDTH = 1280;
const LOW = 300;
const TALL = 40_000;
const COUNT_UP = readFileSync(new URL(import.meta.resolve("countup.js/dist/countUp.umd.js")), "utf8");

const sample = open_samples();
const browser = await start_chromium();
try {
  await browser.command("Performance.enable");
  for (let run = 0; run < RUNS; run += 1) {
    await screen(LOW);
    await browser.slow_down(1);
    await open_page(browser);
    const running = await browser.ask(draw, COUNT);
    if (running !== COUNT) throw new Error(`${running} counters instead of ${COUNT}`);
    await browser.slow_down(4);
    await measure("report-widget", () => screen(TALL));
    await browser.driver.executeScript(`${COUNT_UP}; globalThis.CountUp = (globalThis.countUp ?? exports).CountUp;`
      .replace(/^/, "var exports = {}, module = undefined, define = undefined;"));
    await browser.ask(stand_ready, COUNT, DURATION);
    await measure("CountUp.js", () => browser.ask(() => { globalThis.run_all(); }));
  }
} finally {
  await browser.driver.quit();
}

async function screen(height) {
  const size = { width: WIDTH, height, deviceScaleFactor: 1, mobile: false };
  await browser.command("Emulation.setDeviceMetricsOverride", size);
}

/** Starts the counters, waits until they stand, and tells what they took. */
async function measure(what, start) {
  await browser.ask(() => new Promise((resolve) => setTimeout(resolve, 500)));
  await browser.ask(record);
  const before = await browser.spent();
  await start();
  const { frames, running } = await browser.ask(() => globalThis.recorded);
  const after = await browser.spent();
  const spent = (name) => after[name] - before[name];
  sample(what, "counters", running);
  sample(what, "frames", frames.length);
  sample(what, "frames over 32 ms", frames.filter((frame) => frame > 32).length);
  sample(what, "longest frame, ms", Math.max(...frames));
  sample(what, "script, ms", spent("ScriptDuration"));
  sample(what, "style, ms", spent("RecalcStyleDuration"));
  sample(what, "layout, ms", spent("LayoutDuration"));
  sample(what, "all tasks, ms", spent("TaskDuration"));
}

/** In the page: draws cards until so many counters have not run yet; the rest is marked as run. */
async function draw(count) {
  const frame = () => new Promise(requestAnimationFrame);
  const root = document.querySelector("report-widget").shadowRoot;
  const waiting = () => [...root.querySelectorAll(".counter:not([data-ran])")];
  while (waiting().length < count) {
    const drawn = root.querySelectorAll("[data-card]").length;
    root.querySelector(".more").click();
    while (root.querySelectorAll("[data-card]").length === drawn) await frame();
  }
  for (const counter of waiting().slice(count)) counter.setAttribute("data-ran", "");
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

/** In the page: numbers for CountUp.js, and `run_all()`. */
function stand_ready(count, duration) {
  const root = document.querySelector("report-widget").shadowRoot;
  const values = [...root.querySelectorAll(".counter data")].slice(-count).map((data) => Number(data.value));
  const list = document.createElement("ul");
  const numbers = values.map(() => list.appendChild(document.createElement("li")));
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
