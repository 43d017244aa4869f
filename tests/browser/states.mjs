/**
 * Every state that the page can be in, as a reader brings it about: what is
 * true of the widget has to be true in each of them.
 */
import { report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
/** A card whose figures have discrepancies, and a sum with rows. */
export const CARD = WHITE_PAPER.cards.find((card) => card.errata?.some(({ about }) => about.startsWith("figures/")));
const SUM = WHITE_PAPER.headlines.find(({ tally }) => tally);

/** Three cards of one unit. */
const COMPARED = WHITE_PAPER.cards.filter(({ figures }) => figures?.[0]?.unit === "views").slice(0, 3);

/** A card with series. */
const CHARTED = WHITE_PAPER.cards.find((card) => card.series?.length > 1) ?? WHITE_PAPER.cards.find((card) => card.series);

export const WIDE = { width: 1280, height: 900 };
export const NARROW = { width: 390, height: 844 };

/** The page as the bundle's own site has it, in each language. */
export const PAGES = { ko: "", en: "en/" };

/** Unfolds the tables of all charts in the page, and reads the last mark of each. */
async function show_tables(reader) {
  await reader.inside((root) => {
    for (const table of root.querySelectorAll(".chart .data")) table.open = true;
    for (const plot of root.querySelectorAll(".chart .plot")) {
      plot.dispatchEvent(new KeyboardEvent("keydown", { key: "End", cancelable: true }));
    }
  });
}

/** What a reader does to come there, and on what screens it differs. */
const STATES = {
  "opening": { screens: [WIDE, NARROW], come: async () => {} },
  "filtered": {
    screens: [WIDE, NARROW],
    come: async (reader, lang) => {
      await reader.show({ query: { ko: "마스크", en: "mask" }[lang], filters: "brand:makers,brand:kakaomap;theme:masks" });
      await reader.sees("the chips", (root) => root.querySelectorAll(".chips li").length, 3);
    },
  },
  "nothing found": {
    screens: [WIDE, NARROW],
    come: async (reader) => {
      await reader.show({ query: "qqqq", filters: "theme:masks" });
      await reader.see_count(0);
    },
  },
  "a card and its traces open": {
    screens: [WIDE, NARROW],
    come: async (reader) => {
      await reader.show({ card: CARD.id });
      await reader.find(`[data-card="${CARD.id}"] [data-trace]`);
      await reader.inside((root, card) => {
        for (const trace of root.querySelectorAll(`[data-card="${card}"] [data-trace]`)) trace.open = true;
      }, CARD.id);
    },
  },
  "a sum traced": {
    screens: [WIDE, NARROW],
    come: (reader) => reader.open_trace(SUM.trace),
  },
  "a chart of a series, with its table": {
    screens: [WIDE, NARROW],
    come: async (reader) => {
      await reader.show({ card: CHARTED.id, filters: "" });
      await reader.find(`[data-card="${CHARTED.id}"] [data-chart] .data`);
      await show_tables(reader);
    },
  },
  "the chart of a sum, with its table": {
    screens: [WIDE, NARROW],
    come: async (reader) => {
      await reader.open_trace(SUM.trace);
      await reader.find(`[data-trace="${SUM.trace}"] [data-chart] .data`);
      await show_tables(reader);
    },
  },
  "the timeline, with a year chosen and its table": {
    screens: [WIDE, NARROW],
    come: async (reader) => {
      await reader.click(".timeline-section > summary");
      await reader.click('.timeline-section [data-year="2021"]');
      await reader.sees("the year chosen", (root) => root.querySelector('.timeline-section [data-year="2021"]').ariaPressed, "true");
      await show_tables(reader);
    },
  },
  "the filters over the page": {
    screens: [NARROW],
    come: async (reader) => {
      await reader.open_filters();
      await reader.inside((root) => {
        for (const group of root.querySelectorAll("#facets details")) group.open = true;
      });
    },
  },
  "the errata open": {
    screens: [WIDE, NARROW],
    come: async (reader) => {
      await reader.click("[data-errata] > summary");
      await reader.sees("the errata", (root) => root.querySelector("[data-errata] [data-erratum]") !== null, true);
    },
  },
  "the embed dialog open": {
    screens: [WIDE, NARROW],
    come: async (reader) => {
      await reader.click(".foot .embed");
      await reader.sees("the dialog", (root) => root.querySelector("dialog.embed")?.matches(":modal") ?? false, true);
    },
  },
  "the dialog of cards compared": {
    screens: [WIDE, NARROW],
    come: async (reader) => {
      await reader.set("filters", "");
      for (const { id } of COMPARED) {
        await reader.inside((root, id) => { root.querySelector(`[data-card="${id}"]`).open = true; }, id);
        await reader.find(`[data-card="${id}"] .cite .compare`);
        // A click by a driver may meet the bar at the bottom.
        await reader.inside((root, id) => root.querySelector(`[data-card="${id}"] .cite .compare`).click(), id);
      }
      await reader.click(".chosen .compare");
      await reader.sees("the dialog", (root) => root.querySelector("dialog.compare")?.matches(":modal") ?? false, true);
    },
  },
  "the dialog of the story": {
    screens: [WIDE, NARROW],
    come: async (reader) => {
      await reader.click(".open-story");
      await reader.sees("the dialog", (root) => root.querySelector("dialog.story-dialog")?.matches(":modal") ?? false, true);
    },
  },
  "the export dialog open": {
    screens: [WIDE, NARROW],
    come: async (reader) => {
      await reader.click(".foot .export");
      await reader.sees("the dialog", (root) => root.querySelector("dialog.export-dialog")?.matches(":modal") ?? false, true);
    },
  },
};

/** Every state on every screen on which it differs: `{name, screen, come}`. */
export const states = Object.entries(STATES).flatMap(([name, { screens, come }]) =>
  screens.map((screen) => ({ name: `${name}, ${screen.width} px wide`, screen, come })));
