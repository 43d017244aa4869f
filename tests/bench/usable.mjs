/**
 * How long readers on slow 4G wait until they can filter: from navigation start to the first query
 * that changes the count, with the processor as it is and slowed down four times. A query is
 * entered every 10 ms from the moment the search field is there.
 *
 * Bytes are those of the page and all that it asked for itself, headers included; a service worker
 * that fills its cache afterwards is not part of them.
 */
import { in_turns, quiet } from "./pages.mjs";

const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const QUIET = 3_000;

const RATES = [["", 1], [", CPU slowed down 4 times", 4]];

for (const [at_rate, rate] of RATES) {
  await in_turns({ prepare: watch }, async (browser, address, sample) => {
    await browser.command("Network.enable");
    await browser.command("Network.emulateNetworkConditions", SLOW_4G);
    await browser.slow_down(rate);
    await browser.driver.get(address);
    const time = await browser.ask(() => filterable);
    await browser.ask(quiet, QUIET);
    const { paint, before, all } = await browser.ask(transferred, time);
    sample(`can be filtered${at_rate}, ms`, time);
    sample(`first contentful paint${at_rate}, ms`, paint);
    if (rate === 1) sample("transferred until then, kB", before / 1e3);
    if (rate === 1) sample("transferred, kB", all / 1e3);
  });
}

/** In the page, before its own scripts. */
function watch() {
  globalThis.filterable = page.filterable();
}

/** In the page: bytes of what had arrived at a time, and of everything. */
function transferred(time) {
  const entries = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  const sum = (some) => some.reduce((bytes, { transferSize }) => bytes + transferSize, 0);
  return { paint: page.paint(), before: sum(entries.filter(({ responseEnd }) => responseEnd <= time)), all: sum(entries) };
}
