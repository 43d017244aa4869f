/**
 * Builds the pages of `tests/hosts/` as their own tools would: each framework's
 * compiler, and one bundler. Gives the script of the page.
 */
import { readFile } from "node:fs/promises";
import { build } from "esbuild";
import { compile } from "svelte/compiler";
import { compileScript, parse } from "vue/compiler-sfc";

/** Where each page begins, and what mounts it. */
const STARTS = {
  react: 'import "./react/app.jsx";',
  vue: 'import { createApp } from "vue"; import App from "./vue/app.vue"; createApp(App).mount("#app");',
  svelte: 'import { mount } from "svelte"; import App from "./svelte/app.svelte"; mount(App, { target: document.querySelector("#app") });',
};

const COMPILERS = {
  vue(source, filename) {
    const { descriptor } = parse(source, { filename });
    const isCustomElement = (tag) => tag.includes("-");
    const templateOptions = { compilerOptions: { isCustomElement } };
    return compileScript(descriptor, { id: filename, inlineTemplate: true, templateOptions }).content;
  },
  svelte: (source, filename) => compile(source, { filename, generate: "client" }).js.code,
};

const compilers = {
  name: "the frameworks' compilers",
  setup({ onLoad }) {
    for (const [ending, compile] of Object.entries(COMPILERS)) {
      onLoad({ filter: new RegExp(`\\.${ending}$`) }, async ({ path }) =>
        ({ contents: compile(await readFile(path, "utf8"), path), loader: "js" }));
    }
  },
};

export async function built(framework) {
  const { outputFiles: [script] } = await build({
    stdin: { contents: STARTS[framework], resolveDir: new URL(".", import.meta.url).pathname },
    bundle: true,
    format: "esm",
    jsx: "automatic",
    minify: true,
    write: false,
    logLevel: "silent",
    define: {
      "process.env.NODE_ENV": '"production"', __VUE_OPTIONS_API__: "false",
      __VUE_PROD_DEVTOOLS__: "false", __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
    },
    plugins: [compilers],
  });
  return script.text;
}
