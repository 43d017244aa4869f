/**
 * A dialog of the widget: a heading, what it offers, a message, and the focus
 * given back in the end. Loaded with the dialogs that readers ask for.
 */

const STYLES = `
.dialog {
  inline-size: min(100% - 16px, 46rem);
  max-block-size: min(100% - 16px, 60rem);
  margin: auto;
  padding: clamp(12px, 4vw, 32px);
  border: 1px solid var(--_field);
  border-radius: var(--_radius);
  overflow: auto;
  overscroll-behavior: contain;
}
.dialog::backdrop { background: rgb(0 0 0 / .55); }
.dialog header { display: flex; gap: 12px; align-items: start; justify-content: space-between; }
.dialog h2 { font-size: 1.4em; font-weight: 750; line-height: 1.3; padding-block: 8px; }
.dialog header button { flex: none; }
.dialog section { margin-block-start: 20px; }
.dialog textarea {
  inline-size: 100%;
  margin: 0;
  padding: 12px;
  border: 1px solid var(--_field);
  border-radius: calc(var(--_radius) / 2);
  background: var(--_raised);
  color: inherit;
  font: .85em / 1.5 ui-monospace, Menlo, Consolas, monospace;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  word-break: normal;
  resize: vertical;
  min-block-size: 7em;
}
.dialog [role=status] { min-block-size: 1.65em; margin-block-start: 12px; font-weight: 650; }
.dialog :focus-visible { outline: 3px solid var(--_text); outline-offset: 2px; }
@media print { .dialog { display: none; } }
`;

/**
 * Shows a dialog inside the widget, once: `kind` is its class, `title` and `close` its words,
 * `styles` its own rules, and `content` what stands in it. The message stays for the kind to fill.
 */
export function show(widget, way, { kind, title, close, styles, content }) {
  const root = widget.shadowRoot;
  const page = widget.ownerDocument.defaultView;
  const inside = root.querySelector(".inside");
  if (inside.querySelector("dialog")) return undefined;
  const opener = opened(root, way, page);
  const leave = make("button", { type: "button", class: "close" }, close);
  const heading = make("h2", { id: `${kind}-title` }, title);
  const dialog = make("dialog", {
    class: `widget dialog ${kind}`, lang: root.querySelector(".widget").lang,
    "aria-labelledby": heading.id, closedby: "any",
  }, make("header", {}, heading, leave), ...content);

  const sheet = new page.CSSStyleSheet();
  sheet.replaceSync(STYLES + styles);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  leave.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    opener?.focus();
  });
  inside.append(dialog);
  dialog.showModal();
  // Framed, the middle of the window may be far from the button that was pressed.
  if (page.parent !== page && opener) {
    const { top, height } = opener.getBoundingClientRect();
    const room = page.innerHeight - dialog.offsetHeight - 8;
    const place = Math.max(8, Math.min(top + (height - dialog.offsetHeight) / 2, room));
    sheet.insertRule(`.dialog{margin-block-start:${Math.round(place)}px}`, sheet.cssRules.length);
  }
  return dialog;
}

/** The button that was pressed: it has the focus, except in Safari, or else is on screen. */
function opened(root, way, page) {
  const buttons = [...root.querySelectorAll(`[data-go="${way}"]`)];
  return buttons.find((button) => button === root.activeElement) ?? buttons.find((button) => {
    const { top, bottom, width } = button.getBoundingClientRect();
    return width > 0 && bottom > 0 && top < page.innerHeight;
  });
}

/** An element with attributes and content. */
export function make(name, attributes, ...content) {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...content);
  return element;
}
