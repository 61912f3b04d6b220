// Medians and their bounds, drawn again and again from the rounds themselves.

const DRAWS = 2000;

let state = 1;
const dice = most => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return (state >>> 8) % most;
};

// The same in an order of its own.
export function shuffled(values) {
  const left = [...values];
  return values.map(() => left.splice(dice(left.length), 1)[0]);
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

// The mean of the middle half. A page at file:// is told the time in steps of 0.1 ms, at odds that even out over several: a
// median of what takes 1.6 ms is one step or the next, a difference of 6 %.
export function middle(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const quarter = Math.floor(sorted.length / 4);
  const half = sorted.slice(quarter, sorted.length - quarter);
  return half.reduce((sum, one) => sum + one, 0) / half.length;
}

// What 95 of 100 medians lie between.
export function bounds(values) {
  const draws = Array.from({ length: DRAWS }, () => median(values.map(() => values[dice(values.length)]))).sort((a, b) => a - b);
  return [draws[Math.floor(DRAWS * 0.025)], draws[Math.floor(DRAWS * 0.975)]];
}

export const told = values => {
  const [low, high] = bounds(values);
  return `${median(values).toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
};
