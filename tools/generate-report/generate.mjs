/**
 * Writes generated reports: `node generate.mjs FOLDER ID=CARDS...`, one folder a report. What lay in
 * FOLDER before is removed, since a build bundles every report that it finds there.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { files } from "./report.mjs";

const [folder, ...reports] = process.argv.slice(2);
const wanted = reports.map((report) => /^([a-z0-9-]+)=([1-9]\d*)$/.exec(report)?.slice(1));
if (wanted.length === 0 || wanted.includes(undefined)) throw new Error("usage: generate.mjs FOLDER ID=CARDS...");

rmSync(folder, { recursive: true, force: true });
for (const [id, cards] of wanted) {
  mkdirSync(join(folder, id), { recursive: true });
  for (const [name, content] of files(id, Number(cards))) writeFileSync(join(folder, id, name), JSON.stringify(content));
}
