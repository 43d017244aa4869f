/**
 * Writes docs/accessibility-evidence.md from tools/accessibility.json: each criterion with the tests and the
 * rules of axe-core that cover it, and what is left to a person. A test that is not there is an error.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { RULES } from "../tests/browser/axe.mjs";

const axe = createRequire(new URL("../tests/package.json", import.meta.url))("axe-core");
const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");

export const CRITERIA = JSON.parse(read("tools/accessibility.json"));

/** The tests that are named and not there. */
export function missing({ wcag, others, kwcag }) {
  const named = [wcag, others, kwcag].flat().flatMap(({ tests = [] }) => tests);
  return [...new Set(named)].filter((test) => {
    const { file, name } = parts(test);
    return !existsSync(new URL(`../${file}`, import.meta.url)) || !read(file).includes(name);
  });
}

function parts(test) {
  const [, short, name] = /^([a-z-]+): (.+)$/.exec(test);
  return { short, name, file: `tests/browser/${short}.test.mjs` };
}

/** The rules of axe-core for a criterion, of those that the tests run: axe leaves out what is on trial or outdated. */
export function rules_for(no) {
  const is_run = ({ tags }) => !tags.includes("experimental") && !tags.includes("deprecated");
  const rules = axe.getRules(RULES).filter((rule) => is_run(rule) && rule.tags.includes(`wcag${no.replaceAll(".", "")}`));
  return rules.map(({ ruleId }) => ruleId).sort();
}

function covered(tests, rules) {
  const named = tests.map(parts).map(({ short, file, name }) => `[${short}](../${file}): ${name}`);
  const by_axe = rules.length ? [`[axe](../tests/browser/axe.test.mjs): ${rules.map((rule) => `\`${rule}\``).join(", ")}`] : [];
  return [...named, ...by_axe].join("<br>");
}

const row = (...cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;

/** What a criterion is covered by, and what is left; `words` are those of the table's language. */
function cells({ tests = [], none, person }, rules, words) {
  const by = covered(tests, rules);
  return [[none && words.none(none), by || (none ? "" : words.unchecked)].filter(Boolean).join("<br>"), person ?? words.nothing];
}

const ENGLISH = { none: (reason) => `does not apply: ${reason}`, unchecked: "**unchecked**", nothing: "" };
const KOREAN = { none: () => "해당 없음", unchecked: "**확인하지 않음**", nothing: "" };

/** The number in EN 301 549 V3.2.1, whose chapter 9 has the numbers of WCAG 2.1. */
const european = ({ no, since }) => (since ? `(new in WCAG ${since})` : `9.${no}`);

function international({ wcag, others }) {
  const rows = wcag.map((one) => row(european(one), one.until ? `${one.no} ${one.name} (until WCAG ${one.until})` : `${one.no} ${one.name}`, one.level, ...cells(one, rules_for(one.no), ENGLISH)));
  return [...rows, ...others.map((one) => row(one.no, one.name, "", ...cells(one, [], ENGLISH)))].join("\n");
}

function korean({ wcag, kwcag }) {
  return kwcag.map((item) => {
    const of = item.wcag.map((no) => wcag.find((one) => one.no === no));
    const tests = [...new Set([...of.flatMap(({ tests = [] }) => tests), ...(item.tests ?? [])])];
    const rules = [...new Set(item.wcag.flatMap(rules_for))];
    const none = of.length > 0 && of.every(({ none }) => none);
    return row(item.no, item.name, item.wcag.join(", "), ...cells({ tests, none, person: item.person }, rules, KOREAN));
  }).join("\n");
}

const page = (criteria) => `# Accessibility evidence

Which tests cover which criterion. \`node tools/accessibility.mjs\` writes this page from
\`tools/accessibility.json\` and the rules of axe-core ${axe.version}; the \`drift\` stage fails where it is out of
date or names a test that is not there.

**The run is the proof.** No result is written here: a criterion's tests hold where
\`cargo xtask test --only build,browser\` passed. A test covers what its name says, seldom the whole criterion.
The rules of axe-core find faults and prove no conformance; they are run in every state that
[accessibility.md](accessibility.md) names. "Unchecked" means that no machine looks at it.
How each criterion is met is said in [accessibility.md](accessibility.md).

## EN 301 549 V3.2.1 and WCAG 2.2, A and AA

Chapter 9 has the criteria of WCAG 2.1; those that WCAG 2.2 added are listed too. Of the other chapters, those
that concern web content and its tools are at the end.

| EN 301 549 | criterion | level | checked by the test run | left to a person |
| --- | --- | --- | --- | --- |
${international(criteria)}

## KWCAG 2.2 (KS X OT0003)

| 번호 | 검사 항목 | WCAG | 시험으로 확인하는 것 | 사람이 확인할 것 |
| --- | --- | --- | --- | --- |
${korean(criteria)}
`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const gone = missing(CRITERIA);
  if (gone.length) throw new Error(`tools/accessibility.json names tests that are not there:\n${gone.join("\n")}`);
  writeFileSync(new URL("../docs/accessibility-evidence.md", import.meta.url), page(CRITERIA));
}
