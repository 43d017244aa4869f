/** The list of places where a document contradicts itself. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { a_reader } from "./reader.mjs";
import { report } from "./report.mjs";

const REPORTS = ["white-paper-2022", "story-2021"].map((id) => report(id));
const WIDGET = '<report-widget report="white-paper-2022"></report-widget>';
const [{ errata, parts }] = REPORTS;
const kinds = [...new Set(errata.map((erratum) => erratum.kind))];

const reader = a_reader();

async function open_list(report) {
  await reader.open_page(`<report-widget report="${report.id}"></report-widget>`);
  await reader.click("[data-errata] > summary");
  await see_errata(report.errata);
}

/** Sees these errata, in any order: their number, and each of them. */
async function see_errata(expected) {
  const listed = (root) => [...root.querySelectorAll("[data-errata] li[data-kind]")]
    .map((row) => `${row.dataset.kind} ${row.querySelector("[data-erratum]").dataset.erratum}`).sort();
  await reader.sees("the errata", listed, expected.map(({ kind, id }) => `${kind} ${id}`).sort());
  const count = (root) => root.querySelector("[data-errata-count]").dataset.errataCount;
  await reader.sees("their number", count, String(expected.length));
}

/** Presses one of the list's buttons: kinds first, then parts. */
async function press(group, number) {
  const before = group === "part" ? kinds.length : 0;
  await reader.click(`[data-errata] .kinds button:nth-child(${before + number})`);
}
/** The kinds in the order of their buttons, identified by what pressing them lists. */
async function kind_after(press_it) {
  await press_it();
  await reader.find('[data-errata] .kinds [aria-pressed="true"]');
  return reader.inside((root) => root.querySelector("[data-errata] li[data-kind]").dataset.kind);
}

for (const report of REPORTS) {
  test(`every erratum of ${report.id} is listed, with what is printed, our reading, and why`, async () => {
    assert.ok(report.errata.length > 5);
    await open_list(report);
    const shown = await reader.inside((root) => Object.fromEntries(
      [...root.querySelectorAll("[data-errata] [data-erratum]")].map((erratum) => [
        erratum.closest("li").dataset.kind + erratum.textContent, erratum.checkVisibility(),
      ])));
    for (const { says, reading, why } of report.errata) {
      const matches = ([text, is_seen]) => is_seen && [...says, reading.ko, why.ko].every((words) => text.includes(words));
      assert.ok(Object.entries(shown).some(matches), `${says}`);
    }
  });
}

test("each kind lists its errata alone, and pressing it again lists all", async () => {
  await open_list(REPORTS[0]);
  const seen = [];
  for (let number = 1; number <= kinds.length; number += 1) {
    const kind = await kind_after(() => press("kind", number));
    await see_errata(errata.filter((erratum) => erratum.kind === kind));
    seen.push(kind);
    await press("kind", number);
    await see_errata(errata);
  }
  assert.deepEqual(seen.sort(), [...kinds].sort());
});

test("each part lists its errata alone, and pressing it again lists all", async () => {
  await open_list(REPORTS[0]);
  for (const [index, { no }] of parts.entries()) {
    await press("part", index + 1);
    await see_errata(errata.filter((erratum) => erratum.part === no));
    await press("part", index + 1);
    await see_errata(errata);
  }
});

test("kind and part go together", async () => {
  await open_list(REPORTS[0]);
  const kind = await kind_after(() => press("kind", 1));
  await press("part", 4);
  await see_errata(errata.filter((erratum) => erratum.kind === kind && erratum.part === parts[3].no));
  await reader.sees("the buttons pressed", (root) => root.querySelectorAll('[data-errata] .kinds [aria-pressed="true"]').length, 2);
});

test("an erratum leads to its card", async () => {
  await open_list(REPORTS[0]);
  const card = await reader.inside((root) =>
    root.querySelector("[data-errata] li .place a").getAttribute("href").replace("#card-", ""));
  await reader.click("[data-errata] li .place a");
  await reader.see_open_cards([card]);
  await reader.arrive_at(`[data-card="${card}"]`);
});

test("an address can open the list", async () => {
  await reader.open_report("?errata=open");
  await see_errata(errata);
  await reader.sees("an open list", (root) => root.querySelector("[data-errata]").open, true);
});

test("closing the list leaves it out of the address", async () => {
  await reader.open_report();
  await reader.click("[data-errata] > summary");
  const errata_in_address = async () => (await reader.address()).searchParams.get("errata");
  await reader.comes_true("the address", errata_in_address, "open");
  await reader.click("[data-errata] > summary");
  await reader.comes_true("the address", errata_in_address, null);
});
