/** The command `report-widget`, as report teams run it. */
import { execFile } from "node:child_process";

export const ROOT = new URL("../../", import.meta.url).pathname;

/** Without a program inside the command, so that the one that was built last is taken. */
const COMMAND = ["run", "--quiet", "--package", "report-cli", "--no-default-features", "--"];
const TEMPLATE = ["--template", `${process.env.CARGO_TARGET_DIR ?? `${ROOT}target`}/template`];

/** The exit code of the command, and what it printed. */
export function native_command(words) {
  const own = ["build", "serve"].includes(words[0]) ? TEMPLATE : [];
  return new Promise((done) => execFile("cargo", [...COMMAND, ...words, ...own], { cwd: ROOT }, (error, out, messages) =>
    done({ code: error ? error.code : 0, out, messages })));
}

/** What the command printed; it has to end well. */
export async function report_widget(...words) {
  const { code, out, messages } = await native_command(words);
  if (code !== 0) throw new Error(`report-widget ${words.join(" ")}: ${messages}`);
  return out;
}
