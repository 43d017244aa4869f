/** Pictures and charts that the export dialog gives. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { PNG } from "pngjs";
import { LONG, SERIES, THEMES, WHITE_PAPER, WIDGET, WITH, WORDS, exporting_reader } from "./export.mjs";

const { reader, open_dialog, open_dialog_of, press, see_status, copied, downloaded } = exporting_reader();

const SIZES = { wide: [1200, 630], tall: [1080, 1350] };
const hex = ({ data, width }, x, y) => `#${data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3).toString("hex")}`;

for (const [theme, surface] of Object.entries(THEMES)) {
  for (const [shape, [width, height]] of Object.entries(SIZES)) {
    test(`a picture of a card is drawn in its colours, and nothing is cut off (${theme}, ${shape})`, async () => {
      await reader.open_page(WIDGET.replace(">", ` theme="${theme}">`), { lang: "en" });
      await open_dialog_of(LONG);
      await press(shape);
      const picture = PNG.sync.read(await downloaded("saveImage", `white-paper-2022-${LONG.id}.png`));
      assert.deepEqual([picture.width, picture.height], [width, height]);
      assert.equal(hex(picture, 5, 5), "#f4c400");
      let ink = 0;
      const outside = [];
      for (let y = 30; y < height; y += 1) {
        for (let x = 0; x < width; x += 1) {
          if (hex(picture, x, y) === surface) continue;
          ink += 1;
          if (x < 40 || x > width - 40 || y > height - 16) outside.push([x, y]);
        }
      }
      assert.deepEqual(outside, []);
      const share = ink / width / height;
      assert.ok(share > .02 && share < .3, `${share} of the picture is ink`);
    });
  }
}

test("a picture of a headline number has its bar, page and citation, and its link opens the trace", async () => {
  const { trace, id, page, label, tally } = WHITE_PAPER.headlines[0];
  await reader.open_page('<report-widget sync-url></report-widget>');
  await reader.open_trace(trace);
  await open_dialog(`[data-trace="${trace}"] .cite .export`);
  const file = `white-paper-2022-part-1-${id}`;
  const picture = PNG.sync.read(await downloaded("saveImage", `${file}.png`));
  const [, height] = SIZES.wide;
  const rows = Array.from({ length: height }, (_, y) => y).filter((y) => y > 30 && hex(picture, 66, y) === "#f4c400");
  assert.ok(rows.length >= 18 && rows.length < 30, `${rows.length} rows of the bar`);
  const alt = await reader.inside((root) => root.querySelector("[data-picture]").alt);
  assert.ok(alt.includes(label.ko), alt);
  const csv = (await downloaded("saveCsv", `${file}.csv`)).toString();
  for (const term of tally.terms) assert.ok(csv.includes(`,${term.split("/")[0]},`), term);
  assert.ok((await copied("copyKo")).endsWith(`${page}쪽`));
  const link = new URL(await copied("copyLink"));
  await reader.open_address(link);
  await reader.see_open_traces([trace]);
});

const WORD = { ko: "어절이아주길어서한줄에다들어가지않는낱말입니다그래도잘리지않고", en: "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk" };
const LONGER = { ko: "모두가 함께 이겨 낸 시간의 기록과 그 뒤에 남은 이야기 ", en: "What everybody did together, and what is left of it " };
const ordinary = { publisher: "Kakao Corp.", over: "Report", page: "p. 3", title: "Masks", label: "Look-ups", number: "12", pieces: [914], words: "91.4%", source: "Source, p. 3", place: "a.example/" };
/** Texts that a report may have, however strange: what differs from an ordinary picture. */
const PICTURES = [
  ["an ordinary number", {}],
  ["nothing but a title", { label: undefined, number: undefined, pieces: [], words: undefined, page: undefined, place: undefined }],
  ["a title alone, as long as it gets", { label: undefined, number: undefined, title: LONGER.ko.repeat(12) }],
  ["long texts in Korean", { publisher: LONGER.ko, over: LONGER.ko, title: LONGER.ko.repeat(4), label: LONGER.ko.repeat(3), words: LONGER.ko.repeat(3), source: LONGER.ko.repeat(9), place: LONGER.ko.repeat(9) }],
  ["long texts in English", { publisher: LONGER.en, over: LONGER.en, title: LONGER.en.repeat(4), label: LONGER.en.repeat(3), words: LONGER.en.repeat(3), source: LONGER.en.repeat(9), place: LONGER.en.repeat(9) }],
  ["words that no line holds", { publisher: WORD.ko, over: WORD.en.repeat(3), title: WORD.ko.repeat(6), label: WORD.en.repeat(3), words: WORD.ko.repeat(3), source: WORD.en.repeat(9), place: WORD.ko.repeat(9) }],
  ["the longest number in Korean", { number: "추산 약 12경 3456조 7890억 1234만 5678메가와트시 이상", title: LONGER.ko.repeat(2) }],
  ["the longest number in English", { number: "an estimated about 123,456,789,012,345,678,901,234,567,890 megawatt hours", title: LONGER.en.repeat(2), words: LONGER.en.repeat(2) }],
  ["a number without a space", { number: "9".repeat(60) }],
  ["many small pieces", { pieces: [500, ...Array(60).fill(1), 0, 0, 300] }],
  ["pieces of more than the whole", { pieces: [900, 900] }],
  ["one row", { number: undefined, rows: [{ label: WORD.ko.repeat(4), text: WORD.en, share: 1 }] }],
  ["many rows", { number: undefined, title: LONGER.ko.repeat(4), rows: Array(60).fill({ label: LONGER.ko, text: "12경 3456조", share: 0 }) }],
];

