/**
 * This module registers `<report-widget>` and nothing else. The program (WebAssembly) is loaded once
 * per page, when the first widget comes near the screen. Until it runs, and if it never does, the
 * element shows its own content, or the prerendered report in its shadow root.
 */

/** Every attribute, and the property that it has. */
const PROPERTIES = {
  report: "report", lang: null, theme: "theme", part: "part", query: "query", filters: "filters",
  card: "card", motion: "motion", chrome: "chrome", "sync-url": "syncUrl", loading: "loading",
};

/** Allowed values of attributes that the program does not read itself; the first is the default. */
const CHOICES = { theme: ["auto", "light", "dark"], motion: ["auto", "off"], loading: ["lazy", "eager"] };

/** Parameters of an address that tell a view. */
const PARAMETERS = ["report", "part", "query", "filters", "sort", "card", "trace", "errata", "compare", "report-lang"];

/** How near an element comes before its program is fetched: about one screen. */
const NEAR = "800px";

/** While an element waits it takes up a screen, as every report does, so that what follows is not pushed. */
const WAITING = ":host{display:block}:host([hidden]){display:none}slot{display:flow-root;min-block-size:100vh}";

/** From a file on a disk nobody else can follow a link. */
const ON_DISK = ".share-view,.embed{display:none}";

/** The build writes here the digests of the files that belong to this script. */
const INTEGRITY = JSON.parse('{"integrity":"of the build"}');

/** The files that are fetched. Each address is written out: that is how bundlers find the files. */
const FILES = {
  "report-widget_bg.wasm": () => new URL("./report-widget_bg.wasm", import.meta.url),
  "report-widget.css": () => new URL("./report-widget.css", import.meta.url),
  "report-widget-charts-ko.json": () => new URL("./report-widget-charts-ko.json", import.meta.url),
  "report-widget-charts-en.json": () => new URL("./report-widget-charts-en.json", import.meta.url),
  "report-widget-search.txt": () => new URL("./report-widget-search.txt", import.meta.url),
};

/** How long a file is waited for, in milliseconds: a connection may come to a halt and never end. */
const PATIENCE = 60_000;
function inTime(name, loading) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(failure("timed-out", `${name} did not arrive within ${PATIENCE / 1000} seconds`)), PATIENCE);
  });
  return Promise.race([loading, late]).finally(() => clearTimeout(timer));
}

/** Program and style sheet, once per page; forgotten when one fails, so that a later widget may try again. */
let loading, loadingStyles, lastFailure;
function program() {
  loading ??= load().catch(forget);
  return loading;
}

function forget(error) {
  // Widgets that started at the same moment share the failure.
  setTimeout(() => { loading = loadingStyles = undefined; });
  throw reported(error);
}

/** Warns of a failure, once for all widgets of the page; gives it. */
function reported(error) {
  if (lastFailure !== error.message) warn(`${lastFailure = error.message}; the element's own content stays`);
  return error;
}

/** The script and the WebAssembly are fetched side by side. */
async function load() {
  const [module, wasm] = await Promise.all([
    inTime("report-widget-program.js", import("./report-widget-program.js").catch((error) => {
      throw failure("script-failed", `report-widget-program.js could not be loaded (${error.message})`);
    })),
    inTime("report-widget_bg.wasm", compile("report-widget_bg.wasm")),
  ]);
  await module.default({ module_or_path: wasm }).catch(async (error) => { throw await explain(notStarted(error)); });
  module.trust(trustedTypesPolicy ??= createPolicy());
  const [reports] = WebAssembly.Module.customSections(wasm, "report-widget-data");
  try {
    module.loadReports(new Uint8Array(reports));
  } catch (error) {
    // The program says in words what is wrong with the data; where it has too little memory, it stops.
    throw typeof error === "string" ? failure("data-broken", `report-widget_bg.wasm ${error}`) : notStarted(error);
  }
  // The reports are decoded: a touch may be handled before they are drawn.
  await new Promise((done) => setTimeout(done));
  return module.mount;
}

