/** The page as it is heard: the browser's accessibility tree, read as sentences. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { heard } from "./accessibility-tree.mjs";
import { a_reader } from "./reader.mjs";
import { in_full, report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const STORY = report("story-2021");
/** What a number is made of: the largest share, its card, and what is unexplained. */
const MADE_OF = {
  ko: /^[0-9.]+%가 ‘.+’\u2060에서 나왔습니다\.( [0-9.]+%는 설명되지 않습니다\.)?$/,
  en: /^[0-9.]+% comes from “.+”\.( [0-9.]+% is unexplained\.)?$/,
};
const PART = { ko: (no) => `${no}부`, en: (no) => `Part ${no}` };

const reader = a_reader();
const open = (report, lang) =>
  reader.open_page(`<report-widget report="${report.id}" lang="${lang}"></report-widget>`, { lang });

for (const lang of ["ko", "en"]) {
  test(`a headline is heard once: part, label, number with its unit, what it is made of (${lang})`, async () => {
    await open(WHITE_PAPER, lang);
    for (const { trace, label, value, unit } of WHITE_PAPER.headlines) {
      const no = trace.match(/\d+/)[0];
      const [link, disclosure, ...rest] = await heard(reader, `[data-headline="${trace}"]`);
      assert.deepEqual([link, rest], [`link "${PART[lang](no)}"`, []]);
      const begin = `disclosure "${label[lang]} ${in_full({ value, unit }, lang)} `;
      assert.ok(disclosure.startsWith(begin) && disclosure.endsWith('" closed'), disclosure);
      assert.match(disclosure.slice(begin.length, -'" closed'.length), MADE_OF[lang]);
    }
  });
}

test("a number whose digits run is heard as the last number, while they run", async () => {
  await reader.let_things_move();
  await open(STORY, "ko");
  const figure = STORY.figures.findLast(({ card, id, unit }) =>
    ["people", "times", "won"].includes(unit) && STORY.cards.find((one) => one.id === card).figures[0].id === id);
  const card = `[data-card="${figure.card}"]`;
  // Digits run in frames: after a few of them this page has no more.
  await reader.inside((root, card) => {
    const next = window.requestAnimationFrame.bind(window);
    let left = 4;
    window.requestAnimationFrame = (work) => ((left -= 1) < 0 ? 0 : next(work));
    root.querySelector(card).scrollIntoView({ block: "center" });
  }, card);
  const runs = (root, card) => root.querySelector(`${card} .running`)?.ariaHidden ?? null;
  await reader.sees("digits that run", runs, "true", card);
  const [line] = await heard(reader, `${card} > summary`);
  assert.ok(line.includes(`${in_full(figure, "ko")} `), line);
  assert.equal(await reader.inside(runs, card), "true");
});

test("a card is heard as one line, and its title is a heading in it", async () => {
  await open(WHITE_PAPER, "ko");
  const card = WHITE_PAPER.cards.find(({ id }) => id === "unused-vaccine");
  const names = card.brands.map((brand) => WHITE_PAPER.brands.find(({ id }) => id === brand).name.ko);
  const [figure] = card.figures;
  assert.deepEqual(await heard(reader, `[data-card="${card.id}"] > summary`), [
    `disclosure "${names.join(" · ")} 대상: 모두 ${card.page}쪽 ${card.title.ko} ${figure.label.ko} `
      + `${in_full(figure, "ko")} 2부 수치의 20.2% 서로 다른 곳 2" closed`,
  ]);
  await reader.open_card(card.id);
  const lines = await heard(reader, `[data-card="${card.id}"]`);
  assert.ok(lines[0].endsWith('" open'), lines[0]);
  assert.ok(lines.includes(`"${card.summary.ko}"`));
  assert.deepEqual(lines.filter((line) => line.startsWith("heading")).slice(0, 2), ['heading 5 "수치"', 'heading 5 "날짜"']);
  assert.ok(lines.includes(`disclosure "${figure.label.ko} ${in_full(figure, "ko")} 서로 다른 곳 1" closed`), lines.join("\n"));
});

