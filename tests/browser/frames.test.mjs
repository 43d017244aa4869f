/** The report in an iframe, in pages that run report-frame.js and in pages that run no script. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { a_reader } from "./reader.mjs";
import { report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const STORY = report("story-2021");
const SANDBOX = 'sandbox="allow-scripts allow-popups allow-downloads"';
const SCRIPT = '<script src="report-frame.js" defer></script>';

const reader = a_reader();

/** The snippet that page owners paste; the bundle's own server is another origin. */
const frame = (query, attributes = "data-report-frame") =>
  `<iframe src="${process.env.REPORT_WIDGET_URL}embed.html?${query}" ${attributes} width="100%" height="640" ${SANDBOX}></iframe>`;
const policy = { "frame-src": `'self' ${new URL(process.env.REPORT_WIDGET_URL ?? "http://unset").origin}` };
const open_page = (body, page = {}) => reader.open_page(body, { program: false, head: SCRIPT, policy, drawn: false, ...page });

/** Records the messages of frames. */
const RECORDER = '<script src="messages.js"></script>';
const messages_of = (type) => reader.run((type) => window.messages.filter((message) => message.type === type), type);

/** Looks at a frame from outside. */
const outside = (look, number = 0) => reader.run(
  `return (${look})(document.querySelectorAll("iframe")[${number}]);`);
/** Works inside a frame, with the reader's words. */
async function inside(number, work) {
  await reader.driver.switchTo().frame(number);
  try {
    return await work();
  } finally {
    await reader.driver.switchTo().defaultContent();
  }
}
const content_height = (number) => inside(number, () => reader.run(() =>
  Math.ceil(document.querySelector("report-widget").getBoundingClientRect().height)));
const has_inner_scrolling = (number = 0) => inside(number, () => reader.run(() => {
  const { scrollHeight, clientHeight } = document.scrollingElement;
  return scrollHeight > clientHeight;
}));

/** Sees a frame exactly as high as what is in it, and more than the snippet says. */
async function see_fitting(number = 0) {
  const fits = async () => {
    const inner = await outside((frame) => frame.clientHeight, number);
    return inner === (await content_height(number)) && inner > 700 && !(await has_inner_scrolling(number));
  };
  await reader.comes_true("a frame as high as its content", fits, true);
}
async function see_drawn(number = 0) {
  await inside(number, () => reader.see_drawn());
}

test("a frame is as high as its content, and has a title", async () => {
  await open_page(frame("report=white-paper-2022"));
  await see_fitting();
  assert.equal(await outside((frame) => frame.title), WHITE_PAPER.title.ko);
});

test("a title that the page gave stays", async () => {
  await open_page(frame("report=story-2021", 'data-report-frame title="The story"'));
  await see_fitting();
  assert.equal(await outside((frame) => frame.title), "The story");
});

test("the query takes the element's attributes", async () => {
  await open_page(frame("report=story-2021&lang=en&theme=dark&query=mask&chrome=minimal"));
  await see_drawn();
  await inside(0, async () => {
    await reader.see_title(STORY.title.en);
    await reader.see_query("mask");
    assert.equal(await reader.inside((root) => root.querySelector(".reports") !== null), false);
    assert.equal(await reader.run(() => document.documentElement.lang), "en");
  });
});

test("a frame grows and shrinks with its content", async () => {
  await open_page(frame("report=white-paper-2022"));
  await see_fitting();
  const all = await outside((frame) => frame.clientHeight);
  await inside(0, () => reader.search("택시"));
  await see_fitting();
  const few = await outside((frame) => frame.clientHeight);
  assert.ok(few < all, `${few} is less than ${all}`);
  await inside(0, () => reader.clear());
  // A frame that is still growing would move under the press.
  await inside(0, () => reader.see_count(WHITE_PAPER.cards.length));
  await see_fitting();
  await inside(0, () => reader.open_trace("part-1/lookups"));
  await see_fitting();
});

test("a frame follows its content when the screen is turned", async () => {
  const height = () => outside((frame) => frame.clientHeight);
  await open_page(frame("report=story-2021"));
  await see_fitting();
  const wide = await height();
  await reader.magnify({ width: 400, height: 800, times: 1 });
  await reader.comes_true("a higher frame", async () => (await height()) > wide, true);
  await see_fitting();
  const upright = await height();
  await reader.magnify({ width: 800, height: 400, times: 1 });
  await reader.comes_true("a lower frame", async () => (await height()) < upright, true);
  await see_fitting();
  await reader.magnify({ width: 400, height: 800, times: 1 });
  await reader.comes_true("the height that it had", height, upright);
  await see_fitting();
});

test("a frame follows its content when letters come late or become larger", async () => {
  await open_page(frame("report=story-2021"));
  await see_fitting();
  const before = await outside((frame) => frame.clientHeight);
  await inside(0, () => reader.run(() =>
    document.querySelector("report-widget").style.setProperty("--report-font", "Noto Sans Mono CJK KR")));
  await reader.comes_true("another height", async () => (await content_height(0)) !== before, true);
  await see_fitting();
});

test("a frame at rest gets no more messages, and its height has not swung", async () => {
  await open_page(frame("report=white-paper-2022"), { head: RECORDER + SCRIPT });
  await see_fitting();
  await reader.let_settle();
  const heights = (await messages_of("report-widget:height")).map(({ height }) => height);
  const height = await outside((frame) => frame.clientHeight);
  assert.equal(heights.at(-1), height);
  assert.deepEqual(heights, [...new Set(heights)], "no height comes twice");
  await reader.run(() => new Promise((done) => requestIdleCallback(() => requestIdleCallback(done))));
  assert.equal(await outside((frame) => frame.clientHeight), await content_height(0));
});

