/** The story: a report's numbers, one on a screen, by scrolling, keys, and without motion as a list. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { a_reader } from "./reader.mjs";
import { report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const PHONE = { width: 390, height: 844 };
const SCREENS = 12;

const reader = a_reader();

async function open_story({ lang = "ko", id = WHITE_PAPER.id } = {}) {
  await reader.open_page(`<report-widget report="${id}"></report-widget>`, { lang });
  await reader.click(".open-story");
  await reader.sees("the story", (root) => root.querySelector("dialog.story-dialog")?.matches(":modal") ?? null, true);
}
for (const lang of ["ko", "en"]) {
  test(`each screen has its number, its page and its place in the story (${lang})`, async () => {
    await reader.screen(PHONE);
    await open_story({ lang });
    const screens = await reader.inside((root) => [...root.querySelectorAll(".screens > li")].map((screen) => ({
      place: screen.querySelector(".n").textContent,
      value: screen.querySelector(".value data").value,
      source: screen.querySelector("a").getAttribute("href"),
      text: screen.textContent,
      buttons: screen.querySelectorAll("button").length,
    })));
    assert.deepEqual(screens.map(({ place }) => place), Array.from({ length: SCREENS }, (_, index) => `${index + 1} / ${SCREENS}`));
    const values = screens.filter(({ source }) => source.startsWith("#part-")).map(({ value }) => value);
    assert.deepEqual(values, WHITE_PAPER.headlines.map(({ value }) => value));
    for (const { value, source, text, buttons } of screens) {
      const figure = source.startsWith("#card-")
        ? WHITE_PAPER.cards.find(({ id }) => `#card-${id}` === source).figures[0]
        : WHITE_PAPER.headlines.find((headline) => headline.value === value);
      assert.equal(figure.value, value);
      assert.ok(text.includes(figure.label[lang]), text);
      assert.ok(text.includes({ ko: `${figure.page}쪽`, en: `p. ${figure.page}` }[lang]), text);
      assert.equal(buttons, 1);
    }
  });
}

for (const [width, height] of [[320, 568], [320, 256], [1280, 900]]) {
  for (const lang of ["ko", "en"]) {
    test(`every screen can be read whole in a window of ${width} by ${height} px (${lang})`, async () => {
      await reader.let_things_move();
      await reader.magnify({ width, height, times: 1 });
      await open_story({ lang });
      const wide = await reader.inside((root) => [...root.querySelectorAll(".screens *")]
        .filter((one) => { const { left, right } = one.getBoundingClientRect(); return left < -.5 || right > innerWidth + .5; })
        .map((one) => one.outerHTML.slice(0, 80)));
      assert.deepEqual(wide, []);
      const reached = await reader.inside((root) => {
        const list = root.querySelector(".screens");
        return [...list.children].map((screen) => {
          const button = screen.querySelector("button");
          button.scrollIntoView({ block: "end", behavior: "instant" });
          const [{ top, bottom }, area] = [button.getBoundingClientRect(), list.getBoundingClientRect()];
          return bottom <= area.bottom + 1 && top >= area.top - 1;
        });
      });
      assert.deepEqual(reached, reached.map(() => true));
    });
  }
}

test("a report without headlines has its largest figures as a story, and a page on paper is unaffected", async () => {
  const story = report("story-2021");
  await reader.screen(PHONE);
  await open_story({ id: story.id });
  const count = story.cards.filter(({ figures }) => figures?.length).length;
  await reader.sees("its screens", (root) => root.querySelectorAll(".screens > li").length, Math.min(count, SCREENS));
  await reader.see_as_printed();
  await reader.sees("what is printed", (root) => ["dialog.story-dialog", ".open-story", ".hero h2"]
    .map((selector) => root.querySelector(selector).checkVisibility()), [false, false, true]);
  await reader.see_as_printed(false);
});
