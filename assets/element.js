/**
 * This module registers `<report-widget>` and nothing else; the program
 * (WebAssembly) is loaded once per page, when the first widget comes near the
 * screen. Until it runs, and if it never does, the element shows its own content.
 */
const ATTRIBUTES = [
  "report", "lang", "theme", "part", "query", "filters", "card", "motion", "chrome", "sync-url",
  "loading",
];

/** Allowed words of attributes that the program does not read itself. */
const CHOICES = { theme: ["auto", "light", "dark"], motion: ["auto", "off"], loading: ["lazy", "eager"] };

/** How near an element comes before its program is fetched: about one screen. */
const NEAR = "800px";

/** While an element waits it takes up a screen, as every report does: what follows is not pushed. */
const WAITING = ":host{display:block}:host([hidden]){display:none}slot{display:flow-root;min-block-size:100vh}";

/** The build writes here which files belong to this script; the browser refuses any other. */
const INTEGRITY = {};

/** The program, once per page; forgotten when it fails, so that a later widget may try again. */
let loading, complaint;
function program() {
  loading ??= load().catch((error) => {
    // Those that started in the same moment share the failure.
    setTimeout(() => { loading = undefined; });
    if (complaint !== error.message) warn(`${complaint = error.message}; the element's own content stays`);
    throw error;
  });
  return loading;
}

/** The script, the WebAssembly and the style sheet are fetched side by side. */
async function load() {
  const styles = fetched("style", "report-widget.css").then((answer) => answer.text());
  // Where everything fails, the program's failure is the one to tell.
  styles.catch(() => {});
  const [module, wasm] = await Promise.all([
    import("./report-widget-program.js").catch((error) => {
      throw fault("script-failed", `report-widget-program.js could not be loaded (${error.message})`);
    }),
    compiled("report-widget_bg.wasm"),
  ]);
  await module.default({ module_or_path: wasm }).catch(async (error) => { throw await explained(error); });
  module.trust(trusted ??= policy());
  // Nobody else can follow a link to one reader's disk.
  const alone = location.protocol === "file:" ? '[data-go="share:"],[data-go="embed:"]{display:none}' : "";
  const worn = (await styles) + alone;
  sheet(document, worn);
  // The reports are unpacked, the style is read: a reader's touch may come before all of it is drawn.
  await new Promise((done) => setTimeout(done));
  return { mount: module.mount, styles: worn };
}

async function fetched(kind, name, options = { integrity: INTEGRITY[name] }) {
  const answer = await fetch(new URL(name, import.meta.url), options).catch(async (error) => {
    if (!options.integrity) throw fault(`${kind}-blocked`, `${name} could not be fetched (${error.message})`);
    // Whatever is not the right file is refused unseen; asked once more, the host says what it has.
    await fetched(kind, name, { method: "HEAD" });
    throw fault(`${kind}-broken`, `${name} is not what was built`);
  });
  if (!answer.ok) throw fault(`${kind}-missing`, `${name} was answered with status ${answer.status}`);
  return answer;
}

/** Charts by language, which nobody loads who opens nothing that has one. */
const charts = {};
function chartsIn(lang) {
  charts[lang] ??= Promise.all([
    import("./report-widget-charts.js"),
    fetched("charts", `report-widget-charts-${lang}.json`).then((answer) => answer.json()),
  ]).catch((error) => {
    delete charts[lang];
    throw error;
  });
  return charts[lang];
}

/** Under Trusted Types only a policy may write HTML; the page allows it as `trusted-types report-widget`. */
let trusted;
function policy() {
  try {
    return trustedTypes.createPolicy("report-widget", { createHTML: (html) => html });
  } catch {
    return undefined;
  }
}

async function compiled(name) {
  const answer = await fetched("wasm", name);
  try {
    // Many hosts do not know the type of WebAssembly, and only what is named rightly may stream.
    return await (/^application\/wasm$/i.test(answer.headers.get("content-type"))
      ? WebAssembly.compileStreaming(answer)
      : WebAssembly.compile(await answer.arrayBuffer()));
  } catch (error) {
    throw await explained(fault("wasm-broken", `${name} is not what was built (${error.message})`));
  }
}

