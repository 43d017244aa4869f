/** The great numbers: exact from the first paint, decorated once, never moving anything. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { a_reader } from "./reader.mjs";
import { in_full, report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const WIDGET = '<report-widget report="white-paper-2022"></report-widget>';
/** Tall enough for all great numbers to be seen at once. */
const TALL = { width: 1280, height: 2400 };
/** The longest that digits may run, and one frame to see their end. */
const LONGEST = 1500 + 100;

const reader = a_reader();

const frames = () => reader.run(() => window.seen.frames);
const running = () => reader.inside((root) => root.querySelectorAll("[data-headline] .running").length);

/** Waits until every great number has run, and gives the frames painted so far. */
async function frames_of_a_run() {
  const have_run = () => reader.run(() => {
    const ran = new Set(window.seen.frames.flatMap(({ greats }) =>
      greats.filter((great) => great.running).map((great) => great.id)));
    return ran.size;
  });
  await reader.comes_true("counters that ran", have_run, WHITE_PAPER.headlines.length);
  await reader.comes_true("counters still running", running, 0);
  await reader.let_settle();
  return frames();
}

test("the white paper prints seven great numbers", async () => {
  await reader.open_page(WIDGET);
  const shown = await reader.inside((root) =>
    [...root.querySelectorAll("[data-headline]")].map((great) => great.dataset.headline));
  assert.equal(shown.length, 7);
  assert.deepEqual(shown, WHITE_PAPER.headlines.map((headline) => headline.trace));
});

for (const lang of ["ko", "en"]) {
  test(`great numbers are exact and whole in every frame, also while digits run (${lang})`, async () => {
    await reader.screen(TALL);
    await reader.let_things_move();
    await reader.open_page(WIDGET, { lang });
    for (const { greats } of await frames_of_a_run()) {
      assert.deepEqual(
        greats.map(({ value, text }) => ({ value, text })),
        WHITE_PAPER.headlines.map((headline) => ({
          value: headline.value,
          text: in_full(headline, lang),
        })),
      );
    }
  });
}

test("great numbers end as the document prints them", async () => {
  await reader.screen(TALL);
  await reader.let_things_move();
  await reader.open_page(WIDGET);
  const { greats } = (await frames_of_a_run()).at(-1);
  const bare = (text) => text.replace(/[^0-9만억조]/g, "");
  for (const [index, { printed }] of WHITE_PAPER.headlines.entries()) {
    assert.ok(printed.map(bare).includes(bare(greats[index].text)), `${greats[index].text}: ${printed}`);
  }
  assert.deepEqual(new Set(greats.map(({ visible }) => visible)), new Set([true]));
});

for (const forced of ["none", "active"]) {
  test(`either the digits that run or the number itself is visible, never both (forced colours: ${forced})`, async () => {
    await reader.screen(TALL);
    await reader.prefer({ "prefers-reduced-motion": "no-preference", "forced-colors": forced });
    await reader.open_page(WIDGET);
    for (const { greats } of await frames_of_a_run()) {
      assert.deepEqual(greats.map(({ visible }) => visible), greats.map(({ running }) => !running));
    }
  });
}

test("digits run once, at most a second and a half, hidden from screen readers", async () => {
  await reader.screen(TALL);
  await reader.let_things_move();
  await reader.open_page(WIDGET);
  const painted = await frames_of_a_run();
  for (const [index, { trace }] of WHITE_PAPER.headlines.entries()) {
    const runs = painted.map(({ now, greats }) => ({ now, ...greats[index].running }));
    const first = runs.findIndex((run) => run.text);
    const last = runs.findLastIndex((run) => run.text);
    assert.ok(runs[last].now - runs[first].now <= LONGEST, `${trace} ran ${runs[last].now - runs[first].now} ms`);
    assert.ok(runs.slice(first, last + 1).every((run) => run.hidden === "true"), `${trace} ran twice`);
    const shown = new Set(runs.slice(first, last + 1).map((run) => run.text));
    assert.ok(shown.size > 2, `${trace} showed ${[...shown]}`);
  }

  await reader.run(() => scrollTo(0, document.body.scrollHeight));
  await reader.let_settle();
  await reader.run(() => scrollTo(0, 0));
  await reader.let_settle();
  assert.equal(await running(), 0);
});

test("running digits move nothing and stay within the width of their number", async () => {
  await reader.screen(TALL);
  await reader.let_things_move();
  await reader.open_page(WIDGET);
  const painted = await frames_of_a_run();
  const boxes = ({ greats }) => greats.map(({ box, number }) => ({ box, number }));
  for (const frame of painted) {
    assert.deepEqual(boxes(frame), boxes(painted[0]));
    for (const { id, running, number } of frame.greats.filter((great) => great.running)) {
      const ends = ([x, , width]) => x + width;
      const is_within = running.box[0] >= number[0] - 1 && ends(running.box) <= ends(number) + 1;
      assert.ok(is_within, `${id}: ${running.box} outside ${number}`);
    }
  }
});

for (const [what, widget, moves] of [
  ["the reader prefers less motion", WIDGET, false],
  ["the host turns motion off", WIDGET.replace(">", ' motion="off">'), true],
]) {
  test(`no digit runs where ${what}`, async () => {
    await reader.screen(TALL);
    await reader.let_things_move(moves);
    await reader.open_page(widget);
    const have_been_seen = (root) => root.querySelectorAll("[data-headline] .counter[data-ran]").length;
    await reader.sees("great numbers that were seen", have_been_seen, WHITE_PAPER.headlines.length);
    await reader.let_settle();
    const painted = await frames();
    assert.ok(painted.length > 1);
    assert.deepEqual(painted.flatMap(({ greats }) => greats.filter((great) => great.running)), []);
    assert.deepEqual(
      painted.at(0).greats.map((great) => great.text),
      WHITE_PAPER.headlines.map((headline) => in_full(headline, "ko")),
    );
  });
}
