/**
 * What can go wrong while a report is loaded or read, in every engine: each time the reader keeps a report
 * that can be read, with what they opened and typed, and page and console get one message. No driver can let
 * a page itself come to a halt: all wait until a page is complete. Only Chromium's can make the disk full
 * (`../offline.test.mjs`).
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGINE } from "../engine.mjs";
import { next_version, offline_words } from "../offline.mjs";
import { a_reader } from "../reader.mjs";
import { in_full, report } from "../report.mjs";
import { delivery, open_site } from "../site.mjs";

const WHITE_PAPER = report("white-paper-2022");
const STORY = report("story-2021");
const [CARD, OTHER] = WHITE_PAPER.cards;
/** A card with a chart, and one with figures, which can be exported as a picture. */
const SERIES = WHITE_PAPER.cards.find((card) => card.series?.length);
const FIGURES = WHITE_PAPER.cards.find((card) => !card.series?.length && card.figures?.length > 2);
const BOTH = WHITE_PAPER.cards.filter((card) => [FIGURES, SERIES].includes(card)).map(({ id }) => id);
const WIDGET = '<report-widget loading="eager"><p>Read the report as a document.</p></report-widget>';
/** Firefox imports a script that could not be had only when the page is opened anew. */
const IMPORTS_AGAIN = ENGINE !== "firefox";
const CLOCK = '<script src="clock.js"></script>';
const warning = (what) => new RegExp(`^WARNING <report-widget>: ${what.source}`);

const reader = a_reader();

/** Chromium writes down itself what it could not fetch. */
const may_miss_files = () => reader.may_be_remarked(/^SEVERE .*(net::ERR_|status of 404)/);
/** Sees how many files are waited for: only these waits are long (`pages/clock.js`). */
const see_waits = (count) => reader.comes_true("files that are waited for", () => reader.run(() => window.clock.held()), count);
const let_time_pass = () => reader.run(() => window.clock.pass());

/** Sees the one error that the page gets, and that no report was drawn. */
async function see_error(code, message) {
  await reader.see_events("report-error", 1);
  const [{ detail }] = await reader.events("report-error");
  assert.equal(detail.code, code);
  assert.match(detail.message, message);
  assert.deepEqual(await reader.events("report-ready"), []);
}

/** Opens a card of the prerendered report, which needs no program. */
async function open_prerendered(card) {
  await reader.inside((root, id) => root.querySelector(`[data-card="${id}"] > summary`).scrollIntoView({ block: "center" }), card.id);
  await reader.click(`[data-card="${card.id}"] > summary`);
}
/** Sees the prerendered report whole, with what the reader opened, and opens more. */
async function see_prerendered_usable() {
  await reader.see_open_cards([CARD.id]);
  const cards = await reader.inside((root) => [...root.querySelectorAll("[data-prerendered] [data-card]")].map(({ dataset }) => dataset.card));
  assert.deepEqual(cards, WHITE_PAPER.cards.map(({ id }) => id));
  await open_prerendered(OTHER);
  await reader.see_open_cards([CARD.id, OTHER.id]);
}

test("where the program comes to a halt, the prerendered report is read, and after a minute the page gets one error", async () => {
  const message = /report-widget_bg\.wasm did not arrive within 60 seconds/;
  reader.expect_on_console(warning(message));
  await reader.open_site("index.html", { host: "halts:report-widget_bg.wasm", scripts: ["recorder.js", "clock.js"] });
  await see_waits(1);
  await open_prerendered(CARD);
  assert.deepEqual(await reader.events("report-error"), []);
  await let_time_pass();
  await see_error("timed-out", message);
  await see_prerendered_usable();
});

for (const name of ["report-widget_bg.wasm", "report-widget.css"]) {
  test(`where ${name} comes to a halt, the element's own content stays, and the widget can be asked again`, async () => {
    reader.expect_on_console(warning(new RegExp(`${name} did not arrive within 60 seconds; `)));
    await reader.open_page(WIDGET, { host: `halts:${name}`, head: CLOCK, drawn: false });
    await see_waits(1);
    await let_time_pass();
    await see_error("timed-out", /60 seconds/);
    await reader.see_light_text();
    assert.equal(await reader.run(() => document.querySelector("report-widget p").checkVisibility()), true);
    await reader.run((host) => {
      const { fetch } = window;
      window.fetch = (address, options) => fetch(String(address).replace(encodeURI(host), "sound"), options);
      document.querySelector("report-widget").show({ part: 2 });
    }, `halts:${name}`);
    await reader.see_drawn();
    await see_waits(0);
  });
}

