/** A page checked by axe-core: WCAG 2.2 A and AA, and its own best practice. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

/** The script; a frame of another origin needs one of its own. */
export const AXE = readFileSync(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
export const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The rules that another theme can break. */
export const COLOURS = ["color-contrast", "link-in-text-block"];

/** What axe-core finds in the page, or in the frame, that the reader is looking at: by all rules, or by some. */
export async function violations_of(reader, rules = RULES) {
  if (!(await reader.run(() => "axe" in window))) await reader.run(AXE);
  const { passed, faults } = await reader.driver.executeAsyncScript((rules, done) => {
    axe.run(document, { runOnly: rules, resultTypes: ["violations"], preload: false }).then(({ passes, violations }) => done({
      passed: passes.map(({ id }) => id),
      faults: violations.flatMap(({ id, nodes }) => nodes.map(({ target, any, all, none }) =>
        `${id}: ${target.flat().join(" ")} ${[...any, ...all, ...none].map(({ message }) => message).join("; ")}`)),
    }));
  }, rules);
  // Where axe finds nothing to look at, it finds no fault either.
  const enough = rules === RULES ? passed.length > 15 : passed.includes("color-contrast");
  assert.ok(faults.length > 0 || enough, `axe looked at ${passed}`);
  return faults;
}
