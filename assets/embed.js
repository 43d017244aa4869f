/**
 * The inside of an iframe: `embed.html?report=story-2021&lang=en&part=2`.
 *
 * The query takes the element's attributes. The page tells its parent its
 * height, and its title, whenever they change; report-frame.js listens.
 */
const ATTRIBUTES = ["report", "lang", "theme", "part", "query", "filters", "card", "motion", "chrome"];

const widget = document.querySelector("report-widget");
const asked = new URLSearchParams(location.search);
for (const name of ATTRIBUTES) {
  if (asked.has(name)) widget.setAttribute(name, asked.get(name));
}
if (asked.has("lang")) document.documentElement.lang = asked.get("lang");

let told;
function tell() {
  const height = Math.ceil(widget.getBoundingClientRect().bottom + scrollY);
  if (height === told || height === 0) return;
  told = height;
  // A height is no secret, and the parent may be anyone who embeds the report.
  parent.postMessage({ type: "report-widget:height", height, title: document.title }, "*");
}

/** What is told before the report is drawn would be the height and title of the wait. */
function begin() {
  const title = widget.shadowRoot.querySelector("h2");
  if (title) document.title = title.textContent;
  new ResizeObserver(tell).observe(widget);
}
widget.addEventListener("report-ready", begin, { once: true });
widget.addEventListener("report-error", begin, { once: true });

await import("./report-widget.js");
