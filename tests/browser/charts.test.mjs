/** Charts: what numbers are made of, and what changed, for those who would rather look than read. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { says_missing } from "./host.mjs";
import { a_reader, Key } from "./reader.mjs";
import { in_full, report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const STORY = report("story-2021");
const WIDGET = '<report-widget report="white-paper-2022"></report-widget>';
const CHANNELS = "unused-vaccine/channels";

const reader = a_reader();

const with_series = WHITE_PAPER.cards.filter((card) => card.series?.length);
const chart = (id) => `[data-chart="${id}"]`;
/** The charts of the page, without the timeline. */
const drawn = (root) => [...root.querySelectorAll("[data-chart]:not(.dates)")].map((figure) => figure.dataset.chart);
const files = async () => (await reader.requests()).map((address) => new URL(address).pathname.split("/").pop());

/** The exact values of a chart's table. */
const values = (id) => reader.inside(
  (root, chart) => [...root.querySelectorAll(`${chart} tbody data`)].map((data) => data.value), chart(id));
const said = (id) => reader.inside((root, chart) => root.querySelector(`${chart} .readout`).textContent, chart(id));
const see_said = (id, expected) => reader.comes_true("what is read", () => said(id), expected);

/** Opens a card, and waits for its chart. */
async function open_chart(id) {
  await reader.open_card(id.split("/")[0]);
  await reader.find(chart(id));
}

test("a chart is loaded when what has one is opened, and not before", async () => {
  await reader.open_page(WIDGET);
  const without = WHITE_PAPER.cards.find((card) => !card.series?.length);
  await reader.open_card(without.id);
  await reader.let_settle();
  assert.deepEqual((await files()).filter((name) => name.includes("charts")), []);

  await reader.click(`[data-card="${with_series[0].id}"] > summary`);
  await reader.find(chart(`${with_series[0].id}/${with_series[0].series[0].id}`));
  assert.deepEqual((await files()).sort(), ["report-widget-charts-ko.json", "report-widget-charts.js"]);
});

test("every sum and every series has its chart, and its table gives the exact values", async () => {
  await reader.open_page(WIDGET);
  for (const { trace } of WHITE_PAPER.headlines) await reader.click(`[data-trace="${trace}"] > summary`);
  for (const { id } of with_series) await reader.click(`[data-card="${id}"] > summary`);
  const series = with_series.flatMap((card) => card.series.map((series) => ({ ...series, id: `${card.id}/${series.id}` })));
  await reader.sees("the charts", drawn, [...WHITE_PAPER.headlines.map(({ trace }) => trace), ...series.map(({ id }) => id)]);

  for (const { trace, tally, value } of WHITE_PAPER.headlines) {
    const shown = await values(trace);
    assert.equal(shown.reduce((sum, value) => sum + BigInt(value), 0n), BigInt(value), trace);
    assert.equal(shown.length, tally.terms.length + (tally.remainder === "0" ? 0 : 1), trace);
  }
  for (const { id, points } of series) {
    assert.deepEqual(await values(id), points.map((point) => point.value), id);
  }
  const unlike = (root) => [...root.querySelectorAll("[data-chart]:not(.dates)")]
    .filter((chart) => chart.querySelectorAll("[data-mark]").length !== chart.querySelectorAll("tbody tr").length)
    .map((chart) => chart.dataset.chart);
  assert.deepEqual(await reader.inside(unlike), []);
});

test("the values are read one by one with the keyboard", async () => {
  await reader.open_page(WIDGET);
  await open_chart(CHANNELS);
  const { points } = with_series.find(({ id }) => id === "unused-vaccine").series[0];
  const shares = ["74.2%", "17.0%", "8.3%", "0.4%"];
  const expected = points.map((point, index) =>
    `${point.label.ko}: ${in_full({ ...point, unit: "times" }, "ko")}, ${shares[index]}`);
  await reader.inside((root, plot) => root.querySelector(plot).focus(), `${chart(CHANNELS)} .plot`);
  for (const [key, index] of [
    [Key.ARROW_DOWN, 0], [Key.ARROW_DOWN, 1], [Key.END, 3], [Key.ARROW_RIGHT, 3], [Key.ARROW_UP, 2], [Key.HOME, 0],
  ]) {
    await reader.press(key);
    await see_said(CHANNELS, expected[index]);
  }
});

test("a value is read by touching its mark", async () => {
  await reader.open_page(WIDGET);
  await open_chart("autopay/share");
  await reader.click(`${chart("autopay/share")} [data-mark]:nth-of-type(2) circle`);
  await see_said("autopay/share", "2021년 1분기: 60%");
});

for (const lang of ["ko", "en"]) {
  test(`a chart is copied as CSV with exact values (${lang})`, async () => {
    await reader.open_page(WIDGET, { lang });
    await open_chart(CHANNELS);
    await reader.click(`${chart(CHANNELS)} .data > summary`);
    await reader.click(`${chart(CHANNELS)} [data-csv]`);
    await reader.see_notice(lang === "ko" ? "복사했습니다" : "Copied");
    const lines = (await reader.run(() => navigator.clipboard.readText())).split("\r\n");
    const { points } = with_series.find(({ id }) => id === "unused-vaccine").series[0];
    assert.equal(lines[0], lang === "ko" ? "항목,정확한 값,값,비율" : "Item,Exact value,Value,Share");
    assert.deepEqual(lines.slice(1, -1).map((line) => line.split(",").slice(0, 2)),
      points.map((point) => [point.label[lang], point.value]));
  });
}