/** The style sheet. A prerendered page has its own. */
function loadStyles() {
  loadingStyles ??= inTime("report-widget.css", fetchFile("style", "report-widget.css"))
    .then((response) => response.text())
    .then((css) => css + (location.protocol === "file:" ? ON_DISK : ""));
  return loadingStyles;
}

async function fetchFile(kind, name, options = { integrity: INTEGRITY[name] }) {
  const response = await fetch(FILES[name](), options).catch(async (error) => {
    if (!options.integrity) throw failure(`${kind}-blocked`, `${name} could not be fetched (${error.message})`);
    // On an integrity failure the response is hidden; a HEAD request finds out why.
    await fetchFile(kind, name, { method: "HEAD" });
    throw failure(`${kind}-broken`, `${name} is not what was built`);
  });
  if (!response.ok) throw failure(`${kind}-missing`, `${name} was answered with status ${response.status}`);
  return response;
}

/** Loads what is needed later once per page; a failure is forgotten, so that the next one may try again. */
const loaded = {};
function loadOnce(name, load) {
  loaded[name] ??= inTime(name, load()).catch((error) => {
    delete loaded[name];
    throw error;
  });
  return loaded[name];
}

/**
 * The charts of a language, when somebody opens what has one. Those of a language that the interface does not
 * speak are in the English file.
 */
function loadCharts(lang) {
  const name = `report-widget-charts-${lang === "ko" ? "ko" : "en"}.json`;
  return loadOnce(name, () => Promise.all([
    import("./report-widget-charts.js"),
    fetchFile("charts", name).then((response) => response.json()),
  ]));
}

/** Index terms and synonyms, when somebody is about to search. */
function loadSearchTerms() {
  const name = "report-widget-search.txt";
  return loadOnce(name, () => fetchFile("search-terms", name).then((response) => response.text()));
}

/** What draws pictures, when somebody exports a card or a chart. */
function loadPictures() {
  return loadOnce("report-widget-image.js", () => import("./report-widget-image.js"));
}

/** What writes workbooks, when somebody downloads one. */
function loadWorkbooks() {
  return loadOnce("report-widget-xlsx.js", () => import("./report-widget-xlsx.js"));
}

/** Under Trusted Types only a policy may write HTML; the page allows it as `trusted-types report-widget`. */
let trustedTypesPolicy;
function createPolicy() {
  try {
    return trustedTypes.createPolicy("report-widget", { createHTML: (html) => html });
  } catch {
    return undefined;
  }
}

async function compile(name) {
  const response = await fetchFile("wasm", name);
  try {
    // Many hosts do not know the type of WebAssembly, and only that type may be streamed.
    return await (/^application\/wasm$/i.test(response.headers.get("content-type"))
      ? WebAssembly.compileStreaming(response)
      : WebAssembly.compile(await response.arrayBuffer()));
  } catch (error) {
    throw await explain(failure("wasm-broken", `${name} is not what was built (${error.message})`));
  }
}

/**
 * The error, unless the page's policy refuses WebAssembly. Engines say so in words of their own, Safari
 * only when the module is to run; where it is refused, the smallest module is refused too.
 */
async function explain(error) {
  return WebAssembly.instantiate(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)).then(
    () => error,
    () => failure("wasm-refused", "the page's policy refuses WebAssembly; its script-src needs 'wasm-unsafe-eval'"),
  );
}

/** A page that is never idle gets on all the same, a little each second. Safari has no idle callbacks: now and then will do. */
const requestIdle = globalThis.requestIdleCallback
  ? (work) => requestIdleCallback(work, { timeout: 1000 })
  : (work) => setTimeout(() => work({ timeRemaining: () => 0 }), 50);
const cancelIdle = globalThis.cancelIdleCallback ?? clearTimeout;

function failure(code, message) {
  return Object.assign(new Error(message), { code });
}

function notStarted(error) {
  return failure("not-started", `the program could not start (${error?.message ?? error})`);
}

