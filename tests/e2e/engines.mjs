// Starts the three engines, each with a fresh profile and a folder for downloads, and ends what it started.

import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { Builder, logging } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import firefox from "selenium-webdriver/firefox.js";
import { startOld } from "./old-chromium.mjs";

const ALL = ["chromium", "firefox", "webkit"];

// E2E_ENGINES=chromium,firefox plays only these.
export const ENGINES = (process.env.E2E_ENGINES ?? ALL.join(",")).split(",").filter(name => ALL.includes(name));

// E2E_CHROMIUM=109 plays with the Chromium of that version wherever this one would be.
export const OLD = process.env.E2E_CHROMIUM;

const CHROMIUM_FLAGS = [
  "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1366,900",
  "--lang=vi",
];

// A browser with its driver. `profile` keeps a profile over several starts; without one it is thrown away.
export async function open(engine, { profile, flags = [], performanceLog = false } = {}) {
  const home = profile ?? await temporaryFolder(`e2e-${engine}-`);
  const downloads = await temporaryFolder("e2e-downloads-");
  // What is to be undone at the end, the latest first; also when the start fails halfway.
  const ends = [() => remove(downloads), ...(profile ? [] : [() => remove(home)])];
  const quit = async () => {
    while (ends.length > 0) await ends.pop()();
  };
  try {
    const driver = await START[engine]({ home, downloads, flags, performanceLog, ends });
    ends.push(() => driver.quit().catch(() => {}));
    await driver.manage().setTimeouts({ script: 15_000, pageLoad: 30_000 });
    return { engine, driver, downloads, quit };
  } catch (failure) {
    await quit();
    throw failure;
  }
}

export const temporaryFolder = prefix => mkdtemp(join(tmpdir(), prefix));

// A browser may still be writing as its profile is taken away.
export const remove = folder => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });

// What the browser saved, once it is complete.
export async function downloaded(folder) {
  const names = await readdir(folder);
  const whole = names.filter(name => !/\.(crdownload|part|tmp)$|^\./.test(name));
  return names.length === whole.length ? whole.map(name => join(folder, name)) : [];
}

const START = { chromium: OLD ? startOldChromium : startChromium, firefox: startFirefox, webkit: startWebKit };

async function startChromium({ home, downloads, flags, performanceLog }) {
  const options = new chrome.Options()
    .setBinaryPath(program("chromium"))
    .addArguments(...CHROMIUM_FLAGS, `--user-data-dir=${home}`, ...flags)
    .setUserPreferences({ "download.default_directory": downloads, "download.prompt_for_download": false });
  options.setLoggingPrefs(logs(performanceLog));
  return new Builder()
    .forBrowser("chrome")
    .setChromeOptions(options)
    .setChromeService(new chrome.ServiceBuilder(program("chromedriver")))
    .build();
}

async function startOldChromium({ home, downloads, flags, performanceLog, ends }) {
  const old = await startOld(OLD, ["--window-size=1366,900", `--user-data-dir=${home}`, ...flags], downloads);
  ends.push(old.end);
  const options = new chrome.Options();
  options.debuggerAddress(old.address);
  options.setLoggingPrefs(logs(performanceLog));
  return new Builder()
    .forBrowser("chrome")
    .setChromeOptions(options)
    .setChromeService(new chrome.ServiceBuilder(program("chromedriver")).addArguments("--disable-build-check"))
    .build();
}

function logs(performanceLog) {
  const kinds = new logging.Preferences();
  kinds.setLevel(logging.Type.BROWSER, logging.Level.ALL);
  if (performanceLog) kinds.setLevel(logging.Type.PERFORMANCE, logging.Level.ALL);
  return kinds;
}

async function startFirefox({ home, downloads, flags }) {
  const options = new firefox.Options()
    .setBinary(program("firefox-esr"))
    .addArguments("-headless", "-profile", home, ...flags)
    .setPreference("browser.download.folderList", 2)
    .setPreference("browser.download.dir", downloads)
    .setPreference("browser.download.useDownloadDir", true)
    .setPreference("browser.download.manager.showWhenStarting", false)
    .setPreference("browser.helperApps.neverAsk.saveToDisk", "application/json,text/plain,text/html");
  const driver = await new Builder()
    .forBrowser("firefox")
    .setFirefoxOptions(options)
    .setFirefoxService(new firefox.ServiceBuilder(program("geckodriver")))
    .build();
  await driver.manage().window().setRect({ width: 1366, height: 900 });
  return driver;
}

// WebKitGTK has no headless mode, so it is given a screen of its own.
async function startWebKit({ ends }) {
  const display = await startScreen(ends);
  const port = await freePort();
  const service = spawn(program("WebKitWebDriver"), [`--port=${port}`, "--host=127.0.0.1"], {
    env: { ...process.env, DISPLAY: display, GDK_BACKEND: "x11" },
    stdio: "ignore",
  });
  ends.push(() => ended(service));
  await listening(port);
  return new Builder()
    .usingServer(`http://127.0.0.1:${port}`)
    .withCapabilities({
      browserName: "MiniBrowser",
      "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation", "--geometry=1366x900"] },
    })
    .build();
}

// The name of a fresh screen.
async function startScreen(ends) {
  const screen = spawn(program("Xvfb"), ["-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  ends.push(() => ended(screen));
  const number = await new Promise((resolve, reject) => {
    screen.once("exit", () => reject(new Error("Xvfb did not start")));
    screen.stdio[3].once("data", data => resolve(String(data).trim()));
  });
  return `:${number}`;
}

function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise(resolve => {
    child.once("exit", resolve);
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), 3000).unref();
  });
}

function program(name) {
  const found = process.env.PATH.split(delimiter).map(folder => join(folder, name)).find(existsSync);
  if (!found) throw new Error(`${name} is not installed; \`make browsers\` installs it`);
  return found;
}

function miniBrowser() {
  const places = readdirSync("/usr/lib").map(folder => `/usr/lib/${folder}/webkit2gtk-4.1/MiniBrowser`);
  const found = places.find(existsSync);
  if (!found) throw new Error("MiniBrowser of WebKitGTK is not installed; `make browsers` installs it");
  return found;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function listening(port) {
  for (let tries = 0; tries < 100; tries += 1) {
    const answered = await fetch(`http://127.0.0.1:${port}/status`).then(() => true, () => false);
    if (answered) return;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error(`nothing listens on port ${port}`);
}
