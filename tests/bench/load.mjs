/**
 * What ten widgets hold after many moves and many actions: DOM nodes, listeners, JS heap and WASM memory,
 * after a garbage collection. `REPORT_WIDGET_LOAD` is how many actions, ten thousand by default; moves,
 * re-inserts and replacements are a thousand at most.
 */
import { start_browser } from "../browser/engine.mjs";
import { open_host } from "../browser/host.mjs";
import { LONGEST, TEN, act, is_at_rest, move } from "../browser/load.mjs";

const ACTIONS = Number(process.env.REPORT_WIDGET_LOAD ?? 10_000);
/** How many rows a table has. */
const STEPS = 10;

for (const [name, work, times] of [["moves", move, Math.min(ACTIONS, 1000)], ["actions", act, ACTIONS]]) {
  const host = await open_host();
  const browser = await start_browser();
  try {
    const { driver } = browser;
    await driver.manage().setTimeouts({ script: LONGEST, pageLoad: LONGEST });
    await driver.get(host.page(TEN));
    const until = (what) => driver.wait(() => driver.executeScript(what), LONGEST);
    await until(() => window.seen.events.filter(({ name }) => name === "report-ready").length === 10);
    console.log(`\n${name}, ten widgets\n${["times", "nodes", "listeners", "JS heap, kB", "WASM, kB", "seconds"].join("\t")}`);
    for (let step = 0; step <= STEPS; step += 1) {
      const start = performance.now();
      // In short turns: a driver hears from the page in between.
      const turns = step === 0 ? 0 : times / STEPS;
      for (let done = 0; done < turns; done += 500) await driver.executeScript(work, Math.min(500, turns - done));
      await until(is_at_rest);
      const { nodes, listeners, heap, wasm } = await browser.holdings();
      const kilobytes = (bytes) => Math.round(bytes / 1000);
      console.log([step * times / STEPS, nodes, listeners, kilobytes(heap), kilobytes(wasm[0]), Math.round((performance.now() - start) / 1000)].join("\t"));
    }
  } finally {
    await browser.driver.quit();
    await host.close();
  }
}
