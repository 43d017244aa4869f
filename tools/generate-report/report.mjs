/**
 * A generated report: as many cards as asked for, in the files that an editor would write.
 *
 * It is made of a word list and of random numbers that are the same in every run, so that two runs
 * measure the same report. Cards are light: two sentences in each language, one to three figures, one
 * date, a partner. Their words are as common or rare as in real reports: a theme stands on many cards,
 * a partner's name on few, and there is no end of names.
 */
import { Chance } from "./chance.mjs";
import {
  AUDIENCES, BRANDS, DEEDS, ORGANISATIONS, PLACES, SUBJECTS, SYLLABLES, THEMES, UNITS,
} from "./vocabulary.mjs";

const PARTS = 8;

/** Pages are counted in sixteen bits. */
const MAX_PAGES = 60_000;

/** The files of a report with this id and this many cards: `[name, content]`. */
export function files(id, cards) {
  const pages = Math.min(Math.max(cards, 1), MAX_PAGES);
  const parts = Math.min(PARTS, Math.max(cards, 1));
  const first = (part) => Math.floor((cards * part) / parts);
  const ofPart = (part) => Array.from(
    { length: first(part + 1) - first(part) },
    (_, index) => card(first(part) + index, cards, pages),
  );
  return [
    ["report.json", cover(id, cards, pages)],
    ...Array.from({ length: parts }, (_, part) => [`part-${part + 1}.json`, chapter(part + 1, ofPart(part))]),
  ];
}

function cover(id, cards, pages) {
  const text = (ko, en) => ({ ko: `${ko} ${cards}`, en: `${en} ${cards}` });
  const terms = (list) => list.map(([id, name]) => ({ id, name: both(name) }));
  return {
    id,
    name: text("지어낸 카드", "Generated"),
    title: text("지어낸 보고서, 카드", "A generated report, cards:"),
    subtitle: text("얼마나 빠른지 재려고 지어낸 카드", "Made up to measure speed, cards:"),
    publisher: text("아무도 아님, 카드", "Nobody, cards:"),
    rights: text("지어낸 글이라 누구나 써도 됩니다. 카드", "Made up; free to use. Cards:"),
    citation: text("지어낸 보고서, 카드", "A generated report, cards:"),
    brands: terms(BRANDS),
    audiences: terms(AUDIENCES),
    themes: terms(THEMES),
    published: "2022-05-24",
    period: { from: "2019-01", to: "2022-04" },
    pages,
  };
}

/** A part, opened by a sum of the main figures of its first cards. */
function chapter(no, cards) {
  const terms = cards.slice(0, 3);
  const sum = terms.reduce((sum, { figures: [main] }) => sum + Number(main.value), 0);
  const page = cards[0]?.page ?? 1;
  return {
    no,
    page,
    title: { ko: `${no}부 지어낸 이야기`, en: `Made-up story ${no}` },
    summary: { ko: "지어낸 카드를 모은 부입니다.", en: "A part of made-up cards." },
    headlines: [{
      id: "sum",
      label: { ko: "처음 카드의 합", en: "Sum of the first cards" },
      basis: { ko: "처음 카드의 큰 숫자를 더했습니다.", en: "The first cards' main figures, added." },
      value: String(sum),
      unit: "items",
      printed: [`${printed(sum)}개`],
      page,
      tally: { terms: terms.map(({ id }) => `${id}/figure-1`), remainder: "0" },
    }],
    cards,
  };
}

/** The card at this place; the cards before it need not be made. */
export function card(index, cards, pages) {
  const chance = new Chance(index);
  const place = chance.oneOf(PLACES);
  const [theme, subject] = chance.oneOf(SUBJECTS);
  const [, other] = chance.oneOf(SUBJECTS);
  const deed = chance.oneOf(DEEDS);
  const [audience, audienceName] = chance.oneOf(AUDIENCES);
  const [brand, brandName] = chance.oneOf(BRANDS);
  const [second] = chance.oneOf(BRANDS);
  const name = madeUpName(chance);
  const village = madeUpName(chance);
  const organisation = chance.oneOf(ORGANISATIONS);
  const [year, month, day] = [2019 + chance.below(4), 1 + chance.below(12), 1 + chance.below(28)];
  const times = 2 + chance.below(98);
  const brands = brand === second || chance.below(3) > 0 ? [brand] : [brand, second];
  const page = 1 + Math.floor((index * pages) / cards);
  const figures = Array.from({ length: 1 + chance.below(2) + chance.below(2) }, (_, index) => {
    const value = amount(chance);
    const [unit, counter] = chance.oneOf(UNITS);
    const label = both(chance.oneOf(DEEDS));
    return { id: `figure-${index + 1}`, label, value: String(value), unit, printed: [printed(value) + counter], page };
  });
  return {
    id: `card-${index}`,
    page,
    brands,
    audiences: [audience],
    themes: [theme],
    title: { ko: `${place[0]} ${subject[0]} ${deed[0]}`, en: `${subject[1]} ${deed[1]} in ${place[1]}` },
    printed_title: `${place[0]} ${subject[0]} ${deed[0]}`,
    summary: {
      ko: `${brandName[0]}에서 ${place[0]} ${audienceName[0]}에게 ${subject[0]} ${deed[0]}을 열었습니다. `
        + `${year}년 ${month}월부터 ${name[0]} ${organisation[0]}에서 하루 ${times}번 ${other[0]} 소식을 전했고, `
        + `${village[0]} 마을에도 알렸습니다.`,
      en: `${brandName[1]} opened ${subject[1]} ${deed[1]} for ${audienceName[1]} in ${place[1]}. `
        + `From month ${month} of ${year} on, ${name[1]} ${organisation[1]} passed on news of ${other[1]} `
        + `${times} times a day, and told the village of ${village[1]}.`,
    },
    dates: [{ from: `${year}-${pad(month)}-${pad(day)}`, to: null, what: both(deed) }],
    partners: [{ ko: `${name[0]} ${organisation[0]}`, en: `${name[1]} ${organisation[1]}` }],
    figures,
    see: index > 0 && index % 8 === 0 ? [`card-${new Chance(index * 3 + 1).below(index)}`] : [],
  };
}

/** A made-up name. Short ones are common; most of the longer ones stand on a single card. */
function madeUpName(chance) {
  const count = SYLLABLES.length;
  let rank = chance.below(1 + chance.below(count ** 3));
  const syllables = [];
  do {
    syllables.push(SYLLABLES[rank % count]);
    rank = Math.floor(rank / count);
  } while (syllables.length < 3 && (rank > 0 || syllables.length < 2));
  const latin = syllables.map(([, latin]) => latin).join("");
  return [syllables.map(([hangul]) => hangul).join(""), latin[0].toUpperCase() + latin.slice(1)];
}

/** A value of two to eleven digits, each length as likely. */
function amount(chance) {
  const least = 10 ** (1 + chance.below(10));
  return least + chance.below(9 * least);
}

/** As Korean documents print it: `22억9730만9797`. */
export function printed(value) {
  const groups = [[Math.floor(value / 1e8), "억"], [Math.floor(value / 1e4) % 1e4, "만"], [value % 1e4, ""]];
  return groups.filter(([count]) => count > 0).map(([count, name]) => `${count}${name}`).join("");
}

const both = ([ko, en]) => ({ ko, en });
const pad = (number) => String(number).padStart(2, "0");
