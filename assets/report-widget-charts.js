/**
 * Charts: puts the drawings that were made when the bundle was built in their slots, and lets a
 * reader go through their values. Loaded, with the drawings of one language, when a reader opens
 * what has a chart.
 */

/** The style sheet of charts, which nothing else needs. */
export const STYLES = `
.chart { container-type: inline-size; margin: 20px 0 22px; }
.card .chart { margin-block-end: 0; padding-block-start: 18px; border-block-start: 1px solid var(--_line); }
.chart .title { font-weight: 700; }
.chart .reading { max-inline-size: 40em; margin-block-end: 10px; text-wrap: pretty; }
.chart .plot { border-radius: 6px; touch-action: manipulation; }
.chart .plot:focus-visible { outline-offset: 8px; }
.chart svg { display: block; inline-size: 100%; overflow: visible; stroke-width: 1.25; }
.chart .ink { fill: var(--_accent); stroke: var(--_text); }
.chart .rest { fill: var(--_surface); stroke-dasharray: 3 2; }
.chart .marks > li { display: flex; flex-wrap: wrap; gap: 0 14px; align-items: baseline; padding: 6px; line-height: 1.45; margin-inline: -6px; border-radius: 6px; }
.chart .marks > li:has(.of) .label { flex: 0 0 100%; }
.chart .marks .label { font-size: .96em; }
.chart .marks .of { font-size: .86em; color: var(--_quiet); }
.chart .marks .value { font-weight: 650; font-variant-numeric: tabular-nums; text-align: end; margin-inline-start: auto; }
.chart .marks .share { font-weight: 400; white-space: nowrap; }
.chart .marks svg { flex: 0 0 100%; block-size: 12px; margin-block: 3px; }
.chart .marks .track { fill: var(--_line); stroke: none; }
.chart .dots svg { block-size: 16px; }
.chart .dots line { stroke: var(--_line); stroke-width: 1; }
.chart .dots circle, .chart .course circle { stroke-width: 1.75; }
.chart .axis { block-size: 1.3em; }
.chart text { font-size: .78em; fill: var(--_quiet); stroke: none; font-variant-numeric: tabular-nums; }
.chart .strip { block-size: 20px; margin-block: 2px 12px; outline: 1px solid var(--_field); overflow: hidden; }
.chart .strip rect { fill: var(--_text); stroke: none; }
.chart .strip rect:nth-child(even) { fill: var(--_field); }
.chart .strip rect:first-child { fill: var(--_accent); }
.chart .course { block-size: 12em; }
.chart .course .area { fill: var(--_tint); stroke: none; }
.chart .course .way { stroke: var(--_text); stroke-width: 2; vector-effect: non-scaling-stroke; }
.chart .course .ground { stroke: var(--_field); }
.chart .course .drop { stroke: var(--_field); stroke-width: 1; stroke-dasharray: 2 3; }
.chart .course .value { font-size: 1em; font-weight: 700; fill: var(--_text); }
.chart [data-mark] { cursor: pointer; }
.chart li.here { background: var(--_tint); outline: 1.5px solid var(--_text); }
.chart li.here :is(.of, .share) { color: inherit; }
.chart g.here circle { stroke-width: 5; }
.chart g.here .drop { stroke: var(--_text); stroke-dasharray: none; stroke-width: 2; }
.chart .readout { min-block-size: 3.4em; margin-block: 8px 6px; padding-inline-start: 12px; border-inline-start: 4px solid var(--_accent); font-size: .92em; }
.chart .scale { font-size: .82em; color: var(--_quiet); }
.chart .data > summary { display: flex; align-items: center; min-block-size: 44px; }
.chart .data table { inline-size: 100%; border-collapse: collapse; font-size: .88em; }
.chart .data th, .chart .data td { padding: 7px 0 7px 10px; border-block-start: 1px solid var(--_line); vertical-align: top; }
.chart .data :is(th, td):first-child { padding-inline-start: 0; }
.chart .data thead th { border: 0; font-size: .9em; color: var(--_quiet); white-space: nowrap; }
.chart .data td, .chart .data thead th:not(:first-child) { text-align: end; font-variant-numeric: tabular-nums; }
.chart .data button { margin-block-start: 12px; }
.chart .course svg { inline-size: 92%; block-size: 50%; }
.chart.dates { container-type: normal; margin: 0 0 28px; }
.chart .keys { display: flex; flex-wrap: wrap; gap: 2px 16px; margin-block-end: 10px; }
.chart .keys svg { display: inline-block; inline-size: 14px; block-size: 9px; vertical-align: baseline; margin-inline-end: 4px; }
.chart .other { fill: var(--_surface); }
.chart .months { block-size: 13.5em; }
.chart .months .ink { stroke-width: 1; }
.chart .months .year { stroke: var(--_field); stroke-width: 1; }
.chart .months .half { stroke: var(--_line); stroke-width: 1; }
.chart .months .ground { stroke: var(--_text); }
.chart .months .hit { fill: none; stroke: none; pointer-events: all; }
.chart .months .out { opacity: .3; }
.chart .months .here .hit { fill: var(--_tint); stroke: var(--_text); }
.by-month > details { border-block-end: 1px solid var(--_line); }
.by-month summary { display: grid; grid-template-columns: minmax(0, 8.6em) minmax(0, 1fr) minmax(0, 5em); gap: 10px; align-items: center; min-block-size: 44px; font-variant-numeric: tabular-nums; }
.by-month svg { block-size: 12px; }
.by-month .ink { fill: var(--_accent); }
.by-month details[open] > summary { font-weight: 700; }
.by-month ul { padding-block-end: 12px; }
.by-month li { padding-block: 6px; }
.by-month .small { display: block; }
.by-month a { display: inline-block; padding-block: 10px; }
.by-month .out { display: none; }
.dates .readout a { display: inline-block; padding-block: 10px; }
.dates .data a { display: inline-block; padding-block: 13px; }
.dates .readout { block-size: 16em; overflow-y: auto; font-weight: 700; }
.dates .readout ul { font-weight: 400; }
.dates .readout li { padding-block: 1px; border-block-end: 1px solid var(--_line); }
.dates .readout .small { display: block; }
.chart.dates .data th { font-weight: 400; }
.chart.dates .data td { text-align: start; }
@container (min-width: 640px) { .by-month { display: none; } }
@container (max-width: 639.9px) { .dates :is(.keys, .plot, .readout) { display: none; } }
@container (min-width: 940px) {
  .chart.dates { display: grid; grid-template-columns: minmax(0, 1fr) minmax(20em, 26em); gap: 0 40px; }
  .dates > * { grid-column: 1; }
  .dates > .readout { grid-area: 1 / 2 / span 4; block-size: auto; max-block-size: 26em; }
}
@container (min-width: 760px) {
  .chart .marks > li { display: grid; grid-template-columns: 15em minmax(0, 1fr) 14em; align-items: center; }
  .chart .marks .label { grid-area: 1 / 1; }
  .chart .marks .of { grid-area: 2 / 1; }
  .chart .marks svg { grid-area: 1 / 2 / span 2; align-self: center; }
  .chart .marks .value { grid-area: 1 / 3 / span 2; align-self: center; }
  .chart .axis { inline-size: calc(100% - 29em - 28px); margin-inline-start: calc(15em + 14px); }
}
@media (forced-colors: active) {
  .chart .ink, .chart .strip rect:first-child { fill: Highlight; stroke: CanvasText; }
  .chart :is(.rest, .other, .area) { fill: Canvas; }
  .chart .months .here .hit { fill: Canvas; stroke: Highlight; stroke-width: 3; }
  .chart .strip rect, .chart text, .chart .course .value { fill: CanvasText; }
  .chart .strip rect:nth-child(even) { fill: GrayText; }
  .chart line, .chart .course .way { stroke: CanvasText; }
  .chart .marks .track { fill: Canvas; stroke: CanvasText; }
}
@media print {
  .chart { break-inside: avoid; }
  .chart .readout, .chart .data, .by-month { display: none; }
  .chart .ink, .chart .strip rect:first-child { fill: #bbb; stroke: #000; }
  .chart :is(.other, .rest) { fill: #fff; }
  .chart .here { outline: 0; background: none; }
}
`;

