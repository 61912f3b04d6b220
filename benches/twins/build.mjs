// Builds the twins: each one page with everything inside it, as the single file is.

import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { build } from "vite";
import solid from "vite-plugin-solid";
import { DIST } from "../../tests/e2e/serve.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
export const TWINS = [
  ["by hand", "by-hand.js", []],
  ["Solid", "solid.jsx", [solid()]],
  ["Svelte", "svelte.js", [svelte()]],
  ["React", "react.jsx", []],
];

async function script(entry, plugins) {
  const made = await build({
    root: here, configFile: false, logLevel: "error", plugins,
    esbuild: { jsx: "automatic" },
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    build: {
      write: false, minify: true, target: "es2022",
      lib: { entry: join(here, "src", entry), formats: ["iife"], name: "twin" },
    },
  });
  return [made].flat()[0].output.find(file => file.type === "chunk").code;
}

// The addresses of the twins of a work, in `folder`: the body of the app's own page, with its main part left to the twin.
export async function twins(folder, work, styles, body) {
  const pages = {};
  for (const [name, entry, plugins] of TWINS) {
    const code = (await script(join(work, entry), plugins)).replaceAll("</script", "<\\/script");
    const page = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
      `<title>${name}</title><style>${styles}</style></head><body>${body}<script>${code}</script></body></html>`;
    const file = join(folder, `${work}-${entry.split(".")[0]}.html`);
    await writeFile(file, page);
    pages[name] = { url: pathToFileURL(file).href, bytes: code.length };
  }
  return pages;
}

// All styles of the app, in the order of its pages.
export async function styles() {
  const sheets = ["", "later"].map(async folder =>
    (await readdir(join(DIST, folder))).filter(name => name.endsWith(".css")).map(name => join(DIST, folder, name)));
  const texts = (await Promise.all(sheets)).flat().map(sheet => readFile(sheet, "utf8"));
  return (await Promise.all(texts)).join("");
}
