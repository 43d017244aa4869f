import { For, Show } from "solid-js";
import { format } from "../shared/number.js";
import { Counter } from "./counter.jsx";

export function Card(props) {
  const main = () => props.card.figures[0];
  return (
    <li class="card" data-card={props.card.id} data-page={props.card.page}>
      <details>
        <summary>
          <h2>{props.card.title}</h2>
          <p>{props.card.brands.join(", ")}</p>
          <Show when={main()}><p>{main().label} <Counter id={props.card.id} figure={main()} /></p></Show>
        </summary>
        <Body card={props.card} />
      </details>
    </li>
  );
}

function Body(props) {
  return (
    <>
      <p>{props.card.summary}</p>
      <dl>
        <For each={props.card.figures}>{({ label, value, unit, note }) => (
          <div>
            <dt>{label}</dt>
            <dd><data value={value}>{format(value, unit)}</data></dd>
            <Show when={note}><dd>{note}</dd></Show>
          </div>
        )}</For>
      </dl>
      <ul><For each={props.card.dates}>{({ from, to, what }) => <li>{from}{to !== from && ` – ${to ?? ""}`}: {what}</li>}</For></ul>
      <Show when={props.card.partners.length}><p>{props.card.partners.join(", ")}</p></Show>
      <p>{props.card.page}쪽</p>
    </>
  );
}
