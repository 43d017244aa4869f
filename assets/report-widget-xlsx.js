/**
 * A workbook (XLSX) of what is exported: a sheet of figures, and one of the headlines that add up from them,
 * with their sums as formulas. It is loaded when a reader asks for one.
 *
 * A text is stored as a text, so no spreadsheet runs it; the only formulas are the sums written here. They have
 * their results beside them, since previews on phones do not calculate.
 */
import { strToU8, zipSync } from "fflate";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Cell formats: a number, a text that stays one when it is edited, a bold heading. */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>`
  + '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
  + '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
  + '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/>'
  + '<xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>';
const TEXT = 1;
const HEADING = 2;

/** How many ranges a spreadsheet adds up in one sum. */
const MOST_RANGES = 255;
/** How many letters a cell holds. */
const MOST_LETTERS = 32_767;
/** The widest and the narrowest column, in letters. */
const [NARROW, WIDE] = [8, 40];

/** Columns of the sheet of headlines; the sum stands before the remainder. */
const OF_TALLIES = ["part", "title", "figure", "label", "unit", "printed", "page", "value", "remainder"];
/** Columns that hold exact values. */
const DECIMALS = ["value", "previous", "base", "target", "remainder"];

/**
 * The file. `rows` are the figures, or those of a chart, whose exact values stand in the column `exact`. `tallies` are
 * headlines, rows like those of figures; their `terms` name the figures that add up to them.
 * @param {Record<string, string | number | boolean | string[] | null>[]} rows
 * @param {{terms: string[], value: string, remainder: string}[]} tallies
 * @param {string} exact
 * @returns {Blob}
 */
export function workbook(rows, tallies, exact) {
  const columns = [...new Set(rows.flatMap(Object.keys))];
  const figures = [columns, ...rows.map((row) => columns.map((name) => typed(row, name, exact)))];
  const sheets = [["figures", figures]];
  if (tallies.length) sheets.push(["tallies", sums(rows, columns.indexOf("value"), tallies)]);
  return new Blob([zipSync(packed(sheets), { mtime: new Date(1980, 0, 1) })], { type: TYPE });
}

/** The sheet of headlines: what is printed, what the figures add up to, and what they leave unexplained. */
function sums(rows, column, tallies) {
  const at = new Map(rows.map(({ card, figure }, index) => [`${card}/${figure}`, index]));
  const lines = tallies.map((tally) => {
    const found = tally.terms.map((term) => at.get(term)).sort((a, b) => a - b);
    const values = found.map((index) => decimal(rows[index].value));
    // What a spreadsheet cannot hold exactly it cannot add up either.
    const sum = values.every((value) => typeof value === "number")
      ? { formula: sumOf(found, letters(column)), result: values.reduce((sum, value) => sum + value, 0) }
      : null;
    return OF_TALLIES.flatMap((name) => (name === "remainder" ? [sum, typed(tally, name)] : [typed(tally, name)]));
  });
  return [OF_TALLIES.flatMap((name) => (name === "remainder" ? ["sum", name] : [name])), ...lines];
}

/** A sum over rows of figures; neighbours are one range. */
function sumOf(indices, column) {
  const ranges = [];
  for (const index of indices) {
    const last = ranges.at(-1);
    if (last?.[1] === index - 1) last[1] = index;
    else ranges.push([index, index]);
  }
  // The first row has the names of the columns.
  const written = ranges.map(([from, to]) => `figures!${column}${from + 2}${to > from ? `:${column}${to + 2}` : ""}`);
  const groups = [];
  while (written.length) groups.push(`SUM(${written.splice(0, MOST_RANGES)})`);
  return groups.join("+");
}

/** What a cell holds of a row. */
function typed(row, name, exact) {
  const value = row[name] ?? null;
  if (Array.isArray(value)) return value.join(" / ");
  return value !== null && (name === exact || DECIMALS.includes(name)) ? decimal(value) : value;
}

/** An exact value, as a number only where a spreadsheet holds it to the last digit: it shows 15. */
function decimal(value) {
  const digits = value.replace(/\D/g, "").replace(/^0+/, "").length;
  return digits <= 15 && String(Number(value)) === value ? Number(value) : value;
}

/** The files of a workbook, by their names in the archive. */
function packed(sheets) {
  const numbered = sheets.map(([name, rows], index) => [index + 1, name, rows]);
  const relation = (no, type, target) => `<Relationship Id="r${no}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const override = (name, type) => `<Override PartName="/xl/${name}.xml" ContentType="${CONTENT}.${type}+xml"/>`;
  const files = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
      + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
      + override("workbook", "sheet.main") + override("styles", "styles")
      + numbered.map(([no]) => override(`worksheets/sheet${no}`, "worksheet")).join("") + "</Types>",
    "_rels/.rels": `<Relationships xmlns="${RELATIONS}">${relation(1, "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>`
      + numbered.map(([no, name]) => `<sheet name="${name}" sheetId="${no}" r:id="r${no}"/>`).join("")
      + '</sheets><calcPr fullCalcOnLoad="1"/></workbook>',
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${RELATIONS}">${relation(0, "styles", "styles.xml")}`
      + numbered.map(([no]) => relation(no, "worksheet", `worksheets/sheet${no}.xml`)).join("") + "</Relationships>",
    "xl/styles.xml": STYLES,
  };
  for (const [no, , rows] of numbered) files[`xl/worksheets/sheet${no}.xml`] = sheet(rows);
  return Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(HEAD + xml)]));
}

/** A sheet whose first row stays in sight. */
function sheet(rows) {
  const width = (column) => Math.max(...rows.map((row) => String(row[column] ?? "").length));
  const widths = rows[0].map((_, at) =>
    `<col min="${at + 1}" max="${at + 1}" width="${Math.min(Math.max(width(at), NARROW), WIDE)}" customWidth="1"/>`);
  const lines = rows.map((row, index) => {
    const cells = row.map((value, column) => cell(value, `${letters(column)}${index + 1}`, index === 0 ? HEADING : TEXT));
    return `<row r="${index + 1}">${cells.join("")}</row>`;
  });
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>`
    + `</sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData>${lines.join("")}</sheetData></worksheet>`;
}

function cell(value, place, style) {
  if (value === null || value === "") return "";
  if (typeof value === "number") return `<c r="${place}"><v>${value}</v></c>`;
  if (typeof value === "boolean") return `<c r="${place}" t="b"><v>${Number(value)}</v></c>`;
  if (typeof value === "object") return `<c r="${place}"><f>${value.formula}</f><v>${value.result}</v></c>`;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

/** A text within XML: without the letters that XML does not have, and without what a spreadsheet decodes. */
const escaped = (text) => text.slice(0, MOST_LETTERS)
  .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]/gu, "")
  .replace(/_(?=x[\da-f]{4}_)/gi, "_x005F_")
  .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** The name of a column: A, Z, AA. */
const letters = (index) => (index < 26 ? "" : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));
