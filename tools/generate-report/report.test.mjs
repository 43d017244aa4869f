import assert from "node:assert/strict";
import { test } from "node:test";
import { Chance } from "./chance.mjs";
import { card, files, printed } from "./report.mjs";

test("a stream gives the same numbers each time, evenly distributed", () => {
  const chance = new Chance(7);
  assert.equal(new Chance(3).below(1e6), new Chance(3).below(1e6));
  assert.notEqual(new Chance(1).below(1e6), new Chance(2).below(1e6));
  const turns = Array(5).fill(0);
  for (let draw = 0; draw < 5_000; draw += 1) turns[chance.below(5)] += 1;
  for (const count of turns) assert.ok(count > 800 && count < 1_200, `${turns}`);
});

test("a report is the same each time", () => {
  assert.deepEqual(files("generated", 500), files("generated", 500));
});

test("a report has as many cards as asked for, each once", () => {
  for (const count of [1, 7, 47, 1_000]) {
    const [, ...parts] = files("generated", count);
    const ids = parts.flatMap(([, { cards }]) => cards.map(({ id }) => id));
    assert.deepEqual(ids, Array.from({ length: count }, (_, index) => `card-${index}`));
  }
});

test("a part's tally adds up", () => {
  for (const [name, { headlines: [{ value, tally }], cards }] of files("generated", 100).slice(1)) {
    const figure = (term) => cards.find(({ id }) => term === `${id}/figure-1`).figures[0];
    assert.equal(tally.terms.reduce((sum, term) => sum + Number(figure(term).value), 0), Number(value), name);
  }
});

test("a card is light and in both languages", () => {
  for (let index = 0; index < 200; index += 1) {
    const { ko, en } = card(index, 200, 200).summary;
    for (const text of [ko, en]) assert.ok(Buffer.byteLength(text) >= 120 && Buffer.byteLength(text) <= 320, text);
    assert.match(en, /^[ -~]+$/);
  }
});

test("there is no end of names", () => {
  const names = (count) => new Set(Array.from({ length: count }, (_, index) => card(index, count, 1).partners[0].ko)).size;
  assert.ok(names(10_000) > 5 * names(1_000), `${names(10_000)} ${names(1_000)}`);
});

test("amounts are printed in Korean groups", () => {
  for (const [value, expected] of [
    [7, "7"], [10_000, "1만"], [123_456, "12만3456"], [2_200_000_000, "22억"], [2_297_309_797, "22억9730만9797"],
  ]) {
    assert.equal(printed(value), expected);
  }
});
