/** Writes what is generated from the contract: `node tools/contract/write.mjs`. */
import { readFileSync, writeFileSync } from "node:fs";
import { element, manifest } from "./manifest.mjs";
import { with_tables } from "./tables.mjs";
import { types } from "./types.mjs";

const ROOT = new URL("../../", import.meta.url);
const contract = manifest();

writeFileSync(new URL("assets/custom-elements.json", ROOT), `${JSON.stringify(contract, null, 2)}\n`);
writeFileSync(new URL("assets/report-widget.d.ts", ROOT), types(element(contract)));
for (const page of ["README.md", "docs/embedding.md"]) {
  const place = new URL(page, ROOT);
  writeFileSync(place, with_tables(readFileSync(place, "utf8"), element(contract)));
}
