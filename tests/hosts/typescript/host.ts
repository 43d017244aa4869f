/** A page that embeds a report, as TypeScript reads it. What is wrong must be refused. */
import type { ReportWidget, ReportWidgetAttributes } from "../../../assets/report-widget.d.ts";

const widget: ReportWidget = document.createElement("report-widget");
widget.report = "white-paper-2022";
widget.lang = "en";
widget.theme = "dark";
widget.part = 2;
widget.part = "2";
widget.query = null;
widget.syncUrl = true;
const words: string | null = widget.query;
document.body.append(widget);

widget.show({ part: 2, card: null, query: "masks", filters: "theme:masks" });
const csv: string = await widget.toCSV();
for (const { value, part, printed, note } of await widget.toJSON()) {
  console.log(value.length, part.toFixed(), printed.join(), note?.length, csv, words);
}

widget.addEventListener("report-ready", ({ detail }) => console.log(detail.version.length, detail.cards.toFixed()));
document.addEventListener("report-change", ({ detail }) => console.log(detail.part?.toFixed(), detail.card?.length));
addEventListener("report-error", ({ detail: { code } }) => console.log(code === "wasm-missing"));
const found: ReportWidget | null = document.querySelector("report-widget");
found?.scrollIntoView();

export const attributes: ReportWidgetAttributes = { "report": "story-2021", "sync-url": "", "part": 2 };

// @ts-expect-error there is no such theme
widget.theme = "sepia";
// @ts-expect-error a view has no theme
widget.show({ theme: "dark" });
// @ts-expect-error a part is a number
widget.show({ part: true });
// @ts-expect-error the table is promised, not given
const rows: unknown[] = widget.toJSON();
// @ts-expect-error values are exact decimal strings, not numbers
const value: number = (await widget.toJSON())[0]!.value;
// @ts-expect-error no report is known by a number
widget.report = 2022;
// @ts-expect-error the detail has no such key
widget.addEventListener("report-change", ({ detail }) => detail.cards);
// @ts-expect-error there is no such code
addEventListener("report-error", ({ detail }) => detail.code === "wasm-late");
// @ts-expect-error there is no such attribute
export const wrong: ReportWidgetAttributes = { "syncUrl": true };
export { rows, value };
