// Reading the clocks of the console and of the hall screen at the moment at which they change.

import assert from "node:assert/strict";

// Seconds left as shown; negative once the clock shows a plus.
export function seconds(digits) {
  const [, plus, time] = digits.match(/^(\+?)([\d:]+)$/) ?? [];
  if (!time) throw new Error(`no clock: “${digits}”`);
  const left = time.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  return plus ? -left : left;
}

// When the clock will stand, or stood, at zero, in milliseconds of the day's time: the same for every window that
// shows the same clock. Taken as the digits change, so that what is cut off a second does not matter.
export async function zeroOf(page, selector) {
  const [digits, now] = await page.driver.executeAsyncScript(
    `const [selector, done] = arguments;
     const first = document.querySelector(selector).textContent;
     const look = setInterval(() => {
       const text = document.querySelector(selector).textContent;
       if (text === first) return;
       clearInterval(look);
       done([text, Date.now()]);
     }, 10);`,
    selector,
  );
  return now + seconds(digits.trim()) * 1000;
}

// Between two looks, each with the seconds `left` and when it was `asked` and `told`, the clock counted what passed and
// `more` seconds, and nothing else. How long that was is measured, since a busy machine takes its time; a second is cut off
// at either end.
export function counted(before, after, more = 0) {
  const used = before.left - after.left - more;
  const [least, most] = [after.asked - before.told, after.told - before.asked].map(ms => ms / 1000);
  assert.ok(least - 1 <= used && used <= most + 1, `${used} s counted while ${least} to ${most} s passed`);
}
