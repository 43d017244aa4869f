/**
 * What a reader takes along: of everything shown, of one card, or of one chart, its figures, its
 * citations, its link and what a picture of it says. All of it is read from the page and the
 * program before the dialog opens, so nothing can change under it.
 */
import { COLUMNS, csv, harmless, lines, objects } from "./report-widget-table.js";

/** What of a view leads to one card, and what would lead past it. */
const PAST_A_CARD = ["part", "trace", "errata", "query", "filters", "sort"];

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
  const link = address(widget, mounted, id);
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
  const title = element.querySelector("figcaption :is(h3, h4, h5), figcaption, caption").textContent.trim();
  const rows = [...element.querySelectorAll("table tbody tr")].map((row) => [...row.cells].map(exact));
  const names = [...element.querySelectorAll("table thead th")].map((cell) => cell.textContent.trim());
  const link = address(widget, mounted);
  const cited = citation(mounted);
  const values = [...element.querySelectorAll("table tbody tr")].flatMap((row) => {
    const data = row.querySelector("data");
    return data ? [{ label: row.cells[0].textContent.trim(), text: data.textContent, value: Number(data.value) }] : [];
  });
  const greatest = Math.max(...values.map(({ value }) => Math.abs(value)));
  return {
    ...common,
    name: `${common.name}-${id}`,
    what: title,
    table: {
      count: rows.length,
      csv: lines([names, ...rows]),
      json: JSON.stringify(rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]]))), null, 2),
    },
    citation: cited,
    link: link?.href,
    picture: {
      ...look(widget),
      title,
      rows: values.map((row) => ({ ...row, share: Math.abs(row.value) / greatest })),
      source: cited[common.lang],
      place: said(link),
      said: title,
    },
  };
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
 * An address that opens this view, or this card: the page's own where it keeps it in step, else the
 * standalone page beside the program. None where nobody else could follow it.
 */
function address(widget, mounted, id) {
  const { location } = widget.ownerDocument.defaultView;
  const is_in_step = widget.hasAttribute("sync-url");
  const page = widget.shadowRoot.querySelector(".widget").lang === "en" ? "en/index.html" : "index.html";
  const link = is_in_step ? new URL(location.href) : new URL(page, import.meta.url);
  if (!link.protocol.startsWith("http")) return undefined;
  link.search = is_in_step ? mounted.address_in(location.search) : mounted.view();
  if (id === undefined) return link;
  const asked = is_in_step && ["query", "filters"].some((name) => widget.hasAttribute(name));
  for (const name of asked ? PAST_A_CARD.slice(0, 3) : PAST_A_CARD) link.searchParams.delete(name);
  link.searchParams.set("card", id);
  return link;
}

/** An address as it is written on a picture. */
function said(link) {
  const address = link?.href.replace(/^https?:\/\//, "").replace("/index.html", "/");
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

/** A cell of a chart's table: its exact value, where it has one. */
const exact = (cell) => cell.querySelector("data")?.value ?? harmless(cell.textContent.trim());
