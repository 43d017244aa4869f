/**
 * What every reader needs and axe-core cannot see: room, spacing, size of what
 * is touched, forced colours, the language of each word.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { a_reader } from "./reader.mjs";
import { NARROW, PAGES, WIDE, states } from "./states.mjs";

const reader = a_reader();
const on = (screen) => states.filter((state) => state.screen === screen);

/** Opens a state of the page on a screen. */
async function come_to({ come }, screen, lang = "ko") {
  await reader.screen(WIDE);
  await reader.magnify({ times: 1, ...screen });
  await reader.open_report(PAGES[lang]);
  await come(reader, lang);
  await reader.let_settle();
}

/** What reaches over the side of the screen, and does not stand in something that scrolls by itself. */
const reaches_out = () => reader.inside((root) => {
  const width = document.scrollingElement.clientWidth;
  const scrolls = (element) => ["auto", "scroll", "hidden"].includes(getComputedStyle(element).overflowX);
  const out = [];
  for (const element of root.querySelectorAll(".inside *:not(.hidden)")) {
    const { left, right, width: own } = element.getBoundingClientRect();
    if (own === 0 || (right <= width + 0.5 && left >= -0.5)) continue;
    let around = element.parentElement;
    while (around && !scrolls(around)) around = around.parentElement;
    if (!around) out.push(`${element.className || element.localName} ${Math.round(left)}–${Math.round(right)}: ${element.textContent.slice(0, 30)}`);
  }
  const { scrollWidth, clientWidth } = document.scrollingElement;
  return scrollWidth > clientWidth ? [...out, `the page is ${scrollWidth} px wide`] : out;
});

test("a window of 1280 by 1024 px magnified to 400 %: what is asked for can be read beside what stays on top", async () => {
  await come_to(on(NARROW)[0], { width: 320, height: 256, times: 4 });
  await reader.go_to_part(3);
  await reader.arrive_at('[data-part="3"] h3');
  const room = await reader.inside((root) => {
    const bar = root.querySelector(".aside").getBoundingClientRect();
    const title = root.querySelector('[data-part="3"] h3').getBoundingClientRect();
    return { below_the_bar: title.top >= bar.bottom, in_the_window: title.bottom <= innerHeight, bar: bar.height };
  });
  assert.deepEqual({ ...room, bar: room.bar <= 64 }, { below_the_bar: true, in_the_window: true, bar: true });
});

