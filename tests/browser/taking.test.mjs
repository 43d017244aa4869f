/** The "Take it with you" dialog: tables, citations, links and pictures. */
import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { PNG } from "pngjs";
import { a_reader, Key } from "./reader.mjs";
import { fitting, report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const STORY = report("story-2021");
const WIDGET = '<report-widget report="white-paper-2022"></report-widget>';
const WITH = WHITE_PAPER.cards.find((card) => card.figures?.length > 2);
const WITHOUT = WHITE_PAPER.cards.find((card) => !card.figures?.length);
const LONG = WHITE_PAPER.cards.filter((card) => card.figures?.length)
  .reduce((one, other) => (other.title.en.length > one.title.en.length ? other : one));
const WORDS = {
  ko: { title: "가져가기", copied: "복사했습니다.", failed: "복사하지 못했습니다. 아래에 선택해 둔 글을 직접 복사하세요." },
  en: { title: "Take it with you", copied: "Copied.", failed: "Could not copy. The text is selected below: copy it by hand." },
};
const ALL = '.foot [data-go="take:"]';
const FOUND = '.chips [data-go="take:"]';
const of = (card) => `[data-go="take:card:${card.id}"]`;

const reader = a_reader();
let folder;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "taken-"));
  await reader.downloads(folder);
});
afterEach(() => rm(folder, { recursive: true }));

const see_dialog = (open) => reader.sees("the dialog", (root) =>
  root.querySelector("dialog.take")?.matches(":modal") ?? null, open ? true : null);
async function open_dialog(button = ALL) {
  await reader.click(button);
  await see_dialog(true);
}
async function open_dialog_of(card) {
  await reader.open_card(card.id);
  await open_dialog(of(card));
}
const press = (name) => reader.click(`[data-take="${name}"]`);
const see_status = (text) => reader.sees("the dialog's message", (root) =>
  root.querySelector("dialog [role=status]").textContent, text);
const on_clipboard = () => reader.run(() => navigator.clipboard.readText());
async function copied(name, lang = "ko") {
  await reader.run(() => navigator.clipboard.writeText("before"));
  await press(name);
  await see_status(WORDS[lang].copied);
  return on_clipboard();
}
/** The one file that was downloaded since, under its name. */
async function downloaded(button, name) {
  await press(button);
  await reader.comes_true("the file", () => readdir(folder), [name]);
  const content = await readFile(join(folder, name));
  await rm(join(folder, name));
  return content;
}
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

test("of a card, its own figures are taken and no others", async () => {
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
  assert.deepEqual(offered, ["wide", "square", "copyImage", "saveImage", "copyKo", "copyEn", "copyLink"]);
  assert.match(await reader.inside((root) => root.querySelector("dialog").textContent), /적힌 수치가 없습니다/);
});

