/** The export dialog: tables, citations and links. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Key } from "./reader.mjs";
import { fitting, report } from "./report.mjs";
import { ALL, FOUND, LONG, SERIES, THEMES, WHITE_PAPER, WIDGET, WITH, WORDS, exporting_reader, of } from "./export.mjs";

const STORY = report("story-2021");
const WITHOUT = WHITE_PAPER.cards.find((card) => !card.figures?.length);

const { reader, see_dialog, open_dialog, open_dialog_of, press, see_status, copied, downloaded } = exporting_reader();

const lend = (method) => reader.run((method) => document.querySelector("report-widget")[method](), method);
const figures_of = (cards) => WHITE_PAPER.figures.filter(({ card }) => cards.includes(card));
const exact = (rows) => rows.map(({ card, figure, value, unit, page }) => [card, figure, value, unit, page]);
const expected_of = (cards) => figures_of(cards).map(({ card, id, value, unit, page }) => [card, id, value, unit, page]);

test("the figures of what is found are downloaded as the element lends them", async () => {
  await reader.open_page(WIDGET);
  await reader.choose("theme", "masks");
  await open_dialog(FOUND);
  const csv = await downloaded("saveCsv", "white-paper-2022.csv");
  assert.deepEqual([...csv.subarray(0, 3)], [0xEF, 0xBB, 0xBF]);
  assert.equal(csv.toString(), await lend("toCSV"));
  const json = JSON.parse(await downloaded("saveJson", "white-paper-2022.json"));
  assert.deepEqual(json, await lend("toJSON"));
  assert.deepEqual(exact(json), expected_of(fitting(WHITE_PAPER, { theme: ["masks"] })));
});

test("copied, they are the same without the mark of a file", async () => {
  await reader.open_page(WIDGET, { lang: "en" });
  await open_dialog();
  assert.equal(`\uFEFF${await copied("copyCsv", "en")}`, await lend("toCSV"));
  assert.deepEqual(JSON.parse(await copied("copyJson", "en")), await lend("toJSON"));
});

test("of a card, its own figures are exported and no others", async () => {
  await reader.open_page(WIDGET);
  await open_dialog_of(WITH);
  const json = JSON.parse(await downloaded("saveJson", `white-paper-2022-${WITH.id}.json`));
  assert.deepEqual(exact(json), expected_of([WITH.id]));
  const csv = (await downloaded("saveCsv", `white-paper-2022-${WITH.id}.csv`)).toString();
  const [head, ...lines] = csv.trimEnd().split("\r\n");
  const all = (await lend("toCSV")).trimEnd().split("\r\n");
  assert.equal(head, all[0]);
  assert.deepEqual(lines, all.filter((line) => line.includes(`,${WITH.id},`)));
  assert.equal(lines.length, WITH.figures.length);
});

test("a card without figures says so, and offers the rest", async () => {
  await reader.open_page(WIDGET);
  await open_dialog_of(WITHOUT);
  const offered = await reader.inside((root) => [...root.querySelectorAll("dialog [data-take]")]
    .filter((one) => one.checkVisibility()).map((one) => one.dataset.take));
  assert.deepEqual(offered, ["wide", "tall", "copyImage", "saveImage", "copyKo", "copyEn", "copyLink"]);
  assert.match(await reader.inside((root) => root.querySelector("dialog").textContent), /적힌 수치가 없습니다/);
});

for (const lang of ["ko", "en"]) {
  test(`both citations are at hand, whatever is spoken (${lang})`, async () => {
    await reader.open_page(WIDGET, { lang });
    await open_dialog();
    assert.equal(await copied("copyKo", lang), WHITE_PAPER.citation.ko);
    assert.equal(await copied("copyEn", lang), WHITE_PAPER.citation.en);
    await reader.press(Key.ESCAPE);
    await see_dialog(false);
    await open_dialog_of(WITH);
    for (const [name, of, page] of [["copyKo", "ko", `${WITH.page}쪽`], ["copyEn", "en", `p. ${WITH.page}`]]) {
      const citation = await copied(name, lang);
      for (const words of [WHITE_PAPER.citation[of], WITH.printed_title, page]) assert.ok(citation.includes(words), citation);
    }
  });

  test(`it has a title and the focus, and gives the focus back (${lang})`, async () => {
    await reader.open_page(WIDGET, { lang });
    await reader.open_card(WITH.id);
    // Its chart comes with a style sheet that stays.
    await reader.find(`[data-card="${WITH.id}"] [data-chart]`);
    const worn = await reader.inside((root) => root.adoptedStyleSheets.length);
    for (const button of [of(WITH), ALL]) {
      for (const leave of [() => reader.press(Key.ESCAPE), () => reader.click("dialog .close")]) {
        await open_dialog(button);
        const named = await reader.inside((root) => {
          const dialog = root.querySelector("dialog");
          return [dialog.lang, root.getElementById(dialog.getAttribute("aria-labelledby")).textContent, root.activeElement.dataset.take];
        });
        assert.deepEqual(named, [lang, WORDS[lang].title, "copyCsv"]);
        await leave();
        await see_dialog(false);
        const left = await reader.inside((root, button) =>
          [root.activeElement === root.querySelector(button), root.adoptedStyleSheets.length], button);
        assert.deepEqual(left, [true, worn]);
      }
    }
  });

  test(`where nothing can be copied, it says so and selects the text (${lang})`, async () => {
    await reader.open_page(WIDGET, { lang });
    await reader.run(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
      document.execCommand = () => false;
    });
    await open_dialog();
    await press("copyEn");
    await see_status(WORDS[lang].failed);
    const selected = await reader.inside((root) => {
      const { activeElement: area } = root;
      return area.value.slice(area.selectionStart, area.selectionEnd);
    });
    assert.equal(selected, WHITE_PAPER.citation.en);
  });
}

test("a link copied where the page keeps its address in step opens the same view, and the same card", async () => {
  await reader.open_page('<report-widget sync-url></report-widget>', { query: "?from=mail" });
  await reader.choose("theme", "masks");
  await open_dialog(FOUND);
  const view = new URL(await copied("copyLink"));
  const page = await reader.address();
  assert.equal(view.origin + view.pathname, page.origin + page.pathname);
  assert.equal(view.searchParams.get("from"), "mail");
  await reader.press(Key.ESCAPE);
  await see_dialog(false);
  const [first] = await reader.cards();
  await reader.open_card(first);
  await open_dialog(of({ id: first }));
  const card = new URL(await copied("copyLink"));

  await reader.open_address(view);
  await reader.see_chosen(["theme:masks"]);
  await reader.open_address(card);
  await reader.see_open_cards([first]);
  await reader.see_chosen([]);
  assert.equal(card.searchParams.get("from"), "mail");
});

test("a link copied where the page keeps no address opens the bundle's own page", async () => {
  for (const [lang, page] of [["ko", "index.html"], ["en", "en/index.html"]]) {
    await reader.open_page('<report-widget report="story-2021"></report-widget>', {
      lang, program: new URL("report-widget.js", process.env.REPORT_WIDGET_URL).href,
      policy: { "script-src": `'self' 'wasm-unsafe-eval' ${new URL(process.env.REPORT_WIDGET_URL).origin}`, "connect-src": new URL(process.env.REPORT_WIDGET_URL).origin },
    });
    const [first] = STORY.cards;
    await open_dialog_of(first);
    const link = new URL(await copied("copyLink", lang));
    assert.equal(link.href.split("?")[0], new URL(page, process.env.REPORT_WIDGET_URL).href);
    await reader.open_address(link);
    await reader.see_title(STORY.title[lang]);
    await reader.see_open_cards([first.id]);
  }
});

test("a dialog that was opened before the charts came stays dressed", async () => {
  await reader.open_page(WIDGET);
  await reader.run(() => {
    const { fetch } = window;
    const held = new Promise((let_go) => { window.let_go = let_go; });
    window.fetch = (...asked) => held.then(() => fetch(...asked));
  });
  await open_dialog_of(SERIES);
  const worn = () => reader.inside((root) => getComputedStyle(root.querySelector("dialog")).inlineSize);
  const dressed = await worn();
  await reader.run(() => window.let_go());
  await reader.find(`[data-card="${SERIES.id}"] [data-chart]`);
  assert.equal(await worn(), dressed);
});

test("in a sandboxed iframe of another origin it opens near its button, downloads and copies", async () => {
  const { origin } = new URL(process.env.REPORT_WIDGET_URL);
  await reader.open_page(
    `<iframe src="${process.env.REPORT_WIDGET_URL}embed.html?report=white-paper-2022&card=${WITH.id}" title="report" data-report-frame
      width="100%" height="640" sandbox="allow-scripts allow-popups allow-downloads" allow="clipboard-write"></iframe>
      <script src="${origin}/report-frame.js" defer></script>`,
    { program: false, drawn: false, policy: { "frame-src": origin, "script-src": `'self' ${origin}` } },
  );
  await reader.driver.switchTo().frame(0);
  try {
    await reader.see_drawn();
    await reader.inside((root, button) => root.querySelector(button).scrollIntoView({ block: "center" }), of(WITH));
    await open_dialog(of(WITH));
    const apart = await reader.inside((root, button) =>
      root.querySelector(button).getBoundingClientRect().top - root.querySelector("dialog").getBoundingClientRect().top, of(WITH));
    assert.ok(Math.abs(apart) < 900, `${apart} px`);
    await press("copyEn");
    await see_status(WORDS.ko.copied);
    const csv = await downloaded("saveCsv", `white-paper-2022-${WITH.id}.csv`);
    assert.equal(csv.toString().trimEnd().split("\r\n").length, WITH.figures.length + 1);
    const link = new URL(await reader.inside((root) => root.querySelector("dialog .address").textContent));
    assert.equal(link.searchParams.get("card"), WITH.id);
  } finally {
    await reader.driver.switchTo().defaultContent();
  }
});

for (const theme of Object.keys(THEMES)) {
  test(`a small screen shows all of it, one column, every button large enough (${theme})`, async () => {
    await reader.magnify({ width: 320, height: 640, times: 1 });
    await reader.open_page(WIDGET.replace(">", ` theme="${theme}">`), { lang: "en" });
    await open_dialog_of(LONG);
    await reader.find("dialog [data-picture]");
    const fits = await reader.inside((root) => {
      const dialog = root.querySelector("dialog");
      const { left, right, bottom } = dialog.getBoundingClientRect();
      const buttons = [...dialog.querySelectorAll("button")].filter((button) => button.checkVisibility());
      const small = buttons.filter((button) => button.offsetHeight < 44 || button.offsetWidth < 44).length;
      return [left >= 0, right <= 320, bottom <= 640, dialog.scrollWidth <= dialog.clientWidth, small];
    });
    assert.deepEqual(fits, [true, true, true, true, 0]);
  });
}

test("where the footer has no tools, cards can be exported all the same", async () => {
  await reader.open_page(WIDGET.replace(">", ' chrome="minimal">'));
  await reader.choose("theme", "masks");
  assert.equal(await reader.inside((root) => root.querySelectorAll(".foot .export, .chips .export").length), 0);
  const [first] = await reader.cards();
  await reader.open_card(first);
  await open_dialog(of({ id: first }));
});
