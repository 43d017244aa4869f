/** A React page that embeds a report: React 19 sets properties, and listens to events by their names. */
import { useState } from "react";
import { createRoot } from "react-dom/client";

function App() {
  const [shown, show] = useState(true);
  const [query, look_for] = useState("");
  const [received, setReceived] = useState("");
  return (
    <>
      <button id="mount" onClick={() => show(!shown)}>mount</button>
      <button id="masks" onClick={() => look_for("마스크")}>masks</button>
      <output id="received">{received}</output>
      {shown && (
        <report-widget
          report="white-paper-2022" lang="en" query={query} loading="eager"
          onreport-ready={({ detail }) => setReceived(`ready ${detail.cards}`)}
          onreport-change={({ detail }) => { look_for(detail.query); setReceived(`${detail.query} ${detail.count}`); }}
        >
          <a href="report.pdf">The report</a>
        </report-widget>
      )}
    </>
  );
}

createRoot(document.querySelector("#app")).render(<App />);
