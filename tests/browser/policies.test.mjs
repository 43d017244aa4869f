/** Strict pages: Trusted Types, pinned files, and files that come from another origin. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { says_changed } from "./host.mjs";
import { a_reader } from "./reader.mjs";
import { report } from "./report.mjs";

const WHITE_PAPER = report("white-paper-2022");
const STORY = report("story-2021");
const WIDGET = '<report-widget loading="eager"><p>Read the report as a document.</p></report-widget>';

const reader = a_reader();

const own_content_is_seen = () => reader.run(() => document.querySelector("report-widget p").checkVisibility());
async function see_error(code) {
  await reader.see_events("report-error", 1);
  const [{ detail }] = await reader.events("report-error");
  assert.equal(detail.code, code);
  assert.equal(await own_content_is_seen(), true);
  await reader.see_light_text();
}

/** Everything that draws: filters, words, cards, traces, the other language, the other report. */
async function use_it_all() {
  await reader.choose("theme", "masks");
  await reader.search("마스크");
  await reader.clear();
  await reader.open_trace("part-1/lookups");
  await reader.click("[data-errata] > summary");
  await reader.open_card(WHITE_PAPER.cards[0].id);
  await reader.speak("en");
  await reader.see_title(WHITE_PAPER.title.en);
  for (const button of [".foot .embed", `[data-card="${WHITE_PAPER.cards[0].id}"] .cite .export`]) {
    await reader.click(button);
    await reader.sees("the dialog", (root) => root.querySelector("dialog")?.open ?? false, true);
    await reader.run(() => document.querySelector("report-widget").shadowRoot.querySelector("dialog").close());
  }
  await reader.turn_to(STORY.id);
  await reader.see_title(STORY.title.en);
}

test("the widget works where scripts may write trusted HTML only", async () => {
  const policy = { "require-trusted-types-for": "'script'", "trusted-types": "report-widget" };
  await reader.open_page(WIDGET, { policy });
  await use_it_all();
  const refused = () => reader.run(() => window.seen.refused);
  assert.deepEqual(await refused(), []);
  // The page is as strict as it says: plain HTML is refused.
  reader.expect_on_console(/^SEVERE .*TrustedHTML/);
  await reader.run(() => {
    try {
      document.createElement("p").innerHTML = "plain";
    } catch {}
  });
  await reader.comes_true("a refusal", refused, ["require-trusted-types-for trusted-types-sink"]);
  await reader.run(() => { window.seen.refused.length = 0; });
});

test("a page that names trusted types, but not the widget's, keeps its content and gets an error", async () => {
  const policy = { "require-trusted-types-for": "'script'", "trusted-types": "'none'" };
  const warning = /^WARNING <report-widget>: .*TrustedHTML.*; the element's own content stays$/;
  reader.expect_on_console(/^SEVERE .*policy/, /^SEVERE .*TrustedHTML/, warning);
  await reader.open_page(WIDGET, { policy, drawn: false });
  await see_error("not-started");
  await reader.run(() => { window.seen.refused.length = 0; });
});

/** The files of this build and their hashes. */
const integrity = async () => (await fetch(new URL("integrity.json", process.env.REPORT_WIDGET_URL))).json();
/**
 * What a page writes that pins what it loads. A script that is imported has no `integrity` of its own: the
 * import map has it, and the policy allows the map by its hash.
 */
async function pinned() {
  const { files } = await integrity();
  const imported = Object.entries(files).filter(([name]) => /^report-widget-[a-z]+\.js$/.test(name));
  const map = JSON.stringify({ integrity: Object.fromEntries(imported.map(([name, hash]) => [`./${name}`, hash])) });
  const allowed = createHash("sha256").update(map).digest("base64");
  return {
    program: false,
    head: `<script type="importmap">${map}</script>
      <script type="module" src="report-widget.js" integrity="${files["report-widget.js"]}" crossorigin></script>`,
    policy: { "script-src": `'self' 'wasm-unsafe-eval' 'sha256-${allowed}'` },
  };
}

