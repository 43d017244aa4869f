/**
 * How long a keystroke or a filter takes on a processor slowed down four times, from its `input` or
 * `click` event to the painted result.
 *
 * Queries are typed as a Korean keyboard does it: one composition a word, one key at a time. What a
 * step ends with (the count, and the first card to be seen) is learned in a first pass that is not
 * measured; later the clock stops behind the first painted frame that shows it, so that a page that
 * defers its work is not taken for a fast one. Frames are unpaced, as in typing.mjs.
 */
import { UNPACED } from "./chromium.mjs";
import { keystrokes } from "./keystrokes.mjs";
import { difference, in_turns, quiet } from "./pages.mjs";

const QUERIES = ["마스크", "백신", "ㅁㅅㅋ", "aktmzm", "22억", "카카오맵 마스크", "소상공인", "확진자"];
/** Pressed one after another, and then again. */
const FILTERS = [["part", "2"], ["brand", "kakaotalk"], ["audience", "everyone"], ["theme", "vaccine"]];
const RATE = 4;
const PASSES = 2;
const QUIET = 1_000;

await in_turns({ options: UNPACED, prepare: watch }, async (browser, address, sample, spent) => {
  const settled = new Map();
  const measured = async (step, name, act) => {
    await browser.ask((expected) => { globalThis.painted = next_painted(expected); }, settled.get(step) ?? null);
    const before = await browser.spent();
    const answer = await act();
    if (answer?.error) throw new Error(answer.error);
    const time = await browser.ask(() => painted);
    if (typeof time !== "number") throw new Error(`${name} (${step}): ${JSON.stringify(time)}`);
    if (settled.has(step)) {
      sample(name, time);
      for (const [what, time] of difference(before, await browser.spent())) spent(what, time);
    } else {
      settled.set(step, await browser.ask(() => settle()));
    }
  };

  await browser.driver.get(address);
  await browser.ask(() => page.filterable());
  await browser.ask(() => { page.enter(""); page.field().focus(); });
  await browser.ask(quiet, QUIET);
  await browser.count_cpu();
  for (let pass = 0; pass <= PASSES; pass += 1) {
    if (pass === 1) await browser.slow_down(RATE);
    for (const query of QUERIES) {
      await type(browser, query, measured);
      await measured("empty", "(emptied)", () => empty(browser));
    }
    for (const on of [true, false]) {
      for (const [facet, value] of FILTERS) {
        await measured(`${facet}:${value} ${on}`, `filter: ${facet}`, () => browser.ask(press, facet, value));
      }
    }
  }
});

/** Types words; the space after a word ends its composition. */
async function type(browser, query, measured) {
  const words = query.split(" ");
  for (const [position, word] of words.entries()) {
    const before = words.slice(0, position).join(" ");
    for (const text of keystrokes(word)) {
      const composition = { text, selectionStart: text.length, selectionEnd: text.length };
      await measured(`${before} ${text}`, query, () => browser.command("Input.imeSetComposition", composition));
    }
    const is_last = position === words.length - 1;
    const end = () => browser.command("Input.insertText", { text: is_last ? word : `${word} ` });
    await (is_last ? end() : measured(`${before} ${word} `, query, end));
  }
  const typed = await browser.ask(() => page.field().value);
  if (typed !== query) throw new Error(`typed "${typed}" instead of "${query}"`);
}

async function empty(browser) {
  await browser.ask(() => page.field().select());
  for (const type of ["keyDown", "keyUp"]) {
    await browser.command("Input.dispatchKeyEvent", { type, key: "Backspace", windowsVirtualKeyCode: 8 });
  }
}

/** In the page. */
function press(facet, value) {
  const button = page.root().querySelector(`button[data-facet="${facet}"][data-value="${value}"]`);
  if (!button) throw new Error(`no filter ${facet}:${value}`);
  button.click();
}

/** In the page, before its own scripts: `next_painted(expected)`, and `settle()`. */
function watch() {
  /** In milliseconds. */
  const PATIENCE = 5_000;
  const STILL = 200;
  /** What is being measured. */
  let step = null;
  const shown = () => {
    const cards = [...page.root().querySelectorAll("[data-card]")];
    return `${page.count()} ${cards.find((card) => card.checkVisibility())?.getAttribute("data-card")}`;
  };
  const channel = new MessageChannel();
  const after_frame = () => requestAnimationFrame(() => channel.port2.postMessage(null));
  channel.port1.onmessage = () => {
    const took = performance.now() - step.began;
    if (step.expected === null || shown() === step.expected) {
      step.resolve(took);
      step = null;
    } else if (took > PATIENCE) {
      step.resolve({ expected: step.expected, shown: shown() });
      step = null;
    } else {
      after_frame();
    }
  };
  const start = () => {
    if (!step || step.began !== undefined) return;
    step.began = performance.now();
    after_frame();
  };
  for (const event of ["input", "click"]) addEventListener(event, start, { capture: true });
  globalThis.next_painted = (expected) => new Promise((resolve) => { step = { expected, resolve }; });
  /** What the page shows once that has not changed for a while. */
  globalThis.settle = async () => {
    for (let [last, since] = [shown(), performance.now()]; ;) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      const now = shown();
      if (now !== last) [last, since] = [now, performance.now()];
      else if (performance.now() - since > STILL) return now;
    }
  };
}
