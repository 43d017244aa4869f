/**
 * Stands in the place of the network in `report-widget.html`: the program's
 * code, its style sheet and the charts are in the page itself, packed, since a
 * page opened from a disk may load nothing.
 */
async function in_page(name) {
  const packed = atob(document.getElementById(name).textContent);
  const bytes = Uint8Array.from(packed, (sign) => sign.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
}
