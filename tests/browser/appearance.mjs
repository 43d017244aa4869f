/**
 * What a widget looks like inside, wherever it stands: the places and styles
 * of its landmarks, and a picture of its beginning.
 */
import assert from "node:assert/strict";
import { PNG } from "pngjs";
import { beside } from "./pixels.mjs";

/** One of each kind of thing that the widget draws. */
const LANDMARKS = [
  ".widget", ".topbar button", ".hero h2", ".hero p", "[data-headline] data", "[data-headline] summary", "nav a",
  "input[type=search]", "select", "button[data-facet]", ".facets summary", "[data-part] h3", "[data-card]",
  "[data-card] > summary", ".figures data", "[data-card] p", ".foot", ".foot button",
];

/** How much of a picture may differ: letters that begin half a pixel further are smoothed differently. */
const TOLERANCE = 0.005;

/** What the reader's widget looks like inside; `width` is the room that it takes, `offset` where it begins within a pixel. */
export async function appearance(reader) {
  await reader.inside((root) => root.querySelector("[data-card]").setAttribute("open", ""));
  await reader.sees("a card that is filled", (root) => root.querySelector("[data-card] .figures data") !== null, true);
  await reader.let_settle();
  const { landmarks, place } = await reader.inside((root, selectors) => {
    const inside = root.querySelector(".inside");
    const from = inside.getBoundingClientRect();
    const round = (number) => Math.round(number * 8) / 8;
    const landmarks = {};
    for (const selector of selectors) {
      const element = root.querySelector(selector);
      if (!element) throw new Error(`there is no ${selector}`);
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const styles = Object.fromEntries([...style].map((name) => [name, style.getPropertyValue(name)]));
      // The language of the host is not what is compared here.
      delete styles["-webkit-locale"];
      landmarks[selector] = {
        box: box.width ? [box.x - from.x, box.y - from.y, box.width, box.height].map(round) : "not shown",
        styles,
      };
    }
    return { landmarks, place: { x: from.x, y: from.y, width: from.width, height: from.height } };
  }, LANDMARKS);
  // Without the page's scroll bars.
  const screen = await reader.run(() => {
    const { clientWidth, clientHeight } = document.scrollingElement;
    return { width: clientWidth, height: clientHeight };
  });
  const seen = {
    x: Math.max(place.x, 0),
    y: Math.max(place.y, 0),
    width: Math.floor(Math.min(place.width, screen.width - place.x)),
    height: Math.floor(Math.min(place.height, screen.height - place.y)),
  };
  return { landmarks, width: place.width, offset: Math.max(place.x, 0) % 1, picture: PNG.sync.read(await reader.picture(seen)) };
}

/** What differs of the landmarks, as `selector property: one -> other`. */
export function differences(one, other) {
  return Object.keys(one.landmarks).flatMap((selector) => {
    const [mine, yours] = [one.landmarks[selector], other.landmarks[selector]];
    const moved = String(mine.box) === String(yours.box) ? [] : [`${selector} box: ${mine.box} -> ${yours.box}`];
    const styled = Object.keys(mine.styles)
      .filter((name) => mine.styles[name] !== yours.styles[name])
      .map((name) => `${selector} ${name}: ${mine.styles[name]} -> ${yours.styles[name]}`);
    return [...moved, ...styled];
  });
}

/** The pictures are alike as far as both reach. */
export function assert_same_picture(one, other) {
  const width = Math.min(one.picture.width, other.picture.width);
  const height = Math.min(one.picture.height, other.picture.height);
  assert.ok(width > 150 && height > 150, `a picture of ${width} by ${height} shows nothing`);
  const [mine, yours] = [one, other].map(({ picture }) => {
    const part = new PNG({ width, height });
    PNG.bitblt(picture, part, 0, 0, width, height, 0, 0);
    return part;
  });
  const { share } = beside(mine, yours);
  assert.ok(share <= TOLERANCE, `${100 * share} % of the picture differ`);
}
