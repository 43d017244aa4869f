/** Orders: by size within one unit, and by date; what stands first is reached first. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Key, a_reader } from "./reader.mjs";
import { report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const WIDGET = '<report-widget report="white-paper-2022"></report-widget>';
const ALL = WHITE_PAPER.cards.length;
const main_figure = (id) => WHITE_PAPER.cards.find((card) => card.id === id).figures?.[0];

const reader = a_reader();

/** Each heading of the list, and the cards under it. */
const groups = () => reader.inside((root) => [...root.querySelectorAll(".results section")].map((section) => ({
  heading: section.querySelector("h3")?.textContent,
  cards: [...section.querySelectorAll("[data-card]")].map((card) => card.dataset.card),
})));

for (const [lang, commonest, none] of [["ko", "금액 (원)", "수치 없음"], ["en", "Counted in won", "No figures"]]) {
  test(`sizes are compared within one unit, and the page says which (${lang})`, async () => {
    await reader.open_page(WIDGET, { lang });
    await reader.order_by("size");
    await reader.comes_true("the first heading", async () => (await groups())[0].heading, commonest);
    await reader.see_count(ALL);
    const shown = await groups();
    const units = shown.map(({ cards }) => [...new Set(cards.map((card) => main_figure(card)?.unit))]);
    assert.ok(units.every((of_group) => of_group.length === 1), JSON.stringify(units));
    assert.equal(new Set(units.flat()).size, units.length);
    for (const { heading, cards } of shown) {
      const values = cards.map((card) => Number(main_figure(card)?.value ?? 0));
      assert.deepEqual(values, [...values].sort((one, other) => other - one), heading);
    }
    assert.equal(shown.at(-1).heading, none);
  });
}

test("words and filters keep the order by size, and another order has one heading for all", async () => {
  await reader.open_page(WIDGET);
  await reader.order_by("size");
  await reader.choose("kind", "money");
  const before = (await groups()).length;
  await reader.search("소상공인");
  await reader.comes_true("fewer groups", async () => (await groups()).length < before, true);
  for (const { heading, cards } of await groups()) {
    const units = new Set(cards.map((card) => main_figure(card)?.unit));
    assert.equal(units.size, 1, heading);
  }
  await reader.order_by("date");
  await reader.comes_true("one heading", async () => (await groups()).map(({ heading }) => heading), ["찾은 카드"]);
});

test("by date, the earliest stands first, and cards without a date last", async () => {
  await reader.open_page(WIDGET);
  await reader.order_by("date");
  await reader.comes_true("one list", async () => (await groups()).length, 1);
  await reader.see_count(ALL);
  const dates = (await reader.cards()).map((id) => {
    const { dates = [] } = WHITE_PAPER.cards.find((card) => card.id === id);
    return dates.map(({ from }) => from).sort()[0] ?? "9999";
  });
  assert.deepEqual(dates, [...dates].sort());
});

test("cards are reached with the keyboard in the order in which they stand", async () => {
  await reader.open_page(WIDGET);
  await reader.order_by("size");
  await reader.comes_true("groups by unit", async () => (await groups()).length > WHITE_PAPER.parts.length, true);
  const expected = (await reader.cards()).slice(0, 5);
  await reader.inside((root) => root.querySelector(".card > summary").focus());
  const reached = [];
  for (const _ of expected) {
    reached.push(await reader.inside((root) => root.activeElement.closest("[data-card]")?.dataset.card));
    await reader.press(Key.TAB);
  }
  assert.deepEqual(reached, expected);
});
