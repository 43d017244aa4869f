/** The accessibility evidence names every criterion, and no test that is not there. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { CRITERIA, missing, rules_for } from "./accessibility.mjs";

test("every criterion of the standards stands in the table, once", () => {
  const { wcag, kwcag } = CRITERIA;
  // WCAG 2.2 has 31 criteria of level A and 24 of level AA; chapter 9 of EN 301 549 has 50, those of WCAG 2.1.
  const count = (fits) => new Set(wcag.filter(fits).map(({ no }) => no)).size;
  assert.deepEqual(["A", "AA"].map((wanted) => count(({ level, until }) => level === wanted && !until)), [31, 24]);
  assert.equal(count(({ since }) => !since), 50);
  assert.equal(wcag.length, 56);
  assert.equal(new Set(kwcag.map(({ no }) => no)).size, 33);
  assert.equal(kwcag.length, 33);
  for (const { no, wcag: of } of kwcag) for (const one of of) assert.ok(wcag.some((criterion) => criterion.no === one), `${no}: ${one}`);
});

test("every criterion is covered, does not apply, or is left to a person", () => {
  for (const { no, tests = [], none, person } of [...CRITERIA.wcag, ...CRITERIA.others]) {
    assert.ok(tests.length || none || person || rules_for(no).length, no);
  }
});

test("a test that is not there is refused", () => {
  assert.deepEqual(missing(CRITERIA), []);
  const tests = ["keyboard: it can fly", "no-such-file: it can fly"];
  assert.deepEqual(missing({ wcag: [{ tests }], others: [], kwcag: [{ tests }] }), tests);
});

test("the rules of axe-core are those that the tests run", () => {
  assert.deepEqual(rules_for("1.4.3"), ["color-contrast"]);
  // Outdated, and on trial.
  assert.deepEqual(rules_for("1.2.1"), []);
  assert.deepEqual(rules_for("1.3.4"), []);
});
