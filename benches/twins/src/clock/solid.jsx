// Solid: one signal.

import { createSignal } from "solid-js";
import { insert } from "solid-js/web";
import { LOOK, left, place } from "./clock.js";

const [now, look] = createSignal(left());
insert(place, now);
setInterval(() => look(left()), LOOK);