test("integrity.json has the hash of every file that is served, and the digest of the reports", async () => {
  const { files, data } = await integrity();
  for (const [name, hash] of Object.entries(files)) {
    const body = await (await fetch(new URL(name, process.env.REPORT_WIDGET_URL))).arrayBuffer();
    assert.equal(hash, `sha384-${createHash("sha384").update(Buffer.from(body)).digest("base64")}`, name);
  }
  for (const name of ["report-widget.js", "report-widget-program.js", "report-widget_bg.wasm", "embed.html", "report-frame.js", "index.html"]) {
    assert.ok(files[name], name);
  }
  const version = await (await fetch(new URL("VERSION", process.env.REPORT_WIDGET_URL))).text();
  assert.ok(version.includes(`data ${data}\n`), data);
});

test("a page that pins the files can use all of the report", async () => {
  await reader.open_page(WIDGET, await pinned());
  await use_it_all();
});

test("a program's script that is not the pinned one is not run", async () => {
  reader.expect_on_console(/^SEVERE .*integrity/, /^WARNING <report-widget>: report-widget-program\.js could not be loaded/);
  await reader.open_page(WIDGET, { ...(await pinned()), host: "changes-program", drawn: false });
  await see_error("script-failed");
});

test("an element's script that is not the pinned one is not run", async () => {
  reader.expect_on_console(/^SEVERE .*integrity/);
  await reader.open_page(WIDGET, { ...(await pinned()), host: "changes-script", drawn: false });
  assert.equal(await own_content_is_seen(), true);
  assert.equal(await reader.run(() => customElements.get("report-widget") === undefined), true);
});

test("WebAssembly of another build is never run, pinned or not", async () => {
  reader.expect_on_console(...says_changed("report-widget_bg.wasm"), /^WARNING <report-widget>: report-widget_bg\.wasm is not what was built/);
  await reader.open_page(WIDGET, { host: "changes-wasm", drawn: false });
  await see_error("wasm-broken");
});

/** The policy of a page that allows the files of another origin. */
const allowing = (origin) => ({ "script-src": `'self' 'wasm-unsafe-eval' ${origin}`, "connect-src": origin });

test("the files may come from another origin, served with the headers of the delivery", async () => {
  const { origin } = new URL(process.env.REPORT_WIDGET_URL);
  const program = new URL("report-widget.js", process.env.REPORT_WIDGET_URL).href;
  await reader.open_page(WIDGET, { program, policy: allowing(origin) });
  await use_it_all();
  const ours = (await reader.requests()).filter((address) => /report-widget.*\.(js|wasm)$/.test(address));
  assert.ok(ours.length >= 3, `${ours}`);
  assert.deepEqual(ours.filter((address) => new URL(address).origin !== origin), []);
});

test("one header is all that another origin has to send", async () => {
  const program = `${reader.elsewhere}/shares/report-widget.js`;
  await reader.open_page(WIDGET, { program, policy: allowing(reader.elsewhere) });
  await reader.see_title(WHITE_PAPER.title.ko);
});

test("where the other origin shares all but its WebAssembly, the page gets an error", async () => {
  const refused = [/^SEVERE .*CORS/, /^SEVERE .*report-widget_bg\.wasm/];
  reader.expect_on_console(...refused, ...refused, /^WARNING <report-widget>: report-widget_bg\.wasm could not be fetched/);
  const program = `${reader.elsewhere}/shares-all-but-wasm/report-widget.js`;
  await reader.open_page(WIDGET, { program, policy: allowing(reader.elsewhere), drawn: false });
  await see_error("wasm-blocked");
});

test("where the other origin shares nothing, the element's own content stays, and the browser says why", async () => {
  reader.expect_on_console(/^SEVERE .*CORS/, /^SEVERE .*report-widget\.js/);
  const program = `${reader.elsewhere}/shares-nothing/report-widget.js`;
  await reader.open_page(WIDGET, { program, policy: allowing(reader.elsewhere), drawn: false });
  assert.equal(await own_content_is_seen(), true);
});
