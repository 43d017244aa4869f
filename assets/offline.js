/**
 * Keeps the standalone page for reading without a network (see sw.js), and
 * tells the reader, quietly, that there is a new version. Embedding pages do
 * not load this.
 *
 * The prerendering writes a constant before this: WORDS, what is said in each language. Development
 * builds lack it, and go to the new version at once.
 */
const container = serviceWorkers();

/** None where a sandbox or a setting refuses even to be asked. */
function serviceWorkers() {
  try {
    return navigator.serviceWorker;
  } catch {
    return undefined;
  }
}

/** How long the address takes to follow what was typed (element.js), and a little more, in milliseconds. */
const SETTLED = 400;

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
    const lang = document.querySelector("report-widget").shadowRoot?.querySelector("[lang]")?.lang;
    const change = () => registration.waiting?.postMessage("switch");
    if (typeof WORDS === "undefined") return change();
    // The interface speaks English where a report has another language.
    const spoken = WORDS[lang] ? lang : "en";
    const [text, action] = WORDS[spoken];
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = action;
    button.addEventListener("click", change);
    hint.lang = spoken;
    hint.append(text, button);
  };
  const watch = () => registration.installing?.addEventListener("statechange", offer);
  registration.addEventListener("updatefound", watch);
  watch();
  offer();

  if (container.controller) container.addEventListener("controllerchange", () => setTimeout(() => {
    history.replaceState({ ...history.state, place: scrollY }, "");
    location.reload();
  }, SETTLED));
  // Browsers look for a new version when a page is opened; this one may stay open for days.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) registration.update().catch(() => {});
  });
}
