/** A reader's words for a report that wants to be more than text (tests/hostile). */
import assert from "node:assert/strict";

export function hostile_words(reader) {
  /** Opens all but the timeline. */
  async function open_everything() {
    await reader.inside((root) => root.querySelectorAll("details:not(.timeline)").forEach((one) => { one.open = true; }));
    await reader.let_settle();
  }

  /** Every element with its attributes' names, each once, and the addresses that it leads to. */
  const shape = () => reader.inside((root) => {
    const all = [...root.querySelectorAll("*")];
    const of = (element) => [element.localName, ...[...element.attributes].map(({ name }) => `${element.localName} ${name}`)];
    const leads = ["href", "src", "action", "formaction", "srcdoc", "xlink:href"];
    const addresses = all.flatMap((element) => leads.map((name) => element.getAttribute(name)).filter((value) => value !== null));
    return { names: [...new Set(all.flatMap(of))].sort(), addresses: [...new Set(addresses)] };
  });

  /** Sees nothing that the story does not consist of; the page around it has so many headings. */
  async function see_only_text(usual, { headings = 0 } = {}) {
    const { names, addresses } = await shape();
    // These mark the part that is on screen, and numbers that have been: others after another step.
    const marks = ["a aria-current", "span data-ran"];
    // What the story does not have: an index of frameworks, links to pages of the document, a unit that is
    // read aloud in other words.
    const others = ["details data-framework", "a target", "a rel", "small aria-hidden"];
    const strange = names.filter((name) => !usual.names.includes(name) && !marks.includes(name) && !others.includes(name));
    assert.deepEqual(strange, [], "elements or attributes that the story does not have");
    for (const address of addresses) assert.match(address.slice(0, 100), /^(#|https?:|data:image\/png;base64,|index\.html|[a-z0-9-]+\.(css|svg|png)$)/);
    const traces = await reader.run(() => [window.hacked, document.title.includes("hacked"), document.querySelectorAll("h1").length]);
    assert.deepEqual(traces, [null, false, headings]);
  }

  /** What the widget consists of after each of these steps. */
  async function shapes(steps) {
    const names = new Set();
    for (const step of steps) {
      await step();
      for (const name of (await shape()).names) names.add(name);
    }
    return { names: [...names] };
  }

  return { open_everything, see_only_text, shapes };
}
