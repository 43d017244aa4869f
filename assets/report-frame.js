/**
 * For pages that embed a report in an iframe:
 *
 *   <iframe src="https://…/embed.html?report=white-paper-2022" data-report-frame
 *           loading="lazy" width="100%" height="640"
 *           sandbox="allow-scripts allow-popups allow-downloads" allow="clipboard-write"></iframe>
 *   <script src="https://…/report-frame.js" defer></script>
 *
 * Gives each such iframe the height of its content and, where it has none, a
 * title, and scrolls to the part or card that a reader chooses in it. Without
 * this script the iframe scrolls inside its own height.
 */
(() => {
  const TALLEST = 60000, MOST_GROWTHS = 40, PAUSE = 500;
  const growths = new WeakMap();

  addEventListener("message", ({ source, data }) => {
    for (const frame of document.querySelectorAll("iframe[data-report-frame]")) {
      if (frame.contentWindow !== source) continue;
      if (data?.type === "report-widget:height" && data.height > 0) fit(frame, data);
      if (data?.type === "report-widget:place" && growths.has(frame)) go(frame, Number(data.top) || 0);
    }
  });

  function fit(frame, { height, title }) {
    if (!frame.title && typeof title === "string") frame.title = title;
    height = Math.min(height, TALLEST);
    if (height > frame.clientHeight && runsAway(frame)) return;
    frame.style.height = `${height}px`;
    // The page may count the frame's border in.
    const lacks = height - frame.clientHeight;
    if (lacks > 0) frame.style.height = `${height + lacks}px`;
  }

  /** Also works where the frame stands in something that scrolls, and below a fixed header. */
  function go(frame, top) {
    const before = frame.style.scrollMarginTop;
    frame.style.scrollMarginTop = `${-Math.max(0, Math.min(top + frame.clientTop, TALLEST))}px`;
    frame.scrollIntoView();
    frame.style.scrollMarginTop = before;
  }

  /** Content that grows because its frame grew would never stop. It may take a while each time. */
  function runsAway(frame) {
    const now = performance.now();
    const { count = 0, last = 0 } = growths.get(frame) ?? {};
    const growth = { count: now - last < PAUSE ? count + 1 : 1, last: now };
    growths.set(frame, growth);
    return growth.count > MOST_GROWTHS;
  }

  // Whatever a frame posted before this script came is lost; it posts its height once more.
  for (const frame of document.querySelectorAll("iframe[data-report-frame]")) {
    frame.contentWindow?.postMessage({ type: "report-widget:ask" }, "*");
  }
})();
