/** What leaves the page: nothing. What the page's policy has to allow: next to nothing. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { a_reader } from "./reader.mjs";
import { report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const STORY = report("story-2021");
const WIDGET = '<report-widget report="white-paper-2022"></report-widget>';

/** Every file that docs/embedding.md names, and when it may be asked for. */
const PROGRAM = ["report-widget-program.js", "report-widget.css", "report-widget.js", "report-widget_bg.wasm"];
const SEARCH_TERMS = "report-widget-search.txt";
const ON_DEMAND = [
  "report-widget-charts-en.json", "report-widget-charts-ko.json",
  ...["charts", "image", "xlsx"].map((name) => `report-widget-${name}.js`),
];

const reader = a_reader();

/** Files of the bundle's own page that the browser itself asks for, whenever it pleases. */
const BY_THE_BROWSER = ["manifest.webmanifest", "icon.svg"].map((name) => new URL(name, process.env.REPORT_WIDGET_URL).href);
/** The addresses of requests that went anywhere, for the widget: data and blobs stay in the page. */
const requests = async () => (await reader.requests()).filter((address) =>
  !/^(data|blob):/.test(address) && !BY_THE_BROWSER.includes(address));
/** A request's file, with its origin where that is not ours. */
const file = (origin) => (address) => {
  const { origin: of, pathname } = new URL(address);
  return `${of === origin ? "" : of}${pathname.slice(pathname.lastIndexOf("/") + 1)}`;
};

/** Everything a reader can do. */
async function read_thoroughly() {
  await reader.choose("theme", "masks");
  await reader.search("마스크");
  await reader.clear();
  for (const { no } of WHITE_PAPER.parts) await reader.go_to_part(no);
  await reader.open_card(WHITE_PAPER.cards[0].id);
  await reader.click(`[data-card="${WHITE_PAPER.cards[0].id}"] .figures [data-trace] > summary`);
  await reader.click("[data-errata] > summary");
  await reader.speak("en");
  await reader.see_title(WHITE_PAPER.title.en);
  await reader.click(".foot .tools button:last-child");
  await reader.see_notice("Copied");
  await reader.turn_to(STORY.id);
  await reader.see_title(STORY.title.en);
  await reader.speak("ko");
  await reader.see_title(STORY.title.ko);
  await reader.turn_to(WHITE_PAPER.id);
  await reader.see_title(WHITE_PAPER.title.ko);
}

for (const [what, origin, open, page, program] of [
  ["the bundle's own page", () => new URL(process.env.REPORT_WIDGET_URL).origin, () => reader.open_report(), ["", "page.css", "page-print.css", "offline.js"],
    PROGRAM.filter((name) => name !== "report-widget.css")],
  ["a page that embeds the widget", () => reader.origin, () => reader.open_page(WIDGET), [/^page-\d+\.html$/, "recorder.js"], PROGRAM],
]) {
  test(`nothing is asked for but the files that the guide names, and only when they are needed (${what})`, async () => {
    await open();
    const first = (await requests()).map(file(origin()));
    const is_named = (name) => [...PROGRAM, ...page].some((known) => known.test?.(name) ?? known === name);
    assert.deepEqual(first.filter((name) => !is_named(name)), []);
    assert.deepEqual(first.filter((name) => PROGRAM.includes(name)).sort(), program);

    await read_thoroughly();
    assert.deepEqual((await requests()).map(file(origin())), [SEARCH_TERMS]);

    const card = WHITE_PAPER.cards[0].id;
    await reader.show({ card });
    for (const button of [".foot .embed", ".foot .export", `[data-card="${card}"] .cite .export`]) {
      await reader.click(button);
      await reader.click("dialog .close");
      await reader.sees("dialogs", (root) => root.querySelectorAll("dialog").length, 0);
    }
    // The workbook is made, and not kept.
    await reader.run(() => { HTMLAnchorElement.prototype.click = () => {}; });
    await reader.click(".foot .export");
    await reader.click('[data-take="saveXlsx"]');
    await reader.sees("the download", (root) => root.querySelector("dialog [role=status]").textContent !== "", true);
    await reader.click("dialog .close");
    await reader.run(() => document.querySelector("report-widget").toCSV());
    const trace = WHITE_PAPER.headlines[0].trace;
    await reader.open_trace(trace);
    await reader.find(`[data-trace="${trace}"] [data-chart]`);
    await reader.speak("en");
    await reader.see_title(WHITE_PAPER.title.en);
    await reader.find(`[data-trace="${trace}"] [data-chart]`);
    const asked = [];
    const so_far = async () => {
      asked.push(...(await requests()).map(file(origin())));
      return [...asked].sort();
    };
    await reader.comes_true("what was asked for on demand", so_far, ON_DEMAND);
  });
}

