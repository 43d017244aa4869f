/**
 * A reader at work, in words that know no browser: what they open, do and
 * see; those for a widget stand in `widget.mjs`. `a_reader()` starts one for
 * all tests of a file, lets every test begin in the same browser with the same
 * preferences, and ends every test by reading the console: whatever was
 * not expected there is a fault.
 */
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { By, Key } from "selenium-webdriver";
import { start_browser } from "./engine.mjs";
import { open_host } from "./host.mjs";
import { no_console } from "./limits.mjs";
import { reading_of } from "./widget.mjs";

/** How long a thing may take to come true, in milliseconds. */
const PATIENCE = 8000;
/** How long a page may take to load, and a script to answer: no driver waits for ever. */
const LONGEST = 60_000;
const SCREEN = { width: 1280, height: 900 };

export function a_reader() {
  let browser, host, expected, logged, excused;
  const reader = {};

  before(async () => {
    host = await open_host();
    browser = await start_browser();
    // With its getters: preferences may come with another browser.
    Object.defineProperties(reader, Object.getOwnPropertyDescriptors(browsing()));
    Object.assign(reader, reading("report-widget"), { the: reading });
  });
  after(async () => {
    await browser?.quit();
    await host?.close();
  });
  beforeEach(async () => {
    [expected, logged, excused] = [[], [], []];
    await browser.driver.manage().setTimeouts({ pageLoad: LONGEST, script: LONGEST });
    await browser.driver.get("about:blank");
    await browser.forget();
    await reader.let_scripts_run();
    await reader.let_things_move(false);
    await reader.screen(SCREEN);
  });
  afterEach(async () => {
    const console_messages = async () => {
      const is_excused = (message) => excused.some((excuse) => excuse(message));
      logged.push(...(await browser.console_messages()).filter((message) => !is_excused(message)));
      return logged.map((message, index) => expected[index]?.test(message) ? String(expected[index]) : message);
    };
    await comes_true("what stood on the console", console_messages, expected.map(String));
    assert.deepEqual(await browser.driver.executeScript(() => window.seen?.refused ?? []), []);
  });

  const run = (script, ...given) => browser.driver.executeScript(script, ...given);

  /** Asks until the answer is the expected one. */
  async function comes_true(what, ask, expected, patience = PATIENCE) {
    let last;
    const is_so = async () => {
      last = await ask();
      return isDeepStrictEqual(last, expected);
    };
    try {
      await browser.driver.wait(is_so, patience, what, 20);
    } catch (error) {
      if (error.name === "TimeoutError") assert.deepEqual(last, expected, what);
      throw error;
    }
  }

  /** What concerns the browser and the page around widgets. */
  function browsing() {
    return {
      get driver() {
        return browser.driver;
      },
      origin: host.origin,
      elsewhere: host.elsewhere,
      comes_true,
      run,
      requests: browser.requests,
      network: browser.network,
      clipboard: browser.clipboard,
      downloads: browser.downloads,
      holdings: browser.holdings,
      picture: browser.picture,
      see_as_printed: browser.see_as_printed,
      print: browser.print,
      magnify: browser.magnify,
      /** Pretends more preferences: without motion, as tests begin, and with these. */
      prefer: (preferences) => browser.prefer({ "prefers-reduced-motion": "reduce", ...preferences }),

      /** The bundle's own page, at an address such as `?card=safe-clubs`. */
      async open_report(query = "") {
        await browser.driver.get(process.env.REPORT_WIDGET_URL + query);
        await reader.see_drawn();
      },

      /** A page that is no file of a site's: by its whole address, drawn or not. */
      async open_address(address, { drawn = true } = {}) {
        await browser.driver.get(String(address));
        if (drawn) await reader.see_drawn();
      },

      /** A page of someone else, with this body; see host.mjs for the options. */
      async open_page(body, { drawn = true, query = "", ...options } = {}) {
        await browser.driver.get(host.page(body, options) + query);
        if (drawn) await reader.see_drawn();
      },

      /** A file that a test made; pages load it by its name. */
      give_file(name, text) {
        host.give(name, text);
      },

      /** One of the bundle's own pages; the host may be faulty, or hold the program back, and scripts may run first. */
      async open_site(path, options) {
        await browser.driver.get(host.site(path, options));
      },

      /** Lets the program come that the host held back, and waits until it has taken over. */
      async let_program_come() {
        host.let_go();
        await reader.see_drawn();
        await reader.let_settle();
      },

      /** Sees that a file has come to a halt on its way. */
      async see_halted(name) {
        await comes_true(`${name} has come to a halt`, async () => host.has_halted(name), true);
      },

      /** Whether pages may run scripts; tests begin with it. */
      async let_scripts_run(yes = true) {
        await browser.scripts({ run: yes });
      },

      /** A tab that has been nowhere: a browser remembers no more than 50 steps of one. */
      async open_tab() {
        const old = await browser.driver.getWindowHandle();
        await browser.driver.switchTo().newWindow("tab");
        const fresh = await browser.driver.getWindowHandle();
        await browser.driver.switchTo().window(old);
        await browser.driver.close();
        await browser.driver.switchTo().window(fresh);
        await reader.let_things_move(false);
        await reader.screen(SCREEN);
      },

      /** Loads the program into a page that began without it. */
      async load_program(address = "report-widget.js") {
        await run((address) => {
          const script = document.createElement("script");
          Object.assign(script, { type: "module", src: address });
          document.head.append(script);
        }, address);
      },

      /** Whether the reader likes motion; tests begin without it. */
      async let_things_move(yes = true) {
        await browser.prefer(yes ? {} : { "prefers-reduced-motion": "reduce" });
      },

      screen: browser.screen,
      pane: (size) => browser.pane(size),

      /** Holds a touch screen of this size. */
      hold: (screen) => browser.touch(screen),

      /** Messages that this test is right to cause, in order. */
      expect_on_console(...messages) {
        expected.push(...messages);
      },

      /** Pages below this address come from a cache or a disk as they are: not every engine gives their console. */
      may_have_no_console(address) {
        excused.push((message) => message.startsWith(no_console(address)));
      },
      /** What an engine itself remarks on the console of what this test expects, and another does not. */
      may_be_remarked(remark) {
        excused.push((message) => remark.test(message));
      },

      async go_back() {
        await browser.driver.navigate().back();
      },
      async go_forward() {
        await browser.driver.navigate().forward();
      },

      /** Events of one name so far, from all widgets of the page. */
      async events(name) {
        return run((name) => window.seen.events.filter((event) => event.name === name), name);
      },

      async see_events(name, count) {
        const ask = async () => (await reader.events(name)).length;
        await comes_true(`${count} of ${name}`, ask, count);
      },

      /** Lets everything that is under way become visible: two frames. */
      async let_settle() {
        await browser.driver.executeAsyncScript((done) => {
          requestAnimationFrame(() => requestAnimationFrame(() => done()));
        });
      },

      async press(...keys) {
        await browser.driver.actions().sendKeys(...keys).perform();
      },

      async address() {
        return new URL(await browser.driver.getCurrentUrl());
      },
    };
  }

  /** What concerns one widget, named by a selector. */
  const reading = (widget) =>
    reading_of(widget, { browser, run, comes_true, let_settle: () => reader.let_settle() });

  return reader;
}

export { By, Key };
