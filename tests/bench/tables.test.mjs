import assert from "node:assert/strict";
import { test } from "node:test";
import { figure, growthTable, pageTable, parseSamples, spaced, summary } from "./tables.mjs";

const words = (text) => text.split("\n").map((line) => line.split(/\s+/).filter(Boolean));

test("a line is a sample or a failure", () => {
  assert.deepEqual(parseSamples("search\t47\t카카오맵 마스크\t0.25\n"), [
    { what: "search", cards: 47, name: "카카오맵 마스크", figure: 0.25 },
  ]);
  for (const line of ["x", "search\t47", "search\tmany\tx\t1", "search\t47\tx\t1\t2"]) {
    assert.throws(() => parseSamples(line), /no sample/);
  }
});

test("measurements are summed up in any order", () => {
  for (const [measured, expected] of [
    [[], undefined],
    [[3], { min: 3, median: 3, p95: 3, max: 3, count: 1 }],
    [[5, 1, 3], { min: 1, median: 3, p95: 5, max: 5, count: 3 }],
    [Array.from({ length: 100 }, (_, index) => 100 - index), { min: 1, median: 51, p95: 95, max: 100, count: 100 }],
  ]) {
    assert.deepEqual(summary(measured.map((figure) => ({ figure }))), expected);
  }
});

test("growth is shown from size to size", () => {
  const sample = (cards, name, figure, what = "search") => ({ what, cards, name, figure });
  const samples = [
    sample(1_000, "마스크", 4), sample(47, "마스크", 0.5), sample(47, "22억", 0.25), sample(9, "x", 9, "other"),
  ];
  const text = growthTable("Search", "search", samples, { total: true });
  const rows = words(text);
  assert.deepEqual(rows[1], ["Search"]);
  assert.deepEqual(rows[3], ["|", "47", "cards", "|", "1", "000", "cards"]);
  assert.deepEqual(rows[5], ["마스크", "|", "0.500", "0.500", "|", "4.00", "4.00", "x8.0"]);
  assert.deepEqual(rows[6], ["22억", "|", "0.250", "0.250", "|"]);
  assert.deepEqual(rows[7].slice(0, 2), ["all", "together"]);
  const columns = (line) => [...line.split("|")[0]].reduce((sum, sign) => sum + (sign >= "가" ? 2 : 1), 0);
  assert.equal(new Set(text.split("\n").slice(3, 8).map(columns)).size, 1, text);
});

test("every page but the first is shown with its ratio", () => {
  const sample = (what, name, figure) => ({ what, cards: 0, name, figure });
  const samples = [
    sample("dist", "blocking", 200), sample("React", "blocking", 100), sample("dist", "blocking", 300),
    sample("dist", "blocking", 250), sample("React", "blocking", 150), sample("dist", "nodes", 0),
    sample("React", "nodes", 7), sample("React", "only there", 1),
  ];
  const rows = words(pageTable("Start-up", ["dist", "React"], samples, "range"));
  assert.deepEqual(rows[4], ["|", "median", "min", "max", "|", "median", "min", "max", "ratio"]);
  assert.deepEqual(rows[5], ["blocking", "|", "250", "200", "300", "|", "150", "100", "150", "x0.60"]);
  // Of nothing, nothing is a multiple.
  assert.deepEqual(rows[6], ["nodes", "|", "0.000", "0.000", "0.000", "|", "7.00", "7.00", "7.00"]);
  assert.deepEqual(rows[7], ["only", "there", "|", "|", "1.00", "1.00", "1.00"]);
});

test("many measurements are summed up in one row more", () => {
  const sample = (what, name, figure) => ({ what, cards: 0, name, figure });
  const samples = [
    sample("dist", "마스크", 10), sample("dist", "백신", 20), sample("beside", "마스크", 5), sample("beside", "백신", 5),
  ];
  const rows = words(pageTable("Filter", ["dist", "beside"], samples, "tail", { total: true }));
  assert.deepEqual(rows.at(-2), ["all", "together", "|", "20.0", "20.0", "|", "5.00", "5.00", "x0.25"]);
});

test("figures are as precise as they deserve", () => {
  assert.deepEqual([0.01234, 1.239, 12.39, 123.9].map(figure), ["0.012", "1.24", "12.4", "124"]);
  assert.deepEqual([47, 1_000, 1_234_567].map(spaced), ["47", "1 000", "1 234 567"]);
});
