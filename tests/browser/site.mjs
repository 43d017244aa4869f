/**
 * A static site that holds the delivery, as someone put it there: in any
 * folder, on a host that may know nothing of it, and that can go away, come
 * back and be given another version.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { EAR, EAR_PATH, page_with_ear } from "./engine.mjs";

const TYPES = {
  css: "text/css", html: "text/html", js: "text/javascript", json: "application/json", png: "image/png",
  svg: "image/svg+xml", wasm: "application/wasm", webmanifest: "application/manifest+json",
};

/** Every file of the delivery, by name. */
export function delivery() {
  return files_of(process.env.REPORT_WIDGET_FOLDER);
}

/** The delivery as report teams build it: the studio is of the project alone. */
export async function bundle() {
  return new Map([...await delivery()].filter(([name]) => !name.startsWith("studio/")));
}

/** Files are the same, by name and byte by byte. */
export function expect_same_files(found, expected) {
  assert.deepEqual([...found.keys()].sort(), [...expected.keys()].sort());
  assert.deepEqual([...found].filter(([name, content]) => !content.equals(expected.get(name))).map(([name]) => name), []);
}

/** Every file below a folder, by name. */
export async function files_of(folder) {
  const files = new Map();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const place = join(entry.parentPath ?? entry.path, entry.name);
    files.set(place.slice(folder.length + 1).replaceAll("\\", "/"), await readFile(place));
  }
  return files;
}

/** Puts files online below a path; `types` are those that the host sends. */
export async function open_site(files, { path = "/", types = {}, headers = promised(files) } = {}) {
  const asked = [];
  let server, port;
  const site = {
    files,
    /** What was asked for since the site was opened. */
    asked,
    get address() {
      return `http://127.0.0.1:${port}${path}`;
    },
    /** Comes back at the same address. */
    async come_back() {
      server = createServer(answer);
      await new Promise((ready) => server.listen(port ?? 0, "127.0.0.1", ready));
      port = server.address().port;
    },
    /** Is not there any more, for anyone. */
    async go_away() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };

  function answer(request, response) {
    const wanted = decodeURI(new URL(request.url, "http://site").pathname);
    if (wanted === EAR_PATH) return response.writeHead(200, { "Content-Type": TYPES.js }).end(EAR);
    const inside = wanted.startsWith(path) ? wanted.slice(path.length) : null;
    asked.push(inside ?? wanted);
    // Hosts like S3 know one index page, that of the root of the site.
    const name = inside === "" ? "index.html" : inside;
    const content = site.files.get(name);
    if (content === undefined) return response.writeHead(404, headers).end("not here");
    const ending = name.slice(name.lastIndexOf(".") + 1);
    const type = types[ending] ?? TYPES[ending] ?? "application/octet-stream";
    response.writeHead(200, { ...headers, "Content-Type": type })
      .end(ending === "html" ? page_with_ear(content, request) : content);
  }

  await site.come_back();
  return site;
}

/** The headers that the delivery asks for every file. */
export function promised(files) {
  const [, ...lines] = files.get("_headers").toString().split("\n/")[0].split("\n");
  return Object.fromEntries(lines.filter(Boolean).map((line) => line.trim().split(/:\s*(.*)/s)));
}

export const integrity = (content, algorithm = "sha256") => `${algorithm}-${createHash(algorithm).update(content).digest("base64")}`;
