
function inlined(id) {
  const block = document.getElementById(id);
  const text = block.textContent;
  block.remove();
  // Seven letters of 116 are six bytes; what lacks at the end are letters of the highest value.
  const values = Uint8Array.from({ length: 128 }, (_, code) =>
    code < 11 ? code - 1 : code < 26 ? code - 4 : code < 60 ? code - 10 : code - 11);
  const letters = new Uint8Array(Math.ceil(text.length / 7) * 7).fill(126);
  new TextEncoder().encodeInto(text, letters);
  const bytes = new Uint8Array(letters.length / 7 * 6);
  for (let i = 0, to = 0; i < letters.length; i += 7, to += 6) {
    // Two whole numbers of 32 bits first, because they are quick.
    const high = (values[letters[i]] * 116 + values[letters[i + 1]]) * 116 + values[letters[i + 2]];
    const low = ((values[letters[i + 3]] * 116 + values[letters[i + 4]]) * 116 + values[letters[i + 5]]) * 116 + values[letters[i + 6]];
    const number = high * 181063936 + low;
    const top = Math.floor(number / 4294967296);
    const rest = number - top * 4294967296;
    bytes[to] = top >> 8;
    bytes[to + 1] = top;
    bytes[to + 2] = rest >>> 24;
    bytes[to + 3] = rest >>> 16;
    bytes[to + 4] = rest >>> 8;
    bytes[to + 5] = rest;
  }
  const gzip = new DecompressionStream("gzip");
  const writer = gzip.writable.getWriter();
  writer.write(bytes.subarray(0, Math.floor(text.length * 6 / 7)));
  writer.close();
  // Compiled while it is unpacked.
  return new Response(gzip.readable, { headers: { "content-type": "application/wasm" } });
}

// What stands behind the script that runs is there when the page has been read to its end.
async function arrived(id) {
  if (document.readyState === "loading") await new Promise(read => addEventListener("DOMContentLoaded", read, { once: true }));
  return inlined(id);
}
