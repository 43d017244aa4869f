/**
 * A page of someone else that embeds the widget: the bundle, as
 * `REPORT_WIDGET_URL` serves it, and small pages around it, on one origin and
 * once more on another. The first folder of an address says what is wrong with
 * the host; below its `site/` stand the bundle's own pages.
 */
import { readFileSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { createServer } from "node:http";
import { EAR, EAR_PATH, page_with_ear, put_first } from "./engine.mjs";

const PAGES = new URL("pages/", import.meta.url);
const HOSTILE = new URL("../hostile/hostile.section", import.meta.url);
const PACKAGES = new URL("../node_modules/", import.meta.url);
const TYPES = {
  html: "text/html; charset=utf-8", js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8",
};
const SCRIPT = "report-widget.js";
const PROGRAM = "report-widget-program.js";
const WASM = "report-widget_bg.wasm";
const STYLE = "report-widget.css";
const SECTION = "report-widget-data";

/** The strictest policy under which the widget promises to work. */
export const STRICT = {
  "default-src": "'none'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "style-src": "'self'",
  "img-src": "'self' data:",
  "connect-src": "'self'",
  "frame-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
};

const missing = (answer) => ({ ...answer, status: 404, type: TYPES.html, body: Buffer.from("not here") });
const of_wrong_type = (answer) => ({ ...answer, type: "application/octet-stream" });
const changed = (answer) => ({ ...answer, body: Buffer.concat([answer.body, Buffer.from("\n")]) });
const cut_short = (answer) => ({ ...answer, body: answer.body.subarray(0, answer.body.length / 2) });

/** Another program than the built one; the script does not pin it. */
const with_program = (change) => ({
  files: {
    [SCRIPT]: (answer) => {
      const script = answer.body.toString();
      const body = Buffer.from(script.replace(new RegExp(`,"${WASM}":"sha384-[^"]+"|"${WASM}":"sha384-[^"]+",?`), ""));
      if (body.length === answer.body.length) throw new Error(`${SCRIPT} does not pin ${WASM}`);
      return { ...answer, body };
    },
    [WASM]: (answer) => ({ ...answer, body: change(Buffer.from(answer.body)) }),
  },
});

/** A program with other reports: `change` gives it, or changes it in place from an offset on. */
const with_reports = (change) => with_program((body) => {
  const name = body.indexOf(SECTION);
  if (name < 0) throw new Error(`${WASM} has no section ${SECTION}`);
  return change(body, name + SECTION.length) ?? body;
});

/** A number as WebAssembly has it: LEB128, seven bits a byte, the lowest first. */
function leb128(number) {
  const bytes = [];
  do bytes.push((number & 127) | (number > 127 ? 128 : 0)); while (number >>= 7);
  return Buffer.from(bytes);
}
/** Reads such a number, and where it ends. */
function from_leb128(bytes, start) {
  let [number, at] = [0, start];
  do number |= (bytes[at] & 127) << (7 * (at - start)); while (bytes[at++] > 127);
  return [number, at];
}

/** A program that carries this section: it is the first of the file, behind the eight bytes that begin it. */
function carrying(section, wasm, start) {
  const before = start - SECTION.length - 1;
  const [length, at] = from_leb128(wasm, 9);
  if (wasm[8] !== 0 || at !== before) throw new Error(`${SECTION} is not the first section of ${WASM}`);
  const size = leb128(SECTION.length + 1 + section.length);
  return Buffer.concat([wasm.subarray(0, 9), size, wasm.subarray(before, start), section, wasm.subarray(before + length)]);
}

/** The section of a program that says how much memory it has. */
const MEMORY = 5;
/** A program whose memory may not grow by more than these pages of 64 KB. */
function limited(wasm, pages) {
  for (let at = 8; at < wasm.length;) {
    const [length, start] = from_leb128(wasm, at + 1);
    if (wasm[at] === MEMORY) {
      // One memory, which has no limit of its own.
      if (wasm[start] !== 1 || wasm[start + 1] !== 0) throw new Error(`${WASM} has another memory than expected`);
      const [initial] = from_leb128(wasm, start + 2);
      const content = Buffer.concat([Buffer.of(1, 1), leb128(initial), leb128(initial + pages)]);
      return Buffer.concat([wasm.subarray(0, at + 1), leb128(content.length), content, wasm.subarray(start + length)]);
    }
    at = start + length;
  }
  throw new Error(`${WASM} has no memory`);
}

/** What can be wrong with a host: its policy, and what it does to files. */
const HOSTS = {
  "sound": {},
  "refuses-wasm": { policy: { "script-src": "'self'" } },
  "blocks-wasm": { policy: { "connect-src": "'none'" } },
  "lacks-wasm": { files: { [WASM]: missing } },
  "names-wasm-wrongly": { files: { [WASM]: of_wrong_type } },
  "cuts-wasm-short": { files: { [WASM]: cut_short } },
  "holds-wasm": { files: { [WASM]: (answer) => held.promise.then(() => answer) } },
  "stalls-wasm": { files: { [WASM]: () => new Promise(() => {}) } },
  // A section of another name is none of ours.
  "lacks-reports": with_reports((body, start) => { body[start - 1] = "A".charCodeAt(0); }),
  "sends-newer-reports": with_reports((body, start) => { body[start] = 255; }),
  "damages-reports": with_reports((body, start) => { body[start + 1000] ^= 1; }),
  // tests/hostile: every text is markup, script, a formula or the like.
  "has-hostile-report": with_reports((body, start) => carrying(readFileSync(HOSTILE), body, start)),
  "lacks-program": { files: { [PROGRAM]: missing } },
  "names-program-wrongly": { files: { [PROGRAM]: of_wrong_type } },
  "cuts-program-short": { files: { [PROGRAM]: cut_short } },
  "lacks-image": { files: { "report-widget-image.js": missing } },
  "lacks-workbooks": { files: { "report-widget-xlsx.js": missing } },
  "lacks-charts": { files: { "report-widget-charts-ko.json": missing } },
  "lacks-search-terms": { files: { "report-widget-search.txt": missing } },
  "lacks-style": { files: { [STYLE]: missing } },
  "changes-script": { files: { [SCRIPT]: changed } },
  "changes-program": { files: { [PROGRAM]: changed } },
  "changes-wasm": { files: { [WASM]: changed } },
  "shares": { shares: /./ },
  "shares-nothing": {},
  "shares-all-but-wasm": { shares: /\.(js|css)$/ },
  "refuses-scripts": { policy: { "script-src": "'none'" } },
  "lacks-script": { files: { [SCRIPT]: missing } },
  "names-script-wrongly": { files: { [SCRIPT]: of_wrong_type } },
  "cuts-script-short": { files: { [SCRIPT]: cut_short } },
};

/**
 * The faults of a host: one of those above, `cuts:NAME:LENGTH`, which sends a file up to a length,
 * `halts:NAME`, which never gets beyond its half, or `limits-memory:PAGES`.
 */
function faults_of(host) {
  const [fault, what, length] = decodeURIComponent(host).split(":");
  if (fault === "cuts") return { files: { [what]: (answer) => ({ ...answer, body: answer.body.subarray(0, Number(length)) }) } };
  if (fault === "halts") return { files: { [what]: (answer) => ({ ...cut_short(answer), halts: true }) } };
  if (fault === "limits-memory") return with_program((wasm) => limited(wasm, Number(what)));
  return HOSTS[fault];
}

/** What the browser itself says of a pinned file that is another one, and of one that is missing. */
export const says_changed = (name) =>
  [new RegExp(`^SEVERE .*integrity.*${name}`), new RegExp(`^SEVERE .*${name}.*integrity checks failed`)];
export const says_missing = (name) => {
  const is_missing = new RegExp(`^SEVERE .*${name}.*404`);
  return [is_missing, ...says_changed(name), is_missing];
};

/** Kept when the host lets go of the program. */
let held = promise();
function promise() {
  let keep;
  const promise = new Promise((resolve) => { keep = resolve; });
  return { promise, keep };
}

/** Starts the host; `page(body, options)` gives the address of a page with that body. */
export async function open_host() {
  const bundle = process.env.REPORT_WIDGET_URL;
  if (!bundle) {
    throw new Error("REPORT_WIDGET_URL is not set; run `cargo xtask test --only browser`");
  }
  const pages = [];
  /** The scripts that each visit of the bundle's own pages puts before theirs. */
  const visits = [];
  const own = await readdir(PAGES);
  /** Files that came to a halt. */
  const halted = new Set();
  const given = new Map();
  const template = await readFile(new URL("host.html", PAGES), "utf8");

  /** What is sent for a path, as a sound host sends it. */
  const find = async (path, faults) => {
    const of_the_site = path.split("/site/")[1];
    if (of_the_site !== undefined) {
      const found = await file_of(of_the_site);
      const rule = faults.policy && Object.entries(faults.policy)[0].join(" ");
      const name = rule?.split(" ")[0];
      const scripts = visits[path.split("/")[2]].map((script) => `<script src="/sound/${script}"></script>`).join("");
      const body = scripts && /^text\/html/.test(found.type) ? put_first(found.body, scripts) : found.body;
      return { ...found, body, policy: found.policy.replace(new RegExp(`${name} [^;]*`), rule) };
    }
    const name = path.slice(path.lastIndexOf("/") + 1);
    const [, number, kind] = /^page-(\d+)\.(html|css)$/.exec(name) ?? [];
    if (kind === "css") return { type: TYPES.css, body: Buffer.from(pages[number].css) };
    if (kind === "html") {
      const { body, lang, head, program, policy } = pages[number];
      const page = template
        .replace("{lang}", lang)
        .replace("{head}", head)
        .replace("{program}", program ? `<script type="module" src="${program}"></script>` : "")
        .replace("{body}", body);
      const rules = Object.entries({ ...STRICT, ...policy, ...faults.policy }).map((rule) => rule.join(" "));
      return { type: TYPES.html, policy: rules.join("; "), body: Buffer.from(page) };
    }
    const npm = /\/npm\/([a-z0-9./-]+\.css)$/.exec(path)?.[1];
    if (npm) return { type: TYPES.css, body: await readFile(new URL(npm, PACKAGES)) };
    if (given.has(name) || own.includes(name)) {
      const body = given.get(name) ?? (await readFile(new URL(name, PAGES)));
      return { type: TYPES[name.split(".").pop()], body: Buffer.from(body) };
    }
    return { ...(await file_of(name)), policy: undefined };
  };

  const file_of = async (path) => {
    const found = await fetch(new URL(path, bundle));
    return {
      status: found.status,
      type: found.headers.get("content-type"),
      policy: found.headers.get("content-security-policy"),
      body: Buffer.from(await found.arrayBuffer()),
    };
  };

  const serve = async (request, response) => {
    const path = new URL(request.url, "http://host").pathname;
    if (path === EAR_PATH) return response.writeHead(200, { "Content-Type": TYPES.js }).end(EAR);
    const faults = faults_of(path.split("/")[1]);
    const name = path.slice(path.lastIndexOf("/") + 1);
    const as_is = (answer) => answer;
    const { status = 200, type, policy, body, halts } = faults
      ? await (faults.files?.[name] ?? as_is)(await find(path, faults))
      : missing({});
    const headers = { "Content-Type": type, "Cache-Control": "no-store" };
    if (policy) headers["Content-Security-Policy"] = policy;
    if (faults?.shares?.test(name)) headers["Access-Control-Allow-Origin"] = "*";
    const is_page = status === 200 && /^text\/html/.test(type);
    response.writeHead(status, headers);
    if (halts) {
      response.write(body);
      halted.add(name);
    } else {
      response.end(is_page ? page_with_ear(body, request) : body);
    }
  };
  // A bundle that cannot be reached is a fault at once, not a page that never comes.
  const answer = (request, response) => serve(request, response)
    .catch((error) => response.writeHead(500).end(String(error)));
  const servers = [createServer(answer), createServer(answer)];
  for (const server of servers) await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const [origin, elsewhere] = servers.map((server) => `http://127.0.0.1:${server.address().port}`);

  return {
    origin,
    elsewhere,
    page(body, { host = "sound", lang = "ko", head = "", css = "", program = true, policy = {} } = {}) {
      if (!faults_of(host)) throw new Error(`there is no host "${host}"`);
      const sheet = `<link rel="stylesheet" href="page-${pages.length}.css">`;
      pages.push({
        body, lang, css, policy, head: css ? head + sheet : head, program: program === true ? SCRIPT : program,
      });
      return `${origin}/${host}/page-${pages.length - 1}.html`;
    },
    /** Serves a file that a test made, beside the pages. */
    give(name, text) {
      given.set(name, text);
    },
    /** The address of one of the bundle's own pages, in a folder where no page was kept before; these scripts run first in it. */
    site(path, { host = "sound", scripts = [] } = {}) {
      if (!faults_of(host)) throw new Error(`there is no host "${host}"`);
      held = promise();
      visits.push(scripts);
      return `${origin}/${host}/${visits.length - 1}/site/${path}`;
    },
    /** Whether a file came to a halt. */
    has_halted: (name) => halted.has(name),
    /** Lets the program go that a host holds back. */
    let_go: () => held.keep(),
    async close() {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((closed) => server.close(closed));
      }
    },
  };
}