test("whatever stands on a picture, nothing is drawn outside it, over anything else, or in small letters", async () => {
  await reader.open_report();
  const faults = await reader.driver.executeAsyncScript(async (pictures, done) => {
    const { layout, SHAPES } = await import(new URL("report-widget-image.js", location));
    const pen = document.createElement("canvas").getContext("2d");
    const measure = (text, font) => { pen.font = font; return pen.measureText(text).width; };
    const faults = [];
    for (const [shape, { width, height, edge, scale }] of Object.entries(SHAPES)) {
      for (const [what, picture] of pictures) {
        const items = layout(measure, shape, { ...picture, family: "sans-serif" });
        const texts = items.filter(({ text }) => text !== undefined);
        const fault = (why, { text, ...place }) => faults.push(`${shape}, ${what}: ${text ?? "an area"} ${why} ${JSON.stringify(place)}`);
        for (const item of items.slice(1)) {
          const bottom = item.text === undefined ? item.y + item.height : item.y + item.height * .3;
          const top = item.text === undefined ? item.y : item.y - item.height;
          if (item.x < edge - 1 || item.x + item.width > width - edge + 1) fault("sticks out at a side", item);
          if (top < edge - 1 || bottom > height - edge / 2) fault("sticks out above or below", item);
        }
        for (const [index, one] of texts.entries()) {
          if (one.height < 19 * scale && !what.startsWith("a number without")) fault("is too small", one);
          for (const other of texts.slice(index + 1)) {
            const apart = one.x + one.width <= other.x + 1 || other.x + other.width <= one.x + 1
              || one.y <= other.y - other.height * .75 || other.y <= one.y - one.height * .75;
            if (!apart) fault(`collides with ${other.text}`, one);
          }
        }
        if (picture.number && texts.map(({ text }) => text).join("").replaceAll(/\s/g, "").indexOf(picture.number.replaceAll(/\s/g, "")) < 0) {
          faults.push(`${shape}, ${what}: the number is not whole`);
        }
      }
    }
    done(faults);
  }, PICTURES.map(([what, different]) => [what, { ...ordinary, ...different }]));
  assert.deepEqual(faults, []);
});

const CHART = `${SERIES.id}/${SERIES.series[0].id}`;
const SUM = WHITE_PAPER.headlines.find(({ tally }) => tally.terms.length > 10);
async function open_dialog_of_chart(id) {
  await reader.click(`[data-chart="${id}"] .data > summary`);
  await open_dialog(`[data-chart="${id}"] [data-export]`);
}
/** The lengths of the bars on a picture, from the top. */
function bars(picture) {
  const found = [];
  for (let y = 30, inside = false; y < picture.height; y += 1) {
    let x = 64;
    while (hex(picture, x, y) === "#f4c400") x += 1;
    if (x > 64 && !inside) found.push(x - 64);
    inside = x > 64;
  }
  return found;
}

test("of a chart, its values, a picture, the card's citation and link are exported", async () => {
  await reader.open_page('<report-widget sync-url></report-widget>');
  await reader.open_card(SERIES.id);
  await open_dialog_of_chart(CHART);
  const { points } = SERIES.series[0];
  const name = `white-paper-2022-${CHART.replace("/", "-")}`;
  const csv = (await downloaded("saveCsv", `${name}.csv`)).toString();
  const [head, ...lines] = csv.trimEnd().split("\r\n").map((line) => line.split(","));
  assert.deepEqual(head.slice(0, 3), ["\uFEFF항목", "정확한 값", "값"]);
  assert.deepEqual(lines.map((line) => line.slice(0, 2)), points.map((point) => [point.label.ko, point.value]));
  const json = JSON.parse(await copied("copyJson"));
  assert.deepEqual(json.map((row) => row["정확한 값"]), points.map(({ value }) => value));

  const picture = PNG.sync.read(await downloaded("saveImage", `${name}.png`));
  const greatest = Math.max(...points.map(({ value }) => value));
  const expected = points.map(({ value }) => Math.max(3, 1072 * value / greatest));
  const drawn = bars(picture);
  assert.equal(drawn.length, points.length);
  drawn.forEach((length, index) => assert.ok(Math.abs(length - expected[index]) <= 2, `${drawn} are not ${expected}`));

  assert.ok((await copied("copyKo")).includes(SERIES.printed_title));
  assert.equal(new URL(await copied("copyLink")).searchParams.get("card"), SERIES.id);
});

