// By hand: nodes that are kept to be changed.

import { made, raw } from "../made.js";
import { column, desk, enter, figures, named, now, small, type } from "./desk.js";

const { words } = desk;
const ROW = made(
  '<li><span class="n num"></span><span class="who"><span></span></span><span class="say">' +
  '<svg class="ico" viewBox="0 0 24 24" aria-hidden="true"><use></use></svg></span></li>',
);
const BALLOT = made('<li data-look="ok"><span class="num"></span><span></span><button class="btn btn--link"></button></li>');
const text = element => element.appendChild(document.createTextNode(""));

const rows = desk.names.map((name, at) => {
  const element = ROW.cloneNode(true);
  const [number, who, say] = element.children;
  number.textContent = at + 1;
  who.firstChild.textContent = name;
  return { element, use: say.firstChild.firstChild, said: text(say), cut: null };
});
const [entry, read, ballot, latest] = ["entry", "read", "ballot", "latest"].map(name => raw(desk[name]));
const number = text(entry.querySelector("b"));
const said = text(read.querySelector("span"));
ballot.querySelector("ol").append(...rows.map(row => row.element));
column.append(...desk.above.map(raw), entry, read, ballot, ...desk.below.map(raw), latest);
const outside = Object.fromEntries(Object.entries(figures).map(([name, element]) => [name, text(element)]));

const line = ballot => {
  const element = BALLOT.cloneNode(true);
  const [head, said, button] = element.children;
  head.textContent = named(ballot.number);
  said.textContent = ballot.said;
  button.textContent = words.edit;
  button.setAttribute("aria-label", `${words.edit} ${ballot.number}`);
  return element;
};
let newest = 0;

function show() {
  const shown = now();
  const put = (node, text) => { if (node.data !== text) node.data = text; };
  put(number, named(shown.next));
  put(said, shown.said);
  put(outside.next, small(shown.next));
  for (const name of ["count", "entered", "valid"]) put(outside[name], String(shown.count));
  rows.forEach((row, at) => {
    const cut = shown.cut[at];
    if (row.cut === cut) return;
    row.cut = cut;
    row.element.className = cut ? "cut" : "";
    row.use.setAttribute("href", cut ? "#m-cut" : "#m-keep");
    row.said.data = cut ? words.struck : words.kept;
  });
  for (const ballot of shown.latest.filter(one => one.number > newest).reverse()) {
    latest.prepend(line(ballot));
    if (latest.children.length > shown.latest.length) latest.lastChild.remove();
  }
  newest = shown.count;
}
show();

const field = entry.querySelector("input");
field.addEventListener("input", () => {
  type(field.value);
  show();
});
field.addEventListener("keydown", event => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  enter();
  field.value = "";
  show();
});
