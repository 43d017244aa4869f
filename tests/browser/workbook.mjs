/** Reads a workbook back: what its sheets hold, cell by cell. */
import JSZip from "jszip";

const decoded = (xml) => xml.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&")
  .replace(/_x005F_/g, "_");

/** A cell: a text, a number, a truth value, or a formula with its result. */
function cell(attributes, content) {
  const [, formula] = content.match(/<f>(.*?)<\/f>/s) ?? [];
  const [, value] = content.match(/<v>(.*?)<\/v>/s) ?? [];
  if (formula !== undefined) return { formula: decoded(formula), result: Number(value) };
  if (attributes.includes(' t="inlineStr"')) return decoded(content.match(/<t xml:space="preserve">(.*)<\/t>/s)[1]);
  return attributes.includes(' t="b"') ? value === "1" : Number(value);
}

/** The sheets by name, each a list of rows: objects from the address of a cell (`A1`) to what it holds. */
export async function read_workbook(file) {
  const archive = await JSZip.loadAsync(file);
  const read = (name) => archive.file(name).async("string");
  const names = [...(await read("xl/workbook.xml")).matchAll(/<sheet name="([^"]*)" sheetId="(\d+)"/g)];
  const sheets = {};
  for (const [, name, no] of names) {
    const xml = await read(`xl/worksheets/sheet${no}.xml`);
    sheets[name] = [...xml.matchAll(/<row r="\d+">(.*?)<\/row>/gs)].map(([, row]) =>
      Object.fromEntries([...row.matchAll(/<c r="([A-Z]+\d+)"([^>]*)>(.*?)<\/c>/gs)].map(([, place, attributes, content]) => [place, cell(attributes, content)])));
  }
  return { sheets, files: Object.keys(archive.files).sort() };
}

/** The rows of a sheet as objects, by the names in its first row. */
export function objects([head, ...rows]) {
  const letters = (place) => place.replace(/\d+/, "");
  const names = Object.fromEntries(Object.entries(head).map(([place, name]) => [letters(place), name]));
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([place, value]) => [names[letters(place)], value])));
}

/** What a formula of sums adds up: `SUM(figures!G2:G3,figures!G7)`. */
export function add_up(formula, figures) {
  const cells = Object.assign({}, ...figures);
  const terms = [];
  for (const [, column, from, , to = from] of formula.matchAll(/figures!([A-Z]+)(\d+)(:[A-Z]+(\d+))?/g)) {
    for (let row = Number(from); row <= Number(to); row += 1) terms.push(cells[`${column}${row}`]);
  }
  return terms.reduce((sum, term) => sum + term, 0);
}
