/**
 * Writes down what a widget does to the page around it, from before it
 * exists: events, refusals of the page's policy, listeners on window and
 * document, what is compiled and made of WebAssembly, what moved by itself, and
 * what counters show in every frame that is painted.
 */
const seen = { events: [], refused: [], frames: [], wasm: [], shifts: [] };
window.seen = seen;

for (const name of ["report-ready", "report-change", "report-error"]) {
  addEventListener(name, (event) => {
    const { bubbles, composed, detail, target } = event;
    seen.events.push({ name, bubbles, composed, detail, of: target.id });
  });
}

addEventListener("securitypolicyviolation", (event) => {
  seen.refused.push(`${event.effectiveDirective} ${event.blockedURI}`);
});

// The listeners above are not counted.
for (const [target, name] of [[window, "onWindow"], [document, "onDocument"]]) {
  const held = new Set();
  const key = (name, listener, options) => {
    const capture = typeof options === "boolean" ? options : Boolean(options?.capture);
    const is_it = (one) => one.name === name && one.listener === listener && one.capture === capture;
    return [...held].find(is_it) ?? { name, listener, capture };
  };
  const { addEventListener: add, removeEventListener: remove } = target;
  target.addEventListener = (name, listener, options) => {
    const one = key(name, listener, options);
    held.add(one);
    options?.signal?.addEventListener("abort", () => held.delete(one));
    return add.call(target, name, listener, options);
  };
  target.removeEventListener = (name, listener, options) => {
    held.delete(key(name, listener, options));
    return remove.call(target, name, listener, options);
  };
  Object.defineProperty(seen, name, { get: () => held.size });
}

const memories = [];
seen.memories = () => memories;
for (const name of ["compile", "compileStreaming", "instantiate", "instantiateStreaming"]) {
  const made = WebAssembly[name];
  WebAssembly[name] = async (...given) => {
    seen.wasm.push(name);
    const result = await made.apply(WebAssembly, given);
    const { memory } = (result.instance ?? result).exports ?? {};
    if (memory) memories.push(memory);
    return result;
  };
}

new PerformanceObserver((list) => {
  for (const { value, hadRecentInput, sources } of list.getEntries()) {
    if (!hadRecentInput) seen.shifts.push({ value, of: sources.map(({ node }) => node?.id || node?.nodeName) });
  }
}).observe({ type: "layout-shift", buffered: true });

const box = (element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x + scrollX, y + scrollY, width, height];
};

/** Whether its letters can be seen. */
const is_visible = (element) => {
  const { color, opacity } = getComputedStyle(element);
  return opacity !== "0" && color !== "rgba(0, 0, 0, 0)";
};

/** What the great numbers show in this frame. */
function frame(now) {
  const root = document.querySelector("report-widget")?.shadowRoot;
  // A page that is still on its way may end before the number.
  const whole = [...(root?.querySelectorAll("[data-headline]") ?? [])].filter((great) => great.querySelector("data"));
  const greats = whole.map((great) => {
    const data = great.querySelector("data");
    const running = great.querySelector(".running");
    return {
      id: great.dataset.headline,
      value: data.value,
      text: data.textContent,
      box: box(great),
      number: box(data),
      visible: is_visible(data),
      running: running && {
        text: running.textContent,
        hidden: running.getAttribute("aria-hidden"),
        box: box(running),
      },
    };
  });
  if (greats.length) seen.frames.push({ now, greats });
  requestAnimationFrame(frame);
}
requestAnimationFrame(frame);
