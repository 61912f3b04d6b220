// What the twins share: the list as data, and what a tick means.

import { changes, keep } from "../keep.js";

export const list = JSON.parse(localStorage.getItem("twin/list"));

for (const { task } of changes) list.tasks.find(one => one.id === task.id).done = task.state === "done";

export const counts = list.phases.map((_, phase) => {
  const own = list.tasks.filter(task => task.phase === phase);
  return { done: own.filter(task => task.done).length, all: own.length };
});

export const figures = ({ done, all }) => `${done}/${all}`;
export const share = ({ done, all }) => `${all ? Math.floor((done * 100) / all) : 0}%`;
export const halves = ({ done, all }) => `${all ? Math.floor((done * 200) / all) / 2 : 0}%`;

export const isLate = task => task.late !== null && !task.done;
export const markOf = task => (task.done ? "m-done" : task.late === null ? "m-todo" : "m-late");
export const label = task => `${task.done ? list.words.done : list.words.todo}: ${task.title}`;

// The tasks stand by their urgency already.
export const next = () => list.tasks.find(task => !task.done);
export const isBehind = phase => list.tasks.some(task => task.phase === phase && isLate(task));

// The groups with what a search finds: small letters without marks, and d for đ.
const fold = text => text.normalize("NFD").replace(/[\u0300-\u036F]/g, "").toLowerCase().replaceAll("đ", "d");
const folded = new Map(list.tasks.map(task => [task.id, fold(`${task.title} ${task.who}`)]));
export function groupsOf(typed) {
  const wanted = fold(typed.trim());
  const found = list.groups.map(group => ({ ...group, tasks: group.tasks.filter(id => folded.get(id).includes(wanted)) }));
  // A head tells all its tasks, also those whose rows are not drawn yet; where that is so, nothing is searched for.
  const end = group => (wanted ? `${group.tasks.length} việc` : group.end);
  return found.filter(group => group.tasks.length > 0).map(group => ({ ...group, end: end(group) }));
}

export const onSearch = search => document.addEventListener("input", ({ target }) => {
  if (target.id === "find-task") search(target.value);
});

// Turns a task and keeps the change; `changed` is told when the page is to follow.
export function tick(task, changed) {
  task.done = !task.done;
  counts[task.phase].done += task.done ? 1 : -1;
  keep({ task: { id: task.id, state: task.done ? "done" : "todo" } });
  changed();
}

export const place = document.getElementById("main");
