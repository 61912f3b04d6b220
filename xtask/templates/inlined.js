
async function inlined(id) {
  const block = document.getElementById(id);
  const text = block.textContent;
  block.remove();
  const value = new Uint8Array(128);
  for (let i = 0; i < 85; i++) value["@letters@".charCodeAt(i)] = i;
  const at = i => i < text.length ? value[text.charCodeAt(i)] : 84;
  const bytes = new DataView(new ArrayBuffer(Math.ceil(text.length / 5) * 4));
  for (let i = 0; i < text.length; i += 5) {
    bytes.setUint32(i / 5 * 4, (((at(i) * 85 + at(i + 1)) * 85 + at(i + 2)) * 85 + at(i + 3)) * 85 + at(i + 4));
  }
  const packed = new Uint8Array(bytes.buffer, 0, Math.floor(text.length * 4 / 5));
  const module = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(module).arrayBuffer();
}
