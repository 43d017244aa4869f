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

const TERMS = "report-widget-search.txt";
const files = async () => (await reader.requests()).map((address) => address.split("/").pop());
const see_files = (what, expected) => {
  const asked = [];
  const so_far = async () => {
    asked.push(...await files());
    return asked;
  };
  return reader.comes_true(what, so_far, expected);
};
/** The reasons that cards give for being found, by card. */
const reasons = () => reader.inside((root) => Object.fromEntries(
  [...root.querySelectorAll("[data-card] .printed-words")].map((line) => [line.closest("[data-card]").dataset.card, line.textContent])
    .filter(([, text]) => text)));

test("index terms are loaded when the field gets the focus, once for all widgets of the page", async () => {
  await reader.open_page(`${WIDGET}<report-widget id="second" report="story-2021" loading="eager"></report-widget>`);
  await reader.the("#second").see_drawn();
  await files();
  await reader.let_settle();
  assert.deepEqual(await files(), []);
  await reader.click("input[type=search]");
  await see_files("the index terms", [TERMS]);
  await reader.the("#second").search("마스크");
  await reader.the("#second").see_query("마스크");
  assert.deepEqual(await files(), []);
});

for (const [lang, reason] of [
  ["ko", /^본문에 '퀵'이 나옵니다 · \d+쪽$/],
  ["en", /^The document says '퀵' · p\. \d+$/],
]) {
  test(`a word that only the document prints finds its card, which says so (${lang})`, async () => {
    await reader.open_page(`<report-widget report="white-paper-2022" lang="${lang}"></report-widget>`);
    await reader.search("퀵");
    await reader.comes_true("the reason", async () => Object.values(await reasons()).some((text) => reason.test(text)), true);
    await reader.search("마스크 판매");
    const unexplained = async () => Object.keys(await reasons()).filter((card) => carrying("마스크.*판매").includes(card));
    await reader.comes_true("no reason on cards that show the words themselves", unexplained, []);
  });
}

test("a word that an address brings along finds what the document prints", async () => {
  await reader.open_page('<report-widget report="white-paper-2022" sync-url></report-widget>', { query: `?query=${encodeURIComponent("퀵")}` });
  await reader.comes_true("a reason", async () => Object.keys(await reasons()).length > 0, true);
});

test("an everyday word finds what the document calls otherwise", async () => {
  await reader.open_page(WIDGET);
  await reader.search("카카오톡");
  const expected = await reader.found();
  await reader.search("카톡");
  const missing = async () => {
    const found = await reader.cards();
    return expected.filter((card) => !found.includes(card));
  };
  await reader.comes_true("cards missing", missing, []);
});

const offers = () => reader.inside((root) => [...root.querySelectorAll(".corrections:not([hidden]) button")].map((button) => button.textContent));
const announcement = () => reader.inside((root) => root.querySelector(".announcement").textContent);

for (const [lang, slip, meant, question] of [
  ["ko", "마스쿠", "마스크", "'마스크'를 찾으셨나요?"],
  ["ko", "akstmzm", "마스크", "'마스크'를 찾으셨나요?"],
  ["en", "vacine", "vaccine", "Did you mean 'vaccine'?"],
]) {
  test(`a slip is no result, but the word that was meant is offered, announced, and one press away: ${slip}`, async () => {
    await reader.open_page(`<report-widget report="white-paper-2022" lang="${lang}"></report-widget>`);
    await reader.search(slip);
    const asks = async () => (await offers()).some((offer) => offer.startsWith(question));
    await reader.comes_true("the offer", asks, true);
    assert.ok((await announcement()).includes(question), await announcement());
    const cards = await reader.cards();
    await reader.see_query(slip);
    assert.ok(cards.length <= 2, "nothing is searched for silently");
    const promised = Number((await offers()).find((offer) => offer.startsWith(question)).match(/(\d+)/)[0]);
    await reader.inside((root, question) => {
      [...root.querySelectorAll(".corrections button")].find((button) => button.textContent.startsWith(question)).click();
    }, question);
    await reader.see_query(meant);
    await reader.see_count(promised);
    await reader.comes_true("no offer", offers, []);
  });
}

test("an offer goes with the next letter", async () => {
  await reader.open_page(WIDGET);
  await reader.search("마스쿠");
  await reader.comes_true("an offer", async () => (await offers()).length > 0, true);
  await reader.search("마스크");
  assert.deepEqual(await offers(), []);
});

test("where the index terms are missing, the console says so once and the search works", async () => {
  // They are asked for again with every focus, and Chromium writes down each time that they are missing.
  reader.may_be_remarked(new RegExp(`^SEVERE .*${TERMS}`));
  reader.expect_on_console(/index terms are left out \(report-widget-search\.txt was answered with status 404\)/);
  await reader.open_page(WIDGET, { host: "lacks-search-terms" });
  await reader.search("마스크");
  const found = await reader.found();
  assert.deepEqual(carrying("마스크").filter((card) => !found.includes(card)), []);
});
