/** Pages whose styles would break what they embed: the widget looks as it does in a page without any. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { assert_same_picture, differences, appearance } from "./appearance.mjs";
import { a_reader } from "./reader.mjs";

const reader = a_reader();
const WIDGET = '<report-widget loading="eager"><p>Read the report as a document.</p></report-widget>';
const PLACE = `<div id="place">${WIDGET}</div>`;
const LOUD = `color: red; background: yellow; font: italic 900 40px/3 cursive; font-variant: small-caps; letter-spacing: 9px;
  word-spacing: 30px; text-transform: uppercase; text-align: right; text-indent: 5em; text-shadow: 0 0 9px red;
  text-emphasis: dot; white-space: nowrap; word-break: break-all; line-break: anywhere; hyphens: auto; tab-size: 1;
  quotes: "+" "+"; list-style: square inside; cursor: wait; caret-color: red; accent-color: red; color-scheme: dark;
  border-collapse: collapse; border-spacing: 9px; caption-side: bottom; empty-cells: hide; orphans: 9; widows: 9;
  font-feature-settings: "zero"; font-kerning: none; font-stretch: 50%; font-size-adjust: 1; text-rendering: geometricPrecision;
  -webkit-text-fill-color: red; -webkit-text-stroke: 2px red; text-underline-offset: 9px; text-wrap: nowrap;
  fill: red; stroke: red; stroke-width: 9px; image-rendering: pixelated;`;
const important = (rules) => rules.replaceAll(";", " !important;");

/** What the page does, its style sheet, its body if it is not the usual one, and the room it `leaves` beside. */
const HOSTS = [
  ["takes every style away", { css: "*, *::before, *::after { all: unset !important; }" }],
  ["shouts at everything", { css: `* { ${important(LOUD)} }` }],
  ["shouts where it is inherited", { css: `html { ${LOUD} }` }],
  ["makes everything a bordered box that moves", {
    css: "* { position: relative !important; box-sizing: border-box !important; margin: 3px !important; "
      + "padding: 5px !important; border: 2px solid red !important; transition: all 9s !important; max-width: 100% !important; }",
  }],
  ["stands on Bootstrap", { head: '<link rel="stylesheet" href="npm/bootstrap/dist/css/bootstrap.css">', body: `<div class="container">${WIDGET}</div>` }],
  ["stands on Tailwind", { head: '<link rel="stylesheet" href="npm/tailwindcss/preflight.css">' }],
  ["has tiny letters at its root", { css: "html { font-size: 5px; }" }],
  ["has huge letters at its root", { css: "html { font-size: 64px; }" }],
  ["reads from right to left", { css: "html { direction: rtl; unicode-bidi: bidi-override; }" }],
  ["moves and tilts what is around it", { css: "#place { transform: translate(40px, 20px); perspective: 400px; will-change: transform; filter: none; contain: paint; }" }],
  ["cuts off what is too much", { css: "#place { overflow: hidden; } body { overflow: hidden; }" }],
  ["has only a narrow column", { css: "#place { width: 200px; }" }],
  ["puts it in a row", { css: "#place { display: flex; }", leaves: 0 }],
  ["puts it in a row beside something", {
    css: "#place { display: flex; gap: 20px; } #place::after { content: 'Beside'; flex: 0 0 300px; }", leaves: 320,
  }],
  ["puts it in a grid", { css: "#place { display: grid; grid-template-columns: auto 200px; }", leaves: 200 }],
  ["puts it in a narrow grid", { css: "body { width: 300px; display: grid; }", leaves: 0 }],
  ["centres it", { css: "#place { display: flex; flex-direction: column; align-items: center; }", leaves: 0 }],
  ["lets it float", { css: "report-widget { float: left; }", leaves: 0 }],
  ["puts it in a line", { css: "report-widget { display: inline-block; }", leaves: 0 }],
  ["puts it in a table", { css: "#place { display: table; width: 100%; } report-widget { display: table-cell; }", leaves: 0 }],
  ["puts it in a narrow table", { css: "body { display: table; width: 300px; }", leaves: 0 }],
  ["keeps a margin around it", { css: "report-widget { margin: 0 30px; }", leaves: 60 }],
];

