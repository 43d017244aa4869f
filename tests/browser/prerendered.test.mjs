/** The bundle's own pages before the program runs, and where it never does. */
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { a_reader, By } from "./reader.mjs";
import { report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const STORY = report("story-2021");
const PAGES = [
  ["index.html", WHITE_PAPER, "ko"],
  ["en/index.html", WHITE_PAPER, "en"],
  ["story-2021/index.html", STORY, "ko"],
  ["en/story-2021/index.html", STORY, "en"],
];
/** A sum whose rows lead to cards, and a card further down that it leads to. */
const SUM = WHITE_PAPER.headlines.find(({ tally }) => tally);
const TERM = SUM.tally.terms[0];
const [CARD] = TERM.split("/");

const reader = a_reader();
afterEach(() => reader.let_scripts_run());

/** Pages that no program changes: without scripts, and where WebAssembly is refused. */
const WITHOUT_PROGRAM = {
  "with scripts off": async (path) => {
    await reader.let_scripts_run(false);
    await reader.open_site(path);
  },
  "where WebAssembly is refused": async (path) => {
    reader.expect_on_console(/^WARNING .*refuses WebAssembly/);
    await reader.open_site(path, { host: "refuses-wasm" });
    const has_come = () => reader.run(() => performance.getEntriesByType("resource")
      .some(({ name, responseEnd }) => name.endsWith("report-widget-program.js") && responseEnd > 0));
    await reader.comes_true("the script that starts the program", has_come, true);
    await reader.let_settle();
  },
};

const click = async (selector) => (await reader.driver.findElement(By.css(selector))).click();
const is_open = (selector) => reader.run((selector) => document.querySelector(selector).open, selector);
const see_on_screen = (selector) => reader.comes_true(`${selector} on screen`, () => reader.run((selector) => {
  const { top, bottom } = document.querySelector(selector).getBoundingClientRect();
  return top >= -1 && top < innerHeight && bottom > 0;
}, selector), true);
const attributes = (selector, name) => reader.run((selector, name) =>
  [...document.querySelectorAll(selector)].map((element) => element.getAttribute(name)), selector, name);

for (const [where, open] of Object.entries(WITHOUT_PROGRAM)) {
  for (const [path, { title, parts, cards, figures, headlines, errata }, lang] of PAGES) {
    test(`${where}, ${path} has every part, card, figure, trace and erratum`, async () => {
      await open(path);
      assert.equal(await reader.run(() => document.documentElement.lang), lang);
      assert.equal(await reader.run(() => document.querySelector(".hero h2").textContent), title[lang]);
      assert.deepEqual(await attributes("[data-part]", "data-part"), parts.map(({ no }) => String(no)));
      assert.deepEqual(await attributes("[data-card]", "data-card"), cards.map(({ id }) => id));
      const titles = await reader.run(() => [...document.querySelectorAll("[data-card] h4")].map((title) => title.textContent));
      assert.deepEqual(titles, cards.map(({ title }) => title[lang]));
      const traces = [...headlines, ...figures].map(({ trace }) => trace);
      assert.deepEqual(await attributes("[data-trace]", "data-trace"), traces);
      const numbers = await reader.run(() => [...document.querySelectorAll(".figures > li > details > summary data")]
        .map((number) => number.value));
      assert.deepEqual(numbers, figures.map(({ value }) => value));
      const printed = await reader.run(() => [...document.querySelectorAll(".figures .facts")]
        .map((facts) => [...facts.querySelectorAll("q")].map((form) => form.textContent)));
      assert.deepEqual(printed, figures.map(({ printed }) => printed));
      const listed = await attributes(".errata [data-erratum]", "data-erratum");
      assert.deepEqual(listed.sort(), errata.map(({ id }) => id).sort());
    });
  }

  test(`${where}, cards, traces and the list of errata open and close`, async () => {
    await open("index.html");
    for (const selector of [`[data-card="${CARD}"]`, `[data-trace="${TERM}"]`, "[data-errata]"]) {
      assert.equal(await is_open(selector), false);
      await reader.run((selector) => document.querySelector(selector).scrollIntoView({ block: "center" }), `${selector} > summary`);
      await click(`${selector} > summary`);
      assert.equal(await is_open(selector), true);
    }
    await click("[data-errata] > summary");
    assert.equal(await is_open("[data-errata]"), false);
  });

  test(`${where}, links lead to parts, and from sums to cards and back`, async () => {
    await open("index.html");
    await click('[data-nav="3"]');
    await see_on_screen("#part-3 h3");
    await click(".great > .of[href='#part-1']");
    await see_on_screen("#part-1 h3");
    await click(`[data-trace="${SUM.trace}"] > summary`);
    await click(`[data-trace="${SUM.trace}"] [data-term="${TERM}"] a`);
    await see_on_screen(`[data-card="${CARD}"] > summary`);
    await click(`[data-card="${CARD}"] > summary`);
    await click(`[data-trace="${TERM}"] > summary`);
    await click(`[data-trace="${TERM}"] .memberships a`);
    await see_on_screen(`[data-headline="${SUM.trace}"] .value`);
  });

  test(`${where}, nothing that needs a program is seen or can be focused`, async () => {
    await open("index.html");
    await reader.run(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    const seen = () => reader.run(() => [...document.querySelectorAll("button, input, select, .facets")]
      .filter((element) => element.checkVisibility({ visibilityProperty: true })).map((element) => element.outerHTML));
    assert.deepEqual(await seen(), []);
    assert.ok((await attributes("button", "class")).length > 0);
  });
}

test("with scripts off, links lead to the other language and the other report", async () => {
  await reader.let_scripts_run(false);
  await reader.open_site("index.html");
  await click(".languages a[lang=en]");
  assert.match((await reader.address()).pathname, /\/en\/index\.html$/);
  await click(".reports a:not([aria-current])");
  assert.match((await reader.address()).pathname, /\/en\/story-2021\/index\.html$/);
  assert.equal(await reader.run(() => document.querySelector(".hero h2").textContent), STORY.title.en);
  await click(".languages a[lang=ko]");
  await click(".reports a:not([aria-current])");
  assert.equal(await reader.run(() => document.querySelector(".hero h2").textContent), WHITE_PAPER.title.ko);
});

test("with scripts off, every link of every page leads somewhere", async () => {
  await reader.let_scripts_run(false);
  const pages = new Map();
  const place = ({ pathname }) => pathname.split("/site/")[1];
  for (const [path] of PAGES) {
    await reader.open_site(path);
    pages.set(place(await reader.address()), {
      links: await reader.run(() => [...document.querySelectorAll("a")].map((link) => link.href)),
      ids: new Set(await attributes("[id]", "id")),
    });
  }
  const leads_nowhere = (link) => {
    const page = pages.get(place(new URL(link)));
    const { hash } = new URL(link);
    return !page || (hash !== "" && !page.ids.has(decodeURIComponent(hash.slice(1))));
  };
  for (const { links } of pages.values()) assert.deepEqual(links.filter(leads_nowhere), []);
});

test("with scripts off, a page is one file, its rules for paper, and what the browser itself asks for", async () => {
  await reader.let_scripts_run(false);
  await reader.open_site("index.html");
  const asked = (await reader.requests()).map((address) => new URL(address).pathname.split("/site/")[1]);
  assert.deepEqual(asked.filter((path) => !["icon.svg", "manifest.webmanifest"].includes(path)), ["index.html", "page-print.css"]);
});

/** Attached by a script, a shadow root would have the whole page styled and laid out once more. */
test("the element has its shadow root from the first, and shows the page in it as it is", async () => {
  const root = () => reader.run(() => {
    const { shadowRoot } = document.querySelector("report-widget");
    return [shadowRoot?.innerHTML, shadowRoot?.adoptedStyleSheets.length];
  });
  await reader.let_scripts_run(false);
  await reader.open_site("index.html");
  assert.deepEqual(await root(), ["<slot></slot>", 0]);
  await reader.let_scripts_run();
  await reader.open_site("index.html", { host: "holds-wasm" });
  await reader.comes_true("the element", () => reader.run(() => customElements.get("report-widget") !== undefined), true);
  assert.deepEqual(await root(), ["<slot></slot>", 0]);
  await reader.let_program_come();
});

test("the first paint waits for the page alone", async () => {
  await reader.open_site("index.html", { host: "holds-wasm" });
  const painted = () => reader.run(() => performance.getEntriesByName("first-contentful-paint").length);
  await reader.comes_true("the first paint", painted, 1);
  const blocking = await reader.run(() => performance.getEntriesByType("resource")
    .filter(({ renderBlockingStatus }) => renderBlockingStatus === "blocking").map(({ name }) => name));
  assert.deepEqual(blocking, []);
  assert.equal(await reader.run(() => document.querySelectorAll("link[rel=stylesheet]:not([media=print])").length), 0);
  await reader.let_program_come();
});
