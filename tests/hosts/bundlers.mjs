/**
 * Somebody's page that uses the npm package of the element: as it is, with an import map, and built by
 * Vite and webpack configured as docs/embedding.md says. Each gives the folder to be hosted.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "vite";
import webpack from "webpack";

const SCRIPT = 'import "report-widget";\n';
const page = (script) => `<!doctype html>
<html lang="ko">
<head>
  <meta charset="utf-8">
  <title>A page that is built</title>
  <link rel="icon" href="data:,">
  ${script}
</head>
<body><report-widget report="white-paper-2022"></report-widget></body>
</html>
`;

const write = (folder, files) =>
  Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));

/** webpack minifies what ends in .css, and the element accepts only the style sheet of its own build (docs/embedding.md). */
const SHEET_AS_IT_IS = { test: /report-widget\.css$/, type: "asset/resource", generator: { filename: "[hash].txt" } };

export const BUNDLERS = {
  /** No bundler: the package is hosted as it was installed. */
  async "an import map"(project) {
    const map = { imports: { "report-widget": "./node_modules/report-widget/report-widget.js" } };
    const scripts = `<script type="importmap">${JSON.stringify(map)}</script><script type="module" src="main.js"></script>`;
    await write(project, { "main.js": SCRIPT, "index.html": page(scripts) });
    return project;
  },

  async Vite(project) {
    await write(project, { "main.js": SCRIPT, "index.html": page('<script type="module" src="/main.js"></script>') });
    const out = join(project, "dist");
    await build({ root: project, base: "./", configFile: false, logLevel: "warn", build: { outDir: out } });
    return out;
  },

  async webpack(project) {
    const out = join(project, "dist");
    await mkdir(out);
    await write(project, { "main.js": SCRIPT, "dist/index.html": page('<script defer src="main.js"></script>') });
    const stats = await promisify(webpack)({
      mode: "production", context: project, entry: "./main.js", output: { path: out, filename: "main.js" },
      performance: { hints: false },
      module: { rules: [SHEET_AS_IT_IS] },
    });
    const { errors, warnings } = stats.toJson({ errors: true, warnings: true });
    if (errors.length || warnings.length) throw new Error([...errors, ...warnings].map(({ message }) => message).join("\n"));
    return out;
  },
};
