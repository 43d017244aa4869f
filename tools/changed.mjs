/**
 * Prints the stages of `cargo xtask test` that the changes since the last commit touch: those that are
 * quick and likely to fail. The whole run stays what a commit has to pass.
 */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What a path begins with or is, and the stages that look at it; the first that fits counts. */
const TOUCHED = [
  [/\.md$/, ["drift"]],
  [/^crates\/.*\.rs$/, ["format", "lint", "core"]],
  [/^assets\/reports\//, ["core", "views"]],
  [/^src\/(bin|charts)\//, ["format", "lint", "views"]],
  [/^src\/element\//, ["format", "lint", "web"]],
  [/^src\/.*\.rs$/, ["format", "lint", "views", "web"]],
  [/^src\/.*\.css$/, ["build", "size"]],
  [/^assets\//, ["build", "size", "drift"]],
  [/^tools\/(contract|share-pictures)\//, ["drift"]],
  [/^(xtask|tools|tests\/bench)\/|^tests\/[^/]*\.mjs$/, ["format", "lint", "xtask"]],
  [/^tests\/web/, ["format", "lint", "web"]],
  [/^tests\/hostile\//, ["drift"]],
  [/^tests\/.*\.(rs|tsv)$/, ["format", "lint", "core"]],
  [/^tests\/browser\/journeys\//, ["engines"]],
  [/^tests\/(browser|wordpress)\//, ["browser"]],
  [/^tests\/scale\//, ["scale"]],
  [/Cargo\.(toml|lock)$|^deny\.toml$/, ["format", "lint", "dependencies", "core", "views", "build", "size"]],
  [/./, ["format", "lint", "core", "views", "build", "size"]],
];

/** The stages that these paths touch. */
export function touchedBy(paths) {
  return [...new Set(paths.flatMap((path) => TOUCHED.find(([where]) => where.test(path))[1]))];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const git = (...given) => execFileSync("git", given, { encoding: "utf8" }).split("\n").filter(Boolean);
  const changed = [...git("diff", "--name-only", "HEAD"), ...git("ls-files", "--others", "--exclude-standard")];
  console.log(touchedBy(changed).join(" "));
}
