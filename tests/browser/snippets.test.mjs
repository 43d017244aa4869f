/** The "Embed" dialog: lines that show the present view in another page. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { a_reader, Key } from "./reader.mjs";
import { report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const STORY = report("story-2021");
const WIDGET = '<report-widget report="white-paper-2022"></report-widget>';
const BUTTON = ".foot .embed";
const WORDS = {
  ko: { title: "내 페이지에 넣기", copied: "복사했습니다", failed: "복사하지 못했습니다. 코드를 선택해서 복사하세요." },
  en: { title: "Embed this view", copied: "Copied", failed: "Could not copy. Select the code and copy it." },
};

const reader = a_reader();

async function open_dialog() {
  await reader.click(BUTTON);
  await see_dialog(true);
}
const see_dialog = (open) => reader.sees("the dialog", (root) =>
  root.querySelector("dialog.embed")?.matches(":modal") ?? null, open ? true : null);
const snippet = (name) => reader.inside((root, name) => root.querySelector(`#embed-${name}`).value, name);
const see_status = (text) => reader.sees("the dialog's message", (root) =>
  root.querySelector("dialog [role=status]").textContent, text);
/** What has the focus, by its attributes. */
const focused = () => reader.inside((root) => {
  const { activeElement: element } = root;
  return element && (element.dataset.snippet ?? element.className);
});
const on_clipboard = () => reader.run(() => navigator.clipboard.readText());

/** What a snippet's first element of this name says, as a browser reads it. */
const parsed = (html, name) => reader.run((html, name) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  const element = page.querySelector(name);
  return {
    attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    text: element.textContent.trim(),
    scripts: [...page.scripts].map((script) => script.src),
    others: page.querySelectorAll("b").length,
  };
}, html, name);

