// What a counting board does at the tally desk, in each of its three ways, from a script of paper ballots.

import { Key } from "selenium-webdriver";
import { CELL, ROLL, VI } from "./texts.mjs";
import { until, untilEqual } from "./wait.mjs";

// The congress of the seed, ready to vote: roll, one excused, board.
export async function ready(page) {
  await page.found();
  await readyRoll(page);
}

// The same in a congress that was founded already.
export async function readyRoll(page) {
  await page.place("chuan-bi/dang-vien");
  await page.pasteRoll();
  await page.choose(`${VI.attendance}: ${CELL.excused}`, VI.excused);
  await page.press(VI.everybody);
  await untilEqual(() => page.text("[data-base]"), "17", "the base");
  await page.nameBoard();
}

export const press = async (page, id) => {
  const element = await until(`#${id}`, async () => (await page.all(`#${id}`))[0]);
  await page.script("arguments[0].scrollIntoView({ block: 'center' })", element);
  await element.click();
};

export async function openRound(page, seats, names) {
  await page.place("kiem-phieu");
  await page.setRound(seats, names);
  await page.press(VI.openRound);
  await page.one("#begin-pass");
}

// The ballots issued and returned.
export async function box(page, issued, collected) {
  await page.write(await page.one("#ballots-issued"), String(issued));
  await page.write(await page.one("#ballots-collected"), String(collected));
}

export async function begin(page, counter) {
  await page.write(await page.one("#counter"), counter);
  await press(page, "begin-pass");
  await page.one("#end-pass");
}

export async function end(page) {
  await press(page, "end-pass");
  await page.answer("Xong lượt này");
  await page.one("#close-count");
}

// A paper ballot is what is typed for it; `?` in front says that it does not count, which takes a second Enter.
export async function keyed(page, papers) {
  const line = await page.one("#ballot-line");
  for (const [at, paper] of papers.entries()) {
    const again = paper.startsWith("?") ? [Key.ENTER] : [];
    await line.sendKeys(paper.replace("?", ""), Key.ENTER, ...again);
    if (at % 5 === 4 || at === papers.length - 1) {
      await untilEqual(() => page.text("#entered"), String(at + 1), "the ballots entered");
    }
  }
}

// What papers come to, counted here by itself: valid ballots by names kept, and the votes.
export function summed(papers, names, seats, boxes) {
  const bundles = new Map();
  let invalid = 0;
  for (const paper of papers) {
    const struck = new Set(paper.replace("?", "").split(" ").filter(Boolean).flatMap(word => {
      const [first, last = first] = word.split("-").map(Number);
      return Array.from({ length: last - first + 1 }, (_, at) => first + at);
    }));
    const kept = names - struck.size;
    if (kept > seats || (!boxes && kept === 0)) {
      invalid += 1;
      continue;
    }
    const bundle = bundles.get(kept) ?? { ballots: 0, votes: Array(names).fill(0) };
    bundle.ballots += 1;
    for (let at = 0; at < names; at += 1) if (!struck.has(at + 1)) bundle.votes[at] += 1;
    bundles.set(kept, bundle);
  }
  return { bundles, invalid };
}

export async function bundled(page, papers, names, seats, boxes) {
  await page.press("Theo bó");
  const { bundles, invalid } = summed(papers, names, seats, boxes);
  for (const [kept, { ballots, votes }] of bundles) {
    await page.write(await page.one("#bundle-kept"), String(kept));
    await press(page, "bundle-add");
    const field = part => until(part, async () => (await page.all(`[id="bundle-${kept}-${part}"]`))[0]);
    await page.write(await field("ballots"), String(ballots));
    for (const [at, count] of votes.entries()) {
      // Where nobody is kept, strikes are counted.
      const figure = kept === 0 ? ballots - count : count;
      if (figure > 0) await page.write(await field(String(at)), String(figure));
    }
    await page.says(`[data-label="bundle-${kept}"] .bundle__check`, "Khớp");
  }
  if (invalid > 0) await page.write(await page.one("#bundle-invalid"), String(invalid));
  await untilEqual(() => page.text("#entered"), String(papers.length), "the ballots entered");
}

export async function stroked(page, papers, names, seats, boxes) {
  await page.press("Ô năm nét");
  const { bundles, invalid } = summed(papers, names, seats, boxes);
  const line = await page.one("#stroke-line");
  let valid = 0;
  const votes = Array(names).fill(0);
  for (const bundle of bundles.values()) {
    valid += bundle.ballots;
    bundle.votes.forEach((count, at) => { votes[at] += count; });
  }
  // Some are stroked one by one, as the hall does; the others are written as numbers.
  const single = papers.slice(0, 4);
  const first = summed(single, names, seats, boxes);
  for (const bundle of first.bundles.values()) {
    for (const [at, count] of bundle.votes.entries()) {
      for (let stroke = 0; stroke < count; stroke += 1) await line.sendKeys(String(at + 1), Key.ENTER);
    }
  }
  for (const [at, count] of votes.entries()) {
    await page.write(await page.one(`#tally-${at}-for`), String(count));
    if (boxes && valid - count > 0) await page.write(await page.one(`#tally-${at}-against`), String(valid - count));
  }
  await page.write(await page.one("#tally-valid"), String(valid));
  if (invalid > 0) await page.write(await page.one("#tally-invalid"), String(invalid));
  await untilEqual(() => page.text("#entered"), String(papers.length), "the ballots entered");
}

export const WAYS = { "ballot by ballot": (page, papers) => keyed(page, papers), "by bundles": bundled, "by squares": stroked };

// The names on the list of the seed, in the order in which the ballot has them.
export const listed = page => page.texts("#ballot .who");

export { CELL, ROLL, VI };
