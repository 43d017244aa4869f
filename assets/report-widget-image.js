/**
 * A card, a number or a chart as a picture to share, drawn on a canvas from the words that the program
 * hands over, in the colours of the page: WebKit gives no picture of a canvas into which markup was
 * drawn. `layout` says where everything stands, `draw` paints it. Loaded when an export dialog shows a
 * picture.
 */

/**
 * The shapes on offer; letters grow with `scale`. `most` is how many lines a title and a number may
 * have, `titles` and `number` how large they may be.
 */
export const SHAPES = {
  wide: { width: 1200, height: 630, scale: 1, edge: 64, most: { title: 2, number: 2 }, titles: [50, 46, 42], number: 170 },
  tall: { width: 1080, height: 1350, scale: 1.34, edge: 84, most: { title: 4, number: 3 }, titles: [62, 56, 50, 42], number: 240 },
};

/** The size of a number below which the texts around it give way. */
const LEAST = 84;
/** Height of a line of a number, for a size of one. */
const STEP = 1.14;

/** The canvas of each element that shows a picture, and its file. */
const shown = new WeakMap();

/** Shows a picture in an element; resolves to whether it can be shared with other apps. */
export async function show(element, shape, picture) {
  const canvas = document.createElement("canvas");
  const { bars, rows } = picture;
  draw(canvas, shape, { ...picture, ...look(element), rows: bars ? JSON.parse(bars) : rows?.map((row) => ({ ...row, share: row.share / 1000 })) });
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", picture.alt);
  const image = document.createElement("img");
  const { width, height } = SHAPES[shape];
  // A page may allow no picture but its own files; then the canvas itself is shown.
  image.addEventListener("error", () => image.replaceWith(canvas));
  image.dataset.picture = "";
  Object.assign(image, { alt: picture.alt, width, height, src: canvas.toDataURL("image/png") });
  element.replaceChildren(image);
  const file = new Promise((ready) => canvas.toBlob(ready, "image/png"));
  shown.set(element, file);
  return navigator.canShare?.({ files: [asFile(await file, "picture.png")] }) ?? false;
}

/** Copies, shares or, by `save`, downloads the picture in an element; resolves to whether that worked. */
export async function use(element, use, name, save) {
  const file = shown.get(element);
  try {
    if (use === "copy") {
      // Safari wants the promise itself, while the press is still an activation.
      await navigator.clipboard.write([new ClipboardItem({ "image/png": file })]);
    } else if (use === "share") {
      await navigator.share({ files: [asFile(await file, name)] });
    } else {
      save(name, await file);
    }
    return true;
  } catch {
    return false;
  }
}

const asFile = (blob, name) => new File([blob], name, { type: "image/png" });

/** Colours and letters of the widget as it is now. */
function look(element) {
  const root = element.getRootNode();
  const style = (selector) => getComputedStyle(root.querySelector(selector));
  const own = style(".inside:not(.doors) > .widget");
  return {
    family: own.fontFamily,
    ink: parseFloat(own.getPropertyValue("--_ink")) / 100,
    colours: {
      surface: own.backgroundColor,
      text: own.color,
      quiet: style(".foot dt").color,
      accent: style(".foot").borderTopColor,
    },
  };
}

/**
 * Draws one picture: `publisher`, `over` (the report, or the section of a chart) and `page` on top, the
 * `title`, and at the bottom `source` and `place`; between them either one number (`label`, `number`,
 * and in proportion its `pieces`, in thousandths, with `words` for them) or `rows` of bars, each with
 * its `label`, its `text` and its `share` of the greatest.
 */
