import { createSignal, onCleanup, onMount, Show } from "solid-js";
import { countUp } from "../shared/count-up.js";
import { format } from "../shared/number.js";

export function Counter(props) {
  let element;
  const [running, setRunning] = createSignal(null);
  onMount(() => onCleanup(countUp(element, props.id, Number(props.figure.value), setRunning)));
  return (
    <strong class="counter" ref={element}>
      <data value={props.figure.value}>{format(props.figure.value, props.figure.unit)}</data>
      <Show when={running() !== null}>
        <span class="running" aria-hidden="true">{format(running(), props.figure.unit)}</span>
      </Show>
    </strong>
  );
}
