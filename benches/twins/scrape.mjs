// The app's list of tasks as data for the twins, and what of a page is held against another.

// In the page: the body of the app's page, its main part empty.
export const BODY = `
  const body = document.body.cloneNode(true);
  body.querySelectorAll("script").forEach(script => script.remove());
  body.querySelector("#main").replaceChildren();
  const page = body.innerHTML.replaceAll("<!---->", "");`;

// In the page: the data. Tasks beyond those that are shown have what can be counted, and a title.
export const SCRAPE = `
  const raw = element => ({
    tag: element.localName, inner: element.innerHTML.replaceAll("<!---->", ""),
    attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
  });
  const main = document.getElementById("main");
  const text = (root, what) => root.querySelector(what)?.textContent ?? "";
  const head = root => ({
    title: text(root, "h2"), end: text(root, ".head__end"), late: root.querySelector(".head").classList.contains("head--late"),
  });
  const titles = [...main.querySelectorAll(".phase__name")].map(name => name.textContent);
  const phases = [...main.querySelectorAll(".phase")].map((phase, at) => {
    const [done, all] = text(phase, ".num").split("/").map(Number);
    return { roman: text(phase, "i"), name: titles[at], done, all };
  });
  const phaseOf = row => {
    const written = row.id.match(/^task-P(\\d)_/);
    return written ? Number(written[1]) - 1 : 0;
  };
  const [done, todo] = arguments;
  const groups = [...main.querySelectorAll(".cols > div > .group")].map(group => ({
    ...head(group), tasks: [...group.querySelectorAll("li.task")].map(row => row.id),
  }));
  const tasks = [...main.querySelectorAll("li.task")].map(row => ({
    id: row.id, element: row.id, title: text(row, ".task__t button"), who: text(row, ".task__m"), open: row.querySelector(".task__m").dataset.open, phase: phaseOf(row),
    late: text(row, ".bad") || null, day: text(row, ".task__d .num"),
    done: row.querySelector(".mark").dataset.mark === "m-done", own: !row.querySelector(".mark").hasAttribute("aria-pressed"),
  }));
  for (const task of tasks) task.after = task.late === null ? \`; hạn \${task.day}.\` : \`; việc này đã \${task.late}.\`;
  phases.forEach((phase, at) => {
    const seen = tasks.filter(task => task.phase === at);
    let ticked = phase.done - seen.filter(task => task.done).length;
    for (let more = seen.length; more < phase.all; more += 1, ticked -= 1) {
      tasks.push({ id: \`more-\${at}-\${more}\`, title: \`Việc \${more}\`, who: "", open: todo, phase: at, late: null, day: "", done: ticked > 0, own: false, after: "." });
    }
  });
  const children = [...main.children];
  const [bars, cols] = [main.querySelector(".phases"), main.querySelector(".cols")].map(one => children.indexOf(one));
  const opening = main.querySelector(".opening");
  const side = [...main.querySelector(".cols > aside").children];
  const plan = side[0];
  const first = [...main.querySelector(".cols > div").children];
  const begin = first.findIndex(one => one.matches(".group"));
  const end = first.findLastIndex(one => one.matches(".group"));
  const list = {
    words: { done, todo, before: "Làm tiếp: ", all: "", eyebrow: text(opening, ".eyebrow"), phases: main.querySelector(".phases").ariaLabel },
    phases: phases.map(({ roman, name }) => ({ roman, name })), groups, tasks, plan: head(plan),
    spans: [...plan.querySelectorAll(".tl li")].map(row => ({
      name: text(row, ".tl__name"), told: row.querySelector(".tl__row").title,
      left: row.querySelector(".tl__span").style.left, width: row.querySelector(".tl__span").style.width,
    })),
    raw: {
      opening: [...opening.children].slice(1).map(raw), above: children.slice(children.indexOf(opening) + 1, bars).map(raw),
      between: children.slice(bars + 1, cols).map(raw), tools: first.slice(0, begin).map(raw), more: first.slice(end + 1).map(raw),
      marks: [...plan.querySelectorAll(".tl__marks")].map(raw), marked: plan.querySelector(".tl").dataset.marks, plan: [...plan.children].slice(2).map(raw),
      lessons: side.slice(1).map(raw), below: children.slice(cols + 1).map(raw),
    },
  };
  ${BODY}
  return [list, page];`;

// In the page: `trees(element)`, what is in an element, as the twins grow it again.
export const TREES = `
  const trees = element => [...element.childNodes].filter(one => one.nodeType === 1 || one.nodeType === 3).map(one => {
    if (one.nodeType === 3) return one.data;
    return [one.localName, [...one.attributes].map(({ name, value }) => [name, value]), trees(one)];
  });`;

// In the page: what a person sees of the list, without what only the app's own address and time make.
export const SEEN = `
  const main = document.getElementById("main").cloneNode(true);
  const told = node => {
    if (node.nodeType === 3) return node.data.trim() && node.data;
    if (node.nodeType !== 1) return "";
    const own = [...node.attributes].map(({ name, value }) => \`\${name}="\${value.trim()}"\`).filter(one => one !== 'class=""').sort().join(" ");
    return \`<\${node.localName} \${own}>\${[...node.childNodes].map(told).join("")}\`;
  };
  return told(main);`;

// Throws where one page shows something else than another, with the place at which they part.
export function held(shown, wanted, what) {
  if (shown === wanted) return;
  const parts = [shown, wanted].map(text => text.split("<"));
  const at = parts[0].findIndex((part, at) => part !== parts[1][at]);
  throw new Error(`${what}: <${parts[0].slice(at, at + 3).join("<")} instead of <${parts[1].slice(at, at + 3).join("<")}`);
}
