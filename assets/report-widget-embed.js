/**
 * The "Embed" dialog: the lines that show the present view in another page, as
 * an element and as an iframe. Loaded when a reader asks for it.
 */
import { make, show } from "./report-widget-dialog.js";

const WORDS = {
  ko: {
    title: "내 페이지에 넣기",
    lead: "지금 보이는 화면을 그대로 보여 주는 코드입니다. 복사해서 페이지에 붙여 넣습니다.",
    element: "페이지에 바로 넣기 (권장)",
    frame: "iframe으로 넣기",
    note: "script 줄은 iframe의 높이를 내용에 맞춥니다. 스크립트를 쓸 수 없는 곳에서는 빼도 됩니다.",
    copy: "복사",
    copied: "복사했습니다",
    failed: "복사하지 못했습니다. 코드를 선택해서 복사하세요.",
    close: "닫기",
  },
  en: {
    title: "Embed this view",
    lead: "These lines show the view you see now. Copy them into your page.",
    element: "As an element (recommended)",
    frame: "As an iframe",
    note: "The script line gives the iframe the height of its content. Leave it out where scripts are not allowed.",
    copy: "Copy",
    copied: "Copied",
    failed: "Could not copy. Select the lines and copy them.",
    close: "Close",
  },
};

/** What of a view an attribute can tell, in the order in which it is written. */
const OF_THE_VIEW = ["report", "part", "query", "filters", "card"];

const STYLES = `
.embed section { display: grid; grid-template-columns: 1fr auto; gap: 8px 12px; align-items: center; }
.embed section button { flex: none; }
.embed label { font-weight: 650; }
.embed textarea { grid-column: 1 / -1; field-sizing: content; }
.embed section p { grid-column: 1 / -1; color: var(--_quiet); font-size: .9em; }
`;

/** The two snippets of a widget whose view is this query string. */
export function snippets(widget, view) {
  const root = widget.shadowRoot;
  const told = new URLSearchParams(view);
  const kept = (name) => widget.getAttribute(name);
  const attributes = [
    // The first report is the one that a view need not name.
    ["report", told.get("report") ?? root.querySelector("[data-report]")?.dataset.report],
    ["lang", root.querySelector(".widget").lang],
    ["theme", kept("theme")],
    ...OF_THE_VIEW.slice(1).map((name) => [name, told.get(name)]),
    ["motion", kept("motion")],
  ].filter(([, value]) => value);
  const title = root.querySelector("h2").textContent;
  const address = (file) => new URL(file, import.meta.url).href;
  const frame = `${address("embed.html")}?${new URLSearchParams(attributes)}`;
  return {
    element: `<script type="module" src="${quoted(address("report-widget.js"))}"></script>
<report-widget${attributes.map(([name, value]) => ` ${name}="${quoted(value)}"`).join("")}>
  <a href="${quoted(address("./"))}">${quoted(title)}</a>
</report-widget>`,
    frame: `<iframe src="${quoted(frame)}" title="${quoted(title)}" data-report-frame loading="lazy" width="100%" height="640" sandbox="allow-scripts allow-popups allow-downloads" allow="clipboard-write"></iframe>
<script src="${quoted(address("report-frame.js"))}" defer></script>`,
  };
}

/** Opens the dialog inside the widget; `copy` puts a text on the clipboard. */
export function open(widget, way, mounted, copy) {
  const words = WORDS[widget.shadowRoot.querySelector(".widget").lang];
  const status = make("p", { role: "status" });
  const parts = Object.entries(snippets(widget, mounted.view())).map(([name, text]) => {
    const area = make("textarea", { id: `embed-${name}`, readonly: "", spellcheck: "false", rows: 5 });
    area.value = text;
    const button = make("button", {
      type: "button", "data-snippet": name, "aria-describedby": `embed-${name}-label`,
    }, words.copy);
    button.addEventListener("click", async () => {
      status.textContent = "";
      status.textContent = (await copy(text, dialog)) ? words.copied : words.failed;
      button.focus();
    });
    const label = make("label", { for: `embed-${name}`, id: `embed-${name}-label` }, words[name]);
    return make("section", {}, label, button, area, ...(name === "frame" ? [make("p", {}, words.note)] : []));
  });
  const dialog = show(widget, way, {
    kind: "embed", title: words.title, close: words.close, styles: STYLES,
    content: [make("p", {}, words.lead), ...parts, status],
  });
  // By hand: a frame of another origin may not have it done by an attribute.
  dialog?.querySelector("[data-snippet]").focus();
}

const quoted = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