test("charts speak the language that the reader changes to, and stay in another document", async () => {
  await reader.open_page(WIDGET);
  await open_chart(CHANNELS);
  await reader.speak("en");
  const title = (root, chart) => root.querySelector(`${chart} .title`)?.textContent;
  await reader.sees("an English chart", title, "Where it was announced", chart(CHANNELS));
});

test("the story has no chart of the white paper's", async () => {
  await reader.open_page(`<report-widget report="${STORY.id}"></report-widget>`);
  await reader.turn_to(WHITE_PAPER.id);
  await open_chart(CHANNELS);
  await reader.turn_to(STORY.id);
  await reader.see_title(STORY.title.ko);
  assert.deepEqual(await reader.inside(drawn), []);
});

for (const lang of ["ko", "en"]) {
  test(`no chart is wider than a page of 320 px (${lang})`, async () => {
    await reader.magnify({ width: 320, height: 640, times: 1 });
    await reader.open_page(WIDGET, { lang });
    for (const { trace } of WHITE_PAPER.headlines) await reader.click(`[data-trace="${trace}"] > summary`);
    await reader.inside((root, cards) => {
      for (const card of cards) root.querySelector(`[data-card="${card}"]`).open = true;
    }, with_series.map(({ id }) => id));
    const count = (root) => root.querySelectorAll("[data-chart]:not(.dates)").length;
    await reader.sees("all charts", count, WHITE_PAPER.headlines.length + with_series.flatMap((card) => card.series).length);
    const wide = await reader.inside((root) => {
      for (const data of root.querySelectorAll("[data-chart] .data")) data.open = true;
      return [...root.querySelectorAll("[data-chart], [data-chart] :is(span, td, th, p, text)")]
        .filter((element) => !element.closest(".hidden"))
        .filter((element) => {
          const { left, right } = element.getBoundingClientRect();
          const room = element.closest("[data-chart]").getBoundingClientRect();
          return left < room.left - 1 || right > room.right + 1 || right > 320;
        })
        .map((element) => `${element.closest("[data-chart]").dataset.chart}: ${element.textContent.slice(0, 40)}`);
    });
    assert.deepEqual(wide, []);
  });
}

for (const { id, headlines, cards } of [WHITE_PAPER, STORY]) {
  for (const lang of ["ko", "en"]) {
    test(`no two labels of a chart collide at 320 px, and none sticks out (${id}, ${lang})`, async () => {
      await reader.magnify({ width: 320, height: 640, times: 1 });
      await reader.open_page(`<report-widget report="${id}"></report-widget>`, { lang });
      for (const { trace } of headlines) await reader.click(`[data-trace="${trace}"] > summary`);
      const with_chart = cards.filter(({ series }) => series?.length).map(({ id }) => id);
      await reader.inside((root, cards) => {
        for (const card of cards) root.querySelector(`[data-card="${card}"]`).open = true;
        root.querySelector(".timeline-section").open = true;
      }, with_chart);
      const count = headlines.length + cards.flatMap(({ series }) => series ?? []).length + 1;
      await reader.sees("all charts", (root) => root.querySelectorAll("[data-chart]").length, count);
      await reader.let_settle();
      const faults = await reader.inside((root) => [...root.querySelectorAll("[data-chart]")].flatMap((chart) => {
        const room = chart.getBoundingClientRect();
        const labels = [...chart.querySelectorAll("svg text, .label, .of, .value, .share, .by-month summary")]
          .filter((label) => label.checkVisibility() && label.textContent.trim() && !label.closest(".data, .readout"));
        const areas = labels.map((label) => {
          const range = document.createRange();
          range.selectNodeContents(label);
          return (label.closest("svg") ? label : range).getBoundingClientRect();
        });
        const of = (label) => `${chart.dataset.chart}: ${label.textContent.trim()}`;
        return labels.flatMap((label, index) => {
          const { left, right, top, bottom } = areas[index];
          const out = left < room.left - 1 || right > room.right + 1 ? [`${of(label)} sticks out`] : [];
          const hits = labels.filter((other, at) => at > index && !label.contains(other) && !other.contains(label)
            && left < areas[at].right - .5 && areas[at].left < right - .5 && top < areas[at].bottom - 2 && areas[at].top < bottom - 2);
          return [...out, ...hits.map((other) => `${of(label)} collides with ${other.textContent.trim()}`)];
        });
      }));
      assert.deepEqual(faults, []);
    });
  }
}

test("where the charts are missing, the console says so once and the card is whole", async () => {
  const file = "report-widget-charts-ko.json";
  reader.expect_on_console(...says_missing(file), /charts are left out \(report-widget-charts-ko\.json was answered with status 404\)/);
  await reader.open_page(WIDGET, { host: "lacks-charts" });
  await reader.open_card("unused-vaccine");
  await reader.find('[data-card="unused-vaccine"] .figures');
});
