/** The contract as tables in Markdown, between `<!-- contract: name -->` and `<!-- /contract -->`. */

const code = (text) => `\`${text}\``;
const cell = (text) => text.replaceAll("|", "\\|");
const table = (head, rows) => [head, head.map(() => "---"), ...rows]
  .map((row) => `| ${row.map(cell).join(" | ")} |\n`).join("");

/** The values of an attribute, in words. */
function values({ text }) {
  if (text === "boolean") return "present or absent";
  if (text === "number") return "a number";
  if (text === "string") return "text";
  return text.split("|").map((value) => code(JSON.parse(value))).join(", ");
}

/** The keys of an event's detail: `{report, version, cards}`. */
function detail({ text }) {
  const keys = [...text.matchAll(/(\w+):/g)].map(([, key]) => key);
  return code(`{${keys.join(", ")}}`);
}

const call = ({ name, parameters = [] }) =>
  code(`${name}(${parameters.map(({ type }) => type.text.replace(/\??:[^,}]*/g, "")).join(", ")})`);

const TABLES = {
  attributes: ({ attributes }) => table(["attribute", "values", "default", "what it does"],
    attributes.map(({ name, type, default: value, description }) =>
      [code(name), values(type), value ? code(value) : "none", description])),
  events: ({ events }) => table(["event", "`detail`", "when"],
    events.map(({ name, type, description }) => [code(name), detail(type), description])),
  methods: ({ members }) => table(["method", "gives", "what it does"],
    members.filter(({ kind }) => kind === "method").map((method) =>
      [call(method), code(method.return.type.text.replace(/\{.*\}/s, "{…}")), method.description])),
  parts: ({ cssParts }) => table(["part", "what it is"],
    cssParts.map(({ name, description }) => [code(name), description])),
  properties: ({ cssProperties }) => table(["custom property", "default", "what it sets"],
    cssProperties.map(({ name, default: value, description }) => [code(name), value, description])),
};

/** A page with its tables written anew; a page that lacks a mark's end is refused. */
export function with_tables(page, element) {
  const marks = page.match(/<!-- contract: /g)?.length ?? 0;
  let written = 0;
  const whole = page.replace(/(<!-- contract: (\w+) -->\n)[^]*?(<!-- \/contract -->)/g, (_, begin, name, end) => {
    if (!TABLES[name]) throw new Error(`there is no table "${name}"`);
    written += 1;
    return `${begin}\n${TABLES[name](element)}\n${end}`;
  });
  if (marks === 0 || written !== marks) throw new Error(`${written} of ${marks} tables are marked as they should be`);
  return whole;
}
