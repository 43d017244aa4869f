/**
 * A page of someone else that embeds the widget: the bundle, as
 * `REPORT_WIDGET_URL` serves it, and small pages around it, on one origin.
 * The first folder of an address says what is wrong with the host.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";

const PAGES = new URL("pages/", import.meta.url);
const TYPES = { html: "text/html; charset=utf-8", js: "text/javascript; charset=utf-8" };
const WASM = "report-widget_bg.wasm";

/** The strictest policy under which the widget promises to work. */
const STRICT = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'",
  "img-src 'self' data:", "connect-src 'self'", "base-uri 'none'", "form-action 'none'",
];

/** What can be wrong with a host: its policy, and what it does to the program. */
const HOSTS = {
  "sound": {},
  "refuses-wasm": { policy: STRICT.map((rule) => rule.replace(" 'wasm-unsafe-eval'", "")) },
  "lacks-wasm": { program: (answer) => ({ ...answer, status: 404, body: Buffer.alloc(0) }) },
  "names-wasm-wrongly": { program: (answer) => ({ ...answer, type: "application/octet-stream" }) },
  "cuts-wasm-short": {
    program: (answer) => ({ ...answer, body: answer.body.subarray(0, answer.body.length / 2) }),
  },
};

/** Starts the host; `page(body, options)` gives the address of a page with that body. */
export async function open_host() {
  const bundle = process.env.REPORT_WIDGET_URL;
  if (!bundle) {
    throw new Error("REPORT_WIDGET_URL is not set; run `cargo xtask test --only browser`");
  }
  const bodies = [];
  const template = await readFile(new URL("host.html", PAGES), "utf8");

  const answer = async (path, faults) => {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const number = /^page-(\d+)\.html$/.exec(name)?.[1];
    if (number !== undefined) {
      const { body, lang, program } = bodies[number];
      const page = template
        .replace("{lang}", lang)
        .replace("{program}", program ? '<script type="module" src="report-widget.js"></script>' : "")
        .replace("{body}", body);
      const policy = (faults.policy ?? STRICT).join("; ");
      return { status: 200, type: TYPES.html, policy, body: Buffer.from(page) };
    }
    if (/^[a-z-]+\.js$/.test(name) && !name.startsWith("report-")) {
      return { status: 200, type: TYPES.js, body: await readFile(new URL(name, PAGES)) };
    }
    const found = await fetch(new URL(name, bundle));
    const file = {
      status: found.status,
      type: found.headers.get("content-type"),
      body: Buffer.from(await found.arrayBuffer()),
    };
    return name === WASM && faults.program ? faults.program(file) : file;
  };

  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://host").pathname;
    const faults = HOSTS[path.split("/")[1]];
    const { status, type, policy, body } = faults
      ? await answer(path, faults)
      : { status: 404, type: TYPES.html, body: Buffer.alloc(0) };
    const headers = { "Content-Type": type, "Cache-Control": "no-store" };
    if (policy) headers["Content-Security-Policy"] = policy;
    response.writeHead(status, headers).end(body);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${server.address().port}`;

  return {
    origin,
    page(body, { host = "sound", lang = "ko", program = true } = {}) {
      if (!HOSTS[host]) throw new Error(`there is no host "${host}"`);
      bodies.push({ body, lang, program });
      return `${origin}/${host}/page-${bodies.length - 1}.html`;
    },
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}
