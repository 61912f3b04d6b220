// The table of js-framework-benchmark, made the way the twin by hand makes its list: a template that is cloned, nodes that
// are kept to be changed. `rows.mjs` holds it against that benchmark's own entry without a framework.

const WORDS = [
  ["pretty", "large", "big", "small", "tall", "short", "long", "plain", "clean", "easy", "odd", "cheap", "fancy"],
  ["red", "yellow", "blue", "green", "pink", "brown", "purple", "white", "black", "orange"],
  ["table", "chair", "house", "desk", "car", "pony", "cookie", "burger", "pizza", "mouse", "keyboard"],
];
const drawn = words => words[Math.floor(Math.random() * words.length)];

const template = document.createElement("template");
template.innerHTML =
  "<tr><td class='col-md-1'></td><td class='col-md-4'><a></a></td><td class='col-md-1'><a>" +
  "<span class='glyphicon glyphicon-remove' aria-hidden='true'></span></a></td><td class='col-md-6'></td></tr>";
const ROW = template.content.firstChild;

const body = document.getElementById("tbody");
let rows = [];
let chosen = null;
let last = 0;

function row() {
  const element = ROW.cloneNode(true);
  const [number, name] = element.children;
  const made = { element, label: WORDS.map(drawn).join(" "), text: name.firstChild };
  last += 1;
  number.textContent = last;
  made.text.textContent = made.label;
  element.row = made;
  return made;
}

function append(count) {
  for (let at = 0; at < count; at += 1) {
    const made = row();
    rows.push(made);
    body.append(made.element);
  }
}

function choose(made) {
  if (chosen) chosen.element.className = "";
  chosen = made;
  if (chosen) chosen.element.className = "danger";
}

function clear() {
  rows = [];
  chosen = null;
  body.textContent = "";
}

const presses = {
  run: () => { clear(); append(1000); },
  runlots: () => { clear(); append(10_000); },
  add: () => append(1000),
  clear,
  update() {
    for (let at = 0; at < rows.length; at += 10) {
      rows[at].label += " !!!";
      rows[at].text.textContent = rows[at].label;
    }
  },
  swaprows() {
    if (rows.length < 999) return;
    const [one, other] = [rows[1], rows[998]];
    body.insertBefore(other.element, rows[2].element);
    body.insertBefore(one.element, rows[999]?.element ?? null);
    [rows[1], rows[998]] = [other, one];
  },
};

document.getElementById("main").addEventListener("click", ({ target }) => {
  if (presses[target.id]) return presses[target.id]();
  const made = target.closest("tr")?.row;
  if (!made) return;
  const [, name, end] = made.element.children;
  if (end.contains(target)) {
    made.element.remove();
    rows.splice(rows.indexOf(made), 1);
    if (chosen === made) chosen = null;
  } else if (name.contains(target)) choose(made);
});
