/** The program takes over the prerendered page that a reader is reading. The host holds it back until then. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { a_reader, Key } from "./reader.mjs";
import { report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const STORY = report("story-2021");
const CARD = WHITE_PAPER.cards.findLast((card) => (card.figures ?? []).length > 1);
const TRACE = `${CARD.id}/${CARD.figures[1].id}`;

const reader = a_reader();

const open = async (path = "index.html") => {
  await reader.open_site(path, { host: "holds-wasm" });
  await reader.comes_true("the element", () => reader.run(() => customElements.get("report-widget") !== undefined), true);
  await reader.run(() => {
    window.ready = 0;
    addEventListener("report-ready", () => { window.ready += 1; });
  });
};
/** Sees how often the report was drawn or taken over. */
const see_ready = (times) => reader.comes_true("how often it was ready", () => reader.run(() => window.ready), times);
const click = async (selector) => {
  await reader.inside((root, selector) => root.querySelector(selector).scrollIntoView({ block: "center" }), selector);
  await reader.click(selector);
};
/** Where an element stands, before the program came or after. */
const place = (selector) => reader.inside((root, selector) => {
  const { x, y, width, height } = root.querySelector(selector).getBoundingClientRect();
  return [x, y, width, height].map(Math.round);
}, selector);

/** Remembers every element of the prerendered page. */
const remember = () => reader.inside((root) => {
  window.remembered = new Set(root.querySelectorAll("[data-prerendered], [data-prerendered] *"));
});
/**
 * Sees that these stand as they stood, and that none stands beside them that was made since: only the
 * filters, which the page does not have before, come with the program.
 */
async function see_the_same(within = ".inside") {
  const changes = await reader.inside((root, within) => {
    const start_of = (element) => element.outerHTML.slice(0, 80);
    return {
      lost: [...window.remembered].filter((element) => !root.contains(element)).map(start_of),
      made: [...root.querySelector(within).querySelectorAll("*")]
        .filter((element) => !window.remembered.has(element) && !element.closest(".groups")).map(start_of),
    };
  }, within);
  assert.deepEqual({ lost: changes.lost.slice(0, 5), made: changes.made.slice(0, 5) }, { lost: [], made: [] });
}

/** Writes down what the page shows in every frame that is painted, and every shift of its layout. */
const watch = () => reader.run(() => {
  window.watched = { titles: new Set(), shifts: [] };
  new PerformanceObserver((list) => {
    window.watched.shifts.push(...list.getEntries().map(({ value }) => value));
  }).observe({ type: "layout-shift" });
  const look = () => {
    let seen = document.elementFromPoint(...window.watched.at);
    seen = seen?.shadowRoot?.elementFromPoint(...window.watched.at) ?? seen;
    window.watched.titles.add(`${seen?.localName} ${seen?.textContent}`);
    requestAnimationFrame(look);
  };
  const { x, y, height } = document.querySelector("report-widget").shadowRoot.querySelector(".hero h2").getBoundingClientRect();
  window.watched.at = [x + 10, y + height / 2];
  requestAnimationFrame(look);
});
const watched = () => reader.run(() => ({
  titles: [...window.watched.titles],
  shift: window.watched.shifts.reduce((sum, value) => sum + value, 0),
}));

for (const [what, size] of [["a wide screen", { width: 1280, height: 900 }], ["a phone", { width: 500, height: 844 }], ["a screen that shows all parts", { width: 1280, height: 6000 }]]) {
  test(`on ${what}, nothing flashes and nothing moves when the program comes`, async () => {
    await reader.screen(size);
    await open();
    await watch();
    const before = await place(".errata");
    await reader.let_program_come();
    await reader.see_count(WHITE_PAPER.cards.length);
    assert.deepEqual(await place(".errata"), before);
    assert.deepEqual(await watched(), { titles: [`h2 ${WHITE_PAPER.title.ko}`], shift: 0 });
  });
}

test("no element of the page is made anew, also when cards, traces and the list of errata are opened then", async () => {
  await open();
  await remember();
  assert.ok(await reader.run(() => window.remembered.size > 10_000));
  await reader.let_program_come();
  await see_ready(1);
  await see_the_same();
  await reader.open_card(CARD.id);
  await reader.click(`[data-trace="${TRACE}"] > summary`);
  await reader.see_open_traces([TRACE]);
  await reader.click("[data-errata] > summary");
  await reader.let_settle();
  await see_the_same();
});

