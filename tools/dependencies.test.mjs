/** What is installed is what was looked at: every version is exact, and every npm package has its digest. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const json = (path) => JSON.parse(read(path));

test("npm packages are named in exact versions", () => {
  const { dependencies = {}, devDependencies } = json("tests/package.json");
  const versions = Object.entries({ ...dependencies, ...devDependencies });
  assert.ok(versions.length > 10);
  assert.deepEqual(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)), []);
});

test("every npm package of the lock file has a SHA-512 digest and comes from npm's registry", () => {
  const { packages } = json("tests/package-lock.json");
  const installed = Object.entries(packages).filter(([path]) => path !== "");
  assert.ok(installed.length > 100);
  for (const [path, { integrity, resolved }] of installed) {
    assert.match(integrity ?? "none", /^sha512-/, path);
    if (resolved) assert.match(resolved, /^https:\/\/registry\.npmjs\.org\//, path);
  }
});

test("every crate of the lock files is of the project or has a SHA-256 checksum and comes from crates.io", () => {
  for (const file of ["Cargo.lock", "fuzz/Cargo.lock"]) {
    const packages = read(file).split("[[package]]\n").slice(1);
    assert.ok(packages.length > 50);
    const outside = packages.filter((text) => text.includes("source = "));
    for (const text of outside) {
      assert.match(text, /source = "registry\+https:\/\/github\.com\/rust-lang\/crates\.io-index"/);
      assert.match(text, /checksum = "[0-9a-f]{64}"/);
    }
    // What has no source is a folder of this project.
    const inside = packages.filter((text) => !text.includes("source = ")).map((text) => text.match(/name = "(.*)"/)[1]);
    assert.deepEqual(inside.filter((name) => !/^(report-|xtask$|wasm-streams$|function-order$)/.test(name)), []);
  }
});

test("toolchain, tools and Python packages have exact versions", () => {
  assert.match(read("rust-toolchain.toml"), /channel = "\d+\.\d+\.\d+"/);
  const tools = [...read("xtask/src/setup/tool.rs").matchAll(/package: "(.*)",\s+version: (.*),/g)];
  assert.ok(tools.length >= 4);
  for (const [, name, version] of tools) {
    assert.match(version, /^"\d+\.\d+\.\d+"\.into\(\)$|^project::version_of\("wasm-bindgen"\)\?$/, name);
  }
  const lines = read("tools/index-terms/requirements.txt").trim().split("\n");
  assert.deepEqual(lines.filter((line) => !/^[\w-]+==[\d.]+$/.test(line)), []);
});
