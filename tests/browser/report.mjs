/**
 * What the widget has to show, worked out anew from the files that editors
 * write: the tests believe nothing that the program computed.
 */
import { readFileSync, readdirSync } from "node:fs";

const REPORTS = new URL("../../assets/reports/", import.meta.url);

/** What sort of quantity each unit measures. */
const KINDS = {
  people: ["people"],
  use: ["times", "views", "cases", "messages"],
  money: ["won", "klay"],
  things: ["items", "vehicles", "devices", "sheets", "tonnes"],
  places: ["places", "organisations"],
  programmes: [
    "works", "apps", "topics", "courses", "fundraisers", "issues", "rounds", "grades", "events",
  ],
  share: ["percent", "ratio", "rank", "points"],
  time: ["days", "weeks", "months", "years", "minutes", "age"],
};
const kind_of = (unit) => Object.keys(KINDS).find((kind) => KINDS[kind].includes(unit));

/** What a card is filed under, facet by facet. */
const FILED = {
  part: (card) => [String(card.part)],
  brand: (card) => card.brands,
  audience: (card) => card.audiences,
  theme: (card) => card.themes,
  year: (card) => (card.dates ?? []).flatMap(({ from, to }) => years(from, to ?? from)),
  kind: (card) => (card.figures ?? []).map((figure) => kind_of(figure.unit)),
};
export const FACETS = Object.keys(FILED);

function years(from, to) {
  const [first, last] = [from, to].map((date) => Number(date.slice(0, 4)));
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}

/** A report of a folder: its parts, its cards in printed order, its errata with their place. */
export function report(id, folder = REPORTS) {
  const read = (path) => JSON.parse(readFileSync(new URL(path, folder), "utf8"));
  const parts = readdirSync(new URL(`${id}/`, folder))
    .filter((name) => /^part-\d+\.json$/.test(name))
    .map((name) => read(`${id}/${name}`))
    .sort((one, other) => one.no - other.no);
  const about = read(`${id}/report.json`);
  const cards = parts.flatMap((part) => part.cards.map((card) => ({ ...card, part: part.no })));
  const errata = [
    ...(about.errata ?? []),
    ...parts.flatMap((part) => [
      ...(part.errata ?? []).map((erratum) => ({ ...erratum, part: part.no })),
      ...part.cards.flatMap((card) => card.errata ?? []).map((erratum) => ({ ...erratum, part: part.no })),
    ]),
  ];
  const headlines = parts.flatMap((part) =>
    part.headlines.map((headline) => ({
      ...headline,
      trace: `part-${part.no}/${headline.id}`,
      errata: (part.errata ?? []).filter(({ about }) => about === `headlines/${headline.id}`),
    })));
  const figures = cards.flatMap((card) =>
    (card.figures ?? []).map((figure) => ({
      ...figure,
      card: card.id,
      trace: `${card.id}/${figure.id}`,
      errata: (card.errata ?? []).filter(({ about }) => about === `figures/${figure.id}`),
    })));
  return { ...about, parts, cards, errata, headlines, figures };
}

/** Every value that at least one card is filed under. */
export function values(report, facet) {
  return [...new Set(report.cards.flatMap(FILED[facet]))];
}

/** The ids of the cards that fit: one value of each facet named, as `{brand: ["makers"]}`. */
export function fitting(report, chosen) {
  const fits = (card) => Object.entries(chosen).every(([facet, wanted]) =>
    FILED[facet](card).some((value) => wanted.includes(value)));
  return report.cards.filter(fits).map((card) => card.id);
}

const COUNTERS = {
  ko: { views: "회", times: "회", won: "원", people: "명" },
  en: { views: " views", times: " times", won: " won", people: " people" },
};

/** Whether a figure is counted in something that can be written in full here. */
export const is_counted = ({ unit }) => unit in COUNTERS.ko;

/** A whole number in full, as it is written in a language: `22억 9730만 9797회`. */
export function in_full({ value, unit }, lang) {
  return (lang === "ko" ? korean(BigInt(value)) : BigInt(value).toLocaleString("en"))
    + COUNTERS[lang][unit];
}

function korean(value) {
  const groups = ["", "만", "억", "조"].map((name, group) => {
    const digits = (value / 10000n ** BigInt(group)) % 10000n;
    return digits ? `${digits}${name}` : "";
  });
  return groups.reverse().filter(Boolean).join(" ");
}
