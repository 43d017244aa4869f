/** Says in a PNG, as text that no viewer shows, from which drawing it was made. */
import { createHash } from "node:crypto";
import zlib from "node:zlib";

const KEYWORD = "Source SHA-256";
/** Where the first chunk, the header, ends. */
const HEADER = 8 + 25;

export const digest = (text) => createHash("sha256").update(text).digest("hex");

/** The picture with the digest of its drawing. */
export function marked(png, digest) {
  const content = Buffer.from(`tEXt${KEYWORD}\0${digest}`, "latin1");
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length - 4);
  check.writeUInt32BE(zlib.crc32(content));
  return Buffer.concat([png.subarray(0, HEADER), length, content, check, png.subarray(HEADER)]);
}

/** The digest of the drawing that a picture was made from. */
export function drawn_from(png) {
  return new RegExp(`tEXt${KEYWORD}\0([0-9a-f]{64})`).exec(png.toString("latin1"))?.[1];
}
