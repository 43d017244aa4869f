/** What is understood before anything is opened: numbers with what they are made of, cards with their share. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Key, a_reader } from "./reader.mjs";
import { report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const PHONE = { width: 390, height: 844 };

const reader = a_reader();
const open = (attributes = "") => reader.open_page(`<report-widget report="${WHITE_PAPER.id}" ${attributes}></report-widget>`);

for (const lang of ["ko", "en"]) {
  test(`the first screen of a phone has the title and three great numbers (${lang})`, async () => {
    await reader.pane(PHONE);
    await open(`lang="${lang}"`);
    const seen = await reader.inside((root) => ["h2", ".headline data"].map((selector) =>
      [...root.querySelectorAll(selector)].filter((one) => one.getBoundingClientRect().bottom <= innerHeight).length));
    assert.equal(seen[0], 1);
    assert.ok(seen[1] >= 3, `${seen[1]} numbers`);
  });
}

test("a number itself opens its trace, by pointer and by keyboard, and says what it is made of", async () => {
  await reader.screen(PHONE);
  await open();
  const { trace } = WHITE_PAPER.headlines[1];
  await reader.click(`[data-trace="${trace}"] .headline data`);
  await reader.see_open_traces([trace]);
  await reader.inside((root, trace) => root.querySelector(`[data-trace="${trace}"] > summary`).focus(), trace);
  await reader.press(Key.ENTER);
  await reader.see_open_traces([]);
  const words = await reader.inside((root) => [...root.querySelectorAll(".made-of")].map((one) => one.textContent));
  assert.equal(words.length, WHITE_PAPER.headlines.length);
  for (const sentence of words) assert.match(sentence, /^[0-9.]+%가 ‘.+’\u2060에서 나왔습니다\.( [0-9.]+%는 설명되지 않습니다\.)?$/);
});

test("the pieces of a bar are as wide as their share, and what is unexplained stands last", async () => {
  await reader.screen(PHONE);
  await open();
  const bars = await reader.inside((root) => [...root.querySelectorAll(".made-of")].map((one) => {
    const { width } = one.querySelector("svg").getBoundingClientRect();
    const share = one.querySelector(".most").getBoundingClientRect().width / width;
    const kinds = [...one.querySelectorAll("path")].map((path) => path.getAttribute("class"));
    return { share, said: parseFloat(one.textContent) / 100, kinds };
  }));
  for (const { share, said, kinds } of bars) {
    assert.ok(Math.abs(share - said) < 0.005, `${share} ${said}`);
    assert.ok(!kinds.includes("rest") || kinds.at(-1) === "rest", kinds.join());
  }
  assert.ok(bars.some(({ kinds }) => kinds.includes("rest")));
});

/** A series with its card's main figure among its points. */
const main_series = ({ figures = [], series = [] }) => series.find(({ unit, points }) =>
  unit === figures[0]?.unit && points.some(({ value }) => value === figures[0].value));
const is_of_headline = ({ id, figures: [main] = [] }) => main !== undefined
  && WHITE_PAPER.headlines.some(({ tally }) => tally?.terms.includes(`${id}/${main.id}`));
/** Cards whose main figure is no term of a headline, but a value of a series. */
const IN_SERIES = WHITE_PAPER.cards.filter((card) => main_series(card) && !is_of_headline(card));
/** Cards whose main figure is neither. */
const OTHERS = WHITE_PAPER.cards.filter((card) => card.figures?.length && !main_series(card) && !is_of_headline(card));