async function in_a_page({ body = PLACE, ...page }) {
  await reader.open_page(body, page);
  return appearance(reader);
}

/** The same widget in a page without styles that leaves it as much room, from the same part of a pixel on. */
const in_a_clean_page = ({ width, offset }) =>
  in_a_page({ css: `body { margin: 0; } #place { width: ${width}px; margin-left: ${offset}px; }` });

for (const [what, page] of HOSTS) {
  test(`a page that ${what} leaves the widget as it is`, async () => {
    const there = await in_a_page(page);
    if (page.leaves !== undefined) {
      const room = await reader.run(() => document.querySelector("#place").clientWidth);
      assert.equal(Math.round(there.width), room - page.leaves, "the widget takes all the room there is");
    }
    const here = await in_a_clean_page(there);
    assert.deepEqual(differences(here, there), []);
    assert_same_picture(here, there);
  });
}

test("a widget that was hidden when it was drawn looks the same once it is shown", async () => {
  await reader.open_page(`<div id="place" hidden>${WIDGET}</div>`);
  await reader.run(() => { document.querySelector("#place").hidden = false; });
  const there = await appearance(reader);
  const here = await in_a_clean_page(there);
  assert.deepEqual(differences(here, there), []);
  assert_same_picture(here, there);
});

for (const [what, screen, css] of [
  ["magnified to 400 % on a small laptop", { width: 320, height: 200, times: 4 }, "body { margin: 0; }"],
  ["in a column of 200 px", { width: 1280, height: 900, times: 1 }, "#place { width: 200px; overflow: auto; }"],
]) {
  test(`nothing sticks out of a widget ${what}`, async () => {
    await reader.magnify(screen);
    await reader.open_page(PLACE, { css });
    await reader.inside((root) => root.querySelectorAll("details").forEach((one) => { one.open = true; }));
    await reader.let_settle();
    const room = await reader.run(() => {
      const { clientWidth, scrollWidth } = document.querySelector("#place");
      return [clientWidth, scrollWidth, document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth];
    });
    assert.deepEqual(room, [room[0], room[0], 0]);
    assert.ok(room[0] <= 320);
  });
}

for (const [what, css, property, expected] of [
  ["hides", "#place { visibility: hidden; }", "visibility", "hidden"],
  ["disables", "#place { pointer-events: none; }", "pointerEvents", "none"],
]) {
  test(`a page that ${what} the place of the widget ${what} the widget`, async () => {
    await reader.open_page(PLACE, { css });
    const found = await reader.inside((root, property) => getComputedStyle(root.querySelector("input"))[property], property);
    assert.equal(found, expected);
  });
}

/** All that a page could notice of a widget, except the widget; `se_` are names of the driver. */
const all_of_the_page = () => reader.run(() => {
  const styles = (element) => [...getComputedStyle(element)].map((name) => getComputedStyle(element).getPropertyValue(name)).join();
  const page = document.documentElement.cloneNode(true);
  page.querySelector("report-widget").replaceWith("here");
  return {
    html: page.outerHTML,
    names: Object.getOwnPropertyNames(window).filter((name) => !/^(\d+$|se_)/.test(name)).sort(),
    sheets: document.adoptedStyleSheets.length,
    title: document.title,
    address: location.href,
    steps: history.length,
    focused: document.activeElement.localName,
    looks: ["#before", "#after", "body > h2"].map((selector) => styles(document.querySelector(selector))),
  };
});

test("a page finds nothing changed outside the widget: no node, no style, no name, no address", async () => {
  const body = `<h2>The page's own</h2><p id="before">Before.</p><div id="place">${WIDGET}</div><p id="after" class="widget card">After.</p>`;
  await reader.open_page(body, { css: "html { overflow-y: scroll; }", program: false, drawn: false });
  await reader.load_program();
  const before = await all_of_the_page();
  await reader.see_drawn();
  await reader.choose("theme", "masks");
  await reader.open_trace("part-1/lookups");
  await reader.let_settle();
  await reader.run(() => document.querySelector("report-widget").shadowRoot.activeElement?.blur());
  assert.deepEqual(await all_of_the_page(), before);
});
