/**
 * WebKit as WebKitGTK has it, which stands for Safari: MiniBrowser on a screen
 * that nobody sees (Xvfb).
 *
 * Its driver cannot read the console, see what went over the network or cut
 * it, or turn scripts off. So pages that our servers send begin with `EAR`,
 * which writes down what stands on the console; of a page without it the answer
 * is that nobody listens there. A reader's preferences are those of the desktop,
 * so another preference starts another browser.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Builder } from "selenium-webdriver";
import { findFreePort } from "selenium-webdriver/net/portprober.js";
import { DriverService } from "selenium-webdriver/remote/index.js";
import { beyond_webdriver, limits_of, no_console } from "./limits.mjs";

const cannot = limits_of("the driver of WebKitGTK");

/** How long a program may take to start, in milliseconds. */
const PATIENCE = 60_000;
/** The window's own bars would keep it from becoming as narrow as a phone. */
const BARE = "window * { min-width: 0; min-height: 0; padding: 0; margin: 0; border: 0; font-size: 1px; }";

/** Writes down in `said` what stands on the console, from the first script on and from page to page. */
export const EAR = `{
  const kept = "said on the console", left = sessionStorage.getItem(kept);
  sessionStorage.removeItem(kept);
  const said = window.said = left ? JSON.parse(left) : [];
  for (const [name, level] of Object.entries({ error: "SEVERE", warn: "WARNING", info: "INFO", log: "INFO", debug: "DEBUG" })) {
    const write = console[name];
    console[name] = (...words) => { said.push(level + " " + words.join(" ")); write.apply(console, words); };
  }
  addEventListener("error", ({ message, target }) => said.push("SEVERE " + (message ?? target.outerHTML)), true);
  addEventListener("unhandledrejection", ({ reason }) => said.push("SEVERE unhandled rejection: " + reason));
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
    said.push("SEVERE refused by " + effectiveDirective + ": " + blockedURI));
  addEventListener("pagehide", () => { if (said.length) sessionStorage.setItem(kept, JSON.stringify(said)); });
}`;

export async function start_browser() {
  const screen = await open_screen();
  const home = await mkdtemp(join(tmpdir(), "report-widget-webkit-"));
  await mkdir(join(home, "gtk-3.0"));
  await writeFile(join(home, "gtk-3.0/gtk.css"), BARE);
  const port = await findFreePort();
  const service = new DriverService(process.env.WEBKIT_DRIVER ?? "WebKitWebDriver", {
    loopback: true,
    port,
    args: [`--port=${port}`],
    env: {
      ...process.env,
      DISPLAY: screen.name,
      XDG_CONFIG_HOME: home,
      // Without a graphics card, frames come ten times as often when nothing pretends to be one.
      LIBGL_ALWAYS_SOFTWARE: "1",
      WEBKIT_DISABLE_COMPOSITING_MODE: "1",
      WEBKIT_DISABLE_DMABUF_RENDERER: "1",
      // Where tests run, users may not make the namespaces that its sandbox is made of.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
    },
  });
  const server = await service.start(PATIENCE);

  let driver, preferred, size, logged = [];

  /** What the present page wrote down since it was last asked. */
  async function read_console() {
    const said = await driver.executeScript(() =>
      location.href === "about:blank" ? [] : window.said?.splice(0) ?? location.href);
    logged.push(...(typeof said === "string" ? [no_console(said)] : said));
  }

  /** Starts a browser on a desktop with these preferences, instead of the one before. */
  async function start(preferences) {
    const wanted = JSON.stringify(preferences);
    if (wanted === preferred) return;
    await driver?.quit();
    await writeFile(join(home, "gtk-3.0/settings.ini"), `[Settings]
gtk-enable-animations=${preferences["prefers-reduced-motion"] === "reduce" ? 0 : 1}
gtk-theme-name=Adwaita${preferences["prefers-color-scheme"] === "dark" ? "-dark" : ""}
`);
    const options = process.env.WEBKIT ? { binary: process.env.WEBKIT, args: ["--automation"] } : {};
    driver = await new Builder()
      .usingServer(server)
      .withCapabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": options })
      .build();
    preferred = wanted;
    const get = driver.get.bind(driver);
    driver.get = async (address) => {
      await read_console();
      await get(address);
    };
    if (size) await show(size);
  }

  /** A window of this size; the page is as wide, and comes to know it a little later. */
  async function show({ width, height }) {
    size = { width, height };
    await driver.manage().window().setRect(size);
    const is_so = () => driver.executeScript((width) => innerWidth === width, width);
    await driver.wait(is_so, PATIENCE, `a window that is ${width} wide inside`, 20);
  }
  await start({});

  return {
    get driver() {
      return driver;
    },

    async forget() {
      logged = [];
    },
    async console_messages() {
      await read_console();
      const messages = logged;
      logged = [];
      return messages;
    },
    screen: show,
    /** The window has a bar above the page. */
    async pane({ width, height }) {
      await show({ width, height });
      const inside = () => driver.executeScript(() => innerHeight);
      await show({ width, height: 2 * height - (await inside()) });
      await driver.wait(async () => (await inside()) === height, PATIENCE, `a page that is ${height} high`, 20);
    },
    prefer: start,
    /** Of a page that stands still its driver waits for the next paint, so something unseen is painted. */
    async picture() {
      await driver.executeScript(() => {
        const { style } = document.documentElement;
        let width = 1;
        window.is_painted = true;
        const paint = () => {
          width = 3 - width;
          style.outline = window.is_painted ? `${width}px solid transparent` : "";
          if (window.is_painted) requestAnimationFrame(paint);
        };
        paint();
      });
      const picture = await driver.takeScreenshot();
      await driver.executeScript(() => { window.is_painted = false; });
      return Buffer.from(picture, "base64");
    },
    async network({ cut }) {
      if (cut) cannot("cut the network")();
    },
    async scripts({ run }) {
      if (!run) cannot("turn scripts off")();
    },
    requests: cannot("see what goes over the network"),
    ...beyond_webdriver(cannot),

    async quit() {
      await driver.quit();
      await service.kill();
      screen.close();
      await rm(home, { recursive: true });
    },
  };
}

/** A screen that nobody sees, under the first name that is free. */
async function open_screen() {
  const xvfb = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1600x2600x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const close = () => xvfb.kill();
  process.once("exit", close);
  const gone = once(xvfb, "exit").then(() => Promise.reject(new Error("Xvfb ended before it began")));
  const [number] = await Promise.race([once(xvfb.stdio[3], "data"), gone]);
  gone.catch(() => {});
  return { name: `:${String(number).trim()}`, close };
}
