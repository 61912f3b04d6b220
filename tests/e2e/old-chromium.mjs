// A Chromium of 2022, as old Windows machines have it, driven by a driver of today: what passes between the two is put in
// the words that each of them knows. Its packages are those of `tests/old_chromium`.

import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { WebSocket, WebSocketServer } from "ws";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const PACKED = {
  109: "tests/old_chromium/node_modules/@sparticuz/chromium/bin/chromium.br",
  92: "tests/old_chromium/node_modules/chrome-aws-lambda/bin/chromium.br",
};

// Without these neither of the two starts outside the machine that it was packed for.
const FLAGS = ["--headless", "--no-sandbox", "--no-zygote", "--disable-gpu", "--disable-dev-shm-usage", "--lang=vi"];

// The program of a version, unpacked where it was not yet.
function oldChromium(version) {
  const program = join(ROOT, "target", "old-chromium", String(version));
  if (existsSync(program)) return program;
  const packed = join(ROOT, PACKED[version]);
  if (!existsSync(packed)) throw new Error(`Chromium ${version} is not there; \`make old-chromium\` fetches it`);
  mkdirSync(dirname(program), { recursive: true });
  // Put in its place only when it is whole.
  writeFileSync(`${program}.part`, brotliDecompressSync(readFileSync(packed)));
  chmodSync(`${program}.part`, 0o755);
  renameSync(`${program}.part`, program);
  return program;
}

// Starts it; gives the address where the driver finds it.
export async function startOld(version, flags, downloads) {
  // It downloads into the folder that it was started in, whatever it is told.
  const child = spawn(oldChromium(version), [...FLAGS, ...flags, "--remote-debugging-port=0", "about:blank"], {
    cwd: downloads,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = new Promise(resolve => child.once("exit", resolve));
  const port = await devtools(child);
  const between = createServer((request, response) => forward(port, between, request, response));
  const sockets = new WebSocketServer({ server: between });
  sockets.on("connection", (driver, request) => translate(driver, `ws://127.0.0.1:${port}${request.url}`, downloads));
  await new Promise(resolve => between.listen(0, "127.0.0.1", resolve));
  const end = async () => {
    sockets.clients.forEach(client => client.terminate());
    between.closeAllConnections();
    between.close();
    child.kill("SIGKILL");
    await ended;
  };
  return { address: `127.0.0.1:${between.address().port}`, end };
}

// The port at which a browser that was just started can be spoken to.
export function devtools(child) {
  return new Promise((resolve, reject) => {
    let told = "";
    child.stderr.on("data", data => {
      told += data;
      const found = told.match(/DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/);
      if (found) resolve(Number(found[1]));
    });
    child.once("exit", () => reject(new Error(`Chromium did not start: ${told}`)));
  });
}

async function forward(port, between, request, response) {
  const answer = await fetch(`http://127.0.0.1:${port}${request.url}`, { method: request.method });
  const text = (await answer.text()).replaceAll(`127.0.0.1:${port}`, `127.0.0.1:${between.address().port}`);
  response.writeHead(answer.status, { "content-type": "application/json" }).end(text);
}

// What the driver says and the old browser does not know: a context's unique name in a call; values that tell of nodes,
// with the node's and its document's number in them; to close a tab, where here only its page can be closed.
function translate(driver, address, downloads) {
  const browser = new WebSocket(address, { perMessageDeflate: false, maxPayload: 1 << 30 });
  const opened = new Promise(resolve => browser.once("open", resolve));
  const known = { contexts: new Map(), sessions: new Map(), pages: new Map() };
  const asked = new Map();
  // Numbers that the driver never comes to.
  let number = 1_000_000_000;
  const ask = (sessionId, method, params) => new Promise(resolve => {
    number += 1;
    asked.set(number, resolve);
    browser.send(JSON.stringify({ id: number, sessionId, method, params }));
  });
  driver.on("message", async data => {
    await opened;
    browser.send(JSON.stringify(older(JSON.parse(data), known)));
  });
  let turn = Promise.resolve();
  browser.on("message", data => {
    const message = JSON.parse(data);
    const own = asked.get(message.id);
    if (own) {
      asked.delete(message.id);
      own(message.result ?? {});
      return;
    }
    note(message, known);
    if (message.method === "Target.attachedToTarget" && message.params.targetInfo.type === "page") {
      ask(message.params.sessionId, "Page.setDownloadBehavior", { behavior: "allow", downloadPath: downloads });
    }
    // One after the other, as the browser told them.
    turn = turn.then(() => newer(message, ask)).then(told => driver.send(JSON.stringify(told)));
  });
  driver.on("close", () => browser.close());
  browser.on("close", () => driver.close());
  browser.on("error", () => driver.close());
}

function note({ method, sessionId, params }, { contexts, sessions, pages }) {
  if (method === "Runtime.executionContextCreated") contexts.set(params.context.uniqueId, params.context.id);
  if (method !== "Target.attachedToTarget") return;
  const { targetId, type } = params.targetInfo;
  sessions.set(params.sessionId, targetId);
  if (type === "page" && sessionId) pages.set(sessions.get(sessionId), targetId);
}

function older(message, { contexts, pages }) {
  const { uniqueContextId, serializationOptions, ...params } = message.params ?? {};
  if (uniqueContextId) params.executionContextId = contexts.get(uniqueContextId);
  if (serializationOptions) params.generateWebDriverValue = true;
  if (message.method === "Target.closeTarget") params.targetId = pages.get(params.targetId) ?? params.targetId;
  return { ...message, params };
}

async function newer(message, ask) {
  const result = message.result?.result;
  if (!result?.webDriverValue) return message;
  const { webDriverValue, ...rest } = result;
  const values = Array.isArray(webDriverValue.value) ? webDriverValue.value : [];
  if (values.some(({ type }) => type === "node")) {
    const { sessionId } = message;
    const { result: own } = await ask(sessionId, "Runtime.getProperties", { objectId: rest.objectId, ownProperties: true });
    const { frameTree } = await ask(sessionId, "Page.getFrameTree", {});
    const objects = new Map(own.map(({ name, value }) => [name, value?.objectId]));
    await Promise.all(values.map(async (value, place) => {
      if (value.type !== "node") return;
      const { node } = await ask(sessionId, "DOM.describeNode", { objectId: objects.get(String(place)) });
      Object.assign(value.value, { backendNodeId: node.backendNodeId, loaderId: frameTree.frame.loaderId });
    }));
  }
  return { ...message, result: { ...message.result, result: { ...rest, deepSerializedValue: webDriverValue } } };
}
