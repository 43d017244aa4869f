/**
 * Writes two bills of materials (CycloneDX 1.6) of a delivery: `node tools/sbom.mjs DIST VERSION PLACE`.
 *
 * - program.cdx.json: the crates and npm packages that are in the program and its modules, with licence and checksum
 * - delivery.cdx.json: every file, with its SHA-256 and SHA-384
 *
 * The same delivery gives the same files: no time, no random serial number.
 */
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { expression, joinedPackages, shippedPackages } from "./third-party.mjs";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
/** The documents that the reports are about belong to their publisher. */
const OWN_LICENCE = [{ license: { name: "MIT OR Apache-2.0 for the code; LICENSE says what holds for the reports" } }];

const document = (component, components) => ({
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  version: 1,
  metadata: { component },
  components,
});

const digest = (algorithm, content) => createHash(algorithm).update(content).digest("hex");

/** The crates of the program, and what is joined into its modules. */
export function programBill(version) {
  const lock = readFileSync(join(ROOT, "Cargo.lock"), "utf8");
  const checksums = new Map([...lock.matchAll(/name = "(.*)"\nversion = "(.*)"\nsource = .*\nchecksum = "(.*)"/g)].map(([, name, number, sum]) => [`${name} ${number}`, sum]));
  const crates = shippedPackages().map((one) => ({
    type: "library",
    "bom-ref": purl(one),
    name: one.name,
    version: one.version,
    licenses: [{ expression: expression(one) }],
    hashes: [{ alg: "SHA-256", content: checksums.get(`${one.name} ${one.version}`) }],
    purl: purl(one),
  }));
  const joined = joinedPackages().map(({ name, version, license, integrity }) => ({
    type: "library",
    "bom-ref": `pkg:npm/${name}@${version}`,
    name,
    version,
    licenses: [{ expression: license }],
    hashes: [{ alg: "SHA-512", content: Buffer.from(integrity.replace("sha512-", ""), "base64").toString("hex") }],
    purl: `pkg:npm/${name}@${version}`,
  }));
  const libraries = [...crates, ...joined];
  const program = { type: "application", "bom-ref": "report-widget_bg.wasm", name: "report-widget_bg.wasm", version, licenses: OWN_LICENCE };
  const needs = { ref: program["bom-ref"], dependsOn: libraries.map(({ purl }) => purl) };
  return { ...document(program, libraries), dependencies: [needs] };
}

const purl = ({ name, version }) => `pkg:cargo/${name}@${encodeURIComponent(version)}`;

/** The files of a folder. */
export function deliveryBill(folder, version) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = entries.map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"));
  const files = names.sort().map((name) => {
    const content = readFileSync(join(folder, name));
    return {
      type: "file",
      "bom-ref": name,
      name,
      hashes: [{ alg: "SHA-256", content: digest("sha256", content) }, { alg: "SHA-384", content: digest("sha384", content) }],
    };
  });
  return document({ type: "application", "bom-ref": "report-widget", name: "report-widget", version, licenses: OWN_LICENCE }, files);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [dist, version, place] = process.argv.slice(2);
  const write = (name, bill) => writeFileSync(join(place, name), `${JSON.stringify(bill, null, 2)}\n`);
  write("program.cdx.json", programBill(version));
  write("delivery.cdx.json", deliveryBill(dist, version));
}
