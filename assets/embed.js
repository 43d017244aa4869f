/**
 * The inside of an iframe: `embed.html?report=story-2021&lang=en&part=2`.
 *
 * The query takes the element's attributes. The page reports to its parent its
 * height, and its title, whenever they change, and the place that the reader
 * goes to; report-frame.js listens.
 */
const ATTRIBUTES = ["report", "lang", "theme", "part", "query", "filters", "card", "motion", "chrome"];

const widget = document.querySelector("report-widget");
const asked = new URLSearchParams(location.search);
for (const name of ATTRIBUTES) {
  if (asked.has(name)) widget.setAttribute(name, asked.get(name));
}
if (asked.has("lang")) document.documentElement.lang = asked.get("lang");

let posted;
function postSize() {
  const height = Math.ceil(widget.getBoundingClientRect().bottom + scrollY);
  if (height === posted || height === 0) return;
  posted = height;
  post({ type: "report-widget:height", height, title: document.title });
}

/** report-frame.js may come later than the report. */
addEventListener("message", ({ data }) => {
  if (data?.type !== "report-widget:ask" || !posted) return;
  posted = undefined;
  postSize();
});

/** No secret: the parent may be anyone who embeds the report. */
function post(message) {
  parent.postMessage(message, "*");
}

/**
 * A frame as high as its content has nothing to scroll, and may not scroll the page around it:
 * that page is asked to, once the reader has pressed something.
 */
const { scrollIntoView } = Element.prototype;
Element.prototype.scrollIntoView = function (options) {
  scrollIntoView.call(this, options);
  if (navigator.userActivation?.hasBeenActive) {
    post({ type: "report-widget:place", top: this.getBoundingClientRect().top });
  }
};

/** What is posted before the report is drawn would be the height and title of the wait. */
function begin() {
  const title = widget.shadowRoot.querySelector("h2");
  if (title) document.title = title.textContent;
  new ResizeObserver(postSize).observe(widget);
}
widget.addEventListener("report-ready", begin, { once: true });
widget.addEventListener("report-error", begin, { once: true });

await import("./report-widget.js");
