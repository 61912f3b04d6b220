// A whole browser, as the system sees it, and its sudden end: no process of it gets to write or to tidy up.

import { readFileSync, readdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

// Every process of the browser that runs on a profile: those that name it, and whatever these have started.
export function browserOn(profile) {
  const all = readdirSync("/proc").filter(name => /^\d+$/.test(name)).map(seen).filter(Boolean);
  // The driver names the profile too when it hands it on; it is no part of the browser.
  const found = new Set(all.filter(one => one.command.includes(profile) && !one.command.includes("driver"))
    .map(one => one.pid));
  for (let grown = -1; grown !== found.size;) {
    grown = found.size;
    for (const one of all) if (found.has(one.parent)) found.add(one.pid);
  }
  return [...found].sort((a, b) => a - b);
}

// Ends them all without a word, the oldest first: it is the one that writes to the disk.
export async function killed(profile, known = browserOn(profile)) {
  known.forEach(kill);
  for (let tries = 0; tries < 400; tries += 1) {
    const left = browserOn(profile);
    if (left.length === 0) return;
    left.forEach(kill);
    await sleep(10);
  }
  throw new Error(`a browser on ${profile} did not end`);
}

function seen(name) {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, "latin1");
    // The name in brackets may hold anything; what follows the last one is plain.
    const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (state === "Z") return null;
    return { pid: Number(name), parent: Number(parent), command: readFileSync(`/proc/${name}/cmdline`, "utf8") };
  } catch {
    return null;
  }
}

function kill(pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch (failure) {
    if (failure.code !== "ESRCH") throw failure;
  }
}
