// As much of a PDF as the tests ask about.

// Width and height of each page in points. Chromium writes page objects uncompressed.
export function pagesOf(bytes) {
  const text = bytes.toString("latin1");
  const pages = text.match(/\/Type\s*\/Page\b(?!s)/g) ?? [];
  const boxes = [...text.matchAll(/\/MediaBox\s*\[([^\]]+)\]/g)].map(([, box]) => box.trim().split(/\s+/).map(Number));
  return pages.map((_, index) => (boxes[index] ?? boxes[0] ?? [0, 0, 0, 0]).slice(2));
}
