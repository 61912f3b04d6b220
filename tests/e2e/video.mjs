// A film for a browser's fake camera: raw pictures in shades of grey (YUV4MPEG2).

import { open } from "node:fs/promises";

const [WIDTH, HEIGHT] = [640, 480];

// Each code is a list of rows of 0 and 1; `spoil` may change a picture before it is written.
export async function film(path, codes, { each = 2, spoil = () => {} } = {}) {
  const file = await open(path, "w");
  try {
    await file.write(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
    const grey = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
    for (const [place, rows] of codes.entries()) {
      const picture = drawn(rows);
      spoil(picture, place, WIDTH, HEIGHT);
      for (let times = 0; times < each; times += 1) {
        await file.write("FRAME\n");
        await file.write(picture);
        await file.write(grey);
      }
    }
  } finally {
    await file.close();
  }
}

// As a screen in a room shows it: neither quite black nor quite white, a little darker towards one side.
function drawn(rows) {
  const scale = Math.floor((HEIGHT - 20) / (rows.length + 8));
  const [left, top] = [WIDTH, HEIGHT].map(side => (side - scale * rows.length) >> 1);
  const picture = Buffer.alloc(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const row = rows[Math.floor((y - top) / scale)];
      const dark = row?.[Math.floor((x - left) / scale)] === "1";
      picture[y * WIDTH + x] = (dark ? 55 : 215) - Math.floor((40 * x) / WIDTH);
    }
  }
  return picture;
}
