/** Comparing: cards of one unit beside each other, as bars and as a table, shared, exported and printed. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { PNG } from "pngjs";
import { exporting_reader } from "./export.mjs";
import { in_full, report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const WIDGET = '<report-widget report="white-paper-2022" sync-url></report-widget>';
const unit = (card) => card.figures?.[0]?.unit;
/** Five cards of one unit, and one of another. */
const SAME = WHITE_PAPER.cards.filter((card) => unit(card) === "views").slice(0, 5);
const OTHER = WHITE_PAPER.cards.find((card) => unit(card) === "won");
const HELP = "단위가 같은 카드를 두 개에서 네 개까지 골라 비교합니다.";

const { reader, open_dialog, copied, downloaded } = exporting_reader();

const toggle = (card) => `[data-card="${card.id}"] .cite .compare`;
async function choose(card) {
  await reader.click(`[data-card="${card.id}"] > summary`);
  await reader.find(toggle(card));
  // The bar at the bottom may lie over what a driver brings to the very edge.
  await reader.inside((root, toggle) => root.querySelector(toggle).scrollIntoView({ block: "center" }), toggle(card));
  await reader.click(toggle(card));
}
const see_chosen = (count) => reader.sees("how many are chosen", (root) =>
  root.querySelector(".chosen [role=status]")?.textContent.trim() ?? null, count);
const see_comparison = (open) => reader.sees("the comparison", (root) =>
  root.querySelector("dialog.compare")?.matches(":modal") ?? null, open ? true : null);
const rows = () => reader.inside((root) => [...root.querySelectorAll("dialog.compare tr:has(a)")].map((row) => ({
  title: row.querySelector("a").textContent,
  value: row.querySelector("data").value,
  text: row.querySelector("data").textContent,
  share: row.nextSibling.querySelector(".most").getBoundingClientRect().width / row.nextSibling.querySelector(".bar").getBoundingClientRect().width,
})));

for (const lang of ["ko", "en"]) {
  test(`chosen cards stand beside each other at one scale, with their exact values (${lang})`, async () => {
    await reader.open_page(WIDGET, { lang });
    for (const card of SAME.slice(0, 3)) await choose(card);
    await see_chosen({ ko: "카드 3개", en: "3 cards" }[lang]);
    await reader.click(".chosen .compare");
    await see_comparison(true);
    const shown = await rows();
    const greatest = Math.max(...SAME.slice(0, 3).map(({ figures }) => Number(figures[0].value)));
    for (const [index, card] of SAME.slice(0, 3).entries()) {
      const [figure] = card.figures;
      assert.equal(shown[index].title, card.title[lang]);
      assert.equal(shown[index].value, figure.value);
      assert.equal(shown[index].text, in_full(figure, lang));
      assert.ok(Math.abs(shown[index].share - Number(figure.value) / greatest) < .01, `${shown[index].share}`);
    }
  });
}

test("cards of another unit, a fifth card, and a card alone are refused with a sentence", async () => {
  await reader.open_page(WIDGET);
  await choose(SAME[0]);
  await reader.click(".chosen .compare");
  await see_chosen(`카드 1개 · ${HELP}`);
  await see_comparison(false);
  await choose(SAME[1]);
  await see_chosen("카드 2개");
  await choose(OTHER);
  await see_chosen(`카드 2개 · ${HELP}`);
  for (const card of SAME.slice(2)) await choose(card);
  await see_chosen(`카드 4개 · ${HELP}`);
  const pressed = (root) => [...root.querySelectorAll('.cite .compare[aria-pressed="true"]')].length;
  await reader.sees("which are chosen", pressed, 4);
  await reader.click(".chosen .clear");
  await see_chosen(null);
  await reader.sees("which are chosen", pressed, 0);
  await reader.sees("the focus on the last card", (root) => root.activeElement?.closest("[data-card]")?.dataset.card, SAME[3].id);
});

test("a comparison is part of the address, and the way back leaves it", async () => {
  const ids = SAME.slice(0, 2).map(({ id }) => id);
  await reader.open_page(WIDGET, { query: `?compare=${ids[0]},nothing,${OTHER.id},${ids[1]},%3Cscript%3E` });
  await see_comparison(true);
  assert.deepEqual((await rows()).map(({ title }) => title), SAME.slice(0, 2).map(({ title }) => title.ko));
  await reader.comes_true("the address", async () => (await reader.address()).searchParams.get("compare"), ids.join(","));
  await reader.click("dialog.compare .close");
  await see_comparison(false);
  await reader.comes_true("the address", async () => (await reader.address()).searchParams.get("compare"), null);
  await see_chosen("카드 2개");
  await reader.go_back();
  await see_comparison(true);
});

