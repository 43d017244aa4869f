/**
 * The WordPress plugin of the delivery: PHP itself runs it, with stand-ins for WordPress' functions
 * (`tests/wordpress/functions.php`), and a browser shows what it prints. WordPress is not here.
 */
import { getPHPLoaderModule } from "@php-wasm/node-7-4";
import { PHP, loadPHPRuntime } from "@php-wasm/universal";
import { parse } from "@wordpress/block-serialization-default-parser";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";
import { PACKAGES } from "./packages.mjs";
import { a_reader } from "./reader.mjs";
import { fitting, report } from "./report.mjs";
import { files_of, integrity, open_site } from "./site.mjs";

const FOLDER = join(PACKAGES, "wordpress/report-widget");
const FUNCTIONS = fileURLToPath(new URL("../wordpress/functions.php", import.meta.url));
const INSTALLED = "/wordpress/report-widget";
const WHITE_PAPER = report("white-paper-2022");
const STORY = report("story-2021");
const BLOCK = JSON.parse(readFileSync(join(FOLDER, "block.json"), "utf8"));

const reader = a_reader();
let php, files;
before(async () => {
  files = await files_of(FOLDER);
  php = new PHP(await loadPHPRuntime(await getPHPLoaderModule(), {}));
  php.mkdir("/wordpress");
  php.writeFile("/wordpress/functions.php", readFileSync(FUNCTIONS));
  for (const [name, content] of files) {
    // Of the delivery, PHP reads the hashes.
    if (name.startsWith("report/") && name !== "report/integrity.json") continue;
    php.mkdir(join(INSTALLED, name, ".."));
    php.writeFile(join(INSTALLED, name), content);
  }
});
after(() => php.exit());

/** What PHP gives once the plugin is loaded and WordPress began; a warning of PHP is a fault. */
async function run(expression, before = "") {
  const code = `<?php
    error_reporting( E_ALL );
    set_error_handler( function ( $number, $message ) { throw new ErrorException( $message ); } );
    require '/wordpress/functions.php';
    require '${INSTALLED}/report-widget.php';
    $registered['actions']['init']();
    ${before}
    echo json_encode( ${expression} );`;
  return JSON.parse((await php.run({ code })).text);
}

/** What the plugin prints for a block as it is saved in a post. */
async function printed(comment, before) {
  const [{ blockName, attrs }, ...others] = parse(comment);
  assert.deepEqual([blockName, others], [BLOCK.name, []]);
  const attributes = JSON.stringify(attrs).replaceAll("\\", "\\\\").replaceAll("'", "\\'");
  return run(`$registered['block'][1]( json_decode( '${attributes}', true ) )`, before);
}

/** Opens a page with what the plugin printed, and its files where the plugin has them. */
async function open_page_with(html, work) {
  const site = await open_site(new Map(), { headers: {} });
  const plugin = `${site.address}report-widget/`;
  const body = html.replaceAll("https://example.com/wp-content/plugins/report-widget/", plugin);
  for (const [name, content] of files) site.files.set(`report-widget/${name}`, content);
  site.files.set("post.html", Buffer.from(`<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>A post</title>
    <link rel="icon" href="data:,"></head><body><h1>A post</h1>${body}</body></html>`));
  try {
    await reader.open_address(`${site.address}post.html`, { drawn: false });
    await work();
  } finally {
    await site.go_away();
  }
}

const cards = () => reader.inside((root) => [...root.querySelectorAll("[data-card]")].map(({ dataset }) => dataset.card));

test("the plugin registers the block, its editor's script, and that the report's texts are left alone", async () => {
  const { block, script, inline, texts } = await run(
    "$registered + array( 'texts' => $registered['filters']['no_texturize_tags']( array( 'pre' ) ) )");
  assert.deepEqual(block, [INSTALLED, "report_widget_render"]);
  assert.equal(script.handle, BLOCK.editorScript);
  assert.match(script.src, /\/report-widget\/editor\.js$/);
  assert.deepEqual([inline.handle, inline.position], [BLOCK.editorScript, "before"]);
  assert.deepEqual(texts, ["pre", "report-widget"]);
  for (const name of ["block.json", "readme.txt", "report-widget.php"]) assert.ok(String(files.get(name)).includes(script.version), name);
});

