// As much of an archive as the tests ask about: parts that are stored as they are.

// Each part's text under its name, by the directory at the end (APPNOTE 4.3).
export function parts(bytes) {
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end < 0) throw new Error("not an archive");
  const found = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let number = bytes.readUInt16LE(end + 10); number > 0; number--) {
    if (bytes.readUInt16LE(at + 10) !== 0) throw new Error("a part is compressed");
    const [size, nameLength, extra, comment] = [20, 28, 30, 32].map((offset, place) =>
      place === 0 ? bytes.readUInt32LE(at + offset) : bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    found.set(name, bytes.toString("utf8", start, start + size));
    at += 46 + nameLength + extra + comment;
  }
  return found;
}
