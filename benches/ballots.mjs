// A round of many names, and the ballots that are cast in it, from a seed.

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { begin, ready } from "../tests/e2e/desk.mjs";
import { until } from "../tests/e2e/wait.mjs";

const dice = seed => {
  let state = seed;
  return most => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % most;
  };
};

// The shortest that a person types for struck numbers: single ones apart, those of two digits together.
export function typed(struck) {
  const words = [];
  let together = "";
  const sorted = [...struck].sort((one, other) => one - other);
  for (let at = 0; at < sorted.length; at += 1) {
    let last = at;
    while (sorted[last + 1] === sorted[last] + 1) last += 1;
    if (last - at >= 2) {
      words.push(`${sorted[at]}-${sorted[last]}`);
      at = last;
    } else if (sorted[at] < 10) {
      words.push(String(sorted[at]));
    } else {
      together += String(sorted[at]);
    }
  }
  // A single number of two digits stands like any other.
  if (together) words.push(together);
  return words.join(" ");
}

// So many ballots with three to six struck names each.
export function papers(number, names, seed) {
  const below = dice(seed);
  return Array.from({ length: number }, () => {
    const struck = new Set();
    const strikes = 3 + below(4);
    while (struck.size < strikes) struck.add(1 + below(names));
    return struck;
  });
}

// Founds a congress, opens a round and begins a pass.
export async function atDesk(page, number, seats) {
  await page.ready();
  await ready(page);
  await page.place("chuan-bi/dang-vien");
  await page.press("Dán danh sách");
  const area = await page.one("dialog[open] textarea");
  // Ten names beside those that stand.
  await area.sendKeys(Array.from({ length: number + 10 }, (_, at) => `Nguyễn Văn Thử ${at + 1}`).join(Key.ENTER));
  await page.press("Thêm vào danh sách");
  await until("the roll", async () => (await page.all("table.roll tbody tr")).length > number + 10);
  await page.press("Còn lại đều có mặt");
  await page.place("kiem-phieu");
  const names = (await page.texts(".names li label")).slice(0, number);
  assert.equal(names.length, number);
  await page.setRound(seats, names);
  await page.press("Mở lần bầu");
  await begin(page, "Mai Tuấn Vượng");
  await page.one("#ballot-line");
}
