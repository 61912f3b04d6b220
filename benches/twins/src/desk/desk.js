// What the desks share: the names, what a typed line means, and the ballots that were entered.

import { changes, keep } from "../keep.js";
import { grown } from "../made.js";

export const desk = JSON.parse(localStorage.getItem("twin/desk"));
const main = document.getElementById("main");
main.append(...desk.shell.map(grown));
export const column = main.querySelector(".desk > div");
// What stands outside the column and follows the ballots.
export const figures = {
  next: main.querySelector("h1 b"), count: main.querySelector("#progress b"),
  entered: main.querySelector("#entered"), valid: main.querySelector("#entered-valid"),
};

const LATEST = 5;
const ballots = [...desk.ballots, ...changes.map(change => change.ballot)];
let typed = null;

// The struck numbers of a line: single ones, ranges, and numbers of two digits together.
function read(text) {
  const struck = new Set();
  for (const word of text.split(" ").filter(Boolean)) {
    const [first, last] = word.split("-").map(Number);
    if (last) for (let at = first; at <= last; at += 1) struck.add(at);
    else if (word.length > 2) for (let at = 0; at < word.length; at += 2) struck.add(Number(word.slice(at, at + 2)));
    else struck.add(first);
  }
  return [...struck].sort((one, other) => one - other);
}

const { words } = desk;
const told = struck => `${words.struck} ${struck.join(", ")} – ${words.kept} ${desk.names.length - struck.length} ${words.people}`;
export const named = number => `${words.ballot} ${number}`;
export const small = number => `${words.ballot.toLowerCase()} ${number}`;

export function type(text) {
  typed = text ? read(text) : null;
}

export function enter() {
  if (!typed) return;
  ballots.push(typed);
  keep({ ballot: typed });
  typed = null;
}

// What is shown now. While nothing is typed, the ballot entered last stays on the table.
export function now() {
  const count = ballots.length;
  const struck = typed ?? ballots.at(-1);
  return {
    count, next: count + 1, said: `${named(typed ? count + 1 : count)}: ${told(struck)}`,
    cut: desk.names.map((_, at) => struck.includes(at + 1)),
    latest: ballots.slice(-LATEST).map((one, at, { length }) => ({ number: count - length + at + 1, said: told(one) })).reverse(),
  };
}
