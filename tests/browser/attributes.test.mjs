/** What a host says with attributes, properties and methods, and the events that it gets. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { a_reader } from "./reader.mjs";
import { fitting, report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const STORY = report("story-2021");
const CARD = WHITE_PAPER.cards[20];
const MASKS = fitting(WHITE_PAPER, { theme: ["masks"] });
const PLAIN = "<report-widget></report-widget>";

const reader = a_reader();

/** How bright the widget is drawn, from 0 to 255. */
const brightness = () => reader.inside((root) => {
  const pixel = new OffscreenCanvas(1, 1).getContext("2d");
  pixel.fillStyle = getComputedStyle(root.querySelector(".widget")).backgroundColor;
  pixel.fillRect(0, 0, 1, 1);
  return Math.max(...pixel.getImageData(0, 0, 1, 1).data.slice(0, 3));
});
const see_dark = (is_dark) =>
  reader.comes_true("a dark ground", async () => (await brightness()) < 128, is_dark);
const see_switcher = (is_there) => reader.comes_true("the switcher between reports",
  () => reader.inside((root) => root.querySelector(".reports") !== null), is_there);

/** Attribute, value, what it does, and what holds without it. */
const ATTRIBUTES = [
  ["report", "story-2021", () => reader.see_title(STORY.title.ko), () => reader.see_title(WHITE_PAPER.title.ko)],
  ["lang", "en", () => reader.see_title(WHITE_PAPER.title.en), () => reader.see_title(WHITE_PAPER.title.ko)],
  ["theme", "dark", () => see_dark(true), () => see_dark(false)],
  ["part", "3", () => reader.see_part(3), () => reader.see_count(WHITE_PAPER.cards.length)],
  ["query", "마스크", () => reader.see_query("마스크"), () => reader.see_query("")],
  ["filters", "theme:masks", () => reader.see_count(MASKS.length), () => reader.see_count(WHITE_PAPER.cards.length)],
  ["card", CARD.id, () => reader.arrive_at(`[data-card="${CARD.id}"][open]`), () => reader.see_count(WHITE_PAPER.cards.length)],
  ["chrome", "minimal", () => see_switcher(false), () => see_switcher(true)],
];

for (const [attribute, value, see_it, see_default] of ATTRIBUTES) {
  test(`${attribute}="${value}" holds when written in the page`, async () => {
    await reader.open_page(`<report-widget ${attribute}="${value}"></report-widget>`);
    await see_it();
  });

  test(`${attribute}="${value}" holds when set later, and its default when taken away`, async () => {
    await reader.open_page(PLAIN);
    await see_default();
    await reader.set(attribute, value);
    await reader.see_drawn();
    await see_it();
    await reader.set(attribute, null);
    await reader.see_drawn();
    await see_default();
  });
}

test("every attribute holds together with the others", async () => {
  await reader.open_page(`<report-widget report="white-paper-2022" lang="en" theme="dark" part="${CARD.part}"
    query="${CARD.title.en.split(" ")[0]}" filters="brand:${CARD.brands[0]}" card="${CARD.id}" chrome="minimal"></report-widget>`);
  await reader.see_title(WHITE_PAPER.title.en);
  await see_dark(true);
  await see_switcher(false);
  await reader.see_query(CARD.title.en.split(" ")[0]);
  await reader.see_chosen([`brand:${CARD.brands[0]}`]);
  await reader.see_open_cards([CARD.id]);
});

test("the language is the nearest ancestor's, also across a shadow root", async () => {
  await reader.open_page('<div lang="en"><p id="place"></p></div>', { lang: "ko", drawn: false });
  await reader.run(() => {
    const root = document.querySelector("#place").attachShadow({ mode: "open" });
    root.append(document.createElement("report-widget"));
  });
  await reader.comes_true("the title", () => reader.run(() =>
    document.querySelector("#place").shadowRoot.firstChild.shadowRoot?.querySelector("h2")?.textContent ?? null),
  WHITE_PAPER.title.en);
  await reader.see_events("report-ready", 1);
});

/** Attribute, a value that is not known, and what is used instead. */
const BAD = [
  ["report", "annual-1999", () => reader.see_title(WHITE_PAPER.title.ko)],
  ["lang", "tlh", () => reader.see_title(WHITE_PAPER.title.ko)],
  ["theme", "blue", () => see_dark(false)],
  ["part", "99", () => reader.see_part(null)],
  ["part", "first", () => reader.see_part(null)],
  ["filters", "theme:nothing", () => reader.see_count(WHITE_PAPER.cards.length)],
  ["filters", "colour:red", () => reader.see_count(WHITE_PAPER.cards.length)],
  ["card", "no-such-card", () => reader.see_open_cards([])],
  ["motion", "fast", () => reader.see_title(WHITE_PAPER.title.ko)],
  ["chrome", "tiny", () => see_switcher(true)],
];

