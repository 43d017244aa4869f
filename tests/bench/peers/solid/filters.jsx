import { createMemo, For } from "solid-js";
import report from "report";
import { countValues } from "../shared/search.js";

export function Filters(props) {
  return (
    <div class="filters">
      <For each={report.facets}>{(facet) => {
        const counts = createMemo(() => countValues(props.cards, facet.id));
        return (
          <fieldset>
            <legend>{facet.name}</legend>
            <For each={facet.values}>{({ value, name }) => (
              <button
                type="button" data-facet={facet.id} data-value={value}
                aria-pressed={props.filters[facet.id]?.includes(value) ?? false}
                onClick={() => props.onToggle(facet.id, value)}
              >
                {name} {counts().get(value) ?? 0}
              </button>
            )}</For>
          </fieldset>
        );
      }}</For>
    </div>
  );
}
