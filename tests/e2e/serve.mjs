// Shows the release at a local address under a sub-path, by the same command that `make run` uses.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export const DIST = process.env.E2E_DIST ?? join(ROOT, "dist");
export const SINGLE = join(DIST, "so-tay-dai-hoi.html");
// The single file as a text; its letters are those of UTF-16.
export const singleText = () => readFile(SINGLE, "utf16le");
export const singleUrl = () => pathToFileURL(SINGLE).href;

// The address, and how to end it: after `end` nothing answers there any more.
export async function serve(folder = DIST, base = "/huyen/so-tay/") {
  const [command, first] = server();
  const child = spawn(command, [...first, "serve", folder, "--port", "0", "--base", base], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exit = new Promise(resolve => child.once("exit", resolve));
  const url = await new Promise((resolve, reject) => {
    exit.then(() => reject(new Error("the server ended before it gave its address")));
    createInterface({ input: child.stdout }).on("line", line => {
      const address = line.match(/http:\S+/);
      if (address) resolve(address[0]);
    });
  });
  const end = async () => {
    child.kill("SIGKILL");
    await exit;
  };
  return { url, end };
}

// The build has made the command already; cargo would first wait for whatever else is being built.
function server() {
  const built = join(process.env.CARGO_TARGET_DIR ?? join(ROOT, "target"), "debug", "xtask");
  return existsSync(built) ? [built, []] : ["cargo", ["run", "--quiet", "--package", "xtask", "--"]];
}
