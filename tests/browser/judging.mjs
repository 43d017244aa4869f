/** A page judged by axe-core: WCAG 2.2 A and AA, and its own best practice. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

/** The script; a frame of another origin needs one of its own. */
export const AXE = readFileSync(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
export const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe-core finds in the page, or in the frame, that the reader is looking at. */
export async function judged(reader) {
  if (!(await reader.run(() => "axe" in window))) await reader.run(AXE);
  const { passed, faults } = await reader.driver.executeAsyncScript((rules, done) => {
    axe.run(document, { runOnly: rules, resultTypes: ["violations"], preload: false }).then(({ passes, violations }) => done({
      passed: passes.length,
      faults: violations.flatMap(({ id, nodes }) => nodes.map(({ target, any, all, none }) =>
        `${id}: ${target.flat().join(" ")} ${[...any, ...all, ...none].map(({ message }) => message).join("; ")}`)),
    }));
  }, RULES);
  assert.ok(passed > 15, `axe looked at ${passed} rules`);
  return faults;
}
