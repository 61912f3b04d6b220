// The rules of WCAG 2.2 AA that a program can check.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

// What is wrong on the page as it is shown now: rule, place and reason, one line each. A colour that is still turning into
// another is neither, so what moves may come to its end first.
export async function violations(driver) {
  if (!(await driver.executeScript("return !!window.axe"))) await driver.executeScript(AXE);
  // What sticks to an edge covers, in the midst of a page, whatever happens to be there.
  await driver.executeScript("scrollTo(0, 0)");
  const found = await driver.executeAsyncScript(
    `const [tags, done] = arguments;
     Promise.allSettled(document.getAnimations().map(moving => moving.finished))
       .then(() => axe.run(document, { runOnly: tags, resultTypes: ["violations"] }))
       .then(result => done(result.violations), failure => done([{ id: String(failure), nodes: [] }]));`,
    TAGS,
  );
  return found.flatMap(({ id, help, nodes }) => nodes.length > 0
    ? nodes.map(node => `${id}: ${node.target.join(" ")}: ${node.failureSummary.replace(/\s+/g, " ")}`)
    : [`${id}: ${help}`]);
}