export function draw(canvas, shape, picture) {
  const { width, height } = SHAPES[shape];
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext("2d", { alpha: false });
  const measure = (text, font) => {
    pen.font = font;
    return pen.measureText(text).width;
  };
  pen.fillStyle = picture.colours.surface;
  pen.fillRect(0, 0, width, height);
  for (const item of layout(measure, shape, picture)) {
    pen.fillStyle = pen.strokeStyle = picture.colours[item.colour];
    pen.globalAlpha = item.alpha ?? 1;
    if (item.text !== undefined) {
      pen.font = item.font;
      pen.fillText(item.text, item.x, item.y);
    } else if (item.dashed) {
      pen.lineWidth = 2;
      pen.setLineDash([6, 5]);
      pen.strokeRect(item.x + 1, item.y + 1, Math.max(item.width - 2, 1), item.height - 2);
    } else {
      pen.fillRect(item.x, item.y, item.width, item.height);
    }
  }
  return canvas;
}

/**
 * Where everything of a picture stands, back to front: texts with the left end of their baseline, and
 * areas with their upper left corner, each with `width`, and the `height` of its letters or its own.
 */
export function layout(measure, shape, picture) {
  const { width, height, scale, edge, most, titles: sizes, number: greatest } = SHAPES[shape];
  const { family, publisher, over, page, title, label, number, rows, source, place } = picture;
  const room = width - 2 * edge;
  const items = [{ x: 0, y: 0, width, height: 16 * scale, colour: "accent" }];
  const font = (weight, size) => `${weight} ${Math.round(size)}px ${family}`;
  const set = { measure, font, scale, left: edge, room, items, ink: picture.ink ?? .78 };

  // The head: whose report it is, and on which page.
  const size = 25 * scale;
  const base = edge + size + 6 * scale;
  const pageWidth = page ? measure(page, font(400, size)) : 0;
  const headRoom = room - pageWidth - (page ? size : 0);
  const name = publisher ? cut(measure, publisher, font(700, size), headRoom * (over ? .4 : 1)) : "";
  write(set, name, edge, base, { weight: 700, size });
  const nameWidth = name ? measure(name, font(700, size)) + size * .6 : 0;
  write(set, cut(measure, over, font(400, size), headRoom - nameWidth), edge + nameWidth, base, { size, colour: "quiet" });
  if (page) write(set, page, edge + room - pageWidth, base, { size, colour: "quiet" });

  // The foot: what to cite, and where to go.
  const small = { size: 20 * scale, colour: "quiet" };
  const sources = lines(measure, source, font(400, small.size), room, 2);
  const step = small.size * 1.45;
  const count = sources.length + (place ? 1 : 0);
  const foot = height - edge * .8 - (count - 1) * step - small.size * .25;
  sources.forEach((line, index) => write(set, line, edge, foot + index * step, small));
  if (place) {
    const line = cut(measure, place, font(650, small.size), room);
    write(set, line, edge, foot + sources.length * step, { ...small, weight: 650, colour: "text" });
  }
  const line = foot - small.size - 18 * scale;
  items.push({ x: edge, y: line, width: room, height: 2, colour: "text", alpha: .16 });

  // The title, between them; where nothing else stands there, as large as there is room.
  const top = base + 24 * scale;
  const bottom = line - 30 * scale;
  const isAlone = !number && !rows;
  const heading = (sizes, limit) => {
    const count = (size) => lines(measure, title, font(750, size * scale), room, limit + 1).length;
    const size = (sizes.find((size) => count(size) < Math.max(2, limit)) ?? sizes.at(-1)) * scale;
    return { size, lines: balanced(measure, title, font(750, size), room, limit) };
  };
  const below = (titles) => ({ top: top + titles.lines.length * titles.size * 1.3 + 20 * scale, bottom });
  let titles = isAlone ? heading([92, 84, 76, 68, 60, 52], most.title + 3) : heading(sizes, most.title);
  if (rows) {
    bars(set, rows, below(titles));
  } else if (number) {
    const fitted = (titles, limit) => figure(set, picture, below(titles), { most: most.number, greatest, limit });
    let own = fitted(titles, 2);
    if (own.size < LEAST * scale) {
      // The number comes first: where texts leave it little room, they are shorter.
      const smaller = heading([42], 2);
      const larger = fitted(smaller, 1);
      if (larger.size > own.size * 1.1) [own, titles] = [larger, smaller];
    }
    items.push(...own.items);
  }
  titles.lines.forEach((line, index) =>
    write(set, line, edge, top + titles.size * (1 + index * 1.3), { weight: 750, size: titles.size }));
  return items;
}

