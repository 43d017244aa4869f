/** The pictures that stand beside shared links: those of this report, in this language, and no older ones. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { PNG } from "pngjs";
import { HEIGHT, PICTURES, WIDTH, drawing, shown } from "../../tools/share-pictures/drawing.mjs";
import { digest, drawn_from, marked } from "../../tools/share-pictures/mark.mjs";
import { in_full, report } from "./report.mjs";
import { delivery } from "./site.mjs";

const files = await delivery();

for (const [name, picture] of PICTURES) {
  test(`${name}.png was drawn from what the report says now`, () => {
    const png = files.get(`share/${name}.png`);
    assert.equal(drawn_from(png), digest(drawing(picture)), "node tools/share-pictures/write.mjs draws it anew");
    const { width, height, data } = PNG.sync.read(png);
    assert.deepEqual([width, height], [WIDTH, HEIGHT]);
    const colours = new Set();
    for (let at = 0; at < data.length; at += 4) colours.add(data.readUInt32BE(at));
    assert.ok(colours.size > 50, "letters have many shades");
  });

  test(`${name} shows the title and the report's own numbers`, () => {
    const { title, headlines } = report(picture.id);
    const svg = drawing(picture);
    assert.ok(svg.includes(`>${title[picture.lang]}<`));
    assert.ok(shown(picture).length > 0);
    for (const headline of headlines.slice(0, 3)) assert.ok(svg.includes(`>${in_full(headline, picture.lang)}<`));
  });
}

test("every shipped report has a picture in both languages", () => {
  const pictures = [...files.keys()].filter((name) => /^share\/.*\.png$/.test(name)).sort();
  assert.deepEqual(pictures, [...PICTURES.keys()].map((name) => `share/${name}.png`).sort());
});

test("a picture has the digest of its drawing, and is still a picture", () => {
  const png = PNG.sync.write(new PNG({ width: 2, height: 1 }));
  assert.equal(drawn_from(png), undefined);
  const with_digest = marked(png, digest("drawing"));
  assert.equal(drawn_from(with_digest), digest("drawing"));
  assert.equal(PNG.sync.read(with_digest, { checkCRC: true }).width, 2);
});
