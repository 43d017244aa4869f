/** Ten widgets on a page that are moved, replaced and read for long hold hardly more at the end than before. */
import { test } from "node:test";
import { LONGEST, TEN, act, expect_flat, is_at_rest, move } from "./load.mjs";
import { a_reader } from "./reader.mjs";

const reader = a_reader();

/** What the page holds after some work in it. */
async function holdings_after(work, times) {
  await reader.run(work, times);
  await reader.comes_true("every card is drawn and filled", () => reader.run(is_at_rest), true);
  return reader.holdings();
}

for (const [what, work, times] of [
  ["moves, re-inserts and replacements", move, 150],
  ["words, filters, cards, traces, parts and languages", act, 1000],
]) {
  test(`${what}, ${times} times: as many nodes and listeners as before, and hardly more memory`, async () => {
    await reader.open_page(TEN);
    await reader.see_events("report-ready", 10);
    await reader.driver.manage().setTimeouts({ script: LONGEST });
    const before = await holdings_after(work, times);
    expect_flat(before, await holdings_after(work, times));
  });
}
