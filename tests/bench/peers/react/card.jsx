import { memo } from "react";
import { format } from "../shared/number.js";
import { Counter } from "./counter.jsx";

export const Card = memo(function Card({ card }) {
  const main = card.figures[0];
  return (
    <li className="card" data-card={card.id} data-page={card.page}>
      <details>
        <summary>
          <h2>{card.title}</h2>
          <p>{card.brands.join(", ")}</p>
          {main && <p>{main.label} <Counter id={card.id} figure={main} /></p>}
        </summary>
        <Body card={card} />
      </details>
    </li>
  );
});

function Body({ card }) {
  return (
    <>
      <p>{card.summary}</p>
      <dl>
        {card.figures.map(({ id, label, value, unit, note }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd><data value={value}>{format(value, unit)}</data></dd>
            {note && <dd>{note}</dd>}
          </div>
        ))}
      </dl>
      <ul>{card.dates.map(({ from, to, what }) => <li key={what}>{from}{to !== from && ` – ${to ?? ""}`}: {what}</li>)}</ul>
      {card.partners.length > 0 && <p>{card.partners.join(", ")}</p>}
      <p>{card.page}쪽</p>
    </>
  );
}
