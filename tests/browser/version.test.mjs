/** Which version of a report is before a reader: said in the foot, beside the files, and by the files. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { a_reader } from "./reader.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const reader = a_reader();

const sha256 = (content) => createHash("sha256").update(content).digest("hex");

/** What `cd assets/reports && sha256sum <report>/<file>.json | sha256sum` gives. */
function digest_of_reports() {
  const reports = join(ROOT, "assets/reports");
  const names = readdirSync(reports, { recursive: true })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /^[^/]+\/[^/]+\.json$/.test(name));
  const lines = names.sort().map((name) => `${sha256(readFileSync(join(reports, name)))}  ${name}\n`);
  return sha256(lines.join(""));
}

test("foot, VERSION and the files that editors wrote have the same version and digest", async () => {
  const version = /^version = "(.+)"$/m.exec(readFileSync(join(ROOT, "Cargo.toml"), "utf8"))[1];
  const digest = digest_of_reports();
  const served = await fetch(new URL("VERSION", process.env.REPORT_WIDGET_URL));
  assert.equal(await served.text(), `report-widget ${version}\ndata sha256 ${digest}\n`);

  await reader.open_report();
  const shown = await reader.inside((root) => root.querySelector(".version dd").textContent);
  assert.equal(shown, `${version} · SHA-256 ${digest}`);
});

test("the digest is shown short, and copied whole", async () => {
  await reader.open_report();
  const [seen, whole] = await reader.inside((root) => {
    const digest = root.querySelector(".version code");
    return [digest.clientWidth, digest.scrollWidth];
  });
  assert.ok(seen * 3 < whole, `${seen} of ${whole} pixels are seen`);
  await reader.click(".copy-digest");
  await reader.see_notice("복사했습니다");
  assert.equal(await reader.run(() => navigator.clipboard.readText()), digest_of_reports());
});
