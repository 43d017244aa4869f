/**
 * `<report-widget>`: a corporate report as one element.
 *
 * This module registers the element and nothing else; the program (WebAssembly)
 * is loaded once per page, when the first widget is connected. Until it runs,
 * and if it never does, the element shows its own content.
 *
 * @element report-widget
 * @slot - Shown until, or unless, the widget runs.
 *
 * @attr {string} report - Id of a bundled report. Default: `white-paper-2022`.
 * @attr {"ko"|"en"} lang - Language. Default: the nearest ancestor's, else `ko`.
 * @attr {"auto"|"light"|"dark"} theme - Colours. Default: `auto`.
 * @attr {number} part - Part number to open at.
 * @attr {string} query - Words to search for.
 * @attr {string} filters - For example `brand:kakaotalk,brand:kakaomap;theme:vaccine`.
 * @attr {string} card - Id of the card to open.
 * @attr {"auto"|"off"} motion - Whether counters may run. Default: `auto`, and never against `prefers-reduced-motion`.
 * @attr {"full"|"minimal"} chrome - `minimal` leaves out the report switcher and the footer's tools. Default: `full`.
 * @attr {boolean} sync-url - Keeps the page's query string in step.
 *
 * @event {CustomEvent<{report: string, version: string, cards: number}>} report-ready - The report is drawn.
 * @event {CustomEvent<{report: string, part: number|null, query: string, filters: string, card: string|null, count: number}>} report-change - Something changed.
 * @event {CustomEvent<{code: string, message: string}>} report-error - The program could not be loaded or started; the element's own content stays.
 */
const ATTRIBUTES = [
  "report", "lang", "theme", "part", "query", "filters", "card", "motion", "chrome", "sync-url",
];

/** Allowed words of attributes that the program does not read itself. */
const CHOICES = { theme: ["auto", "light", "dark"], motion: ["auto", "off"] };

/** The program, once per page; forgotten when it fails, so that a later widget may try again. */
let loading;
function program() {
  loading ??= import("./report-widget-program.js")
    .then(async (module) => {
      await module.default();
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(module.styles());
      return { mount: module.mount, sheet };
    })
    .catch((error) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

class ReportWidget extends HTMLElement {
  static observedAttributes = ATTRIBUTES;

  #root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
  #mounted;
  #starting = false;
  #ends;
  #complaints = new Set();
  #addressTimer;
  #addressed = false;

  constructor() {
    super();
    if (!this.#root.firstChild) this.#root.append(document.createElement("slot"));
  }

  connectedCallback() {
    for (const name of Object.keys(PROPERTIES)) this.#upgrade(name);
    this.#start();
  }

  disconnectedCallback() {
    // A move is a removal and an insertion: decide when both are over.
    queueMicrotask(() => this.isConnected || this.#stop());
  }

  attributeChangedCallback(name, before, value) {
    if (before === value) return;
    const choices = CHOICES[name];
    if (choices && value !== null && !choices.includes(value)) {
      this.#complain(`${name}="${value}" is not known; using ${choices[0]}`);
    }
    if (!this.#mounted) return;
    if (name === "chrome") this.#restart();
    else if (name === "lang") this.#mounted.set("lang", this.#language());
    else this.#mounted.set(name, value ?? undefined);
  }

  async #start() {
    if (this.#mounted || this.#starting) return;
    this.#starting = true;
    try {
      const { mount, sheet } = await program();
      if (this.isConnected && !this.#mounted) this.#draw(mount, sheet);
    } catch (error) {
      this.#emit("report-error", { code: "not-started", message: String(error?.message ?? error) });
    } finally {
      this.#starting = false;
    }
  }

  #draw(mount, sheet) {
    const inside = document.createElement("div");
    inside.className = "inside";
    const before = [...this.#root.childNodes];
    this.#root.adoptedStyleSheets = [sheet];
    this.#root.append(inside);
    try {
      this.#mounted = mount(inside, this.#options(), this.#page());
    } catch (error) {
      inside.remove();
      this.#root.adoptedStyleSheets = [];
      throw error;
    }
    for (const node of before) node.remove();
    this.#listen();
  }

  #stop() {
    this.#ends?.abort();
    clearTimeout(this.#addressTimer);
    const mounted = this.#mounted;
    this.#mounted = undefined;
    mounted?.free();
    if (mounted) this.#root.replaceChildren(document.createElement("slot"));
  }

  #restart() {
    this.#stop();
    if (this.isConnected) this.#start();
  }

  #listen() {
    this.#ends = new AbortController();
    const { signal } = this.#ends;
    addEventListener("beforeprint", () => this.#mounted?.before_print(), { signal });
    addEventListener("popstate", () => {
      clearTimeout(this.#addressTimer);
      if (this.hasAttribute("sync-url")) this.#mounted?.go_to_address(location.search);
    }, { signal });
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.#mounted?.rest();
    }, { signal });
    const idle = globalThis.requestIdleCallback ?? ((work) => setTimeout(work, 200));
    idle(() => this.#mounted?.fill());
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
      share: async () => this.#announce(await share(this.#link(), this.#root)),
      download,
      moved: () => this.#keepAddress(),
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
    console.warn(`<report-widget>: ${message}`);
  }

  /** Properties set before the element was defined become attributes. */
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete this[name];
    this[name] = value;
  }

  /**
   * Shows a view; what is left out stays as it is.
   * @param {{part?: number, card?: string, query?: string, filters?: string}} view
   */
  show(view) {
    for (const name of ["query", "filters", "part", "card"]) {
      if (view[name] === undefined) continue;
      const before = this.getAttribute(name);
      this[name] = view[name];
      // The reader may have left what the attribute still says.
      if (this.getAttribute(name) === before) this.#mounted?.set(name, before ?? undefined);
    }
  }
}

/** Attributes as properties, and how their values are written. */
const PROPERTIES = {
  report: "report", theme: "theme", part: "part", query: "query", filters: "filters",
  card: "card", motion: "motion", chrome: "chrome", syncUrl: "sync-url",
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
      if (error.name === "AbortError") return "failed";
    }
  }
  return (await copy(link.href, root)) ? "link-copied" : "failed";
}

function download(name, mime, text) {
  const link = document.createElement("a");
  const file = URL.createObjectURL(new Blob([text], { type: mime }));
  link.href = file;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(file), 0);
}

if (!customElements.get("report-widget")) customElements.define("report-widget", ReportWidget);