/**
 * One number, as large as there is room, with its label above and its share below, at the bottom. Its
 * size tells whether the texts, of at most `limit` lines, leave it enough room.
 */
function figure({ ink, ...others }, { label, number, pieces, words }, { top, bottom }, { most, greatest, limit }) {
  const set = { ...others, items: [] };
  const { measure, font, scale, left, room, items } = set;
  const size = { label: 29 * scale, words: 25 * scale };
  const labels = label ? lines(measure, label, font(500, size.label), room, limit) : [];
  const said = pieces?.length && words ? lines(measure, words, font(400, size.words), room, limit) : [];
  const bar = 20 * scale;
  const below = said.length ? 24 * scale + bar + 8 * scale + said.length * size.words * 1.4 : 0;
  const above = labels.length ? labels.length * size.label * 1.4 + 10 * scale : 0;
  const great = largest(measure, wordsOf(number), font, room, bottom - top - below - above, most, greatest * scale, 20 * scale);
  let base = bottom - below - great.height + great.lines[0].size * (STEP - .22);
  labels.forEach((line, index) => {
    const y = base - great.lines[0].size * .98 - 10 * scale - (labels.length - 1 - index) * size.label * 1.4;
    write(set, line, left, y, { size: size.label, weight: 500, colour: "quiet" });
  });
  great.lines.forEach((line, index) => {
    if (index) base += great.lines[index - 1].size * .22 + line.size * (STEP - .22);
    const marker = { y: base - line.size * .2, height: line.size * .26 };
    items.push({ x: left, width: line.width, ...marker, colour: "accent", alpha: ink });
    let at = left;
    for (const run of line.runs) {
      if (run.text) items.push({ ...run, x: at, y: base, height: run.size, colour: "text" });
      at += run.width;
    }
  });
  if (said.length) {
    const track = bottom - below + 24 * scale;
    share(set, pieces, track, bar);
    said.forEach((line, index) => {
      const y = track + bar + 8 * scale + size.words * (1 + index * 1.4);
      write(set, line, left, y, { size: size.words, colour: "quiet" });
    });
  }
  return { size: great.size, items };
}

/** A bar in proportion: the first piece in the accent, the others, and what is left over as an outline. */
function share({ left, room, items, scale }, pieces, y, height) {
  const gap = 4 * scale;
  const isOne = pieces.length === 1;
  if (isOne) items.push({ x: left, y, width: room, height, colour: "text", alpha: .16 });
  let from = 0;
  let sum = 0;
  pieces.forEach((piece, index) => {
    sum = Math.min(1000, sum + piece);
    const wide = (sum - from) / 1000 * room;
    // Pieces too narrow to be seen are one with their neighbours.
    if (index && wide < 3 * gap && index < pieces.length - 1) return;
    items.push({
      x: left + from / 1000 * room, y, width: Math.max(3, wide - (isOne ? 0 : gap)), height,
      ...(index ? { colour: "text", alpha: .55 } : { colour: "accent" }),
    });
    from = sum;
  });
  if (!isOne && from < 1000 - 2) {
    items.push({ x: left + from / 1000 * room, y, width: (1000 - from) / 1000 * room, height, colour: "text", dashed: true });
  }
}

/** The rows of a chart: label and value over a bar; what there is no room for is counted. */
function bars({ measure, font, scale, left, room, items, ...set }, rows, { top, bottom }) {
  const own = { measure, font, scale, left, room, items, ...set };
  const height = bottom - top;
  const step = Math.min(130 * scale, Math.max(50 * scale, height / rows.length));
  const fitting = Math.max(1, Math.floor((height + 1) / step));
  const shown = rows.length > fitting ? rows.slice(0, fitting - 1) : rows;
  const size = Math.min(34 * scale, step * .4);
  shown.forEach(({ label, text, share }, index) => {
    const base = top + index * step + size;
    const value = cut(measure, text, font(700, size), room * .62);
    const wide = measure(value, font(700, size));
    write(own, value, left + room - wide, base, { size, weight: 700 });
    write(own, cut(measure, label, font(400, size), room - wide - size), left, base, { size });
    const bar = { x: left, y: base + size * .42, height: Math.min(18 * scale, size * .55) };
    items.push({ ...bar, width: room, colour: "text", alpha: .16 });
    items.push({ ...bar, width: Math.max(3, room * share), colour: "accent" });
  });
  if (shown.length < rows.length) {
    write(own, `+ ${rows.length - shown.length}`, left, top + shown.length * step + size, { size, colour: "quiet" });
  }
}

