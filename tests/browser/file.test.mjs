/** The single file, opened from a disk by a double click, with no network at all. */
import assert from "node:assert/strict";
import { copyFile, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { a_reader } from "./reader.mjs";
import { fitting, in_full, report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const STORY = report("story-2021");

const reader = a_reader();
let folder, file;

before(async () => {
  // The file lies alone in a folder, as it does on the disk of someone who was sent it.
  folder = await mkdtemp(join(tmpdir(), "보고서 "));
  const copy = join(folder, "보고서.html");
  await copyFile(join(process.env.REPORT_WIDGET_FOLDER, "report-widget.html"), copy);
  file = pathToFileURL(copy);
});
after(() => rm(folder, { recursive: true }));
afterEach(async () => {
  await reader.see_as_printed(false);
  await reader.let_scripts_run();
});

async function open_file(query = "") {
  await reader.network({ cut: true });
  await reader.open_address(file + query);
}

test("it shows the whole report, its numbers final", async () => {
  await open_file();
  await reader.see_title(WHITE_PAPER.title.ko);
  await reader.see_count(WHITE_PAPER.cards.length);
  for (const headline of WHITE_PAPER.headlines) {
    const shown = await reader.inside((root, trace) => {
      const { value, textContent } = root.querySelector(`[data-headline]:has([data-trace="${trace}"]) data`);
      return [value, textContent];
    }, headline.trace);
    assert.deepEqual(shown, [headline.value, in_full(headline, "ko")]);
  }
});

test("counters run there as anywhere", async () => {
  await reader.let_things_move();
  await open_file();
  await reader.sees("running digits", (root) => root.querySelector(".running") !== null, true);
  await reader.sees("final numbers", (root) => root.querySelectorAll(".running").length, 0);
});

test("it is searched, filtered and traced, and speaks both languages of both reports", async () => {
  await open_file();
  await reader.choose("theme", "masks");
  assert.deepEqual(await reader.cards(), fitting(WHITE_PAPER, { theme: ["masks"] }));
  await reader.search("ㅁㅅㅋ");
  await reader.see_chosen(["theme:masks"]);
  await reader.clear();
  await reader.search("퀵");
  await reader.sees("a word that only the document prints", (root) => root.querySelector(".printed-words:not(:empty)") !== null, true);
  await reader.clear();
  await reader.see_count(WHITE_PAPER.cards.length);

  const { trace, printed } = WHITE_PAPER.headlines.find((headline) => headline.tally);
  await reader.open_trace(trace);
  assert.deepEqual((await reader.trace_of(trace)).printed, printed);

  await reader.speak("en");
  await reader.see_title(WHITE_PAPER.title.en);
  await reader.turn_to(STORY.id);
  await reader.see_title(STORY.title.en);
  await reader.see_count(STORY.cards.length);
});

test("its address has the view, and is understood when it is opened again", async () => {
  await open_file();
  const card = STORY.cards[3].id;
  await reader.turn_to(STORY.id);
  await reader.open_card(card);
  await reader.comes_true("the card in the address", async () => (await reader.address()).searchParams.get("card"), card);
  await reader.open_address(await reader.address());
  await reader.see_title(STORY.title.ko);
  await reader.see_open_cards([card]);
});

test("it offers no link to itself, since nobody else could follow it, but its citation", async () => {
  await open_file();
  const offered = await reader.inside((root) =>
    [...root.querySelectorAll(".foot .tools button")].filter((one) => one.checkVisibility()).map((one) => one.className));
  assert.deepEqual(offered, ["export", "copy-citation"]);
  await reader.click(".copy-citation");
  await reader.see_notice("복사했습니다");
});

test("it gives its figures as a table", async () => {
  await open_file();
  const lines = await reader.run(async () => (await document.querySelector("report-widget").toCSV()).split("\r\n"));
  assert.equal(lines.length, WHITE_PAPER.figures.length + 2);
});

test("of a card, figures, a picture and citations can be exported, but no link", async () => {
  await open_file();
  await reader.downloads(folder);
  const { id, figures } = WHITE_PAPER.cards.find((card) => card.figures?.length);
  await reader.open_card(id);
  await reader.click(`[data-card="${id}"] .cite .export`);
  await reader.click("[data-take=saveImage]");
  await reader.comes_true("the picture", async () => (await readdir(folder)).includes(`white-paper-2022-${id}.png`), true);
  await reader.click("[data-take=copyJson]");
  await reader.sees("the dialog's message", (root) => root.querySelector("dialog [role=status]").textContent, "복사했습니다.");
  const copied = JSON.parse(await reader.run(() => navigator.clipboard.readText()));
  assert.deepEqual(copied.map(({ value }) => value), figures.map(({ value }) => value));
  assert.equal(await reader.inside((root) => root.querySelectorAll("dialog .address").length), 0);
});

test("with scripts off it is read and printed all the same, and leads to nothing outside", async () => {
  await reader.let_scripts_run(false);
  await reader.network({ cut: true });
  await reader.open_address(file, { drawn: false });
  const seen = (selector) => reader.inside((root, selector) => [...root.querySelectorAll(selector)]
    .filter((one) => one.checkVisibility({ visibilityProperty: true })).length, selector);
  assert.equal(await seen("[data-card] > summary"), WHITE_PAPER.cards.length);
  assert.equal(await seen(".figures data"), 0);
  assert.equal(await seen("button, input, select, .topbar a"), 0);
  const ways = await reader.inside((root) => [...root.querySelectorAll("a[href]")].map((link) => link.getAttribute("href")));
  assert.deepEqual(ways.filter((way) => !way.startsWith("#")), []);
  await reader.see_as_printed();
  assert.equal(await seen(".figures > li > details > summary data"), WHITE_PAPER.figures.length);
});

test("a site that has it lets readers save it: its policy would not let it run there", async () => {
  const answer = await fetch(new URL("report-widget.html", process.env.REPORT_WIDGET_URL));
  await answer.arrayBuffer();
  assert.equal(answer.headers.get("content-disposition"), "attachment");
});

test("it asks for nothing but itself", async () => {
  await open_file();
  const asked = await reader.requests();
  assert.deepEqual([...new Set(asked.filter((address) => !address.startsWith("data:")))], [file.href]);
});
