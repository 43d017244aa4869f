/** The contract as TypeScript: what editors complete, and compilers check. */

const comment = (indent, text) => `${indent}/** ${text} */\n`;

/** What can be written into a property, beside `null` for "as if it were absent". */
const WRITTEN = { number: "number | string" };

/**
 * Every element has a `part` of its own, a list of names; ours takes its place, which no type can
 * say but `any`.
 */
const READ = { part: "any" };

function property({ name, attribute, type, default: value, description }) {
  const about = comment("  ", value ? `${description} Default: \`${value}\`.` : description);
  if (type.text === "boolean") return `${about}  ${name}: boolean;\n`;
  // HTMLElement has it already.
  if (name === "lang") return "";
  const spaced = type.text.replaceAll("|", " | ");
  return `${about}  get ${name}(): ${READ[name] ?? "string | null"};\n  set ${name}(value: ${WRITTEN[spaced] ?? spaced} | null | undefined);\n`;
}

function method({ name, description, parameters = [], return: returned }) {
  const given = parameters.map(({ name, type }) => `${name}: ${type.text}`).join(", ");
  return `${comment("  ", description)}  ${name}(${given}): ${returned.type.text};\n`;
}

export function types(element) {
  const fields = element.members.filter((member) => member.kind === "field");
  const methods = element.members.filter((member) => member.kind === "method");
  const events = element.events.map(({ name, type, description }) =>
    `${comment("  ", description)}  ${JSON.stringify(name)}: ${type.text};\n`);
  const attributes = element.attributes.map(({ name, type, description }) =>
    `${comment("  ", description)}  ${JSON.stringify(name)}?: ${type.text === "boolean" ? "boolean | \"\"" : (WRITTEN[type.text] ?? type.text.replaceAll("|", " | "))};\n`);
  return `// Generated from the comment beside the class in assets/element.js.

/** ${element.description} */
export interface ReportWidget extends HTMLElement {
${fields.map(property).join("")}${methods.map(method).join("")}}

/** The attributes, as markup and templates write them. */
export interface ReportWidgetAttributes {
${attributes.join("")}}

/** The events, by their names; they bubble. */
export interface ReportWidgetEvents {
${events.join("")}}

declare global {
  interface HTMLElementTagNameMap {
    "report-widget": ReportWidget;
  }
  interface HTMLElementEventMap extends ReportWidgetEvents {}
  interface DocumentEventMap extends ReportWidgetEvents {}
  interface WindowEventMap extends ReportWidgetEvents {}
}
`;
}