/**
 * The fault, unless it is the page's policy. Engines refuse WebAssembly in words of their own, Safari
 * not before it is to run; where it is a refusal, the smallest module is refused too.
 */
async function explained(fault_or_refusal) {
  return WebAssembly.instantiate(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)).then(
    () => fault_or_refusal,
    () => fault("wasm-refused", "the page's policy refuses WebAssembly; its script-src needs 'wasm-unsafe-eval'"),
  );
}

/** Safari has no idle callbacks: a little at a time, now and then, will do. */
const whenIdle = globalThis.requestIdleCallback
  ?? ((work) => setTimeout(() => work({ timeRemaining: () => 0 }), 50));
const forget = globalThis.cancelIdleCallback ?? clearTimeout;

function fault(code, message) {
  return Object.assign(new Error(message), { code });
}

function warn(message) {
  console.warn(`<report-widget>: ${message}`);
}

/** Style sheets by document, each of which has its own: all its widgets share one of a text. */
const sheets = new WeakMap();
function sheet(document, text) {
  const known = sheets.get(document) ?? new Map();
  sheets.set(document, known);
  if (!known.has(text)) {
    const sheet = new document.defaultView.CSSStyleSheet();
    sheet.replaceSync(text);
    known.set(text, sheet);
  }
  return known.get(text);
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
 * @attr {string} [report=white-paper-2022] - Id of a bundled report: `white-paper-2022`, `story-2021`.
 * @attr {"ko"|"en"} lang - Language; without it that of the nearest ancestor that has one, else `ko`.
 * @attr {"auto"|"light"|"dark"} [theme=auto] - Colours; `auto` follows the reader's system.
 * @attr {number} part - Number of the part to open at.
 * @attr {string} query - Words to search for.
 * @attr {string} filters - Values to filter by: `brand:kakaotalk,brand:kakaomap;theme:vaccine`.
 * @attr {string} card - Id of the card to open.
 * @attr {"auto"|"off"} [motion=auto] - Whether counters may run; never against `prefers-reduced-motion`.
 * @attr {"full"|"minimal"} [chrome=full] - `minimal` leaves out the report switcher and the footer's tools.
 * @attr {boolean} sync-url - Keeps the page's query string in step with the view.
 * @attr {"lazy"|"eager"} [loading=lazy] - When to start: once the element comes near the screen, or at once; a `part`, a `card`, or an address that `sync-url` follows, starts at once too.
 *
 * @event {CustomEvent<{report: string, version: string, cards: number}>} report-ready - The report is drawn.
 * @event {CustomEvent<{report: string, part: number | null, query: string, filters: string, card: string | null, count: number}>} report-change - What is shown changed; `count` is the number of cards found.
 * @event {CustomEvent<{code: "script-failed" | "wasm-missing" | "wasm-blocked" | "wasm-refused" | "wasm-broken" | "style-missing" | "style-blocked" | "style-broken" | "not-started", message: string}>} report-error - The program could not be loaded or started; the element's own content stays.
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
 * @cssproperty [--report-radius=14px] - How round corners are.
 */
class ReportWidget extends HTMLElement {
  static observedAttributes = ATTRIBUTES;

  #root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
  #mounted;
  #starting;
  #approach;
  #styles;
  #chartStyles;
  #ends;
  #complaints = new Set();
  #addressTimer;
  #tellTimer;
  #idle;
  #addressed = false;

  constructor() {
    super();
    if (!this.#root.firstChild) this.#root.append(document.createElement("slot"));
  }

  connectedCallback() {
    for (const name of Object.keys(PROPERTIES)) this.#upgrade(name);
    // A dialog that moves with its element is no longer on top of the page.
    this.#root.querySelector("dialog")?.close();
    if (!this.#mounted) this.#await();
  }

  disconnectedCallback() {
    // A move is a removal and an insertion: decide when both are over.
    queueMicrotask(() => this.#isInPage() || this.#stop());
  }

  /** Style sheets belong to a document, listeners to its window. */
  adoptedCallback() {
    if (!this.#isInPage()) return;
    this.#wear(this.#styles);
    if (this.#mounted) this.#listen();
  }

  attributeChangedCallback(name, before, value) {
    if (before === value) return;
    const choices = CHOICES[name];
    if (choices && value !== null && !choices.includes(value)) {
      this.#complain(`${name}="${value}" is not known; using ${choices[0]}`);
    }
    if (name === "loading") return this.#await();
    if (!this.#mounted) return;
    if (name === "chrome") this.#restart();
    else if (name === "lang") this.#mounted.set("lang", this.#language());
    else this.#mounted.set(name, value ?? undefined);
  }

  /** Starts when the element comes near the screen, or at once where somebody waits for it. */
  #await() {
    if (this.#mounted || this.#starting || !this.#isInPage()) return;
    // The still page fills more than a screen, and another style would have all of it laid out anew.
    if (!this.querySelector(".still")) this.#wear(WAITING);
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
    const told = ["report", "part", "query", "filters", "sort", "card", "trace", "errata"]
      .some((name) => address.has(name));
    return this.getAttribute("loading") === "eager" || has("part") || has("card") || told;
  }

  /** Whether the element is in a document that is shown somewhere. */
  #isInPage() {
    return this.isConnected && this.ownerDocument.defaultView !== null;
  }

  /** Kept once the report is drawn, or cannot be. */
  #start() {
    this.#approach?.disconnect();
    if (this.#mounted) return undefined;
    this.#starting ??= this.#load().finally(() => { this.#starting = undefined; });
    return this.#starting;
  }

  async #load() {
    try {
      const { mount, styles } = await program();
      if (this.#isInPage() && !this.#mounted) this.#draw(mount, styles);
    } catch (error) {
      this.#wear();
      const { code = "not-started", message = String(error) } = error ?? {};
      this.#emit("report-error", { code, message });
    }
  }

  #draw(mount, styles) {
    const inside = document.createElement("div");
    inside.className = "inside";
    // Asked for later, the place would have the whole report laid out in the middle of its drawing.
    const top = scrollY;
    const before = [...this.#root.childNodes];
    this.#wear(styles);
    this.#root.append(inside);
    try {
      this.#mounted = mount(inside, this.#options(), this.#page());
    } catch (error) {
      inside.remove();
      this.#complain(`${error?.message ?? error}; the element's own content stays`);
      throw error;
    }
    const focused = document.activeElement;
    for (const node of before) node.remove();
    this.#listen();
    const still = this.querySelector(".still");
    if (still) this.#takeOver(still, focused, top);
  }

  /**
   * Goes on from the page that was read before the program came: what stood open there stands
   * open here before anything is painted, and the focus is where it was.
   */
  #takeOver(still, focused, top) {
    const isHandled = still.contains(focused) || still.querySelector("[open]");
    const left = isHandled ? handles(still) : [];
    if (isHandled || top > 0) {
      // Everything is drawn at once, since all of it was there to be read.
      this.#mounted.before_print();
      // Safari holds a page at the link that was followed, which is gone.
      if (scrollY !== top) scrollTo({ top, behavior: "instant" });
    }
    requestAnimationFrame(() => {
      const found = isHandled ? handles(this.#root) : [];
      if (found.length === left.length) {
        left.forEach((handle, index) => {
          if (handle.open) found[index].open = true;
          if (handle === focused) found[index].focus({ preventScroll: true });
        });
      }
      // Numbers that have been read for a while do not begin to run.
      if (performance.now() > 2000) {
        for (const counter of this.#root.querySelectorAll(".counter")) {
          if (counter.getBoundingClientRect().top < innerHeight) counter.dataset.ran = "";
        }
      }
    });
  }

  #wear(styles) {
    this.#styles = styles;
    const worn = [styles, this.#chartStyles].filter(Boolean);
    this.#root.adoptedStyleSheets = worn.map((text) => sheet(this.ownerDocument, text));
  }

  #stop() {
    this.#approach?.disconnect();
    this.#ends?.abort();
    clearTimeout(this.#addressTimer);
    clearTimeout(this.#tellTimer);
    forget(this.#idle);
    this.#idle = undefined;
    const mounted = this.#mounted;
    this.#mounted = undefined;
    mounted?.free();
    if (mounted) this.#root.replaceChildren(document.createElement("slot"));
  }

  #restart() {
    this.#stop();
    if (this.#isInPage()) this.#start();
  }

  #listen() {
    this.#ends?.abort();
    this.#ends = new AbortController();
    const { signal } = this.#ends;
    const document = this.ownerDocument;
    document.defaultView.addEventListener("beforeprint", () => this.#mounted?.before_print(), { signal });
    addEventListener("popstate", () => {
      clearTimeout(this.#addressTimer);
      if (this.hasAttribute("sync-url")) this.#mounted?.go_to_address(location.search);
    }, { signal });
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.#mounted?.rest();
    }, { signal });
    // A card that opens takes its row for itself: what was pressed stays where it was.
    this.#root.addEventListener("click", ({ target }) => {
      const head = target.closest(".card > summary");
      const top = head?.getBoundingClientRect().top;
      if (head) requestAnimationFrame(() => {
        scrollBy({ top: head.getBoundingClientRect().top - top, behavior: "instant" });
      });
    }, { signal });
    // What stands open from the first is told as opened too.
    this.#root.addEventListener("toggle", ({ target }) => {
      if (target.open && target.matches("[data-series], .great > .trace, .times")) this.#showCharts();
    }, { signal, capture: true });
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

  /** What the program may do to the page around it. */
  #page() {
    return {
      ready: (report, version, cards) => this.#emit("report-ready", { report, version, cards }),
      changed: (report, part = null, query, filters, card = null, count) =>
        this.#emit("report-change", { report, part, query, filters, card, count }),
      complain: (message) => this.#complain(message),
      copy: async (text) => this.#announce((await copy(text, this.#root)) ? "copied" : "failed"),
      ask: (way) => this.#fulfil(way),
      moved: () => {
        this.#keepAddress();
        this.#tell();
        this.#useIdleTime();
      },
      moves: () => this.getAttribute("motion") !== "off" && !document.hidden
        && !matchMedia("(prefers-reduced-motion: reduce), print").matches,
    };
  }

  /** The page's address, telling the present view where the page keeps it in step. */
  #link() {
    const link = new URL(location.href);
    if (this.hasAttribute("sync-url") && this.#mounted) {
      link.search = this.#mounted.address_in(location.search);
    }
    return link;
  }

  /** Safari allows about 100 changes of the address in 30 seconds, so it follows at leisure. */
  #keepAddress() {
    if (!this.hasAttribute("sync-url")) return;
    clearTimeout(this.#addressTimer);
    this.#addressTimer = setTimeout(() => {
      const link = this.#link();
      // The first view is where the reader came in, and words are typed letter by letter:
      // neither is a step to go back by.
      const step = this.#addressed && withoutWords(link) !== withoutWords(location);
      this.#addressed = true;
      if (link.href !== location.href) {
        history[step ? "pushState" : "replaceState"](history.state, "", link);
      }
    }, 350);
  }

  /** Shares the present view, or opens a dialog that is loaded when somebody asks for it. */
  async #fulfil(way) {
    if (way === "share:") {
      const outcome = await share(this.#link(), this.#root);
      if (outcome) this.#announce(outcome);
      return;
    }
    try {
      const { open } = await (way === "embed:"
        ? import("./report-widget-embed.js")
        : import("./report-widget-take.js"));
      if (this.#mounted) open(this, way, this.#mounted, copy);
    } catch {
      this.#announce("not-opened");
    }
  }

  /** Puts charts wherever there is a place for one. */
  async #showCharts() {
    try {
      const [{ draw, STYLES }, drawn] = await chartsIn(this.#root.querySelector(".widget").lang);
      // The program fills what was opened before anything else happens, but after this.
      await new Promise((done) => setTimeout(done));
      if (!this.#mounted) return;
      if (!this.#chartStyles) {
        this.#chartStyles = STYLES;
        // A dialog that stands open wears its own.
        this.#root.adoptedStyleSheets = [...this.#root.adoptedStyleSheets, sheet(this.ownerDocument, STYLES)];
      }
      const id = new URLSearchParams(this.#mounted.view()).get("report");
      const report = drawn.find((report) => report.id === id) ?? drawn[0];
      draw(this.#root, report.charts, (html) => trusted?.createHTML(html) ?? html, this.#page().copy);
    } catch (error) {
      this.#complain(`charts are left out (${error.message})`);
    }
  }

  /** The figures shown now, in one of the forms of the module that knows them. */
  async #take(form) {
    if (this.#isInPage()) await this.#start();
    if (!this.#mounted) {
      throw new DOMException("<report-widget>: the report is not drawn", "InvalidStateError");
    }
    const rows = this.#mounted.figures();
    return (await import("./report-widget-table.js"))[form](rows);
  }

  /** Tells how many cards there are once the reader pauses: at every keystroke it would be noise. */
  #tell() {
    clearTimeout(this.#tellTimer);
    this.#tellTimer = setTimeout(() => {
      const told = this.#root.querySelector(".told");
      const words = told?.dataset.words;
      if (words && words !== told.textContent) told.textContent = words;
    }, 1000);
  }

  /** Lets the program do what can wait, a little at a time, while nobody waits for the page. */
  #useIdleTime() {
    this.#idle ??= whenIdle((time) => {
      this.#idle = undefined;
      let more;
      do more = this.#mounted?.idle(); while (more > 1 && time.timeRemaining() > 8);
      if (more) this.#useIdleTime();
    });
  }

  /** Tells the reader how a wish turned out, if they are still there. */
  #announce(outcome) {
    this.#mounted?.announce(outcome);
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  #complain(message) {
    if (this.#complaints.has(message)) return;
    this.#complaints.add(message);
    warn(message);
  }

  /** Properties set before the element was defined become attributes. */
  #upgrade(name) {
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
      if (this.getAttribute(name) === before) this.#mounted?.set(name, before ?? undefined);
    }
    if (this.#isInPage()) this.#start();
  }

  /**
   * The figures of the cards shown, as CSV that spreadsheets open. Waits until the report is drawn; rejects where it cannot be.
   * @returns {Promise<string>}
   */
  toCSV() {
    return this.#take("csv");
  }

  /**
   * The same rows as objects; values are exact decimal strings. Waits and rejects as `toCSV()` does.
   * @returns {Promise<{report: string, part: number, card: string, title: string, figure: string, label: string, value: string, unit: string, approx: boolean, printed: string[], page: number, note: string | null}[]>}
   */
  toJSON() {
    return this.#take("objects");
  }
}

