/** The widget looks as it did when somebody looked at it last, in every engine. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { TOLERANCE, bring_up, compare, open_for_picture, restyle, see_picture, wrong_letters } from "../pictures.mjs";
import { a_reader } from "../reader.mjs";

const CARD = "unused-vaccine";
const FIGURE = `${CARD}/exposures`;
const CHART = `[data-chart="${CARD}/channels"]`;

const reader = a_reader();

const open = (selector) => reader.inside((root, selector) => {
  root.querySelector(selector).open = true;
}, selector);

/** Name, what the page says, the size of the picture, and what a reader does. */
const VIEWS = [
  ["opening", "", { width: 390, height: 760 }],
  ["opening-en-dark", 'lang="en"', { width: 1280, height: 700 }, { dark: true }],
  ["cards-en", 'lang="en"', { width: 768, height: 600 }, {
    come: () => bring_up(reader, '[data-part="2"]'),
  }],
  ["trace", `card="${CARD}"`, { width: 390, height: 760 }, {
    come: async () => {
      await reader.find(CHART);
      await open(`[data-trace="${FIGURE}"]`);
      await bring_up(reader, `[data-trace="${FIGURE}"]`);
    },
  }],
  ["chart", `card="${CARD}"`, { width: 320, height: 640 }, {
    come: () => bring_up(reader, CHART),
  }],
  ["errata-en", 'lang="en"', { width: 768, height: 480 }, {
    come: async () => {
      await open("[data-errata]");
      await reader.find("[data-errata] [data-erratum]");
      await bring_up(reader, ".errata");
    },
  }],
  ["nothing-found-dark", 'theme="dark" query="qqqq" filters="theme:masks"', { width: 320, height: 560 }, {
    come: () => bring_up(reader, ".search"),
  }],
  ["filters", "", { width: 390, height: 760 }, {
    come: async () => {
      await reader.inside((root) => root.querySelector(".open-facets").click());
      await reader.find("#facets:popover-open");
    },
  }],
  ["story", "", { width: 390, height: 760 }, {
    come: async () => {
      await reader.inside((root) => root.querySelector(".open-story").click());
      await reader.find("dialog.story-dialog:modal");
    },
  }],
  ["comparison-en-dark", 'lang="en" theme="dark"', { width: 390, height: 700 }, {
    come: async () => {
      for (const id of ["public-masks", "relief-shops", "unused-vaccine"]) {
        await open(`[data-card="${id}"]`);
        await reader.find(`[data-card="${id}"] .compare`);
        await reader.inside((root, id) => root.querySelector(`[data-card="${id}"] .compare`).click(), id);
      }
      await reader.inside((root) => root.querySelector(".chosen .compare").click());
      await reader.find("dialog.compare:modal");
    },
  }],
];

test("the letters are those of the pictures", () => {
  assert.equal(wrong_letters(), null);
});

for (const [name, says, size, { dark = false, come = async () => {} } = {}] of VIEWS) {
  test(`${name} looks as it did when it was looked at`, async () => {
    if (dark) await reader.prefer({ "prefers-color-scheme": "dark" });
    await open_for_picture(reader, `<report-widget ${says}></report-widget>`, size);
    await come();
    await see_picture(reader, name);
  });
}

for (const [what, style] of [
  ["a word that stands 2 px lower", '.topbar [data-lang="en"] { translate: 0 2px; }'],
  ["a line that is quieter", ".hero .subtitle { opacity: .7; }"],
  ["a mark that is paler", ".great:first-child .headline .number { --_pen: #fbe8b0; }"],
  ["a bar that is thinner", ".great .bar { block-size: 8px; }"],
]) {
  test(`${what} is another picture`, async () => {
    const [name, says, size] = VIEWS[0];
    await open_for_picture(reader, `<report-widget ${says}></report-widget>`, size);
    await see_picture(reader, name);
    await restyle(reader, style);
    const is_another = async () => (await compare(reader, name)).share > TOLERANCE;
    await reader.comes_true(what, is_another, true);
  });
}
