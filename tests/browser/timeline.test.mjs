/** The timeline: what happened when, in both documents, and a filter by year. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { a_reader, Key } from "./reader.mjs";
import { fitting, report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const STORY = report("story-2021");
const WIDGET = '<report-widget report="white-paper-2022"></report-widget>';

const reader = a_reader();

/** Every dated event of both documents that began in this month, or in this year and nobody says when. */
const events = (at) => [WHITE_PAPER, STORY].flatMap(({ cards }) => cards.flatMap((card) =>
  (card.dates ?? []).filter(({ from }) => from.slice(0, 7) === at).map(({ what }) => [what.ko, card.title.ko])));

async function open_timeline() {
  await reader.click(".timeline-section > summary");
  await reader.find('[data-chart="timeline"]');
}
/** Sees which months or years are shown, and their events in any order. */
async function see_times(at) {
  const shown = (root) => root.querySelector(".dates .here").dataset.at;
  await reader.sees("the time shown", shown, at);
  const listed = await reader.inside((root) => [...root.querySelectorAll(".dates .readout li")].map((item) =>
    [item.childNodes[1].textContent.trim(), item.querySelector("a").textContent]));
  assert.deepEqual(listed.sort(), events(at).sort());
}
const see_years = (expected) => reader.sees("the years chosen", (root) =>
  [...root.querySelectorAll('[data-year][aria-pressed="true"]')].map((chip) => chip.dataset.year), expected);
const choose = (year) => reader.click(`[data-year="${year}"]`);

test("it is folded at first, and shows the busiest month when it is opened", async () => {
  await reader.open_page(WIDGET);
  assert.equal(await reader.inside((root) => root.querySelector(".timeline-section").open), false);
  await open_timeline();
  await see_times("2020-03");
});

test("months and years are shown one by one with the keyboard, and by touch", async () => {
  await reader.open_page(WIDGET);
  await open_timeline();
  await reader.inside((root) => root.querySelector(".dates .plot").focus());
  for (const [key, at] of [[Key.ARROW_RIGHT, "2020-04"], [Key.ARROW_LEFT, "2020-03"], [Key.HOME, "2020-01"], [Key.END, "2022"]]) {
    await reader.press(key);
    await see_times(at);
  }
  await reader.click('.dates [data-at="2021-11"] .hit');
  await see_times("2021-11");
  await reader.click('.dates [data-at="2021"] .ink:last-child');
  await see_times("2021");
});

test("a touch beside the columns shows the nearest month", async () => {
  await reader.open_page(WIDGET);
  await open_timeline();
  await reader.inside((root) => {
    const { right, top } = root.querySelector('.dates [data-at="2022-02"]').getBoundingClientRect();
    const months = root.querySelector(".dates .months");
    months.dispatchEvent(new MouseEvent("click", { bubbles: true, clientX: right + 1, clientY: top }));
  });
  await see_times("2022-02");
});

test("choosing years narrows the cards, and is in the address", async () => {
  await reader.open_report();
  await open_timeline();
  await choose("2021");
  await reader.see_count(fitting(WHITE_PAPER, { year: ["2021"] }).length);
  await reader.see_chosen(["year:2021"]);
  await see_years(["2021"]);
  const filters = async () => (await reader.address()).searchParams.get("filters");
  await reader.comes_true("the year in the address", filters, "year:2021");

  await choose("2022");
  assert.deepEqual(await (async () => {
    await reader.see_count(fitting(WHITE_PAPER, { year: ["2021", "2022"] }).length);
    return reader.cards();
  })(), fitting(WHITE_PAPER, { year: ["2021", "2022"] }));
  await choose("2021");
  await choose("2022");
  await reader.see_count(WHITE_PAPER.cards.length);
  await see_years([]);
});

test("years chosen in the filters, or named by an address, are chosen in the timeline too", async () => {
  await reader.open_report("?filters=year:2022");
  await open_timeline();
  await see_years(["2022"]);
  await reader.clear();
  await see_years([]);
  await reader.choose("year", "2020");
  await see_years(["2020"]);
});

