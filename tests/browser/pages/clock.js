/**
 * Holds the element's timers of ten seconds and more until `clock.pass()` says that their time has come.
 * Those of a driver, which runs in the page too, go on.
 */
{
  const { setTimeout: start, clearTimeout: stop } = window;
  const held = new Map();
  let last = 0;
  window.setTimeout = (work, delay, ...given) => {
    const is_long = delay >= 10_000 && new Error().stack.includes("report-widget.js");
    if (!is_long) return start(work, delay, ...given);
    last -= 1;
    held.set(last, () => work(...given));
    return last;
  };
  window.clearTimeout = (timer) => held.delete(timer) || stop(timer);
  window.clock = {
    held: () => held.size,
    pass: () => {
      const works = [...held.values()];
      held.clear();
      for (const work of works) work();
    },
  };
}
