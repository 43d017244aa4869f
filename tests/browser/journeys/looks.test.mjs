/** How cards and words stand, in every engine: what pictures of a few places cannot promise for all. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { a_reader } from "../reader.mjs";

const reader = a_reader();
const TABLET = { width: 768, height: 1000 };
const PART = '[data-part="2"]';

const widget = (lang) => `<report-widget report="white-paper-2022" lang="${lang}"></report-widget>`;
/** Opens or closes a card, and waits until the page stands again: what is pressed next is where it seems to be. */
async function open(number) {
  await reader.click(`${PART} .cards > :nth-child(${number}) summary`);
  await reader.let_settle();
}
const place_of = (number) => reader.inside((root, selector) =>
  root.querySelector(selector).getBoundingClientRect().top,
`${PART} .cards > :nth-child(${number}) .card`);

/** The cards of a part by rows, and whether each row is as wide as the list. */
const rows = () => reader.inside((root, part) => {
  const list = root.querySelector(`${part} .cards`).getBoundingClientRect();
  const rows = new Map();
  [...root.querySelectorAll(`${part} .card`)].forEach((card, index) => {
    const { top, left, right } = card.getBoundingClientRect();
    const row = rows.get(Math.round(top)) ?? { cards: [], left, right };
    rows.set(Math.round(top), { cards: [...row.cards, index + 1], left: row.left, right });
  });
  return [...rows].sort(([one], [other]) => one - other).map(([, { cards, left, right }]) => {
    const is_filled = Math.abs(left - list.left) < 1 && Math.abs(right - list.right) < 1;
    return `${cards}${is_filled ? "" : " and nothing beside"}`;
  });
}, PART);

test("where two cards stand in a row, one that is open has the row, none is left alone in half of one, and all keep their order", async () => {
  await reader.pane(TABLET);
  await reader.open_page(widget("ko"));
  await reader.sees("the cards of the part", (root, part) => root.querySelectorAll(`${part} .card`).length, 7, PART);
  // The fourth makes up most of the part's headline.
  assert.deepEqual(await rows(), ["1,2", "3", "4", "5,6", "7"]);
  await open(2);
  await reader.comes_true("the rows", rows, ["1", "2", "3", "4", "5,6", "7"]);
  await open(5);
  await reader.comes_true("the rows", rows, ["1", "2", "3", "4", "5", "6,7"]);
});

test("a card stays where it was pressed, when it opens and when it closes", async () => {
  await reader.pane(TABLET);
  await reader.open_page(widget("ko"));
  for (const number of [2, 4]) {
    await reader.inside((root, selector) => {
      root.querySelector(selector).scrollIntoView({ block: "center", behavior: "instant" });
    }, `${PART} .cards > :nth-child(${number}) .card`);
    await reader.let_settle();
    const before = await place_of(number);
    for (const is_open of [true, false]) {
      await open(number);
      await reader.sees("whether it is open", (root, part, number) =>
        root.querySelector(`${part} .cards > :nth-child(${number}) .card`).open, is_open, PART, number);
      // Firefox puts a page at whole pixels only.
      const stays = async () => Math.abs(await place_of(number) - before) <= 1;
      await reader.comes_true(`card ${number} ${is_open ? "opened" : "closed"} in its place`, stays, true);
    }
  }
});

for (const [where, width, is_beside] of [["beside their names on a tablet", 768, true], ["below them on a phone", 390, false]]) {
  test(`the facts of a receipt stand ${where}`, async () => {
    await reader.pane({ width, height: 1000 });
    await reader.open_page('<report-widget card="unused-vaccine"></report-widget>');
    await reader.find('[data-trace="unused-vaccine/exposures"]');
    await reader.inside((root) => {
      root.querySelector('[data-trace="unused-vaccine/exposures"]').open = true;
    });
    await reader.sees("facts", (root) => root.querySelectorAll("[data-card][open] [open] > .receipt dt").length > 5, true);
    const seen = await reader.inside((root) => [...root.querySelectorAll("[data-card][open] [open] > .receipt dl > div")]
      .map((fact) => fact.querySelector("dt").getBoundingClientRect().right <= fact.querySelector("dd").getBoundingClientRect().left));
    assert.deepEqual(new Set(seen), new Set([is_beside]));
  });
}

for (const [lang, width] of [["ko", 320], ["en", 320], ["en", 640], ["en", 768], ["en", 960]]) {
  test(`in cards ${width} px wide, nothing parts a number from its unit, a name, or a word at its hyphen (${lang})`, async () => {
    await reader.pane({ width, height: 900 });
    await reader.open_page(widget(lang));
    await reader.sees("cards", (root) => root.querySelectorAll(".card").length > 40, true);
    const parted = await reader.inside((root) => {
      const lines = (node, from, to) => {
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, to);
        return new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom / 4))).size;
      };
      const numbers = [...root.querySelectorAll(".card > summary data")]
        .filter((number) => number.getBoundingClientRect().height > 1.5 * parseFloat(getComputedStyle(number).lineHeight));
      const found = numbers.map((number) => number.textContent);
      const texts = document.createTreeWalker(root.querySelector(".content"), NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const text = texts.currentNode;
        if (!text.parentElement.closest(".card > summary, .text, .part-head")) continue;
        for (const { 0: word, index } of text.data.matchAll(/[^\s-]+-\S+|[가-힣]+\d+[가-힣]*|(?<!\S)\d(?:[\d.,]*\d)?(?:[만억]여?)? \S+/g)) {
          if (lines(text, index, index + word.length) > 1) found.push(word);
        }
        if (text.parentElement.closest(".brand")) {
          for (const { 0: name, index } of text.data.matchAll(/[^·]*[^·\s]/g)) {
            const from = index + name.search(/[^ ]/);
            if (lines(text, from, index + name.length) > 1) found.push(name);
          }
        }
      }
      return found;
    });
    assert.deepEqual(parted, []);
  });
}

for (const lang of ["ko", "en"]) {
  test(`on the narrowest screen, reports and languages are one row, in which no word is broken (${lang})`, async () => {
    await reader.pane({ width: 320, height: 700 });
    await reader.open_page(widget(lang));
    const seen = await reader.inside((root) => {
      const bar = root.querySelector(".topbar").getBoundingClientRect();
      const buttons = [...root.querySelectorAll(".topbar button")];
      const broken = buttons.flatMap((button) => [...button.firstChild.data.matchAll(/\S+/g)].filter(({ 0: word, index }) => {
        const range = document.createRange();
        range.setStart(button.firstChild, index);
        range.setEnd(button.firstChild, index + word.length);
        return range.getClientRects().length > 1;
      })).map(([word]) => word);
      const feet = buttons.map((button) => button.getBoundingClientRect().bottom);
      return { is_one_row: Math.max(...feet) - Math.min(...feet) < 3, is_low: bar.height <= 72, broken };
    });
    assert.deepEqual(seen, { is_one_row: true, is_low: true, broken: [] });
  });
}