for (const [attribute, value, see_default] of BAD) {
  const warning = new RegExp(`^WARNING <report-widget>: ${attribute}="${value}" is not known; using `);

  test(`${attribute}="${value}" in the page is complained about once, and its default holds`, async () => {
    reader.expect_on_console(warning);
    await reader.open_page(`<report-widget ${attribute}="${value}"></report-widget>`);
    await see_default();
    await reader.run(() => {
      const widget = document.querySelector("report-widget");
      widget.remove();
      document.body.append(widget);
    });
    await reader.let_settle();
    await see_default();
  });

  test(`${attribute}="${value}" set later is complained about once, and its default holds`, async () => {
    reader.expect_on_console(warning);
    await reader.open_page(PLAIN);
    await reader.set(attribute, value);
    await reader.set(attribute, null);
    await reader.set(attribute, value);
    await reader.let_settle();
    await reader.see_drawn();
    await see_default();
  });
}

for (const [attribute, good, bad, see_default] of [
  ["report", "story-2021", "annual-1999", () => reader.see_title(WHITE_PAPER.title.ko)],
  ["lang", "en", "tlh", () => reader.see_title(WHITE_PAPER.title.ko)],
  ["theme", "dark", "blue", () => see_dark(false)],
  ["card", CARD.id, "no-such-card", () => reader.see_open_cards([])],
  ["filters", "theme:masks", "theme:nothing", () => reader.see_count(WHITE_PAPER.cards.length)],
]) {
  test(`a bad ${attribute} after a good one falls back to the default, not to the good one`, async () => {
    reader.expect_on_console(new RegExp(`^WARNING <report-widget>: ${attribute}=`));
    await reader.open_page(`<report-widget ${attribute}="${good}"></report-widget>`);
    await reader.set(attribute, bad);
    await see_default();
  });
}

test("properties set before the program is loaded hold", async () => {
  await reader.open_page(PLAIN, { program: false, drawn: false });
  await reader.run(() => {
    Object.assign(document.querySelector("report-widget"), { report: "story-2021", query: "마스크", theme: "dark" });
  });
  await reader.load_program();
  await reader.see_drawn();
  await reader.see_title(STORY.title.ko);
  await reader.see_query("마스크");
  await see_dark(true);
});

test("properties and attributes are the same thing", async () => {
  await reader.open_page(PLAIN);
  const seen = await reader.run(() => {
    const widget = document.querySelector("report-widget");
    widget.part = 4;
    widget.syncUrl = false;
    widget.setAttribute("query", "a");
    const seen = [widget.getAttribute("part"), widget.query, widget.hasAttribute("sync-url"), widget.card];
    widget.query = null;
    return [...seen, widget.hasAttribute("query")];
  });
  assert.deepEqual(seen, ["4", "a", false, null, false]);
  await reader.see_part(4);
});

test("report-ready says what was drawn, once", async () => {
  await reader.open_page('<report-widget id="one" report="story-2021" query="마스크"></report-widget>');
  await reader.see_events("report-ready", 1);
  const [{ detail, ...event }] = await reader.events("report-ready");
  assert.deepEqual(event, { name: "report-ready", bubbles: true, composed: true, of: "one" });
  const { version, ...rest } = detail;
  assert.deepEqual(rest, { report: "story-2021", cards: STORY.cards.length });
  assert.match(version, /^\d+\.\d+\.\d+$/);
});

test("report-change has the whole view, for every change and only then", async () => {
  await reader.open_page('<report-widget id="one"></report-widget>');
  await reader.let_settle();
  assert.deepEqual(await reader.events("report-change"), []);

  const view = { report: "white-paper-2022", part: null, query: "", filters: "", card: null, count: WHITE_PAPER.cards.length };
  const steps = [
    [() => reader.choose("theme", "masks"), { filters: "theme:masks", count: MASKS.length }],
    [() => reader.choose("part", "1"), {
      filters: "part:1;theme:masks", count: fitting(WHITE_PAPER, { theme: ["masks"], part: ["1"] }).length,
    }],
    [() => reader.clear(), { filters: "", count: WHITE_PAPER.cards.length }],
    [() => reader.go_to_part(2), { part: 2 }],
    [() => reader.open_card(CARD.id), { card: CARD.id }],
    [() => reader.click(`[data-card="${CARD.id}"] > summary`), { card: null }],
    [() => reader.turn_to("story-2021"), { report: "story-2021", part: null, count: STORY.cards.length }],
  ];
  for (const [index, [step, change]] of steps.entries()) {
    await step();
    Object.assign(view, change);
    await reader.see_events("report-change", index + 1);
    const { detail, ...event } = (await reader.events("report-change")).at(-1);
    assert.deepEqual(detail, view);
    assert.deepEqual(event, { name: "report-change", bubbles: true, composed: true, of: "one" });
  }
});

test("what changes nothing is no event", async () => {
  await reader.open_page('<report-widget part="3" query="마스크" filters="theme:masks"></report-widget>');
  await reader.speak("en");
  await reader.see_title(WHITE_PAPER.title.en);
  for (const [attribute, value] of [["part", "3"], ["query", "마스크"], ["filters", "theme:masks"], ["theme", "dark"], ["lang", "ko"]]) {
    await reader.set(attribute, value);
  }
  await reader.show({ part: 3, query: "마스크" });
  await reader.see_title(WHITE_PAPER.title.ko);
  await reader.let_settle();
  assert.deepEqual(await reader.events("report-change"), []);
});