for (const width of [200, 320, 1280]) {
  test(`a card without a share shows its series as columns, in proportion and inside the card (${width} px)`, async () => {
    await reader.screen({ width: Math.max(width, 320), height: 900 });
    await reader.open_page(`<report-widget report="${WHITE_PAPER.id}"></report-widget>`, { css: `report-widget { inline-size: ${width}px; }` });
    await reader.sees("every card", (root) => root.querySelectorAll("[data-card]").length, WHITE_PAPER.cards.length);
    assert.ok(IN_SERIES.length > 1);
    for (const card of IN_SERIES) {
      const { main, others, sticks_out, words } = await reader.inside((root, id) => {
        const card = root.querySelector(`[data-card="${id}"]`), glance = card.querySelector(".glance");
        const tops = (path) => path.getAttribute("d").match(/(?<=M\d+ )\d+/g).map(Number);
        const { right } = card.getBoundingClientRect();
        return {
          main: tops(glance.querySelector(".most")),
          others: tops(glance.querySelector(".others")),
          sticks_out: [...glance.children].some((one) => one.getBoundingClientRect().right > right) || glance.scrollWidth > glance.clientWidth,
          words: glance.textContent,
        };
      }, card.id);
      const { points } = main_series(card), [{ value }] = card.figures;
      const largest = Math.max(...points.map((point) => Number(point.value)));
      const top = (point) => 1000 - Math.floor(1000 * Number(point.value) / largest);
      const is_main = (point) => point.value === value;
      assert.deepEqual([main, others], [points.filter(is_main).map(top), points.filter((point) => !is_main(point)).map(top)]);
      assert.ok(words.startsWith(points.find((point) => !is_main(point)).label.ko), words);
      assert.equal(sticks_out, false);
    }
  });
}

test("a card with neither share nor series shows where its number stands among those of its unit, or of a hundred per cent, or so many pieces", async () => {
  await reader.screen({ width: 1280, height: 900 });
  await open();
  await reader.sees("every card", (root) => root.querySelectorAll("[data-card]").length, WHITE_PAPER.cards.length);
  assert.ok(OTHERS.length > 9);
  for (const { id, figures: [{ unit, value }] } of OTHERS) {
    const of_unit = WHITE_PAPER.cards.flatMap(({ figures }) => figures?.slice(0, 1) ?? []).filter((figure) => figure.unit === unit);
    const values = of_unit.map((figure) => Number(figure.value)).sort((one, other) => other - one);
    const rank = values.length < 3 ? "" : `같은 단위 ${values.length}개 중 ${values.indexOf(Number(value)) + 1}위`;
    const seen = await reader.inside((root, id) => {
      const [glance] = root.querySelectorAll(`[data-card="${id}"] .glance`);
      return [[...glance.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ data }) => data).join(""),
        glance.querySelector(".others")?.getAttribute("d").match(/M/g).length ?? 0, glance.querySelector("svg") !== null];
    }, id);
    const has_mark = rank !== "" || (Number.isInteger(Number(value)) && value >= 1 && value <= 100);
    const expected = unit === "percent" ? ["", 0, true] : [rank, rank ? values.length - 1 : 0, has_mark];
    assert.deepEqual(seen, expected, id);
  }
});

for (const width of [768, 1280]) {
  test(`on ${width} px no card stands alone in half a row, and the numbers of a row are on one line`, async () => {
    await reader.screen({ width, height: 900 });
    await open();
    await reader.sees("every card", (root) => root.querySelectorAll("[data-card]").length, WHITE_PAPER.cards.length);
    const rows = await reader.inside((root) => [...root.querySelectorAll(".cards")].flatMap((list) => {
      const rows = new Map();
      for (const card of list.children) {
        const { top, width } = card.getBoundingClientRect();
        const number = card.querySelector(".main .value")?.getBoundingClientRect().bottom ?? null;
        rows.set(Math.round(top), [...(rows.get(Math.round(top)) ?? []), { share: width / list.clientWidth, number }]);
      }
      return [...rows.values()];
    }));
    for (const row of rows) {
      assert.ok(row.length === 2 || row[0].share > 0.99, JSON.stringify(row));
      const numbers = row.map(({ number }) => number).filter((number) => number !== null);
      assert.ok(Math.max(...numbers) - Math.min(...numbers) < 1 || numbers.length < 2, JSON.stringify(row));
    }
  });
}

test("the end of a part leads to the next, to the one before, and to the top", async () => {
  await reader.screen(PHONE);
  await open();
  await reader.click('[data-part="3"] .part-end [href="#part-4"]');
  await reader.arrive_at('[data-part="4"] h3');
  await reader.click('[data-part="4"] .part-end [href="#part-3"]');
  await reader.arrive_at('[data-part="3"] h3');
  await reader.click('[data-part="3"] .part-end .top');
  await reader.arrive_at(".hero h2");
});

