/**
 * What widgets go through in a page where many of them live for long. The functions run in the page, know
 * only what hosts and readers use, and leave everything as they found it. `load.test.mjs` runs a little of
 * it, `cargo xtask bench --only load` much.
 */
import assert from "node:assert/strict";

/** Ten widgets, and places between which they are moved. */
export const TEN = '<main class="place"></main><main class="place"></main>' + Array.from({ length: 10 }, (_, index) =>
  `<report-widget loading="eager" lang="ko" report="${index % 2 ? "story-2021" : "white-paper-2022"}"></report-widget>`).join("");

/** How long work may take in the page before the driver gives up, in milliseconds. */
export const LONGEST = 900_000;

/** What is held before and after, in the order measured. */
export function expect_flat(before, after) {
  const grown = (what, most) => assert.ok(after[what] - before[what] <= most, `${what}: ${before[what]} became ${after[what]}`);
  // Which cards are opened depends on which are drawn by then, and a card's content is kept once it was
  // drawn. One listener lost at every action of one kind would be over a hundred.
  grown("nodes", 500);
  grown("listeners", 50);
  // At first the engine writes faster code, which it keeps.
  grown("heap", 250_000);
  // What is allocated at first is used again.
  const [one, other] = [before, after].map(({ wasm }) => wasm.reduce((sum, length) => sum + length, 0));
  assert.ok(other - one <= 1 << 20, `WASM memory: ${one} bytes became ${other}`);
}

/** In the page: moves widgets about, takes them out and puts them back, and puts others in their place. */
export async function move(times) {
  const places = [...document.querySelectorAll(".place")];
  const is_ready = (widget) => new Promise((ready) => widget.addEventListener("report-ready", ready, { once: true }));
  for (let time = 0; time < times; time += 1) {
    const widgets = document.querySelectorAll("report-widget");
    const widget = widgets[time % widgets.length];
    const place = places[time % places.length];
    // A move is not drawn anew.
    place.append(widget);
    await Promise.resolve();
    if (time % 3 === 0) continue;
    let next = widget;
    if (time % 3 === 1) {
      next = document.createElement("report-widget");
      for (const { name, value } of widget.attributes) next.setAttribute(name, value);
    }
    widget.remove();
    await Promise.resolve();
    const ready = is_ready(next);
    place.append(next);
    await ready;
  }
  window.seen.events.length = 0;
  window.seen.frames.length = 0;
}

/** In the page: does what readers do, in each widget in turn; then gives up what was looked for and closes what was opened. */
export async function act(times) {
  const WORDS = ["마스크", "백신", "ㅁㅅㅋ", "aktmzm", "22억", "카카오맵 마스크", "소상공인", ""];
  const { port1, port2 } = new MessageChannel();
  // Behind everything that the action started, and a chance for the page to paint.
  const task = () => new Promise((done) => { port1.onmessage = done; port2.postMessage(null); });
  const widgets = [...document.querySelectorAll("report-widget")];
  const all = (widget, selector) => [...widget.shadowRoot.querySelectorAll(selector)];
  const type = (widget, words) => {
    const field = widget.shadowRoot.querySelector("input[type=search]");
    field.value = words;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  };
  // The same choices on every machine.
  let state = 1;
  const chosen = (choices) => {
    state = (state * 48271) % 2147483647;
    return choices[state % choices.length];
  };
  const click = (widget, selector) => chosen(all(widget, selector))?.click();
  const ACTIONS = [
    (widget) => type(widget, chosen(WORDS)),
    (widget) => click(widget, "button[data-facet]"),
    (widget) => click(widget, "[data-card] > summary"),
    (widget) => click(widget, "[data-card][open] [data-trace] > summary"),
    (widget) => click(widget, "[data-card][open] > summary"),
    (widget) => widget.show({ query: chosen(WORDS), filters: null }),
    (widget) => widget.show({ part: chosen([1, 2, 3, null]), card: null }),
  ];
  const clear = async () => {
    for (const widget of widgets) {
      widget.show({ query: "", filters: "", part: null, card: null });
      type(widget, "");
      await task();
      for (const open of all(widget, "[data-trace][open] > summary")) open.click();
      for (const open of all(widget, "[data-card][open] > summary")) open.click();
    }
    await task();
  };
  for (let time = 0; time < times; time += 1) {
    const widget = widgets[time % widgets.length];
    if (time % 500 === 499) widget.lang = widget.lang === "en" ? "ko" : "en";
    else chosen(ACTIONS)(widget);
    await task();
    if (time % 1000 === 999) await clear();
  }
  for (const widget of widgets) widget.lang = "ko";
  await clear();
  window.seen.events.length = 0;
  window.seen.frames.length = 0;
}

/** In the page: whether every card that is counted is drawn and filled. */
export function is_at_rest() {
  return [...document.querySelectorAll("report-widget")].every(({ shadowRoot: root }) => {
    const cards = [...root.querySelectorAll("[data-card]")];
    return String(cards.length) === root.querySelector("[data-result-count]")?.dataset.resultCount
      && cards.every((card) => card.querySelector(".cite"));
  });
}
