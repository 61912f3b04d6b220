// Entry without hands: a script in the page does what a person does, only faster.

import { until } from "../e2e/wait.mjs";

// Enters ballots at the open desk, one after another, every so many milliseconds; each is one record.
export const keying = (page, every) => page.script(
  `let at = 0;
   setInterval(() => {
     const line = document.getElementById("ballot-line");
     if (!line) return;
     line.value = String(1 + at++ % 6);
     line.dispatchEvent(new Event("input", { bubbles: true }));
     line.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
   }, arguments[0]);`,
  every,
);

// Presses the first task until it turns: a window that is still opening, or not yet the one that writes, refuses.
export const turned = page => until("a change to be taken", () => page.script(
  `const mark = document.querySelector(".task > .mark");
   const before = mark.getAttribute("aria-pressed");
   mark.click();
   return new Promise(done => setTimeout(() => done(mark.getAttribute("aria-pressed") !== before), 40));`,
));

// Ticks so many tasks at once.
export const tick = (page, times) => page.script(
  `const marks = document.querySelectorAll(".task > .mark");
   for (let at = 0; at < arguments[0]; at += 1) marks[at % marks.length].click();`,
  times,
);

// Writes texts into the line of the place, one after another. A text is its operation's own name; the answer names those
// that the page has taken.
export const written = (page, texts) => page.script(
  `const field = document.getElementById("p-place");
   for (const text of arguments[0]) {
     field.value = text;
     field.dispatchEvent(new Event("change", { bubbles: true }));
   }
   return [...new Set(window.taken.splice(0))];`,
  texts,
);
