// One edit of a mark in a spreadsheet against a recount of the same ballots by the counting core, in one run.
//
//   npm ci && node run.mjs
//
// Both sides draw the same ballots, turn the same marks in the same order and must come to the same sums. They take
// turns, each twice a round, so that a slow moment of the machine meets both and each is also held against itself.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { HyperFormula } from 'hyperformula';

const BALLOTS = 300;
const NAMES = 30; // As in benches/count/table.rs.
const MOST_KEPT = 14;
const ROUNDS = 25;
const EDITS = 200;
/** What the recount may take of an edit. */
const MOST_RATIO = 0.1;
/** What a side may differ from itself before the run proves nothing. */
const MOST_NOISE = 0.05;

/** The dice of benches/count/dice.rs. */
function dice(seed) {
  let state = seed;
  return (end) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 16) % end;
  };
}

/** The ballots of benches/count/table.rs: for each ballot, whether each name is kept. */
function ballots(number) {
  const below = dice(1);
  return Array.from({ length: number }, () => {
    let kept = 0;
    return Array.from({ length: NAMES }, (_, name) => {
      const keeps = below(2 * NAMES) >= NAMES / 2 + name && kept < MOST_KEPT;
      kept += Number(keeps);
      return keeps;
    });
  });
}

/** The letters of a column, from 0. */
function column(number) {
  const last = String.fromCharCode(65 + (number % 26));
  return number < 26 ? last : column(Math.floor(number / 26) - 1) + last;
}

function median(figures) {
  const sorted = [...figures].sort((one, other) => one - other);
  return sorted[sorted.length >> 1];
}

/** The median, and between what bounds 95 of 100 medians of figures drawn again from these lie. */
function estimate(figures) {
  const below = dice(3);
  const draw = () => median(figures.map(() => figures[below(figures.length)]));
  const medians = Array.from({ length: 10_000 }, draw).sort((one, other) => one - other);
  return { middle: median(figures), low: medians[250], high: medians[9749] };
}

/** A sheet with a row for each ballot and an x for each name kept; below them votes, share and rank of each name. */
class Sheet {
  #marks = ballots(BALLOTS);
  #edits = 0;
  #sum = 0;
  #engine;

  constructor() {
    const columns = Array.from({ length: NAMES }, (_, name) => column(name));
    const votes = BALLOTS + 1;
    const all = `$A$${votes}:$${columns.at(-1)}$${votes}`;
    this.#engine = HyperFormula.buildFromArray(
      [
        ...this.#marks.map((row) => row.map((kept) => (kept ? 'x' : null))),
        columns.map((letter) => `=COUNTIF(${letter}1:${letter}${BALLOTS},"x")`),
        columns.map((letter) => `=${letter}${votes}/${BALLOTS}`),
        // The engine has no RANK.
        columns.map((letter) => `=COUNTIF(${all},">"&${letter}${votes})+1`),
      ],
      { licenseKey: 'gpl-v3' },
    );
  }

  /** The median of nanoseconds that an edit took, and a checksum of all sums so far. */
  measure() {
    const times = [];
    for (let edit = 0; edit < EDITS; edit += 1) {
      const pair = this.#edits >> 1;
      const [row, col] = [pair % BALLOTS, (pair * 7) % NAMES];
      const kept = !this.#marks[row][col];
      this.#marks[row][col] = kept;
      const start = performance.now();
      this.#engine.setCellContents({ sheet: 0, row, col }, kept ? 'x' : null);
      times.push((performance.now() - start) * 1e6);
      this.#edits += 1;
      for (let name = 0; name < NAMES; name += 1) {
        const votes = this.#engine.getCellValue({ sheet: 0, row: BALLOTS, col: name });
        this.#sum = (Math.imul(this.#sum, 31) + votes) >>> 0;
      }
    }
    return { time: median(times), sum: this.#sum };
  }
}

/** The counting core, kept running and asked line by line. */
class Core {
  #child;
  #lines;

  constructor() {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const words = ['bench', '--quiet', '--bench', 'count', '--', 'recount'];
    this.#child = spawn('cargo', words, { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
    this.#child.stdin.write(`${BALLOTS}\n`);
  }

  async measure() {
    this.#child.stdin.write(`${EDITS}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error('The counting core ended early.');
    const [time, sum] = value.split(' ').map(Number);
    return { time, sum };
  }

  end() {
    this.#child.stdin.end();
  }
}

const sheet = new Sheet();
const core = new Core();
const rounds = [];
// The first round warms both up and is not counted.
for (let round = 0; round <= ROUNDS; round += 1) {
  const a = [sheet.measure()];
  const b = [await core.measure()];
  a.push(sheet.measure());
  b.push(await core.measure());
  if (a[0].sum !== b[0].sum || a[1].sum !== b[1].sum) throw new Error('The two sides come to different sums.');
  if (round > 0) rounds.push({ a: a.map(({ time }) => time), b: b.map(({ time }) => time) });
}
core.end();

const micro = (times) => `${(median(times) / 1000).toFixed(1)} µs`;
const told = ({ middle, low, high }) => `${middle.toFixed(4)} (95 %: ${low.toFixed(4)} to ${high.toFixed(4)})`;
const ratio = estimate(rounds.flatMap(({ a, b }) => [b[0] / a[0], b[1] / a[1]]));
const controls = {
  'edit : edit': rounds.map(({ a }) => a[1] / a[0]),
  'recount : recount': rounds.map(({ b }) => b[1] / b[0]),
};

console.log(`${BALLOTS} ballots, ${NAMES} names, ${ROUNDS} rounds of 2 × ${EDITS} edits; the sums agree after each edit`);
console.log(`edit in the sheet   ${micro(rounds.flatMap(({ a }) => a))}`);
console.log(`recount             ${micro(rounds.flatMap(({ b }) => b))}`);
console.log(`recount : edit      ${told(ratio)}, at most ${MOST_RATIO}`);
let noisy = false;
for (const [name, ratios] of Object.entries(controls)) {
  const control = estimate(ratios);
  noisy ||= Math.abs(control.middle - 1) > MOST_NOISE;
  console.log(`${name.padEnd(20)}${told(control)}`);
}
if (noisy) console.log('A side differs too much from itself: run again on a quieter machine.');
process.exitCode = noisy || ratio.high > MOST_RATIO ? 1 : 0;
