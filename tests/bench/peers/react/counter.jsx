import { useEffect, useRef, useState } from "react";
import { countUp } from "../shared/count-up.js";
import { format } from "../shared/number.js";

export function Counter({ id, figure: { value, unit } }) {
  const element = useRef(null);
  const [running, setRunning] = useState(null);
  useEffect(() => countUp(element.current, id, Number(value), setRunning), [id, value]);
  return (
    <strong className="counter" ref={element}>
      <data value={value}>{format(value, unit)}</data>
      {running !== null && <span className="running" aria-hidden="true">{format(running, unit)}</span>}
    </strong>
  );
}
