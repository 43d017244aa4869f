/** The command `report-widget`, as report teams run it. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const ROOT = new URL("../../", import.meta.url).pathname;

/** Without a program inside the command, so that the one that was built last is taken. */
const COMMAND = ["run", "--quiet", "--package", "report-cli", "--no-default-features", "--"];
const TEMPLATE = ["--template", `${process.env.CARGO_TARGET_DIR ?? `${ROOT}target`}/template`];

export async function report_widget(...words) {
  const own = ["build", "serve"].includes(words[0]) ? TEMPLATE : [];
  const { stdout } = await promisify(execFile)("cargo", [...COMMAND, ...words, ...own], { cwd: ROOT });
  return stdout;
}
