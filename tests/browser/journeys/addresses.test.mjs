/** The bundle's own page in every engine: what its address says, and going back by it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { a_reader } from "../reader.mjs";
import { fitting, report } from "../report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const STORY = report("story-2021");
const MASKS = fitting(WHITE_PAPER, { theme: ["masks"] });
const FIGURE = WHITE_PAPER.figures[9];

const reader = a_reader();

async function open(query = "") {
  await reader.open_site(`index.html${query}`);
  await reader.see_drawn();
}
const address = async () => Object.fromEntries((await reader.address()).searchParams);
const see_address = (expected) => reader.comes_true("the page's address", address, expected);

test("what is opened, chosen and typed stands in the address", async () => {
  await open();
  await reader.choose("theme", "masks");
  await see_address({ filters: "theme:masks" });
  await reader.search("마스크");
  await see_address({ filters: "theme:masks", query: "마스크" });
  await reader.clear();
  await see_address({});
});

test("going back and forward shows each view again", async () => {
  await open();
  await reader.choose("theme", "masks");
  await see_address({ filters: "theme:masks" });
  await reader.turn_to(STORY.id);
  await reader.see_title(STORY.title.ko);
  await see_address({ report: STORY.id, filters: "theme:masks" });
  await reader.go_back();
  await reader.see_title(WHITE_PAPER.title.ko);
  await reader.see_chosen(["theme:masks"]);
  await reader.comes_true("the cards", reader.cards, MASKS);
  await reader.go_forward();
  await reader.see_title(STORY.title.ko);
  await reader.see_chosen(["theme:masks"]);
});

for (const [what, query, { cards = [], traces = [], focus, shown = WHITE_PAPER }] of [
  ["a card", `?card=${WHITE_PAPER.cards[8].id}`, {
    cards: [WHITE_PAPER.cards[8].id], focus: `[data-card="${WHITE_PAPER.cards[8].id}"]`,
  }],
  ["a figure", `?trace=${FIGURE.trace}`, {
    cards: [FIGURE.card], traces: [FIGURE.trace], focus: `[data-trace="${FIGURE.trace}"]`,
  }],
  ["a great number", "?trace=part-4/donations", {
    traces: ["part-4/donations"], focus: '[data-trace="part-4/donations"]',
  }],
  ["a figure of the other report", `?report=${STORY.id}&trace=${STORY.figures[5].trace}`, {
    shown: STORY, cards: [STORY.figures[5].card], traces: [STORY.figures[5].trace],
    focus: `[data-trace="${STORY.figures[5].trace}"]`,
  }],
]) {
  test(`an address of ${what} opens exactly that`, async () => {
    await open(query);
    await reader.see_title(shown.title.ko);
    await reader.see_open_cards(cards);
    await reader.see_open_traces(traces);
    await reader.arrive_at(focus);
  });
}

test("an address of words, a filter and an order shows what they find", async () => {
  await open("?query=ㅁㅅㅋ&filters=theme:masks&sort=size");
  await reader.see_query("ㅁㅅㅋ");
  await reader.see_chosen(["theme:masks"]);
  const found = await reader.cards();
  assert.ok(found.length > 0 && found.every((id) => MASKS.includes(id)), `${found}`);
});