/** Places drawn charts in a slot. `actions` are what their buttons do: `copy` and `exportChart`. */
export function place(slot, html, actions) {
  slot.innerHTML = html;
  for (const chart of slot.children) attach(chart, actions);
  const timeline = slot.closest("[data-years]");
  if (timeline) followYears(timeline);
}

/** Lets a reader go through the values of a chart, and export them. */
function attach(chart, { copy, exportChart }) {
  const marks = [...chart.querySelectorAll("[data-mark]")];
  const rows = [...chart.querySelectorAll("tbody tr")];
  const readout = chart.querySelector(".readout");
  const plot = chart.querySelector(".plot");
  const isOfDates = chart.matches(".dates");
  let here = -1;

  const read = (index) => {
    if (index < 0 || index >= marks.length) return;
    marks[here]?.classList.remove("here");
    here = index;
    const mark = marks[here];
    mark.classList.add("here");
    const described = rows.filter((row, place) => (isOfDates ? row.dataset.at === mark.dataset.at : place === here));
    readout.replaceChildren(...(isOfDates ? [mark.dataset.said, events(described)] : [values(described[0])]));
    readout.scrollTop = 0;
  };

  plot.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const to = { Home: 0, End: marks.length - 1 }[event.key]
      ?? (step && Math.min(Math.max(here + step, 0), marks.length - 1));
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    read(to);
  });
  plot.addEventListener("click", (event) => read(marks.indexOf(pointedAt(event, marks, isOfDates))));
  // What is shown for dates can be long, and has links: it stays until something else is asked for.
  if (isOfDates) {
    plot.before(byMonth(marks, rows));
    read(marks.findIndex((mark) => mark.hasAttribute("data-most")));
  } else {
    plot.addEventListener("pointerover", (event) => {
      if (event.pointerType === "mouse") read(marks.indexOf(pointedAt(event, marks)));
    });
  }
  chart.querySelector("[data-csv]").addEventListener("click", () => copy(csv(tableOf(chart))));
  chart.querySelector("[data-export]")?.addEventListener("click", () => exportChart(described(chart)));
}