for (const [lang, sentence] of [
  ["ko", "링크에 있는 카드 가운데 없거나 단위가 다른 것은 뺐습니다."],
  ["en", "Cards in the link that do not exist or have another unit are left out."],
]) {
  test(`an address with cards that cannot be compared says so, and keeps the others (${lang})`, async () => {
    const open = (cards) => reader.open_page(WIDGET, { query: `?compare=${cards}`, lang });
    const said = (root) => [".notice:not(.chosen)", "dialog.compare > [role=status]"]
      .map((selector) => root.querySelector(selector)?.textContent ?? null);
    await open([SAME[0].id, "nothing", SAME[1].id]);
    await see_comparison(true);
    await reader.sees("the sentence", said, ["", sentence]);
    await open([SAME[0].id, OTHER.id]);
    await reader.sees("the sentence", said, [sentence, null]);
    await reader.sees("what stays chosen", (root) => root.querySelector(".chosen [role=status]").textContent,
      { ko: `카드 1개 · ${HELP}`, en: "1 card · Choose two to four cards of one unit to compare them." }[lang]);
    const lie_apart = (root) => {
      const [bar, notice] = [".chosen", ".notice:not(.chosen)"].map((selector) => root.querySelector(selector).getBoundingClientRect());
      return bar.bottom <= notice.top || notice.bottom <= bar.top;
    };
    await reader.sees("both whole", lie_apart, true);
    await open(["nothing", "none"]);
    await reader.sees("the sentence", said, [sentence, null]);
    await open(SAME.slice(0, 2).map(({ id }) => id));
    await see_comparison(true);
    await reader.sees("no sentence", said, ["", ""]);
  });
}

test("on the bundle's own page, cards that the address compares are chosen", async () => {
  const ids = SAME.slice(0, 2).map(({ id }) => id);
  await reader.open_report(`?compare=${ids}`);
  await see_comparison(true);
  await reader.click("dialog.compare .close");
  await see_chosen("카드 2개");
  // A closed card stands as it was prerendered until it is opened.
  await reader.inside((root, id) => { root.querySelector(`[data-card="${id}"]`).open = true; }, ids[1]);
  const pressed = (root, toggle) => root.querySelector(toggle).ariaPressed;
  await reader.sees("that it is chosen", pressed, "true", toggle(SAME[1]));
});

test("a card in a comparison leads to where it stands", async () => {
  await reader.open_page(WIDGET, { query: `?compare=${SAME[1].id},${SAME[2].id}` });
  await see_comparison(true);
  await reader.click(`dialog.compare [href="#card-${SAME[2].id}"]`);
  await see_comparison(false);
  await reader.see_open_cards([SAME[2].id]);
});

test("what is compared is exported alone: figures, link and a picture; then the comparison is back", async () => {
  const cards = SAME.slice(0, 3);
  const ids = cards.map(({ id }) => id).join(",");
  await reader.open_page(WIDGET, { query: `?compare=${ids}` });
  await open_dialog("dialog.compare .export");
  const csv = (await downloaded("saveCsv", "white-paper-2022.csv")).toString();
  const listed = new Set(csv.trimEnd().split("\r\n").slice(1).map((line) => line.split(",")[2]));
  assert.deepEqual([...listed], cards.map(({ id }) => id));
  assert.equal(new URL(await copied("copyLink")).searchParams.get("compare"), ids);
  const picture = PNG.sync.read(await downloaded("saveImage", "white-paper-2022.png"));
  assert.deepEqual([picture.width, picture.height], [1200, 630]);
  await reader.click("dialog.export-dialog .close");
  await see_comparison(true);
  await reader.sees("the focus", (root) => root.activeElement?.matches("dialog.compare .export") ?? false, true);
});

test("a comparison that is open is printed alone", async () => {
  await reader.open_page(WIDGET, { query: `?compare=${SAME[0].id},${SAME[1].id}` });
  await see_comparison(true);
  await reader.see_as_printed();
  const seen = (root) => [".hero", ".results", "dialog.compare button", "dialog.compare table"]
    .map((selector) => root.querySelector(selector).checkVisibility());
  await reader.sees("what is printed", seen, [false, false, false, true]);
  await reader.see_as_printed(false);
  await reader.click("dialog.compare .close");
  await reader.see_as_printed();
  const whole = (root) => [".hero", ".chosen"].map((selector) => root.querySelector(selector).checkVisibility());
  await reader.sees("the whole report", whole, [true, false]);
  await reader.see_as_printed(false);
});

for (const width of [320, 1280]) {
  test(`the comparison and the bar fit a page of ${width} px`, async () => {
    await reader.magnify({ width, height: 640, times: 1 });
    await reader.open_page(WIDGET, { query: `?compare=${SAME.slice(0, 4).map(({ id }) => id).join(",")}`, lang: "en" });
    await see_comparison(true);
    const wide = (root) => [...root.querySelectorAll("dialog.compare, dialog.compare *, .chosen, .chosen *")]
      .filter((one) => { const { left, right } = one.getBoundingClientRect(); return left < 0 || right > innerWidth + .5; })
      .map((one) => one.outerHTML.slice(0, 80));
    assert.deepEqual(await reader.inside(wide), []);
    const scrolls = (root) => root.querySelector("dialog.compare").scrollWidth > root.querySelector("dialog.compare").clientWidth;
    assert.equal(await reader.inside(scrolls), false);
  });
}