function warn(message) {
  console.warn(`<report-widget>: ${message}`);
}

/** Constructable style sheets belong to a document; all its widgets share one of a text. */
const styleSheets = new WeakMap();
function styleSheet(document, css) {
  const known = styleSheets.get(document) ?? new Map();
  styleSheets.set(document, known);
  if (!known.has(css)) {
    const sheet = new document.defaultView.CSSStyleSheet();
    sheet.replaceSync(css);
    known.set(css, sheet);
  }
  return known.get(css);
}

/**
 * A corporate report as one element, in which every number can be traced.
 *
 * What hosts may rely on is written here and nowhere else: the README's tables,
 * `custom-elements.json` and `report-widget.d.ts` are generated from it
 * (`cargo xtask test --only drift`). Every attribute is a property too.
 *
 * @element report-widget
 * @slot - Shown until, or unless, the widget runs.
 *
 * @attr {string} [report] - Id of a bundled report; without it the first one.
 * @attr {"ko"|"en"} lang - Language, also another one of the report; without it that of the nearest ancestor that has one, else the report's own.
 * @attr {"auto"|"light"|"dark"} [theme=auto] - Colours; `auto` follows the reader's system.
 * @attr {number} part - Number of the part to open at.
 * @attr {string} query - Words to search for.
 * @attr {string} filters - Values to filter by: `brand:kakaotalk,brand:kakaomap;theme:vaccine`.
 * @attr {string} card - Id of the card to open.
 * @attr {"auto"|"off"} [motion=auto] - Whether counters may run; never against `prefers-reduced-motion`.
 * @attr {"full"|"minimal"} [chrome=full] - `minimal` leaves out the report switcher and the footer's tools.
 * @attr {boolean} sync-url - Keeps the page's query string in step with the view; a language other than the page's own is its parameter `report-lang`.
 * @attr {"lazy"|"eager"} [loading=lazy] - When to start: once the element comes near the screen, or at once; a `part`, a `card`, or an address that `sync-url` follows, starts at once too.
 *
 * @event {CustomEvent<{report: string, version: string, cards: number}>} report-ready - The report is drawn.
 * @event {CustomEvent<{report: string, part: number | null, query: string, filters: string, card: string | null, count: number}>} report-change - What is shown changed; `count` is the number of cards found.
 * @event {CustomEvent<{code: "script-failed" | "wasm-missing" | "wasm-blocked" | "wasm-refused" | "wasm-broken" | "data-broken" | "style-missing" | "style-blocked" | "style-broken" | "timed-out" | "not-started" | "stopped", message: string}>} report-error - The program could not be loaded or started, or it stopped; the element's own content stays.
 *
 * @csspart hero - The opening: title and headline numbers.
 * @csspart nav - The list of parts.
 * @csspart search - The search field and the order.
 * @csspart facets - The filters.
 * @csspart part - Each part of the report, with its cards.
 * @csspart card - Each card.
 * @csspart figure - Each number of a card.
 * @csspart counter - Each number whose digits may run.
 * @csspart timeline - The dates of a card.
 * @csspart footer - Citation, rights and tools.
 *
 * @cssproperty [--report-accent=#f4c400] - The colour of marks, lines and what is chosen.
 * @cssproperty [--report-surface=#fbfaf6, dark #15140f] - The ground.
 * @cssproperty [--report-text=#1d1a14, dark #f2eee3] - Text; all greys are mixed from it and the ground.
 * @cssproperty [--report-font=system-ui and system fonts with Hangul] - The font family.
 * @cssproperty [--report-radius=14px] - Corner radius.
 */
class ReportWidget extends HTMLElement {
  static observedAttributes = Object.keys(PROPERTIES);

  #root;
  #widget;
  #starting;
  #approach;
  #css;
  #listeners;
  #warnings = new Set();
  #addressTimer;
  #pauseTimer;
  #idle;
  /** The report whose prerendered page was taken over. */
  #takenOver;
  #hasAddress = false;

