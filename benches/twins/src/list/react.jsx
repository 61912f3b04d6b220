// React: a memoised row with its own state; the figures and the sentence are told through one store.

import { memo, useEffect, useReducer, useState, useSyncExternalStore } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { Raw } from "../raw-react.jsx";
import { counts, figures, groupsOf, halves, isBehind, isLate, label, list, markOf, next, onSearch, place, share, tick } from "./list.js";

const tasks = new Map(list.tasks.map(task => [task.id, task]));
const followers = new Set();
const subscribe = follower => {
  followers.add(follower);
  return () => followers.delete(follower);
};
const useFigure = figure => useSyncExternalStore(subscribe, figure);

const Row = memo(({ task }) => {
  const [, show] = useReducer(turns => turns + 1, 0);
  const press = () => task.own || tick(task, () => {
    show();
    followers.forEach(follower => follower());
  });
  return (
    <li className="task" data-late={isLate(task)} id={task.element}>
      <button className="mark" data-mark={markOf(task)} aria-label={label(task)} aria-pressed={task.own ? undefined : task.done} onClick={press}>
        <svg className="ico" viewBox="0 0 24 24" aria-hidden="true"><use href={`#${markOf(task)}`} /></svg>
      </button>
      <div className="task__b">
        <p className="task__t"><button aria-expanded="false">{task.title}</button></p>
        <p className="task__m" data-open={task.open}>{task.who}</p>
      </div>
      <p className="task__d">
        <b className="bad">{task.late}</b>
        <span className="num">{task.day}</span>
      </p>
    </li>
  );
});

const Head = ({ title, late, end }) => (
  <div className={late ? "head head--late" : "head"}><h2>{title}</h2><span className="head__end num">{end}</span></div>
);

const Phase = ({ phase: { roman, name }, at }) => {
  const told = useFigure(() => figures(counts[at]));
  const whole = counts[at].done === counts[at].all;
  return (
    <button className={whole ? "phase phase--done" : "phase"} aria-pressed="false">
      <span className="phase__n"><i>{roman}</i><span className="num">{told}</span></span>
      <span className="phase__name">{name}</span>
      <span className="phase__bar"><span style={{ width: share(counts[at]) }} /></span>
    </button>
  );
};

const Span = ({ span, at }) => {
  useFigure(() => figures(counts[at]));
  return (
    <li>
      <span className="tl__name">{span.name}</span>
      <span className="tl__row" title={span.told}>
        <span className="tl__span" data-late={isBehind(at)} style={{ left: span.left, width: span.width }}>
          <span style={{ width: halves(counts[at]) }} />
        </span>
        <span className="sr">{span.told}</span>
      </span>
    </li>
  );
};

const Sentence = () => {
  const task = useFigure(next);
  return <h1>{task ? <>{list.words.before}<b>{task.title}</b>{task.after}</> : list.words.all}</h1>;
};

const Group = ({ group }) => (
  <section className="group">
    <Head {...group} />
    <ul>{group.tasks.map(id => <Row key={id} task={tasks.get(id)} />)}</ul>
  </section>
);

const List = () => {
  const [groups, show] = useState(list.groups);
  useEffect(() => onSearch(typed => flushSync(() => show(groupsOf(typed)))), []);
  return (
    <>
      <div className="opening">
        <div><p className="eyebrow">{list.words.eyebrow}</p><Sentence /></div>
        <Raw all={list.raw.opening} />
      </div>
      <Raw all={list.raw.above} />
      <div className="phases" role="group" aria-label={list.words.phases}>
        {list.phases.map((phase, at) => <Phase key={at} phase={phase} at={at} />)}
      </div>
      <Raw all={list.raw.between} />
      <div className="cols">
        <div>
          <Raw all={list.raw.tools} />
          {groups.map(group => <Group key={group.title} group={group} />)}
          <Raw all={list.raw.more} />
        </div>
        <aside>
          <section className="group planline">
            <Head {...list.plan} />
            <div className="tl" data-marks={list.raw.marked}>
              <ul>{list.spans.map((span, at) => <Span key={at} span={span} at={at} />)}</ul>
              <Raw all={list.raw.marks} />
            </div>
            <Raw all={list.raw.plan} />
          </section>
          <Raw all={list.raw.lessons} />
        </aside>
      </div>
      <Raw all={list.raw.below} />
    </>
  );
};

createRoot(place).render(<List />);
