/** The widget in pages that frameworks draw: mounted, changed, listened to, unmounted, mounted again. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { built } from "../hosts/build.mjs";
import { a_reader } from "./reader.mjs";
import { report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const ALL = WHITE_PAPER.cards.length;

const reader = a_reader();

const press = (id) => reader.run((id) => document.getElementById(id).click(), id);
const received = () => reader.run(() => document.querySelector("#received").textContent);
const see_received = (words) => reader.comes_true("what the page received", received, words);
/** The index terms come after the words and may find more cards: the page hears of both results. */
const see_results_received = async (words) => {
  await reader.see_query(words);
  await reader.comes_true("the page knows the words and the number of results", async () => {
    const [query, count] = (await received()).split(" ");
    return [query, Number(count) === (await reader.cards()).length];
  }, [words, true]);
};
const see_widgets = (count) => reader.comes_true("widgets on the page", () =>
  reader.run(() => document.querySelectorAll("report-widget").length), count);
const listeners = () => reader.run(() => [window.seen.onWindow, window.seen.onDocument]);

for (const framework of ["react", "vue", "svelte"]) {
  for (const [when, program] of [["before", "report-widget.js"], ["after", false]]) {
    test(`a ${framework} page mounts, changes, hears and removes a widget defined ${when} it`, async () => {
      reader.give_file(`${framework}.js`, await built(framework));
      await reader.open_page(`<div id="app"></div><script type="module" src="${framework}.js"></script>`, { program, drawn: false });
      await see_widgets(1);
      if (!program) await reader.load_program();
      await reader.see_drawn();
      await reader.see_title(WHITE_PAPER.title.en);
      await see_received(`ready ${ALL}`);
      const held = await listeners();

      // A property of the page is what the widget looks for.
      await press("masks");
      await see_results_received("마스크");
      const found = (await reader.found()).length;
      assert.ok(found > 0 && found < ALL);

      // What the reader types is what the page knows.
      await reader.search("지도");
      await see_results_received("지도");

      // Gone without a trace, and back as it was.
      await press("mount");
      await see_widgets(0);
      await press("mount");
      await see_widgets(1);
      await reader.see_drawn();
      await reader.see_query("지도");
      await reader.comes_true("as many listeners as before", listeners, held);
      await reader.clear();
      await reader.see_count(ALL);
    });
  }
}