test("a script that comes later than the report gets the height all the same", async () => {
  await open_page(frame("report=story-2021"), { head: "" });
  await see_drawn();
  await reader.run((src) => document.head.append(Object.assign(document.createElement("script"), { src })), "report-frame.js");
  await see_fitting();
});

test("content that grows because its frame grows is stopped", async () => {
  await open_page('<iframe src="runaway.html" data-report-frame title="Runaway" width="100%" height="200" sandbox="allow-scripts"></iframe>');
  const sizes = () => inside(0, () => reader.run(() => window.resized));
  await reader.comes_true("no more answers", async () => {
    const before = await sizes();
    await reader.let_settle();
    return before > 20 && before === await sizes();
  }, true);
  assert.ok(await outside((frame) => frame.clientHeight) < 60 * 100);
});

test("a frame of the page with a border of its own is still high enough", async () => {
  await open_page(frame("report=story-2021"), { css: "* { box-sizing: border-box; } iframe { border: 9px solid; }" });
  await see_fitting();
});

test("several frames have each their own height and title", async () => {
  await open_page(frame("report=white-paper-2022") + frame("report=story-2021&lang=en"));
  await see_fitting(0);
  // The other one, pushed far below by now, starts when the reader comes near.
  await reader.run(() => document.querySelectorAll("iframe")[1].scrollIntoView());
  await see_fitting(1);
  assert.deepEqual(await reader.run(() => [...document.querySelectorAll("iframe")].map(({ title }) => title)),
    [WHITE_PAPER.title.ko, STORY.title.en]);
  const [first, second] = await reader.run(() => [...document.querySelectorAll("iframe")].map(({ clientHeight }) => clientHeight));
  assert.notEqual(first, second);
});

test("a frame believes only its own content", async () => {
  await open_page(`${frame("report=story-2021")}<iframe id="liar" src="liar.html" title="Liar" sandbox="allow-scripts"></iframe>`);
  await see_fitting();
  const before = await reader.run(() => [...document.querySelectorAll("iframe")].map(({ clientHeight }) => clientHeight));
  const answers = () => reader.run(() => new Promise((done) => {
    addEventListener("message", ({ data }) => data.type === "liar:done" && done(true));
    document.querySelector("#liar").contentWindow.postMessage("lie", "*");
    postMessage({ type: "report-widget:height", height: 5, title: "The page itself" }, "*");
  }));
  assert.equal(await answers(), true);
  await reader.let_settle();
  assert.deepEqual(await reader.run(() => [...document.querySelectorAll("iframe")].map(({ clientHeight }) => clientHeight)), before);
  assert.equal(await reader.run(() => scrollY), 0);
});

test("a frame far below fetches nothing until the reader comes near", async () => {
  await open_page(`<p id="before">Above.</p>${frame("report=story-2021", 'data-report-frame loading="lazy"')}`,
    { css: "#before { height: 20000px; }" });
  await reader.let_settle();
  assert.deepEqual((await reader.requests()).filter((address) => /embed\.html/.test(address)), []);
  await reader.run(() => document.querySelector("iframe").scrollIntoView());
  await see_fitting();
});

test("the page shows the part that a reader chooses in a frame, and does not move before", async () => {
  await open_page(`<h1>The page</h1>${frame("report=white-paper-2022&part=4")}`, { head: RECORDER + SCRIPT });
  await see_fitting();
  assert.equal(await reader.run(() => scrollY), 0);
  assert.deepEqual(await messages_of("report-widget:place"), []);
  await inside(0, () => reader.go_to_part(5));
  const top_of_part = async () => {
    const inner = await inside(0, () => reader.inside((root) => root.querySelector('[data-part="5"]').getBoundingClientRect().top));
    return inner + await outside((frame) => frame.getBoundingClientRect().top + frame.clientTop);
  };
  await reader.comes_true("part 5 on top of the screen", async () => Math.abs(await top_of_part()) < 80, true);
  assert.equal((await messages_of("report-widget:place")).length, 1);
});

// Chromium scrolls the page around a frame by itself; other browsers leave it to the page's script.
test("a page follows its frame to a place, below what stays on top of it", async () => {
  await open_page('<h1>The page</h1><iframe src="place.html" data-report-frame title="Place" width="100%" height="200" sandbox="allow-scripts"></iframe>',
    { css: "html { scroll-padding-top: 60px; }" });
  await reader.comes_true("the frame's height", () => outside((frame) => frame.clientHeight), 5000);
  await reader.run(() => document.querySelector("iframe").contentWindow.postMessage({ top: 1500 }, "*"));
  await reader.comes_true("the place below the page's header", () => outside((frame) =>
    Math.round(frame.getBoundingClientRect().top + frame.clientTop + 1500)), 60);
  assert.equal(await outside((frame) => frame.style.scrollMarginTop), "");
});

test("without a script in the page the frame keeps its height and scrolls inside, parts in reach", async () => {
  await open_page(frame("report=white-paper-2022"), { head: "" });
  await see_drawn();
  assert.equal(await outside((frame) => frame.clientHeight), 640);
  assert.equal(await has_inner_scrolling(), true);
  await inside(0, async () => {
    await reader.go_to_part(3);
    await reader.comes_true("part 3 on screen", () => reader.inside((root) => {
      const { top } = root.querySelector('[data-part="3"]').getBoundingClientRect();
      return top >= -80 && top < innerHeight;
    }), true);
  });
});

test("the frame's page asks for nothing but files of its own folder", async () => {
  await open_page(frame("report=white-paper-2022"));
  await see_fitting();
  const own = new URL(process.env.REPORT_WIDGET_URL).origin;
  const all = (await reader.requests()).filter((address) => !/^(data|blob):/.test(address));
  assert.deepEqual(all.filter((address) => ![own, reader.origin].includes(new URL(address).origin)), []);
});
