/**
 * Keeps the standalone page for reading without a network (see sw.js), and
 * tells the reader, quietly, that there is a new version. Embedding pages do
 * not load this.
 */
const container = navigator.serviceWorker;

// The address tells the view that the reader switched in, and this the place in it.
const { place, ...state } = history.state ?? {};
if (place !== undefined) {
  history.replaceState(state, "");
  const settle = () => scrollTo({ top: place, behavior: "instant" });
  // What the address opens is brought into view a frame after the report is drawn.
  addEventListener("report-ready", () => requestAnimationFrame(() => requestAnimationFrame(settle)), { once: true });
}

// Where a browser, a host or a policy refuses, the page is read as it is.
container?.register(new URL("sw.js", import.meta.url)).then(follow).catch(() => {});

function follow(registration) {
  const hint = document.createElement("p");
  hint.className = "fresh";
  hint.setAttribute("role", "status");
  document.body.append(hint);

  const offer = () => {
    // Without a controller the page came from the network, and is new already.
    if (!registration.waiting || !container.controller || hint.firstChild) return;
    const change = () => registration.waiting?.postMessage("switch");
    const shown = document.querySelector("report-widget").shadowRoot?.querySelector("[lang]")?.lang;
    // The prerendering writes what is said in each language; a page of a development build lacks it.
    const { lang, content } = document.querySelector(`template[data-new-version][lang="${shown}"]`) ?? {};
    if (!content) return change();
    hint.lang = lang;
    hint.append(content.cloneNode(true));
    hint.querySelector("button").addEventListener("click", change);
  };
  const watch = () => registration.installing?.addEventListener("statechange", offer);
  registration.addEventListener("updatefound", watch);
  watch();
  offer();

  if (container.controller) container.addEventListener("controllerchange", () => {
    history.replaceState({ ...history.state, place: scrollY }, "");
    location.reload();
  });
  // Browsers look for a new version when a page is opened; this one may stay open for days.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) registration.update().catch(() => {});
  });
}
