/** The colours of docs/look.md: measured where they are drawn, in both themes. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { a_reader } from "./reader.mjs";

const LOOK = readFileSync(new URL("../../docs/look.md", import.meta.url), "utf8");
/** The rows of the page's table: what is drawn, both colours, the least contrast, and that of each theme. */
const PAIRS = [...LOOK.matchAll(/^\| ([^|]+) \| `(--_\w+)` on `(--_\w+)` \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|$/gm)]
  .map(([, what, front, ground, least, light, dark]) => ({ what, front, ground, least: Number(least), light: Number(light), dark: Number(dark) }));

const reader = a_reader();

/** The contrast of two private colours, as WCAG 2 computes it. */
const contrast = (front, ground) => reader.inside((root, ...names) => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const luminance = (name) => {
    const probe = root.querySelector(".widget").appendChild(document.createElement("i"));
    probe.style.setProperty("color", `var(${name})`);
    canvas.fillStyle = getComputedStyle(probe).color;
    probe.remove();
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [less, more] = names.map(luminance).sort((one, other) => one - other);
  return Math.floor(((more + 0.05) / (less + 0.05)) * 10) / 10;
}, front, ground);

test("the page lists every pair in use", () => assert.ok(PAIRS.length >= 12, `${PAIRS.length} pairs`));

for (const theme of ["light", "dark"]) {
  test(`each pair of colours has the contrast that the page says, and enough of it (${theme})`, async () => {
    await reader.open_page(`<report-widget theme="${theme}"></report-widget>`);
    const measured = [];
    for (const { what, front, ground } of PAIRS) measured.push([what, await contrast(front, ground)]);
    assert.deepEqual(measured, PAIRS.map((pair) => [pair.what, pair[theme]]));
    assert.deepEqual(PAIRS.filter((pair) => pair[theme] < pair.least).map(({ what }) => what), []);
  });
}
