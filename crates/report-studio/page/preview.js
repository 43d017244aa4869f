/**
 * The preview inside the studio: the element of the delivery, with the files of the report that is being
 * made in the place of the network.
 */
const TYPES = { json: "application/json", txt: "text/plain; charset=utf-8", wasm: "application/wasm" };

addEventListener("message", async ({ data, origin, source }) => {
  // Other tools may talk to frames as well.
  if (origin !== location.origin || source !== parent || !data.attributes) return;
  if (data.files) answer_with(data.files);
  await import("../report-widget.js");
  const widget = document.querySelector("report-widget") ?? document.createElement("report-widget");
  for (const [name, value] of Object.entries(data.attributes)) widget.setAttribute(name, value);
  document.documentElement.lang = data.attributes.lang;
  document.body.append(widget);
});

function answer_with(files) {
  const { fetch } = globalThis;
  globalThis.fetch = async (address, options) => {
    const name = new URL(address, location).pathname.split("/").at(-1);
    const file = files.find((file) => file.name === name);
    if (!file) return fetch(address, options);
    return new Response(file.bytes, { headers: { "Content-Type": TYPES[name.split(".").at(-1)] } });
  };
}
