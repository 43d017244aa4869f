/** As in a sandbox: asking for service workers throws. */
Object.defineProperty(Navigator.prototype, "serviceWorker", {
  get() { throw new DOMException("refused", "SecurityError"); },
});