// Browsers do not import a script anew whose first import has not ended.
test("where the program's script comes to a halt, the element's own content stays, and the page gets one error", async () => {
  const message = /report-widget-program\.js did not arrive within 60 seconds/;
  reader.expect_on_console(warning(message));
  // What is imported before the page is complete keeps Firefox from completing it.
  await reader.open_page(WIDGET, { host: "halts:report-widget-program.js", head: CLOCK, program: false, drawn: false });
  await reader.load_program();
  await see_waits(1);
  await let_time_pass();
  await see_error("timed-out", message);
  await reader.see_light_text();
});

test("where the element's script comes to a halt, its own content stays", async () => {
  await reader.open_page(WIDGET, { host: "halts:report-widget.js", program: false, drawn: false });
  await reader.load_program();
  await reader.see_halted("report-widget.js");
  assert.deepEqual(await reader.run(() => [customElements.get("report-widget") ?? null, document.querySelector("report-widget p").checkVisibility()]), [null, true]);
});

for (const name of ["report-widget-charts-ko.json", "report-widget-charts.js"]) {
  test(`where ${name} comes to a halt, a card is read without its chart, and the console says so once`, async () => {
    reader.expect_on_console(warning(/charts are left out \(report-widget-charts-ko\.json did not arrive within 60 seconds\)$/));
    await reader.open_page(WIDGET, { host: `halts:${name}`, head: CLOCK });
    await reader.open_card(SERIES.id);
    await see_waits(1);
    await let_time_pass();
    await see_waits(0);
    await reader.see_open_cards([SERIES.id]);
    assert.deepEqual(await reader.events("report-error"), []);
  });
}

test("where the index terms come to a halt, searching goes on, and the console says so once", async () => {
  reader.expect_on_console(warning(/index terms are left out \(report-widget-search\.txt did not arrive within 60 seconds\)$/));
  await reader.open_page(WIDGET, { host: "halts:report-widget-search.txt", head: CLOCK });
  await reader.type("마스크");
  await see_waits(1);
  const found = await reader.found();
  assert.ok(found.length > 0 && found.length < WHITE_PAPER.cards.length);
  await let_time_pass();
  await see_waits(0);
  await reader.see_query("마스크");
  assert.deepEqual(await reader.found(), found);
});

test("where what draws pictures comes to a halt, the dialog says that there is none", async () => {
  await reader.open_page(WIDGET, { host: "halts:report-widget-image.js", head: CLOCK });
  await reader.open_card(FIGURES.id);
  await reader.click(`[data-card="${FIGURES.id}"] .cite .export`);
  await reader.click('[data-take="saveImage"]');
  await see_waits(1);
  await let_time_pass();
  await reader.sees("the dialog's message", (root) => root.querySelector("dialog [role=status]").textContent, "파일을 만들지 못했습니다. 잠시 뒤에 다시 눌러 주세요.");
});

