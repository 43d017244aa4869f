/** Where numbers come from: every sum added up again, from what is shown. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { a_reader } from "./reader.mjs";
import { in_full, report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const STORY = report("story-2021");
const WIDGET = '<report-widget report="white-paper-2022"></report-widget>';

const reader = a_reader();
const card_of = (term) => term.split("/")[0];
const figure_of = (term) => WHITE_PAPER.figures.find((figure) => figure.trace === term);

test("a trace that is pressed while something else changes opens, and closes", async () => {
  const [{ trace }] = WHITE_PAPER.headlines;
  await reader.open_page(WIDGET);
  for (const expected of [[trace], []]) {
    // The browser says a moment later that it was pressed; a filter changes at once.
    await reader.inside((root, id) => {
      root.querySelector(`[data-trace="${id}"] > summary`).click();
      root.querySelector("button[data-facet]").click();
    }, trace);
    await reader.let_settle();
    await reader.see_open_traces(expected);
  }
});

for (const headline of WHITE_PAPER.headlines) {
  const { trace: id, tally } = headline;

  test(`the rows of ${id} and what remains add up to its total`, async () => {
    await reader.open_page(WIDGET);
    await reader.open_trace(id);
    const { rows, remainder, total } = await reader.trace_of(id);
    const sum = rows.reduce((sum, [, value]) => sum + BigInt(value), BigInt(remainder ?? "0"));
    assert.equal(sum, BigInt(total));
    assert.equal(total, headline.value);
    assert.deepEqual(rows, tally.terms.map((term) => [term, figure_of(term).value]));
    assert.equal(remainder, tally.remainder === "0" ? null : tally.remainder);
  });

  test(`every row of ${id} leads to its card`, async () => {
    await reader.open_page(WIDGET);
    const opened = new Set();
    for (const term of tally.terms) {
      const card = card_of(term);
      if (opened.size === 0) await reader.open_trace(id);
      await reader.click(`[data-trace="${id}"] [data-term="${term}"] a`);
      opened.add(card);
      const all = WHITE_PAPER.cards.map((card) => card.id).filter((card) => opened.has(card));
      await reader.see_open_cards(all);
      await reader.arrive_at(`[data-card="${card}"]`);
    }
  });
}

test("a row leads to its card also when filters hide it", async () => {
  await reader.open_page(WIDGET);
  await reader.choose("part", "7");
  const [term] = WHITE_PAPER.headlines[0].tally.terms;
  await reader.open_trace("part-1/lookups");
  await reader.click(`[data-term="${term}"] a`);
  await reader.see_open_cards([card_of(term)]);
  await reader.arrive_at(`[data-card="${card_of(term)}"]`);
});

test("a headline's trace shows printed forms, place, basis, errata, and the same total in full", async () => {
  await reader.open_page(WIDGET);
  for (const headline of WHITE_PAPER.headlines) {
    const trace = await reader.trace_of(headline.trace);
    assert.equal(trace.digits, BigInt(headline.value).toLocaleString("en"));
    assert.deepEqual(trace.printed, headline.printed);
    assert.deepEqual(trace.errata, headline.errata.map((erratum) => erratum.id));
    for (const fact of [WHITE_PAPER.title.ko, `${headline.page}쪽`, headline.basis.ko, in_full(headline, "ko")]) {
      assert.ok(trace.facts.includes(fact), `${headline.trace}: "${fact}" is not in "${trace.facts}"`);
    }
  }
});

test("the opening says how many great numbers add up exactly", async () => {
  await reader.open_page(WIDGET);
  const exact = WHITE_PAPER.headlines.filter(({ tally }) => tally?.remainder === "0").length;
  const said = await reader.inside((root) => root.querySelector(".traced").textContent);
  assert.deepEqual(said.match(/\d+/g).slice(0, 2).map(Number), [WHITE_PAPER.headlines.length, exact]);
  for (const { tally } of WHITE_PAPER.headlines) assert.ok(said.includes(tally?.caveat?.ko ?? ""), said);
});

for (const report of [WHITE_PAPER, STORY]) {
  test(`every figure of ${report.id} has its exact value, printed forms, page and errata`, async () => {
    await reader.open_page(`<report-widget report="${report.id}"></report-widget>`);
    const bodies = (root) => ["[data-card] .cite", "[data-card] [data-trace] .facts"].map((inside) => root.querySelectorAll(inside).length);
    await reader.sees("the bodies of all cards", bodies, [report.cards.length, report.figures.length]);
    const shown = await reader.inside((root) => [...root.querySelectorAll("[data-card] [data-trace]")].map((trace) => ({
      trace: trace.dataset.trace,
      card: trace.closest("[data-card]").dataset.card,
      value: trace.querySelector("summary data").value,
      printed: [...trace.querySelectorAll(".facts q")].map((form) => form.textContent),
      errata: [...trace.querySelectorAll("[data-erratum]")].map((erratum) => erratum.dataset.erratum),
      mark: Number(trace.querySelector("summary .mark")?.textContent.match(/\d+/)[0] ?? 0),
      place: trace.querySelector(".facts").textContent,
    })));
    const expected = report.figures.map(({ trace, card, value, printed, errata, page }, index) => ({
      trace, card, value, printed,
      errata: errata.map((erratum) => erratum.id),
      mark: errata.length,
      place: shown[index]?.place.includes(`${page}쪽`) ? shown[index].place : `${page}쪽`,
    }));
    assert.deepEqual(shown, expected);
  });
}

test("a figure with an erratum is marked, and its trace says what is wrong", async () => {
  const figure = WHITE_PAPER.figures.find((figure) => figure.errata.length > 0);
  await reader.open_page(WIDGET);
  await reader.open_card(figure.card);
  await reader.open_trace(figure.trace);
  const [erratum] = figure.errata;
  const shown = await reader.inside((root, id) => {
    const erratum = root.querySelector(`[data-trace][open] [data-erratum="${id}"]`);
    return { is_seen: erratum.checkVisibility(), says: [...erratum.querySelectorAll("q")].map((form) => form.textContent), text: erratum.textContent };
  }, erratum.id);
  assert.equal(shown.is_seen, true);
  assert.deepEqual(shown.says, erratum.says);
  assert.ok(shown.text.includes(erratum.reading.ko) && shown.text.includes(erratum.why.ko));
});

test("from a figure one comes to the sum it is part of", async () => {
  const { trace, tally } = WHITE_PAPER.headlines[1];
  const [term] = tally.terms;
  await reader.open_page(WIDGET);
  await reader.open_card(card_of(term));
  await reader.open_trace(term);
  await reader.click(`[data-trace="${term}"] .memberships a[href="#${trace}"]`);
  await reader.arrive_at(`[data-trace="${trace}"][open]`);
});

test("every figure of a sum names the sum it is part of", async () => {
  await reader.open_page(WIDGET);
  for (const { trace, tally } of WHITE_PAPER.headlines) {
    for (const term of tally.terms) {
      const names = (root, term, trace) =>
        root.querySelector(`[data-trace="${term}"] a[href="#${trace}"]`) !== null;
      await reader.sees(`${trace} in ${term}`, names, true, term, trace);
    }
  }
});

for (const [what, query, expected] of [
  ["a card", "?card=pc-rooms", { cards: ["pc-rooms"], traces: [], focus: '[data-card="pc-rooms"]' }],
  ["a figure", `?card=${card_of(WHITE_PAPER.figures[9].trace)}&trace=${WHITE_PAPER.figures[9].trace}`, {
    cards: [card_of(WHITE_PAPER.figures[9].trace)], traces: [WHITE_PAPER.figures[9].trace],
    focus: `[data-trace="${WHITE_PAPER.figures[9].trace}"]`,
  }],
  ["a figure without naming its card", `?trace=${WHITE_PAPER.figures[9].trace}`, {
    cards: [card_of(WHITE_PAPER.figures[9].trace)], traces: [WHITE_PAPER.figures[9].trace],
    focus: `[data-trace="${WHITE_PAPER.figures[9].trace}"]`,
  }],
  ["a great number", "?trace=part-4/donations", {
    cards: [], traces: ["part-4/donations"], focus: '[data-trace="part-4/donations"]',
  }],
  ["a figure of the other report", `?report=story-2021&card=${STORY.figures[5].card}&trace=${STORY.figures[5].trace}`, {
    report: STORY, cards: [STORY.figures[5].card], traces: [STORY.figures[5].trace],
    focus: `[data-trace="${STORY.figures[5].trace}"]`,
  }],
]) {
  test(`an address of ${what} opens exactly that`, async () => {
    await reader.open_report(query);
    await reader.see_title((expected.report ?? WHITE_PAPER).title.ko);
    await reader.see_open_cards(expected.cards);
    await reader.see_open_traces(expected.traces);
    await reader.arrive_at(expected.focus);
  });
}

test("an address that names nothing known opens the report as it is", async () => {
  await reader.open_report("?report=x&card=y&trace=z/w&part=99&filters=a:b&sort=up&errata=maybe");
  await reader.see_title(WHITE_PAPER.title.ko);
  await reader.see_open_cards([]);
  await reader.see_open_traces([]);
  await reader.see_count(WHITE_PAPER.cards.length);
});

test("the address of an opened trace leads a next reader to the same", async () => {
  const { trace, card } = WHITE_PAPER.figures[9];
  await reader.open_report();
  await reader.open_card(card);
  await reader.open_trace(trace);
  await reader.comes_true("the address", async () => (await reader.address()).searchParams.get("trace"), trace);
  const { search } = await reader.address();
  await reader.open_report(search);
  await reader.see_open_cards([card]);
  await reader.see_open_traces([trace]);
});
