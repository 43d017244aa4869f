/** A phone and a tablet in the hand, held upright and across: everything by touch. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { a_reader } from "./reader.mjs";
import { fitting, report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const DEVICES = [[320, 568], [360, 740], [390, 844], [412, 915], [768, 1024]];
const SCREENS = DEVICES.flatMap(([width, height]) => [{ width, height }, { width: height, height: width }]);

const CARD = WHITE_PAPER.figures[0].card;
const FIGURE = WHITE_PAPER.figures[0].trace;
const SUM = WHITE_PAPER.headlines.find(({ tally }) => tally).trace;

const reader = a_reader();

/** How much wider than the screen the page is, and how much it was made smaller to fit. */
const excess = () => reader.run(() => [
  document.scrollingElement.scrollWidth - innerWidth, Math.round(100 * (visualViewport.scale - 1)),
]);
const see_it_fits = (when) => reader.comes_true(`nothing wider than the screen ${when}`, excess, [0, 0]);

/** What can be tapped, and is covered, out of reach or outside the screen when it is brought there. */
const unreachable = () => reader.inside((root) => [...root.querySelectorAll("button, a[href], summary, input, select")]
  .filter((target) => target.checkVisibility({ visibilityProperty: true }))
  .filter((target) => {
    target.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    // A link that goes on over two lines has two boxes.
    return ![...target.getClientRects()].some(({ x, y, width, height }) => {
      const [left, top] = [x + width / 2, y + height / 2];
      const hit = root.elementFromPoint(left, top);
      return left > 0 && left < innerWidth && (target === hit || target.contains(hit) || hit?.control === target);
    });
  })
  .map((target) => target.outerHTML.slice(0, 120)));

for (const screen of SCREENS) {
  const name = `${screen.width} by ${screen.height}`;

  test(`on ${name}, filters, cards, traces and errata are used by touch, and nothing is wider than the screen`, async () => {
    await reader.hold(screen);
    await reader.open_report();
    await see_it_fits("at first");

    const is_sheet = await reader.inside((root) => root.querySelector('[popovertarget="facets"]:not(.done)').checkVisibility());
    if (is_sheet) {
      await reader.tap('[popovertarget="facets"]:not(.done)');
      await reader.sees("the filters", (root) => root.querySelector("#facets").matches(":popover-open"), true);
      await see_it_fits("with the filters over the page");
    }
    await reader.tap('[data-facet="theme"][data-value="masks"]');
    if (is_sheet) {
      await reader.tap("#facets .done");
      await reader.sees("the filters", (root) => root.querySelector("#facets").matches(":popover-open"), false);
    }
    await reader.comes_true("the cards", reader.cards, fitting(WHITE_PAPER, { theme: ["masks"] }));
    await see_it_fits("filtered");
    await reader.tap(".chips li:nth-child(1) button");
    await reader.see_count(WHITE_PAPER.cards.length);

    await reader.tap(`[data-card="${CARD}"] > summary`);
    await reader.see_open_cards([CARD]);
    await reader.tap(`[data-trace="${FIGURE}"] > summary`);
    await reader.see_open_traces([FIGURE]);
    await see_it_fits("with a figure traced");
    await reader.tap(`[data-trace="${SUM}"] > summary`);
    await reader.see_open_traces([SUM, FIGURE]);
    await see_it_fits("with a sum traced");
    await reader.tap("[data-errata] > summary");
    await reader.sees("the errata", (root) => root.querySelector("[data-errata]").open, true);
    await see_it_fits("with the errata");
  });

  test(`on ${name}, whatever can be tapped is within reach, and covered by nothing`, async () => {
    await reader.hold(screen);
    await reader.open_report();
    assert.deepEqual(await unreachable(), []);
  });
}

test("a card closes again when it is tapped once more, also after the screen was turned", async () => {
  await reader.hold({ width: 390, height: 844 });
  await reader.open_report();
  await reader.tap(`[data-card="${CARD}"] > summary`);
  await reader.see_open_cards([CARD]);
  await reader.hold({ width: 844, height: 390 });
  await reader.see_open_cards([CARD]);
  await reader.tap(`[data-card="${CARD}"] > summary`);
  await reader.see_open_cards([]);
});
