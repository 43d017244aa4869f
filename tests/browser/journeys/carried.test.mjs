/** The report where there is no program yet, no WebAssembly, no network, or no server, in every engine. */
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { file_with_ear } from "../engine.mjs";
import { offline_words } from "../offline.mjs";
import { a_reader } from "../reader.mjs";
import { fitting, in_full, report } from "../report.mjs";
import { delivery, open_site } from "../site.mjs";

const WHITE_PAPER = report("white-paper-2022");
const STORY = report("story-2021");
/** A sum whose rows lead to cards, and a card further down that it leads to. */
const SUM = WHITE_PAPER.headlines.find(({ tally }) => tally);
const TERM = SUM.tally.terms[0];
const [CARD] = TERM.split("/");
const CHOSEN = WHITE_PAPER.cards[8].id;

const reader = a_reader();

/** What a page without a program shows: its numbers, and how many cards and traces it has. */
const shown = () => reader.inside((root) => {
  const all = (selector) => [...root.querySelectorAll(selector)];
  return {
    title: root.querySelector(".hero h2").textContent,
    greats: all("[data-headline] .headline data").map(({ value, textContent }) => [value, textContent]),
    cards: all("[data-card]").map(({ dataset }) => dataset.card),
    traces: all("[data-trace]").length,
    printed: all(".figures .facts").map((facts) => [...facts.querySelectorAll("q")].map((form) => form.textContent)),
  };
});
const whole = (report, lang) => ({
  title: report.title[lang],
  greats: report.headlines.map((headline) => [headline.value, in_full(headline, lang)]),
  cards: report.cards.map(({ id }) => id),
  traces: report.headlines.length + report.figures.length,
  printed: report.figures.map(({ printed }) => printed),
});

test("before the program runs, the page has the whole report, and it is read by links and disclosures", async () => {
  await reader.open_site("index.html", { host: "holds-wasm" });
  assert.deepEqual(await shown(), whole(WHITE_PAPER, "ko"));
  await reader.click('[data-nav="3"]');
  await reader.see_on_screen("#part-3 h3");
  await reader.click(`[data-trace="${SUM.trace}"] > summary`);
  await reader.click(`[data-trace="${SUM.trace}"] [data-term="${TERM}"] a`);
  await reader.see_on_screen(`[data-card="${CARD}"] > summary`);
  await reader.click(`[data-card="${CARD}"] > summary`);
  await reader.click(`[data-trace="${TERM}"] > summary`);
  await reader.click(`[data-trace="${TERM}"] .memberships a`);
  await reader.see_on_screen(`[data-headline="${SUM.trace}"] .value`);

  const before = await reader.run(() => scrollY);
  await reader.let_program_come();
  await reader.see_open_cards([CARD]);
  await reader.see_open_traces([SUM.trace, TERM]);
  // Firefox puts a page at whole pixels only.
  const moved = await reader.run(() => scrollY) - before;
  assert.ok(Math.abs(moved) <= 1, `moved by ${moved} px`);
});

for (const [path, report, lang] of [["index.html", WHITE_PAPER, "ko"], ["en/story-2021/index.html", STORY, "en"]]) {
  test(`where WebAssembly is refused, ${path} stays, whole`, async () => {
    reader.expect_on_console(/^WARNING .*refuses WebAssembly/);
    // Firefox says so itself, too.
    reader.may_be_remarked(/^SEVERE Content-Security-Policy: .* blocked WebAssembly/);
    await reader.open_site(path, { host: "refuses-wasm" });
    await reader.comes_true("the page", shown, whole(report, lang));
    await reader.click(`[data-card="${report.cards[0].id}"] > summary`);
    await reader.see_open_cards([report.cards[0].id]);
  });
}

test("after one visit, the page is read without its host", async () => {
  const site = await open_site(await delivery(), { path: "/esg/2022/" });
  try {
    await offline_words(reader, () => site).visit();
    await site.go_away();
    reader.may_have_no_console(site.address);
    await reader.open_address(`${site.address}?card=${CHOSEN}`);
    await reader.see_open_cards([CHOSEN]);
    await reader.search("마스크");
    await reader.see_query("마스크");
    await reader.clear();
    await reader.turn_to(STORY.id);
    await reader.see_title(STORY.title.ko);
    await reader.see_count(STORY.cards.length);
    assert.match(await reader.run(() => document.querySelector("report-widget").toCSV()), /^\uFEFFreport,/);
    await site.come_back();
  } finally {
    await site.go_away();
  }
});

test("the single file is read from a disk", async () => {
  const folder = await mkdtemp(join(tmpdir(), "보고서 "));
  try {
    const file = join(folder, "보고서.html");
    const content = await readFile(join(process.env.REPORT_WIDGET_FOLDER, "report-widget.html"));
    await writeFile(file, file_with_ear(content));
    await reader.open_address(pathToFileURL(file));
    await reader.see_title(WHITE_PAPER.title.ko);
    await reader.see_count(WHITE_PAPER.cards.length);
    await reader.choose("theme", "masks");
    await reader.comes_true("the cards", reader.cards, fitting(WHITE_PAPER, { theme: ["masks"] }));
    await reader.clear();
    await reader.search("ㅁㅅㅋ");
    await reader.see_query("ㅁㅅㅋ");
    await reader.clear();
    await reader.open_trace(SUM.trace);
    assert.equal((await reader.trace_of(SUM.trace)).total, SUM.value);
    await reader.speak("en");
    await reader.see_title(WHITE_PAPER.title.en);
    await reader.turn_to(STORY.id);
    await reader.see_title(STORY.title.en);
    await reader.open_card(STORY.cards[3].id);
    await reader.comes_true("the card in the address",
      async () => (await reader.address()).searchParams.get("card"), STORY.cards[3].id);
    await reader.open_address(await reader.address());
    await reader.see_open_cards([STORY.cards[3].id]);
    const lines = await reader.run(async () => (await document.querySelector("report-widget").toCSV()).split("\r\n"));
    assert.equal(lines.length, STORY.figures.length + 2);
  } finally {
    await reader.driver.get("about:blank");
    await rm(folder, { recursive: true });
  }
});
