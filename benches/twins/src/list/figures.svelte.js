// The figures of the phases and the next task, as Svelte follows them.

import { counts, figures, groupsOf, halves, isBehind, next, onSearch, share } from "./list.js";

const told = phase => ({
  figures: figures(counts[phase]), share: share(counts[phase]), halves: halves(counts[phase]),
  behind: isBehind(phase), whole: counts[phase].done === counts[phase].all,
});

export const phases = $state(counts.map((_, phase) => told(phase)));
export const following = $state({ task: next() });

export function figuresOf(phase) {
  Object.assign(phases[phase], told(phase));
}

let groups = $state.raw(groupsOf(""));
onSearch(typed => { groups = groupsOf(typed); });
export const found = () => groups;

export function sentence() {
  following.task = next();
}