/** The spacing that WCAG 1.4.12 asks for, set by the reader against the page. */
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
  p { margin-block-end: 2em !important; }`;

/** Texts that are cut off: their box ends before they do. */
const cut_off = () => reader.inside((root) => [...root.querySelectorAll(".inside *:not(.hidden)")]
  .filter((element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    if (element.localName === "svg" || element.closest("svg") || element.closest(".running") || !element.checkVisibility()) return false;
    const cuts = (overflow, size, room) => ["hidden", "clip"].includes(overflow) && size > room + 1;
    return cuts(overflowX, element.scrollWidth, element.clientWidth) || cuts(overflowY, element.scrollHeight, element.clientHeight);
  })
  .map((element) => `${element.className || element.localName}: ${element.textContent.slice(0, 30)}`)
  // Shortened by intent, whatever the spacing; its button copies all of it.
  .filter((text) => !text.startsWith("code: ")));

/** Pairs of texts that lie on each other; the bar lies over the page by intent, and a digest is shortened. */
const overlapping = () => reader.inside((root) => {
  const texts = [...root.querySelectorAll(".inside *")].filter((element) =>
    !element.closest(".hidden, .running, svg, .aside, code") && element.checkVisibility()
    && [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()));
  const boxes = texts.flatMap((element) => {
    const range = document.createRange();
    return [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()).flatMap((node) => {
      range.selectNodeContents(node);
      return [...range.getClientRects()].map(({ left, right, top, bottom }) =>
        ({ left, right, top: top + (bottom - top) / 4, bottom: bottom - (bottom - top) / 4, text: node.data.trim().slice(0, 20) }));
    });
  }).filter(({ left, right }) => right - left > 2).sort((one, other) => one.top - other.top);
  const pairs = [];
  for (const [index, one] of boxes.entries()) {
    for (let next = index + 1; next < boxes.length && boxes[next].top < one.bottom; next += 1) {
      const other = boxes[next];
      if (other.left < one.right - 1 && one.left < other.right - 1) pairs.push(`${one.text} / ${other.text}`);
    }
  }
  return pairs;
});

/** What can be touched and is smaller than 44 by 44 px; links within sentences are as high as their line. */
const small_targets = () => reader.inside((root) => [...root.querySelectorAll("a, button, summary, input, select, textarea")]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }))
  .map((element) => {
    const target = element.matches("input") ? element.closest("label") : element;
    const { width, height } = target.getBoundingClientRect();
    return { width: Math.round(width * 10) / 10, height: Math.round(height * 10) / 10, name: `${element.localName}.${element.className} ${element.textContent.trim().slice(0, 30)}` };
  })
  .filter(({ width, height }) => width < 44 || height < 44)
  .map(({ name, width, height }) => `${name}: ${width} × ${height}`));

/** Spaces the page as its reader likes it; the sheet goes with the page. */
async function space_out() {
  await reader.inside((root, css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets.push(sheet);
  }, SPACING);
  await reader.let_settle();
}

for (const lang of Object.keys(PAGES)) {
  for (const state of on(NARROW)) {
    test(`on a phone there is room to read, to touch and to space out: ${state.name.split(",")[0]} (${lang})`, async () => {
      await come_to(state, { width: 320, height: 640 }, lang);
      assert.deepEqual(await reaches_out(), [], "at 320 px nothing reaches over the side");
      await reader.magnify({ times: 1, ...NARROW });
      await reader.let_settle();
      assert.deepEqual(await small_targets(), [], "whatever can be touched is 44 px high and wide");
      await space_out();
      assert.deepEqual(await cut_off(), [], "spaced out, no text is cut off");
      assert.deepEqual(await reaches_out(), [], "spaced out, nothing reaches over the side");
      const is_laid_over = /filters over|dialog|taken/.test(state.name);
      if (!is_laid_over) assert.deepEqual(await overlapping(), [], "spaced out, no text lies on another");
    });
  }
}

for (const name of ["filtered", "a card and its traces open", "a sum traced"]) {
  test(`spaced out on a wide screen, no text is cut off or lies on another: ${name}`, async () => {
    await come_to(on(WIDE).find((state) => state.name.startsWith(name)), WIDE);
    await space_out();
    assert.deepEqual([await cut_off(), await reaches_out(), await overlapping()], [[], [], []]);
  });
}

test("a page whose texts lie on each other would be noticed", async () => {
  await come_to(on(WIDE)[0], WIDE);
  await reader.inside((root) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(".great .label { block-size: 4px } .hero h2 { overflow: hidden; block-size: 20px } .hero { margin-inline-end: -60px }");
    root.adoptedStyleSheets.push(sheet);
  });
  await reader.let_settle();
  const found = [await cut_off(), await reaches_out(), await overlapping()].map(({ length }) => length > 0);
  assert.deepEqual(found, [true, true, true]);
});

/** Every border, fill and mark that stays when the reader's system chooses the colours. */
test("forced colours: what is chosen, focused, quoted, marked and laid over the page can be distinguished", async () => {
  await reader.prefer({ "forced-colors": "active" });
  await come_to(states.find(({ name }) => name.startsWith("filtered, 1280")), WIDE);
  const look = () => reader.inside((root) => {
    const style = (selector, pseudo) => getComputedStyle(root.querySelector(selector), pseudo);
    const plain = style('[data-facet][aria-pressed="false"]').backgroundColor;
    const [pressed] = root.querySelectorAll('[data-facet][aria-pressed="true"]');
    const { backgroundColor, color } = getComputedStyle(pressed);
    pressed.focus({ focusVisible: true });
    const { outlineStyle, outlineWidth } = getComputedStyle(pressed);
    return {
      chosen_is_filled: backgroundColor !== plain && backgroundColor !== color,
      chosen_and_focused_is_outlined: `${outlineStyle} ${outlineWidth}`,
      found_words_are_underlined: style("mark").textDecorationLine,
      cards_have_a_line_around: style(".card").borderTopStyle,
    };
  });
  assert.deepEqual(await look(), {
    chosen_is_filled: true,
    chosen_and_focused_is_outlined: "solid 3px",
    found_words_are_underlined: "underline",
    cards_have_a_line_around: "solid",
  });

  await come_to(states.find(({ name }) => name.startsWith("a card and")), WIDE);
  const marks = await reader.inside((root) => {
    const [quote, receipt, mark] = ["[data-card][open] q", "[data-card][open] .receipt", "[data-card][open] .mark"]
      .map((selector) => root.querySelector(selector));
    const diamond = getComputedStyle(mark, "::before").backgroundColor;
    return {
      quote: getComputedStyle(quote).borderTopStyle,
      receipt: getComputedStyle(receipt).borderInlineStartStyle,
      diamond: diamond !== getComputedStyle(root.querySelector(".widget")).backgroundColor,
    };
  });
  assert.deepEqual(marks, { quote: "solid", receipt: "solid", diamond: true });

  await come_to(states.find(({ name }) => name.startsWith("the filters over")), NARROW);
  assert.equal(await reader.inside((root) => getComputedStyle(root.querySelector("#facets")).borderTopStyle), "solid");
});

for (const lang of Object.keys(PAGES)) {
  test(`nothing depends on colour alone: without colours, chosen and found differ still (${lang})`, async () => {
    await come_to(states.find(({ name }) => name.startsWith("filtered, 1280")), WIDE, lang);
    const looks = await reader.inside((root) => {
      const weight = (selector) => getComputedStyle(root.querySelector(selector)).fontWeight;
      const shadow = (selector) => getComputedStyle(root.querySelector(selector)).boxShadow;
      return {
        chosen: [weight('[data-facet][aria-pressed="true"]'), weight('[data-facet][aria-pressed="false"]')],
        report: [weight('[data-report][aria-pressed="true"]'), weight('[data-report][aria-pressed="false"]')],
        found: shadow("mark") !== "none",
        links: getComputedStyle(root.querySelector(".great > .of")).textDecorationLine,
      };
    });
    assert.deepEqual(looks, { chosen: ["650", "400"], report: ["650", "400"], found: true, links: "underline" });
  });
}

test("whatever stands in Korean on an English page says so", async () => {
  for (const report of ["white-paper-2022", "story-2021"]) {
    await reader.open_page(`<report-widget report="${report}" lang="en"></report-widget>`);
    await reader.sees("every card is filled", (root) => root.querySelectorAll("[data-card] .cite").length
      === root.querySelectorAll("[data-card]").length || root.querySelectorAll("[data-card] .cite").length > 18, true);
    await reader.click("[data-errata] > summary");
    await reader.sees("the errata", (root) => root.querySelector("[data-errata] [data-erratum]") !== null, true);
    const unsaid = await reader.inside((root) => {
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const found = [];
      while (texts.nextNode()) {
        const { data, parentElement } = texts.currentNode;
        if (/[가-힣]/.test(data) && parentElement.closest("[lang]").lang !== "ko") found.push(data);
      }
      const quotes = [...root.querySelectorAll("q")].filter((quote) => /[가-힣]/.test(quote.textContent));
      return { found: [...new Set(found)], quotes: quotes.length > 50 && quotes.every((quote) => quote.lang === "ko") };
    });
    assert.deepEqual(unsaid, { found: [], quotes: true }, report);
  }
});
