/**
 * Checks and bundles reports beside the page, so that the page stays usable. Each message is one task;
 * every answer has a `kind`.
 */
import init, { Bundle, Report, newWorkbook } from "./report-authoring.js";

/** What the preview loads of a bundle; the rest is in the delivery around the studio. */
const PREVIEW = [
  "report-widget_bg.wasm", "report-widget-charts-ko.json", "report-widget-charts-en.json", "report-widget-search.txt",
];

const started = init();
let template;

const TASKS = {
  create() {
    answer_file("report.xlsx", newWorkbook());
  },
  async check({ files, lang }) {
    const report = await read(files, lang);
    const { id } = report;
    const bundle = await bundled(report, "", true);
    postMessage({ kind: "checked", id, files: PREVIEW.map((name) => ({ name, bytes: bundle.file(name) })) });
    bundle.free();
  },
  async zip({ files, lang, address }) {
    const report = await read(files, lang);
    const name = `${report.id}.zip`;
    answer_file(name, (await bundled(report, address, false)).zip());
  },
  async single({ files, lang }) {
    const report = await read(files, lang);
    const name = `${report.id}.html`;
    answer_file(name, (await bundled(report, "", false)).file("report-widget.html"));
  },
  async workbook({ files, lang }) {
    const report = await read(files, lang);
    answer_file(`${report.id}.xlsx`, report.workbook());
  },
};

addEventListener("message", async ({ data }) => {
  try {
    await started;
    await TASKS[data.task](data);
  } catch (error) {
    postMessage(error?.problems ? { kind: "problems", problems: error.problems } : { kind: "failed", message: String(error) });
  }
});

async function read(files, lang) {
  const contents = files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }));
  return Report.read(await Promise.all(contents), lang);
}

async function bundled(report, address, preview) {
  template ??= await fetch_bytes("template.zip");
  return new Bundle(template, [report], address, preview, (done, total) => postMessage({ kind: "step", done, total }));
}

async function fetch_bytes(name) {
  const response = await fetch(new URL(name, import.meta.url));
  if (!response.ok) throw new Error(`${name} was answered with status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

function answer_file(name, bytes) {
  postMessage({ kind: "file", name, bytes });
}
