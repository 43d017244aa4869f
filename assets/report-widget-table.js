/**
 * The figures of a report as a table, in the two forms in which programs and
 * spreadsheets take it. Loaded when a page asks for one; what it is given are
 * the rows that `src/table.rs` writes.
 */

/** The columns, in the order of the rows; also the keys of `objects()`. */
export const COLUMNS = [
  "report", "part", "card", "title", "figure", "label", "value", "unit", "approx", "printed", "page", "note",
];

/** Units in the order of `Unit::ALL`; a test compares the two. */
const UNITS = `people times views cases messages won items places vehicles devices sheets tonnes
  percent days weeks months years minutes age works apps topics courses fundraisers issues ratio
  klay rank points rounds grades organisations events`.split(/\s+/);

/** How each column that is not a text is read. */
const READ = {
  part: Number,
  unit: (place) => UNITS[place],
  approx: Boolean,
  printed: (forms) => (forms ? forms.split("\t") : []),
  page: Number,
  note: (text) => text || null,
};

/** One object for each figure; values stay exact decimal strings. */
export function objects(rows) {
  const cells = rows.split("\n");
  const found = [];
  for (let from = 0; from + COLUMNS.length < cells.length; from += COLUMNS.length) {
    const read = (name, column) => {
      const cell = cells[from + column];
      return [name, READ[name] ? READ[name](cell) : cell];
    };
    found.push(Object.fromEntries(COLUMNS.map(read)));
  }
  return found;
}

/** The mark by which spreadsheets know UTF-8. It belongs to a file; in a text it would be a letter. */
export const MARK = "\uFEFF";

/** The rows as CSV. */
export function csv(rows) {
  return MARK + lines([COLUMNS, ...objects(rows).map((row) => COLUMNS.map((name) => written(name, row[name])))]);
}

/** A table of the page, row by row: where a cell shows a value, the exact one stands before its words. */
export function shown(table) {
  return [...table.rows].map((row) => [...row.cells].flatMap((cell) => {
    const exact = cell.dataset.exact ?? cell.querySelector("data")?.value;
    return [...(exact === undefined ? [] : [exact]), cell.textContent.trim()];
  }));
}

/** Rows of texts as CSV, without the mark; exact values stay numbers. */
export function sheet(rows) {
  return lines(rows.map((row) => row.map((cell) => (/^-?[\d.]+$/.test(cell) ? cell : harmless(cell)))));
}

/** RFC 4180. */
function lines(table) {
  return table.map((line) => `${line.map(quoted).join(",")}\r\n`).join("");
}

function written(name, value) {
  if (Array.isArray(value)) return harmless(value.join(" / "));
  // An exact value may begin with a minus: it is a number, and stays one.
  return name === "value" ? value : harmless(String(value ?? ""));
}

/** A spreadsheet would run a text that begins like a formula; after an apostrophe it does not. */
const harmless = (text) => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text);

const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
