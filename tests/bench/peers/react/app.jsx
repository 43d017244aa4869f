/** The report as a plain React page: state in the component, memoised results, keyed cards. */
import { useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import report from "report";
import { find, toggle } from "../shared/search.js";
import { Card } from "./card.jsx";
import { Filters } from "./filters.jsx";

function App() {
  const [query, setQuery] = useState("");
  const [filters, setFilters] = useState({});
  const cards = useMemo(() => find(query, filters), [query, filters]);
  return (
    <main>
      <h1>{report.title}</h1>
      <input type="search" aria-label="검색" value={query} onChange={(event) => setQuery(event.target.value)} />
      <p role="status" data-result-count={cards.length}>카드 {cards.length}장</p>
      <div className="columns">
        <Filters cards={cards} filters={filters} onToggle={(facet, value) => setFilters(toggle(filters, facet, value))} />
        <ul className="cards">
          {cards.map((card) => <Card key={card.id} card={card} />)}
        </ul>
      </div>
    </main>
  );
}

createRoot(document.querySelector("#app")).render(<App />);
