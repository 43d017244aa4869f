/*
 * Takes the place of a worker that an earlier delivery left at the address of the development
 * server: whoever edits or measures wants to see what was just built.
 */
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(leave()));
async function leave() {
  for (const name of await caches.keys()) if (name.startsWith("report-widget ")) await caches.delete(name);
  const pages = await clients.matchAll();
  await registration.unregister();
  for (const page of pages) page.navigate(page.url);
}
