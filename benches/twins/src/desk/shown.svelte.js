// What is shown, as Svelte follows it.

import { now } from "./desk.js";

export const shown = $state(now());

export function follow() {
  const { cut, ...rest } = now();
  Object.assign(shown, rest);
  cut.forEach((one, at) => { shown.cut[at] = one; });
}
