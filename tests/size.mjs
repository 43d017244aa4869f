/**
 * The size of `dist/`, file by file, against the budgets of `budget.toml`. The table goes to the standard
 * error; the standard output has what is wrong and nothing else.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "smol-toml";

/** The files of the delivery: `{name, bytes, sent}`, where `sent` is the size after Brotli. */
function delivered(folder) {
  const places = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const sizes = new Map(places.map((place) => [relative(folder, place).replaceAll("\\", "/"), statSync(place).size]));
  return [...sizes]
    // Not the compressed copies, nor what is meant for the host.
    .filter(([name]) => !/\.(br|gz)$|^_headers$|^hosts\//.test(name))
    .map(([name, bytes]) => ({ name, bytes, sent: sizes.get(`${name}.br`) ?? bytes }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether a file counts against a budget; its folder matters only to patterns that begin with a slash. */
export function covers(patterns, path) {
  const escaped = (text) => text.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
  return patterns.some((pattern) => pattern.startsWith("/")
    ? new RegExp(`^${escaped(pattern.slice(1))}$`).test(path)
    : new RegExp(`^${escaped(pattern)}$`).test(path.split("/").at(-1)));
}

/** What some files weigh together: `{line}`, and `fault` where it is too much. */
export function weigh({ name, files: patterns, most }, files) {
  const counted = files.filter((file) => covers(patterns, file.name));
  const sent = counted.reduce((sum, file) => sum + file.sent, 0);
  const line = `${String(sent).padStart(19)}  of ${most} for ${name}`;
  if (counted.length === 0) return { line, fault: `no file of dist/ counts as ${name}` };
  return sent > most ? { line, fault: `${name} is ${sent - most} bytes over` } : { line };
}

/** What a file weighs against those that it holds, in hundredths, compressed and not. */
export function weighShare({ name, file, of, most }, files) {
  const missing = [file, ...of].find((wanted) => !files.some(({ name }) => name === wanted));
  if (missing) return { line: "", fault: `dist/ holds no ${missing}` };
  const sum = (names, size) => files.filter(({ name }) => names.includes(name)).reduce((sum, file) => sum + file[size], 0);
  const [sent, bytes] = ["sent", "bytes"].map((size) => Math.ceil((100 * sum([file], size)) / sum(of, size)));
  const line = `${String(sent).padStart(18)}% of ${most}% for ${name} against its parts; ${bytes}% uncompressed`;
  return Math.max(sent, bytes) > most ? { line, fault: line.trim() } : { line };
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const files = delivered(fileURLToPath(new URL("../dist", import.meta.url)));
  const { budget, share = [] } = parse(readFileSync(new URL("budget.toml", import.meta.url), "utf8"));
  const row = (...cells) => console.error(cells.map((cell, index) => (index < 2 ? String(cell).padStart(9) : ` ${cell}`)).join(" "));
  row("bytes", "Brotli", "file");
  for (const { name, bytes, sent } of files) row(bytes, sent, name);
  for (const { line, fault } of [...budget.map((one) => weigh(one, files)), ...share.map((one) => weighShare(one, files))]) {
    console.error(line);
    if (fault) console.log(fault);
  }
}
