/**
 * Builds the pages to compare with, as their own tools would for production: `node build.mjs FOLDER`
 * writes FOLDER/react and FOLDER/solid, with Brotli copies beside the files, as a good host has them.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { solidPlugin } from "esbuild-plugin-solid";
import { report } from "./report.mjs";

const SOURCES = fileURLToPath(new URL(".", import.meta.url));
const PLUGINS = { react: [], solid: [solidPlugin()] };

/** `import report from "report"`: the data are part of the bundle, as they are in ours. */
const report_plugin = {
  name: "report",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^report$/ }, () => ({ path: "report", namespace: "report" }));
    onLoad({ filter: /./, namespace: "report" }, () =>
      ({ contents: JSON.stringify(report("white-paper-2022", "ko")), loader: "json" }));
  },
};

const out = process.argv[2];
if (!out) throw new Error("which folder?");
for (const [peer, plugins] of Object.entries(PLUGINS)) {
  const folder = join(out, peer);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: { app: join(SOURCES, peer, "app.jsx"), page: join(SOURCES, "shared/page.css") },
    outdir: folder,
    bundle: true,
    format: "esm",
    jsx: "automatic",
    minify: true,
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [report_plugin, ...plugins],
    logLevel: "warning",
  });
  copyFileSync(join(SOURCES, "shared/index.html"), join(folder, "index.html"));
  for (const file of readdirSync(folder)) {
    writeFileSync(join(folder, `${file}.br`), brotliCompressSync(readFileSync(join(folder, file))));
  }
}
