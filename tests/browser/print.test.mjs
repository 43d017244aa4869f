/** The report on paper: with the program and without, and only what was looked for. */
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { a_reader } from "./reader.mjs";
import { fitting, in_full, report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const STORY = report("story-2021");

const reader = a_reader();
afterEach(async () => {
  await reader.see_as_printed(false);
  await reader.let_scripts_run();
});

/** Prints, and gives how many pages that took: the highest count of the PDF's tree of pages. */
async function pages() {
  const pdf = (await reader.print()).toString("latin1");
  return Math.max(...[...pdf.matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count)));
}

/** Turns to paper, as a browser does when it prints. */
async function turn_to_paper() {
  await reader.see_as_printed();
  await reader.run(() => { dispatchEvent(new Event("beforeprint")); });
}

/** Asks about what is printed: of the widget where the program runs, of the page where none does. */
const printed = (look, ...given) => reader.run(
  `const own = document.querySelector("report-widget").shadowRoot;
   const root = own?.querySelector(".inside") ? own : document;
   const seen = (selector) => [...root.querySelectorAll(selector)]
     .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
   return (${look})(seen, ...arguments);`,
  ...given,
);

/** The headlines are a table: part, label and number of each on one line, below the sentence of the one before. */
const rows_of_headlines = (seen) => {
  let end = 0;
  return seen(".headline .label").map((label) => {
    const great = label.closest(".great");
    const [row, sentence] = [":scope > .of, .headline .label, .headline .value", ".made-of"].map((selectors) =>
      [...great.querySelectorAll(selectors)].map((one) => one.getBoundingClientRect()));
    const tops = new Set(row.map(({ top }) => Math.round(top)));
    const is_below = [...row, ...sentence].every(({ top }) => top > end - 1);
    end = Math.max(...[...row, ...sentence].map(({ bottom }) => bottom));
    const stands_apart = sentence.every(({ top }) => top > row[0].bottom - 1);
    return tops.size === 1 && is_below && stands_apart ? "1 row" : `${label.textContent}: ${[...tops]}`;
  });
};

const WAYS = {
  "with the program": async (path) => {
    await reader.open_site(path);
    await reader.see_drawn();
  },
  "with scripts off": async (path) => {
    await reader.let_scripts_run(false);
    await reader.open_site(path);
  },
};

for (const [how, open] of Object.entries(WAYS)) {
  for (const [path, { cards, figures, headlines, errata, parts, title, ...about }, lang, [fewest, most]] of [
    ["index.html", WHITE_PAPER, "ko", [15, 26]],
    ["en/index.html", WHITE_PAPER, "en", [15, 30]],
    ["story-2021/index.html", STORY, "ko", [3, 12]],
    ["en/story-2021/index.html", STORY, "en", [3, 12]],
  ]) {
    test(`${how}, ${path} is printed whole, and only what can be read`, async () => {
      await open(path);
      await turn_to_paper();
      assert.equal(await printed((seen) => seen("h2")[0].textContent), title[lang]);
      assert.equal((await printed((seen) => seen("[data-part] h3").map((part) => part.textContent))).length, parts.length);
      const ids = await printed((seen) => seen("[data-card] h4").map((one) => one.closest("[data-card]").dataset.card));
      assert.deepEqual(ids, cards.map(({ id }) => id));
      const texts = await printed((seen) => seen("[data-card] .text").map((text) => text.textContent));
      assert.deepEqual(texts, cards.map(({ summary }) => summary[lang]));
      const numbers = await printed((seen) => seen(".figures > li > details > summary data").map((number) => number.value));
      assert.deepEqual(numbers, figures.map(({ value }) => value));
      // The great numbers are final, whatever they were doing on the screen.
      const great = await printed((seen) => seen(".great .headline data").map((number) => number.textContent));
      assert.deepEqual(great, headlines.map((headline) => in_full(headline, lang)));
      assert.deepEqual(await printed((seen) => seen(".running").length), 0);
      assert.deepEqual(await printed(rows_of_headlines), headlines.map(() => "1 row"));
      const traces = await printed((seen) => seen(".receipt .facts .digits").map((one) => one.closest("[data-trace]").dataset.trace));
      assert.deepEqual(traces, [...headlines, ...figures].map(({ trace }) => trace));
      const listed = await printed((seen) => seen("[data-erratum]").map((erratum) => erratum.dataset.erratum));
      assert.deepEqual(listed, [...new Set(listed)], "each erratum stands once");
      const rows = await printed((seen) => seen(".errata li").map((row) => row.querySelector("[data-erratum]").dataset.erratum));
      assert.deepEqual(rows.sort(), errata.map(({ id }) => id).sort());
      assert.deepEqual(await printed((seen) => seen("button, input, select, .facets, nav, .ask").map((one) => one.outerHTML)), []);

      // No heading stands alone at the end of a page or a column.
      const alone = (seen) => seen("h2, h3, h4, h5, .card > summary")
        .filter((one) => getComputedStyle(one).breakAfter !== "avoid").map((one) => one.textContent);
      assert.deepEqual(await printed(alone), []);

      // Each page says its source and its version: the foot of a table is printed wherever it goes on.
      const foot = await printed((seen) => [getComputedStyle(seen(".foot")[0]).display, seen(".foot")[0].textContent]);
      assert.equal(foot[0], "table-footer-group");
      for (const words of [about.citation[lang], about.rights[lang], "SHA-256"]) {
        assert.ok(foot[1].includes(words), `${foot[1]} lacks ${words}`);
      }
      const numbered = await reader.run(() => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
        .some((rule) => rule instanceof CSSPageRule && rule.cssText.includes("counter(page)")));
      assert.ok(numbered, "pages have no numbers");
      const count = await pages();
      assert.ok(count >= fewest && count <= most, `${count} pages`);
    });
  }
}