  constructor() {
    super();
    this.#root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    // Browsers without declarative shadow roots leave the prerendered report in a template.
    const template = this.querySelector(":scope > template[shadowrootmode]");
    if (template) this.#root.append(template.content);
    if (!this.#root.firstChild) this.#root.append(document.createElement("slot"));
  }

  connectedCallback() {
    for (const name of Object.values(PROPERTIES)) if (name) this.#upgradeProperty(name);
    // A dialog that moves with its element is no longer on top of the page.
    this.#root.querySelector("dialog")?.close();
    if (!this.#widget) this.#startWhenNear();
  }

  disconnectedCallback() {
    // A move is a removal and an insertion: decide when both are over.
    queueMicrotask(() => this.#isInPage() || this.#stop());
  }

  /** Style sheets belong to a document, listeners to its window. */
  adoptedCallback() {
    if (!this.#isInPage()) return;
    this.#adoptStyles(this.#css);
    if (this.#widget) this.#listen();
  }

  attributeChangedCallback(name, before, value) {
    if (before === value) return;
    const choices = CHOICES[name];
    if (choices && value !== null && !choices.includes(value)) {
      this.#warn(`${name}="${value}" is not known; using ${choices[0]}`);
    }
    if (name === "loading") return this.#startWhenNear();
    if (!this.#widget) return;
    if (name === "chrome") this.#restart();
    else if (name === "lang") this.#widget.setAttribute("lang", this.#language());
    else this.#widget.setAttribute(name, value ?? undefined);
  }

  /** Starts when the element comes near the screen, or at once where somebody waits for it. */
  #startWhenNear() {
    if (this.#widget || this.#starting || !this.#isInPage()) return;
    // The prerendered report has its own style, and fills more than a screen.
    if (!this.#prerendered()) this.#adoptStyles(WAITING);
    if (this.#isAwaited()) return this.#start();
    this.#approach ??= new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.#start(),
      { rootMargin: NEAR, scrollMargin: NEAR },
    );
    this.#approach.observe(this);
  }

  #isAwaited() {
    const has = (name) => this.hasAttribute(name);
    const address = new URLSearchParams(has("sync-url") ? location.search : "");
    return this.getAttribute("loading") === "eager" || has("part") || has("card")
      || PARAMETERS.some((name) => address.has(name));
  }

  /** Whether the element is in a document that is shown somewhere. */
  #isInPage() {
    return this.isConnected && this.ownerDocument.defaultView !== null;
  }

  /** The prerendered report, as long as no program made it live. */
  #prerendered() {
    return this.#root.querySelector("[data-prerendered]");
  }

  /** Whether the program makes the prerendered report live. That one has all tools. */
  #takesOver() {
    return this.#prerendered() !== null && this.getAttribute("chrome") !== "minimal";
  }

  /** Kept once the report is drawn, or cannot be. */
  #start() {
    this.#approach?.disconnect();
    if (this.#widget) return undefined;
    this.#starting ??= this.#load().finally(() => { this.#starting = undefined; });
    return this.#starting;
  }

  async #load() {
    try {
      const styles = this.#takesOver() ? undefined : loadStyles();
      // Where everything fails, the program's failure is the one to report.
      styles?.catch(() => {});
      const mount = await program();
      const css = await styles?.catch(forget);
      if (this.#isInPage() && !this.#widget) this.#draw(mount, css);
    } catch (error) {
      if (!this.#prerendered()) this.#adoptStyles();
      this.#fail(error);
    }
  }

  #fail(error) {
    const { code = "not-started", message = String(error) } = error ?? {};
    this.#emit("report-error", { code, message });
  }

  #draw(mount, css) {
    const prerendered = this.#takesOver() ? this.#prerendered() : null;
    const before = prerendered ? [] : [...this.#root.childNodes];
    const inside = prerendered ?? document.createElement("div");
    this.#takenOver = prerendered?.dataset.prerendered;
    inside.className = "inside";
    if (prerendered) {
      if (location.protocol === "file:") this.#adoptStyles(ON_DISK);
      // What styles paper styles dialogs too; until now it was for print alone, and no paint waited for it.
      for (const sheet of this.#root.querySelectorAll("[media]")) sheet.media = "all";
    } else {
      this.#adoptStyles(css);
      this.#root.append(inside);
    }
    // Numbers that have been read for a while do not begin to run.
    if (prerendered && performance.now() > 2000) {
      for (const counter of inside.querySelectorAll(".counter")) {
        if (counter.getBoundingClientRect().top < innerHeight) counter.dataset.ran = "";
      }
    }
    try {
      this.#widget = mount(inside, this.#options(), this.#host());
    } catch (error) {
      if (!prerendered) inside.remove();
      throw reported(notStarted(error));
    }
    for (const node of before) node.remove();
    this.#listen();
  }

  #adoptStyles(css) {
    this.#css = css;
    this.#root.adoptedStyleSheets = css ? [styleSheet(this.ownerDocument, css)] : [];
  }

  /** Adopts the style sheet of something that is loaded on demand. */
  #addStyles(css) {
    const sheet = styleSheet(this.ownerDocument, css);
    const adopted = this.#root.adoptedStyleSheets;
    if (!adopted.includes(sheet)) this.#root.adoptedStyleSheets = [...adopted, sheet];
  }

  #stop() {
    this.#approach?.disconnect();
    this.#listeners?.abort();
    clearTimeout(this.#addressTimer);
    this.#stopWaiting();
    const widget = this.#widget;
    this.#widget = undefined;
    widget?.free();
    if (widget) this.#root.replaceChildren(document.createElement("slot"));
  }

  /**
   * The program stopped before everything was drawn, as where memory runs out: the report stays as it was
   * prerendered, without what answers no more, or else the element's own content comes back.
   */
  #giveUp(error) {
    // Freeing the widget would only stop the program again.
    this.#widget = undefined;
    this.#stop();
    const inside = this.#root.querySelector(".inside");
    if (this.#takenOver) {
      const copy = inside.cloneNode(true);
      copy.dataset.prerendered = this.#takenOver;
      inside.replaceWith(copy);
    } else {
      this.#root.replaceChildren(document.createElement("slot"));
      this.#adoptStyles();
    }
    this.#fail(reported(failure("stopped", `the program stopped (${error.message})`)));
  }

  #restart() {
    this.#stop();
    if (this.#isInPage()) this.#start();
  }

  #listen() {
    this.#listeners?.abort();
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    const document = this.ownerDocument;
    document.defaultView.addEventListener("beforeprint", () => this.#widget?.beforePrint(), { signal });
    addEventListener("popstate", () => {
      clearTimeout(this.#addressTimer);
      if (this.hasAttribute("sync-url")) this.#widget?.navigate(location.search);
    }, { signal });
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.#widget?.finishCounters();
    }, { signal });
    // A program that stopped in a listener of its own stops again when it is called.
    addEventListener("error", ({ error }) => {
      if (error instanceof WebAssembly.RuntimeError) this.#useIdleTime();
    }, { signal });
    // A card that opens takes its row for itself: what was pressed stays where it was.
    this.#root.addEventListener("click", ({ target }) => {
      const summary = target.closest(".card > summary");
      const top = summary?.getBoundingClientRect().top;
      if (summary) requestAnimationFrame(() => {
        scrollBy({ top: summary.getBoundingClientRect().top - top, behavior: "instant" });
      });
    }, { signal });
  }

  #options() {
    const get = (name) => this.getAttribute(name) ?? undefined;
    return {
      report: get("report"),
      lang: this.#language(),
      part: get("part"),
      query: get("query"),
      filters: get("filters"),
      card: get("card"),
      chrome: get("chrome"),
      address: this.hasAttribute("sync-url") ? location.search : undefined,
    };
  }

  /** The language of the element or of its nearest ancestor that has one. */
  #language() {
    for (let node = this; node; node = node.assignedSlot ?? node.parentNode ?? node.host) {
      const lang = node.getAttribute?.("lang");
      if (lang) return lang;
    }
    return undefined;
  }

  /** What the program may do to the page around it; `src/element/host.rs` declares it. */
  #host() {
    return {
      emit: (name, detail) => this.#emit(name, detail),
      warn: (message) => this.#warn(message),
      viewChanged: () => {
        this.#updateAddress();
        this.#awaitPause();
      },
      searchTerms: () => loadSearchTerms().catch((error) => this.#warn(`index terms are left out (${error.message})`)),
      copy: (text) => copy(text, this.#root.querySelector("dialog[open]") ?? this.#root),
      share: () => share(this.#link(), this.#root),
      allowsMotion: () => this.getAttribute("motion") !== "off" && !document.hidden
        && !matchMedia("(prefers-reduced-motion: reduce), print").matches,
      placeCharts: (slot, id) => this.#placeCharts(slot, id),
      drawPicture: async (element, shape, picture) => (await loadPictures()).show(element, shape, picture),
      usePicture: async (use, name) =>
        (await loadPictures()).use(this.#root.querySelector("dialog .picture"), use, name, save),
      saveWorkbook: async (name, rows, tallies, exact) => {
        save(name, (await loadWorkbooks()).workbook(JSON.parse(rows), JSON.parse(tallies), exact));
        return true;
      },
      saveFile: (name, type, text) => save(name, new Blob([text], { type })),
      pageUrl: () => location.href,
      bundleUrl: () => new URL("./", FILES["report-widget_bg.wasm"]()).href,
      attribute: (name) => this.getAttribute(name) ?? undefined,
    };
  }

  /** The page's address, telling the present view where the page keeps it in step. */
  #link() {
    const link = new URL(location.href);
    if (this.hasAttribute("sync-url") && this.#widget) link.search = this.#widget.addressIn(location.search);
    return link;
  }

  /** Safari allows about 100 changes of the address in 30 seconds, so they are debounced. */
  #updateAddress() {
    if (!this.hasAttribute("sync-url")) return;
    clearTimeout(this.#addressTimer);
    this.#addressTimer = setTimeout(() => {
      const link = this.#link();
      // The first view is where the reader came in, and words are typed letter by letter: neither
      // is a step to go back by.
      const isStep = this.#hasAddress && withoutQuery(link) !== withoutQuery(location);
      this.#hasAddress = true;
      if (link.href !== location.href) {
        history[isStep ? "pushState" : "replaceState"](history.state, "", link);
      }
    }, 350);
  }

  /** Places the charts of one thing in the slot that a component has for them. */
  async #placeCharts(slot, id) {
    try {
      const { lang } = slot.closest(".widget");
      const [{ place, STYLES }, drawn] = await loadCharts(lang);
      if (!this.#widget || !slot.isConnected) return;
      this.#addStyles(STYLES);
      const { reportId } = slot.closest("[data-report-id]").dataset;
      const { charts } = drawn.find((report) => report.id === reportId && report.lang === lang);
      const trust = (html) => trustedTypesPolicy?.createHTML(html) ?? html;
      place(slot, trust(charts[id]), {
        copy: (text) => this.#widget?.copy(text),
        exportChart: (table) => this.#widget?.exportChart(table),
      });
    } catch (error) {
      this.#warn(`charts are left out (${error.message})`);
      // The reader may be online again when they close or open it the next time.
      slot.closest("details")?.addEventListener("toggle", () => this.#placeCharts(slot, id), { once: true });
    }
  }

  /** The figures shown now. */
  async #export(read) {
    if (this.#isInPage()) await this.#start();
    if (!this.#widget) {
      throw new DOMException("<report-widget>: the report is not drawn", "InvalidStateError");
    }
    return read(this.#widget);
  }

  /** What can wait is not in the way of the next letter: a reader who types enters one within 300 ms. */
  #awaitPause() {
    this.#stopWaiting();
    this.#pauseTimer = setTimeout(() => this.#useIdleTime(), 300);
  }

  #stopWaiting() {
    clearTimeout(this.#pauseTimer);
    cancelIdle(this.#idle);
    this.#idle = undefined;
  }

  /** Lets the program do what can wait, a little at a time, while the page is idle. */
  #useIdleTime() {
    this.#idle ??= requestIdle((deadline) => {
      this.#idle = undefined;
      let more;
      try {
        do more = this.#widget?.idle(); while (more > 1 && deadline.timeRemaining() > 8);
      } catch (error) {
        return this.#giveUp(error);
      }
      if (more) this.#useIdleTime();
    });
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  #warn(message) {
    if (this.#warnings.has(message)) return;
    this.#warnings.add(message);
    warn(message);
  }

  /** Properties set before the element was defined become attributes. */
  #upgradeProperty(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete this[name];
    this[name] = value;
  }

  /**
   * Shows a view; what is left out stays as it is, and `null` gives it up.
   * @param {{part?: number | string | null, card?: string | null, query?: string | null, filters?: string | null}} view
   * @returns {void}
   */
  show(view) {
    for (const name of ["query", "filters", "part", "card"]) {
      if (view[name] === undefined) continue;
      const before = this.getAttribute(name);
      this[name] = view[name];
      // The reader may have left what the attribute still says.
      if (this.getAttribute(name) === before) this.#widget?.setAttribute(name, before ?? undefined);
    }
    if (this.#isInPage()) this.#start();
  }

  /**
   * The figures of the cards shown, as CSV that spreadsheets open. Waits until the report is drawn; rejects where it cannot be.
   * @returns {Promise<string>}
   */
  toCSV() {
    return this.#export((widget) => widget.csv());
  }

  /**
   * The same rows as objects; values are exact decimal strings. Waits and rejects as `toCSV()` does.
   * @returns {Promise<{report: string, part: number, card: string, title: string, figure: string, label: string, value: string, unit: string, approx: boolean, printed: string[], page: number, note: string | null, previous: string | null, previousPeriod: string | null, base: string | null, basePeriod: string | null, target: string | null, targetPeriod: string | null, restated: string | null, assurance: "limited" | "reasonable" | null, codes: string[]}[]>}
   */
  toJSON() {
    return this.#export((widget) => widget.rows());
  }
}