test("from the timeline one goes on to the cards that are left", async () => {
  await reader.open_page(WIDGET);
  await open_timeline();
  await choose("2022");
  const count = fitting(WHITE_PAPER, { year: ["2022"] }).length;
  await reader.sees("the way to the cards", (root) => root.querySelector(".to-cards").textContent, `카드 ${count}개 보기`);
  await reader.click(".to-cards");
  await reader.arrive_at(".part:not([hidden]) h3");
});

test("an event leads to its card, also in the other document", async () => {
  await reader.open_page(WIDGET);
  await open_timeline();
  for (const [link, title] of [
    [".dates .readout a:not([data-report-link])", WHITE_PAPER.title.ko],
    [`.dates .readout a[data-report-link="${STORY.id}"]`, STORY.title.ko],
  ]) {
    const card = await reader.inside((root, link) => root.querySelector(link).hash.slice("#card-".length), link);
    await reader.click(link);
    await reader.see_title(title);
    await reader.arrive_at(`[data-card="${card}"][open]`);
  }
});

test("the timeline is copied as CSV, a line for each event", async () => {
  await reader.open_page(WIDGET);
  await open_timeline();
  await reader.click(".dates .data > summary");
  await reader.click(".dates [data-csv]");
  await reader.see_notice("복사했습니다");
  const lines = (await reader.run(() => navigator.clipboard.readText())).trim().split("\r\n");
  const all = [WHITE_PAPER, STORY].flatMap(({ cards }) => cards.flatMap((card) => card.dates ?? []));
  assert.equal(lines[0], "ISO 8601,날짜,내용,카드,문서");
  assert.deepEqual(lines.slice(1).map((line) => line.split(",")[0]).sort(),
    all.map(({ from, to }) => (to && to !== from ? `${from}/${to}` : from)).sort());
});

for (const lang of ["ko", "en"]) {
  test(`it fits a page of 320 px (${lang})`, async () => {
    await reader.magnify({ width: 320, height: 640, times: 1 });
    await reader.open_page(WIDGET, { lang });
    await open_timeline();
    await reader.click(".dates .data > summary");
    const wide = await reader.inside((root) => [...root.querySelectorAll(".timeline-section, .timeline-section *")]
      .filter((element) => !element.closest(".hidden"))
      .filter((element) => element.getBoundingClientRect().right > 320)
      .map((element) => `${element.localName} ${element.textContent.slice(0, 40)}`));
    assert.deepEqual(wide, []);
    const { scrollWidth, clientWidth } = await reader.run(() => {
      const { scrollWidth, clientWidth } = document.scrollingElement;
      return { scrollWidth, clientWidth };
    });
    assert.equal(scrollWidth, clientWidth);
  });
}

test("on a phone it is a list of months in their order, each unfolding to what happened, and follows the years", async () => {
  await reader.screen({ width: 390, height: 844 });
  await reader.open_page('<report-widget report="white-paper-2022"></report-widget>');
  await reader.click(".timeline-section > summary");
  await reader.find(".by-month summary");
  const months = await reader.inside((root) => [...root.querySelectorAll(".by-month > details")].map((month) => ({
    at: month.dataset.month, said: month.querySelector("summary").textContent, events: month.querySelectorAll("li").length,
  })));
  assert.deepEqual(months.map(({ at }) => at), months.map(({ at }) => at).toSorted());
  for (const { said, events } of months) assert.ok(said.endsWith(` ${events}건`), said);
  const seen = (root) => ["plot", "readout", "by-month"].map((name) => root.querySelector(`.dates .${name}`).checkVisibility());
  assert.deepEqual(await reader.inside(seen), [false, false, true]);
  await reader.click('.by-month [data-month="2020-03"] > summary');
  await reader.sees("an event", (root) => root.querySelector('.by-month [data-month="2020-03"] li a').checkVisibility(), true);
  await reader.click('.timeline-section [data-year="2021"]');
  const years = (root) => [...new Set([...root.querySelectorAll(".by-month > details")]
    .filter((month) => month.checkVisibility()).map((month) => month.dataset.month.slice(0, 4)))];
  await reader.sees("the months of the year", years, ["2021"]);
  await reader.screen({ width: 1280, height: 900 });
  await reader.sees("the drawing", seen, [true, true, false]);
});
