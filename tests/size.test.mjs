import assert from "node:assert/strict";
import { test } from "node:test";
import { covers, weigh, weighShare } from "./size.mjs";

const file = (name, bytes, sent) => ({ name, bytes, sent });

test("a budget covers the files that fit one of its patterns", () => {
  for (const [pattern, path, expected] of [
    ["index.html", "index.html", true], ["index.html", "en/index.html", true], ["index.html", "index-html", false],
    ["/index.html", "index.html", true], ["/index.html", "en/index.html", false], ["/en/*.html", "en/index.html", true],
    ["*.js", "snippets/a/inline0.js", true], ["*.js", "a.json", false], ["report*.js", "report.js", true], ["ab*ba", "aba", false],
  ]) {
    assert.equal(covers([pattern], path), expected, `${pattern} ${path}`);
  }
});

test("a budget is kept, exceeded, or has nothing to count", () => {
  const budget = { name: "scripts", files: ["*.js"], most: 30 };
  const fault = (...files) => weigh(budget, files).fault;
  assert.equal(fault(file("a.js", 90, 10), file("b.js", 90, 20), file("c.css", 90, 90)), undefined);
  assert.equal(fault(file("a.js", 90, 10), file("b.js", 90, 21)), "scripts is 1 bytes over");
  assert.equal(fault(file("c.css", 90, 90)), "no file of dist/ counts as scripts");
});

test("a file is weighed against its parts, compressed and not", () => {
  const share = { name: "one", file: "one", of: ["a", "b"], most: 140 };
  for (const [bytes, sent, isLight] of [[280, 28, true], [281, 28, false], [280, 29, false]]) {
    const files = [file("one", bytes, sent), file("a", 150, 5), file("b", 50, 15)];
    assert.equal(weighShare(share, files).fault === undefined, isLight, `${bytes} ${sent}`);
  }
  assert.equal(weighShare(share, [file("one", 1, 1), file("a", 1, 1)]).fault, "dist/ holds no b");
});
