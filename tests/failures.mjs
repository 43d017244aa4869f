/**
 * A reporter of Node's tests that writes down the failures and nothing else, for the end of a long
 * run: which file, which sentence, and what its error says. A failure begins at the margin, what is
 * said of it is indented.
 */
import { relative, resolve } from "node:path";

/** Of a long comparison the beginning is enough; all of it is printed where the test ran. */
const [LINES, LETTERS] = [12, 200];

export default async function* failures(events) {
  /** What a file said on its standard error, which is all that is known of one that crashed. */
  const said = new Map();
  /** The test that a file began last. */
  const begun = new Map();
  for await (const { type, data } of events) {
    if (type === "test:dequeue" && !is_the_file(data)) begun.set(data.file, data.name);
    if (type === "test:stderr") said.set(data.file, (said.get(data.file) ?? "") + data.message);
    // A test that fails for its parts alone is reported by these.
    if (type !== "test:fail" || data.details.error.failureType === "subtestsFailed") continue;
    const { file, name, details: { error: { message, cause } } } = data;
    yield is_the_file(data)
      ? entry(file, itself(begun.get(file)), `${cause?.message ?? message}\n${said.get(file) ?? ""}`)
      : entry(file, name, cause?.message ?? message);
  }
}

/** A file that hung or crashed fails under its own name. */
const is_the_file = ({ file, name }) => resolve(name) === file;

const itself = (test) => (test ? `the file itself, after it began "${test}"` : "the file itself");

function entry(file, sentence, reason) {
  const lines = reason.split("\n").filter((line) => line.trim() && !/^\s+at /.test(line));
  const shown = lines.slice(0, LINES).map((line) => `    ${line.slice(0, LETTERS)}\n`);
  return `${relative("", file).replaceAll("\\", "/")}: ${sentence}\n${shown.join("")}`;
}
