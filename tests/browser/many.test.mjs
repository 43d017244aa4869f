/** Many widgets: at once on a page, and one after the other. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { a_reader } from "./reader.mjs";
import { report } from "./report.mjs";

const [WHITE_PAPER, STORY] = ["white-paper-2022", "story-2021"].map((id) => report(id));
const SUM = WHITE_PAPER.headlines.find(({ tally }) => tally).trace;

const reader = a_reader();

test("ten widgets on a page share one script, one program and one compilation", async () => {
  const widgets = Array.from({ length: 10 }, (_, index) =>
    `<report-widget id="widget-${index}" loading="eager" report="${index % 2 ? "story-2021" : "white-paper-2022"}"></report-widget>`);
  await reader.open_page(widgets.join(""));
  await reader.see_events("report-ready", 10);
  const names = (await reader.requests()).map((address) => new URL(address).pathname.split("/").pop());
  const ours = names.filter((name) => /^report-widget.*\.(css|js|wasm)$/.test(name)).sort();
  assert.deepEqual(ours, ["report-widget-program.js", "report-widget.css", "report-widget.js", "report-widget_bg.wasm"]);
  assert.deepEqual(await reader.run(() => window.seen.wasm), ["compileStreaming", "instantiate"]);
  const sheets = await reader.run(() =>
    new Set([...document.querySelectorAll("report-widget")].flatMap(({ shadowRoot }) => shadowRoot.adoptedStyleSheets)).size);
  assert.equal(sheets, 1);
});

/** Mounts and unmounts as a framework does, `times` times; each widget is drawn before it goes. */
async function come_and_go(times) {
  await reader.run(async (times) => {
    const place = document.querySelector("#place");
    for (let time = 0; time < times; time += 1) {
      const widget = document.createElement("report-widget");
      widget.loading = "eager";
      const is_ready = new Promise((ready) => widget.addEventListener("report-ready", ready, { once: true }));
      place.replaceChildren(widget);
      await is_ready;
    }
    place.replaceChildren();
    window.seen.events.length = 0;
    window.seen.frames.length = 0;
  }, times);
  await reader.let_settle();
}

test("a thousand widgets that come and go leave no node, no listener and no memory behind", async () => {
  await reader.open_page('<main id="place"></main>', { drawn: false });
  await come_and_go(20);
  const before = await reader.holdings();
  for (let hundred = 0; hundred < 5; hundred += 1) await come_and_go(100);
  const halfway = await reader.holdings();
  for (let hundred = 5; hundred < 10; hundred += 1) await come_and_go(100);
  const after = await reader.holdings();
  for (const what of ["nodes", "listeners", "wasm"]) assert.deepEqual(after[what], before[what], what);
  // At first the engine writes faster code, which it keeps; a leak of one text node each would be more.
  assert.ok(after.heap - halfway.heap < 500 * 50, `the heap grew from ${halfway.heap} to ${after.heap} bytes`);
});

// The page of a report in a language is another page for each of them: turning back and forth leaves none behind.
test("turning to the other language and the other report, again and again, leaves no page behind", async () => {
  await reader.open_page('<report-widget report="white-paper-2022"></report-widget>');
  const turn = async (times) => {
    for (let time = 0; time < times; time += 1) {
      await reader.speak("en");
      await reader.see_title(WHITE_PAPER.title.en);
      await reader.turn_to(STORY.id);
      await reader.see_title(STORY.title.en);
      await reader.speak("ko");
      await reader.see_title(STORY.title.ko);
      await reader.turn_to(WHITE_PAPER.id);
      await reader.see_title(WHITE_PAPER.title.ko);
    }
    // Pages are filled while nobody does anything.
    const filled = (root) => [...root.querySelectorAll("[data-card]")].filter((card) => card.querySelector(".cite")).length;
    await reader.sees("cards that are filled", filled, WHITE_PAPER.cards.length);
    return reader.holdings();
  };
  await turn(2);
  const before = await turn(2);
  const after = await turn(4);
  assert.ok(after.nodes - before.nodes < 500, `${before.nodes} nodes became ${after.nodes}`);
  assert.ok(after.listeners - before.listeners < 50, `${before.listeners} listeners became ${after.listeners}`);
});

test("what is opened is asked for once, however many pages there were before", async () => {
  await reader.open_page('<report-widget report="white-paper-2022"></report-widget>');
  await reader.speak("en");
  await reader.see_title(WHITE_PAPER.title.en);
  await reader.speak("ko");
  await reader.see_title(WHITE_PAPER.title.ko);
  await reader.open_trace(SUM);
  await reader.find(`[data-trace="${SUM}"] [data-chart]`);
  // A page that is gone would load its charts, too: in its own language.
  const charts = (await reader.requests()).filter((address) => address.endsWith(".json")).map((address) => address.split("/").pop());
  assert.deepEqual(charts, ["report-widget-charts-ko.json"]);
});