test("one change that touches many things is one event", async () => {
  await reader.open_page(PLAIN);
  await reader.show({ part: 4, query: "기부", filters: "theme:donation", card: null });
  await reader.see_events("report-change", 1);
  await reader.let_settle();
  const changes = await reader.events("report-change");
  assert.equal(changes.length, 1);
  const { part, query, filters } = changes[0].detail;
  assert.deepEqual({ part, query, filters }, { part: 4, query: "기부", filters: "theme:donation" });
});

for (const [what, view, see_it] of [
  ["a part", { part: 5 }, () => reader.see_part(5)],
  ["a card", { card: CARD.id }, () => reader.arrive_at(`[data-card="${CARD.id}"][open]`)],
  ["words", { query: "마스크" }, () => reader.see_query("마스크")],
  ["filters", { filters: "theme:masks" }, () => reader.see_count(MASKS.length)],
]) {
  test(`show() shows ${what}`, async () => {
    await reader.open_page(PLAIN);
    await reader.show(view);
    await see_it();
  });
}

test("show() leaves what it is not asked about as it is", async () => {
  await reader.open_page(PLAIN);
  await reader.choose("theme", "masks");
  await reader.show({ query: "마스크" });
  await reader.see_query("마스크");
  await reader.see_chosen(["theme:masks"]);
});

test("show() shows a view again after the reader has left it", async () => {
  await reader.open_page(PLAIN);
  await reader.show({ part: 5, query: "택시" });
  await reader.see_query("택시");
  await reader.clear();
  await reader.go_to_part(1);
  await reader.see_part(1);
  await reader.show({ part: 5, query: "택시" });
  await reader.see_query("택시");
});

const address = async () => Object.fromEntries((await reader.address()).searchParams);
const see_address = (expected) => reader.comes_true("the page's address", address, expected);

test("the page's address has the view where the host asks for it, and keeps what is the host's", async () => {
  await reader.open_page("<report-widget></report-widget>", { query: "?utm=mail" });
  await reader.set("sync-url", "");
  await reader.choose("theme", "masks");
  await see_address({ utm: "mail", filters: "theme:masks" });
  await reader.search("마스크");
  await see_address({ utm: "mail", filters: "theme:masks", query: "마스크" });
  await reader.clear();
  await see_address({ utm: "mail" });
});

test("what the reader opens is a step to go back by, and typed words are not", async () => {
  await reader.open_tab();
  await reader.open_page("<report-widget sync-url></report-widget>");
  await reader.choose("theme", "masks");
  await see_address({ filters: "theme:masks" });
  const steps = () => reader.run(() => history.length);
  const before = await steps();
  await reader.search("마스크");
  await see_address({ filters: "theme:masks", query: "마스크" });
  assert.equal(await steps(), before);
  await reader.go_to_part(2);
  await see_address({ filters: "theme:masks", query: "마스크", part: "2" });
  assert.equal(await steps(), before + 1);

  await reader.driver.navigate().back();
  await see_address({ filters: "theme:masks", query: "마스크" });
  await reader.see_query("마스크");
  await reader.see_chosen(["theme:masks"]);
});

test("going back shows the view that was left", async () => {
  await reader.open_page("<report-widget sync-url></report-widget>");
  await reader.choose("theme", "masks");
  await see_address({ filters: "theme:masks" });
  await reader.choose("part", "1");
  await see_address({ filters: "part:1;theme:masks" });
  await reader.driver.navigate().back();
  await reader.see_chosen(["theme:masks"]);
  await reader.see_count(MASKS.length);
});

test("the page's address is left alone where the host does not ask", async () => {
  await reader.open_page(`<report-widget></report-widget><report-widget id="asks" sync-url></report-widget>`);
  await reader.the("#asks").see_drawn();
  await reader.choose("theme", "masks");
  await reader.see_chosen(["theme:masks"]);
  await reader.the("#asks").choose("theme", "finance");
  await see_address({ filters: "theme:finance" });
});

test("a language other than the page's own is in the address, and a link in it opens in it", async () => {
  await reader.open_page('<report-widget lang="ko" sync-url></report-widget>', { query: "?lang=ko-KR" });
  await reader.speak("en");
  await see_address({ lang: "ko-KR", "report-lang": "en" });
  const { search } = await reader.address();
  await reader.speak("ko");
  await see_address({ lang: "ko-KR" });
  await reader.driver.navigate().back();
  await reader.sees("the language that was left", (root) => root.querySelector(".widget").lang, "en");

  for (const [page, lang, rest] of [
    ['<report-widget lang="ko" sync-url></report-widget>', "en", { "report-lang": "en" }],
    ['<report-widget lang="en" sync-url></report-widget>', "en", {}],
    ['<report-widget lang="ko"></report-widget>', "ko", { "report-lang": "en" }],
  ]) {
    await reader.open_page(page, { query: search });
    await reader.sees(`the language of ${page}`, (root) => root.querySelector(".widget").lang, lang);
    await see_address({ lang: "ko-KR", ...rest });
  }
});