for (const [attribute, property] of Object.entries(PROPERTIES)) {
  // HTML itself has the property of `lang`.
  if (!property) continue;
  const isBoolean = attribute === "sync-url";
  Object.defineProperty(ReportWidget.prototype, property, {
    configurable: true,
    enumerable: true,
    get() {
      return isBoolean ? this.hasAttribute(attribute) : this.getAttribute(attribute);
    },
    set(value) {
      if (isBoolean) this.toggleAttribute(attribute, Boolean(value));
      else if (value === null || value === undefined) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value);
    },
  });
}

/** Copies with the clipboard, or by selecting where in-app views allow no clipboard. */
async function copy(text, parent) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    area.readOnly = true;
    area.className = "hidden";
    const focused = parent.getRootNode().activeElement;
    parent.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    focused?.focus();
    return copied;
  }
}

/** How long a file is kept for a download that has begun, in milliseconds. */
const KEPT = 40_000;

/** Downloads a file. */
function save(name, content) {
  const href = URL.createObjectURL(content);
  const link = document.createElement("a");
  Object.assign(link, { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), KEPT);
}

function withoutQuery({ search }) {
  const parameters = new URLSearchParams(search);
  parameters.delete("query");
  return parameters.toString();
}

/** Shares a link; nothing where the reader thinks better of it. */
async function share(link, root) {
  if (navigator.share) {
    try {
      await navigator.share({ title: document.title, url: link.href });
      return "shared";
    } catch (error) {
      if (error.name === "AbortError") return undefined;
    }
  }
  return (await copy(link.href, root)) ? "link-copied" : "failed";
}

if (!customElements.get("report-widget")) customElements.define("report-widget", ReportWidget);
