/**
 * The service worker of the standalone page, and of the studio: after one visit the report is
 * read, and made, without a network. It keeps exactly the files of its own version, all
 * or none, and answers for them alone; pages that embed the widget, and the
 * iframe's page, never get anything from it.
 *
 * A version is switched to when the reader says so. Until then the page goes
 * on with all files of the one that it began with.
 */

/*
 * The build writes two constants before this: FILES, every file of this version with its digest,
 * and VERSION, the digest of that list. Names of files are relative to the folder of this script.
 */
const HOME = new URL(registration.scope);
const NAMES = new Map(Object.keys(FILES).map((name) => [place(name), name]));
/** Other copies of the report on the same site keep files of their own. */
const OURS = `report-widget ${HOME.pathname} `;
const CACHE = OURS + VERSION;

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(forget()));
addEventListener("message", ({ data }) => {
  if (data === "switch") skipWaiting();
});
addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const name = method === "GET" && named(url);
  if (name) event.respondWith(mode === "navigate" ? page(event, name) : file(event, name));
});

/** Fetches every file, and keeps them if all are of this version: a host may be half way to the next. */
async function keep() {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(Object.keys(FILES).map(async (name) => {
      const answer = await fetch(place(name), { cache: "no-cache" });
      if (!answer.ok || !(await isIntact(name, answer.clone()))) throw new Error(`${name} is of another version`);
      // Some hosts send on from index.html, and a page may not be answered with what was sent on.
      await cache.put(place(name), answer.redirected ? new Response(answer.body, answer) : answer);
    }));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

/** Forgets the files of other versions. */
async function forget() {
  const names = await caches.keys();
  await Promise.all(names
    .filter((name) => name.startsWith(OURS) && name !== CACHE)
    .map((name) => caches.delete(name)));
}

/** The page, with all its files or from the network: never of two versions. */
async function page(event, name) {
  const [kept, whole] = await Promise.all([found(name), isWhole()]);
  if (whole) return kept;
  try {
    const answer = await fetch(event.request);
    await caches.delete(CACHE).catch(() => {});
    event.waitUntil(keep().catch(() => {}));
    return answer;
  } catch (error) {
    if (kept && (await isIntact(name, kept.clone()))) return kept;
    throw error;
  }
}

/** A file that one of our own pages needs. */
async function file({ request, clientId }, name) {
  const client = await clients.get(clientId);
  const kept = client && named(client.url) ? await found(name) : undefined;
  return kept ?? fetch(request);
}

async function isWhole() {
  const checks = Object.keys(FILES).map(async (name) => {
    const kept = await found(name);
    return kept !== undefined && isIntact(name, kept);
  });
  return (await Promise.all(checks)).every(Boolean);
}

/** Nothing, too, where storage is damaged or refused by now. */
async function found(name) {
  return caches.open(CACHE).then((cache) => cache.match(place(name))).catch(() => undefined);
}

async function isIntact(name, answer) {
  const digest = await crypto.subtle.digest("SHA-256", await answer.arrayBuffer());
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}` === FILES[name];
}

function place(name) {
  return new URL(name, HOME).href;
}

/** Which of our files an address means, whatever its query. */
function named(address) {
  const { origin, pathname } = new URL(address);
  return NAMES.get(origin + (pathname.endsWith("/") ? `${pathname}index.html` : pathname));
}
