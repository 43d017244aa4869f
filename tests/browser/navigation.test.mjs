/** From part to part: by pointer, by keyboard, by scrolling. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Key, a_reader } from "./reader.mjs";
import { report } from "./report.mjs";

const REPORTS = ["white-paper-2022", "story-2021"].map((id) => report(id));
const [WHITE_PAPER] = REPORTS;
const SCREENS = [
  ["wide", { width: 1280, height: 900 }],
  ["narrow", { width: 390, height: 844 }],
];

const reader = a_reader();
const open = (report) => reader.open_page(`<report-widget report="${report.id}"></report-widget>`);

for (const report of REPORTS) {
  for (const [kind, screen] of SCREENS) {
    test(`every part of ${report.id} is reached by its link on a ${kind} screen`, async () => {
      await reader.screen(screen);
      await open(report);
      for (const { no } of report.parts) {
        await reader.go_to_part(no);
        await reader.see_part(no);
        await reader.arrive_at(`[data-part="${no}"]`);
      }
    });
  }
}

test("a part glides into view where the reader likes motion", async () => {
  await reader.let_things_move();
  await open(WHITE_PAPER);
  await reader.go_to_part(6);
  await reader.see_part(6);
  await reader.arrive_at('[data-part="6"]');
});

test("every part is reached by keyboard, and the focus goes along", async () => {
  await open(WHITE_PAPER);
  for (const { no } of WHITE_PAPER.parts) {
    await reader.inside((root, no) => root.querySelector(`[data-nav="${no}"]`).focus(), no);
    await reader.press(Key.ENTER);
    await reader.see_part(no);
    await reader.arrive_at(`[data-part="${no}"] h3`);
  }
});

test("the part on screen is marked while the reader scrolls down and up", async () => {
  await open(WHITE_PAPER);
  const numbers = WHITE_PAPER.parts.map((part) => part.no);
  for (const no of [...numbers, ...numbers.reverse()]) {
    await reader.inside((root, no) => {
      const { top, height } = root.querySelector(`[data-part="${no}"]`).getBoundingClientRect();
      scrollBy(0, top + height / 2 - innerHeight / 4);
    }, no);
    await reader.see_part(no);
  }
  await reader.run(() => scrollTo(0, 0));
  await reader.see_part(null);
});

test("a great number leads to its part", async () => {
  await open(WHITE_PAPER);
  for (const { trace } of WHITE_PAPER.headlines) {
    const no = Number(trace.match(/^part-(\d+)/)[1]);
    await reader.click(`[data-headline="${trace}"] > a`);
    await reader.see_part(no);
  }
});

test("the part at hand is never covered by what stays on top", async () => {
  for (const [, screen] of SCREENS) {
    await reader.screen(screen);
    await open(WHITE_PAPER);
    for (const { no } of WHITE_PAPER.parts) {
      await reader.go_to_part(no);
      await reader.see_part(no);
      const on_top = await reader.inside((root, no) => {
        const heading = root.querySelector(`[data-part="${no}"] h3`);
        const { left, top, height } = heading.getBoundingClientRect();
        return root.elementFromPoint(left + 2, top + height / 2)?.textContent;
      }, no);
      assert.equal(on_top, WHITE_PAPER.parts.find((part) => part.no === no).title.ko);
    }
  }
});
