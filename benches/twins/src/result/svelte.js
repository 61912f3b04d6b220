// Svelte: a row for each name.

import { flushSync, mount, unmount } from "svelte";
import Rows from "./Rows.svelte";
import { follow } from "./result.js";

follow(body => {
  const rows = mount(Rows, { target: body });
  flushSync();
  return () => unmount(rows);
});
