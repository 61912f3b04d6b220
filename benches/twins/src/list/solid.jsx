// Solid: a signal for each task's state and one for the figures of each phase.

import { createMemo, createSignal, For } from "solid-js";
import { render } from "solid-js/web";
import { Raw } from "../raw-solid.jsx";
import { counts, figures, groupsOf, halves, isBehind, isLate, label, list, markOf, next, onSearch, place, share, tick } from "./list.js";

const tasks = new Map(list.tasks.map(task => [task.id, task]));
const again = { equals: false };
const phases = counts.map(count => createSignal(count, again));
const [following, follow] = createSignal(next());

const Row = ({ task }) => {
  const [state, turned] = createSignal(task, again);
  const press = () => task.own || tick(task, () => {
    turned(task);
    phases[task.phase][1](counts[task.phase]);
    follow(next());
  });
  return (
    <li class="task" data-late={isLate(state())} id={task.element}>
      <button class="mark" data-mark={markOf(state())} aria-label={label(state())} aria-pressed={task.own ? undefined : state().done} on:click={press}>
        <svg class="ico" viewBox="0 0 24 24" aria-hidden="true"><use href={`#${markOf(state())}`} /></svg>
      </button>
      <div class="task__b">
        <p class="task__t"><button aria-expanded="false">{task.title}</button></p>
        <p class="task__m" data-open={task.open}>{task.who}</p>
      </div>
      <p class="task__d">
        <b class="bad">{task.late}</b>
        <span class="num">{task.day}</span>
      </p>
    </li>
  );
};

const Head = props => (
  <div class={props.late ? "head head--late" : "head"}><h2>{props.title}</h2><span class="head__end num">{props.end}</span></div>
);

const [wanted, search] = createSignal("");
onSearch(search);
const found = createMemo(() => new Map(groupsOf(wanted()).map(group => [group.title, group])));

const Group = ({ title }) => {
  const group = createMemo(before => found().get(title) ?? before);
  return (
    <section class="group">
      <Head title={title} late={group().late} end={group().end} />
      <ul><For each={group().tasks}>{id => <Row task={tasks.get(id)} />}</For></ul>
    </section>
  );
};

const Phase = ({ phase: { roman, name }, count }) => (
  <button class="phase" classList={{ "phase--done": count().done === count().all }} aria-pressed="false">
    <span class="phase__n"><i>{roman}</i><span class="num">{figures(count())}</span></span>
    <span class="phase__name">{name}</span>
    <span class="phase__bar"><span style={{ width: share(count()) }} /></span>
  </button>
);

const Span = ({ span, phase, count }) => (
  <li>
    <span class="tl__name">{span.name}</span>
    <span class="tl__row" title={span.told}>
      <span class="tl__span" data-late={count() && isBehind(phase)} style={{ left: span.left, width: span.width }}>
        <span style={{ width: halves(count()) }} />
      </span>
      <span class="sr">{span.told}</span>
    </span>
  </li>
);

const Sentence = () => {
  const name = () => following()?.title;
  return <h1>{following() ? <>{list.words.before}<b>{name()}</b>{following()?.after}</> : list.words.all}</h1>;
};

render(() => (
  <>
    <div class="opening">
      <div><p class="eyebrow">{list.words.eyebrow}</p><Sentence /></div>
      <Raw all={list.raw.opening} />
    </div>
    <Raw all={list.raw.above} />
    <div class="phases" role="group" aria-label={list.words.phases}>
      <For each={list.phases}>{(phase, at) => <Phase phase={phase} count={phases[at()][0]} />}</For>
    </div>
    <Raw all={list.raw.between} />
    <div class="cols">
      <div>
        <Raw all={list.raw.tools} />
        <For each={[...found().keys()]}>{title => <Group title={title} />}</For>
        <Raw all={list.raw.more} />
      </div>
      <aside>
        <section class="group planline">
          <Head {...list.plan} />
          <div class="tl" data-marks={list.raw.marked}>
            <ul><For each={list.spans}>{(span, at) => <Span span={span} phase={at()} count={phases[at()][0]} />}</For></ul>
            <Raw all={list.raw.marks} />
          </div>
          <Raw all={list.raw.plan} />
        </section>
        <Raw all={list.raw.lessons} />
      </aside>
    </div>
    <Raw all={list.raw.below} />
  </>
), place);
