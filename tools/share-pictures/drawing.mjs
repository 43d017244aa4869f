/**
 * The picture that stands beside a shared link, 1200 by 630: whose report it is, and its great
 * numbers. It is drawn from the files that editors write.
 */
import { in_full, is_counted, report } from "../../tests/browser/report.mjs";

export const WIDTH = 1200;
export const HEIGHT = 630;

/** Every report in both languages, by the name of its picture. */
export const PICTURES = new Map(["white-paper-2022", "story-2021"].flatMap((id) =>
  ["ko", "en"].map((lang) => [`${id}-${lang}`, { id, lang }])));

const WORDS = {
  ko: "숫자마다 출처를 확인할 수 있습니다",
  en: "Every number can be traced to its page",
};
const LEFT = 80;
const ROOM = WIDTH - 2 * LEFT;

/**
 * The numbers that a picture shows: the report's own great numbers, in its order; where it has
 * none, the largest by which a card is known, if one is counted.
 */
export function shown({ id, lang, folder }) {
  const { headlines, cards } = report(id, folder);
  const known_by = cards.filter(({ figures }) => figures?.length && is_counted(figures[0]))
    .map(({ title, figures }) => ({ ...figures[0], label: title }))
    .sort((one, other) => Number(BigInt(other.value) - BigInt(one.value)));
  return (headlines.length ? headlines.slice(0, 3) : known_by.slice(0, 1)).map((figure) => ({
    label: figure.label[lang],
    number: stated(figure, lang),
  }));
}

/** What the widget writes around a number that is not exact, as `crates/report-i18n` has it. */
const AROUND = {
  about: { ko: ["약 ", ""], en: ["about ", ""] },
  "at-least": { ko: ["", " 이상"], en: ["at least ", ""] },
  "less-than": { ko: ["", " 미만"], en: ["less than ", ""] },
  band: { ko: ["", "대"], en: ["in the ", " range"] },
};

function stated(figure, lang) {
  const [before, after] = AROUND[figure.approx]?.[lang] ?? ["", ""];
  const estimate = figure.estimate ? { ko: "추산 ", en: "an estimated " }[lang] : "";
  return estimate + before + in_full(figure, lang) + after;
}

/** The picture of one report, of the shipped ones or of a folder, in one language, as SVG. */
export function drawing({ id, lang, folder }) {
  const about = report(id, folder);
  const [first, ...others] = shown({ id, lang, folder });
  const column = ROOM / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="Noto Sans CJK KR, Noto Sans KR, sans-serif" fill="#1d1a14">
  <rect width="${WIDTH}" height="${HEIGHT}" fill="#fbfaf6"/>
  <rect width="${WIDTH}" height="16" fill="#f4c400"/>
${text(about.publisher[lang], 92, 26, { weight: 700 })}
${text(about.title[lang], 164, 60, { weight: 700 })}
${text(about.subtitle[lang], 214, 30, { fill: "#5d5a54" })}
${first ? great(first) : ""}
${others.map(({ label, number }, at) => [
    text(label, 462, 26, { x: LEFT + at * column, fill: "#5d5a54", room: column - 40 }),
    text(number, 510, 42, { x: LEFT + at * column, weight: 700, room: column - 40 }),
  ].join("\n")).join("\n")}
  <rect x="${LEFT}" y="544" width="${ROOM}" height="1.5" fill="#d8d5cd"/>
${text(WORDS[lang], 590, 26, { weight: 700 })}
</svg>
`;
}

function great({ label, number }) {
  return `${text(label, 302, 28, { weight: 700 })}
  <rect x="${LEFT}" y="${376 - 8}" width="${Math.min(ROOM, wide(number) * fitting(number, 88))}" height="26" fill="#f4c400" fill-opacity=".55"/>
${text(number, 384, 88, { weight: 700 })}`;
}

function text(words, y, size, { x = LEFT, weight = 400, fill = "#1d1a14", room = ROOM } = {}) {
  const escaped = words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `  <text x="${x}" y="${y}" font-size="${fitting(words, size, room)}" font-weight="${weight}" fill="${fill}">${escaped}</text>`;
}

/** The size in which words have room: the one wished for, or a smaller one. */
function fitting(words, size, room = ROOM) {
  return Math.floor(Math.min(size, room / wide(words)));
}

/** About how wide words are, in heights of their letters; rather more than less. */
function wide(words) {
  return [...words].reduce((sum, sign) => sum + (/[\u1100-\uffff]/.test(sign) ? 0.95 : 0.6), 0);
}
