// Waiting: everything in the app comes a moment later, so every look is repeated until it fits or time is up.

import assert from "node:assert/strict";
import { error } from "selenium-webdriver";

const PASSING = [
  error.NoSuchElementError, error.StaleElementReferenceError, error.ElementNotInteractableError,
  error.ElementClickInterceptedError, error.NoSuchWindowError,
];

export const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));

// The first truthy answer; what is not there yet is looked for again.
export async function until(what, look, timeout = 8000) {
  const end = Date.now() + timeout;
  let last;
  for (;;) {
    try {
      last = await look();
      if (last) return last;
    } catch (failure) {
      // WebKit's driver says so where the page was too busy to answer; whatever is wrong for good ends at the time limit.
      const busy = failure.message?.includes("Could not parse script result");
      if (!busy && !PASSING.some(kind => failure instanceof kind)) throw failure;
      last = failure.name;
    }
    if (Date.now() > end) throw new Error(`waited ${timeout} ms for: ${what} (last: ${String(last)})`);
    await sleep(40);
  }
}

// Equal in the end; the difference is shown if it never is.
export async function untilEqual(look, expected, what, timeout = 8000) {
  let last;
  try {
    await until(what, async () => {
      last = await look();
      return same(last, expected);
    }, timeout);
  } catch (failure) {
    if (last === undefined) throw failure;
    assert.deepEqual(last, expected, what);
  }
}

function same(actual, expected) {
  try {
    assert.deepEqual(actual, expected);
    return true;
  } catch {
    return false;
  }
}
