/** `cargo xtask host`: what it sends of a folder, and with which headers. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { text } from "node:stream/consumers";

const XTASK = process.env.REPORT_WIDGET_XTASK;
if (!XTASK) throw new Error("REPORT_WIDGET_XTASK is not set; run `cargo xtask test --only xtask`");

const folder = mkdtempSync(join(tmpdir(), "host-"));
const write = (name, content) => writeFileSync(join(folder, name), content);
let server;
let port;

before(async () => {
  mkdirSync(join(folder, "sub"));
  for (const [name, content] of [["index.html", "a page"], ["sub/index.html", "another"], ["a.js", "1"]]) write(name, content);
  ({ server, port } = await host(0));
});
after(() => {
  server.kill();
  rmSync(folder, { recursive: true });
});

async function host(port) {
  const server = spawn(XTASK, ["host", folder, "--port", String(port)], { stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  while (!printed.includes("http://")) printed += (await once(server.stdout, "data"))[0];
  return { server, printed, port: Number(/127\.0\.0\.1:(\d+)/.exec(printed)[1]) };
}

/** Asks with a path as it is written, which `fetch` would tidy up. */
async function ask(method, path, options = {}) {
  const [answer] = await once(request({ host: "127.0.0.1", port, method, path, ...options }).end(), "response");
  return { status: answer.statusCode, headers: answer.headers, raw: answer.rawHeaders, body: await text(answer) };
}

test("says what is there and what is not", async () => {
  write("_headers", "/*\n  A: b\n/a.js\n  C: d\n");
  for (const [method, path, status, body, headers] of [
    ["GET", "/", 200, "a page", { "content-type": "text/html; charset=utf-8" }],
    ["GET", "/index.html?part=2", 200, "a page", { c: undefined }],
    ["HEAD", "/", 200, "", { "content-length": "6" }],
    ["GET", "/a.js", 200, "1", { "content-type": "text/javascript; charset=utf-8", c: "d" }],
    ["GET", "/sub?part=2", 307, "", { location: "/sub/?part=2" }],
    ["GET", "/missing", 404, "", {}],
    ["GET", "/_headers", 404, "", {}],
    ["GET", "/%2e%2e/etc/passwd", 404, "", {}],
    ["POST", "/", 405, "", { allow: "GET,HEAD" }],
  ]) {
    const answer = await ask(method, path);
    assert.deepEqual([answer.status, answer.body], [status, body], `${method} ${path}`);
    for (const [name, value] of Object.entries({ a: "b", ...headers })) assert.equal(answer.headers[name], value, `${path} ${name}`);
  }
});

test("a file has one type, that of `_headers` where it names one", async () => {
  write("_headers", "/*\n  A: b\n/report.md\n  Content-Type: text/markdown; charset=utf-8; variant=GFM\n");
  write("report.md", "# a");
  write("other.md", "# b");
  for (const [path, type] of [["/report.md", "text/markdown; charset=utf-8; variant=GFM"], ["/other.md", "text/markdown; charset=utf-8"]]) {
    const { raw } = await ask("GET", path);
    assert.deepEqual(raw.filter((_, at) => raw[at - 1]?.toLowerCase() === "content-type"), [type]);
  }
});

test("sends the compressed copy that is accepted", async () => {
  for (const [name, content] of [["b.js", "1"], ["b.js.br", "refused"], ["b.js.gz", "small"]]) write(name, content);
  const { headers, body } = await ask("GET", "/b.js", { headers: { "Accept-Encoding": "br;q=0, gzip" } });
  assert.equal(body, "small");
  assert.equal(headers["content-encoding"], "gzip");
  assert.equal(headers["content-type"], "text/javascript; charset=utf-8");
  assert.equal(headers.vary, "accept-encoding");
});

test("a file that was written anew is sent, whatever its time", async () => {
  const { headers } = await ask("GET", "/a.js");
  const answer = await ask("GET", "/a.js", { headers: { "If-Modified-Since": headers["last-modified"] } });
  assert.deepEqual([answer.status, answer.body], [200, "1"]);
});

// Of connections that came at the same moment, an earlier host left some until others ended. A browser
// keeps its connections, so now and then a page never got its program.
test("connections that come at once are all answered though none ends", async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask("GET", "/", { agent })));
  agent.destroy();
  assert.deepEqual(answers.map(({ body }) => body), Array(20).fill("a page"));
});

test("headers are those that the last build wrote", async () => {
  for (const policy of ["one", "another"]) {
    write("_headers", `/*\n  X-Policy: ${policy}\n`);
    assert.equal((await ask("GET", "/")).headers["x-policy"], policy);
  }
  write("_headers", "/*\n  not a header\n");
  const { status, body } = await ask("GET", "/");
  assert.equal(status, 500);
  assert.match(body, /_headers: line 2/);
  write("_headers", "");
});

test("a later port is taken, and printed, when the first is taken", async () => {
  const other = await host(port);
  other.server.kill();
  assert.ok(other.port > port);
  assert.match(other.printed, new RegExp(`port ${port} is taken, .* taking ${other.port} instead`));
});
