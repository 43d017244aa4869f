/**
 * Checks and bundles reports beside the page, so that the page stays usable. Each message is one task;
 * every answer has a `kind`.
 */

/** What the preview loads of a bundle; the rest is in the delivery around the studio. */
const PREVIEW = [
  "report-widget_bg.wasm", "report-widget-charts-ko.json", "report-widget-charts-en.json", "report-widget-search.txt",
];

/*
 * No static import: the service worker asks who loads a file, and Firefox answers that of a worker only once its
 * script has run.
 */
const program = import("./report-authoring.js").then(async (module) => {
  await module.default();
  return module;
});
let template;

const TASKS = {
  async create() {
    const { newWorkbook } = await program;
    answer_file("report.xlsx", newWorkbook());
  },
  async check({ files, lang }) {
    await answer_checked(await read(files, lang), lang);
  },
  async zip({ files, lang, address }) {
    const intake = await read(files, lang);
    if (!intake.isReady) return answer_checked(intake, lang);
    const [{ id }] = intake.reports();
    return answer_file(`${id}.zip`, (await bundled(intake, lang, address, false)).zip());
  },
  async single({ files, lang }) {
    const intake = await read(files, lang);
    if (!intake.isReady) return answer_checked(intake, lang);
    const [{ id }] = intake.reports();
    return answer_file(`${id}.html`, (await bundled(intake, lang, "", false)).file("report-widget.html"));
  },
  async workbook({ files, lang, report }) {
    const intake = await read(files, lang);
    const found = intake.reports().find(({ id }) => id === report);
    return found ? answer_file(`${report}.xlsx`, found.workbook()) : answer_checked(intake, lang);
  },
};

addEventListener("message", async ({ data }) => {
  try {
    await TASKS[data.task](data);
  } catch (error) {
    postMessage({ kind: error?.problems ? "refused" : "failed", message: error?.problems?.join(" ") ?? String(error) });
  }
});

async function read(files, lang) {
  // A browser does not read a file that has changed since it was dropped.
  const bytes_of = (file) => file.arrayBuffer().then((buffer) => new Uint8Array(buffer), () => null);
  const contents = files.map(async ({ path, drop, file }) => ({ path, drop, bytes: await bytes_of(file) }));
  const { Intake } = await program;
  return Intake.read(await Promise.all(contents), lang);
}

/** What was found in the files, with what the preview needs if nothing is wrong. */
async function answer_checked(intake, lang) {
  const bundle = intake.isReady ? await bundled(intake, lang, "", true) : undefined;
  const files = bundle && PREVIEW.map((name) => ({ name, bytes: bundle.file(name) }));
  postMessage({ kind: "checked", ...intake.sources(), files });
  bundle?.free();
}

async function bundled(intake, lang, address, preview) {
  const { Bundle } = await program;
  template ??= await fetch_bytes("template.zip");
  const post_progress = (done, total) => postMessage({ kind: "step", done, total });
  return new Bundle(template, intake.reports(), lang, address, preview, post_progress, intake.pictures());
}

async function fetch_bytes(name) {
  const response = await fetch(new URL(name, import.meta.url));
  if (!response.ok) throw new Error(`${name} was answered with status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

function answer_file(name, bytes) {
  postMessage({ kind: "file", name, bytes });
}
