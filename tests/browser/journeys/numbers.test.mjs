/** The story and the comparison, as a reader uses them in every engine. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Key, a_reader } from "../reader.mjs";
import { report } from "../report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const PHONE = { width: 390, height: 844 };

const reader = a_reader();

async function open_story() {
  await reader.open_page(`<report-widget report="${WHITE_PAPER.id}"></report-widget>`);
  await reader.click(".open-story");
  await reader.sees("the story", (root) => root.querySelector("dialog.story-dialog")?.matches(":modal") ?? null, true);
}
/** Which screen is at the top, counted from one. */
const here = (root) => {
  const list = root.querySelector(".screens");
  const { top } = list.getBoundingClientRect();
  const at = [...list.children].findIndex((screen) => screen.getBoundingClientRect().bottom > top + 4);
  return at + 1;
};
const see_here = (no) => reader.sees("the screen", here, no);

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
  for (const leave of [() => reader.press(Key.ESCAPE), () => reader.click("dialog.story-dialog .close")]) {
    await leave();
    await reader.sees("no dialog", (root) => root.querySelectorAll("dialog").length, 0);
    await reader.sees("the focus", (root) => root.activeElement?.matches(".open-story") ?? false, true);
    await reader.press(Key.ENTER);
    await reader.sees("the story", (root) => root.querySelector("dialog.story-dialog")?.matches(":modal") ?? null, true);
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
  await reader.sees("one dialog", (root) => [...root.querySelectorAll("dialog")].map((dialog) => dialog.classList.contains("story-dialog")), [true]);
  await see_here(2);
  await reader.sees("the focus", (root) => root.activeElement?.matches(".screens > :nth-child(2) button") ?? false, true);
});

test("a screen leads to where its number comes from", async () => {
  await reader.screen(PHONE);
  await open_story();
  await reader.click(".screens > :nth-child(1) a");
  await reader.sees("no dialog", (root) => root.querySelectorAll("dialog").length, 0);
  const [{ trace }] = WHITE_PAPER.headlines;
  const href = await reader.inside((root) => root.querySelector(".great details[open]").dataset.trace);
  assert.equal(href, trace);
});

test("cards are chosen, compared, and lead to where they stand", async () => {
  await reader.open_page(`<report-widget report="${WHITE_PAPER.id}" sync-url></report-widget>`);
  const cards = WHITE_PAPER.cards.filter(({ figures }) => figures?.[0]?.unit === "views").slice(0, 3);
  for (const { id } of cards) {
    await reader.inside((root, id) => { root.querySelector(`[data-card="${id}"]`).open = true; }, id);
    await reader.find(`[data-card="${id}"] .cite .compare`);
    await reader.inside((root, id) => root.querySelector(`[data-card="${id}"] .cite .compare`).click(), id);
  }
  await reader.click(".chosen .compare");
  await reader.sees("the comparison", (root) => root.querySelector("dialog.compare")?.matches(":modal") ?? null, true);
  await reader.sees("what is compared", (root) => [...root.querySelectorAll("dialog.compare data")].map(({ value }) => value),
    cards.map(({ figures }) => figures[0].value));
  await reader.comes_true("the address", async () => (await reader.address()).searchParams.get("compare"), cards.map(({ id }) => id).join(","));
  await reader.press(Key.ESCAPE);
  await reader.sees("no dialog", (root) => root.querySelectorAll("dialog").length, 0);
  await reader.comes_true("the address", async () => (await reader.address()).searchParams.get("compare"), null);
});
