// The page's own words stand behind the script that starts the app: the app and what is told when it fails wait for them.
let wordsRead;
const words = new Promise(read => wordsRead = read);

function inlined(id) {
  const block = document.getElementById(id);
  const text = Array.from(block.content.childNodes, piece => piece.data).join("");
  block.remove();
  // A letter is two bytes. Behind the mark stands one that a page would not have kept, moved away from where it was.
  const pairs = new Uint16Array(text.length);
  let count = 0;
  for (let at = 1; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (letter === 0xe000) at += 1;
    pairs[count] = letter === 0xe000 ? text.charCodeAt(at) - 0x4000 : letter;
    count += 1;
  }
  const gzip = new DecompressionStream("gzip");
  const writer = gzip.writable.getWriter();
  // The first letter says how many bytes are too many at the end.
  writer.write(new Uint8Array(pairs.buffer, 0, 2 * count - Number(text[0])));
  writer.close();
  // Compiled while it is unpacked.
  return new Response(gzip.readable, { headers: { "content-type": "application/wasm" } });
}

// A compiled module. What stands behind the script that runs is there when the page has been read to its end.
const arriving = {};
function arrived(id) {
  return arriving[id] ??= (async () => {
    if (document.readyState === "loading") await new Promise(read => addEventListener("DOMContentLoaded", read, { once: true }));
    return WebAssembly.compileStreaming(inlined(id));
  })();
}
