/** Two pictures, pixel by pixel. */
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

/** From where on two colours differ, of 1; what smooths the edges of letters never does. */
const THRESHOLD = 0.1;

/** How much of a picture differs from another, of 1, and where; all of it if they are not of one size. */
export function beside(picture, other) {
  const { width, height } = picture;
  const differing = new PNG({ width, height });
  if (other.width !== width || other.height !== height) return { differing, share: 1 };
  const count = pixelmatch(picture.data, other.data, differing.data, width, height, { threshold: THRESHOLD });
  return { differing, share: count / (width * height) };
}
