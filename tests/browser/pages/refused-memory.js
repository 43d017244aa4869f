/** The browser has no memory left for what WebAssembly exports one. */
{
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (source, ...given) => {
    const has_memory = source instanceof WebAssembly.Module
      && WebAssembly.Module.exports(source).some(({ kind }) => kind === "memory");
    if (has_memory) throw new RangeError("Out of memory: Cannot allocate Wasm memory for new instance");
    return instantiate.call(WebAssembly, source, ...given);
  };
}
