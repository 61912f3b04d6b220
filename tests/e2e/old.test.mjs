// Old Chromiums, from packages: 109, the last for Windows 7 and 8, opens the handbook as it is shipped, on the web and from
// a stick; 92 cannot run it, and says in plain words what to install. `make e2e-old` plays the whole set on 109.

import { after, before, test } from "node:test";
import { WebSocket } from "ws";
import { ENGINES, remove, temporaryFolder } from "./engines.mjs";
import { startOld } from "./old-chromium.mjs";
import { serve, singleUrl } from "./serve.mjs";
import { until } from "./wait.mjs";

const chromiumOnly = { skip: !ENGINES.includes("chromium") };

let server;
before(async () => { server = await serve(); });
after(() => server?.end());

// Opens an address, and asks the page a question until the answer is yes.
async function asked(version, url, question) {
  const home = await temporaryFolder("e2e-old-");
  const browser = await startOld(version, [`--user-data-dir=${home}`], home);
  try {
    // Its first page stands a moment after it answers.
    const page = await until("a page", async () =>
      (await (await fetch(`http://${browser.address}/json`)).json()).find(page => page.type === "page"), 20_000);
    const socket = new WebSocket(page.webSocketDebuggerUrl);
    await new Promise(resolve => socket.once("open", resolve));
    const tell = (id, method, params) => new Promise(resolve => {
      socket.on("message", data => {
        const message = JSON.parse(data);
        if (message.id === id) resolve(message.result);
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
    await tell(1, "Page.navigate", { url });
    let id = 1;
    await until(question, async () => {
      id += 1;
      const { result } = await tell(id, "Runtime.evaluate", { expression: question, returnByValue: true });
      return result.value === true;
    }, 20_000);
  } finally {
    await browser.end();
    await remove(home);
  }
}

const INSTALL = "Hãy dùng Chrome, Edge hoặc Cốc Cốc từ bản 109, Firefox từ bản 115, Safari từ bản 16.4. Dữ liệu đã lưu vẫn còn nguyên.";

for (const [where, url] of [["a host", () => server.url], ["a stick", singleUrl]]) {
  test(`Chromium 109 opens the handbook from ${where}`, chromiumOnly, () =>
    asked(109, url(), "!document.getElementById('shell') && !!document.getElementById('q-organisation')"));

  test(`Chromium 92 says what to install, from ${where}`, chromiumOnly, () =>
    asked(92, url(), `document.getElementById("shell-failed")?.innerText.includes(${JSON.stringify(INSTALL)})
      && !document.getElementById("q-organisation")`));
}
