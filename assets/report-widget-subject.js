/**
 * What a reader takes along: of everything shown, of one card, or of one chart, its figures, its
 * citations, its link and what a picture of it says. All of it is read from the page and the
 * program before the dialog opens, so nothing can change under it.
 */
import { COLUMNS, MARK, csv, objects, sheet, shown } from "./report-widget-table.js";

/** What of a view leads past one of its places; the last of them only where the page's author chose none. */
const PAST = ["part", "card", "trace", "errata", "query", "filters", "sort"];

/** Everything that is shown. */
export function everything(widget, mounted) {
  const root = widget.shadowRoot;
  return {
    ...around(widget, mounted),
    what: root.querySelector("h2").textContent.trim() + ": " + root.querySelector(".count").textContent,
    table: table(mounted.figures()),
    citation: citation(mounted),
    link: address(widget, mounted)?.href,
  };
}

/** One card. */
export function card(widget, mounted, id) {
  const common = around(widget, mounted);
  const element = widget.shadowRoot.querySelector(`[data-card="${id}"]`);
  const title = element.querySelector("h4").textContent;
  const link = address(widget, mounted, { card: id });
  const cited = citation(mounted, Number(element.dataset.index));
  const data = element.querySelector(".main data");
  const label = element.querySelector(".main .label")?.textContent;
  return {
    ...common,
    name: `${common.name}-${id}`,
    what: title,
    table: table(mounted.figures(), id),
    citation: cited,
    link: link?.href,
    picture: {
      ...look(widget),
      title,
      label,
      number: data && [...element.querySelectorAll(".main .about"), ...data.childNodes].map(piece),
      source: cited[common.lang],
      place: said(link),
      said: [title, label, element.querySelector(".main .value")?.textContent].filter(Boolean).join(", "),
    },
  };
}

/** One chart: its table is what it shows. */
export function chart(widget, mounted, id) {
  const common = around(widget, mounted);
  const element = widget.shadowRoot.querySelector(`[data-chart="${id}"]`);
  const [of, trace] = [element.closest("[data-card]"), element.closest("[data-trace]")];
  const number = element.closest("[data-headline]");
  // What makes up a number is known by the number.
  const title = number
    ? `${number.querySelector(".label").textContent}: ${number.querySelector("data").textContent}`
    : element.querySelector(".title, caption").textContent.trim();
  const section = of?.querySelector("h4").textContent;
  const link = address(widget, mounted, of ? { card: of.dataset.card } : trace && { trace: trace.dataset.trace });
  const cited = citation(mounted, of ? Number(of.dataset.index) : undefined);
  const values = [...element.querySelectorAll("tbody tr")].flatMap(({ cells: [name, ...others] }) => {
    const data = others.map((cell) => cell.querySelector("data")).find(Boolean);
    return data ? [{ label: name.textContent.trim(), text: data.textContent, value: Math.abs(Number(data.value)) }] : [];
  });
  const greatest = Math.max(...values.map(({ value }) => value));
  return {
    ...common,
    name: `${common.name}-${id.replaceAll("/", "-")}`,
    what: section ? `${section}: ${title}` : title,
    table: { count: values.length, ...both(shown(element.querySelector("table"))) },
    citation: cited,
    link: link?.href,
    picture: values.length > 0 && {
      ...look(widget),
      ...(section && { over: section }),
      title,
      rows: values.map((row) => ({ ...row, share: row.value / greatest })),
      // A number's own citation names its page.
      source: of ? cited[common.lang] : trace?.querySelector("cite")?.textContent ?? cited[common.lang],
      place: said(link),
      said: title,
    },
  };
}

/** A table, whose first row has the names, in both forms. */
function both([names, ...rows]) {
  const named = rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]])));
  return { csv: MARK + sheet([names, ...rows]), json: JSON.stringify(named, null, 2) };
}

/** What all have in common: the language, and the beginning of a file's name. */
function around(widget, mounted) {
  const root = widget.shadowRoot;
  const name = new URLSearchParams(mounted.view()).get("report")
    ?? root.querySelector("[data-report]")?.dataset.report ?? widget.getAttribute("report") ?? "report";
  return { lang: root.querySelector(".widget").lang, name };
}

/** The figures of all rows, or of one card's, in both forms. */
function table(rows, id) {
  const cells = rows.split("\n");
  const [wide, of] = [COLUMNS.length, COLUMNS.indexOf("card")];
  // Each cell ends with a line break, and so does the last one.
  const kept = cells.slice(0, -1).filter((_, at) => id === undefined || cells[at - (at % wide) + of] === id);
  const own = kept.map((cell) => `${cell}\n`).join("");
  return { count: kept.length / wide, csv: csv(own), json: JSON.stringify(objects(own), null, 2) };
}

const citation = (mounted, index) => ({ ko: mounted.citation(index, "ko"), en: mounted.citation(index, "en") });

/**
 * An address that opens this view, or a place of it: the page's own where it keeps it in step, else
 * that of the standalone page beside the program. None where nobody else could follow it.
 */
function address(widget, mounted, place) {
  const { location } = widget.ownerDocument.defaultView;
  const isInStep = widget.hasAttribute("sync-url");
  const page = widget.shadowRoot.querySelector(".widget").lang === "en" ? "en/index.html" : "index.html";
  const link = isInStep ? new URL(location.href) : new URL(page, import.meta.url);
  if (!link.protocol.startsWith("http")) return undefined;
  link.search = isInStep ? mounted.address_in(location.search) : mounted.view();
  if (!place) return link;
  const isChosen = isInStep && ["query", "filters"].some((name) => widget.hasAttribute(name));
  for (const name of isChosen ? PAST.slice(0, 4) : PAST) link.searchParams.delete(name);
  for (const [name, value] of Object.entries(place)) link.searchParams.set(name, value);
  return link;
}

/** An address as it is written on a picture. */
function said(link) {
  const address = link?.href.replace(/^https?:\/\//, "").replace("/index.html", "/").replaceAll("%2F", "/");
  try {
    return address && decodeURI(address);
  } catch {
    return address;
  }
}

/** Colours and letters of the widget as it is now. */
function look(widget) {
  const root = widget.shadowRoot;
  const style = (selector) => getComputedStyle(root.querySelector(selector));
  const own = style(".widget");
  return {
    over: root.querySelector("h2").textContent.trim(),
    family: own.fontFamily,
    colours: {
      surface: own.backgroundColor,
      text: own.color,
      quiet: style(".foot dt").color,
      accent: style(".foot").borderTopColor,
    },
  };
}

/** A piece of a number; units are set smaller. */
const piece = (node) => ({ text: node.textContent, small: node.nodeType === Node.ELEMENT_NODE });
