// By hand: templates that are cloned, and nodes that are kept to be changed.

import { box, made, raw } from "../made.js";
import { counts, figures, groupsOf, halves, isBehind, isLate, label, list, markOf, next, onSearch, place, share, tick } from "./list.js";

const ROW = made(
  '<li class="task"><button class="mark"><svg class="ico" viewBox="0 0 24 24" aria-hidden="true"><use></use></svg></button>' +
  '<div class="task__b"><p class="task__t"><button aria-expanded="false"></button></p><p class="task__m"></p></div><p class="task__d"><b class="bad"></b><span class="num"></span></p></li>',
);
const PHASE = made(
  '<button class="phase" aria-pressed="false"><span class="phase__n"><i></i><span class="num"></span></span>' +
  '<span class="phase__name"></span><span class="phase__bar"><span></span></span></button>',
);
const HEAD = made('<div class="head"><h2></h2><span class="head__end num"></span></div>');
const SPAN = made('<li><span class="tl__name"></span><span class="tl__row"><span class="tl__span"><span></span></span><span class="sr"></span></span></li>');

const sentence = made("<h1></h1>");
let following = null;
function follow() {
  const task = next();
  if (task === following) return;
  following = task;
  sentence.replaceChildren();
  if (!task) return sentence.append(list.words.all);
  const name = document.createElement("b");
  name.textContent = task.title;
  sentence.append(list.words.before, name, task.after);
}

const phases = list.phases.map(({ roman, name }, phase) => {
  const element = PHASE.cloneNode(true);
  const [first, middle, bar] = element.children;
  first.firstChild.textContent = roman;
  middle.textContent = name;
  return { element, num: first.lastChild.appendChild(document.createTextNode("")), bar: bar.firstChild, phase };
});
const spans = list.spans.map(({ name, told, left, width }) => {
  const element = SPAN.cloneNode(true);
  const [head, row] = element.children;
  head.textContent = name;
  row.title = told;
  row.lastChild.textContent = told;
  const span = row.firstChild;
  span.style.left = left;
  span.style.width = width;
  return { element, span, bar: span.firstChild };
});
function figure(phase) {
  const { num, bar, element } = phases[phase];
  num.data = figures(counts[phase]);
  bar.style.width = share(counts[phase]);
  element.classList.toggle("phase--done", counts[phase].done === counts[phase].all);
  if (!spans[phase]) return;
  spans[phase].bar.style.width = halves(counts[phase]);
  spans[phase].span.dataset.late = isBehind(phase);
}

function row(task) {
  const element = ROW.cloneNode(true);
  const [mark, body, due] = element.children;
  const use = mark.firstChild.firstChild;
  element.id = task.element;
  body.firstChild.firstChild.textContent = task.title;
  if (task.open !== undefined) body.lastChild.setAttribute("data-open", task.open);
  body.lastChild.textContent = task.who;
  due.firstChild.textContent = task.late;
  due.lastChild.textContent = task.day;
  const show = () => {
    element.dataset.late = isLate(task);
    mark.dataset.mark = markOf(task);
    mark.setAttribute("aria-label", label(task));
    if (!task.own) mark.setAttribute("aria-pressed", task.done);
    use.setAttribute("href", `#${markOf(task)}`);
  };
  show();
  mark.onclick = () => task.own || tick(task, () => {
    show();
    figure(task.phase);
    follow();
  });
  return element;
}

function head({ title, late, end }) {
  const element = HEAD.cloneNode(true);
  if (late) element.classList.add("head--late");
  element.firstChild.textContent = title;
  element.lastChild.textContent = end;
  return element;
}

const tasks = new Map(list.tasks.map(task => [task.id, task]));
const rows = new Map(list.groups.flatMap(group => group.tasks).map(id => [id, row(tasks.get(id))]));
const groups = list.groups.map(group => {
  const [top, all] = [head(group), box("ul", "", ...group.tasks.map(id => rows.get(id)))];
  return { ...group, section: box("section", "group", top, all), all, end: top.lastChild };
});
const column = box("div", "", ...list.raw.tools.map(raw), ...groups.map(group => group.section), ...list.raw.more.map(raw));
onSearch(typed => {
  const found = new Map(groupsOf(typed).map(group => [group.title, group]));
  let before = column.children[list.raw.tools.length];
  for (const { title, tasks, section, all, end } of groups) {
    const group = found.get(title);
    if (before === section) before = section.nextSibling;
    if (!group) {
      section.remove();
      continue;
    }
    if (section.nextSibling !== before || !section.parentNode) column.insertBefore(section, before);
    if (end.textContent !== group.end) end.textContent = group.end;
    const kept = new Set(group.tasks);
    let at = all.firstChild;
    for (const id of tasks) {
      const one = rows.get(id);
      if (one === at) at = one.nextSibling;
      if (!kept.has(id)) one.remove();
      else if (one.parentNode !== all) all.insertBefore(one, at);
    }
  }
});
const eyebrow = box("p", "eyebrow", list.words.eyebrow);
const bars = box("div", "phases", ...phases.map(phase => phase.element));
bars.setAttribute("role", "group");
bars.setAttribute("aria-label", list.words.phases);
phases.forEach((_, phase) => figure(phase));
follow();
const line = box("div", "tl", box("ul", "", ...spans.map(span => span.element)), ...list.raw.marks.map(raw));
line.setAttribute("data-marks", list.raw.marked);
const plan = box("section", "group planline", head(list.plan), line, ...list.raw.plan.map(raw));
place.append(
  box("div", "opening", box("div", "", eyebrow, sentence), ...list.raw.opening.map(raw)),
  ...list.raw.above.map(raw), bars, ...list.raw.between.map(raw),
  box("div", "cols",
    column,
    box("aside", "", plan, ...list.raw.lessons.map(raw))),
  ...list.raw.below.map(raw),
);
