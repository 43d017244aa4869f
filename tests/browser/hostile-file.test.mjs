/** The hostile report (tests/hostile) as a delivery of its own: in its pages and in the single file it is text. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { hostile_words } from "./hostile.mjs";
import { installed } from "./packages.mjs";
import { a_reader } from "./reader.mjs";
import { report } from "./report.mjs";
import { files_of, open_site } from "./site.mjs";

const REPORTS = new URL("../hostile/reports/", import.meta.url);
const HOSTILE = report("hostile", REPORTS);
const STORY = report("story-2021");

const reader = a_reader();
const { open_everything, see_only_text, shapes } = hostile_words(reader);

let project, folder;
before(() => {
  project = installed("report-widget-authoring");
  folder = mkdtempSync(join(tmpdir(), "hostile-"));
  const command = join(project, "node_modules/.bin/report-widget");
  execFileSync(process.execPath, [command, "build", fileURLToPath(new URL("hostile", REPORTS)), "--out", folder]);
});
after(() => [project, folder].forEach((place) => rmSync(place, { recursive: true })));

const single_file = (folder) => pathToFileURL(join(folder, "report-widget.html"));
const steps = [open_everything, () => reader.search("카카오"), open_everything];

/** Sees every title as it was written, and nothing of it as anything else. */
async function see_text(usual) {
  await reader.see_title(HOSTILE.title.ko);
  await open_everything();
  await see_only_text(usual, { headings: 1 });
  const shown = await reader.inside((root) => [...root.querySelectorAll("[data-card] h4")].map(({ textContent }) => textContent));
  assert.deepEqual(shown.sort(), HOSTILE.cards.map(({ title }) => title.ko).sort());
  await reader.search("script");
  await open_everything();
  await see_only_text(usual, { headings: 1 });
}

test("in the single file, the report is text", async () => {
  await reader.open_address(`${single_file(process.env.REPORT_WIDGET_FOLDER)}?report=${STORY.id}`);
  await reader.see_title(STORY.title.ko);
  const usual = await shapes(steps);
  await reader.open_address(single_file(folder));
  await see_text(usual);
});

for (const runs of [false, true]) {
  test(`on its own page, ${runs ? "taken over" : "without a script"}, the report is text, and its data for search engines is data`, async () => {
    await reader.open_report(`?report=${STORY.id}`);
    const usual = await shapes(runs ? steps : [open_everything]);
    const site = await open_site(await files_of(folder));
    try {
      await reader.let_scripts_run(runs);
      await reader.open_address(site.address, { drawn: runs });
      await reader.let_scripts_run();
      if (runs) await see_text(usual);
      else await see_prerendered_text();
      const data = await reader.run(() => [...document.querySelectorAll('script[type="application/ld+json"]')].map(({ textContent }) => textContent));
      assert.equal(data.length, 1);
      assert.ok(data[0].length > 100 && JSON.stringify(JSON.parse(data[0])).includes(JSON.stringify(HOSTILE.title.ko).slice(1, -1)));
    } finally {
      await site.go_away();
    }
  });
}

/** The page holds what was prerendered: its texts, and no script but its own. */
async function see_prerendered_text() {
  const seen = await reader.run(() => {
    const { shadowRoot: root } = document.querySelector("report-widget");
    const named = (name) => root.querySelectorAll(name).length + document.body.querySelectorAll(name).length;
    return {
      title: root.querySelector("h2").textContent,
      cards: [...root.querySelectorAll("[data-card] h4")].map(({ textContent }) => textContent),
      strange: ["script", "iframe", "img", "object", "h1"].filter(named),
      listeners: [...root.querySelectorAll("*")].flatMap(({ attributes }) => [...attributes]).filter(({ name }) => name.startsWith("on")).length,
      hacked: window.hacked ?? null,
    };
  });
  // The page has one heading of its own above the report.
  assert.deepEqual(seen, { title: HOSTILE.title.ko, cards: HOSTILE.cards.map(({ title }) => title.ko), strange: seen.strange.filter((name) => name === "h1"), listeners: 0, hacked: null });
}

test("the delivery has the hostile report, and not the shipped ones", () => {
  const page = readFileSync(join(folder, "index.html"), "utf8");
  assert.ok(page.includes('data-prerendered="hostile"') && !page.includes(STORY.id));
});
