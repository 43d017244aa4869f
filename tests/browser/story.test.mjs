/** The story: a report's numbers, one on a screen, by scrolling, keys, and without motion as a list. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Key, a_reader } from "./reader.mjs";
import { report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const PHONE = { width: 390, height: 844 };
const SCREENS = 12;

const reader = a_reader();

async function open_story({ lang = "ko", id = WHITE_PAPER.id } = {}) {
  await reader.open_page(`<report-widget report="${id}"></report-widget>`, { lang });
  await reader.click(".tell");
  await reader.sees("the story", (root) => root.querySelector("dialog.telling")?.matches(":modal") ?? null, true);
}
/** Which screen is at the top, counted from one. */
const here = (root) => {
  const list = root.querySelector(".screens");
  const { top } = list.getBoundingClientRect();
  const at = [...list.children].findIndex((screen) => screen.getBoundingClientRect().bottom > top + 4);
  return at + 1;
};
const see_here = (no) => reader.sees("the screen", here, no);

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
    const told = screens.filter(({ source }) => source.startsWith("#part-")).map(({ value }) => value);
    assert.deepEqual(told, WHITE_PAPER.headlines.map(({ value }) => value));
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

for (const moves of [true, false]) {
  test(`keys turn the screens, ${moves ? "which fill the window" : "which are a plain list without motion"}`, async () => {
    await reader.let_things_move(moves);
    await reader.screen(PHONE);
    await open_story();
    await reader.sees("the focus", (root) => root.activeElement.matches(".screens"), true);
    const fills = await reader.inside((root) => {
      const list = root.querySelector(".screens");
      return [...list.children].every((screen) => screen.offsetHeight >= list.clientHeight);
    });
    assert.equal(fills, moves);
    await see_here(1);
    for (const [key, expected] of [
      [Key.ARROW_DOWN, 2], [Key.ARROW_RIGHT, 3], [Key.ARROW_UP, 2], [Key.HOME, 1], [Key.ARROW_LEFT, 1],
    ]) {
      await reader.press(key);
      await see_here(expected);
    }
    await reader.press(Key.END);
    await reader.sees("the last screen", (root) => {
      const { top, bottom } = root.querySelector(".screens > :last-child").getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight + 1;
    }, true);
  });
}

test("Escape and the button close it, and give the focus back", async () => {
  await reader.screen(PHONE);
  await open_story();
  for (const leave of [() => reader.press(Key.ESCAPE), () => reader.click("dialog.telling .close")]) {
    await leave();
    await reader.sees("no dialog", (root) => root.querySelector("dialog"), null);
    await reader.sees("the focus", (root) => root.activeElement?.matches(".tell") ?? false, true);
    await reader.press(Key.ENTER);
    await reader.sees("the story", (root) => root.querySelector("dialog.telling")?.matches(":modal") ?? null, true);
  }
});

test("a screen is shared with its own picture and link, and the story goes on where it was", async () => {
  await reader.let_things_move();
  await reader.screen(PHONE);
  await open_story();
  await reader.press(Key.ARROW_DOWN);
  await see_here(2);
  const label = await reader.inside((root) => root.querySelectorAll(".screens .label")[1].textContent);
  await reader.click(".screens > :nth-child(2) button");
  await reader.sees("the picture", (root) => root.querySelector("dialog.export-dialog [data-picture]")?.alt.includes(root.querySelectorAll(".screens .label")[1].textContent) ?? null, true);
  assert.ok(label);
  await reader.press(Key.ESCAPE);
  await reader.sees("one dialog", (root) => [...root.querySelectorAll("dialog")].map((dialog) => dialog.classList.contains("telling")), [true]);
  await see_here(2);
  await reader.sees("the focus", (root) => root.activeElement?.matches(".screens > :nth-child(2) button") ?? false, true);
});

test("a screen leads to where its number comes from", async () => {
  await reader.screen(PHONE);
  await open_story();
  await reader.click(".screens > :nth-child(1) a");
  await reader.sees("no dialog", (root) => root.querySelector("dialog"), null);
  const [{ trace }] = WHITE_PAPER.headlines;
  const href = await reader.inside((root) => root.querySelector(".great details[open]").dataset.trace);
  assert.equal(href, trace);
});

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

test("a report without headlines is told by its largest figures, and a page on paper is unaffected", async () => {
  const story = report("story-2021");
  await reader.screen(PHONE);
  await open_story({ id: story.id });
  const count = story.cards.filter(({ figures }) => figures?.length).length;
  await reader.sees("its screens", (root) => root.querySelectorAll(".screens > li").length, Math.min(count, SCREENS));
  await reader.see_as_printed();
  await reader.sees("what is printed", (root) => ["dialog.telling", ".tell", ".hero h2"]
    .map((selector) => root.querySelector(selector).checkVisibility()), [false, false, true]);
  await reader.see_as_printed(false);
});