test("a trace is heard from the number to its sum: each amount once, with its unit", async () => {
  await open(WHITE_PAPER, "ko");
  const { trace, value, unit, printed, tally } = WHITE_PAPER.headlines.find(({ id }) => id === "reach");
  await reader.open_trace(trace);
  const lines = await heard(reader, `[data-trace="${trace}"]`);
  const from = (text) => lines.slice(lines.indexOf(text));
  assert.deepEqual(from('"정확한 값"').slice(0, 4), [
    '"정확한 값"', `"${in_full({ value, unit }, "ko")}"`, '"문서의 표기"', `"${printed.join("")}"`,
  ]);
  assert.ok(lines.includes('table "합계의 구성"'), lines.join("\n"));
  for (const term of tally.terms) {
    const figure = WHITE_PAPER.figures.find((figure) => figure.trace === term);
    const card = WHITE_PAPER.cards.find(({ id }) => id === figure.card);
    const said = from(`link "${card.title.ko}"`);
    assert.ok(said.includes(`"${figure.label.ko}, ${figure.page ?? card.page}쪽"`), `${term}: ${said.slice(0, 4)}`);
  }
  assert.deepEqual(from('"합계"').slice(0, 2), ['"합계"', `"${in_full({ value, unit }, "ko")}"`]);
});

test("filters are heard under their name, with the number of cards and whether they are chosen", async () => {
  await open(STORY, "ko");
  const theme = STORY.themes.find(({ id }) => STORY.cards.some((card) => card.themes.includes(id)));
  const count = STORY.cards.filter((card) => card.themes.includes(theme.id)).length;
  const said = async () => (await heard(reader, "#facets")).filter((line) => line.includes(`"${theme.name.ko} ${count}"`));
  assert.equal((await heard(reader, "#facets"))[0], 'region "필터"');
  assert.deepEqual(await said(), [`button "${theme.name.ko} ${count}" not pressed`]);
  await reader.choose("theme", theme.id);
  await reader.see_count(count);
  assert.deepEqual(await said(), [`button "${theme.name.ko} ${count}" pressed`]);
  assert.deepEqual(await heard(reader, ".chips li button"), [`button "주제 ${theme.name.ko}: 빼기"`]);
});

test("what is found is announced in a status, once, and the number beside it is not heard a second time", async () => {
  await open(STORY, "ko");
  await reader.search("qqqq");
  await reader.see_count(0);
  await reader.sees("what is announced", (root) => root.querySelector(".announcement").textContent, "qqqq: 찾은 내용이 없습니다");
  const lines = await heard(reader, ".search");
  assert.deepEqual(lines, [
    "search", '"이 보고서에서 찾기"', 'search field "이 보고서에서 찾기" is "qqqq"',
    "status", '"qqqq: 찾은 내용이 없습니다"', '"정렬"', 'combobox "정렬" closed is "보고서순"',
  ]);
});

/** Headings in the order in which they are come by, also those in what is closed. */
const headings = () => reader.inside((root) => [...root.querySelectorAll("h1, h2, h3, h4, h5, h6")]
  .filter((heading) => !heading.closest("[hidden]")).map((heading) => Number(heading.localName[1])));

test("headings go down one step at a time, in every order and when nothing is found", async () => {
  for (const view of [{}, { query: "마스크" }, { query: "qqqq" }, { filters: "theme:masks" }]) {
    await open(WHITE_PAPER, "ko");
    await reader.show(view);
    await reader.let_settle();
    const levels = await headings();
    assert.equal(levels[0], 2);
    levels.reduce((before, level, index) => {
      assert.ok(level <= before + 1, `${JSON.stringify(view)}: heading ${index + 1} goes from ${before} to ${level}`);
      return level;
    });
  }
  for (const order of ["size", "date"]) {
    await open(WHITE_PAPER, "ko");
    await reader.order_by(order);
    const levels = await headings();
    assert.ok(levels.every((level, index) => index === 0 || level <= levels[index - 1] + 1), `${order}: ${levels}`);
  }
});

test("the standalone page has one main part, one first heading, and a name for whatever can be jumped to", async () => {
  await reader.open_report();
  const page = await reader.run(() => ({
    mains: document.querySelectorAll("main").length,
    first: [...document.querySelectorAll("h1")].map((heading) => heading.textContent),
    all: document.querySelector("main").contains(document.querySelector("report-widget")),
  }));
  assert.deepEqual(page, { mains: 1, first: [WHITE_PAPER.title.ko], all: true });
  const landmarks = (await heard(reader, ".widget")).filter((line) =>
    /^(navigation|region|search|complementary|banner|contentinfo|form|main)( "|$)/.test(line));
  assert.deepEqual(landmarks, ['navigation "차례"', 'region "필터"', "search"]);
});
