/** What happens while somebody types: at once what they see, the rest when the page is idle. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Key, a_reader } from "./reader.mjs";
import { report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const WIDGET = '<report-widget report="white-paper-2022"></report-widget>';
const ALL = WHITE_PAPER.cards.length;

const reader = a_reader();

/** Opens the widget on a page that is idle only when the test says so. */
async function open_busy_page() {
  await reader.open_page(WIDGET, { program: false, drawn: false });
  await reader.run(() => {
    const waiting = [];
    window.requestIdleCallback = (work) => waiting.push(work);
    // Each wait is as short as can be; how many there were.
    window.be_idle = () => {
      let times = 0;
      for (; waiting.length; times += 1) waiting.shift()({ timeRemaining: () => 0 });
      return times;
    };
  });
  await reader.load_program();
  await reader.see_drawn();
}
const be_idle = () => reader.run(() => window.be_idle());

/** Types letter by letter and without a pause. */
const type_fast = (words) => reader.type_fast(Array.from(words, (_, index) => words.slice(0, index + 1)));

const count_words = (count) => `카드 ${count}개`;

/** Records every announcement to screen readers about the count from now on. */
const listen = () => reader.inside((root) => {
  window.announced = [];
  const status = root.querySelector(".search [role=status]");
  new MutationObserver(() => window.announced.push(status.textContent))
    .observe(status, { childList: true, characterData: true, subtree: true });
  return status.textContent;
});
const announced = () => reader.run(() => window.announced);

test("the count is exact at every letter, and announced once when the reader pauses", async () => {
  await reader.open_page(WIDGET);
  assert.equal(await listen(), count_words(ALL));
  const fast = await type_fast("마스크");
  const found = fast.seen.at(-1);
  assert.ok(fast.seen[0] > found && found > 1, `${fast.seen}`);
  assert.equal(fast.announced, count_words(ALL));
  await reader.comes_true("what is announced", announced, [`마스크: ${count_words(found)}`]);

  await type_fast("마스크 없는말");
  await reader.comes_true("what is announced", async () => (await announced()).slice(1),
    ["마스크 없는말: 찾은 내용이 없습니다"]);
});

test("a chosen filter is announced, an opened card is not", async () => {
  await reader.open_page(WIDGET);
  await listen();
  await reader.open_card(WHITE_PAPER.cards[0].id);
  await reader.choose("part", "7");
  const count = WHITE_PAPER.cards.filter(({ part }) => part === 7).length;
  await reader.comes_true("what is announced", announced, [count_words(count)]);
});

test("what is seen is drawn at once, the rest when the page is idle", async () => {
  await open_busy_page();
  const many = await type_fast("카");
  assert.ok(many.shown < many.seen[0], `${many.shown} of ${many.seen}`);
  const fills_screen = (root) => [...root.querySelectorAll("[data-card]")].at(-1).getBoundingClientRect().bottom >= innerHeight;
  assert.ok(await reader.inside(fills_screen), `${many.shown} fill no screen`);
  await reader.comes_true("idle time is asked for in a pause", async () => (await be_idle()) >= 1, true);
  await reader.see_count(many.seen[0]);
  const texts = await reader.inside((root) => [...root.querySelectorAll("h4, .card .text")]
    .filter((text) => text.textContent.includes("카"))
    .map((text) => text.querySelector("mark") !== null));
  assert.ok(texts.length > many.shown);
  assert.deepEqual(new Set(texts), new Set([true]));
});

test("words typed before the report was read through find the same", async () => {
  await open_busy_page();
  const busy = await type_fast("마스크");
  await reader.open_page(WIDGET);
  await reader.let_settle();
  assert.deepEqual((await type_fast("마스크")).seen, busy.seen);
});

test("where the browser knows no idle time, timers do", async () => {
  await reader.open_page(WIDGET, { program: false, drawn: false });
  await reader.run(() => { delete window.requestIdleCallback; });
  await reader.load_program();
  await reader.see_drawn();
  const many = await type_fast("카");
  assert.ok(many.shown < many.seen[0]);
  await reader.see_count(many.seen[0]);
});

test("a card that stands already stays the same element", async () => {
  await reader.open_page(WIDGET);
  await type_fast("마");
  await reader.found();
  await reader.inside((root) => {
    window.stood = new Map([...root.querySelectorAll("[data-card]")].map((card) => [card.dataset.card, card]));
  });
  await type_fast("마스크");
  const kept = await reader.inside((root) => {
    const now = [...root.querySelectorAll("[data-card]")];
    return now.filter((card) => window.stood.has(card.dataset.card))
      .map((card) => window.stood.get(card.dataset.card) === card);
  });
  assert.ok(kept.length > 1);
  assert.deepEqual(new Set(kept), new Set([true]));
});

test("without idle time, a button shows the rest, and the focus is on the first of it", async () => {
  await open_busy_page();
  await type_fast("카");
  const before = await reader.cards();
  const more = await reader.inside((root) => root.querySelector(".more .n").textContent);
  assert.equal(more, `${before.length} / ${(await type_fast("카")).seen[0]}`);
  await reader.inside((root) => root.querySelector(".more").focus({ preventScroll: true }));
  await reader.press(Key.ENTER);
  await reader.sees("more cards", (root, before) => root.querySelectorAll("[data-card]").length > before, true, before.length);
  const first = (root, at) => root.activeElement?.closest("[data-card]")
    === root.querySelectorAll("[data-card]")[at];
  await reader.sees("the focus on the first new card", first, true, before.length);
});

test("printing shows every card, also those nobody scrolled to", async () => {
  await open_busy_page();
  const { seen, shown } = await type_fast("카");
  assert.ok(shown < seen[0]);
  const drawn = await reader.inside(async (root) => {
    dispatchEvent(new Event("beforeprint"));
    await Promise.resolve();
    return root.querySelectorAll("[data-card]").length;
  });
  assert.equal(drawn, seen[0]);
});
