// What was read off the app and never changes, in Solid.

import { For } from "solid-js";
import { Dynamic } from "solid-js/web";

export const Raw = props => <For each={props.all}>{one => <Dynamic component={one.tag} {...one.attributes} innerHTML={one.inner} />}</For>;
