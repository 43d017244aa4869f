/** When a widget starts, and what the page looks like until it has. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { a_reader } from "./reader.mjs";
import { report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const CARD = WHITE_PAPER.cards[20];
const FAR = '<link rel="stylesheet" href="waiting.css">';
const BELOW = '<p id="before">Far above.</p>';
const widget = (attributes = "") => `<report-widget ${attributes}><p id="light">Read the report as a document.</p></report-widget>`;

const reader = a_reader();

/** Our files that were requested since this was last asked. */
const fetched = async () => (await reader.requests())
  .map((address) => new URL(address).pathname.split("/").pop())
  .filter((name) => /^report-widget/.test(name))
  .sort();
const PROGRAM = ["report-widget-program.js", "report-widget.css", "report-widget_bg.wasm"];
const scroll_to = (selector) => reader.run((selector) => document.querySelector(selector).scrollIntoView(), selector);
const shifts = () => reader.run(() => window.seen.shifts);

test("nothing but its small script is fetched for a widget far below, until the reader comes near", async () => {
  await reader.open_page(BELOW + widget(), { head: FAR, drawn: false });
  await reader.let_settle();
  await reader.run(() => customElements.whenDefined("report-widget").then(() => {}));
  await reader.let_settle();
  assert.deepEqual(await fetched(), ["report-widget.js"]);
  await reader.see_light_text();
  await reader.run(() => {
    const { top } = document.querySelector("report-widget").getBoundingClientRect();
    scrollBy({ top: top - innerHeight - 600, behavior: "instant" });
  });
  await reader.see_drawn();
  assert.deepEqual(await fetched(), PROGRAM);
});

for (const [what, attributes, query, start] of [
  ['loading="eager"', 'loading="eager"', "", () => {}],
  ["a part to open at", 'part="3"', "", () => {}],
  ["a card to open", `card="${CARD.id}"`, "", () => {}],
  ["an address that names a view", "sync-url", "?filters=theme:masks", () => {}],
  ["an address that names a report", "sync-url", "?report=story-2021", () => {}],
  ["loading set later", "", "", () => reader.set("loading", "eager")],
  ["show()", "", "", () => reader.show({ query: "마스크" })],
]) {
  test(`${what} starts a widget at once, however far below it is`, async () => {
    await reader.open_page(BELOW + widget(attributes), { head: FAR, query, drawn: false });
    await reader.run(() => customElements.whenDefined("report-widget").then(() => {}));
    await start();
    await reader.see_drawn();
  });
}

for (const [what, attributes, query] of [
  ["an address of the page's own", "sync-url", "?utm=mail"],
  ["an address that nobody asked the widget to follow", "", "?card=masks"],
  ["words to search for", 'query="마스크" filters="theme:masks"', ""],
]) {
  test(`${what} is no reason to start`, async () => {
    await reader.open_page(BELOW + widget(attributes), { head: FAR, query, drawn: false });
    await reader.run(() => customElements.whenDefined("report-widget").then(() => {}));
    await reader.let_settle();
    assert.deepEqual(await fetched(), ["report-widget.js"]);
  });
}

test("a widget in a closed tab waits until it is shown", async () => {
  await reader.open_page(`<div id="tab" hidden>${widget()}</div>`, { drawn: false });
  await reader.run(() => customElements.whenDefined("report-widget").then(() => {}));
  await reader.let_settle();
  assert.deepEqual(await fetched(), ["report-widget.js"]);
  await reader.run(() => { document.querySelector("#tab").hidden = false; });
  await reader.see_drawn();
});

test("a widget deep inside a scroller starts before the reader has scrolled to it", async () => {
  await reader.open_page(`<div id="scroller"><p id="before">Above.</p>${widget()}</div>`, { head: FAR, drawn: false });
  await reader.run(() => customElements.whenDefined("report-widget").then(() => {}));
  await reader.let_settle();
  assert.deepEqual(await fetched(), ["report-widget.js"]);
  await reader.run(() => {
    const scroller = document.querySelector("#scroller");
    scroller.scrollTop = document.querySelector("report-widget").offsetTop - scroller.offsetTop - scroller.clientHeight - 400;
  });
  await reader.see_drawn();
  assert.equal(await reader.run(() => {
    const [inner, outer] = ["report-widget", "#scroller"].map((one) => document.querySelector(one).getBoundingClientRect());
    return inner.top > outer.bottom;
  }), true);
});

test("while the program is on its way the reader reads the element's own content, and no sign of waiting", async () => {
  await reader.open_page(widget(), { host: "stalls-wasm", drawn: false });
  const asks = async () => (await fetched()).includes("report-widget_bg.wasm");
  await reader.comes_true("the program is asked for", asks, true);
  await reader.see_light_text();
  const seen = await reader.run(() => {
    const text = document.querySelector("#light");
    return [text.checkVisibility(), text.innerText, document.querySelector("report-widget").innerText.trim()];
  });
  assert.deepEqual(seen, [true, "Read the report as a document.", "Read the report as a document."]);
});

/**
 * Where the widget stands, and the page around it. A browser may paint the page before it runs the
 * script, so only the page's own style sheet can keep the room free from the first paint on.
 */
for (const [what, body] of [
  ["first on the page", `${widget()}<p id="after">What follows.</p>`],
  ["after a heading, beside a column", `<h1>Report</h1><div id="row"><div>${widget()}</div><p>Beside.</p></div><p id="after">What follows.</p>`],
  ["far below", `${BELOW}${widget()}<p id="after">What follows.</p>`],
]) {
  for (const moves of [false, true]) {
    test(`a widget ${what} moves nothing around it${moves ? ", while its digits run either" : ""}`, async () => {
      await reader.let_things_move(moves);
      await reader.open_page(body, { head: FAR, drawn: false });
      await scroll_to("report-widget");
      await reader.see_drawn();
      await reader.let_settle();
      await reader.sees("digits at rest", (root) => root.querySelectorAll(".running").length, 0);
      assert.deepEqual(await shifts(), []);
    });
  }
}

test("a widget whose script comes long after the page moves nothing either", async () => {
  await reader.open_page(`${widget()}<p id="after">What follows.</p>`, { head: FAR, program: false, drawn: false });
  await reader.let_settle();
  await reader.load_program();
  await reader.see_drawn();
  await reader.let_settle();
  assert.deepEqual(await shifts(), []);
});

test("something that did move would be noticed", async () => {
  await reader.open_page(`<div id="place"></div><p id="after">What follows.</p>`, { drawn: false });
  await reader.let_settle();
  await reader.run(() => { document.querySelector("#place").innerHTML = "<p>one</p><p>two</p><p>three</p>"; });
  await reader.comes_true("a shift", async () => (await shifts()).map(({ of }) => of), [["after"]]);
});
