/**
 * A report of thousands of cards, generated: found and read like a small one,
 * while the page holds no more cards than somebody can see and a margin.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Key, a_reader } from "../browser/reader.mjs";

const ALL = Number(process.env.REPORT_WIDGET_CARDS);
/** Cards that a page draws without being asked, and those it draws more at a time. */
const [WHOLE, STEP] = [60, 32];

const reader = a_reader();

const found = (root) => Number(root.querySelector("[data-result-count]").dataset.resultCount);
const see_found = (count) => reader.sees("the number of cards found", found, count);
const see_most = async (most) => {
  await reader.let_settle();
  const drawn = (await reader.cards()).length;
  assert.ok(drawn <= most, `${drawn} cards are in the page, at most ${most} expected`);
};
const last_card = () => reader.inside((root) => {
  const card = [...root.querySelectorAll("[data-card]")].at(-1);
  return { id: card.dataset.card, title: card.querySelector("h4").textContent };
});

test("the generated page opens at its one report, and holds a small part of it", async () => {
  await reader.open_report();
  await see_found(ALL);
  assert.equal((await reader.cards()).length, WHOLE);
  assert.equal(await reader.run(() => document.querySelector("report-widget").getAttribute("report")), "generated");
});

test("more cards come as one scrolls towards the end of those drawn", async () => {
  await reader.open_report();
  const before = await reader.cards();
  await reader.inside((root) => root.querySelector(".more").scrollIntoView({ behavior: "instant" }));
  await reader.sees("more cards than before", (root, before) => root.querySelectorAll("[data-card]").length > before, true, before.length);
  const cards = await reader.cards();
  assert.deepEqual(new Set(cards).size, cards.length, "no card stands twice");
  assert.deepEqual(cards.slice(0, before.length), before, "the cards keep their order");
});

test("with the keyboard, \"more\" says how many there are and leads to the next card", async () => {
  await reader.open_report("?query=마스크");
  const count = await reader.inside(found);
  assert.ok(count > WHOLE && count < ALL, `${count} of ${ALL} cards are looked for`);
  const [drawn, text] = await reader.inside((root) => {
    const more = root.querySelector(".more");
    more.focus({ preventScroll: true });
    return [root.querySelectorAll("[data-card]").length, more.querySelector(".n").textContent];
  });
  assert.equal(text, `${drawn} / ${count}`);
  await reader.press(Key.ENTER);
  await reader.sees("the focus", (root, drawn) => {
    const cards = [...root.querySelectorAll("[data-card]")];
    return cards.findIndex((card) => card.contains(root.activeElement));
  }, drawn, drawn);
});

test("a title from anywhere in the report is found, and what was looked for is given up again", async () => {
  await reader.open_report("?sort=date");
  const { id, title } = await last_card();
  await reader.search(title);
  await reader.sees("the first card found", (root) => root.querySelector("[data-card]").dataset.card, id);
  await see_most(WHOLE + STEP);
  await reader.search("");
  await see_found(ALL);
  await see_most(WHOLE + STEP);
});

test("every letter shows its first results at once, and no more of them than fit a screen or two", async () => {
  await reader.open_report();
  const { seen } = await reader.type_fast(["마", "마ㅅ", "마스", "마슼", "마스크"]);
  await see_most(WHOLE + STEP);
  for (const [index, count] of seen.entries()) assert.ok(index === 0 || count <= seen[index - 1], `${seen}: a longer word finds no more`);
  assert.ok(seen.at(-1) > 0 && seen.at(-1) < ALL, `${seen.at(-1)} cards speak of masks`);
});

test("the count beside a filter is what choosing it gives", async () => {
  await reader.open_report();
  const [value, count] = await reader.inside((root) => {
    const button = root.querySelector('button[data-facet="audience"]');
    return [button.dataset.value, Number(button.querySelector(".n").textContent)];
  });
  await reader.choose("audience", value);
  await see_found(count);
  await see_most(WHOLE + STEP);
});

test("a link to a card far down opens it there, with a way back to those before", async () => {
  await reader.open_report();
  const far = (await last_card()).id.replace(/\d+$/, String(ALL - 5));
  await reader.open_report(`?card=${far}`);
  await reader.see_open_cards([far]);
  await see_most(2 * STEP);
  await reader.click(".earlier");
  await reader.sees("cards before it", (root, far) => root.querySelector("[data-card]").dataset.card !== far, true, far);
});

test("all cards are there to be printed, and no button for more of them", async () => {
  await reader.open_report();
  await reader.run(() => window.dispatchEvent(new Event("beforeprint")));
  await reader.sees("the cards in the page", (root) => root.querySelectorAll("[data-card]").length, ALL);
  await reader.sees("ways to more cards", (root) => root.querySelectorAll(".more:not([hidden])").length, 0);
});
