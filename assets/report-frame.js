/**
 * For pages that embed a report in an iframe:
 *
 *   <iframe src="https://…/embed.html?report=white-paper-2022" data-report-frame
 *           loading="lazy" width="100%" height="640"
 *           sandbox="allow-scripts allow-popups allow-downloads"></iframe>
 *   <script src="https://…/report-frame.js" defer></script>
 *
 * Gives each such iframe the height of its content and, where it has none, a
 * title. Without this script the iframe scrolls inside its own height.
 */
(() => {
  const TALLEST = 60000, MOST_GROWTHS = 40, WITHIN = 2000;
  const growths = new WeakMap();

  addEventListener("message", ({ source, data }) => {
    if (data?.type !== "report-widget:height" || !(data.height > 0)) return;
    for (const frame of document.querySelectorAll("iframe[data-report-frame]")) {
      if (frame.contentWindow !== source) continue;
      if (!frame.title && typeof data.title === "string") frame.title = data.title;
      const height = Math.min(data.height, TALLEST);
      if (height > frame.clientHeight && runsAway(frame)) return;
      frame.style.height = `${height}px`;
    }
  });

  /** Content that grows because its frame grew would never stop. */
  function runsAway(frame) {
    const now = performance.now();
    const recent = (growths.get(frame) ?? []).filter((time) => now - time < WITHIN);
    recent.push(now);
    growths.set(frame, recent);
    return recent.length > MOST_GROWTHS;
  }
})();