test("a reader who goes offline keeps what they opened and typed, and gets the rest when they are back", async () => {
  may_miss_files();
  reader.expect_on_console(warning(/index terms are left out \(/), warning(/charts are left out \(/));
  const files = await delivery();
  files.set("theirs.html", Buffer.from(`<!doctype html><meta charset="utf-8"><title>Theirs</title><link rel="icon" href="data:,">
    <script type="module" src="report-widget.js"></script>${WIDGET}`));
  const site = await open_site(files);
  try {
    await reader.open_address(`${site.address}theirs.html`);
    await reader.open_card(FIGURES.id);
    await site.go_away();
    reader.may_have_no_console(site.address);
    await reader.type(SERIES.title.ko);
    await reader.see_query(SERIES.title.ko);
    assert.ok((await reader.found()).includes(SERIES.id));
    await reader.click(`[data-card="${SERIES.id}"] > summary`);
    await reader.see_open_cards([SERIES.id]);
    await reader.click(`[data-card="${SERIES.id}"] .cite .export`);
    await reader.click('[data-take="saveImage"]');
    await reader.sees("the dialog's message", (root) => root.querySelector("dialog [role=status]").textContent, "파일을 만들지 못했습니다. 잠시 뒤에 다시 눌러 주세요.");
    await reader.run(() => document.querySelector("report-widget").shadowRoot.querySelector("dialog").close());
    await reader.clear();
    await reader.see_open_cards(BOTH);
    // The other report and the other language are in the program.
    await reader.turn_to(STORY.id);
    await reader.see_title(STORY.title.ko);
    await reader.speak("en");
    await reader.see_title(STORY.title.en);
    assert.match(await reader.run(() => document.querySelector("report-widget").toCSV()), /^\uFEFFreport,/);
    await reader.speak("ko");
    await reader.turn_to(WHITE_PAPER.id);
    // Of a report that one comes back to, the last card that was opened.
    await reader.see_open_cards([SERIES.id]);

    await site.come_back();
    if (!IMPORTS_AGAIN) {
      await reader.open_address(`${site.address}theirs.html`);
      await reader.open_card(SERIES.id);
    }
    await reader.close_card(SERIES.id);
    await reader.open_card(SERIES.id);
    await reader.find(`[data-card="${SERIES.id}"] figure[data-chart]`);
    await reader.click(`[data-card="${SERIES.id}"] .cite .export`);
    await reader.find("dialog [data-picture]");
    await reader.run(() => document.querySelector("report-widget").shadowRoot.querySelector("dialog").close());
    await reader.search("퀵");
    await reader.sees("a word that only the document prints", (root) => root.querySelector(".printed-words:not(:empty)") !== null, true);
  } finally {
    await site.go_away();
  }
});

for (const [script, what] of [
  ["refused-storage.js", "storage and the service worker are refused"],
  ["refused-worker.js", "a page may not even ask for service workers"],
]) {
  test(`where ${what}, the standalone page works in silence`, async () => {
    await reader.open_site("index.html", { scripts: ["recorder.js", script] });
    await reader.see_drawn();
    await reader.open_card(CARD.id);
    await reader.search("마스크");
    await reader.see_query("마스크");
    await reader.comes_true("the words in the address", async () => (await reader.address()).searchParams.get("query"), "마스크");
    await reader.clear();
    await reader.see_open_cards([CARD.id]);
    assert.deepEqual(await reader.events("report-error"), []);
  });
}

test("where what was kept cannot be opened any more, the page comes from the network", async () => {
  const files = await delivery();
  // The storage fails once the worker is active.
  const fails = `{ const { open } = caches; CacheStorage.prototype.open = async function (name) {
    if (registration.active) throw new DOMException("damaged", "UnknownError");
    return open.call(this, name);
  }; }`;
  files.set("sw.js", Buffer.from(`${files.get("sw.js")}\n${fails}`));
  const site = await open_site(files, { path: "/esg/2022/" });
  try {
    await offline_words(reader, () => site).visit();
    await reader.open_address(`${site.address}?card=${CARD.id}`);
    await reader.see_open_cards([CARD.id]);
  } finally {
    await site.go_away();
  }
});

test("a new version while somebody reads takes nothing from them, is offered, and comes when they say so", async () => {
  const site = await open_site(await delivery(), { path: "/esg/2022/" });
  const { look_for_version, see_offer, take_offer, title, visit } = offline_words(reader, () => site);
  // A page from the worker's own files is not listened to.
  reader.may_have_no_console(site.address);
  try {
    await visit();
    await reader.open_address(`${site.address}?filters=part:${SERIES.part}`);
    await reader.see_drawn();
    await reader.open_card(SERIES.id);
    const before = await title();
    site.files = next_version(site.files);
    assert.equal(await look_for_version(), "installed");
    await see_offer();
    await reader.type(SERIES.title.ko);
    await reader.see_query(SERIES.title.ko);
    await reader.see_open_cards([SERIES.id]);
    await reader.see_chosen([`part:${SERIES.part}`]);
    assert.equal(await title(), before);
    // At once, before the address has followed what was typed.
    await take_offer();
    await reader.comes_true("the next version", title, "The next version");
    await reader.see_drawn();
    await reader.see_query(SERIES.title.ko);
    await reader.see_open_cards([SERIES.id]);
    await reader.see_chosen([`part:${SERIES.part}`]);
  } finally {
    await site.go_away();
  }
});

for (const [first, second] of [["sound", "changes-script"], ["changes-script", "sound"]]) {
  test(`of two versions of the element on one page, the first serves all widgets (${first} before ${second})`, async () => {
    const from = (host) => `/${host}/report-widget.js`;
    await reader.open_page('<report-widget id="one" loading="eager"></report-widget>', { program: from(first) });
    const one = reader.the("#one");
    await one.open_card(CARD.id);
    await reader.load_program(from(second));
    const has_loaded = (address) => reader.run((address) => performance.getEntriesByType("resource").some(({ name }) => name.endsWith(address)), address);
    await reader.comes_true("the second script", () => has_loaded(from(second)), true);
    await reader.run(() => {
      const widget = document.createElement("report-widget");
      Object.assign(widget, { id: "other", loading: "eager", report: "story-2021" });
      document.body.append(widget);
    });
    const other = reader.the("#other");
    await other.see_title(STORY.title.ko);
    await one.see_open_cards([CARD.id]);
    await reader.see_events("report-ready", 2);
    assert.equal(await has_loaded(`/${second}/report-widget_bg.wasm`), false);
  });
}

test("where clocks jump, counters end on their numbers, and searching is not held up", async () => {
  await reader.screen({ width: 1280, height: 2400 });
  await reader.let_things_move();
  await reader.open_page(WIDGET, { head: '<script src="jumping-clock.js"></script>' });
  await reader.sees("counters that have run", (root) => root.querySelectorAll("[data-headline] .counter[data-ran]").length, WHITE_PAPER.headlines.length);
  await reader.sees("digits at rest", (root) => root.querySelectorAll(".running").length, 0);
  const shown = await reader.inside((root) => [...root.querySelectorAll("[data-headline] .headline data")].map(({ value, textContent }) => [value, textContent]));
  assert.deepEqual(shown, WHITE_PAPER.headlines.map((headline) => [headline.value, in_full(headline, "ko")]));
  await reader.search("마스크");
  const found = (await reader.found()).length;
  await reader.sees("the number of cards, said after a pause", (root, found) =>
    root.querySelector(".search [role=status]").textContent.includes(String(found)), true, found);
});

test("where the browser has no memory for the program, the prerendered report stays, and the page gets one error", async () => {
  reader.expect_on_console(warning(/the program could not start \(Out of memory: .*\); the element's own content stays$/));
  await reader.open_site("index.html", { scripts: ["recorder.js", "refused-memory.js"] });
  await see_error("not-started", /^the program could not start \(Out of memory/);
  await open_prerendered(CARD);
  await see_prerendered_usable();
});

/** Engines write down themselves what a program cannot do without memory. */
const may_stop = () => reader.may_be_remarked(/^SEVERE .*(unreachable|RuntimeError)/i);

for (const [where, open, see_readable] of [
  ["on a page that embeds it, the element's own content stays", (host) => reader.open_page(WIDGET, { host, drawn: false }), async () => {
    await reader.see_light_text();
    assert.equal(await reader.run(() => document.querySelector("report-widget p").checkVisibility()), true);
  }],
  ["on its own page, the prerendered report stays", (host) => reader.open_site("index.html", { host, scripts: ["recorder.js"] }), async () => {
    await open_prerendered(CARD);
    await see_prerendered_usable();
  }],
]) {
  test(`wherever memory ends while the report is loaded or drawn ${where}, and the page gets one error`, async () => {
    may_stop();
    const codes = new Set();
    for (const pages of [0, 4, 8, 12]) {
      await open(`limits-memory:${pages}`);
      await reader.see_events("report-error", 1);
      const [{ detail: { code, message } }] = await reader.events("report-error");
      assert.match(message, /^the program (could not start|stopped) \(/);
      codes.add(code);
      reader.expect_on_console(warning(/the program .*; the element's own content stays$/));
      await see_readable();
      await reader.see_events("report-error", 1);
    }
    assert.deepEqual([...codes], ["not-started", "stopped"]);
    // The limit is what stopped it.
    await open("limits-memory:400");
    await reader.see_drawn();
    await reader.see_count(WHITE_PAPER.cards.length);
    await reader.see_events("report-error", 0);
  });
}