/** Attributes as properties, and how their values are written. */
const PROPERTIES = {
  report: "report", theme: "theme", part: "part", query: "query", filters: "filters",
  card: "card", motion: "motion", chrome: "chrome", loading: "loading", syncUrl: "sync-url",
};
for (const [property, attribute] of Object.entries(PROPERTIES)) {
  Object.defineProperty(ReportWidget.prototype, property, {
    configurable: true,
    enumerable: true,
    get() {
      return property === "syncUrl" ? this.hasAttribute(attribute) : this.getAttribute(attribute);
    },
    set(value) {
      if (property === "syncUrl") this.toggleAttribute(attribute, Boolean(value));
      else if (value === null || value === undefined) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value);
    },
  });
}

/** Copies with the clipboard, or by selecting where in-app views allow no clipboard. */
async function copy(text, root) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    area.readOnly = true;
    area.className = "hidden";
    const focused = root.activeElement;
    root.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    focused?.focus();
    return copied;
  }
}

/** What a reader can open, follow or focus in a report, in the order of the page. */
function handles(report) {
  return [...report.querySelectorAll(":is(details, summary, a, .topbar button):not(.facets *)")];
}

function withoutWords({ search }) {
  const parameters = new URLSearchParams(search);
  parameters.delete("query");
  return parameters.toString();
}

async function share(link, root) {
  if (navigator.share) {
    try {
      await navigator.share({ title: document.title, url: link.href });
      return "shared";
    } catch (error) {
      // The reader thought better of it; there is nothing to tell.
      if (error.name === "AbortError") return undefined;
    }
  }
  return (await copy(link.href, root)) ? "link-copied" : "failed";
}

if (!customElements.get("report-widget")) customElements.define("report-widget", ReportWidget);
