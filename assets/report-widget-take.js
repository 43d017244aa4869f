/**
 * The "Take it with you" dialog: figures as CSV and JSON, citations, a link and a picture, of a
 * card, of a chart, or of all that is shown. Loaded when a reader asks for it. Whatever can be
 * downloaded can be copied too, since web views inside other apps drop downloads.
 */
import { make, show } from "./report-widget-dialog.js";
import { draw, SHAPES } from "./report-widget-image.js";
import { card, chart, everything } from "./report-widget-subject.js";
import { MARK } from "./report-widget-table.js";

const WORDS = {
  ko: {
    title: "가져가기",
    close: "닫기",
    figures: (count) => `수치 ${count}개`,
    noFigures: "여기에는 적힌 수치가 없습니다.",
    exact: "CSV는 엑셀 같은 프로그램에서 표로 열립니다. 값은 줄이거나 반올림하지 않은 그대로입니다.",
    copyCsv: "CSV 복사",
    saveCsv: "CSV 내려받기",
    copyJson: "JSON 복사",
    saveJson: "JSON 내려받기",
    cite: "인용문",
    copyKo: "한국어 인용문 복사",
    copyEn: "영어 인용문 복사",
    link: "링크",
    copyLink: "링크 복사",
    image: "그림",
    wide: "가로로 긴 그림",
    square: "정사각형 그림",
    copyImage: "그림 복사",
    saveImage: "그림 내려받기",
    shareImage: "그림 공유하기",
    inApps: "다른 앱 안에서 열어 내려받을 수 없다면 복사하거나, 그림을 길게 눌러 저장합니다.",
    copied: "복사했습니다.",
    saved: "내려받기를 시작했습니다. 아무 일도 없으면 복사해서 가져가세요.",
    failed: "복사하지 못했습니다. 아래에 선택해 둔 글을 직접 복사하세요.",
    failedImage: "그림을 복사하지 못했습니다. 내려받거나, 그림을 길게 눌러 저장하세요.",
    text: "가져갈 글",
  },
  en: {
    title: "Take it with you",
    close: "Close",
    figures: (count) => (count === 1 ? "1 figure" : `${count} figures`),
    noFigures: "No figures are printed here.",
    exact: "CSV opens as a table in Excel and its like. Values are exact: nothing is rounded.",
    copyCsv: "Copy CSV",
    saveCsv: "Download CSV",
    copyJson: "Copy JSON",
    saveJson: "Download JSON",
    cite: "Citation",
    copyKo: "Copy in Korean",
    copyEn: "Copy in English",
    link: "Link",
    copyLink: "Copy link",
    image: "Picture",
    wide: "Wide",
    square: "Square",
    copyImage: "Copy picture",
    saveImage: "Download picture",
    shareImage: "Share picture",
    inApps: "Where another app shows this page and drops downloads, copy instead, or press the picture long to keep it.",
    copied: "Copied.",
    saved: "The download has started. If nothing happens, copy instead.",
    failed: "Could not copy. The text is selected below: copy it by hand.",
    failedImage: "Could not copy the picture. Download it, or press it long to keep it.",
    text: "Text to take along",
  },
};

const STYLES = `
.take h3 { font-weight: 700; margin-block-end: 6px; }
.take .ways { display: flex; flex-wrap: wrap; gap: 8px; margin-block: 8px; }
.take section > p { color: var(--_quiet); font-size: .9em; }
.take cite { display: block; font-style: normal; }
.take .address { overflow-wrap: anywhere; }
.take :is(img, canvas) { display: block; inline-size: auto; block-size: auto; max-inline-size: 100%; max-block-size: 22rem; border: 1px solid var(--_line); }
.take textarea { min-block-size: 5em; }
`;

/** How long a file is kept for a download that has begun, in milliseconds. */
const KEPT = 40_000;

