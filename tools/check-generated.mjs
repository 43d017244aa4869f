/**
 * Runs every generator of the project, and prints the generated files that were not what their generator
 * writes, with nothing else on its standard output; the new files stay, to be looked at.
 *
 * A file is compared before and after its generator ran, not with what is committed, so that nothing is
 * reported while someone is still at work, or in a checkout without Git.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = new URL("../", import.meta.url);

/** A new generator is a new entry: the command, and the files that it writes. */
const GENERATORS = [
  [
    "cargo test --quiet -p report-validation --features schema schema_is_up_to_date",
    ["assets/reports/report.schema.json"],
  ],
  [
    "node tools/contract/write.mjs",
    ["assets/custom-elements.json", "assets/report-widget.d.ts", "README.md", "docs/embedding.md"],
  ],
  ["node tools/third-party.mjs", ["assets/THIRD-PARTY.txt"]],
  ["node tools/accessibility.mjs", ["docs/accessibility-evidence.md"]],
  ["node tests/hostile/write.mjs", ["report", "part-1", "part-2", "part-3", "part-4"].map((name) => `tests/hostile/reports/hostile/${name}.json`)],
  ["cargo test --quiet -p report-validation --test hostile", ["tests/hostile/hostile.section"]],
  ["cargo test --quiet -p report-workbook --test example", ["examples/example-co-2025.xlsx"]],
  // The pictures themselves are drawn only where they are not those of their drawings.
  [
    "node tools/share-pictures/write.mjs",
    ["story-2021-en", "story-2021-ko", "white-paper-2022-en", "white-paper-2022-ko"].map((name) => `assets/share/${name}.svg`),
  ],
];

const place = (file) => new URL(file, ROOT);

for (const [command, files] of GENERATORS) {
  const before = files.map((file) => ({ file, content: readFileSync(place(file)), time: statSync(place(file)).mtimeMs }));
  const [program, ...given] = command.split(" ");
  // Generators that are tests compare their file unless they are asked to write it.
  const env = { ...process.env, WRITE_GENERATED: "1" };
  execFileSync(program, given, { cwd: fileURLToPath(ROOT), env, stdio: ["ignore", process.stderr, process.stderr] });
  for (const { file, content, time } of before) {
    // Cargo is content with a test that does not exist.
    if (statSync(place(file)).mtimeMs === time) throw new Error(`${file} was not written by \`${command}\``);
    if (!readFileSync(place(file)).equals(content)) console.log(file);
  }
}
