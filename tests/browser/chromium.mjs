/**
 * Chromium, and what only Chromium can do: give the messages of the console and
 * the requests of the network, pretend a reader's preferences, allow the
 * clipboard. Firefox and WebKit have files like this one.
 */
import { Builder, logging } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";

const ARGUMENTS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--force-color-profile=srgb",
];

export async function start_browser() {
  const options = new chrome.Options();
  options.setChromeBinaryPath(process.env.CHROMIUM ?? "/usr/bin/chromium");
  options.addArguments(...ARGUMENTS);
  const logs = new logging.Preferences();
  logs.setLevel(logging.Type.BROWSER, logging.Level.ALL);
  logs.setLevel(logging.Type.PERFORMANCE, logging.Level.ALL);
  options.setLoggingPrefs(logs);
  options.setPerfLoggingPrefs({ enableNetwork: true, enablePage: false });
  const driver = await new Builder()
    .forBrowser("chrome")
    .setChromeOptions(options)
    .setChromeService(new chrome.ServiceBuilder(process.env.CHROMEDRIVER ?? "/usr/bin/chromedriver"))
    .build();
  return {
    driver,

    /** Forgets what a former test left. */
    async forget() {
      await this.console_messages();
      await this.requests();
      await this.clipboard({ write: true });
      await this.network({ cut: false });
      await this.touch(null);
    },

    /** What was written on the console since it was last asked for. */
    async console_messages() {
      const entries = await driver.manage().logs().get(logging.Type.BROWSER);
      return entries.map((entry) => `${entry.level.name} ${words(entry.message)}`);
    },

    /** Addresses that were requested since they were last asked for. */
    async requests() {
      const entries = await driver.manage().logs().get(logging.Type.PERFORMANCE);
      return entries
        .map((entry) => JSON.parse(entry.message).message)
        .filter((message) => message.method === "Network.requestWillBeSent")
        .map((message) => message.params.request.url);
    },

    /** What the page holds on to once everything that is not needed is thrown away. */
    async holdings() {
      const ask = (command, given = {}) => driver.sendAndGetDevToolsCommand(command, given);
      await ask("Performance.enable");
      await ask("HeapProfiler.collectGarbage");
      const { nodes, jsEventListeners } = await ask("Memory.getDOMCounters");
      const { metrics } = await ask("Performance.getMetrics");
      const heap = metrics.find(({ name }) => name === "JSHeapUsedSize").value;
      const wasm = await driver.executeScript(() => window.seen.memories().map((memory) => memory.buffer.byteLength));
      return { nodes, listeners: jsEventListeners, heap, wasm };
    },

    /** A picture of a part of the screen, or of all of it, as PNG. */
    async picture(part) {
      if (!part) return Buffer.from(await driver.takeScreenshot(), "base64");
      const { x, y, width, height } = part;
      const clip = { x, y, width, height, scale: 1 };
      const { data } = await driver.sendAndGetDevToolsCommand("Page.captureScreenshot", { clip });
      return Buffer.from(data, "base64");
    },

    /** Pretends a screen of this size in CSS pixels, magnified; without one, the window's own. */
    async magnify(screen) {
      await (screen
        ? driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", {
          width: screen.width, height: screen.height, deviceScaleFactor: screen.times, mobile: false,
        })
        : driver.sendDevToolsCommand("Emulation.clearDeviceMetricsOverride"));
    },

    /** Pretends a touch screen of this size, in a hand; without one, a mouse and the window's own size. */
    async touch(screen) {
      await driver.sendDevToolsCommand("Emulation.setTouchEmulationEnabled", { enabled: Boolean(screen), maxTouchPoints: 5 });
      if (!screen) return this.magnify(null);
      const { width, height } = screen;
      await driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", {
        width, height, deviceScaleFactor: 2, mobile: true,
        screenOrientation: width > height ? { type: "landscapePrimary", angle: 90 } : { type: "portraitPrimary", angle: 0 },
      });
    },

    /** Touches this point of the screen, and lets go. */
    async tap({ x, y }) {
      await driver.sendDevToolsCommand("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
      await driver.sendDevToolsCommand("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    },

    /** Pretends preferences, as `{"prefers-reduced-motion": "reduce"}`; `{}` forgets them. */
    async prefer(preferences) {
      const features = Object.entries(preferences).map(([name, value]) => ({ name, value }));
      await driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { features });
    },

    /** Shows the page as it will be on paper; without, on the screen again. */
    async see_as_printed(yes = true) {
      await driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { media: yes ? "print" : "" });
    },

    /** Prints the page on A4, as PDF. */
    async print() {
      const paper = { paperWidth: 210 / 25.4, paperHeight: 297 / 25.4, preferCSSPageSize: true };
      const { data } = await driver.sendAndGetDevToolsCommand("Page.printToPDF", paper);
      return Buffer.from(data, "base64");
    },

    /** A window of this size. */
    async screen({ width, height }) {
      await driver.manage().window().setRect({ width, height });
    },

    /** A page of this size, which may be narrower than any window. */
    async pane(size) {
      await this.magnify({ ...size, times: 1 });
    },

    /** Whether pages may run scripts. */
    async scripts({ run }) {
      await driver.sendDevToolsCommand("Emulation.setScriptExecutionDisabled", { value: !run });
    },

    /** Cuts the network of the present tab, or mends it. */
    async network({ cut }) {
      const conditions = { offline: cut, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
      await driver.sendDevToolsCommand("Network.emulateNetworkConditions", conditions);
    },

    /** Keeps what is downloaded in this folder. */
    async downloads(folder) {
      await driver.sendDevToolsCommand("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
    },

    /** Lets pages read the clipboard, and write it or not. */
    async clipboard({ write }) {
      for (const [name, setting] of [
        ["clipboard-read", "granted"],
        ["clipboard-write", write ? "granted" : "denied"],
      ]) {
        await driver.sendDevToolsCommand("Browser.setPermission", { permission: { name }, setting });
      }
    },

    quit: () => driver.quit(),
  };
}

/** A message as it was written: Chromium puts its place before it and quotes around it. */
function words(message) {
  const quoted = /^\S+ \d+:\d+ (".*")$/s.exec(message)?.[1];
  return quoted ? JSON.parse(quoted) : message;
}
