// React: a row for each name.

import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { follow, result } from "./result.js";

const Row = ({ one }) => (
  <tr data-verdict={one.verdict}>
    <td className="num">{one.number}</td><td className="who">{one.name}</td>
    <td><span className="plainbar" role="img" aria-label={one.told}><span style={{ width: one.width }} /></span></td>
    <td className="votes num">{one.votes}</td><td className="share num">{one.share}</td>
    <td><span className="state"><svg className="ico" viewBox="0 0 24 24" aria-hidden="true"><use href={one.icon} /></svg>{one.said}</span></td>
  </tr>
);

follow(body => {
  const root = createRoot(body);
  flushSync(() => root.render(result.rows.map(one => <Row key={one.number} one={one} />)));
  return () => root.unmount();
});
