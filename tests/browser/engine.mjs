/**
 * The engine that the tests run in: Chromium, unless `REPORT_WIDGET_ENGINE`
 * names another. Each has a file of its own with the same words, which says what
 * its driver cannot do.
 *
 * Where no driver can read the console, pages write it down: an ear is the
 * first script of every page that our servers send.
 */
import { fileURLToPath } from "node:url";

const ENGINES = ["chromium", "firefox", "webkit"];
/** The name of the engine. */
export const ENGINE = process.env.REPORT_WIDGET_ENGINE || ENGINES[0];
if (!ENGINES.includes(ENGINE)) throw new Error(`there is no engine "${ENGINE}", only ${ENGINES.join(", ")}`);

/** What texts look like and which day it is may not depend on the machine; browsers inherit it. */
Object.assign(process.env, {
  FONTCONFIG_FILE: fileURLToPath(new URL("fonts.conf", import.meta.url)),
  TZ: "Asia/Seoul",
  LANG: "C.UTF-8",
  LC_ALL: "C.UTF-8",
});

export const { start_browser, EAR } = await import(`./${ENGINE}.mjs`);

/** The path of the ear on every server. */
export const EAR_PATH = "/ear.js";

/** A page as a browser gets it; `request` is what it asked. */
export function page_with_ear(html, request) {
  // A service worker asks for a page as for any file, and gets what was built.
  const is_for_reading = request.headers.accept?.includes("text/html");
  return EAR && is_for_reading ? put_first(html, `<script src="${EAR_PATH}"></script>`) : html;
}

/** A page as a file: what stands before its policy is not refused by it. */
export function file_with_ear(html) {
  return EAR ? put_first(html, `<script>${EAR}</script>`) : html;
}

/** A page with a script before all others. */
export function put_first(html, script) {
  const text = String(html);
  const start = '<meta charset="utf-8">';
  if (!text.includes(start)) throw new Error(`a page without ${start} has no place for a first script`);
  return Buffer.from(text.replace(start, (start) => start + script));
}
