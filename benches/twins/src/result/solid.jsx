// Solid: a row for each name.

import { For } from "solid-js";
import { render } from "solid-js/web";
import { follow, result } from "./result.js";

const Row = ({ one }) => (
  <tr data-verdict={one.verdict}>
    <td class="num">{one.number}</td><td class="who">{one.name}</td>
    <td><span class="plainbar" role="img" aria-label={one.told}><span style={{ width: one.width }} /></span></td>
    <td class="votes num">{one.votes}</td><td class="share num">{one.share}</td>
    <td><span class="state"><svg class="ico" viewBox="0 0 24 24" aria-hidden="true"><use href={one.icon} /></svg>{one.said}</span></td>
  </tr>
);

follow(body => render(() => <For each={result.rows}>{one => <Row one={one} />}</For>, body));