/** A chart as the program takes it for its export. */
function described(chart) {
  const [columns, ...rows] = tableOf(chart);
  const bars = [...chart.querySelectorAll("tbody tr")].flatMap(({ cells: [name, ...others] }) => {
    const data = others.map((cell) => cell.querySelector("data")).find(Boolean);
    return data ? [{ label: name.textContent.trim(), text: data.textContent, value: Math.abs(Number(data.value)) }] : [];
  });
  const greatest = Math.max(...bars.map(({ value }) => value));
  const named = rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]])));
  return {
    id: chart.dataset.chart,
    title: chart.querySelector(".title, caption").textContent.trim(),
    card: chart.closest("[data-card]")?.dataset.card,
    trace: chart.closest("[data-trace]")?.dataset.trace,
    count: bars.length,
    csv: `\uFEFF${csv([columns, ...rows])}`,
    json: JSON.stringify(named, null, 2),
    bars: JSON.stringify(bars.map((bar) => ({ ...bar, share: bar.value / greatest }))),
  };
}

/** The table of a chart, row by row: where a cell shows a value, the exact one stands before its words. */
function tableOf(chart) {
  return [...chart.querySelector("table").rows].map((row) => [...row.cells].flatMap((cell) => {
    const exact = cell.dataset.exact ?? cell.querySelector("data")?.value;
    return [...(exact === undefined ? [] : [exact]), cell.textContent.trim()];
  }));
}

/** Rows as CSV (RFC 4180); exact values stay numbers. */
function csv(rows) {
  const written = (cell) => quoted(/^-?[\d.]+$/.test(cell) ? cell : harmless(cell));
  return rows.map((row) => `${row.map(written).join(",")}\r\n`).join("");
}

/** A spreadsheet would run a text that begins like a formula; after an apostrophe it does not. */
const harmless = (text) => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text);

const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The mark under a finger; months are narrow, so the nearest of them will do. */
function pointedAt({ target, clientX }, marks, isOfDates) {
  const mark = target.closest("[data-mark]");
  if (mark || !isOfDates) return mark;
  const away = (mark) => {
    const { left, right } = mark.getBoundingClientRect();
    return Math.max(left - clientX, clientX - right, 0);
  };
  const months = marks.filter((mark) => mark.dataset.at.length > 4);
  return months.reduce((near, mark) => (away(mark) < away(near) ? mark : near));
}

/** A row of values as a sentence. */
function values(row) {
  const [name, ...cells] = [...row.cells].map((cell) => cell.textContent);
  return `${name}: ${cells.filter(Boolean).join(", ")}`;
}

/** Rows of dates as a list, each with the way to its card. */
function events(rows) {
  const list = document.createElement("ul");
  for (const { cells: [when, what, card] } of rows) {
    const item = document.createElement("li");
    const time = document.createElement("span");
    time.className = "small";
    time.textContent = when.textContent;
    item.append(time, ` ${what.textContent} `, card.firstChild.cloneNode(true));
    list.append(item);
  }
  return list;
}

/** The months as a list, for narrow pages: each unfolds to what happened in it. */
function byMonth(marks, rows) {
  const list = document.createElement("div");
  list.className = "by-month";
  const count = ({ dataset }) => rows.filter((row) => row.dataset.at === dataset.at).length;
  const greatest = Math.max(...marks.map(count));
  for (const mark of [...marks].sort((one, other) => (one.dataset.at < other.dataset.at ? -1 : 1))) {
    const month = document.createElement("details");
    month.dataset.month = mark.dataset.at;
    const summary = document.createElement("summary");
    const bar = mark.querySelector(".ink").cloneNode();
    Object.entries({ x: 0, y: 0, height: "100%", width: `${count(mark) / greatest * 100}%` })
      .forEach(([name, value]) => bar.setAttribute(name, value));
    const drawing = document.createElementNS(bar.namespaceURI, "svg");
    drawing.setAttribute("aria-hidden", "true");
    drawing.append(bar);
    const [when, many] = mark.dataset.said.split(": ");
    summary.append(`${when} `, drawing, many);
    month.append(summary, events(rows.filter((row) => row.dataset.at === mark.dataset.at)));
    list.append(month);
  }
  return list;
}

/** Dims what is not of the years that are chosen as filters. */
function followYears(timeline) {
  const marks = [...timeline.querySelectorAll("[data-mark], .by-month > details")];
  const follow = () => {
    const years = timeline.dataset.years.split(" ").filter(Boolean);
    for (const mark of marks) {
      const at = mark.dataset.at ?? mark.dataset.month;
      mark.classList.toggle("out", years.length > 0 && !years.includes(at.slice(0, 4)));
    }
  };
  follow();
  new MutationObserver(follow).observe(timeline, { attributeFilter: ["data-years"] });
}