for (const [path, report, lang] of [
  ["en/index.html", WHITE_PAPER, "en"], ["story-2021/index.html", STORY, "ko"], ["en/story-2021/index.html", STORY, "en"],
]) {
  test(`${path} is taken over in place, in its language`, async () => {
    await open(path);
    await remember();
    await reader.let_program_come();
    await reader.see_title(report.title[lang]);
    await reader.see_count(report.cards.length);
    await see_the_same();
  });
}

test("what was opened before the program came stays open, where it was", async () => {
  await open();
  await click(`[data-card="${CARD.id}"] > summary`);
  await click(`[data-trace="${TRACE}"] > summary`);
  await click("[data-errata] > summary");
  await click(`[data-trace="${TRACE}"] > summary .value`);
  await click(`[data-trace="${TRACE}"] > summary .value`);
  const before = await place(`[data-trace="${TRACE}"]`);
  await reader.let_program_come();
  await reader.see_open_cards([CARD.id]);
  await reader.see_open_traces([TRACE]);
  assert.equal(await reader.inside((root) => root.querySelector("[data-errata]").open), true);
  assert.deepEqual(await place(`[data-trace="${TRACE}"]`), before);
  await reader.click(`[data-card="${CARD.id}"] > summary`);
  await reader.see_open_cards([]);
});

test("links of the bar on top become buttons where they stand", async () => {
  const places = (selector) => reader.inside((root, selector) => [...root.querySelectorAll(selector)].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [element.textContent, ...[x, y, width, height].map(Math.round)];
  }), selector);
  await open("en/index.html");
  const links = await places(".topbar a");
  assert.equal(links.length, 4);
  await reader.let_program_come();
  assert.deepEqual(await places(".topbar button"), links);
  assert.deepEqual(await places(".topbar a"), []);
});

test("no message stands on the page until there is one", async () => {
  await open();
  await reader.let_program_come();
  const is_seen = (root) => root.querySelector(".notice").offsetHeight > 0;
  assert.equal(await reader.inside(is_seen), false);
  await reader.click(".copy-citation");
  await reader.see_notice("복사했습니다");
  assert.equal(await reader.inside(is_seen), true);
});

test("a reader who has scrolled stays where they are", async () => {
  await open();
  await reader.inside((root, id) => root.querySelector(`[data-card="${id}"]`).scrollIntoView(), CARD.id);
  const before = [await reader.run(() => scrollY), await place(`[data-card="${CARD.id}"]`)];
  assert.ok(before[0] > 1000);
  await reader.let_program_come();
  assert.deepEqual([await reader.run(() => scrollY), await place(`[data-card="${CARD.id}"]`)], before);
});

for (const [what, selector] of [
  ["link to a part", '[data-nav="4"]'],
  ["card's summary", `[data-card="${CARD.id}"] > summary`],
  ["language", ".languages [lang=en]"],
]) {
  test(`a focused ${what} keeps the focus, and the keyboard goes on from it`, async () => {
    await open();
    await reader.inside((root, selector) => root.querySelector(selector).focus(), selector);
    await reader.let_program_come();
    const focused = (root, selector) => root.activeElement?.matches(selector) ?? false;
    await reader.sees(`the focus on ${selector}`, focused, true, selector);
    await reader.press(Key.TAB);
    await reader.sees("the focus went on", focused, false, selector);
  });
}

test("the program searches, filters and speaks as on any page", async () => {
  await open("en/index.html");
  await reader.let_program_come();
  await reader.see_title(WHITE_PAPER.title.en);
  await reader.choose("part", "2");
  await reader.see_chosen(["part:2"]);
  await reader.clear();
  await reader.speak("ko");
  await reader.see_title(WHITE_PAPER.title.ko);
});

test("a card that is opened after words were searched for has them marked, as on any page", async () => {
  await open();
  await reader.let_program_come();
  await reader.search("카카오");
  const [first] = await reader.found();
  await reader.open_card(first);
  const marked = (root, card) => [...root.querySelectorAll(`[data-card="${card}"] .text mark`)].map(({ textContent }) => textContent);
  const has_words = WHITE_PAPER.cards.filter(({ summary }) => summary.ko.includes("카카오")).map(({ id }) => id);
  const opened = has_words.includes(first) ? first : has_words[0];
  if (opened !== first) await reader.open_card(opened);
  await reader.comes_true("marked words", async () => (await reader.inside(marked, opened)).includes("카카오"), true);
});

