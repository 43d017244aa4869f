import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { deliveryBill, programBill } from "./sbom.mjs";

const folder = mkdtempSync(join(tmpdir(), "sbom-"));
after(() => rmSync(folder, { recursive: true }));

test("the bill of the program names every crate and package with its licence and its checksum in the lock files", () => {
  const bill = programBill("1.2.3");
  const lock = readFileSync(new URL("../Cargo.lock", import.meta.url), "utf8");
  const licences = readFileSync(new URL("../assets/THIRD-PARTY.txt", import.meta.url), "utf8");
  assert.deepEqual([bill.bomFormat, bill.specVersion, bill.metadata.component.version], ["CycloneDX", "1.6", "1.2.3"]);
  assert.ok(bill.components.length > 50);
  const { packages } = JSON.parse(readFileSync(new URL("../tests/package-lock.json", import.meta.url), "utf8"));
  const is_of_npm = ({ purl }) => purl.startsWith("pkg:npm/");
  assert.deepEqual(bill.components.filter(is_of_npm).map(({ name }) => name), ["fflate"]);
  for (const { name, version, licenses: [{ expression }], hashes: [{ alg, content }] } of bill.components.filter(is_of_npm)) {
    const { version: locked, integrity, license } = packages[`node_modules/${name}`];
    assert.deepEqual([version, expression, alg], [locked, license, "SHA-512"]);
    assert.equal(`sha512-${Buffer.from(content, "hex").toString("base64")}`, integrity);
    assert.match(licences, new RegExp(`^Joined into report-widget-xlsx\\.js:\n\n${name} ${version} +${license}$`, "m"));
  }
  for (const { name, version, licenses: [{ expression }], hashes: [{ content }], purl } of bill.components.filter((one) => !is_of_npm(one))) {
    assert.ok(lock.includes(`name = "${name}"\nversion = "${version}"`), name);
    assert.ok(lock.includes(`checksum = "${content}"`), name);
    assert.match(licences, new RegExp(`^${name} ${version.replaceAll(/[.+]/g, "\\$&")} +${expression.replaceAll(/[()]/g, "\\$&")}$`, "m"));
    assert.ok(purl.startsWith(`pkg:cargo/${name}@`));
  }
  const names = bill.components.map(({ name }) => name);
  assert.ok(names.includes("leptos") && names.includes("wasm-bindgen"));
  // Tools and macros run while building: they are in no program.
  for (const tool of ["lightningcss", "clap", "leptos_macro", "proptest"]) assert.ok(!names.includes(tool), tool);
  assert.deepEqual(bill.dependencies[0].dependsOn, bill.components.map((one) => one["bom-ref"]));
});

test("the bill of a delivery has the digests of every file, in the order of names", () => {
  mkdirSync(join(folder, "icons"));
  for (const name of ["b.js", "a.wasm", "icons/a.png"]) writeFileSync(join(folder, name), name);
  const bill = deliveryBill(folder, "1.2.3");
  const sum = (algorithm, name) => createHash(algorithm).update(name).digest("hex");
  const expected = ["a.wasm", "b.js", "icons/a.png"].map((name) => ({
    type: "file", "bom-ref": name, name,
    hashes: [{ alg: "SHA-256", content: sum("sha256", name) }, { alg: "SHA-384", content: sum("sha384", name) }],
  }));
  assert.deepEqual(bill.components, expected);
  assert.deepEqual(bill, deliveryBill(folder, "1.2.3"));
});
