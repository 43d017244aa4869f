/** Which parts `cargo xtask bench` measures. */

/** What is measured of whole pages, one beside the other. */
const OF_PAGES = ["startup", "filter", "usable"];

/** The named parts, in their order; peers alone stand for all that is measured of pages. */
export function expandParts(named, { beside } = {}) {
  const ofPages = OF_PAGES.filter((part) => named.includes(part));
  const implied = named.includes("peers") && ofPages.length === 0 ? OF_PAGES : [];
  if (beside && ofPages.length + implied.length === 0) throw new Error("--beside goes with startup, filter, usable or peers");
  return [...implied, ...named];
}