test("a chart of what makes up a number is known by the number, and its link opens the trace", async () => {
  await reader.open_page('<report-widget sync-url></report-widget>');
  await reader.open_trace(SUM.trace);
  await open_dialog_of_chart(SUM.trace);
  const what = await reader.inside((root) => root.querySelector("dialog header + div > p").textContent);
  assert.ok(what.startsWith(`${SUM.label.ko}: `), what);
  const link = new URL(await copied("copyLink"));
  const picture = PNG.sync.read(await downloaded("saveImage", `white-paper-2022-${SUM.trace.replace("/", "-")}.png`));
  assert.equal(bars(picture)[0], 1072);
  await reader.open_address(link);
  await reader.see_open_traces([SUM.trace]);
});

test("the picture that is shown is the one that is copied, and says in words what it shows", async () => {
  await reader.open_page(WIDGET);
  await open_dialog_of(WITH);
  await press("tall");
  const turned = (root) => {
    const { clientWidth, clientHeight } = root.querySelector("[data-picture]");
    return Math.abs(clientWidth / clientHeight - 1080 / 1350) < .01;
  };
  await reader.sees("a picture that is not stretched", turned, true);
  await press("copyImage");
  await see_status(WORDS.ko.copied);
  const [shown, given] = await reader.driver.executeAsyncScript(async (done) => {
    const pixels = async (blob) => {
      const canvas = document.createElement("canvas");
      const bitmap = await createImageBitmap(blob);
      Object.assign(canvas, { width: bitmap.width, height: bitmap.height });
      canvas.getContext("2d").drawImage(bitmap, 0, 0);
      return canvas.toDataURL();
    };
    const [item] = await navigator.clipboard.read();
    const image = document.querySelector("report-widget").shadowRoot.querySelector("[data-picture]");
    done([await pixels(image), await pixels(await item.getType("image/png"))]);
  });
  assert.ok(shown.length > 10_000);
  assert.equal(given, shown);
  const alt = await reader.inside((root) => root.querySelector("[data-picture]").alt);
  assert.ok(alt.startsWith(`${WITH.title.ko}, ${WITH.figures[0].label.ko}`), alt);
});

test("where a picture cannot be copied, it says what else to do", async () => {
  await reader.open_page(WIDGET);
  await reader.run(() => { navigator.clipboard.write = () => Promise.reject(new DOMException("no", "NotAllowedError")); });
  await open_dialog_of(WITH);
  await press("copyImage");
  await see_status("이미지를 복사하지 못했습니다. 내려받거나, 이미지를 길게 눌러 저장하세요.");
});

test("where what draws pictures is missing, it says what else to do, and the rest is exported", async () => {
  // Asked for to draw the picture, and again to copy it.
  reader.expect_on_console(/report-widget-image\.js.*404/, /report-widget-image\.js.*404/);
  await reader.open_page(WIDGET, { host: "lacks-image" });
  await open_dialog_of(WITH);
  await press("copyImage");
  await see_status("이미지를 복사하지 못했습니다. 내려받거나, 이미지를 길게 눌러 저장하세요.");
  const csv = (await downloaded("saveCsv", `white-paper-2022-${WITH.id}.csv`)).toString();
  assert.equal(csv.trimEnd().split("\r\n").length, WITH.figures.length + 1);
});

test("a page that allows no pictures but its own files still shows the picture", async () => {
  // Of the page's own icon, and of the picture.
  reader.expect_on_console(/Content Security Policy/, /Content Security Policy/);
  await reader.open_page(WIDGET, { policy: { "img-src": "'self'" } });
  await open_dialog_of(WITH);
  await reader.sees("the canvas itself", (root) => root.querySelector("dialog canvas")?.width ?? null, 1200);
  await reader.run(() => { window.seen.refused.length = 0; });
});

test("a device that shares files is offered the picture", async () => {
  await reader.open_page(WIDGET);
  await reader.run(() => {
    Object.assign(navigator, { canShare: ({ files }) => files.every(({ type }) => type === "image/png") });
    Object.defineProperty(navigator, "share", { value: async ({ files }) => { window.shared = files.map(({ name }) => name); } });
  });
  await open_dialog_of(WITH);
  await press("shareImage");
  await reader.comes_true("what was shared", () => reader.run(() => window.shared), [`white-paper-2022-${WITH.id}.png`]);
});
