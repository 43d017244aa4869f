/**
 * A card or a chart as a picture to share, drawn on a canvas from the words that the program hands
 * over, in the colours of the page: WebKit gives no picture of a canvas into which markup was drawn.
 * Loaded when an export dialog shows a picture.
 */

/** The shapes on offer; letters grow with `scale`. */
export const SHAPES = {
  wide: { width: 1200, height: 630, scale: 1 },
  square: { width: 1080, height: 1080, scale: 1.25 },
};

/** The canvas of each element that shows a picture, and its file. */
const shown = new WeakMap();

/** Shows a picture in an element; resolves to whether it can be shared with other apps. */
export async function show(element, shape, picture) {
  const canvas = document.createElement("canvas");
  const { number, bars } = picture;
  draw(canvas, shape, {
    ...picture,
    ...look(element),
    number: number && piecesOf(number),
    rows: bars && JSON.parse(bars),
  });
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

/** A number in pieces: digits, and units and words, which are set smaller. */
const piecesOf = (number) => number.match(/[\d.,-]+|[^\d.,-]+/g).map((text) => ({ text, small: !/\d/.test(text) }));

/** Colours and letters of the widget as it is now. */
function look(element) {
  const root = element.getRootNode();
  const style = (selector) => getComputedStyle(root.querySelector(selector));
  const own = style(".inside:not(.doors) > .widget");
  return {
    family: own.fontFamily,
    colours: {
      surface: own.backgroundColor,
      text: own.color,
      quiet: style(".foot dt").color,
      accent: style(".foot").borderTopColor,
    },
  };
}

/**
 * Draws one picture: `over` (the report), `title`, and at the bottom `source` and `place`; between
 * them either one number (`label` and `number`, pieces of text of which some are small) or `rows` of
 * a chart, each with its `label`, its `text` and its `share` of the greatest.
 */
export function draw(canvas, shape, { colours, family, over, title, label, number, rows, source, place }) {
  const { width, height, scale } = SHAPES[shape];
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext("2d", { alpha: false });
  const edge = Math.round(64 * scale);
  const room = width - 2 * edge;
  const font = (weight, size) => `${weight} ${Math.round(size)}px ${family}`;
  /** Writes lines below `top` and tells where they end. */
  const write = (text, top, { weight = 400, size, colour = colours.text, most = 3 }) => {
    pen.font = font(weight, size * scale);
    pen.fillStyle = colour;
    const step = size * scale * 1.4;
    lines(pen, text, room, most).forEach((line, index) => pen.fillText(line, edge, top + index * step + size * scale));
    return top + lines(pen, text, room, most).length * step;
  };
  const heightOf = (text, { weight = 400, size, most = 3 }) => {
    pen.font = font(weight, size * scale);
    return lines(pen, text, room, most).length * size * scale * 1.4;
  };

  pen.fillStyle = colours.surface;
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = colours.accent;
  pen.fillRect(0, 0, width, 16 * scale);

  let top = write(over, edge, { size: 26, colour: colours.quiet, most: 1 });
  top = write(title, top + 8 * scale, { size: number || rows ? 44 : 72, weight: 750, most: number || rows ? 2 : 5 });

  const small = { size: 21, colour: colours.quiet };
  const foot = heightOf(source, small) + (place ? heightOf(place, { ...small, most: 1 }) : 0);
  const bottom = height - edge * .75 - foot;
  faint(pen, colours, [edge, bottom - 18 * scale, room, 2]);
  const under = write(source, bottom, small);
  if (place) write(place, under, { ...small, most: 1 });

  const space = { left: edge, top: top + 12 * scale, width: room, height: bottom - 40 * scale - top };
  if (rows) bars(pen, rows, space, { colours, font, scale });
  else if (number) figure(pen, { label, number }, space, { colours, font, scale });
  return canvas;
}

/** One number, as large as there is room, at the bottom of it, with its label above. */
function figure(pen, { label, number }, { left, top, width, height }, { colours, font, scale }) {
  pen.font = font(400, 30 * scale);
  const labels = lines(pen, label, width, 2);
  const step = 30 * scale * 1.4;
  const words = inWords(number);
  let size = 150 * scale;
  let set;
  do {
    size -= 4;
    set = composed(pen, words, size, width, font);
  } while (size > 40 && (set.length > 2 || set.length * size * 1.15 > height - labels.length * step || set.some((line) => line.width > width)));
  let base = top + height - (set.length - 1) * size * 1.15 - size * .2;
  pen.fillStyle = colours.quiet;
  pen.font = font(400, 30 * scale);
  labels.forEach((line, index) =>
    pen.fillText(line, left, base - size - (labels.length - 1 - index) * step));
  pen.fillStyle = colours.text;
  for (const line of set) {
    let at = left;
    for (const run of line.runs) {
      pen.font = run.font;
      pen.fillText(run.text, at, base);
      at += run.width;
    }
    base += size * 1.15;
  }
}

/** The pieces of a number by words: `22억 9730만 9797회` may break between its groups. */
function inWords(pieces) {
  const words = [[]];
  for (const { text, small } of pieces) {
    text.split(/(\s+)/).forEach((part, index) => {
      if (index % 2) words.push([]);
      else if (part) words.at(-1).push({ text: part, small });
    });
  }
  return words.filter((word) => word.length);
}

/** Words set in lines no wider than this: runs with their font and width. */
function composed(pen, words, size, room, font) {
  const set = [];
  for (const word of words) {
    const runs = word.map(({ text, small }) => {
      const run = { text, font: small ? font(650, size * .58) : font(800, size) };
      pen.font = run.font;
      return { ...run, width: pen.measureText(text).width };
    });
    const width = runs.reduce((sum, run) => sum + run.width, 0);
    const line = set.at(-1);
    const gap = size * .22;
    if (line && line.width + gap + width <= room) {
      line.runs.push({ text: "", font: runs[0].font, width: gap }, ...runs);
      line.width += gap + width;
    } else {
      set.push({ runs, width });
    }
  }
  return set;
}

/** The rows of a chart: label and value over a bar; what there is no room for is counted. */
function bars(pen, rows, { left, top, width, height }, { colours, font, scale }) {
  const step = Math.min(76 * scale, Math.max(46 * scale, height / rows.length));
  const fitting = Math.floor(height / step);
  const shown = rows.length > fitting ? rows.slice(0, fitting - 1) : rows;
  const size = Math.min(26 * scale, step * .42);
  shown.forEach(({ label, text, share }, index) => {
    const base = top + index * step + size;
    pen.font = font(650, size);
    pen.fillStyle = colours.text;
    const value = pen.measureText(text).width;
    pen.fillText(text, left + width - value, base);
    pen.font = font(400, size);
    pen.fillText(lines(pen, label, width - value - 2 * size, 1)[0], left, base);
    faint(pen, colours, [left, base + size * .4, width, size * .4]);
    pen.fillStyle = colours.accent;
    pen.fillRect(left, base + size * .4, Math.max(3, width * share), size * .4);
  });
  if (shown.length < rows.length) {
    pen.font = font(400, size);
    pen.fillStyle = colours.quiet;
    pen.fillText(`+ ${rows.length - shown.length}`, left, top + shown.length * step + size);
  }
}

/** A line or ground between text and paper. */
function faint(pen, colours, area) {
  pen.globalAlpha = .16;
  pen.fillStyle = colours.text;
  pen.fillRect(...area);
  pen.globalAlpha = 1;
}

/** A text in lines, broken between words; a longer word is broken, and what is left over ends in `…`. */
function lines(pen, text, room, most) {
  const fits = (line) => pen.measureText(line).width <= room;
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