/** Opens the dialog inside the widget; `copy` puts a text on the clipboard. */
export function open(widget, way, mounted, copy) {
  const [, kind, id] = way.split(":");
  const of = { card, chart }[kind] ?? everything;
  const subject = of(widget, mounted, id);
  const words = WORDS[subject.lang];
  const status = make("p", { role: "status" });
  const area = make("textarea", { "aria-label": words.text, readonly: "", spellcheck: "false", hidden: "" });
  let dialog;

  const say = (text) => { status.textContent = text; };
  const give = async (text, button) => {
    say("");
    area.hidden = true;
    const isCopied = await copy(text, dialog);
    say(isCopied ? words.copied : words.failed);
    if (isCopied) return button.focus();
    area.value = text;
    area.hidden = false;
    area.focus();
    area.select();
  };
  const keep = (name, content) => {
    save(name, content);
    area.hidden = true;
    say(words.saved);
  };
  const button = (name, work) => {
    const made = make("button", { type: "button", "data-take": name }, words[name]);
    made.addEventListener("click", () => work(made));
    return made;
  };
  const section = (title, ...content) => make("section", {}, make("h3", {}, title), ...content);
  const ways = (...buttons) => make("div", { class: "ways" }, ...buttons);

  const { name, table, citation, link } = subject;
  const tables = table.count === 0 ? [make("p", {}, words.noFigures)] : [
    make("p", {}, words.exact),
    ways(
      button("copyCsv", (pressed) => give(table.csv.replace(MARK, ""), pressed)),
      button("saveCsv", () => keep(`${name}.csv`, new Blob([table.csv], { type: "text/csv" }))),
      button("copyJson", (pressed) => give(table.json, pressed)),
      button("saveJson", () => keep(`${name}.json`, new Blob([table.json], { type: "application/json" }))),
    ),
  ];
  const citations = Object.entries({ ko: "copyKo", en: "copyEn" }).flatMap(([lang, copying]) => [
    make("cite", { lang }, citation[lang]),
    ways(button(copying, (pressed) => give(citation[lang], pressed))),
  ]);
  dialog = show(widget, way, {
    kind: "take", title: words.title, close: words.close, styles: STYLES,
    content: [
      make("p", {}, subject.what),
      section(words.figures(table.count), ...tables),
      ...(subject.picture ? [section(words.image, ...pictures(subject, words, { button, ways, say, keep }))] : []),
      section(words.cite, ...citations),
      ...(link ? [section(words.link, make("p", { class: "address" }, link),
        ways(button("copyLink", (pressed) => give(link, pressed))))] : []),
      make("section", {}, make("p", {}, words.inApps)),
      status, area,
    ],
  });
  dialog?.querySelector("[data-take]").focus();
}

/** The picture in the shape that is chosen, and what can be done with it. */
function pictures({ name, picture }, words, { button, ways, say, keep }) {
  const canvas = make("canvas", { role: "img", "aria-label": picture.said });
  const shown = make("img", { alt: picture.said, "data-picture": "" });
  // A page may allow no picture but its own files; then the canvas itself is shown.
  shown.addEventListener("error", () => shown.replaceWith(canvas));
  let shape, file;
  const choose = (chosen) => {
    shape = chosen;
    draw(canvas, shape, picture);
    const { width, height } = SHAPES[shape];
    Object.assign(shown, { width, height, src: canvas.toDataURL("image/png") });
    file = new Promise((ready) => canvas.toBlob(ready, "image/png"));
    for (const one of shapes) one.setAttribute("aria-pressed", String(one.dataset.take === shape));
    file.then((blob) => { sharing.hidden = !navigator.canShare?.({ files: [asFile(blob)] }); });
  };
  const asFile = (blob) => new File([blob], `${name}.png`, { type: "image/png" });
  const shapes = Object.keys(SHAPES).map((one) => button(one, () => choose(one)));
  const sharing = button("shareImage", async () => {
    // Thinking better of it is no fault.
    await navigator.share({ files: [asFile(await file)] }).catch(() => {});
  });
  sharing.hidden = true;
  const copying = button("copyImage", async () => {
    say("");
    try {
      // Safari wants the promise itself, while the press is still felt.
      await navigator.clipboard.write([new ClipboardItem({ "image/png": file })]);
      say(words.copied);
    } catch {
      say(words.failedImage);
    }
  });
  const saving = button("saveImage", async () => keep(`${name}.png`, await file));
  choose("wide");
  return [ways(...shapes), shown, ways(...(globalThis.ClipboardItem ? [copying] : []), saving, sharing)];
}

/** Hands a file to the reader. */
function save(name, content) {
  const file = URL.createObjectURL(content);
  make("a", { href: file, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(file), KEPT);
}