for (const lang of ["ko", "en"]) {
  test(`the dialog has a title, the focus, and gives it back (${lang})`, async () => {
    await reader.open_page(WIDGET, { lang });
    for (const leave of [() => reader.press(Key.ESCAPE), () => reader.click("dialog .close")]) {
      await open_dialog();
      const named = await reader.inside((root) => {
        const dialog = root.querySelector("dialog");
        return [dialog.lang, root.getElementById(dialog.getAttribute("aria-labelledby")).textContent];
      });
      assert.deepEqual(named, [lang, WORDS[lang].title]);
      assert.equal(await focused(), "element");
      await leave();
      await see_dialog(false);
      assert.equal(await focused(), "embed");
      assert.equal(await reader.inside((root) => root.adoptedStyleSheets.length), 1);
    }
  });

  test(`both snippets are copied as they stand (${lang})`, async () => {
    await reader.open_page(WIDGET, { lang });
    await open_dialog();
    for (const name of ["element", "frame"]) {
      await reader.click(`[data-snippet="${name}"]`);
      await see_status(WORDS[lang].copied);
      assert.equal(await on_clipboard(), await snippet(name));
    }
  });

  test(`where the clipboard is refused, a snippet is copied another way, or that is said (${lang})`, async () => {
    await reader.open_page(WIDGET, { lang });
    await reader.run(() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError")); });
    await open_dialog();
    await reader.click('[data-snippet="frame"]');
    await see_status(WORDS[lang].copied);
    assert.equal(await on_clipboard(), await snippet("frame"));
    assert.equal(await focused(), "frame");
    await reader.run(() => { document.execCommand = () => false; });
    await reader.click('[data-snippet="element"]');
    await see_status(WORDS[lang].failed);
  });
}

test("pasted into another page, both snippets show the view they were taken from", async () => {
  await reader.open_page(WIDGET.replace(">", ' theme="dark" motion="off" sync-url>'), { lang: "en" });
  await reader.choose("theme", "masks");
  await reader.choose("part", String(WHITE_PAPER.parts[0].no));
  await reader.search("마스크");
  const cards = await reader.found();
  const [first] = cards;
  await reader.open_card(first);
  await open_dialog();
  const [element, frame] = [await snippet("element"), await snippet("frame")];
  const expected = {
    report: "white-paper-2022", lang: "en", theme: "dark", query: "마스크",
    filters: `part:${WHITE_PAPER.parts[0].no};theme:masks`, card: first, motion: "off",
  };
  const given = await parsed(element, "report-widget");
  assert.deepEqual(given.attributes, expected);
  assert.equal(given.text, WHITE_PAPER.title.en);

  const { attributes, scripts } = await parsed(frame, "iframe");
  const address = new URL(attributes.src);
  assert.deepEqual(Object.fromEntries(address.searchParams), expected);
  assert.equal(attributes.sandbox, "allow-scripts allow-popups allow-downloads");
  assert.equal(attributes.allow, "clipboard-write");
  assert.equal(attributes.title, WHITE_PAPER.title.en);
  assert.ok("data-report-frame" in attributes && scripts[0].endsWith("/report-frame.js"));

  for (const visit of [
    () => reader.open_page(element, { program: false }),
    async () => {
      await reader.driver.get(address.href);
      await reader.see_drawn();
    },
  ]) {
    await visit();
    await reader.see_title(WHITE_PAPER.title.en);
    await reader.see_query("마스크");
    await reader.see_chosen([`part:${WHITE_PAPER.parts[0].no}`, "theme:masks"]);
    await reader.see_open_cards([first]);
    await reader.comes_true("the cards", reader.cards, cards);
  }
});

test("inside an iframe of another origin the dialog opens near its button, and copies", async () => {
  await reader.open_report();
  await open_dialog();
  const frame = await snippet("frame");
  const { origin } = new URL(process.env.REPORT_WIDGET_URL);
  await reader.open_page(frame.replace('loading="lazy"', ""), {
    program: false, drawn: false, policy: { "frame-src": origin, "script-src": `'self' ${origin}` },
  });
  await reader.driver.switchTo().frame(0);
  try {
    await reader.see_drawn();
    await reader.inside((root, button) => root.querySelector(button).scrollIntoView({ block: "center" }), BUTTON);
    await open_dialog();
    assert.equal(await focused(), "element");
    const apart = await reader.inside((root, button) =>
      root.querySelector(button).getBoundingClientRect().top - root.querySelector("dialog").getBoundingClientRect().top, BUTTON);
    assert.ok(Math.abs(apart) < 600, `${apart} px`);
    await reader.click('[data-snippet="element"]');
    await see_status(WORDS.ko.copied);
  } finally {
    await reader.driver.switchTo().defaultContent();
  }
});

test("the report and the language the reader turned to are in the snippet", async () => {
  await reader.open_page(WIDGET);
  await reader.turn_to(STORY.id);
  await reader.speak("en");
  await reader.see_title(STORY.title.en);
  await open_dialog();
  const { attributes } = await parsed(await snippet("element"), "report-widget");
  assert.deepEqual(attributes, { report: STORY.id, lang: "en" });
});

test("words that look like markup stay words", async () => {
  const hostile = 'a"><b>&amp;';
  await reader.open_page("<report-widget></report-widget>");
  await reader.show({ query: hostile });
  await reader.see_query(hostile);
  await open_dialog();
  for (const [name, element] of [["element", "report-widget"], ["frame", "iframe"]]) {
    const { attributes, others } = await parsed(await snippet(name), element);
    assert.equal(attributes.query ?? new URL(attributes.src).searchParams.get("query"), hostile);
    assert.equal(others, 0);
  }
});

test("a small screen shows all of the dialog, one column, nothing cut off", async () => {
  await reader.screen({ width: 500, height: 700 });
  await reader.driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride",
    { width: 320, height: 560, deviceScaleFactor: 1, mobile: true });
  await reader.open_page(WIDGET);
  await open_dialog();
  const fits = await reader.inside((root) => {
    const dialog = root.querySelector("dialog");
    const box = dialog.getBoundingClientRect();
    const small = [...dialog.querySelectorAll("button")].filter((button) => button.offsetHeight < 44);
    return [box.left >= 0, box.right <= 320, box.bottom <= 560, dialog.scrollWidth <= dialog.clientWidth, small.length];
  });
  await reader.driver.sendDevToolsCommand("Emulation.clearDeviceMetricsOverride", {});
  assert.deepEqual(fits, [true, true, true, true, 0]);
});

test("a widget that is removed or moved takes its dialog off the page", async () => {
  await reader.open_page(`${WIDGET}<section id="elsewhere"></section><button id="host">host</button>`);
  const host_is_usable = async () => {
    await (await reader.driver.findElement({ css: "#host" })).click();
    return reader.run(() => document.activeElement.id);
  };
  await open_dialog();
  await reader.run(() => document.querySelector("#elsewhere").append(document.querySelector("report-widget")));
  await reader.sees("no dialog", (root) => root.querySelectorAll("dialog").length, 0);
  assert.equal(await host_is_usable(), "host");
  await open_dialog();
  await reader.run(() => {
    window.widget = document.querySelector("report-widget");
    window.widget.remove();
  });
  assert.equal(await host_is_usable(), "host");
  await reader.run(() => document.body.append(window.widget));
  await reader.see_drawn();
  await open_dialog();
});

test("where the footer has no tools, there is no dialog to open", async () => {
  await reader.open_page(WIDGET.replace(">", ' chrome="minimal">'));
  assert.equal(await reader.inside((root, button) => root.querySelectorAll(button).length, BUTTON), 0);
});