/** Adds one line of text. */
function write({ measure, font, items }, text, x, y, { weight = 400, size, colour = "text" }) {
  if (!text) return;
  const own = font(weight, size);
  items.push({ text, font: own, x, y, width: measure(text, own), height: size, colour });
}

/** The words of a number, each in pieces of digits and of units and words, which are set smaller. */
const wordsOf = (number) => number.split(/\s+/).filter(Boolean).map((word) =>
  word.match(/[\d.,-]+|[^\d.,-]+/g).map((text) => ({ text, small: !/\d/.test(text) })));

/** The largest size at which a number fits; its units stay above the `least`. A line more has to make it much larger. */
function largest(measure, words, font, room, height, most, greatest, least) {
  let best;
  for (let count = 1; count <= most; count += 1) {
    let size = greatest;
    let set = composed(measure, words, size, room, font, least);
    const tall = () => set.reduce((sum, line) => sum + line.size * STEP, 0);
    const fits = () => set.length <= count && tall() <= height && set.every(({ width }) => width <= room);
    while (size > 12 && !fits()) {
      size -= 2;
      set = composed(measure, words, size, room, font, least);
    }
    if (!best || size > best.size * 1.45) best = { size, height: tall(), lines: set };
  }
  return best;
}

/** Words set in lines no wider than this: runs with their font and width. */
function composed(measure, words, size, room, font, least) {
  const set = [];
  for (const word of words) {
    const runs = word.map(({ text, small }) => {
      const own = small ? Math.max(size * .58, Math.min(size, least)) : size;
      const run = { text, size: own, font: font(small ? 650 : 800, own) };
      return { ...run, width: measure(text, run.font) };
    });
    const width = runs.reduce((sum, run) => sum + run.width, 0);
    const line = set.at(-1);
    const gap = size * .2;
    if (line && line.width + gap + width <= room) {
      line.runs.push({ text: "", width: gap }, ...runs);
      line.width += gap + width;
    } else {
      set.push({ runs, width });
    }
  }
  // Words alone on a line need less of it than digits do.
  return set.map((line) => ({ ...line, size: Math.max(...line.runs.map((run) => run.size ?? 0)) }));
}

/** A text in lines of much the same length. */
function balanced(measure, text, font, room, most) {
  let found = lines(measure, text, font, room, most);
  if (found.at(-1).endsWith("…")) return found;
  for (let narrow = room; narrow > room / 2; narrow -= room / 40) {
    const others = lines(measure, text, font, narrow, most + 1);
    if (others.length > found.length) break;
    found = others;
  }
  return found;
}

/** A text on one line; what there is no room for ends in `…`. */
const cut = (measure, text, font, room) => lines(measure, text, font, room, 1)[0];

/** A text in lines, broken between words; a longer word is broken, and what is left over ends in `…`. */
function lines(measure, text, font, room, most) {
  const fits = (line) => measure(line, font) <= room;
  const found = [];
  let line = "";
  for (const word of text.trim().split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line) found.push(line);
    line = "";
    for (const sign of word) {
      if (line && !fits(line + sign)) {
        found.push(line);
        line = "";
      }
      line += sign;
    }
  }
  found.push(line);
  if (found.length <= most) return found;
  const kept = found.slice(0, most);
  let last = kept.pop();
  while (last && !fits(`${last}…`)) last = [...last].slice(0, -1).join("");
  return [...kept, `${last}…`];
}
