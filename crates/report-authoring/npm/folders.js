/** Reports and bundles on the disk. */
import { isUtf8 } from "node:buffer";
import {
  closeSync, existsSync, mkdirSync, openSync, readFileSync, readSync, readdirSync, realpathSync, rmSync, rmdirSync, statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, extname, join, relative, resolve, sep } from "node:path";
import { Report, mostBytes } from "./report-authoring.js";

/** Every bundle has this file. */
const VERSION = "VERSION";

/** Whether a path is the folder of a report's JSON files. */
export function isJson(path) {
  const file = join(path, "report.json");
  return existsSync(file) && statSync(file).isFile();
}

/** A workbook, a folder of CSV sheets, or a folder of JSON files, which is not checked yet. */
export function readReport(path, lang = "en") {
  if (!statSync(path).isDirectory()) return Report.read([{ name: "report.xlsx", bytes: readWorkbook(path) }], lang);
  if (isJson(path)) {
    const { name, texts } = readTexts(path, "json");
    return Report.ofFolder(name, texts);
  }
  const { texts } = readTexts(path, "csv");
  if (texts.length === 0) throw new Error(`${path} has neither report.json nor CSV sheets such as Report.csv`);
  return Report.read(texts, lang);
}

/** The bytes of a file; one byte more than is read tells that the file is too large. */
function readWorkbook(path) {
  const bytes = Buffer.alloc(Math.min(statSync(path).size, mostBytes() + 1));
  const file = openSync(path);
  try {
    let length = 0;
    for (let count = 1; count > 0; length += count) count = readSync(file, bytes, length, bytes.length - length, null);
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

/** The files of a folder that end like this, parts in their order, and the folder's own name. */
export function readTexts(path, extension) {
  const folder = realpathSync(path);
  const names = readdirSync(folder).filter((name) => extname(name).toLowerCase() === `.${extension}`);
  const texts = names.map((file) => {
    const bytes = readFileSync(join(folder, file));
    if (!isUtf8(bytes)) {
      throw new Error(`${join(folder, file)} is not UTF-8; save it as "CSV UTF-8" (CSV UTF-8(쉼표로 분리))`);
    }
    return { name: `${basename(file, extname(file))}.${extension}`, bytes };
  });
  // `part-10.json` comes after `part-9.json`.
  const [length, order] = [(one) => Buffer.byteLength(one.name), (one) => Buffer.from(one.name)];
  texts.sort((one, other) => length(one) - length(other) || Buffer.compare(order(one), order(other)));
  return { folder, name: basename(folder), texts };
}

/** Every file below a folder, by its name in it, with slashes. */
export function readFiles(folder) {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`${folder} is no folder`);
  const inside = (entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(inside);
  return files.map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}

/** Refuses a folder with files that no bundle has brought there, or with what is to be read: they would be lost. */
export function refuseLoss(folder, inputs) {
  if (!existsSync(folder)) return;
  if (readdirSync(folder).length > 0 && !existsSync(join(folder, VERSION))) {
    throw new Error(`${folder} holds other files, which would be lost; choose an empty or a new folder`);
  }
  const place = realpathSync(folder) + sep;
  const input = inputs.find((input) => existsSync(input) && (realpathSync(input) + sep).startsWith(place));
  if (input !== undefined) throw new Error(`${input} is in the folder ${folder} and would be lost; choose another folder`);
}

/** Makes the folder hold exactly these files. */
export function writeFolder(folder, names, contentOf) {
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), contentOf(name));
  }
  removeOthers(resolve(folder), new Set(names.map((name) => resolve(folder, name))));
}

function removeOthers(folder, kept) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) {
      if (!kept.has(path)) rmSync(path);
      continue;
    }
    removeOthers(path, kept);
    if (readdirSync(path).length === 0) rmdirSync(path);
  }
}
