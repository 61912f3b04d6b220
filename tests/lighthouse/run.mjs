// Lighthouse's scores of the hosted page, on a phone and on a desk. Accessibility, best practices and SEO must be full; the
// score of the speed is a model of a slow phone on a slow line, and is told beside its goal.

import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import lighthouse, { desktopConfig } from "lighthouse";
import { remove, temporaryFolder } from "../e2e/engines.mjs";
import { devtools } from "../e2e/old-chromium.mjs";
import { DIST } from "../e2e/serve.mjs";

const WANTED = { accessibility: 1, "best-practices": 1, seo: 1, performance: 0.95 };
const ENFORCED = ["accessibility", "best-practices", "seo"];

// A host that compresses as plain hosts do: gzip, where it makes a file smaller.
const KINDS = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".png": "image/png", ".webmanifest": "application/manifest+json" };
const server = createServer(async (request, response) => {
  const name = new URL(request.url, "http://host").pathname.replace(/\/$/, "/index.html");
  const file = await readFile(join(DIST, name)).catch(() => null);
  if (!file) return response.writeHead(404).end();
  const headers = { "content-type": KINDS[extname(name)] ?? "application/octet-stream", "cache-control": "max-age=31536000" };
  if (extname(name) === ".png") return response.writeHead(200, headers).end(file);
  return response.writeHead(200, { ...headers, "content-encoding": "gzip" }).end(gzipSync(file, { level: 9 }));
});
await new Promise(resolve => server.listen(0, "127.0.0.1", resolve));
const address = `http://127.0.0.1:${server.address().port}/`;
const home = await temporaryFolder("lighthouse-");
const browser = spawn("chromium", [
  "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--lang=vi",
  "--remote-debugging-port=0", `--user-data-dir=${home}`, "about:blank",
], { stdio: ["ignore", "ignore", "pipe"] });
let short = false;
try {
  const port = await devtools(browser);
  for (const [device, config] of [["phone", undefined], ["desk", desktopConfig]]) {
    const { lhr } = await lighthouse(address, { port, logLevel: "error", onlyCategories: Object.keys(WANTED) }, config);
    for (const [name, goal] of Object.entries(WANTED)) {
      const { score, auditRefs } = lhr.categories[name];
      const less = score < goal;
      short ||= less && ENFORCED.includes(name);
      console.log(`${device.padEnd(6)} ${name.padEnd(15)} ${String(Math.round(score * 100)).padStart(3)}${less ? `  short of ${goal * 100}` : ""}`);
      if (!less) continue;
      const wrong = auditRefs.filter(({ id, weight }) => weight > 0 && lhr.audits[id].score < 0.9);
      for (const { id } of wrong) console.log(`         ${id}: ${lhr.audits[id].displayValue ?? lhr.audits[id].title}`);
    }
  }
} finally {
  browser.kill("SIGKILL");
  await new Promise(resolve => (browser.exitCode === null && browser.signalCode === null ? browser.once("exit", resolve) : resolve()));
  await remove(home);
  server.close();
  server.closeAllConnections();
}
process.exitCode = short ? 1 : 0;
