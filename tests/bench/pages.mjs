/**
 * The pages that are measured beside each other, each run of each in a browser of its own.
 *
 * The pages take turns (A B A B), so that a machine that gets slower does so for all. They are
 * driven by the stable hooks only, which our page has in its shadow root and the others in the
 * document.
 */
import { start_chromium } from "./chromium.mjs";
import { open_samples } from "./samples.mjs";

const RUNS = Number(process.env.REPORT_WIDGET_RUNS ?? 5);

/** `<name>\t<address>`, a page a line, in the order of the table's columns. */
const PAGES = (process.env.REPORT_WIDGET_PAGES ?? `page\t${process.env.REPORT_WIDGET_URL}`)
  .split("\n").map((line) => line.split("\t"));

const write = open_samples();

/**
 * Measures every page in every run: `measure(browser, address, sample, spent)`, where `sample(name,
 * figure)` keeps a figure, and `spent(name, figure)` one for the table of what the time is spent on.
 * `prepare` is run in the page before its own scripts are.
 */
export async function in_turns({ options = [], prepare = () => {} }, measure) {
  for (let run = 0; run < RUNS; run += 1) {
    for (const [page, address] of PAGES) {
      const browser = await start_chromium(...options);
      try {
        await browser.command("Page.addScriptToEvaluateOnNewDocument", { source: `(${hooks})(); (${prepare})();` });
        const keeper = (what) => (name, figure) => {
          if (!Number.isFinite(figure)) throw new Error(`${name} is ${figure}`);
          write(what, name, figure);
        };
        await measure(browser, address, keeper(page), keeper(`${page} spent`));
      } catch (error) {
        throw new Error(`run ${run + 1} of the page "${page}" failed`, { cause: error });
      } finally {
        await browser.driver.quit();
      }
    }
  }
}

/** What a time was spent on, in milliseconds of the main thread, from two answers of `spent()`. */
export function difference(before, after) {
  const names = { "all tasks": "TaskDuration", script: "ScriptDuration", style: "RecalcStyleDuration", layout: "LayoutDuration" };
  return Object.entries(names).map(([name, metric]) => [name, after[metric] - before[metric]]);
}

/** In the page: where the hooks are. */
function hooks() {
  const set_value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  globalThis.page = {
    root: () => document.querySelector("report-widget")?.shadowRoot ?? document,
    field: () => page.root().querySelector("input[type=search]"),
    count: () => page.root().querySelector("[data-result-count]")?.getAttribute("data-result-count"),
    /** Enters a query as one event. React keeps a setter of its own on the element, which hides the change from it. */
    enter(query) {
      set_value.call(page.field(), query);
      page.field().dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    },
    /** Milliseconds from navigation start until a query changes the count. */
    async filterable() {
      let all;
      for (let attempt = 0; ; attempt += 1) {
        if (page.field() && page.count() !== undefined) {
          all ??= page.count();
          // Two queries in turns: each is a change, whenever the page begins to listen.
          if (page.count() === all) page.enter(attempt % 2 ? "마스크" : "백신");
          if (page.count() !== all) return performance.now();
        }
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    paint: () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
  };
}

/** In the page: resolves after this many milliseconds in which no task was long. */
export async function quiet(milliseconds) {
  let last = performance.now();
  const observer = new PerformanceObserver(() => { last = performance.now(); });
  observer.observe({ type: "longtask" });
  while (performance.now() - last < milliseconds) await new Promise((resolve) => setTimeout(resolve, 100));
  observer.disconnect();
}
