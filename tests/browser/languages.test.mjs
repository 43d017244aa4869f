/** Two languages, two reports: switched in place, nothing lost. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { a_reader } from "./reader.mjs";
import { in_full, report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const STORY = report("story-2021");
const WIDGET = '<report-widget report="white-paper-2022"></report-widget>';
const CARD = WHITE_PAPER.cards[3];

const reader = a_reader();

const texts = () => reader.inside((root) => {
  const all = (selector) => [...root.querySelectorAll(selector)].map((element) => element.textContent);
  return {
    lang: root.querySelector(".widget").lang,
    title: all("h2"),
    parts: all("nav .name"),
    cards: all("[data-card] h4"),
    greats: all("[data-headline] .headline data"),
    themes: all('[data-facet="theme"] .name'),
  };
});
const expected = (report, lang) => ({
  lang,
  title: [report.title[lang]],
  parts: report.parts.map((part) => part.title[lang]),
  cards: report.cards.map((card) => card.title[lang]),
  greats: report.headlines.map((headline) => in_full(headline, lang)),
  themes: report.themes
    .filter(({ id }) => report.cards.some((card) => card.themes.includes(id)))
    .map((theme) => theme.name[lang]),
});

test("every text turns into the other language and back, without loading anything anew", async () => {
  await reader.open_page(WIDGET);
  await reader.run(() => { window.is_same_page = true; });
  await reader.requests();
  for (const lang of ["en", "ko", "en"]) {
    await reader.speak(lang);
    await reader.comes_true(`texts in ${lang}`, texts, expected(WHITE_PAPER, lang));
  }
  assert.equal(await reader.run(() => window.is_same_page), true);
  assert.deepEqual(await reader.requests(), []);
});

test("words, filters and the open card outlive a change of language", async () => {
  const words = CARD.title.ko.split(" ")[0];
  await reader.open_page(WIDGET);
  await reader.choose("part", String(CARD.part));
  await reader.search(words);
  await reader.open_card(CARD.id);
  const cards = await reader.found();
  for (const lang of ["en", "ko"]) {
    await reader.speak(lang);
    await reader.see_title(WHITE_PAPER.title[lang]);
    await reader.see_open_cards([CARD.id]);
    await reader.see_chosen([`part:${CARD.part}`]);
    await reader.see_query(words);
    await reader.comes_true("the cards", reader.cards, cards);
  }
});

for (const [what, trace, open] of [
  ["great number", "part-1/lookups", () => {}],
  ["figure", WHITE_PAPER.figures.find((figure) => figure.card === CARD.id).trace, () => reader.open_card(CARD.id)],
]) {
  test(`the open trace of a ${what} outlives a change of language`, async () => {
    await reader.open_page(WIDGET);
    await open();
    await reader.open_trace(trace);
    for (const lang of ["en", "ko"]) {
      await reader.speak(lang);
      await reader.see_title(WHITE_PAPER.title[lang]);
      await reader.see_open_traces([trace]);
    }
  });

  test(`the open trace of a ${what} outlives a search that finds its card`, async () => {
    await reader.open_page(WIDGET);
    await open();
    await reader.open_trace(trace);
    await reader.search(CARD.title.ko);
    await reader.see_open_traces([trace]);
    await reader.clear();
    await reader.see_count(WHITE_PAPER.cards.length);
    await reader.see_open_traces([trace]);
  });
}

test("the focus stays on the button that changes the language", async () => {
  await reader.open_page(WIDGET);
  await reader.speak("en");
  await reader.see_title(WHITE_PAPER.title.en);
  assert.equal(await reader.inside((root) => root.activeElement.dataset.lang), "en");
});

for (const report of [WHITE_PAPER, STORY]) {
  test(`in English the widget says nothing in Korean but what ${report.id} quotes`, async () => {
    await reader.open_page(`<report-widget report="${report.id}" lang="en"></report-widget>`);
    const said = await reader.inside((root) => {
      const walker = document.createTreeWalker(root.querySelector(".widget"), NodeFilter.SHOW_TEXT);
      const said = [];
      while (walker.nextNode()) {
        const { data, parentElement } = walker.currentNode;
        if (parentElement.closest("[lang]").lang !== "ko") said.push(data);
      }
      return said;
    });
    const quoted = said_in_english(report);
    // A title stands in pieces: what must not break is one.
    assert.ok(said.join("").includes(report.title.en));
    assert.deepEqual(said.filter((text) => /\p{Script=Hangul}/u.test(text) && !quoted.has(text)), []);
  });
}

/** Every text that a report's files give in English. */
function said_in_english(report) {
  const said = new Set();
  JSON.stringify(report, (key, value) => {
    if (key === "en") said.add(value);
    return value;
  });
  return said;
}

test("the other report is turned to and back", async () => {
  await reader.open_page(WIDGET);
  for (const report of [STORY, WHITE_PAPER, STORY]) {
    await reader.turn_to(report.id);
    await reader.see_title(report.title.ko);
    await reader.see_count(report.cards.length);
    await reader.comes_true(`texts of ${report.id}`, texts, expected(report, "ko"));
  }
  assert.equal(await reader.inside((root) => root.activeElement.dataset.report), STORY.id);
});

/** A list that a search had drawn anew outlived its report and asked the next one for its cards. */
for (const [what, prepare] of [
  ["words were typed and cleared", async () => {
    await reader.search("마스크");
    await reader.clear();
  }],
  ["words are looked for", () => reader.search("코로나")],
  ["the largest numbers stand first", () => reader.order_by("size")],
  ["the list was sorted and is as printed again", async () => {
    await reader.order_by("size");
    await reader.order_by("report");
  }],
]) {
  test(`reports are turned to and back where ${what}`, async () => {
    await reader.open_page(WIDGET);
    await prepare();
    for (const report of [STORY, WHITE_PAPER, STORY, WHITE_PAPER]) {
      await reader.turn_to(report.id);
      await reader.see_title(report.title.ko);
      await reader.see_parts(report.parts.length);
    }
  });
}

test("words, and filters that the other report knows, are taken along", async () => {
  await reader.open_page(WIDGET);
  await reader.choose("theme", "masks");
  await reader.choose("brand", "kakaobank");
  await reader.search("마스크");
  await reader.turn_to(STORY.id);
  await reader.see_title(STORY.title.ko);
  await reader.see_query("마스크");
  await reader.see_chosen(["theme:masks"]);
});

test("a link to the same service in the other report leads to its card there", async () => {
  const from = WHITE_PAPER.cards.find((card) => card.see?.some((link) => link.startsWith(`${STORY.id}/`)));
  const to = from.see.find((link) => link.startsWith(`${STORY.id}/`)).split("/")[1];
  await reader.open_page(WIDGET);
  await reader.open_card(from.id);
  await reader.click(`[data-card="${from.id}"] a[href="#card-${to}"]`);
  await reader.see_title(STORY.title.ko);
  await reader.see_open_cards([to]);
  await reader.arrive_at(`[data-card="${to}"]`);
});
