// What the results share: the rows, and when they come and go: with the address, as in the app.

import { grown } from "../made.js";

export const result = JSON.parse(localStorage.getItem("twin/result"));
const main = document.getElementById("main");

// `show` is given the body of the table and answers how it is taken away again.
export function follow(show) {
  let hide = () => {};
  const look = () => {
    hide();
    main.replaceChildren();
    hide = () => {};
    if (location.hash !== "#/result") return;
    main.append(...result.shell.map(grown));
    hide = show(main.querySelector("#result tbody"));
  };
  addEventListener("hashchange", look);
  look();
}
