/** Finding, as most pages do it: each word is a part of the card's text, in any case. */
import report from "report";

const texts = new Map(report.cards.map((card) => [card.id, text(card).toLowerCase()]));

/** The cards that hold every word and have a wanted value of every facet that is filtered by. */
export function find(query, filters) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return report.cards.filter((card) => {
    const found = texts.get(card.id);
    return words.every((word) => found.includes(word)) && has(card, filters);
  });
}

/** How many of these cards have each value of a facet. */
export function countValues(cards, facet) {
  const counts = new Map();
  for (const value of cards.flatMap((card) => card.facets[facet])) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Filters are `{ brand: ["kakaotalk"], theme: [] }`; this adds a value or takes it away. */
export function toggle(filters, facet, value) {
  const values = filters[facet] ?? [];
  return { ...filters, [facet]: values.includes(value) ? values.filter((one) => one !== value) : [...values, value] };
}

function has(card, filters) {
  return Object.entries(filters).every(([facet, values]) =>
    values.length === 0 || values.some((value) => card.facets[facet].includes(value)));
}

function text({ title, brands, summary, partners, figures, dates }) {
  return [
    title, ...brands, summary, ...partners,
    ...figures.flatMap(({ label, printed }) => [label, printed]),
    ...dates.map(({ from, what }) => `${from} ${what}`),
  ].join(" ");
}
