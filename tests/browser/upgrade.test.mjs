/** The program takes over the page that a reader is reading. The host holds it back until then. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { a_reader, By, Key } from "./reader.mjs";
import { report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const CARD = WHITE_PAPER.cards.findLast((card) => (card.figures ?? []).length > 1);
const TRACE = `${CARD.id}/${CARD.figures[1].id}`;

const reader = a_reader();

const open = async (path = "index.html") => {
  await reader.open_site(path, { host: "holds-wasm" });
  await reader.comes_true("the element", () => reader.run(() => customElements.get("report-widget") !== undefined), true);
};
const click = async (selector) => {
  const element = await reader.driver.findElement(By.css(selector));
  await reader.run((element) => element.scrollIntoView({ block: "center" }), element);
  await element.click();
};
/** Where an element stands, before the program came or after. */
const place = (selector) => reader.run((selector) => {
  const widget = document.querySelector("report-widget");
  const { x, y, width, height } = (widget.shadowRoot.querySelector(selector) ?? widget.querySelector(selector))
    .getBoundingClientRect();
  return [x, y, width, height].map(Math.round);
}, selector);

/** Writes down what the page shows in every frame that is painted, and every shift of its layout. */
const watch = () => reader.run(() => {
  window.watched = { titles: new Set(), shifts: [] };
  new PerformanceObserver((list) => {
    window.watched.shifts.push(...list.getEntries().map(({ value }) => value));
  }).observe({ type: "layout-shift", buffered: true });
  const look = () => {
    let seen = document.elementFromPoint(...window.watched.at);
    seen = seen?.shadowRoot?.elementFromPoint(...window.watched.at) ?? seen;
    window.watched.titles.add(`${seen?.localName} ${seen?.textContent}`);
    requestAnimationFrame(look);
  };
  const { x, y, height } = document.querySelector(".hero h2").getBoundingClientRect();
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

test("a reader who has scrolled stays where they are", async () => {
  await open();
  await reader.run((id) => document.querySelector(`[data-card="${id}"]`).scrollIntoView(), CARD.id);
  const before = [await reader.run(() => scrollY), await place(`[data-card="${CARD.id}"]`)];
  assert.ok(before[0] > 1000);
  await reader.let_program_come();
  assert.deepEqual([await reader.run(() => scrollY), await place(`[data-card="${CARD.id}"]`)], before);
});

for (const [what, selector] of [
  ["link to a part", '[data-nav="4"]'],
  ["card's summary", `[data-card="${CARD.id}"] > summary`],
  ["language", ".languages [lang=en], .languages [data-lang=en]"],
]) {
  test(`a focused ${what} keeps the focus, and the keyboard goes on from it`, async () => {
    await open();
    await reader.run((selector) => document.querySelector(selector).focus(), selector);
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

test("a view that the address asks for is shown, whatever the page brought", async () => {
  await open(`index.html?filters=part:2&card=${WHITE_PAPER.parts[1].cards[2].id}`);
  await reader.let_program_come();
  await reader.see_chosen(["part:2"]);
  await reader.see_open_cards([WHITE_PAPER.parts[1].cards[2].id]);
});

test("numbers that have been read for a while do not begin to run", async () => {
  await reader.let_things_move();
  await open();
  await reader.comes_true("a while", () => reader.run(() => performance.now() > 2000), true);
  await reader.let_program_come();
  const running = (root) => root.querySelectorAll(".great .running").length;
  assert.equal(await reader.inside(running), 0);
});

test("an element that is taken away gives the page back its own report", async () => {
  await open();
  await reader.let_program_come();
  await reader.run(() => {
    const widget = document.querySelector("report-widget");
    widget.remove();
    queueMicrotask(() => document.body.append(Object.assign(document.createElement("p"), { id: "gone" })));
    window.widget = widget;
  });
  await reader.comes_true("it is gone", () => reader.run(() => document.querySelector("#gone") !== null), true);
  const own = await reader.run(() => [window.widget.shadowRoot.children.length, window.widget.querySelectorAll("[data-card]").length]);
  assert.deepEqual(own, [1, WHITE_PAPER.cards.length]);
});