test("what was looked for is printed, and said", async () => {
  await reader.open_report("?query=카카오&filters=theme:masks");
  await reader.see_chosen(["theme:masks"]);
  const found = fitting(WHITE_PAPER, { theme: ["masks"] });
  await turn_to_paper();
  assert.deepEqual((await printed((seen) => seen("[data-card] h4").map((one) => one.closest("[data-card]").dataset.card))).sort(), found.sort());
  assert.equal(await printed((seen) => seen("input")[0].value), "카카오");
  const count = await printed((seen) => {
    const [count] = seen(".count");
    return [count.textContent, getComputedStyle(count, "::after").content.replace("attr(data-of)", count.dataset.of)];
  });
  assert.deepEqual(count, [`카드 ${found.length}개`, `" / ${WHITE_PAPER.cards.length}"`]);
  const theme = WHITE_PAPER.themes.find(({ id }) => id === "masks").name.ko;
  assert.deepEqual(await printed((seen) => seen(".chips .chip").map((chip) => chip.textContent)), [theme]);
  assert.ok(await pages() < 12);
});

test("an order that is not the report's is said", async () => {
  await reader.open_report();
  await reader.order_by("date");
  await turn_to_paper();
  assert.equal(await printed((seen) => seen("select").length), 1);
});

test("errata are printed as they were chosen, and what was chosen is said", async () => {
  await reader.open_report();
  await reader.click("[data-errata] > summary");
  await reader.click(".kinds button");
  await reader.find(".kinds [aria-pressed=true]");
  const [chosen, kind] = await reader.inside((root) =>
    [root.querySelector(".kinds [aria-pressed=true]").textContent, root.querySelector("[data-kind]").dataset.kind]);
  await turn_to_paper();
  assert.deepEqual(await printed((seen) => seen(".kinds button").map((one) => one.textContent)), [chosen]);
  const of_kind = WHITE_PAPER.errata.filter((erratum) => erratum.kind === kind);
  assert.equal(await printed((seen) => seen(".errata li").length), of_kind.length);
  assert.ok(of_kind.length < WHITE_PAPER.errata.length);
});

test("dark colours stay on the screen", async () => {
  await reader.open_page('<report-widget theme="dark"></report-widget>');
  await turn_to_paper();
  const [ink, paper] = await printed((seen) => {
    const { color, backgroundColor } = getComputedStyle(seen(".widget")[0]);
    return [color, backgroundColor];
  });
  assert.deepEqual([ink, paper], ["rgb(0, 0, 0)", "rgba(0, 0, 0, 0)"]);
});

test("a page that embeds the report may print without it", async () => {
  await reader.open_page("<report-widget></report-widget>", { css: "@media print { report-widget { display: none } }" });
  assert.equal(await printed((seen) => seen(".hero").length), 1);
  await turn_to_paper();
  assert.equal(await printed((seen) => seen(".hero").length), 0);
});

test("afterwards the screen is as it was", async () => {
  await reader.open_report();
  const place = () => reader.inside((root) => {
    const { width, height } = root.querySelector(".hero").getBoundingClientRect();
    return [width, height, getComputedStyle(root.querySelector(".columns")).display];
  });
  const before = await place();
  await turn_to_paper();
  assert.notDeepEqual(await place(), before);
  await reader.see_as_printed(false);
  assert.deepEqual(await place(), before);
});
