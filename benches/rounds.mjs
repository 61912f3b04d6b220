// Medians and their bounds, drawn again and again from the rounds themselves.

const DRAWS = 2000;

let state = 1;
const dice = most => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return (state >>> 8) % most;
};

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
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
