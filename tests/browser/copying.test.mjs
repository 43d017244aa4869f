/** Taking a citation along, also where the clipboard is refused. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { a_reader } from "./reader.mjs";
import { report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const WIDGET = '<report-widget report="white-paper-2022"></report-widget>';
const COPIED = { ko: "복사했습니다", en: "Copied" };
const FAILED = { ko: "복사하지 못했습니다", en: "Could not copy" };
const CARD = WHITE_PAPER.cards[0];

const reader = a_reader();

/** Before a test looks, something else is on the clipboard. */
async function start(body = WIDGET, options = {}) {
  await reader.open_page(body, options);
  await reader.run(() => navigator.clipboard.writeText("before"));
}
const on_clipboard = () => reader.run(() => navigator.clipboard.readText());

for (const lang of ["ko", "en"]) {
  test(`the report's citation is copied, and that is announced (${lang})`, async () => {
    await start(WIDGET, { lang });
    await reader.click(".foot .tools button:last-child");
    await reader.see_notice(COPIED[lang]);
    assert.equal(await on_clipboard(), WHITE_PAPER.citation[lang]);
  });

  test(`a card's citation names its section and page (${lang})`, async () => {
    await start(WIDGET, { lang });
    await reader.open_card(CARD.id);
    await reader.click(`[data-card="${CARD.id}"] .body > div > .cite .copy`);
    await reader.see_notice(COPIED[lang]);
    const copied = await on_clipboard();
    for (const words of [WHITE_PAPER.citation[lang], CARD.printed_title, lang === "ko" ? `${CARD.page}쪽` : `p. ${CARD.page}`]) {
      assert.ok(copied.includes(words), copied);
    }
  });
}

test("a number's citation is copied from its trace", async () => {
  await start();
  await reader.open_trace("part-2/reach");
  const shown = await reader.inside((root) => root.querySelector('[data-trace="part-2/reach"] cite').textContent);
  await reader.click('[data-trace="part-2/reach"] .copy');
  await reader.see_notice(COPIED.ko);
  assert.equal(await on_clipboard(), shown);
});

test("where the clipboard is refused, the citation is copied another way and nothing is left behind", async () => {
  await start();
  await reader.run(() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError")); });
  await reader.click(".foot .tools button:last-child");
  await reader.see_notice(COPIED.ko);
  assert.equal(await on_clipboard(), WHITE_PAPER.citation.ko);
  assert.equal(await reader.inside((root) => root.querySelectorAll("textarea").length), 0);
  assert.equal(await reader.inside((root) => root.activeElement.closest(".tools") !== null), true);
});

test("where nothing can be copied, that is announced", async () => {
  await start();
  await reader.run(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    document.execCommand = () => false;
  });
  await reader.click(".foot .tools button:last-child");
  await reader.see_notice(FAILED.ko);
  assert.equal(await on_clipboard(), "before");
});

for (const [what, attribute, expected] of [
  ["to the present view, where the page keeps its address in step", "sync-url", "theme:masks"],
  ["to the page, where a link could not open the view", "", null],
]) {
  test(`sharing copies a link ${what}`, async () => {
    await start(WIDGET.replace(">", ` ${attribute}>`));
    await reader.run(() => { Object.defineProperty(navigator, "share", { value: undefined }); });
    await reader.choose("theme", "masks");
    await reader.click(".foot .tools button:first-child");
    await reader.see_notice("링크를 복사했습니다");
    const link = new URL(await on_clipboard());
    const page = await reader.address();
    assert.equal(link.origin + link.pathname, page.origin + page.pathname);
    assert.equal(link.searchParams.get("filters"), expected);
  });
}

/** Sharing as a phone does it, ending in this way; what was to be shared. */
async function share_ending(outcome) {
  await start();
  await reader.run((outcome) => {
    window.shared = [];
    const share = async (what) => {
      window.shared.push(what.url);
      if (outcome) throw new DOMException("no", outcome);
    };
    Object.defineProperty(navigator, "share", { value: share });
  }, outcome);
  await reader.click(".foot .tools button:first-child");
  await reader.comes_true("what was shared", () => reader.run(() => window.shared),
    [(await reader.address()).href]);
}

test("where the device can share, it does, and nothing is copied", async () => {
  await share_ending(null);
  await reader.see_notice("공유했습니다");
  assert.equal(await on_clipboard(), "before");
});

test("where sharing is refused, the link is copied instead", async () => {
  await share_ending("NotAllowedError");
  await reader.see_notice("링크를 복사했습니다");
  assert.equal(await on_clipboard(), (await reader.address()).href);
});

test("a cancelled share shows no message, and nothing is copied", async () => {
  await share_ending("AbortError");
  await reader.let_settle();
  await reader.see_notice("");
  assert.equal(await on_clipboard(), "before");
});
