// A copy that was cut short, as by a stick that was pulled out too early, never comes to its last script.
let whole = false;
let cutShort = false;
const tellCutShort = () => document.body.replaceChildren(document.getElementById("cut-short").content.cloneNode(true));
addEventListener("DOMContentLoaded", () => {
  cutShort = !whole;
  if (cutShort) tellCutShort();
});

// The page's own words stand behind the script that starts the app: the app and what is told when it fails wait for them.
let wordsRead;
const words = new Promise(read => wordsRead = read);

// The bytes of a piece of a module: a letter is two of them.
function bytes(piece) {
  const text = piece.data;
  const pairs = new Uint16Array(text.length);
  let count = 0;
  // Behind the mark stands a letter that a page would not have kept, moved away from where it was.
  for (let at = 1; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (letter === 0xe000) at += 1;
    pairs[count] = letter === 0xe000 ? text.charCodeAt(at) - 0x4000 : letter;
    count += 1;
  }
  // The first letter says how many bytes are too many at the end.
  return new Uint8Array(pairs.buffer, 0, 2 * count - Number(text[0]));
}

// A module, piece by piece: the first ones are unpacked, and compiled by other threads, before the last ones are read.
function inlined(id) {
  const block = document.getElementById(id);
  block.remove();
  const gzip = new DecompressionStream("gzip");
  const writer = gzip.writable.getWriter();
  (async () => {
    for (const piece of block.content.childNodes) await writer.write(bytes(piece));
    await writer.close();
  })().catch(() => {}); // Whoever reads it is told.
  return new Response(gzip.readable, { headers: { "content-type": "application/wasm" } });
}

// What the places look like.
async function styled() {
  const sheet = document.createElement("style");
  sheet.textContent = await inlined("styles").text();
  document.head.append(sheet);
}

// A compiled module of places, once they have their looks. What stands behind the script that runs is there when the page has
// been read to its end.
const arriving = {};
function arrived(id) {
  return arriving[id] ??= (async () => {
    if (document.readyState === "loading") await new Promise(read => addEventListener("DOMContentLoaded", read, { once: true }));
    const [module] = await Promise.all([WebAssembly.compileStreaming(inlined(id)), styled()]);
    return module;
  })();
}
