/**
 * Firefox, through geckodriver and, for what that has no words for, WebDriver
 * BiDi and Firefox's own preferences.
 *
 * Its driver cannot measure what a page retains, or write a test's own size of
 * memory; it has no magnified screens. The console is what scripts write and
 * what breaks in them: refusals of a policy stand in `window.seen` of our pages.
 */
import { Builder } from "selenium-webdriver";
import firefox from "selenium-webdriver/firefox.js";
import { beyond_webdriver, limits_of } from "./limits.mjs";

const cannot = limits_of("the driver of Firefox");

const PREFERENCES = {
  // Nothing that Firefox asks for by itself.
  "app.update.auto": false,
  "browser.safebrowsing.downloads.remote.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "dom.security.https_first": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,#remote-settings-dummy/v1",
};

/** Preferences of readers, and what Firefox calls them. */
const READERS = {
  "prefers-reduced-motion": ["ui.prefersReducedMotion", { reduce: 1, "no-preference": 0 }],
  "prefers-color-scheme": ["ui.systemUsesDarkTheme", { dark: 1, light: 0 }],
};

const LEVELS = { error: "SEVERE", warn: "WARNING", info: "INFO", debug: "DEBUG" };

export async function start_browser() {
  const options = new firefox.Options();
  if (process.env.FIREFOX) options.setBinary(process.env.FIREFOX);
  options.addArguments("-headless");
  for (const [name, value] of Object.entries(PREFERENCES)) options.setPreference(name, value);
  options.enableBidi();
  const service = new firefox.ServiceBuilder(process.env.GECKODRIVER ?? "geckodriver").addArguments("--allow-system-access");
  const driver = await new Builder()
    .forBrowser("firefox")
    .setFirefoxOptions(options)
    .setFirefoxService(service)
    .build();

  const bidi = await driver.getBidi();
  const ask = async (method, params) => {
    const answer = await bidi.send({ method, params });
    if (answer.type === "error") throw new Error(`${method}: ${answer.error} ${answer.message}`);
    return answer.result;
  };
  let [said, asked] = [[], []];
  const listeners = {
    "log.entryAdded": ({ level, text }) => said.push(`${LEVELS[level]} ${text}`),
    "network.beforeRequestSent": ({ request }) => asked.push(request.url),
  };
  bidi.socket.on("message", (message) => {
    const { method, params } = JSON.parse(String(message));
    listeners[method]?.(params);
  });
  await ask("session.subscribe", { events: Object.keys(listeners) });

  /** Sets preferences of the browser itself. */
  const set = async (preferences) => {
    await driver.setContext("chrome");
    await driver.executeScript((preferences) => {
      for (const [name, value] of Object.entries(preferences)) {
        if (value === null) Services.prefs.clearUserPref(name);
        else if (typeof value === "boolean") Services.prefs.setBoolPref(name, value);
        else Services.prefs.setIntPref(name, value);
      }
    }, preferences);
    await driver.setContext("content");
  };
  /** Everything that happened before has been reported when this is over. */
  const catch_up = () => driver.executeAsyncScript((done) => setTimeout(done));

  return {
    driver,

    async forget() {
      await catch_up();
      [said, asked] = [[], []];
      await this.network({ cut: false });
    },
    async console_messages() {
      await catch_up();
      const messages = said;
      said = [];
      return messages;
    },
    async requests() {
      await catch_up();
      const addresses = asked;
      asked = [];
      return addresses;
    },
    async screen({ width, height }) {
      const context = await driver.getWindowHandle();
      await ask("browsingContext.setViewport", { context, viewport: { width, height } });
    },
    async pane(size) {
      await this.screen(size);
    },
    async prefer(preferences) {
      await set(Object.fromEntries(Object.entries(READERS).map(([name, [pref, values]]) =>
        [pref, values[preferences[name]] ?? null])));
    },
    async scripts({ run }) {
      await set({ "javascript.enabled": run });
    },
    async network({ cut }) {
      await ask("emulation.setNetworkConditions", {
        networkConditions: cut ? { type: "offline" } : null, contexts: [await driver.getWindowHandle()],
      });
    },
    async picture() {
      return Buffer.from(await driver.takeScreenshot(), "base64");
    },
    ...beyond_webdriver(cannot),
    quit: () => driver.quit(),
  };
}
