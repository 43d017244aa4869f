/**
 * What someone hears who does not see the page, as far as a test can know: the
 * browser's own accessibility tree, read from the top as sentences. No screen
 * reader is run here; each of them words things its own way.
 */

/** Roles that are said, in our words; whatever else there is only holds others. */
const SAID = {
  banner: "banner", button: "button", caption: "caption", complementary: "complementary", contentinfo: "contentinfo",
  dialog: "dialog", DisclosureTriangle: "disclosure", form: "form", heading: "heading", link: "link",
  combobox: "combobox", main: "main", navigation: "navigation", region: "region", search: "search",
  searchbox: "search field", status: "status", table: "table", textbox: "text field",
};
/** Roles that are read with their name, and whose inside is what they are named after. */
const WHOLE = new Set(["button", "heading", "link", "disclosure", "combobox", "search field", "text field"]);
/** Roles that end a sentence: what stands in two of them is not said in one breath. */
const BLOCKS = new Set([
  "caption", "cell", "DescriptionListDetail", "DescriptionListTerm", "definition", "term", "gridcell", "listitem",
  "LayoutTableCell", "paragraph", "rowheader", "DescriptionList", "list", "ListMarker",
]);

/** Everything heard inside an element of the widget, in order: `button "복사"`, `"1부"`. */
export async function heard(reader, selector) {
  const command = (name, given = {}) => reader.driver.sendAndGetDevToolsCommand(name, given);
  const { result } = await command("Runtime.evaluate", {
    expression: `document.querySelector("report-widget").shadowRoot.querySelector(${JSON.stringify(selector)})`,
  });
  if (!result.objectId) throw new Error(`there is no ${selector}`);
  const { nodes } = await command("Accessibility.queryAXTree", { objectId: result.objectId });
  const known = new Map(nodes.map((node) => [node.nodeId, node]));
  const children = new Map(nodes.map((node) => [node.nodeId, []]));
  const roots = [];
  for (const node of nodes) (children.get(node.parentId) ?? roots).push(node);
  return sentences(roots, (node) => node.childIds?.map((id) => known.get(id)).filter(Boolean) ?? children.get(node.nodeId));
}

function sentences(roots, inside) {
  const said = [];
  let words = "";
  const end = () => {
    if (words.trim()) said.push(`"${plain(words)}"`);
    words = "";
  };
  const hear = (node) => {
    const role = node.ignored ? undefined : node.role?.value;
    const name = plain(node.name?.value ?? "");
    // A group without a name, such as every <details>, is not worth a word.
    const spoken = role === "group" && name ? role : SAID[role];
    if (role === "StaticText") words += node.name.value;
    else if (role === "InlineTextBox") return;
    else if (spoken) {
      end();
      said.push([spoken + level(node), name && `"${name}"`, ...states(node)].filter(Boolean).join(" "));
      if (WHOLE.has(spoken)) return;
      inside(node).forEach(hear);
      end();
    } else {
      if (BLOCKS.has(role)) end();
      inside(node).forEach(hear);
      if (BLOCKS.has(role)) end();
    }
  };
  roots.forEach(hear);
  end();
  return said;
}

const plain = (text) => text.replace(/\s+/g, " ").trim();
const property = (node, name) => node.properties?.find((property) => property.name === name)?.value.value;
const level = (node) => (property(node, "level") ? ` ${property(node, "level")}` : "");
function states(node) {
  const states = [];
  const pressed = property(node, "pressed");
  if (pressed !== undefined) states.push(pressed === "true" ? "pressed" : "not pressed");
  const expanded = property(node, "expanded");
  if (expanded !== undefined) states.push(expanded ? "open" : "closed");
  if (node.value?.value) states.push(`is "${node.value.value}"`);
  return states;
}
