import assert from "node:assert/strict";
import { test } from "node:test";
import { expandParts } from "./parts.mjs";

for (const [named, expected] of [
  [["peers"], ["startup", "filter", "usable", "peers"]],
  [["filter", "peers"], ["filter", "peers"]],
  [["search", "startup"], ["search", "startup"]],
]) {
  test(`${named} measures ${expected}`, () => assert.deepEqual(expandParts(named), expected));
}

test("pages beside each other need something that is measured of pages", () => {
  assert.throws(() => expandParts(["search"], { beside: "dist" }), /--beside goes with/);
  assert.deepEqual(expandParts(["peers"], { beside: "dist" }), ["startup", "filter", "usable", "peers"]);
});