for (const lang of ["ko", "en"]) {
  test(`both citations are at hand, whatever is spoken (${lang})`, async () => {
    await reader.open_page(WIDGET, { lang });
    await open_dialog();
    assert.equal(await copied("copyKo", lang), WHITE_PAPER.citation.ko);
    assert.equal(await copied("copyEn", lang), WHITE_PAPER.citation.en);
    await reader.press(Key.ESCAPE);
    await open_dialog_of(WITH);
    for (const [name, of, page] of [["copyKo", "ko", `${WITH.page}쪽`], ["copyEn", "en", `p. ${WITH.page}`]]) {
      const citation = await copied(name, lang);
      for (const words of [WHITE_PAPER.citation[of], WITH.title[of], page]) assert.ok(citation.includes(words), citation);
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
  const [first] = await reader.cards();
  await reader.open_card(first);
  await open_dialog(`[data-go="take:card:${first}"]`);
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

const SIZES = { wide: [1200, 630], square: [1080, 1080] };
const THEMES = { light: "#fbfaf6", dark: "#15140f" };
const hex = ({ data, width }, x, y) => `#${data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3).toString("hex")}`;

for (const [theme, surface] of Object.entries(THEMES)) {
  for (const [shape, [width, height]] of Object.entries(SIZES)) {
    test(`a picture of a card is drawn in its colours, and nothing is cut off (${theme}, ${shape})`, async () => {
      await reader.open_page(WIDGET.replace(">", ` theme="${theme}">`), { lang: "en" });
      await open_dialog_of(LONG);
      await press(shape);
      const picture = PNG.sync.read(await downloaded("saveImage", `white-paper-2022-${LONG.id}.png`));
      assert.deepEqual([picture.width, picture.height], [width, height]);
      assert.equal(hex(picture, 5, 5), "#f4c400");
      let ink = 0;
      const outside = [];
      for (let y = 30; y < height; y += 1) {
        for (let x = 0; x < width; x += 1) {
          if (hex(picture, x, y) === surface) continue;
          ink += 1;
          if (x < 40 || x > width - 40 || y > height - 16) outside.push([x, y]);
        }
      }
      assert.deepEqual(outside, []);
      const share = ink / width / height;
      assert.ok(share > .02 && share < .3, `${share} of the picture is ink`);
    });
  }
}

const SERIES = WHITE_PAPER.cards.find((card) => card.series?.length);
const CHART = `${SERIES.id}/${SERIES.series[0].id}`;
const SUM = WHITE_PAPER.headlines.find(({ tally }) => tally.terms.length > 10);
async function open_dialog_of_chart(id) {
  await reader.click(`[data-chart="${id}"] .data > summary`);
  await open_dialog(`[data-go="take:chart:${id}"]`);
}
/** The lengths of the bars on a picture, from the top. */
function bars(picture) {
  const found = [];
  for (let y = 30, inside = false; y < picture.height; y += 1) {
    let x = 64;
    while (hex(picture, x, y) === "#f4c400") x += 1;
    if (x > 64 && !inside) found.push(x - 64);
    inside = x > 64;
  }
  return found;
}

test("of a chart, its values, a picture, the card's citation and link are taken along", async () => {
  await reader.open_page('<report-widget sync-url></report-widget>');
  await reader.open_card(SERIES.id);
  await open_dialog_of_chart(CHART);
  const { points } = SERIES.series[0];
  const name = `white-paper-2022-${CHART.replace("/", "-")}`;
  const csv = (await downloaded("saveCsv", `${name}.csv`)).toString();
  const [head, ...lines] = csv.trimEnd().split("\r\n").map((line) => line.split(","));
  assert.deepEqual(head.slice(0, 3), ["\uFEFF항목", "정확한 값", "값"]);
  assert.deepEqual(lines.map((line) => line.slice(0, 2)), points.map((point) => [point.label.ko, point.value]));
  const json = JSON.parse(await copied("copyJson"));
  assert.deepEqual(json.map((row) => row["정확한 값"]), points.map(({ value }) => value));

  const picture = PNG.sync.read(await downloaded("saveImage", `${name}.png`));
  const greatest = Math.max(...points.map(({ value }) => value));
  const expected = points.map(({ value }) => Math.max(3, 1072 * value / greatest));
  const drawn = bars(picture);
  assert.equal(drawn.length, points.length);
  drawn.forEach((length, index) => assert.ok(Math.abs(length - expected[index]) <= 2, `${drawn} are not ${expected}`));

  assert.ok((await copied("copyKo")).includes(SERIES.title.ko));
  assert.equal(new URL(await copied("copyLink")).searchParams.get("card"), SERIES.id);
});

test("a chart of what makes up a number is known by the number, and its link opens the trace", async () => {
  await reader.open_page('<report-widget sync-url></report-widget>');
  await reader.open_trace(SUM.trace);
  await open_dialog_of_chart(SUM.trace);
  const what = await reader.inside((root) => root.querySelector("dialog header + p").textContent);
  assert.ok(what.startsWith(`${SUM.label.ko}: `), what);
  const link = new URL(await copied("copyLink"));
  const picture = PNG.sync.read(await downloaded("saveImage", `white-paper-2022-${SUM.trace.replace("/", "-")}.png`));
  assert.equal(bars(picture)[0], 1072);
  await reader.open_address(link);
  await reader.see_open_traces([SUM.trace]);
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

test("the picture that is shown is the one that is copied, and says in words what it shows", async () => {
  await reader.open_page(WIDGET);
  await open_dialog_of(WITH);
  await press("square");
  const turned = (root) => {
    const { clientWidth, clientHeight } = root.querySelector("[data-picture]");
    return Math.abs(clientWidth - clientHeight) < 2;
  };
  await reader.sees("a picture that is not stretched", turned, true);
  await press("copyImage");
  await see_status(WORDS.ko.copied);
  const [shown, given] = await reader.driver.executeAsyncScript(async (done) => {
    const pixels = async (blob) => {
      const canvas = document.createElement("canvas");
      const bitmap = await createImageBitmap(blob);
      Object.assign(canvas, { width: bitmap.width, height: bitmap.height });
      canvas.getContext("2d").drawImage(bitmap, 0, 0);
      return canvas.toDataURL();
    };
    const [item] = await navigator.clipboard.read();
    const image = document.querySelector("report-widget").shadowRoot.querySelector("[data-picture]");
    done([await pixels(image), await pixels(await item.getType("image/png"))]);
  });
  assert.ok(shown.length > 10_000);
  assert.equal(given, shown);
  const alt = await reader.inside((root) => root.querySelector("[data-picture]").alt);
  assert.ok(alt.startsWith(`${WITH.title.ko}, ${WITH.figures[0].label.ko}`), alt);
});

test("where a picture cannot be copied, it says what else to do", async () => {
  await reader.open_page(WIDGET);
  await reader.run(() => { navigator.clipboard.write = () => Promise.reject(new DOMException("no", "NotAllowedError")); });
  await open_dialog_of(WITH);
  await press("copyImage");
  await see_status("그림을 복사하지 못했습니다. 내려받거나, 그림을 길게 눌러 저장하세요.");
});

test("a page that allows no pictures but its own files still shows the picture", async () => {
  // Of the page's own icon, and of the picture.
  reader.expect_on_console(/Content Security Policy/, /Content Security Policy/);
  await reader.open_page(WIDGET, { policy: { "img-src": "'self'" } });
  await open_dialog_of(WITH);
  await reader.sees("the canvas itself", (root) => root.querySelector("dialog canvas")?.width ?? null, 1200);
  await reader.run(() => { window.seen.refused.length = 0; });
});

test("a device that shares files is offered the picture", async () => {
  await reader.open_page(WIDGET);
  await reader.run(() => {
    Object.assign(navigator, { canShare: ({ files }) => files.every(({ type }) => type === "image/png") });
    Object.defineProperty(navigator, "share", { value: async ({ files }) => { window.shared = files.map(({ name }) => name); } });
  });
  await open_dialog_of(WITH);
  await press("shareImage");
  await reader.comes_true("what was shared", () => reader.run(() => window.shared), [`white-paper-2022-${WITH.id}.png`]);
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

test("where the footer has no tools, cards can be taken along all the same", async () => {
  await reader.open_page(WIDGET.replace(">", ' chrome="minimal">'));
  await reader.choose("theme", "masks");
  assert.equal(await reader.inside((root) => root.querySelectorAll('[data-go="take:"]').length), 0);
  const [first] = await reader.cards();
  await reader.open_card(first);
  await open_dialog(`[data-go="take:card:${first}"]`);
});
