// Elements by hand: from a template, from what was read off the app, and from children.

export function made(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.firstChild;
}

export function raw({ tag, attributes, inner }) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.innerHTML = inner;
  return element;
}

export function box(tag, name, ...children) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...children);
  return element;
}

// What was read off the app as a tree: a text, or a tag, its attributes and what is in it. Written as HTML, some of it would
// be read differently: a paragraph holds no dialog there.
export function grown(tree) {
  if (typeof tree === "string") return document.createTextNode(tree);
  const [tag, attributes, inside] = tree;
  const isDrawn = ["svg", "use"].includes(tag);
  const element = isDrawn ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  for (const [name, value] of attributes) element.setAttribute(name, value);
  element.append(...inside.map(grown));
  return element;
}
