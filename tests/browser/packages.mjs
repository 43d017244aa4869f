/** The npm packages of the delivery, as `npm install` leaves them in somebody's project. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where packages are: the stage's own, or those of `cargo xtask dist`. */
export const PACKAGES = process.env.REPORT_WIDGET_PACKAGES ?? fileURLToPath(new URL("../../target/delivery", import.meta.url));

/** Installs a package in a new project, without a network; gives the folder of the project. */
export function installed(name) {
  const folder = mkdtempSync(join(tmpdir(), "npm project "));
  const packed = readdirSync(PACKAGES).find((file) => file.startsWith(`${name}-`) && /^\d+\.\d+\.\d+\.tgz$/.test(file.slice(name.length + 1)));
  if (!packed) throw new Error(`${PACKAGES} has no ${name}-<version>.tgz; run \`cargo xtask dist\``);
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  const options = ["--offline", "--no-audit", "--no-fund", "--loglevel=error"];
  execFileSync("npm", ["install", ...options, join(PACKAGES, packed)], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  return folder;
}
