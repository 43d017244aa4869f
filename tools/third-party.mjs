/**
 * Writes assets/THIRD-PARTY.txt: what of others is in the program that readers load, with its licences.
 *
 * What counts is what Cargo compiles for WebAssembly; much of it is left out of the program again by the
 * linker, so the list rather has too much. Tools that only build are not in it. Texts that are the same
 * but for their line breaks stand once.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const TARGET = "wasm32-unknown-unknown";
const LICENCE_FILE = /^(licen[cs]e|copying|notice|unlicense)/i;

const by = (key, a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b)));

/** The packages from outside that are compiled into the program, by name. */
export function shippedPackages() {
  const cargo = (...given) => execFileSync("cargo", [...given, "--locked"], { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28 });
  // Of the workspace's features only the program's, and neither macros nor what builds: they run while building.
  const tree = cargo("tree", "--package=report-widget", `--target=${TARGET}`, "--edges=normal,no-proc-macro", "--prefix=none", "--format={p}");
  const shipped = new Set(tree.trim().split("\n").map((line) => line.split(" ").slice(0, 2).join(" ")));
  const { packages } = JSON.parse(cargo("metadata", "--format-version=1", `--filter-platform=${TARGET}`));
  const outside = packages.filter(({ name, version, source }) => source && shipped.has(`${name} v${version}`));
  return outside.sort((a, b) => by(({ name, version }) => `${name} ${version}`, a, b));
}

/** For packages without a licence file, all of which may be used under it. */
const MIT = `MIT License

Copyright (c) the authors named above, or the contributors of the package

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to
permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** The packages from npm that are joined into the modules, with the module that has each. */
const JOINED = [["fflate", "report-widget-xlsx.js"]];

/** The same, with what the lock file says of each. */
export function joinedPackages() {
  const { packages } = JSON.parse(readFileSync(join(ROOT, "tests/package-lock.json"), "utf8"));
  return JOINED.map(([name, module]) => {
    const { version, license, integrity } = packages[`node_modules/${name}`];
    return { name, version, license, integrity, module, text: readFileSync(join(ROOT, "tests/node_modules", name, "LICENSE"), "utf8").replaceAll("\r", "").trim() };
  });
}

/** The licence as SPDX writes it; Cargo once took a slash for OR. */
export const expression = ({ license }) => license.replaceAll("/", " OR ");

function licenceTexts({ manifest_path: manifest }) {
  const folder = dirname(manifest);
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name));
  return names.map(({ name }) => readFileSync(join(folder, name), "utf8").replaceAll("\r", "").trim()).sort();
}

function written() {
  const channel = readFileSync(join(ROOT, "rust-toolchain.toml"), "utf8").match(/channel = "(.*)"/)[1];
  const packages = shippedPackages();
  const texts = new Map();
  for (const one of packages) {
    for (const text of licenceTexts(one)) {
      const key = text.replace(/\s+/g, " ");
      const known = texts.get(key) ?? { text, of: [] };
      known.of.push(`${one.name} ${one.version}`);
      texts.set(key, known);
    }
  }
  const joined = joinedPackages();
  for (const one of joined) texts.set(one.text.replace(/\s+/g, " "), { text: one.text, of: [`${one.name} ${one.version}`] });
  const width = Math.max(...packages.map(({ name, version }) => name.length + version.length + 1));
  const line = (one) => `${`${one.name} ${one.version}`.padEnd(width)}  ${expression(one)}`;
  const without = packages.filter((one) => licenceTexts(one).length === 0);
  const others = without.filter(({ license }) => !/\bMIT\b/.test(license));
  if (others.length) throw new Error(`there is no licence text for ${others.map(({ name }) => name).join(", ")}`);
  const sections = [...texts.values()].sort((a, b) => b.of.length - a.of.length || by(({ of }) => of[0], a, b));
  return [
    "What of others is in report-widget, and under which licences",
    "",
    "Compiled into report-widget_bg.wasm, as far as the linker keeps it:",
    "",
    line({ name: "Rust's standard library", version: channel, license: "MIT OR Apache-2.0" }),
    ...packages.map(line),
    "",
    ...joined.flatMap((one) => [`Joined into ${one.module}:`, "", line(one), ""]),
    "report-widget-program.js is written by wasm-bindgen.",
    ...section(without.map(({ name, version, authors }) => `${name} ${version}${authors.length ? ` by ${authors.map((author) => author.replace(/ <.*>/, "")).join(" and ")}` : ""}`), MIT),
    ...sections.flatMap(({ text, of }) => section(of, text)),
    "",
  ].join("\n");
}

const section = (of, text) => ["", "=".repeat(80), ...wrapped(of), "-".repeat(80), text];

/** Names in lines of at most 80 letters. */
function wrapped(names) {
  const lines = [""];
  for (const name of names) {
    const last = lines.at(-1);
    if (last && last.length + name.length + 2 > 80) lines.push(name);
    else lines[lines.length - 1] = last ? `${last}, ${name}` : name;
  }
  return lines;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(join(ROOT, "assets/THIRD-PARTY.txt"), written());
