/** Starts the studio. */
import init from "./studio.js";

await init();

// Afterwards it works without a network. Where a browser, a host or a sandbox refuses, it needs one.
try {
  await navigator.serviceWorker.register(new URL("sw.js", import.meta.url));
} catch {}
