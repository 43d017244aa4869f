/**
 * Digits that run up once, when the element is first seen: calls `show` with the number of each
 * frame, and with `null` when the final number is to stand. Gives what stops it.
 */
const DURATION = 1200;
const seen = new Set();

export function countUp(element, id, value, show) {
  if (seen.has(id) || matchMedia("(prefers-reduced-motion: reduce)").matches) return () => {};
  let request;
  const observer = new IntersectionObserver(([entry]) => {
    if (!entry.isIntersecting) return;
    observer.disconnect();
    seen.add(id);
    const began = performance.now();
    const frame = (now) => {
      const part = Math.min(1, Math.max(0, now - began) / DURATION);
      show(part < 1 ? Math.round(value * (1 - (1 - part) ** 3)) : null);
      if (part < 1) request = requestAnimationFrame(frame);
    };
    request = requestAnimationFrame(frame);
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    cancelAnimationFrame(request);
  };
}
