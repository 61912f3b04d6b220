// By hand: one node, changed when its text is another.

import { LOOK, left, place } from "./clock.js";

const text = place.appendChild(document.createTextNode(left()));
setInterval(() => {
  const now = left();
  if (text.data !== now) text.data = now;
}, LOOK);