test("the editor offers every attribute of the block, and nothing that it has not", async () => {
  const { data } = (await run("$registered['inline']"));
  let block;
  const wp = {
    blocks: { registerBlockType: (name, settings) => { block = { name, ...settings }; } },
    blockEditor: { useBlockProps: () => ({}), InspectorControls: "inspector" },
    components: { SelectControl: "select", TextControl: "text", PanelBody: "panel", Placeholder: "placeholder" },
    element: { createElement: (type, props, ...children) => ({ type, props, children }) },
  };
  runInNewContext(`${data}\n${files.get("editor.js")}`, { window: { wp } });
  assert.equal(block.name, BLOCK.name);
  assert.equal(block.save(), null);
  const set = [];
  const tree = block.edit({ attributes: {}, setAttributes: (change) => set.push(change) });
  const controls = [];
  const collect = (node) => {
    if (["select", "text"].includes(node?.type)) controls.push(node.props);
    for (const child of node?.children ?? []) collect(child);
  };
  collect(tree);
  for (const { onChange } of controls) onChange("");
  assert.deepEqual(set.flatMap(Object.keys).sort(), Object.keys(BLOCK.attributes).sort());
  // Arrays of the script are of another realm.
  assert.deepEqual([...controls[0].options].map(({ value, label }) => [value, label]),
    [WHITE_PAPER, STORY].map(({ id, title }) => [id, title.ko]));
  for (const { options, onChange } of controls.slice(1, 4)) {
    onChange("");
    const [name] = Object.keys(set.at(-1));
    for (const { value } of options) assert.ok(BLOCK.attributes[name].enum.includes(value), `${name}: ${value}`);
  }
});

test("without a script, the whole report is on the page", async () => {
  const html = await printed('<!-- wp:report-widget/report {"report":"story-2021","lang":"en"} /-->');
  await reader.let_scripts_run(false);
  await open_page_with(html, async () => {
    await reader.let_scripts_run();
    assert.deepEqual(await cards(), STORY.cards.map(({ id }) => id));
    await reader.see_title(STORY.title.en);
    assert.equal(await reader.run(() => customElements.get("report-widget") ?? null), null);
  });
});

test("the script, pinned by its hash, makes the printed report live and shows what the block asks for", async () => {
  const html = await printed('<!-- wp:report-widget/report {"lang":"ko","theme":"dark","filters":"theme:masks"} /-->');
  const [, hash] = /<script type="module" src="[^"]+\/report\/report-widget\.js" integrity="([^"]+)" crossorigin="anonymous">/.exec(html);
  assert.equal(hash, integrity(files.get("report/report-widget.js"), "sha384"));
  await open_page_with(html, async () => {
    await reader.see_drawn();
    await reader.see_chosen(["theme:masks"]);
    await reader.comes_true("the cards", reader.cards, fitting(WHITE_PAPER, { theme: ["masks"] }));
    assert.equal(await reader.inside((root) => root.host.getAttribute("theme")), "dark");
    assert.equal(await reader.inside((root) => root.querySelectorAll(".doors").length), 0);
    await reader.clear();
    await reader.open_card(WHITE_PAPER.cards[0].id);
    await reader.speak("en");
    await reader.see_title(WHITE_PAPER.title.en);
  });
});

for (const [what, locale, lang] of [["the language of the site", "en_GB", "en"], ["the report's first, where the site has another", "fr_FR", "ko"]]) {
  test(`a block without attributes shows the first report in ${what}`, async () => {
    const html = await printed("<!-- wp:report-widget/report /-->", `$locale = '${locale}';`);
    assert.ok(html.includes(`<report-widget report="white-paper-2022" lang="${lang}">`));
  });
}

test("what an attribute says is text, and what is not there is not asked for", async () => {
  const hostile = { report: "../../etc/passwd", lang: ["ko"], theme: '"><script>alert(1)</script>', query: "'\"&<마스크>", part: { a: 1 } };
  // As WordPress saves it.
  const saved = JSON.stringify(hostile).replaceAll("<", "\\u003c").replaceAll(">", "\\u003e").replaceAll("&", "\\u0026").replaceAll('\\"', "\\u0022");
  const html = await printed(`<!-- wp:report-widget/report ${saved} /-->`);
  assert.match(html, /<report-widget report="[a-z0-9-]+" lang="ko" theme="/);
  await reader.let_scripts_run(false);
  await open_page_with(html, async () => {
    await reader.let_scripts_run();
    const attributes = await reader.run(() => Object.fromEntries([...document.querySelector("report-widget").attributes].map(({ name, value }) => [name, value])));
    assert.deepEqual([attributes.theme, attributes.query, attributes.part], [hostile.theme, hostile.query, undefined]);
    assert.deepEqual(await reader.run(() => [...document.scripts].map(({ type }) => type)), ["module"]);
  });
});

test("a feed gets a link to the report", async () => {
  const html = await printed('<!-- wp:report-widget/report {"report":"story-2021","lang":"en"} /-->', "$is_feed = true;");
  const address = "https://example.com/wp-content/plugins/report-widget/report/en/story-2021/index.html";
  assert.equal(html, `<p><a href="${address}">${STORY.title.en.replace("'", "&#039;")}</a></p>`);
  assert.ok(files.has("report/en/story-2021/index.html"));
});
