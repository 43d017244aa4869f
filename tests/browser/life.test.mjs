/** The life of the element in pages that others write. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { a_reader } from "./reader.mjs";
import { report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const STORY = report("story-2021");
const CARD = WHITE_PAPER.cards[4].id;
const WIDGET = `<report-widget report="white-paper-2022">
  <p id="light">Read the report as a document.</p>
</report-widget>`;

const reader = a_reader();

const light_text_is_seen = () => reader.run(() => document.querySelector("#light").checkVisibility());
const listeners = () => reader.run(() => [window.seen.onWindow, window.seen.onDocument]);
const outside = () => reader.run(() => ({
  head: document.head.children.length,
  body: document.body.children.length,
  sheets: document.adoptedStyleSheets.length,
  styled: document.documentElement.getAttribute("style") ?? document.body.getAttribute("style"),
}));

test("the element shows its own content until the program runs", async () => {
  await reader.open_page(WIDGET, { program: false, drawn: false });
  assert.equal(await light_text_is_seen(), true);
  await reader.load_program();
  await reader.see_drawn();
  assert.equal(await light_text_is_seen(), false);
});

test("the page around the widget is left as it is", async () => {
  await reader.open_page(WIDGET, { program: false, drawn: false });
  const before = await outside();
  await reader.load_program();
  await reader.see_drawn();
  await reader.choose("theme", "masks");
  await reader.open_trace("part-1/lookups");
  assert.deepEqual(await outside(), { ...before, head: before.head + 1 });
});

test("a widget that is moved keeps what the reader did, and is not drawn anew", async () => {
  await reader.open_page(`${WIDGET}<section id="elsewhere"></section>`);
  await reader.choose("part", String(WHITE_PAPER.cards[4].part));
  await reader.open_card(CARD);
  await reader.search("지도");
  const cards = await reader.found();
  await reader.inside((root) => { window.title_element = root.querySelector("h2"); });
  await reader.run(() => document.querySelector("#elsewhere").append(document.querySelector("report-widget")));
  await reader.let_settle();
  assert.equal(await reader.inside((root) => root.querySelector("h2") === window.title_element), true);
  await reader.see_query("지도");
  await reader.see_chosen([`part:${WHITE_PAPER.cards[4].part}`]);
  assert.deepEqual(await reader.cards(), cards);
  await reader.clear();
  await reader.see_count(WHITE_PAPER.cards.length);
  await reader.see_open_cards([CARD]);
  await reader.see_events("report-ready", 1);
});

test("a removed widget leaves no node and no listener, and its own content is back", async () => {
  await reader.open_page(WIDGET, { program: false, drawn: false });
  const before = await listeners();
  await reader.load_program();
  await reader.see_drawn();
  assert.notDeepEqual(await listeners(), before);
  await reader.run(() => {
    window.widget = document.querySelector("report-widget");
    window.widget.remove();
  });
  const inside = () => reader.run(() => [...window.widget.shadowRoot.children].map((node) => node.localName));
  await reader.comes_true("nothing but the slot", inside, ["slot"]);
  await reader.comes_true("the listeners of before", listeners, before);
});

test("a widget that is removed while its digits run leaves nothing running", async () => {
  await reader.let_things_move();
  await reader.open_page(WIDGET);
  await reader.sees("running digits", (root) => root.querySelector(".running") !== null, true);
  await reader.run(() => document.querySelector("report-widget").remove());
  await reader.let_settle();
  assert.equal(await reader.run(() => document.querySelector("report-widget")), null);
});

test("a widget that comes back is drawn again, as its attributes say", async () => {
  await reader.open_page(WIDGET);
  await reader.choose("theme", "masks");
  await reader.run(() => {
    window.widget = document.querySelector("report-widget");
    window.widget.remove();
  });
  await reader.let_settle();
  await reader.run(() => document.body.append(window.widget));
  await reader.see_drawn();
  await reader.see_count(WHITE_PAPER.cards.length);
  await reader.see_chosen([]);
  await reader.see_events("report-ready", 2);
  await reader.choose("theme", "masks");
  await reader.see_chosen(["theme:masks"]);
});

test("a widget removed before the program has loaded draws nothing", async () => {
  await reader.open_page(`<div id="place">${WIDGET}</div>`, { program: false, drawn: false });
  await reader.load_program();
  await reader.run(() => customElements.whenDefined("report-widget").then(() => {
    window.widget = document.querySelector("report-widget");
    window.widget.loading = "eager";
    window.widget.remove();
    document.querySelector("#place").append(document.createElement("report-widget"));
  }));
  await reader.see_drawn();
  await reader.see_events("report-ready", 1);
  assert.equal(await reader.run(() => window.widget.shadowRoot.querySelector(".inside")), null);
});

test("two widgets on a page know nothing of each other", async () => {
  await reader.open_page(`
    <report-widget id="first" report="white-paper-2022" lang="ko"></report-widget>
    <report-widget id="second" report="story-2021" lang="en" theme="dark"></report-widget>`);
  const [first, second] = [reader.the("#first"), reader.the("#second")];
  await second.see_drawn();
  await first.see_title(WHITE_PAPER.title.ko);
  await second.see_title(STORY.title.en);

  await first.choose("theme", "masks");
  await first.search("마스크");
  await second.see_count(STORY.cards.length);
  await second.see_query("");
  await second.see_chosen([]);

  await second.speak("ko");
  await second.see_title(STORY.title.ko);
  await first.see_chosen(["theme:masks"]);
  const changes = await reader.events("report-change");
  assert.deepEqual(new Set(changes.map((event) => event.of)), new Set(["first"]));

  await reader.run(() => document.querySelector("#first").remove());
  await second.search("마스크");
  await second.see_query("마스크");
  await second.see_drawn();
});

test("a script that is loaded twice does no harm", async () => {
  await reader.open_page(WIDGET);
  await reader.load_program("report-widget.js?again");
  const has_loaded = () => reader.run(() => performance.getEntriesByType("resource").some(({ name }) => name.endsWith("?again")));
  await reader.comes_true("the second script", has_loaded, true);
  await reader.let_settle();
  await reader.see_events("report-ready", 1);
  await reader.choose("theme", "masks");
  await reader.see_chosen(["theme:masks"]);
});

test("a widget works inside another element's shadow root, and its events come out", async () => {
  await reader.open_page('<div id="place"></div>', { drawn: false });
  await reader.run(() => {
    const root = document.querySelector("#place").attachShadow({ mode: "open" });
    root.innerHTML = '<report-widget report="story-2021"></report-widget>';
  });
  await reader.see_events("report-ready", 1);
  const title = await reader.run(() =>
    document.querySelector("#place").shadowRoot.firstChild.shadowRoot.querySelector("h2").textContent);
  assert.equal(title, STORY.title.ko);
  const [event] = await reader.events("report-ready");
  assert.equal(event.of, "place");
});

test("a widget that comes with innerHTML is drawn, and goes with it", async () => {
  await reader.open_page('<div id="place"></div>', { drawn: false });
  const before = await listeners();
  await reader.run((widget) => { document.querySelector("#place").innerHTML = widget; }, WIDGET);
  await reader.see_drawn();
  await reader.run(() => { document.querySelector("#place").innerHTML = ""; });
  await reader.comes_true("the listeners of before", listeners, before);
});

test("a clone has the attributes and the content of its original, and a life of its own", async () => {
  await reader.open_page(WIDGET);
  await reader.choose("theme", "masks");
  await reader.run(() => {
    const clone = document.querySelector("report-widget").cloneNode(true);
    clone.id = "clone";
    document.body.append(clone);
    clone.show({});
  });
  const clone = reader.the("#clone");
  await clone.see_drawn();
  await clone.see_chosen([]);
  await reader.see_chosen(["theme:masks"]);
  await clone.choose("theme", "finance");
  await reader.see_chosen(["theme:masks"]);
  assert.equal(await reader.run(() => document.querySelector("#clone > p").textContent), "Read the report as a document.");
});

test("a widget from a template is drawn once it stands in the page", async () => {
  await reader.open_page(`<template>${WIDGET}</template>`, { drawn: false });
  await reader.run(() => document.body.append(document.importNode(document.querySelector("template").content, true)));
  await reader.see_drawn();
  await reader.see_events("report-ready", 1);
});

/** What a widget in a frame looks like, and whether its part of the program still runs. */
const in_the_frame = () => reader.run(() => {
  const root = document.querySelector("iframe").contentDocument.querySelector("report-widget")?.shadowRoot;
  const widget = root?.querySelector(".widget");
  return widget && {
    padding: widget.ownerDocument.defaultView.getComputedStyle(widget).paddingInlineStart,
    chosen: [...root.querySelectorAll('[data-facet][aria-pressed="true"]')].map((button) => button.dataset.value),
    query: root.querySelector("input").value,
  };
});

