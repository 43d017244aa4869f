/** The report as a plain Solid page: signals, memoised results, keyed cards. */
import { createMemo, createSignal, For } from "solid-js";
import { render } from "solid-js/web";
import report from "report";
import { find, toggle } from "../shared/search.js";
import { Card } from "./card.jsx";
import { Filters } from "./filters.jsx";

function App() {
  const [query, setQuery] = createSignal("");
  const [filters, setFilters] = createSignal({});
  const cards = createMemo(() => find(query(), filters()));
  return (
    <main>
      <h1>{report.title}</h1>
      <input type="search" aria-label="검색" value={query()} onInput={(event) => setQuery(event.target.value)} />
      <p role="status" data-result-count={cards().length}>카드 {cards().length}장</p>
      <div class="columns">
        <Filters cards={cards()} filters={filters()} onToggle={(facet, value) => setFilters(toggle(filters(), facet, value))} />
        <ul class="cards">
          <For each={cards()}>{(card) => <Card card={card} />}</For>
        </ul>
      </div>
    </main>
  );
}

render(() => <App />, document.querySelector("#app"));