test("on a phone the row of parts follows the reader", async () => {
  await reader.screen(PHONE);
  await open();
  await reader.go_to_part(6);
  await reader.see_part(6);
  await reader.sees("the part in the row", (root) => {
    const { left, right } = root.querySelector('[data-nav="6"]').getBoundingClientRect();
    return left >= 0 && left < innerWidth / 2 && right > left;
  }, true);
});

test("a filter of many values shows eight and those that are chosen, and all of them when asked", async () => {
  await reader.screen({ width: 1280, height: 900 });
  await open('filters="theme:donation"');
  const shown = (root) => [...root.querySelectorAll('[data-facet="theme"]')]
    .filter((value) => getComputedStyle(value).display !== "none").map((value) => value.dataset.value);
  const all = await reader.inside((root) => [...root.querySelectorAll('[data-facet="theme"]')].map((value) => value.dataset.value));
  const first = all.slice(0, 8);
  await reader.sees("the values", shown, all.filter((value) => first.includes(value) || value === "donation"));
  const unfold = '.values:has([data-facet="theme"]) > .unfold';
  await reader.click(unfold);
  await reader.sees("the values", shown, all);
  await reader.sees("the focus", (root) => root.activeElement.matches(".unfold"), true);
  await reader.click(unfold);
  await reader.sees("how many values", (root) => root.querySelectorAll(".folded [data-facet='theme']").length, all.length);
});

test("a piece of a bar is named under the pointer and by the arrow keys, and the sentence stays for screen readers", async () => {
  await reader.screen({ width: 1280, height: 900 });
  await open();
  const { trace, tally } = WHITE_PAPER.headlines.find(({ tally }) => tally.remainder !== "0");
  const summary = `[data-trace="${trace}"] > summary`;
  /** The name that is seen over the sentence; nothing where the sentence is. */
  const named = (root, summary) => {
    const piece = root.querySelector(`${summary} .piece`);
    return piece.checkVisibility() ? piece.textContent : "";
  };
  const card = (index) => WHITE_PAPER.cards.find(({ id }) => tally.terms[index].startsWith(`${id}/`));
  const name = card(0).title.ko;
  const bar = await reader.find(`${summary} .bar`);
  const { width } = await bar.getRect();
  const point = (x) => reader.driver.actions({ async: true }).move({ origin: bar, x: Math.round(x) }).perform();
  const sentence = await reader.inside((root, summary) => root.querySelector(`${summary} .made-of`).textContent, summary);

  await point(-width / 2 + 20);
  await reader.sees("the largest piece", (root, summary) => root.querySelector(`${summary} .piece`).textContent !== "", true, summary);
  const largest = await reader.inside(named, summary);
  assert.ok(sentence.startsWith(largest), `${sentence} does not begin with ${largest}`);
  await point(width / 2 - 2);
  await reader.sees("the unexplained piece", named, " 0.0%는 설명되지 않습니다.".replace("0.0", (/([<0-9.]+)%는/.exec(sentence) ?? [])[1]), summary);
  await reader.driver.actions({ async: true }).move({ x: 2, y: 2 }).perform();
  await reader.sees("the sentence", named, "", summary);

  await reader.inside((root, summary) => root.querySelector(summary).focus(), summary);
  const steps = [];
  for (let step = 0; step < tally.terms.length + 4; step += 1) {
    await reader.press(Key.ARROW_LEFT);
  }
  for (let step = 0; step < tally.terms.length + 2; step += 1) {
    steps.push(await reader.inside(named, summary));
    await reader.press(Key.ARROW_RIGHT);
  }
  const cards = new Set(tally.terms.map((term) => term.split("/")[0]));
  assert.equal(new Set(steps).size, cards.size + (tally.remainder === "0" ? 0 : 1), steps.join("\n"));
  assert.equal(steps.filter((step) => step.includes(name)).length, 1);
  const spoken = await reader.inside((root, summary) => {
    const shown = root.querySelector(summary);
    return [shown.querySelector(".made-of").textContent, shown.querySelector(".piece").ariaHidden];
  }, summary);
  assert.deepEqual(spoken, [sentence, "true"]);
  await reader.see_open_traces([]);
});
