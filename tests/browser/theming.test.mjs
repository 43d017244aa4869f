/** The themes that docs/embedding.md gives as examples: each is opened, and every text can be read. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { a_reader } from "./reader.mjs";

const GUIDE = readFileSync(new URL("../../docs/embedding.md", import.meta.url), "utf8");
const THEMES = [...GUIDE.matchAll(/### (A .+)\n\n`<report-widget theme="(\w+)">`\n\n```css\n([^`]+)```/g)]
  .map(([, name, theme, css]) => ({ name, theme, css }));

const reader = a_reader();

/** Texts that are too faint for WCAG AA, and how many texts were measured. */
const faint_texts = () => reader.inside((root) => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = (color) => {
    const [red, green, blue] = rgba(color).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [less, more] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (more + 0.05) / (less + 0.05);
  };
  const ground = (element) => {
    for (let node = element; node; node = node.parentElement) {
      const { backgroundColor } = getComputedStyle(node);
      if (rgba(backgroundColor)[3] === 255) return backgroundColor;
    }
    return "white";
  };
  const widget = root.querySelector(".widget");
  const pen = getComputedStyle(widget).getPropertyValue("--_pen");
  const measured = [];
  for (const element of widget.querySelectorAll("*")) {
    const text = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!text.length || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    const size = parseFloat(fontSize);
    const least = size >= 24 || (size >= 18.66 && fontWeight >= 700) ? 3 : 4.5;
    const marked = element.closest("mark, .great:first-child .headline .number");
    for (const behind of [ground(element), ...(marked ? [pen] : [])]) {
      measured.push({ text: text[0].data.trim().slice(0, 30), is: contrast(color, behind), least });
    }
  }
  return { count: measured.length, faint: measured.filter(({ is, least }) => is < least) };
});

test("the guide has three themes", () => {
  assert.deepEqual(THEMES.map(({ name }) => name), ["A bank", "A newspaper", "A dark site"]);
});

for (const { name, theme, css } of THEMES) {
  test(`${name}: every text can be read, and each property arrives`, async () => {
    reader.give_file("theme.css", css);
    await reader.open_page(`<report-widget theme="${theme}" query="마스크"></report-widget>`, {
      head: '<link rel="stylesheet" href="theme.css">',
    });
    const [card] = await reader.cards();
    await reader.open_card(card);
    const { count, faint } = await faint_texts();
    assert.ok(count > 50, `${count} texts`);
    assert.deepEqual(faint, []);
    const surface = /--report-surface: #(..)(..)(..);/.exec(css).slice(1).map((part) => parseInt(part, 16));
    const shown = await reader.inside((root) => getComputedStyle(root.querySelector(".widget")).backgroundColor);
    assert.equal(shown, `rgb(${surface.join(", ")})`);
  });
}

test("a theme that cannot be read would be noticed", async () => {
  reader.give_file("theme.css", "report-widget { --report-text: #999; --report-surface: #eee; }");
  await reader.open_page('<report-widget theme="light"></report-widget>', {
    head: '<link rel="stylesheet" href="theme.css">',
  });
  assert.ok((await faint_texts()).faint.length > 50);
});
