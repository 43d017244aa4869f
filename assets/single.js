/**
 * Stands in the place of the network in `report-widget.html`: the program's
 * code is in the page itself, packed, since a page opened from a disk may
 * load nothing.
 */
async function code_in_page() {
  const packed = atob(document.querySelector("#report-widget-code").textContent);
  const bytes = Uint8Array.from(packed, (sign) => sign.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
}
