/** Stands for a report: sends its height, and the places it is asked to lead to. */
parent.postMessage({ type: "report-widget:height", height: 5000, title: "Place" }, "*");
addEventListener("message", ({ data }) => {
  if (data.top !== undefined) parent.postMessage({ type: "report-widget:place", top: data.top }, "*");
});