test("the guide names these files", () => {
  const guide = readFileSync(new URL("../../docs/embedding.md", import.meta.url), "utf8");
  const privacy = guide.slice(guide.indexOf("## Privacy"));
  const named = privacy.match(/report-widget[a-z_-]*\.(json|js|css|wasm|txt)/g);
  assert.deepEqual([...new Set(named)].sort(), [...PROGRAM, SEARCH_TERMS, ...ON_DEMAND].sort());
});

test("a request that the guide does not name would be noticed", async () => {
  await reader.open_page(WIDGET);
  await requests();
  await reader.run(() => fetch("recorder.js?beacon").then((answer) => answer.text()));
  assert.deepEqual((await requests()).map(file(reader.origin)), ["recorder.js"]);
});

test("nothing is stored in the reader's browser", async () => {
  await reader.open_page(WIDGET);
  await read_thoroughly();
  const stored = await reader.run(async () => ({
    cookies: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    private_files: (await Array.fromAsync((await navigator.storage.getDirectory()).keys())).length,
  }));
  assert.deepEqual(stored, { cookies: "", local: 0, session: 0, databases: 0, caches: 0, workers: 0, private_files: 0 });
  // Those that scripts may not see, too.
  assert.deepEqual(await reader.driver.manage().getCookies(), []);
});

test("the strictest policy is enough, and nothing in the widget is written around it", async () => {
  await reader.open_page(WIDGET);
  await read_thoroughly();
  assert.deepEqual(await reader.run(() => window.seen.refused), []);
  const inline = await reader.inside((root) => root.querySelectorAll("[style], script, [onclick], [src^='http']").length);
  assert.equal(inline, 0);
});

test("the bundle's own page is sent with the promised policy", async () => {
  await reader.open_report();
  const answer = await fetch(process.env.REPORT_WIDGET_URL);
  await answer.arrayBuffer();
  const policy = answer.headers.get("content-security-policy");
  // The inline styles of the page are allowed by their hashes: these words, and no others.
  const styles = await reader.run(async (pages) => Promise.all(pages.map(async (page) => {
    const html = new DOMParser().parseFromString(await (await fetch(page)).text(), "text/html");
    const all = [html, ...[...html.querySelectorAll("template")].map(({ content }) => content)];
    return all.flatMap((part) => [...part.querySelectorAll("style")]).map(({ textContent }) => textContent);
  })), ["index.html", "en/story-2021/index.html"].map((page) => new URL(page, process.env.REPORT_WIDGET_URL).href));
  assert.equal(styles[0].length, 2);
  assert.deepEqual(styles[1], styles[0]);
  const hashes = styles[0].map((style) => `'sha256-${createHash("sha256").update(style).digest("base64")}'`);
  // The order of a rule's sources means nothing.
  const sorted = (rule) => rule.split(" ").sort().join(" ");
  const rules = policy.split(/;\s*/).map(sorted);
  for (const rule of [
    "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", `style-src 'self' ${hashes.join(" ")}`,
    "img-src 'self' data:", "connect-src 'self'", "manifest-src 'self'", "worker-src 'self'",
  ]) {
    assert.ok(rules.includes(sorted(rule)), `${rule} is not among ${rules}`);
  }
});

test("a policy that is broken would be noticed", async () => {
  reader.expect_on_console(/Content Security Policy/);
  await reader.open_page('<p id="plain" style="color: red">plain</p>', { drawn: false });
  await reader.comes_true("a refusal", () => reader.run(() => window.seen.refused.splice(0).length), 1);
});
