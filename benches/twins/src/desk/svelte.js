// Svelte: one state, brought up to date with what is shown now.

import { mount } from "svelte";
import Desk from "./Desk.svelte";
import Figure from "./Figure.svelte";
import { column, figures, small } from "./desk.js";
import { shown } from "./shown.svelte.js";

mount(Desk, { target: column });
mount(Figure, { target: figures.next, props: { figure: () => small(shown.next) } });
for (const name of ["count", "entered", "valid"]) mount(Figure, { target: figures[name], props: { figure: () => shown.count } });
