/** Samples, what they say together, and the tables that `cargo xtask bench` prints. */

const ALL = "all together";

/** The samples of a file: `<what>\t<cards>\t<name>\t<figure>`, one a line. */
export function parseSamples(text) {
  return text.split("\n").filter(Boolean).map((line) => {
    const [what, cards, name, figure, ...more] = line.split("\t");
    const sample = { what, cards: Number(cards), name, figure: Number(figure) };
    if (figure === undefined || more.length || Number.isNaN(sample.cards + sample.figure)) {
      throw new Error(`no sample: ${JSON.stringify(line)}`);
    }
    return sample;
  });
}

/**
 * Measured times have a few long ones among many short ones, so the median and the 95th percentile
 * say more than a mean. Nothing can be said of no measurement.
 */
export function summary(samples) {
  const sorted = samples.map(({ figure }) => figure).sort((a, b) => a - b);
  const count = sorted.length;
  if (count === 0) return undefined;
  return {
    min: sorted[0], median: sorted[Math.floor(count / 2)], p95: sorted[Math.ceil(count * 0.95) - 1], max: sorted[count - 1], count,
  };
}

/**
 * One sort of measurement by row and number of cards: median, 95th percentile, and how many times the
 * median of the size before.
 */
export function growthTable(title, what, samples, { total = false } = {}) {
  const rows = samples.filter((sample) => sample.what === what);
  const sizes = [...new Set(rows.map(({ cards }) => cards))].sort((a, b) => a - b);
  const columns = sizes.map((cards) => ({ head: `${spaced(cards)} cards`, holds: (sample) => sample.cards === cards }));
  const cells = (sum, before) => [figure(sum.median), figure(sum.p95), before ? ratio(sum, before, 1) : ""];
  return table(title, rows, columns, ["median", "p95", "growth"], cells, { total, compare: "previous" });
}

/** How the measurements of a page are shown: `range` for few of them, `tail` for many. */
const SPREADS = { range: ["median", "min", "max"], tail: ["median", "p95"] };

/**
 * Pages beside each other, a column a page; every page but the first says how many times the first
 * one's median its own is.
 */
export function pageTable(title, pages, samples, spread, { total = false } = {}) {
  const heads = SPREADS[spread];
  const columns = pages.map((page) => ({ head: page, holds: ({ what }) => what === page }));
  const cells = (sum, first) => [...heads.map((head) => figure(sum[head])), first ? ratio(sum, first, 2) : ""];
  return table(title, samples, columns, [...heads, "ratio"], cells, { total, compare: "first" });
}

function table(title, samples, columns, heads, cells, { total, compare }) {
  const names = [...new Set(samples.map(({ name }) => name))];
  if (total && names.length > 1) names.push(ALL);
  const rows = names.map((name) => {
    const sums = columns.map(({ holds }) =>
      summary(samples.filter((sample) => holds(sample) && (name === ALL || sample.name === name))));
    const compared = (index) => (compare === "first" ? (index ? sums[0] : undefined) : sums.slice(0, index).findLast(Boolean));
    return [name, ...sums.map((sum, index) => right(sum ? cells(sum, compared(index)) : heads.map(() => "")))];
  });
  // The first page is what the others are compared with.
  const headRow = columns.map((_, index) => right(compare === "first" && index === 0 ? heads.with(-1, "") : heads));
  return aligned(title, [["", ...columns.map(({ head }) => head)], ["", ...headRow], ...rows]);
}

/** Rows of which the first cell stands at the left, the others at the right. */
export function aligned(title, rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => width(row[column]))));
  const space = (cell, column) => " ".repeat(widths[column] - width(cell));
  const line = ([name, ...cells]) =>
    [name + space(name, 0), ...cells.map((cell, index) => space(cell, index + 1) + cell)].join(" | ").trimEnd();
  return `\n${title}\n\n${rows.map(line).join("\n")}\n`;
}

const right = (cells) => cells.map((cell) => cell.padStart(9)).join("");

const ratio = ({ median }, before, digits) => (before.median > 0 ? `x${(median / before.median).toFixed(digits)}` : "");

/** Three digits that matter are more than a shared machine can promise. */
export function figure(value) {
  if (value >= 100) return value.toFixed(0);
  if (value >= 10) return value.toFixed(1);
  return value.toFixed(value >= 1 ? 2 : 3);
}

/** A count with its thousands apart. */
export function spaced(count) {
  return String(count).replace(/\B(?=(\d{3})+$)/g, " ");
}

/** Columns that a terminal gives a text: two for Hangul. */
function width(text) {
  return [...text].reduce((sum, sign) => sum + (sign >= "\u1100" ? 2 : 1), 0);
}
