/** A reader's journeys through the widget on someone's page, in every engine. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { a_reader } from "../reader.mjs";
import { FACETS, fitting, in_full, report, values } from "../report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const STORY = report("story-2021");
const WIDGET = '<report-widget report="white-paper-2022"></report-widget>';
const SCREENS = [
  ["wide", { width: 1280, height: 900 }],
  ["narrow", { width: 390, height: 844 }],
];

const reader = a_reader();

const greats = () => reader.inside((root) => [...root.querySelectorAll("[data-headline] .headline data")]
  .map(({ value, textContent }) => [value, textContent]));
const expected_greats = (report, lang) =>
  report.headlines.map((headline) => [headline.value, in_full(headline, lang)]);
const running = (root) => root.querySelectorAll(".running").length;

for (const [kind, screen] of SCREENS) {
  test(`the report opens on a ${kind} screen, whole, its numbers final, and no wider than the screen`, async () => {
    await reader.screen(screen);
    await reader.open_page(WIDGET);
    await reader.see_title(WHITE_PAPER.title.ko);
    await reader.see_count(WHITE_PAPER.cards.length);
    assert.deepEqual(await greats(), expected_greats(WHITE_PAPER, "ko"));
    assert.equal(await reader.run(() => {
      const { scrollWidth, clientWidth } = document.scrollingElement;
      return scrollWidth - clientWidth;
    }), 0);
  });
}

test("running digits end as the number that stands below them", async () => {
  await reader.let_things_move();
  // Tall enough for all great numbers to be seen at once.
  await reader.screen({ width: 1280, height: 2400 });
  await reader.open_page(WIDGET);
  const have_run = () => reader.run(() => new Set(window.seen.frames.flatMap(({ greats }) =>
    greats.filter(({ running }) => running).map(({ id }) => id))).size);
  await reader.comes_true("great numbers that ran", have_run, WHITE_PAPER.headlines.length);
  await reader.sees("digits that still run", running, 0);
  assert.deepEqual(await greats(), expected_greats(WHITE_PAPER, "ko"));
  const texts = await reader.inside((root) => [...root.querySelectorAll("[data-headline] data")]
    .map((number) => getComputedStyle(number).opacity));
  assert.deepEqual(new Set(texts), new Set(["1"]));
});

for (const [kind, screen] of SCREENS) {
  test(`every part is reached by its link, uncovered, on a ${kind} screen`, async () => {
    await reader.screen(screen);
    await reader.open_page(WIDGET);
    for (const { no, title } of WHITE_PAPER.parts) {
      await reader.go_to_part(no);
      await reader.see_part(no);
      await reader.arrive_at(`[data-part="${no}"]`);
      const on_top = await reader.inside((root, no) => {
        const heading = root.querySelector(`[data-part="${no}"] h3`);
        const { left, top, height } = heading.getBoundingClientRect();
        return root.elementFromPoint(left + 2, top + height / 2)?.textContent;
      }, no);
      assert.equal(on_top, title.ko);
    }
  });
}

test("each filter shows exactly its cards, and giving it up shows all", async () => {
  await reader.open_page(WIDGET);
  for (const facet of FACETS) {
    const [value] = values(WHITE_PAPER, facet);
    await reader.choose(facet, value);
    await reader.see_chosen([`${facet}:${value}`]);
    await reader.comes_true("the cards", reader.cards, fitting(WHITE_PAPER, { [facet]: [value] }));
    await reader.remove_chip(1);
    await reader.see_count(WHITE_PAPER.cards.length);
  }
});

test("on a narrow screen, values of one filter widen and of two filters narrow, in a sheet", async () => {
  const chosen = { brand: ["makers", "kakaobank"], theme: ["masks"] };
  await reader.screen(SCREENS[1][1]);
  await reader.open_page(WIDGET);
  await reader.open_filters();
  for (const [facet, wanted] of Object.entries(chosen)) {
    for (const value of wanted) await reader.choose(facet, value);
  }
  await reader.close_filters();
  await reader.comes_true("the cards", reader.cards, fitting(WHITE_PAPER, chosen));
  await reader.clear();
  await reader.see_count(WHITE_PAPER.cards.length);
});

const carrying = (word) => WHITE_PAPER.cards
  .filter(({ title, summary }) => word.test(`${title.ko} ${summary.ko}`)).map(({ id }) => id);
for (const [what, words, carried] of [
  ["a word", "마스크", /마스크/],
  // Three letters that are left open fit often: in a sentence they are those that a word begins with.
  ["its initial consonants", "ㅁㅅㅋ", /(?<![가-힣])마스크/],
  ["its keys on an English keyboard", "aktmzm", /마스크/],
  ["a word in the middle of being typed", "마슼", /마스크/],
]) {
  test(`${what} is found as it is typed: ${words}`, async () => {
    await reader.open_page(WIDGET);
    await reader.search(words);
    await reader.see_query(words);
    const missed = async () => {
      const found = await reader.cards();
      return found.length < WHITE_PAPER.cards.length && carrying(carried).filter((id) => !found.includes(id));
    };
    await reader.comes_true("cards that carry it and are not found", missed, []);
    await reader.search("");
    await reader.see_count(WHITE_PAPER.cards.length);
  });
}

test("a word that only the document prints finds its card, and a slip is answered with the word that was meant", async () => {
  await reader.open_page(WIDGET);
  await reader.search("퀵");
  const reasons = (root) => [...root.querySelectorAll(".printed-words:not(:empty)")].map((reason) => reason.textContent)
    .filter((reason) => /^본문에 '퀵'이 나옵니다 · \d+쪽$/.test(reason)).length > 0;
  await reader.sees("a reason", reasons, true);
  await reader.search("마스쿠");
  const offers = (root) => [...root.querySelectorAll(".corrections:not([hidden]) button")].map((offer) => offer.textContent)
    .filter((offer) => offer.startsWith("'마스크'를 찾으셨나요?")).length;
  await reader.sees("the offer", offers, 1);
  await reader.click(".corrections button");
  await reader.see_query("마스크");
  await reader.sees("no offer", offers, 0);
});

test("on the narrowest screen, no word of a title ends on another line than it began", async () => {
  await reader.pane({ width: 320, height: 700 });
  await reader.open_page('<report-widget report="white-paper-2022" lang="en"></report-widget>');
  const words = await reader.inside((root) => [...root.querySelectorAll(".hero h2, [data-part] h3")].flatMap((title) => {
    const found = [];
    const texts = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      for (const { 0: word, index } of text.data.matchAll(/\S+-\S+/g)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        found.push([word, new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size]);
      }
    }
    return found;
  }));
  assert.ok(words.some(([word]) => word === "COVID-19"), "there is such a word");
  assert.deepEqual(words.filter(([, lines]) => lines > 1), []);
});

test("the names of both languages stand on one line, whatever fonts they are in", async () => {
  await reader.open_page(WIDGET);
  const lines = await reader.inside((root) => [...root.querySelectorAll("[data-lang]")].map((button) => {
    const foot = button.appendChild(document.createElement("i"));
    foot.setAttribute("class", "number");
    const { bottom } = foot.getBoundingClientRect();
    foot.remove();
    return Math.round(bottom * 2) / 2;
  }));
  assert.equal(lines.length, 2);
  assert.equal(lines[0], lines[1]);
});

test("the rows of every sum and what remains add up to its total", async () => {
  await reader.open_page(WIDGET);
  for (const { trace, value, printed } of WHITE_PAPER.headlines) {
    await reader.click(`[data-trace="${trace}"] > summary`);
    await reader.sees("an open trace", (root, id) => root.querySelector(`[data-trace="${id}"]`).open, true, trace);
    const shown = await reader.trace_of(trace);
    const sum = shown.rows.reduce((sum, [, value]) => sum + BigInt(value), BigInt(shown.remainder ?? "0"));
    assert.deepEqual([sum, shown.total, shown.printed], [BigInt(value), value, printed]);
    // A chart that comes while the summary is pressed moves what is below it.
    await reader.find(`[data-trace="${trace}"] [data-chart]`);
    await reader.click(`[data-trace="${trace}"] > summary`);
    await reader.see_open_traces([]);
  }
});

test("from a sum one comes to the card of a row, and from its figure back to the sum", async () => {
  const { trace, tally } = WHITE_PAPER.headlines[1];
  const [term] = tally.terms;
  const [card] = term.split("/");
  await reader.open_page(WIDGET);
  await reader.open_trace(trace);
  // A chart that comes while the link is pressed moves it.
  await reader.find(`[data-trace="${trace}"] [data-chart]`);
  await reader.click(`[data-trace="${trace}"] [data-term="${term}"] a`);
  await reader.see_open_cards([card]);
  await reader.arrive_at(`[data-card="${card}"]`);
  await reader.click(`[data-trace="${term}"] > summary`);
  await reader.click(`[data-trace="${term}"] .memberships a[href="#${trace}"]`);
  await reader.arrive_at(`[data-trace="${trace}"][open]`);
});

test("language and report are switched in place", async () => {
  await reader.open_page(WIDGET);
  for (const [report, lang] of [[WHITE_PAPER, "en"], [STORY, "en"], [STORY, "ko"], [WHITE_PAPER, "ko"]]) {
    await reader.turn_to(report.id);
    await reader.speak(lang);
    await reader.see_title(report.title[lang]);
    await reader.see_count(report.cards.length);
    assert.deepEqual(await greats(), expected_greats(report, lang));
  }
});

test("cards open and close, by pointer and by keyboard", async () => {
  const [{ id }] = WHITE_PAPER.cards;
  await reader.open_page(WIDGET);
  await reader.open_card(id);
  await reader.sees("its figures", (root, id) => root.querySelector(`[data-card="${id}"] .figures data`)?.checkVisibility(), true, id);
  await reader.close_card(id);
  await reader.inside((root, id) => root.querySelector(`[data-card="${id}"] > summary`).focus(), id);
  await reader.press("\uE007");
  await reader.see_open_cards([id]);
});

test("the errata are listed, each with what is printed", async () => {
  await reader.open_page(WIDGET);
  await reader.click("[data-errata] > summary");
  const listed = (root) => [...root.querySelectorAll("[data-errata] [data-erratum]")]
    .filter((one) => one.checkVisibility()).map((one) => one.dataset.erratum).sort();
  await reader.sees("the errata", listed, WHITE_PAPER.errata.map(({ id }) => id).sort());
});

test("a card's figures are taken along as a table", async () => {
  await reader.open_page(WIDGET);
  const lines = await reader.run(async () => (await document.querySelector("report-widget").toCSV()).split("\r\n"));
  assert.equal(lines.length, WHITE_PAPER.figures.length + 2);
});
