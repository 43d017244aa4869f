/** The whole page by keyboard: no place is skipped, hidden or a trap, and the focus comes back. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Key, a_reader } from "./reader.mjs";
import { report } from "./report.mjs";
import { NARROW, WIDE, states } from "./states.mjs";

const WIDGET = '<a href="#before" id="before">before</a><report-widget report="story-2021"></report-widget><a href="#after" id="after">after</a>';
const SCREENS = [["wide", WIDE], ["narrow", NARROW], ["magnified to 400 %", { width: 320, height: 256 }]];
const CARDS = report("story-2021").cards.length;

const reader = a_reader();

/** Where the focus is, and whether any of it is seen. */
const here = () => reader.run(() => {
  const widget = document.querySelector("report-widget");
  const inside = document.activeElement === widget;
  const focused = inside ? widget.shadowRoot.activeElement : document.activeElement;
  const { left, top, right, bottom } = focused.getBoundingClientRect();
  const middle = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
  const root = inside ? widget.shadowRoot : document;
  const label = focused.closest("label") ?? focused;
  const at = (x, y) => label.contains(root.elementFromPoint(x, y));
  const { outlineStyle } = getComputedStyle(focused);
  return {
    name: inside ? `${focused.localName} ${(focused.ariaLabel ?? focused.textContent).trim().slice(0, 40)}` : focused.id,
    seen: [0.1, 0.5, 0.9].some((part) => at(middle, top + (bottom - top) * part)),
    outlined: outlineStyle !== "none",
  };
});

const forward = () => reader.press(Key.TAB);
const back = () => reader.driver.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();

/** Goes on until the focus is at a place outside the widget: all stops on the way. */
async function walk(step, to) {
  const stops = [];
  for (;;) {
    await step();
    const stop = await here();
    if (stop.name === to) return stops;
    stops.push(stop);
    if (stops.length > 400) throw new Error(`no way to ${to}: ${stops.slice(-6).map(({ name }) => name)}`);
  }
}

/** What could be focused, in the order in which it stands. */
const focusable = () => reader.inside((root) => [...root.querySelectorAll("a, button, summary, input, select")]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }))
  .map((element) => `${element.localName} ${(element.ariaLabel ?? element.textContent).trim().slice(0, 40)}`));

for (const [kind, screen] of SCREENS) {
  test(`Tab goes through everything, in order, and back; each stop can be seen (${kind})`, async () => {
    await reader.magnify({ times: 1, ...screen });
    await reader.open_page(WIDGET);
    await reader.sees("a card that is filled", (root) => root.querySelector("[data-card] [data-trace]") !== null, true);
    await reader.inside((root) => {
      root.querySelector("[data-card]").open = true;
      root.querySelector("[data-card] [data-trace]").open = true;
      root.querySelector("[data-errata]").open = true;
    });
    await reader.let_settle();
    const order = await focusable();
    await reader.run(() => document.querySelector("#before").focus());
    const there = await walk(forward, "after");
    assert.deepEqual(there.map(({ name }) => name), order);
    const home = await walk(back, "before");
    assert.deepEqual(home.map(({ name }) => name), order.toReversed());
    const unseen = (stops) => stops.filter(({ seen, outlined }) => !seen || !outlined);
    assert.deepEqual([unseen(there), unseen(home)], [[], []]);
  });
}

const focus = (selector) => reader.inside((root, selector) => root.querySelector(selector).focus(), selector);
const focused = (selector) => reader.sees(`the focus on ${selector}`, (root, selector) =>
  root.activeElement?.matches(selector) ?? false, true, selector);

test("the filters of a phone: Enter opens, Tab goes in and out, Escape closes and gives the focus back", async () => {
  await reader.magnify({ times: 1, ...NARROW });
  await reader.open_page(WIDGET);
  const is_open = (root) => root.querySelector("#facets").matches(":popover-open");
  await focus(".open-facets");
  await reader.press(Key.ENTER);
  await reader.sees("the filters", is_open, true);
  await reader.press(Key.TAB);
  await focused("#facets summary");
  await reader.press(Key.ESCAPE);
  await reader.sees("the filters", is_open, false);
  await focused(".open-facets");
  // Without Escape there is a way on, too.
  await reader.press(Key.ENTER);
  await reader.sees("the filters", is_open, true);
  await focus("#facets .done");
  await reader.press(Key.TAB);
  const outside = (root) => root.activeElement !== null && root.activeElement.closest("#facets") === null;
  await reader.sees("the focus behind the filters", outside, true);
});

// A popover's toggle event comes in a task of its own. Its listener took every such event for the sheet's closing, and
// gave the focus back to the button: pressing Tab at once left the filters.
test("the focus that goes into the filters as they open stays there", async () => {
  await reader.magnify({ times: 1, ...NARROW });
  await reader.open_page(WIDGET);
  await reader.inside((root) => {
    root.querySelector("#facets").addEventListener("toggle", () => { window.has_toggled = true; });
    root.querySelector(".open-facets").click();
    root.querySelector("#facets summary").focus();
  });
  await reader.comes_true("the toggle event of the filters", () => reader.run(() => window.has_toggled), true);
  await focused("#facets summary");
});

test("the embed dialog keeps the focus while it is open, and gives it back", async () => {
  await reader.open_page(WIDGET);
  await focus(".foot .embed");
  await reader.press(Key.ENTER);
  await focused("[data-snippet]");
  const within = async () => (await reader.inside((root) => root.activeElement?.closest("dialog") !== null))
    || (await reader.run(() => document.activeElement === document.body));
  for (let press = 0; press < 8; press += 1) {
    await reader.press(Key.TAB);
    assert.ok(await within(), `press ${press + 1}`);
  }
  await reader.press(Key.ESCAPE);
  await focused(".foot .embed");
});

test("a whole visit by keyboard: search, filter, open a card, trace a number, copy, switch the language", async () => {
  await reader.open_page(WIDGET);
  await focus("input[type=search]");
  await reader.press("마스크");
  await reader.comes_true("fewer cards", async () => (await reader.cards()).length < CARDS, true);
  const [card] = await reader.cards();
  await focus(`[data-card="${card}"] > summary`);
  await reader.press(Key.ENTER);
  await reader.see_open_cards([card]);
  await reader.press(Key.TAB);
  await focused(`[data-card="${card}"] [data-trace] > summary, [data-card="${card}"] a, [data-card="${card}"] button`);
  await reader.press(Key.SPACE);
  await focus(`[data-card="${card}"] .body > div > .cite button`);
  await reader.press(Key.ENTER);
  await reader.see_notice("복사했습니다");
  await focus(".chips .clear");
  await reader.press(Key.ENTER);
  await reader.see_count(CARDS);
  await focus('[data-facet="theme"]');
  await reader.press(Key.SPACE);
  await reader.sees("a chip", (root) => root.querySelectorAll(".chips li").length, 1);
  await focused('[data-facet="theme"]');
  await focus('[data-lang="en"]');
  await reader.press(Key.ENTER);
  await reader.sees("English", (root) => root.querySelector(".widget").lang, "en");
  await focused('[data-lang="en"]');
});