test("a view that the address asks for is shown, whatever the page brought, with its cards", async () => {
  const card = WHITE_PAPER.parts[1].cards[2].id;
  await open(`index.html?filters=part:2&card=${card}`);
  await reader.inside((root, card) => { window.card = root.querySelector(`[data-card="${card}"]`); }, card);
  await reader.let_program_come();
  await reader.see_chosen(["part:2"]);
  await reader.see_count(WHITE_PAPER.parts[1].cards.length);
  await reader.see_open_cards([card]);
  await reader.arrive_at(`[data-card="${card}"]`);
  assert.equal(await reader.inside((root, card) => root.querySelector(`[data-card="${card}"]`) === window.card, card), true);
});

for (const [what, query, { title }, selector] of [
  ["a part", "?part=5", WHITE_PAPER, '[data-part="5"]'],
  ["a card", `?card=${CARD.id}`, WHITE_PAPER, `[data-card="${CARD.id}"][open]`],
  ["a trace", `?trace=${TRACE}`, WHITE_PAPER, `[data-card="${CARD.id}"][open] [data-trace="${TRACE}"][open]`],
  ["a card of the other report", `?report=${STORY.id}&card=${STORY.cards[5].id}`, STORY, `[data-card="${STORY.cards[5].id}"][open]`],
]) {
  test(`an address of ${what} leads there from the prerendered page`, async () => {
    await open(`index.html${query}`);
    await reader.let_program_come();
    await reader.see_title(title.ko);
    await reader.arrive_at(selector);
  });
}

test("a reader who came by a fragment stays where it led, and goes on from there by links", async () => {
  await open(`index.html#card-${CARD.id}`);
  await reader.see_on_screen(`[data-card="${CARD.id}"] > summary`);
  const before = [await reader.run(() => scrollY), await place(`[data-card="${CARD.id}"]`)];
  assert.ok(before[0] > 1000);
  await reader.let_program_come();
  assert.deepEqual([await reader.run(() => scrollY), await place(`[data-card="${CARD.id}"]`)], before);
  await reader.go_to_part(2);
  await reader.arrive_at('[data-part="2"]');
});

test("numbers that have been read for a while do not begin to run", async () => {
  await reader.let_things_move();
  await open();
  await reader.comes_true("a while", () => reader.run(() => performance.now() > 2000), true);
  await reader.let_program_come();
  const running = (root) => root.querySelectorAll(".great .running").length;
  assert.equal(await reader.inside(running), 0);
});

test("an element that is moved after it was taken over keeps its page and what the reader did", async () => {
  await open();
  await remember();
  await reader.let_program_come();
  await reader.choose("theme", "masks");
  await reader.run(() => document.body.append(document.querySelector("report-widget")));
  await reader.let_settle();
  await reader.see_chosen(["theme:masks"]);
  await reader.clear();
  await reader.see_count(WHITE_PAPER.cards.length);
  await see_the_same(".hero");
  await see_ready(1);
});

test("an element that is removed before the program came, and inserted again, is taken over all the same", async () => {
  await open();
  await remember();
  const parent = await reader.run(() => {
    window.widget = document.querySelector("report-widget");
    window.parent_of_widget = window.widget.parentNode;
    window.widget.remove();
    return new Promise((settled) => requestAnimationFrame(() => settled(window.parent_of_widget.localName)));
  });
  assert.equal(parent, "main");
  await reader.run(() => window.parent_of_widget.append(window.widget));
  await reader.let_program_come();
  await reader.see_count(WHITE_PAPER.cards.length);
  await see_the_same();
});

test("an element that is taken away gives its own content back, and is drawn again when it returns", async () => {
  await open("en/index.html");
  await reader.let_program_come();
  await reader.choose("theme", "masks");
  await reader.run(() => {
    window.widget = document.querySelector("report-widget");
    window.widget.remove();
  });
  const inside = () => reader.run(() => [...window.widget.shadowRoot.children].map(({ localName }) => localName));
  await reader.comes_true("nothing but the slot", inside, ["slot"]);
  await reader.run(() => document.querySelector("main").append(window.widget));
  await reader.see_drawn();
  await reader.see_title(WHITE_PAPER.title.en);
  await reader.open_card(CARD.id);
  await reader.search("mask");
  await reader.see_query("mask");
  await see_ready(2);
});
