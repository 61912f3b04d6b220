// React: one state, and rows that are made again only when their mark changed.

import { memo, useState } from "react";
import { createPortal } from "react-dom";
import { createRoot } from "react-dom/client";
import { Raw } from "../raw-react.jsx";
import { column, desk, enter, figures, named, now, small, type } from "./desk.js";

const { words, field: { class: className, ...field } } = desk;

const Row = memo(({ name, at, cut }) => (
  <li className={cut ? "cut" : ""}>
    <span className="n num">{at + 1}</span><span className="who"><span>{name}</span></span>
    <span className="say">
      <svg className="ico" viewBox="0 0 24 24" aria-hidden="true"><use href={cut ? "#m-cut" : "#m-keep"} /></svg>
      {cut ? words.struck : words.kept}
    </span>
  </li>
));

const Latest = memo(({ number, said }) => (
  <li data-look="ok">
    <span className="num">{named(number)}</span><span>{said}</span>
    <button className="btn btn--link" aria-label={`${words.edit} ${number}`}>{words.edit}</button>
  </li>
));

const Still = memo(Raw);

const Desk = () => {
  const [shown, show] = useState(now);
  const typed = ({ target }) => {
    type(target.value);
    show(now());
  };
  const pressed = event => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    enter();
    event.target.value = "";
    show(now());
  };
  return (
    <>
      <Still all={desk.above} />
      <div className="entry">
        <label htmlFor="ballot-line"><b>{named(shown.next)}</b><span>{words.label}</span></label>
        <input className={className} {...field} onInput={typed} onKeyDown={pressed} />
        <Still all={desk.press} />
      </div>
      <p className="read" id="read-back" role="status" data-look="ok">
        <svg className="ico" viewBox="0 0 24 24" aria-hidden="true"><use href="#m-done" /></svg><span>{shown.said}</span>
      </p>
      <div className="ballot" id="ballot">
        <p className="ballot__cap">{words.caption}</p>
        <ol>{desk.names.map((name, at) => <Row key={at} name={name} at={at} cut={shown.cut[at]} />)}</ol>
      </div>
      <Still all={desk.below} />
      <ul className="lastb" id="latest">{shown.latest.map(one => <Latest key={one.number} {...one} />)}</ul>
      {createPortal(small(shown.next), figures.next)}
      {["count", "entered", "valid"].map(name => createPortal(shown.count, figures[name], name))}
    </>
  );
};

createRoot(column).render(<Desk />);
