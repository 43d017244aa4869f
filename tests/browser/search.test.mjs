/** Words as Koreans type them, while they type. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { a_reader } from "./reader.mjs";
import { report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const WIDGET = '<report-widget report="white-paper-2022"></report-widget>';

/** Cards that plainly carry a word in their title or their summary. */
const carrying = (word) => WHITE_PAPER.cards
  .filter(({ title, summary }) => new RegExp(word).test(`${title.ko} ${summary.ko}`))
  .map((card) => card.id);
/** Cards whose figures add up to a headline. */
const adding_up_to = (id) => WHITE_PAPER.headlines.find((headline) => headline.id === id)
  .tally.terms.map((term) => term.split("/")[0]);

const reader = a_reader();

/** Searches, and waits for a result other than the whole report. */
async function find(words) {
  await reader.open_page(WIDGET);
  await reader.search(words);
  const is_narrowed = async () => (await reader.cards()).length < WHITE_PAPER.cards.length;
  await reader.comes_true(`"${words}" narrows the report`, is_narrowed, true);
  return reader.found();
}

for (const [what, words, expected] of [
  ["a word", "마스크", carrying("마스크")],
  // Three letters that are left open fit often: in a sentence they are those that a word begins with.
  ["its initial consonants", "ㅁㅅㅋ", carrying("(?<![가-힣])마스크")],
  ["its keys on an English keyboard", "aktmzm", carrying("마스크")],
  ["a word in the middle of being typed", "마슼", carrying("마스크")],
  ["a rounded amount", "22억", adding_up_to("lookups")],
  ["an amount in digits", "2297309797", adding_up_to("lookups")],
]) {
  test(`${what} is found: ${words}`, async () => {
    const found = await find(words);
    assert.ok(expected.length > 0);
    assert.deepEqual(expected.filter((card) => !found.includes(card)), []);
  });
}

test("the same cards are found by the word and by its keys on an English keyboard", async () => {
  assert.deepEqual(await find("aktmzm"), await find("마스크"));
});

test("what was found is marked in the cards", async () => {
  await find("마스크");
  const marks = await reader.inside((root) => [...root.querySelectorAll("[data-card] mark")].map((mark) => mark.textContent));
  assert.ok(marks.length > 0);
  assert.deepEqual(new Set(marks), new Set(["마스크"]));
});

test("the field keeps its focus and stays the same element while words are typed", async () => {
  await reader.open_page(WIDGET);
  await reader.click("input[type=search]");
  await reader.inside((root) => { window.field = root.querySelector("input[type=search]"); });
  let typed = "";
  for (const letter of "마스크 판매") {
    await reader.type(letter);
    typed += letter;
    await reader.see_query(typed);
    await reader.let_settle();
    const is_same = await reader.inside((root) => root.activeElement === window.field && window.field.isConnected);
    assert.equal(is_same, true, typed);
  }
  const caret = await reader.inside((root) => root.activeElement.selectionStart);
  assert.equal(caret, typed.length);
});

test("taking the words away shows every card again, in printed order", async () => {
  await find("마스크");
  await reader.search("");
  await reader.see_count(WHITE_PAPER.cards.length);
  assert.deepEqual(await reader.cards(), WHITE_PAPER.cards.map((card) => card.id));
});

test("words that stand nowhere give nothing, and say so", async () => {
  await reader.open_page(WIDGET);
  await reader.search("zzzqqq");
  await reader.see_count(0);
  await reader.sees("what to do", (root) => root.querySelector(".nothing .big").checkVisibility(), true);
});

test("markup typed as words stays words", async () => {
  await reader.open_page(WIDGET);
  await reader.search('<img src=x onerror="alert(1)">');
  await reader.let_settle();
  const images = await reader.inside((root) => root.querySelectorAll("img").length);
  assert.equal(images, 0);
});
