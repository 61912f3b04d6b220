// Svelte: runes for each row, each phase and the sentence.

import { mount } from "svelte";
import List from "./List.svelte";
import { place } from "./list.js";

mount(List, { target: place });
