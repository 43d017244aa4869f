/** Chromium for measuring: no logs, no requests in the background, and frames as asked for. */
import { Builder } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";

const ARGUMENTS = [
  "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
  "--disable-extensions", "--force-color-profile=srgb", "--window-size=1280,900",
];

/** Frames come as soon as they are ready, not when a screen would show them. */
export const UNPACED = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];

export async function start_chromium(...more) {
  const options = new chrome.Options();
  options.setChromeBinaryPath(process.env.CHROMIUM ?? "/usr/bin/chromium");
  options.addArguments(...ARGUMENTS, ...more);
  const driver = await new Builder()
    .forBrowser("chrome")
    .setChromeOptions(options)
    .setChromeService(new chrome.ServiceBuilder(process.env.CHROMEDRIVER ?? "/usr/bin/chromedriver"))
    .build();
  await driver.manage().setTimeouts({ script: 180_000, pageLoad: 180_000 });
  return {
    driver,
    command: (name, parameters = {}) => driver.sendDevToolsCommand(name, parameters),
    /** Runs a function in the page and waits for what it promises. */
    ask: (script, ...given) => driver.executeAsyncScript(
      `const done = arguments[arguments.length - 1];
       Promise.resolve((${script})(...[...arguments].slice(0, -1))).then(done, (error) => done({ error: String(error) }));`,
      ...given,
    ),
    slow_down: (rate) => driver.sendDevToolsCommand("Emulation.setCPUThrottlingRate", { rate }),
    /**
     * From now on `spent()` counts what the page's main thread itself took. Other programs of the
     * machine add nothing to it, so it says more than the clock when they are busy.
     */
    count_cpu: () => driver.sendDevToolsCommand("Performance.enable", { timeDomain: "threadTicks" }),
    /** What the page has spent so far, in milliseconds, by Chromium's own names. */
    async spent() {
      const { metrics } = await driver.sendAndGetDevToolsCommand("Performance.getMetrics", {});
      const spent = metrics.filter(({ name }) => name.endsWith("Duration"));
      return Object.fromEntries(spent.map(({ name, value }) => [name, value * 1000]));
    },
  };
}

/** Opens the page and waits until the widget has drawn its report; how long that took. */
export async function open_page(browser) {
  await browser.driver.get(process.env.REPORT_WIDGET_URL);
  return browser.ask(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    const widget = document.querySelector("report-widget");
    while (!widget.shadowRoot?.querySelector("[data-card]")) await frame();
    return performance.now();
  });
}
