/**
 * Draws the pictures of shared links anew: `node tools/share-pictures/write.mjs`. The SVG is written each
 * time. Letters look different on every machine, so a PNG is only drawn where it does not belong
 * to its SVG, by Chromium; it says in itself which SVG it was drawn from.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { start_browser } from "../../tests/browser/chromium.mjs";
import { HEIGHT, PICTURES, WIDTH, drawing } from "./drawing.mjs";
import { digest, drawn_from, marked } from "./mark.mjs";

const FOLDER = new URL("../../assets/share/", import.meta.url);

for (const [name, picture] of PICTURES) {
  const svg = drawing(picture);
  writeFileSync(new URL(`${name}.svg`, FOLDER), svg);
  const place = new URL(`${name}.png`, FOLDER);
  if (existsSync(place) && drawn_from(readFileSync(place)) === digest(svg)) continue;
  writeFileSync(place, marked(await painted(svg), digest(svg)));
}

/** The drawing as pixels. */
async function painted(svg) {
  const browser = await start_browser();
  try {
    await browser.magnify({ width: WIDTH, height: HEIGHT, times: 1 });
    await browser.driver.get(`data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`);
    return await browser.picture({ x: 0, y: 0, width: WIDTH, height: HEIGHT });
  } finally {
    await browser.driver.quit();
  }
}
