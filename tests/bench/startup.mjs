/**
 * What opening a page costs on a processor slowed down four times: how long it cannot answer, when
 * it is first painted, and what it keeps.
 *
 * Blocking time is what each long task takes beyond 50 ms, from navigation start until no task has
 * been long for five seconds. Nodes and memory are counted then, after a garbage collection.
 */
import { difference, in_turns, quiet } from "./pages.mjs";

const RATE = 4;
const QUIET = 5_000;
/** From which length on a task blocks, in milliseconds. */
const LONG = 50;

await in_turns({ prepare: record }, async (browser, address, sample, spent) => {
  await browser.slow_down(RATE);
  await browser.count_cpu();
  const before = await browser.spent();
  await browser.driver.get(address);
  await browser.ask(quiet, QUIET);
  for (const [name, time] of difference(before, await browser.spent())) spent(name, time);
  const { tasks, paint } = await browser.ask(() => ({ tasks: recorded.tasks, paint: page.paint() }));
  sample("blocking time, ms", tasks.reduce((sum, duration) => sum + duration - LONG, 0));
  sample("longest task, ms", Math.max(0, ...tasks));
  sample("first contentful paint, ms", paint);

  await browser.slow_down(1);
  await browser.command("HeapProfiler.collectGarbage");
  const { nodes, wasm } = await browser.ask(kept);
  const { nodes: held } = await browser.driver.sendAndGetDevToolsCommand("Memory.getDOMCounters", {});
  const { usedSize, embedderHeapUsedSize } = await browser.driver.sendAndGetDevToolsCommand("Runtime.getHeapUsage", {});
  sample("DOM nodes", nodes);
  sample("DOM nodes, with detached ones", held);
  sample("JS heap, MB", usedSize / 1e6);
  sample("WASM memory, MB", wasm / 1e6);
  sample("JS heap and WASM memory, MB", (usedSize + wasm) / 1e6);
  // What the browser's own objects take: nodes, styles, boxes of layout.
  sample("DOM objects, MB", embedderHeapUsedSize / 1e6);
});

/** In the page, before its own scripts: keeps the lengths of long tasks, and the memories of WASM programs. */
function record() {
  globalThis.recorded = { tasks: [], memories: new Set() };
  new PerformanceObserver((list) => recorded.tasks.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ type: "longtask", buffered: true });
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const result = await original.apply(WebAssembly, given);
      const { exports } = result.instance ?? result;
      for (const value of Object.values(exports)) if (value instanceof WebAssembly.Memory) recorded.memories.add(value);
      return result;
    };
  }
}

/** In the page: how many nodes the document has, with those of open shadow roots; bytes of WASM memory. */
function kept() {
  const count = (node) => {
    let sum = 1 + (node.shadowRoot ? count(node.shadowRoot) : 0);
    for (const child of node.childNodes) sum += count(child);
    return sum;
  };
  const wasm = [...recorded.memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
  return { nodes: count(document), wasm };
}
