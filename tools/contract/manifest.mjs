/**
 * The contract of `<report-widget>`, read from the comment beside its class in
 * `assets/element.js`, as a custom elements manifest.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

// The packages from npm are those of the tests.
const tests = createRequire(new URL("../../tests/package.json", import.meta.url));
const analyzer = tests.resolve("@custom-elements-manifest/analyzer/index.js");
const { create, ts } = await import(pathToFileURL(analyzer));

const SOURCE = new URL("../../assets/element.js", import.meta.url);

/** The name of an attribute as a property: `sync-url` is `syncUrl`. */
const property = (attribute) => attribute.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** What hosts have no business with. */
const is_public = (member) => member.privacy !== "private" && member.static !== true
  && !["connectedCallback", "disconnectedCallback", "adoptedCallback", "attributeChangedCallback"].includes(member.name);

/** The module that hosts load; every attribute is also listed as a property. */
export function manifest(source = readFileSync(SOURCE, "utf8")) {
  // Hosts know the module by the name that the delivery gives it.
  const file = ts.createSourceFile("report-widget.js", source, ts.ScriptTarget.ES2022, true);
  const manifest = create({ modules: [file] });
  const [module] = manifest.modules;
  module.declarations = module.declarations.filter((declaration) => declaration.customElement);
  const [element] = module.declarations;
  // What follows the first paragraph is for those who edit the source.
  [element.description] = element.description.split("\n\n");
  // What the analyzer guessed from the code is not promised.
  const promised = ({ description }) => description !== undefined;
  element.attributes = element.attributes.filter(promised);
  element.events = element.events.filter(promised);
  for (const attribute of element.attributes) attribute.fieldName = property(attribute.name);
  element.members = [
    ...element.attributes.map(({ name, fieldName, ...rest }) =>
      ({ kind: "field", name: fieldName, ...rest, attribute: name, reflects: true })),
    ...element.members.filter(is_public).filter((member) => member.kind === "method"),
  ];
  return manifest;
}

/** The one element of a manifest. */
export const element = (manifest) => manifest.modules[0].declarations[0];
