/** As in a sandbox: whoever asks for service workers is refused. */
Object.defineProperty(Navigator.prototype, "serviceWorker", {
  get() { throw new DOMException("refused", "SecurityError"); },
});
