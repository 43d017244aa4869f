/** The bundle's own pages before the program runs, and where it never does. */
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { a_reader } from "./reader.mjs";
import { in_full, report } from "./report.mjs";

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
    const has_come = () => reader.run(() => ["report-widget-program.js", "report-widget_bg.wasm"]
      .every((file) => performance.getEntriesByType("resource")
        .some(({ name, responseEnd }) => name.endsWith(file) && responseEnd > 0)));
    await reader.comes_true("the files of the program", has_come, true);
    await reader.let_settle();
  },
};

const is_open = (selector) => reader.inside((root, selector) => root.querySelector(selector).open, selector);
const attributes = (selector, name) => reader.inside((root, selector, name) =>
  [...root.querySelectorAll(selector)].map((element) => element.getAttribute(name)), selector, name);
const texts = (selector) => reader.inside((root, selector) =>
  [...root.querySelectorAll(selector)].map((element) => element.textContent), selector);

for (const [where, open] of Object.entries(WITHOUT_PROGRAM)) {
  for (const [path, { title, parts, cards, figures, headlines, errata }, lang] of PAGES) {
    test(`${where}, ${path} has every part, card, figure, trace and erratum`, async () => {
      await open(path);
      assert.equal(await reader.run(() => document.documentElement.lang), lang);
      await reader.see_title(title[lang]);
      assert.deepEqual(await attributes("[data-part]", "data-part"), parts.map(({ no }) => String(no)));
      assert.deepEqual(await attributes("[data-card]", "data-card"), cards.map(({ id }) => id));
      assert.deepEqual(await texts("[data-card] h4"), cards.map(({ title }) => title[lang]));
      assert.deepEqual(await texts("[data-card] .text"), cards.map(({ summary }) => summary[lang]));
      assert.deepEqual(await texts(".great .headline data"), headlines.map((headline) => in_full(headline, lang)));
      const traces = [...headlines, ...figures].map(({ trace }) => trace);
      assert.deepEqual(await attributes("[data-trace]", "data-trace"), traces);
      const numbers = await attributes(".figures > li > details > summary data", "value");
      assert.deepEqual(numbers, figures.map(({ value }) => value));
      const printed = await reader.inside((root) => [...root.querySelectorAll(".figures .facts")]
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
      await reader.inside((root, selector) => root.querySelector(selector).scrollIntoView({ block: "center" }), `${selector} > summary`);
      await reader.click(`${selector} > summary`);
      assert.equal(await is_open(selector), true);
    }
    await reader.click("[data-errata] > summary");
    assert.equal(await is_open("[data-errata]"), false);
  });

  test(`${where}, links lead to parts, and from sums to cards and back`, async () => {
    await open("index.html");
    await reader.click('[data-nav="3"]');
    await reader.see_on_screen("#part-3 h3");
    await reader.click(".great > .of[href='#part-1']");
    await reader.see_on_screen("#part-1 h3");
    await reader.click(`[data-trace="${SUM.trace}"] > summary`);
    await reader.click(`[data-trace="${SUM.trace}"] [data-term="${TERM}"] a`);
    await reader.see_on_screen(`[data-card="${CARD}"] > summary`);
    await reader.click(`[data-card="${CARD}"] > summary`);
    await reader.click(`[data-trace="${TERM}"] > summary`);
    await reader.click(`[data-trace="${TERM}"] .memberships a`);
    await reader.see_on_screen(`[data-headline="${SUM.trace}"] .value`);
  });

  for (const screen of [{ width: 1280, height: 900 }, { width: 500, height: 844 }]) {
    test(`${where}, an address with a fragment opens at what it names, on ${screen.width} px`, async () => {
      await reader.screen(screen);
      for (const [fragment, selector] of [
        ["part-5", "#part-5 h3"],
        [`card-${CARD}`, `[data-card="${CARD}"] > summary`],
        [SUM.trace, `[data-headline="${SUM.trace}"] .value`],
      ]) {
        await open(`en/index.html#${fragment}`);
        await reader.see_on_screen(selector);
      }
    });
  }

  test(`${where}, nothing that needs a program is seen or can be focused`, async () => {
    await open("index.html");
    await reader.inside((root) => {
      for (const details of root.querySelectorAll("details")) details.open = true;
    });
    const seen = () => reader.inside((root) => [...root.querySelectorAll("button, input, select, .facets")]
      .filter((element) => element.checkVisibility({ visibilityProperty: true })).map((element) => element.outerHTML));
    assert.deepEqual(await seen(), []);
    assert.ok((await attributes("button", "class")).length > 0);
  });
}

test("with scripts off, links lead to the other language and the other report", async () => {
  await reader.let_scripts_run(false);
  await reader.open_site("index.html");
  await reader.click(".languages a[lang=en]");
  assert.match((await reader.address()).pathname, /\/en\/index\.html$/);
  await reader.click(".reports a:not([aria-current])");
  assert.match((await reader.address()).pathname, /\/en\/story-2021\/index\.html$/);
  await reader.see_title(STORY.title.en);
  await reader.click(".languages a[lang=ko]");
  await reader.click(".reports a:not([aria-current])");
  await reader.see_title(WHITE_PAPER.title.ko);
});

// A fragment is looked for outside of shadow roots: anchors are placed there, and are shown in slots inside.
test("with scripts off, every link of every page leads somewhere", async () => {
  await reader.let_scripts_run(false);
  const pages = new Map();
  const place = ({ pathname }) => pathname.split("/site/")[1];
  for (const [path] of PAGES) {
    await reader.open_site(path);
    pages.set(place(await reader.address()), {
      links: await reader.inside((root) => [...root.querySelectorAll("a[href]")].map((link) => link.href)),
      // An anchor that no slot shows is nowhere on the page.
      ids: new Set(await reader.run(() => [...document.querySelectorAll("report-widget > [id]")]
        .filter((anchor) => anchor.assignedSlot).map(({ id }) => id))),
    });
  }
  const leads_nowhere = (link) => {
    const page = pages.get(place(new URL(link)));
    const { hash } = new URL(link);
    // The browser's own name for the beginning of a page.
    if (page && hash === "#top") return false;
    return !page || (hash !== "" && !page.ids.has(decodeURIComponent(hash.slice(1))));
  };
  for (const { links } of pages.values()) {
    assert.ok(links.length > 10);
    assert.deepEqual(links.filter(leads_nowhere), []);
  }
});

test("with scripts off, a page is one file, its rules for paper, and what the browser itself asks for", async () => {
  await reader.let_scripts_run(false);
  await reader.open_site("index.html");
  const asked = (await reader.requests()).map((address) => new URL(address).pathname.split("/site/")[1]);
  assert.deepEqual(asked.filter((path) => !["icon.svg", "manifest.webmanifest"].includes(path)), ["index.html", "page-print.css"]);
});

test("with scripts off, the heading of the page itself is there for those who hear it, and is not seen", async () => {
  await reader.let_scripts_run(false);
  await reader.open_site("index.html");
  const headings = await reader.run(() => [...document.querySelectorAll("h1")].map((heading) => {
    const { position, clipPath } = getComputedStyle(heading);
    return [heading.textContent, position, clipPath];
  }));
  assert.deepEqual(headings, [[WHITE_PAPER.title.ko, "absolute", "inset(50%)"]]);
});

test("with scripts off, no message stands on the page", async () => {
  await reader.let_scripts_run(false);
  await reader.open_site("index.html");
  const seen = (root) => [...root.querySelectorAll(".notice, dialog")].filter((one) => one.offsetHeight > 0).map((one) => one.outerHTML);
  assert.deepEqual(await reader.inside(seen), []);
});

/** Attached by a script, a shadow root would have the whole page styled and laid out once more. */
test("the shadow root comes with the page, and the element's script leaves it as it is", async () => {
  const root = () => reader.inside((root) => [root.getHTML(), root.adoptedStyleSheets.length]);
  await reader.let_scripts_run(false);
  await reader.open_site("index.html");
  const before = await root();
  assert.ok(before[0].includes("data-prerendered") && before[1] === 0);
  await reader.let_scripts_run();
  await reader.open_site("index.html", { host: "holds-wasm" });
  await reader.comes_true("the element", () => reader.run(() => customElements.get("report-widget") !== undefined), true);
  assert.deepEqual(await root(), before);
  await reader.let_program_come();
});

test("the first paint waits for the page alone", async () => {
  await reader.open_site("index.html", { host: "holds-wasm" });
  const painted = () => reader.run(() => performance.getEntriesByName("first-contentful-paint").length);
  await reader.comes_true("the first paint", painted, 1);
  const blocking = await reader.run(() => performance.getEntriesByType("resource")
    .filter(({ renderBlockingStatus }) => renderBlockingStatus === "blocking").map(({ name }) => name));
  assert.deepEqual(blocking, []);
  const sheets = (root) => root.querySelectorAll("link[rel=stylesheet]:not([media=print])").length;
  assert.equal(await reader.inside(sheets) + await reader.run(() => document.querySelectorAll("link[rel=stylesheet]:not([media=print])").length), 0);
  await reader.let_program_come();
});

/**
 * A browser without declarative shadow roots leaves the report in a template of the light DOM. `innerHTML` does the same
 * in every browser; `connect` says what the page does with it next.
 */
async function open_with_template(path, connect) {
  const html = await (await fetch(new URL(path, process.env.REPORT_WIDGET_URL))).text();
  // The page stands where the files of the bundle stand.
  const [element] = /<report-widget[^]*<\/report-widget>/.exec(html.replaceAll('="../', '="').replaceAll('="../', '="'));
  const [lang] = /(?<=<html lang=")\w+/.exec(html);
  reader.may_be_remarked(/^WARNING .*shadowrootmode/);
  await reader.open_page('<div id="place"></div>', {
    lang, drawn: false, program: false, policy: { "style-src": "'self' 'unsafe-inline'" },
  });
  await reader.run((element) => { document.querySelector("#place").innerHTML = element; }, element);
  assert.equal(await reader.run(() => document.querySelector("report-widget > template") !== null), true);
  await connect();
}

test("where declarative shadow roots are not known, the element shows the report that waits in its template", async () => {
  await open_with_template("en/story-2021/index.html", async () => {
    const fallback = await reader.run(() => document.querySelector("report-widget").innerText);
    for (const { label } of STORY.headlines) assert.ok(fallback.includes(label.en), `${fallback} lacks ${label.en}`);
    await reader.run(() => {
      const { fetch } = window;
      window.fetch = (...asked) => new Promise((go_on) => { window.let_go = () => go_on(fetch(...asked)); });
    });
  });
  await reader.load_program();
  await reader.sees("the report", (root) => root?.querySelector("[data-prerendered] h2")?.textContent, STORY.title.en);
  assert.equal((await reader.cards()).length, STORY.cards.length);
});

test("a report from a template is taken over as one that came in a shadow root", async () => {
  await open_with_template("en/story-2021/index.html", () => {});
  await reader.load_program();
  await reader.see_drawn();
  await reader.see_events("report-ready", 1);
  await reader.see_title(STORY.title.en);
  await reader.see_count(STORY.cards.length);
  await reader.open_card(STORY.cards[3].id);
  await reader.search("mask");
  await reader.see_query("mask");
  assert.equal(await reader.inside((root) => root.querySelectorAll(".widget .hero").length), 1);
});
