/**
 * Fuzzes for a number of minutes, shared by the targets of crates/report-fuzz, or by those that are named:
 * `node tools/fuzz.mjs 12 section address`.
 *
 * With a C++ compiler, for libFuzzer, the run is guided by coverage and keeps what it learnt in
 * target/fuzz/corpus/. Without one, seeds are changed blindly. It says which. An input that breaks a
 * promise is put into crates/report-fuzz/tests/crashes/, where every test run tries it again.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const WORK = join(ROOT, "target/fuzz");

/** What libFuzzer needs from the program. They are stable switches of rustc, so no nightly is needed. */
const COVERAGE = [
  "-Cpasses=sancov-module",
  "-Cllvm-args=-sanitizer-coverage-level=4",
  "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
  "-Cllvm-args=-sanitizer-coverage-pc-table",
  "-Cllvm-args=-sanitizer-coverage-trace-compares",
  "--cfg=fuzzing",
].join(" ");

/** How many inputs the runner without guidance takes at a time. */
const ROUND = 1_000;

const [minutes, ...named] = process.argv.slice(2);
if (!(Number(minutes) > 0)) throw new Error("node tools/fuzz.mjs MINUTES [TARGET…]");

const cargo = (given, env = {}) => execFileSync("cargo", given, { cwd: ROOT, env: { ...process.env, ...env }, stdio: "inherit" });
const output = (program, given) => execFileSync(program, given, { cwd: ROOT, encoding: "utf8" });
const has = (program) => !spawnSync(program, ["--version"]).error;

cargo(["build", "--quiet", "--release", "-p", "report-fuzz"]);
const runner = join(ROOT, "target/release/report-fuzz");
const all = output(runner, ["--list"]).trim().split("\n");
const unknown = named.filter((name) => !all.includes(name));
if (unknown.length) throw new Error(`there is no target ${unknown.join(", ")}; there are ${all.join(", ")}`);
const targets = named.length ? named : all;
const seconds = Math.max(1, Math.round((60 * Number(minutes)) / targets.length));

mkdirSync(WORK, { recursive: true });
const fuzz = has("c++") ? guided() : blind();
const crashed = targets.filter((target) => !fuzz(target));
if (crashed.length) throw new Error(`a promise was broken by an input of ${crashed.join(", ")}: see crates/report-fuzz/tests/crashes`);

/** Coverage-guided: libFuzzer. */
function guided() {
  console.log(`guided by coverage (libFuzzer), ${seconds} s for each target`);
  const host = output("rustc", ["-vV"]).match(/^host: (.*)$/m)[1];
  // A target that is named keeps the switches from build scripts.
  cargo(["build", "--quiet", "--release", "--manifest-path", "fuzz/Cargo.toml", "--target", host, "--target-dir", "target/fuzz"], { RUSTFLAGS: COVERAGE });
  const program = join(WORK, host, "release/report-libfuzzer");
  execFileSync(runner, ["--seeds", join(WORK, "seeds")]);
  return (target) => {
    const learnt = join(WORK, "corpus", target);
    const found = join(WORK, "found", target);
    for (const folder of [learnt, found]) mkdirSync(folder, { recursive: true });
    const given = [learnt, join(WORK, "seeds", target), `-dict=${join(WORK, "seeds", `${target}.dict`)}`,
      `-max_total_time=${seconds}`, "-timeout=20", "-rss_limit_mb=4096", `-artifact_prefix=${found}/`, "-print_final_stats=1"];
    const ran = spawnSync(program, given, { env: { ...process.env, REPORT_FUZZ_TARGET: target }, encoding: "utf8" });
    const printed = (pattern) => ran.stderr.match(pattern)?.[1] ?? "?";
    console.log(`${target}: ${printed(/number_of_executed_units: (\d+)/)} inputs, coverage ${printed(/INITED cov: (\d+)/)} -> ${printed(/DONE +cov: (\d+)/)}`);
    if (ran.status !== 0) console.error(ran.stderr.split("\n").slice(-40).join("\n"));
    for (const name of readdirSync(found)) keep(join(found, name), target, name);
    return ran.status === 0;
  };
}

/** Without a C++ compiler: the runner of crates/report-fuzz, another seed each round. */
function blind() {
  console.log(`there is no C++ compiler for libFuzzer: seeds are changed blindly, ${seconds} s for each target`);
  return (target) => {
    const end = Date.now() + 1000 * seconds;
    let rounds = 0;
    let ran;
    do {
      ran = spawnSync(runner, [target, String(ROUND), String(rounds)], { cwd: WORK, encoding: "utf8" });
      rounds += 1;
    } while (ran.status === 0 && Date.now() < end);
    console.log(`${target}: ${rounds * ROUND} inputs`);
    if (ran.status !== 0) console.error(ran.stderr);
    for (const name of readdirSync(WORK).filter((name) => name.endsWith(".crash"))) keep(join(WORK, name), target, name);
    return ran.status === 0;
  };
}

/** Keeps an input for the test run. */
function keep(file, target, name) {
  const folder = join(ROOT, "crates/report-fuzz/tests/crashes", target);
  mkdirSync(folder, { recursive: true });
  renameSync(file, join(folder, name));
}
