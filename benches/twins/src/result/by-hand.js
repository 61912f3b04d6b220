// By hand: a row that is cloned.

import { made } from "../made.js";
import { follow, result } from "./result.js";

const ROW = made(
  '<tr><td class="num"></td><td class="who"></td><td><span class="plainbar" role="img"><span></span></span></td>' +
  '<td class="votes num"></td><td class="share num"></td>' +
  '<td><span class="state"><svg class="ico" viewBox="0 0 24 24" aria-hidden="true"><use></use></svg></span></td></tr>',
);

function row(one) {
  const element = ROW.cloneNode(true);
  const [number, who, bar, votes, share, state] = element.children;
  element.dataset.verdict = one.verdict;
  number.textContent = one.number;
  who.textContent = one.name;
  bar.firstChild.setAttribute("aria-label", one.told);
  bar.firstChild.firstChild.style.width = one.width;
  votes.textContent = one.votes;
  share.textContent = one.share;
  state.firstChild.firstChild.firstChild.setAttribute("href", one.icon);
  state.firstChild.append(one.said);
  return element;
}

follow(body => {
  body.append(...result.rows.map(row));
  return () => {};
});
