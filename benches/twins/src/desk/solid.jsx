// Solid: a store, brought up to date with what is shown now.

import { For } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import { insert, render } from "solid-js/web";
import { Raw } from "../raw-solid.jsx";
import { column, desk, enter, figures, named, now, small, type } from "./desk.js";

const { words } = desk;
const [shown, show] = createStore(now());
const follow = () => show(reconcile(now(), { key: "number" }));

const typed = ({ target }) => {
  type(target.value);
  follow();
};
const pressed = event => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  enter();
  event.target.value = "";
  follow();
};

const Row = ({ name, at }) => (
  <li class={shown.cut[at] ? "cut" : ""}>
    <span class="n num">{at + 1}</span><span class="who"><span>{name}</span></span>
    <span class="say">
      <svg class="ico" viewBox="0 0 24 24" aria-hidden="true"><use href={shown.cut[at] ? "#m-cut" : "#m-keep"} /></svg>
      {shown.cut[at] ? words.struck : words.kept}
    </span>
  </li>
);

render(() => (
  <>
    <Raw all={desk.above} />
    <div class="entry">
      <label for="ballot-line"><b>{named(shown.next)}</b><span>{words.label}</span></label>
      <input {...desk.field} on:input={typed} on:keydown={pressed} />
      <Raw all={desk.press} />
    </div>
    <p class="read" id="read-back" role="status" data-look="ok">
      <svg class="ico" viewBox="0 0 24 24" aria-hidden="true"><use href="#m-done" /></svg><span>{shown.said}</span>
    </p>
    <div class="ballot" id="ballot">
      <p class="ballot__cap">{words.caption}</p>
      <ol><For each={desk.names}>{(name, at) => <Row name={name} at={at()} />}</For></ol>
    </div>
    <Raw all={desk.below} />
    <ul class="lastb" id="latest">
      <For each={shown.latest}>{ballot => (
        <li data-look="ok">
          <span class="num">{named(ballot.number)}</span><span>{ballot.said}</span>
          <button class="btn btn--link" aria-label={`${words.edit} ${ballot.number}`}>{words.edit}</button>
        </li>
      )}</For>
    </ul>
  </>
), column);
insert(figures.next, () => small(shown.next));
for (const name of ["count", "entered", "valid"]) insert(figures[name], () => shown.count);
