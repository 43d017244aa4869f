/**
 * Pictures of the widget that somebody looked at and found good, a set for each
 * engine, and whether the widget still looks like them.
 *
 * They show the letters of one font, in pages without what is not ours and not
 * always the same: scroll bars, the caret, the focus. `cargo xtask pictures`
 * takes those anew that differ; it is for the one who then looks at them.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { PNG } from "pngjs";
import { ENGINE } from "./engine.mjs";
import { beside } from "./pixels.mjs";

/** How much of a picture may differ. Here the engines draw the same pixels each time; their next versions may not. */
export const TOLERANCE = 0.0002;
/** Colours nearer to each other than this, in steps of 255, become one in a file: nobody sees it, and it is smaller. */
const NEAR = 6;

/** The font of the pictures, by its name and the version that fontconfig gives: 2.004, of Debian's fonts-noto-cjk. */
const FONT = "Noto Sans CJK KR";
const VERSION = "131334";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const is_kept = Boolean(process.env.WRITE_GENERATED);

const kept_at = (name) => `${ROOT}tests/pictures/${ENGINE}/${name}.png`;
const seen_at = (name) => `${ROOT}target/pictures/${ENGINE}/${name}.png`;

/** A page that shows nothing but the widget. */
const PAGE = `
  html { scrollbar-width: none; }
  html::-webkit-scrollbar { display: none; }
  body { margin: 0; }
  report-widget { --report-font: "${FONT}"; }`;
const INSIDE = `
  * { caret-color: transparent !important; scrollbar-width: none !important; }
  *::-webkit-scrollbar { display: none; }
  [data-chart] { scroll-margin-block-start: 72px; }`;

/** What is wrong with the letters of this machine, if something is. */
export function wrong_letters() {
  const format = "%{family[0]}, version %{fontversion}";
  const wanted = `${FONT}, version ${VERSION}`;
  const found = execFileSync("fc-match", ["--format", format, FONT], { encoding: "utf8" });
  return found === wanted ? null
    : `the pictures were taken with ${wanted} (fonts-noto-cjk of Debian 12), and this machine has ${found}`;
}

/** Opens a page with the widget alone, as large as the picture. */
export async function open_for_picture(reader, widget, size) {
  await reader.pane(size);
  await reader.open_page(widget, { css: PAGE });
  await restyle(reader, INSIDE);
}

/** Gives an element of the widget a style that it does not have. */
export async function restyle(reader, style) {
  await reader.inside((root, style) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }, style);
}

/** Brings an element to the top of the page, or of what scrolls in it. */
export async function bring_up(reader, selector) {
  await reader.find(selector);
  await reader.inside((root, selector) =>
    root.querySelector(selector).scrollIntoView({ block: "start", behavior: "instant" }), selector);
}

/** Sees what the picture of this name shows; or keeps what is seen, where that was asked for. */
export async function see_picture(reader, name) {
  await reader.inside((root) => root.activeElement?.blur());
  await reader.let_settle();
  if (is_kept) return keep(reader, name);

  const place = relative(ROOT, kept_at(name));
  assert.ok(existsSync(kept_at(name)), `there is no ${place}; \`cargo xtask pictures\` takes it`);
  let seen;
  const share = async () => {
    seen = await compare(reader, name);
    return seen.share <= TOLERANCE;
  };
  try {
    await reader.comes_true(`what ${place} shows`, share, true);
  } catch (error) {
    const [actual, differing] = [seen_at(name), seen_at(`${name}.differs`)];
    await write(actual, seen.picture);
    await write(differing, seen.differing);
    const percent = (share) => `${Number((100 * share).toPrecision(2))} %`;
    assert.fail([
      `${name} in ${ENGINE}: ${percent(seen.share)} of the picture differs, and ${percent(TOLERANCE)} may.`,
      `Seen: ${relative(ROOT, actual)}, kept: ${place}, red where they differ: ${relative(ROOT, differing)}.`,
      wrong_letters() ?? "If what is seen is right, `cargo xtask pictures` keeps it.",
      ...(error.code === "ERR_ASSERTION" ? [] : [String(error)]),
    ].join("\n"));
  }
}

/** What is seen, beside the picture of this name: how much of it differs, and where. */
export async function compare(reader, name) {
  const picture = await look(reader);
  return { picture, ...beside(picture, PNG.sync.read(await readFile(kept_at(name)))) };
}

/** Keeps what is seen once it stands still, unless it is what was kept. */
async function keep(reader, name) {
  let picture = await look(reader);
  await reader.comes_true(`${name} stands still`, async () => {
    const before = picture;
    picture = await look(reader);
    return beside(picture, before).share;
  }, 0);
  const is_there = existsSync(kept_at(name));
  if (is_there && (await compare(reader, name)).share <= TOLERANCE) return;
  await write(kept_at(name), picture);
  console.log(`${relative(ROOT, kept_at(name))} is ${is_there ? "another one" : "new"}: look at it`);
}

async function look(reader) {
  return PNG.sync.read(await reader.picture());
}

async function write(place, picture) {
  await mkdir(dirname(place), { recursive: true });
  await writeFile(place, PNG.sync.write(with_few_colours(picture), { colorType: 2, deflateLevel: 9, filterType: -1 }));
}

/** The same picture in its commonest colours, so that the ground stays what it is; the edges of letters have hundreds. */
function with_few_colours({ width, height, data }) {
  const counts = new Map();
  for (let at = 0; at < data.length; at += 4) {
    const colour = data.readUInt32BE(at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const are_near = (one, other) => [24, 16, 8].every((shift) =>
    Math.abs(((one >>> shift) & 255) - ((other >>> shift) & 255)) < NEAR);
  const kept = [], becomes = new Map();
  for (const [colour] of [...counts].sort(([, one], [, other]) => other - one)) {
    const near = kept.find((other) => are_near(colour, other));
    if (near === undefined) kept.push(colour);
    becomes.set(colour, near ?? colour);
  }
  const few = new PNG({ width, height });
  for (let at = 0; at < data.length; at += 4) few.data.writeUInt32BE(becomes.get(data.readUInt32BE(at)), at);
  return few;
}
