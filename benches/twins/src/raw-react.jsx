// What was read off the app and never changes, in React.

import { createElement } from "react";

export const Raw = ({ all }) => all.map(({ tag, attributes: { class: className, ...attributes }, inner }, at) =>
  createElement(tag, { key: at, className, ...attributes, dangerouslySetInnerHTML: { __html: inner } }));
