/** A React page, as TypeScript reads it, with the declaration that docs/embedding.md gives. */
import type { ReportWidgetAttributes, ReportWidgetEvents } from "../../../assets/report-widget.d.ts";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "report-widget": ReportWidgetAttributes & Omit<HTMLAttributes<HTMLElement>, "part">
        & { "onreport-change"?: (event: ReportWidgetEvents["report-change"]) => void };
    }
  }
}

export const page = (
  <report-widget report="story-2021" lang="en" part={2} sync-url="" className="wide"
    onreport-change={({ detail }) => console.log(detail.count.toFixed())}>
    <a href="report.pdf">The report</a>
  </report-widget>
);
// @ts-expect-error there is no such theme
export const wrong = <report-widget theme="sepia" />;
