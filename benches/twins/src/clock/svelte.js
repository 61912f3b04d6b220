// Svelte: one state.

import { mount } from "svelte";
import Clock from "./Clock.svelte";
import { place } from "./clock.js";

mount(Clock, { target: place });
