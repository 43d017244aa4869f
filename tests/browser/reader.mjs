/**
 * A reader at work, in words that know no browser: what they open, do and
 * see. `a_reader()` starts one for all tests of a file, lets every test begin
 * in the same browser with the same preferences, and ends every test by
 * listening to the console: whatever was not expected there is a fault.
 */
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { By, Key } from "selenium-webdriver";
import { start_browser } from "./engine.mjs";
import { open_host } from "./host.mjs";
import { unheard } from "./limits.mjs";

/** How long a thing may take to come true, in milliseconds. */
const PATIENCE = 8000;
/** How long a page may take to load, and a script to answer: no driver waits for ever. */
const LONGEST = 60_000;
const SCREEN = { width: 1280, height: 900 };

export function a_reader() {
  let browser, host, expected, heard, excused;
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
    [expected, heard, excused] = [[], [], []];
    await browser.driver.manage().setTimeouts({ pageLoad: LONGEST, script: LONGEST });
    await browser.driver.get("about:blank");
    await browser.forget();
    await reader.let_scripts_run();
    await reader.let_things_move(false);
    await reader.screen(SCREEN);
  });
  afterEach(async () => {
    const listen = async () => {
      const is_excused = (message) => excused.some((excuse) => excuse(message));
      heard.push(...(await browser.console_messages()).filter((message) => !is_excused(message)));
      return heard.map((message, index) => expected[index]?.test(message) ? String(expected[index]) : message);
    };
    await comes_true("what stood on the console", listen, expected.map(String));
    assert.deepEqual(await browser.driver.executeScript(() => window.seen?.refused ?? []), []);
  });

  const run = (script, ...given) => browser.driver.executeScript(script, ...given);

  /** Asks until the answer is the expected one. */
  async function comes_true(what, ask, expected) {
    let last;
    const is_so = async () => {
      last = await ask();
      return isDeepStrictEqual(last, expected);
    };
    try {
      await browser.driver.wait(is_so, PATIENCE, what, 20);
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

      /** One of the bundle's own pages; the host may be faulty, or hold the program back. */
      async open_site(path, options) {
        await browser.driver.get(host.site(path, options));
      },

      /** Lets the program come that the host held back, and waits until it has taken over. */
      async let_program_come() {
        host.let_go();
        await reader.see_drawn();
        await reader.let_settle();
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

      /** Pages below this address come from a cache or a disk as they are: not every engine hears them. */
      may_be_unheard(address) {
        excused.push((message) => message.startsWith(unheard(address)));
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

      /** The page as it stands before, or without, the program. */
      still: {
        async click(selector) {
          await (await browser.driver.findElement(By.css(selector))).click();
        },
        async see_on_screen(selector) {
          await comes_true(`${selector} on screen`, () => run((selector) => {
            const { top, bottom } = document.querySelector(selector).getBoundingClientRect();
            return top >= -1 && top < innerHeight && bottom > 0;
          }, selector), true);
        },
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
  function reading(widget) {
    /** Runs a function in the page; it is given the widget's shadow root. */
    const inside = (look, ...given) => run(
      `const root = document.querySelector(arguments[0]).shadowRoot;
       return (${look})(root, ...[...arguments].slice(1));`,
      widget, ...given,
    );
    const sees = (what, look, expected, ...given) =>
      comes_true(what, () => inside(look, ...given), expected);

    const own = {
      inside,
      sees,

      /** Waits for an element, and gives it. */
      async find(selector) {
        await sees(`there is ${selector}`, (root, selector) => root.querySelector(selector) !== null, true, selector);
        const root = await browser.driver.findElement(By.css(widget)).getShadowRoot();
        return root.findElement(By.css(selector));
      },
      async click(selector) {
        const element = await own.find(selector);
        // WebKit's driver leaves an element where it is as soon as its scroll margin is on screen.
        await inside((root, selector) => {
          const element = root.querySelector(selector);
          const { top, bottom } = element.getBoundingClientRect();
          if (top < 0 || bottom > innerHeight) element.scrollIntoView({ block: "nearest", behavior: "instant" });
        }, selector);
        await element.click();
      },
      /** Touches the middle of an element, brought on screen. */
      async tap(selector) {
        await own.find(selector);
        const point = await inside((root, selector) => {
          const element = root.querySelector(selector);
          element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
          const { x, y, width, height } = element.getBoundingClientRect();
          const point = { x: x + width / 2, y: y + height / 2 };
          if (!element.contains(root.elementFromPoint(point.x, point.y))) throw new Error(`${selector} is covered`);
          return point;
        }, selector);
        await browser.tap(point);
      },
      async see_drawn() {
        const is_drawn = (root) => Boolean(root?.querySelector(".hero h2"));
        await sees("the report is drawn", is_drawn, true);
      },
      async see_light_text() {
        const slots = (root) => [...root.children].map((child) => child.localName);
        await sees("the element's own content", slots, ["slot"]);
      },

      async set(attribute, value) {
        await run((widget, attribute, value) => {
          const element = document.querySelector(widget);
          if (value === null) element.removeAttribute(attribute);
          else element.setAttribute(attribute, value);
        }, widget, attribute, value);
      },
      async show(view) {
        await run((widget, view) => document.querySelector(widget).show(view), widget, view);
      },

      async search(words) {
        const field = await own.find("input[type=search]");
        await inside((root) => root.querySelector("input[type=search]").focus());
        // Not as keys sent to the field: WebKit's driver loses what follows a chord.
        await browser.driver.actions()
          .keyDown(Key.CONTROL).sendKeys("a").keyUp(Key.CONTROL).sendKeys(Key.BACK_SPACE).perform();
        if (words) await field.sendKeys(words);
      },
      async type(words) {
        await (await own.find("input[type=search]")).sendKeys(words);
      },
      /**
       * Types inside the page and without a pause: what the field holds after each letter. Gives the counts
       * seen after each, and the cards shown and what a screen reader is told after the last.
       */
      async type_fast(contents) {
        return inside(async (root, contents) => {
          const field = root.querySelector("input[type=search]");
          const seen = [];
          for (const words of contents) {
            field.value = words;
            field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, isComposing: true }));
            await Promise.resolve();
            seen.push(Number(root.querySelector("[data-result-count]").dataset.resultCount));
          }
          const told = root.querySelector(".search [role=status]").textContent;
          return { seen, shown: root.querySelectorAll("[data-card]").length, told };
        }, contents);
      },
      async see_query(words) {
        await sees("the words looked for", (root) => root.querySelector("input[type=search]").value, words);
      },
      async see_count(count) {
        const shown = (root) => root.querySelector("[data-result-count]").dataset.resultCount;
        await sees("the number of cards", shown, String(count));
        await sees("as many cards as counted", (root) => root.querySelectorAll("[data-card]").length, count);
      },
      async cards() {
        return inside((root) => [...root.querySelectorAll("[data-card]")].map((card) => card.dataset.card));
      },

      /** Chooses a value of a filter, or gives it up again. */
      async choose(facet, value) {
        const button = `button[data-facet="${facet}"][data-value="${value}"]`;
        const is_folded = (root, button) => !root.querySelector(button).closest("details").open;
        if (await inside(is_folded, button)) {
          await (await own.find(`details:not([open]):has(${button}) > summary`)).click();
        }
        await inside((root, button) => root.querySelector(button).scrollIntoView({ block: "center" }), button);
        await own.click(button);
      },
      /** On a narrow screen, the filters are a sheet over the page. */
      async open_filters() {
        await own.click('[popovertarget="facets"]:not(.done)');
        await sees("the filters", (root) => root.querySelector("#facets").matches(":popover-open"), true);
      },
      async close_filters() {
        await own.click("#facets .done");
        await sees("the filters", (root) => root.querySelector("#facets").matches(":popover-open"), false);
      },
      async see_chosen(expected) {
        const pressed = (root) => [...root.querySelectorAll('[data-facet][aria-pressed="true"]')]
          .map((button) => `${button.dataset.facet}:${button.dataset.value}`);
        await sees("what is chosen", pressed, expected);
      },
      async chips() {
        return inside((root) => [...root.querySelectorAll(".chips li")].map((chip) => chip.innerText.trim()));
      },
      async remove_chip(number) {
        await own.click(`.chips li:nth-child(${number}) button`);
      },
      async clear() {
        await own.click(".chips .clear");
      },

      /** Chooses an order with the keyboard, as the list of orders offers it. */
      async order_by(order) {
        const steps = await inside((root, order) => {
          const list = root.querySelector("select");
          list.focus();
          return [...list.options].findIndex((option) => option.value === order) - list.selectedIndex;
        }, order);
        const key = steps > 0 ? Key.ARROW_DOWN : Key.ARROW_UP;
        for (let step = 0; step < Math.abs(steps); step += 1) await browser.driver.actions().sendKeys(key).perform();
        await sees("the order", (root) => root.querySelector("select").value, order);
      },

      async go_to_part(no) {
        await own.click(`[data-nav="${no}"]`);
      },
      async see_part(no) {
        const current = (root) => [...root.querySelectorAll("nav [aria-current]")]
          .map((link) => `${link.dataset.nav} ${link.getAttribute("aria-current")}`);
        await sees("the part on screen", current, no === null ? [] : [`${no} true`]);
      },

      async see_parts(count) {
        await sees("the parts", (root) => root.querySelectorAll("[data-nav]").length, count);
      },

      async speak(lang) {
        await own.click(`[data-lang="${lang}"]`);
      },
      async turn_to(report) {
        await own.click(`[data-report="${report}"]`);
      },
      async see_title(title) {
        await sees("the title", (root) => root.querySelector("h2").textContent, title);
      },

      async open_card(id) {
        await own.click(`[data-card="${id}"] > summary`);
        await own.see_open_cards([id]);
      },
      async close_card(id) {
        await own.click(`[data-card="${id}"] > summary`);
        await own.see_open_cards([]);
      },
      async see_open_cards(ids) {
        const open = (root) => [...root.querySelectorAll("[data-card][open]")].map((card) => card.dataset.card);
        await sees("the open cards", open, ids);
      },
      /** Sees an element on screen, with the focus in it. */
      async arrive_at(selector) {
        const is_here = (root, selector) => {
          const element = root.querySelector(selector);
          if (!element) return false;
          const { top, bottom } = element.getBoundingClientRect();
          return element.contains(root.activeElement) && top < innerHeight && bottom > 0;
        };
        await sees(`${selector} on screen, with the focus`, is_here, true, selector);
      },

      async open_trace(id) {
        await own.click(`[data-trace="${id}"] > summary`);
        await own.see_open_traces([id]);
      },
      async see_open_traces(ids) {
        const open = (root) => [...root.querySelectorAll("[data-trace][open]")].map((trace) => trace.dataset.trace);
        await sees("the open traces", open, ids);
      },
      /** What stands in a trace: its sum, printed forms, place and errata. */
      async trace_of(id) {
        return inside((root, id) => {
          const trace = root.querySelector(`[data-trace="${id}"]`);
          const value = (row) => row?.querySelector("data").value ?? null;
          return {
            digits: trace.querySelector(".facts .digits").textContent,
            rows: [...trace.querySelectorAll("[data-term]")].map((row) => [row.dataset.term, value(row)]),
            remainder: value(trace.querySelector(".remainder")),
            total: value(trace.querySelector("tfoot")),
            printed: [...trace.querySelectorAll(".facts q")].map((form) => form.textContent),
            facts: trace.querySelector(".facts").textContent,
            errata: [...trace.querySelectorAll("[data-erratum]")].map((one) => one.dataset.erratum),
            mark: trace.querySelector("summary .mark")?.textContent ?? null,
          };
        }, id);
      },

      async see_notice(text) {
        await sees("the notice", (root) => root.querySelector('.notice[role="status"]').textContent, text);
      },
    };
    return own;
  }

  return reader;
}

export { By, Key };
