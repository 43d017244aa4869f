/** The report as a page of one language needs it: every text resolved, all cards in one list. */
import { readdirSync, readFileSync } from "node:fs";

const REPORTS = new URL("../../../assets/reports/", import.meta.url);

export function report(id, lang) {
  const folder = new URL(`${id}/`, REPORTS);
  const read = (file) => JSON.parse(readFileSync(new URL(file, folder), "utf8"));
  const { title, brands, audiences, themes } = read("report.json");
  const parts = readdirSync(folder).filter((file) => /^part-\d+\.json$/.test(file)).map(read).sort((a, b) => a.no - b.no);
  const values = (named) => named.map(({ id, name }) => ({ value: id, name: name[lang] }));
  const name = (named, id) => named.find((one) => one.id === id).name[lang];
  return {
    title: title[lang],
    facets: [
      { id: "part", name: "부", values: parts.map(({ no, title }) => ({ value: String(no), name: title[lang] })) },
      { id: "brand", name: "서비스", values: values(brands) },
      { id: "audience", name: "대상", values: values(audiences) },
      { id: "theme", name: "주제", values: values(themes) },
    ],
    cards: parts.flatMap(({ no, cards }) => cards.map((card) => ({
      id: card.id,
      page: card.page,
      title: card.title[lang],
      brands: card.brands.map((id) => name(brands, id)),
      summary: card.summary[lang],
      partners: card.partners.map((partner) => partner[lang]),
      dates: card.dates.map(({ from, to, what }) => ({ from, to, what: what[lang] })),
      figures: card.figures.map(({ id, label, value, unit, printed, page, note }) =>
        ({ id, label: label[lang], value, unit, printed: printed[0], page, note: note?.[lang] })),
      facets: { part: [String(no)], brand: card.brands, audience: card.audiences, theme: card.themes },
    }))),
  };
}
