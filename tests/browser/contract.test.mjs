/** What is promised beside the class is what the element has, no less and no more. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { promisify } from "node:util";
import { element, manifest } from "../../tools/contract/manifest.mjs";
import { with_tables } from "../../tools/contract/tables.mjs";
import { says_missing } from "./host.mjs";
import { a_reader } from "./reader.mjs";

const TESTS = new URL("../", import.meta.url);
const STYLES = ["../src/components/", "../src/styles/"].map((folder) => new URL(folder, TESTS));
const PROMISED = element(manifest());
const names = (things) => things.map(({ name }) => name).sort();
const members = (kind) => names(PROMISED.members.filter((member) => member.kind === kind));

const reader = a_reader();

test("TypeScript takes the sample host, and refuses what is wrong in it", async () => {
  const tsc = new URL("node_modules/typescript/bin/tsc", TESTS).pathname;
  const run = promisify(execFile)(process.execPath, [tsc, "-p", new URL("hosts/typescript", TESTS).pathname]);
  const { stdout } = await run.catch((error) => error);
  assert.equal(stdout, "");
});

test("the guide declares the element for React as TypeScript took it", () => {
  const sample = readFileSync(new URL("hosts/typescript/react.tsx", TESTS), "utf8");
  const declaration = sample.slice(sample.indexOf("declare module"), sample.indexOf("export const page"));
  assert.ok(declaration.length > 100);
  assert.ok(readFileSync(new URL("../docs/embedding.md", TESTS), "utf8").includes(declaration.trim()));
});

test("attributes, properties and methods are those of the element", async () => {
  await reader.open_page("<report-widget></report-widget>");
  const has = await reader.run(() => {
    const { prototype, observedAttributes } = customElements.get("report-widget");
    const own = Object.entries(Object.getOwnPropertyDescriptors(prototype));
    const callbacks = /^(constructor|.*Callback)$/;
    return {
      attributes: observedAttributes.slice(),
      fields: own.filter(([, { get }]) => get).map(([name]) => name),
      methods: own.filter(([name, { value }]) => value && !callbacks.test(name)).map(([name]) => name),
    };
  });
  assert.deepEqual(has.attributes.sort(), names(PROMISED.attributes));
  // Every element has a `lang` of its own.
  assert.deepEqual([...has.fields, "lang"].sort(), members("field"));
  assert.deepEqual(has.methods.sort(), members("method"));
});

test("parts and custom properties are those of the widget", async () => {
  await reader.open_page("<report-widget></report-widget>");
  const card = (await reader.cards())[0];
  await reader.open_card(card);
  const parts = await reader.inside((root) =>
    [...new Set([...root.querySelectorAll("[part]")].flatMap((element) => [...element.part]))]);
  assert.deepEqual(parts.sort(), names(PROMISED.cssParts));
  const sheets = STYLES.flatMap((folder) => readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".css")).map((name) => new URL(name, folder)));
  const used = sheets.flatMap((sheet) => readFileSync(sheet, "utf8").match(/var\(--report-[a-z-]+/g) ?? []);
  assert.deepEqual([...new Set(used)].sort(), names(PROMISED.cssProperties).map((name) => `var(${name}`));
});

test("events say what is promised", async () => {
  const keys = (name) => {
    const { type } = PROMISED.events.find((event) => event.name === name);
    return [...type.text.matchAll(/(\w+):/g)].map(([, key]) => key);
  };
  reader.expect_on_console(...says_missing("report-widget_bg.wasm"), /status 404/);
  await reader.open_page("<report-widget></report-widget>");
  await reader.search("마스크");
  await reader.see_events("report-change", 3);
  const seen = [...(await reader.events("report-ready")), ...(await reader.events("report-change"))];
  await reader.open_page("<report-widget></report-widget>", { host: "lacks-wasm", drawn: false });
  await reader.see_events("report-error", 1);
  seen.push(...(await reader.events("report-error")));
  for (const { name, detail } of seen) assert.deepEqual(Object.keys(detail).sort(), keys(name).sort(), name);
  assert.deepEqual([...new Set(seen.map(({ name }) => name))].sort(), names(PROMISED.events));
});

test("the delivery holds what editors and compilers read", async () => {
  for (const name of ["custom-elements.json", "report-widget.d.ts"]) {
    const answer = await fetch(new URL(name, process.env.REPORT_WIDGET_URL));
    assert.equal(answer.status, 200, name);
    assert.equal(await answer.text(), readFileSync(new URL(`../assets/${name}`, TESTS), "utf8"), name);
  }
});

test("a page whose tables are marked wrongly is refused", () => {
  for (const page of [
    "no marks at all",
    "<!-- contract: attributes -->\nwithout an end",
    "<!-- contract: furniture -->\n<!-- /contract -->",
  ]) {
    assert.throws(() => with_tables(page, PROMISED), Error, page);
  }
});
