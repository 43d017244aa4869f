import report from "report";
import { countValues } from "../shared/search.js";

export function Filters({ cards, filters, onToggle }) {
  return (
    <div className="filters">
      {report.facets.map((facet) => {
        const counts = countValues(cards, facet.id);
        return (
          <fieldset key={facet.id}>
            <legend>{facet.name}</legend>
            {facet.values.map(({ value, name }) => (
              <button
                key={value} type="button" data-facet={facet.id} data-value={value}
                aria-pressed={filters[facet.id]?.includes(value) ?? false}
                onClick={() => onToggle(facet.id, value)}
              >
                {name} {counts.get(value) ?? 0}
              </button>
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}
