// What the clocks share: when the time is up, and how the rest is written.

import { grown } from "../made.js";

export const { end, shell } = JSON.parse(localStorage.getItem("twin/clock"));
document.getElementById("main").append(...shell.map(grown));
export const place = document.getElementById("clock");

// As often as the app looks at its clock, in milliseconds.
export const LOOK = 250;

export function left() {
  const seconds = Math.ceil((end - Date.now()) / 1000);
  const two = number => String(number).padStart(2, "0");
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}
