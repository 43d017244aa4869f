/** Filters: each counted anew from the report's files. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Key, a_reader } from "./reader.mjs";
import { FACETS, fitting, report, values } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const WIDGET = '<report-widget report="white-paper-2022"></report-widget>';
const ALL = WHITE_PAPER.cards.length;

const reader = a_reader();

async function see_fitting(chosen) {
  const expected = fitting(WHITE_PAPER, chosen);
  await reader.see_count(expected.length);
  assert.deepEqual(await reader.cards(), expected);
}

for (const facet of FACETS) {
  test(`choosing by ${facet} shows exactly its cards, and choosing it again shows all`, async () => {
    await reader.open_page(WIDGET);
    for (const value of values(WHITE_PAPER, facet)) {
      await reader.choose(facet, value);
      await see_fitting({ [facet]: [value] });
      await reader.see_chosen([`${facet}:${value}`]);
      await reader.choose(facet, value);
      await reader.see_counted(ALL);
      await reader.see_chosen([]);
    }
    await reader.see_count(ALL);
  });
}

test("every value that a card has is offered, with the number of cards it would give", async () => {
  await reader.open_page(WIDGET);
  const offered = await reader.inside((root) => [...root.querySelectorAll("[data-facet]")]
    .map((button) => `${button.dataset.facet}:${button.dataset.value} ${button.querySelector(".n").textContent}`));
  const expected = FACETS.flatMap((facet) => values(WHITE_PAPER, facet)
    .map((value) => `${facet}:${value} ${fitting(WHITE_PAPER, { [facet]: [value] }).length}`));
  assert.deepEqual(offered.sort(), expected.sort());
});

for (const [what, chosen] of [
  ["values of one filter widen", { brand: ["makers", "kakaobank"] }],
  ["three values of one filter widen", { year: ["2020", "2021", "2022"] }],
  ["values of two filters narrow", { theme: ["masks"], brand: ["makers"] }],
  ["widening and narrowing go together", { brand: ["kakaotalk", "kakaomap"], year: ["2021"], kind: ["use", "people"] }],
  ["all six filters go together", {
    part: ["1", "2"], brand: ["kakaotalk", "chatbot"], audience: ["everyone"],
    theme: ["vaccine", "information"], year: ["2021"], kind: ["use"],
  }],
  ["filters that exclude each other give nothing", { part: ["7"], theme: ["vaccine"] }],
]) {
  test(`combining: ${what}`, async () => {
    await reader.open_page(WIDGET);
    for (const [facet, wanted] of Object.entries(chosen)) {
      for (const value of wanted) await reader.choose(facet, value);
    }
    await see_fitting(chosen);
  });
}

test("filters go together with words", async () => {
  await reader.open_page(WIDGET);
  await reader.search("마스크");
  await reader.comes_true("fewer cards", async () => (await reader.cards()).length < ALL, true);
  const found = await reader.found();
  await reader.choose("theme", "masks");
  const both = found.filter((card) => fitting(WHITE_PAPER, { theme: ["masks"] }).includes(card));
  assert.ok(both.length > 0 && both.length < found.length, `${both}`);
  await reader.see_count(both.length);
  assert.deepEqual(new Set(await reader.cards()), new Set(both));
});

test("a chip names each chosen value, and taking it away gives the value up", async () => {
  await reader.open_page(WIDGET);
  const names = (list, id) => WHITE_PAPER[list].find((term) => term.id === id).name.ko;
  await reader.choose("brand", "makers");
  await reader.choose("brand", "kakaobank");
  await reader.choose("theme", "finance");
  // In the order in which the filters offer them.
  await reader.see_chips([names("brands", "makers"), names("brands", "kakaobank"), names("themes", "finance")]);

  await reader.remove_chip(3);
  await see_fitting({ brand: ["makers", "kakaobank"] });
  await reader.remove_chip(2);
  await see_fitting({ brand: ["makers"] });
  await reader.see_chosen(["brand:makers"]);
  await reader.remove_chip(1);
  await reader.see_count(ALL);
  await reader.see_chips([]);
});

test("clearing shows every card again, without words and without filters", async () => {
  await reader.open_page(WIDGET);
  await reader.choose("theme", "masks");
  await reader.search("마스크");
  await reader.clear();
  await reader.see_count(ALL);
  await reader.see_chosen([]);
  await reader.see_query("");
});

test("where nothing fits, ways out are offered, and taking one shows what it promised", async () => {
  await reader.open_page(WIDGET);
  await reader.choose("part", "7");
  await reader.choose("theme", "vaccine");
  await reader.see_count(0);
  const ways = () => reader.inside((root) => [...root.querySelectorAll(".nothing li .n")].map((way) => way.textContent));
  const promised = Number((await ways())[0].match(/\d+/)[0]);
  assert.ok(promised > 0);
  await reader.click(".nothing li:first-child button");
  await reader.see_count(promised);
});

test("on a narrow screen filters open over the page and close with their own button", async () => {
  await reader.screen({ width: 390, height: 844 });
  await reader.open_page(WIDGET);
  await reader.open_filters();
  await reader.choose("theme", "masks");
  await reader.close_filters();
  await see_fitting({ theme: ["masks"] });
});

test("on a narrow screen no filter with the focus is covered by the button that closes them", async () => {
  await reader.screen({ width: 390, height: 700 });
  await reader.open_page(WIDGET);
  await reader.open_filters();
  const where = () => reader.inside((root) => {
    const focused = root.activeElement;
    const { left, top, width, height } = focused.getBoundingClientRect();
    const on_top = root.elementFromPoint(left + width / 2, top + height / 2);
    return { name: focused.textContent, is_last: focused.matches(".done"), is_seen: focused.contains(on_top) };
  });
  const covered = [];
  let here;
  do {
    await reader.press(Key.TAB);
    here = await where();
    if (!here.is_seen) covered.push(here.name);
  } while (!here.is_last);
  assert.deepEqual(covered, []);
});