test("a widget adopted into another document keeps its state and its looks, and comes back", async () => {
  await reader.open_page(`<iframe src="empty.html" title="elsewhere" width="800" height="600"></iframe>${WIDGET}`);
  await reader.choose("theme", "masks");
  const before = await listeners();
  await reader.run(() => document.querySelector("iframe").contentDocument.body.append(document.querySelector("report-widget")));
  const dressed = () => reader.run(() => {
    const root = document.querySelector("iframe").contentDocument.querySelector("report-widget").shadowRoot;
    return [root.adoptedStyleSheets.length, getComputedStyle(root.querySelector(".widget")).display];
  });
  await reader.comes_true("it is dressed", dressed, [1, "block"]);
  const { chosen, padding: inset } = await in_the_frame();
  assert.deepEqual(chosen, ["masks"]);
  assert.notEqual(inset, "0px");
  await reader.run(() => {
    const root = document.querySelector("iframe").contentDocument.querySelector("report-widget").shadowRoot;
    root.querySelector('[data-facet="theme"][aria-pressed="true"]').click();
  });
  await reader.comes_true("nothing chosen", async () => (await in_the_frame()).chosen, []);
  const have_left = async () => (await listeners()).every((count, index) => count < before[index]);
  await reader.comes_true("its listeners have left the first document", have_left, true);

  await reader.run(() => document.body.append(document.querySelector("iframe").contentDocument.querySelector("report-widget")));
  await reader.choose("theme", "finance");
  await reader.see_chosen(["theme:finance"]);
  await reader.see_events("report-ready", 1);
  await reader.comes_true("the listeners of before", listeners, before);
});

test("a widget adopted into a document that nobody sees stops, and starts again in the page", async () => {
  await reader.open_page(WIDGET);
  await reader.run(() => {
    window.widget = document.querySelector("report-widget");
    document.implementation.createHTMLDocument("nowhere").body.append(window.widget);
  });
  const inside = () => reader.run(() => [...window.widget.shadowRoot.children].map((node) => node.localName));
  await reader.comes_true("nothing but the slot", inside, ["slot"]);
  await reader.run(() => document.body.append(window.widget));
  await reader.see_drawn();
  await reader.see_events("report-ready", 2);
});

test("a widget made in a document that nobody sees, and in a frame, is drawn where it is seen", async () => {
  await reader.open_page('<iframe src="empty.html" title="elsewhere" width="800" height="600"></iframe>', { drawn: false });
  await reader.run(() => customElements.whenDefined("report-widget").then(() => {
    const nowhere = document.implementation.createHTMLDocument("nowhere");
    nowhere.body.append(document.createElement("report-widget"));
    document.querySelector("iframe").contentDocument.body.append(nowhere.querySelector("report-widget"));
  }));
  await reader.comes_true("the widget in the frame", async () => (await in_the_frame())?.query ?? null, "");
});
