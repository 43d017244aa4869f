// Generated from the comment beside the class in assets/element.js.

/** A corporate report as one element, in which every number can be traced. */
export interface ReportWidget extends HTMLElement {
  /** Id of a bundled report; without it the first one. */
  get report(): string | null;
  set report(value: string | null | undefined);
  /** Colours; `auto` follows the reader's system. Default: `auto`. */
  get theme(): string | null;
  set theme(value: "auto" | "light" | "dark" | null | undefined);
  /** Number of the part to open at. */
  get part(): any;
  set part(value: number | string | null | undefined);
  /** Words to search for. */
  get query(): string | null;
  set query(value: string | null | undefined);
  /** Values to filter by: `brand:kakaotalk,brand:kakaomap;theme:vaccine`. */
  get filters(): string | null;
  set filters(value: string | null | undefined);
  /** Id of the card to open. */
  get card(): string | null;
  set card(value: string | null | undefined);
  /** Whether counters may run; never against `prefers-reduced-motion`. Default: `auto`. */
  get motion(): string | null;
  set motion(value: "auto" | "off" | null | undefined);
  /** `minimal` leaves out the report switcher and the footer's tools. Default: `full`. */
  get chrome(): string | null;
  set chrome(value: "full" | "minimal" | null | undefined);
  /** Keeps the page's query string in step with the view; a language other than the page's own is its parameter `report-lang`. */
  syncUrl: boolean;
  /** When to start: once the element comes near the screen, or at once; a `part`, a `card`, or an address that `sync-url` follows, starts at once too. Default: `lazy`. */
  get loading(): string | null;
  set loading(value: "lazy" | "eager" | null | undefined);
  /** Shows a view; what is left out stays as it is, and `null` gives it up. */
  show(view: {part?: number | string | null, card?: string | null, query?: string | null, filters?: string | null}): void;
  /** The figures of the cards shown, as CSV that spreadsheets open. Waits until the report is drawn; rejects where it cannot be. */
  toCSV(): Promise<string>;
  /** The same rows as objects; values are exact decimal strings. Waits and rejects as `toCSV()` does. */
  toJSON(): Promise<{report: string, part: number, card: string, title: string, figure: string, label: string, value: string, unit: string, approx: boolean, printed: string[], page: number, note: string | null, previous: string | null, previousPeriod: string | null, base: string | null, basePeriod: string | null, target: string | null, targetPeriod: string | null, restated: string | null, assurance: "limited" | "reasonable" | null, codes: string[]}[]>;
}

/** The attributes, as markup and templates write them. */
export interface ReportWidgetAttributes {
  /** Id of a bundled report; without it the first one. */
  "report"?: string;
  /** Language, also another one of the report; without it that of the nearest ancestor that has one, else the report's own. */
  "lang"?: "ko" | "en";
  /** Colours; `auto` follows the reader's system. */
  "theme"?: "auto" | "light" | "dark";
  /** Number of the part to open at. */
  "part"?: number | string;
  /** Words to search for. */
  "query"?: string;
  /** Values to filter by: `brand:kakaotalk,brand:kakaomap;theme:vaccine`. */
  "filters"?: string;
  /** Id of the card to open. */
  "card"?: string;
  /** Whether counters may run; never against `prefers-reduced-motion`. */
  "motion"?: "auto" | "off";
  /** `minimal` leaves out the report switcher and the footer's tools. */
  "chrome"?: "full" | "minimal";
  /** Keeps the page's query string in step with the view; a language other than the page's own is its parameter `report-lang`. */
  "sync-url"?: boolean | "";
  /** When to start: once the element comes near the screen, or at once; a `part`, a `card`, or an address that `sync-url` follows, starts at once too. */
  "loading"?: "lazy" | "eager";
}

/** The events, by their names; they bubble. */
export interface ReportWidgetEvents {
  /** The report is drawn. */
  "report-ready": CustomEvent<{report: string, version: string, cards: number}>;
  /** What is shown changed; `count` is the number of cards found. */
  "report-change": CustomEvent<{report: string, part: number | null, query: string, filters: string, card: string | null, count: number}>;
  /** The program could not be loaded or started, or it stopped; the element's own content stays. */
  "report-error": CustomEvent<{code: "script-failed" | "wasm-missing" | "wasm-blocked" | "wasm-refused" | "wasm-broken" | "data-broken" | "style-missing" | "style-blocked" | "style-broken" | "timed-out" | "not-started" | "stopped", message: string}>;
}

declare global {
  interface HTMLElementTagNameMap {
    "report-widget": ReportWidget;
  }
  interface HTMLElementEventMap extends ReportWidgetEvents {}
  interface DocumentEventMap extends ReportWidgetEvents {}
  interface WindowEventMap extends ReportWidgetEvents {}
}
