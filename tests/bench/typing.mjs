/**
 * Types into a generated page, a character at a time, and records how long each
 * keystroke took from its `input` event to the painted result.
 *
 * The end is a task that was posted in the first animation frame after the
 * event: it runs when that frame's style, layout and paint are done. Frames
 * are unpaced, so that no wait for a refresh of the screen, which is none of
 * ours, blurs the figures.
 */
import { readFileSync } from "node:fs";
import { open_page, start_chromium, UNPACED } from "./chromium.mjs";
import { open_samples } from "./samples.mjs";

const SCRIPTS = readFileSync(new URL("../../benches/scripts.txt", import.meta.url), "utf8")
  .split("\n").filter(Boolean);
const OPENINGS = 3;
const TYPINGS = 5;
/** All scripts are not typed again after this time, in milliseconds. */
const PATIENCE = 40_000;
/** What Chromium counts a page's time by. */
const METRICS = { script: "ScriptDuration", style: "RecalcStyleDuration", layout: "LayoutDuration" };

const sample = open_samples();
const browser = await start_chromium(...UNPACED);
try {
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    sample("opening", "drawn", await open_page(browser));
  }
  await browser.command("Performance.enable");
  await browser.ask(watch);
  const first = await key("마");
  sample("opening", "first keystroke", first);
  await empty();
  await type_all(() => {});
  for (const rate of [1, 4]) {
    await browser.slow_down(rate);
    const began = Date.now();
    for (let typing = 0; typing < TYPINGS && Date.now() - began < PATIENCE; typing += 1) {
      await type_all((what, name, time) => sample(`${what} x${rate}`, name, time));
    }
  }
} finally {
  await browser.driver.quit();
}

async function type_all(record) {
  for (const script of SCRIPTS) await type_out(script, record);
}

async function type_out(script, record) {
  for (const character of script) {
    const before = await browser.spent();
    record("painted", script, await key(character));
    const after = await browser.spent();
    for (const [name, metric] of Object.entries(METRICS)) record("spent", name, after[metric] - before[metric]);
  }
  record("painted", "(emptied)", await empty());
}

/** Types one character, as an input method hands it over; milliseconds. */
async function key(character) {
  await browser.ask(() => { globalThis.painted = next_painted(); });
  await browser.command("Input.insertText", { text: character });
  return painted();
}

async function empty() {
  await browser.ask(() => {
    const field = document.querySelector("report-widget").shadowRoot.querySelector("input[type=search]");
    field.select();
    globalThis.painted = next_painted();
  });
  for (const type of ["keyDown", "keyUp"]) {
    await browser.command("Input.dispatchKeyEvent", { type, key: "Backspace", windowsVirtualKeyCode: 8 });
  }
  return painted();
}

async function painted() {
  const time = await browser.ask(() => globalThis.painted);
  if (typeof time !== "number") throw new Error(`not measured: ${JSON.stringify(time)}`);
  return time;
}

/** In the page: gives `next_painted()`, and the focus to the search field. */
function watch() {
  let resolve_painted;
  let began;
  const channel = new MessageChannel();
  channel.port1.onmessage = () => resolve_painted(performance.now() - began);
  addEventListener("input", () => {
    began = performance.now();
    requestAnimationFrame(() => channel.port2.postMessage(null));
  }, { capture: true });
  globalThis.next_painted = () => new Promise((resolve) => { resolve_painted = resolve; });
  document.querySelector("report-widget").shadowRoot.querySelector("input[type=search]").focus();
}
