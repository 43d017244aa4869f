/** A reader's words for one widget: what they do in it, and what they see. They know no browser. */
import { By, Key } from "selenium-webdriver";

/** The words for the widget that a selector names. */
export function reading_of(widget, { browser, run, comes_true, let_settle }) {
  /** Runs a function in the page; it is given the widget's shadow root. */
  const inside = (look, ...given) => run(
    `const root = document.querySelector(arguments[0]).shadowRoot;
     return (${look})(root, ...[...arguments].slice(1));`,
    widget, ...given,
  );
  const sees = (what, look, expected, ...given) =>
    comes_true(what, () => inside(look, ...given), expected);

  const found_by = async (selector) =>
    (await browser.driver.findElement(By.css(widget)).getShadowRoot()).findElement(By.css(selector));

  const own = {
    inside,
    sees,

    /** Waits for an element, and gives it. */
    async find(selector) {
      await sees(`there is ${selector}`, (root, selector) => root.querySelector(selector) !== null, true, selector);
      return found_by(selector);
    },
    /** Waits for an element that is seen, and clicks it. */
    async click(selector) {
      const is_seen = (root, selector) => root.querySelector(selector)?.checkVisibility({ visibilityProperty: true }) ?? false;
      await sees(`${selector} is seen`, is_seen, true, selector);
      const element = await found_by(selector);
      // WebKit's driver leaves an element where it is as soon as its scroll margin is on screen.
      await inside((root, selector) => {
        const element = root.querySelector(selector);
        // For an entry of a sticky row, it scrolls the page to where the row would stand; so rows are scrolled here.
        const { left, right } = element.getBoundingClientRect();
        let row = left < 0 || right > innerWidth ? element.parentElement : null;
        while (row && getComputedStyle(row).overflowX !== "auto") row = row.parentElement;
        row?.scrollBy({ left: left - 20, behavior: "instant" });
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
    /** The program runs: it drew the report, or took over the prerendered one. */
    async see_drawn() {
      const is_drawn = (root) => Boolean(root?.querySelector(".inside:not([data-prerendered]) .hero h2"));
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

    /** The field has the focus, and the index terms that it asks for have come: a file has them inside. */
    async be_ready_to_search() {
      await own.find("input[type=search]");
      await inside((root) => root.querySelector("input[type=search]").focus({ preventScroll: true }));
      const have_come = () => run(() => location.protocol === "file:"
        || performance.getEntriesByType("resource").some(({ name }) => name.endsWith("/report-widget-search.txt")));
      await comes_true("the index terms", have_come, true);
      await let_settle();
    },
    async search(words) {
      await own.be_ready_to_search();
      const field = await own.find("input[type=search]");
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
     * seen after each, and the cards shown and what is announced after the last.
     */
    async type_fast(contents) {
      await own.be_ready_to_search();
      return inside(async (root, contents) => {
        const field = root.querySelector("input[type=search]");
        const seen = [];
        for (const words of contents) {
          field.value = words;
          field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, isComposing: true }));
          await Promise.resolve();
          seen.push(Number(root.querySelector("[data-result-count]").dataset.resultCount));
        }
        const announced = root.querySelector(".search [role=status]").textContent;
        return { seen, shown: root.querySelectorAll("[data-card]").length, announced };
      }, contents);
    },
    async see_query(words) {
      await sees("the words looked for", (root) => root.querySelector("input[type=search]").value, words);
    },
    /** As many cards are counted; the first are drawn at once, the rest when the page is idle. */
    async see_counted(count) {
      const counted = (root) => root.querySelector("[data-result-count]").dataset.resultCount;
      await sees("the number of cards", counted, String(count));
    },
    async see_count(count) {
      await own.see_counted(count);
      await sees("as many cards as counted", (root) => root.querySelectorAll("[data-card]").length, count);
    },
    async cards() {
      return inside((root) => [...root.querySelectorAll("[data-card]")].map((card) => card.dataset.card));
    },
    /** All cards that were counted, once they are drawn. */
    async found() {
      await sees("as many cards as counted", (root) => root.querySelectorAll("[data-card]").length
        - root.querySelector("[data-result-count]").dataset.resultCount, 0);
      return own.cards();
    },

    /** Chooses a value of a filter, or gives it up again. */
    async choose(facet, value) {
      const button = `button[data-facet="${facet}"][data-value="${value}"]`;
      const is_folded = (root, button) => !root.querySelector(button).closest("details").open;
      if (await inside(is_folded, button)) {
        await (await own.find(`details:not([open]):has(${button}) > summary`)).click();
      }
      // A filter of many values shows the first of them.
      if (await inside((root, button) => getComputedStyle(root.querySelector(button)).display === "none", button)) {
        await own.click(`.folded:has(${button}) > .unfold`);
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
    async see_chips(expected) {
      await sees("the chips", (root) => [...root.querySelectorAll(".chips li")].map((chip) => chip.innerText.trim()), expected);
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
      // The row of parts follows the reader, who has to have arrived.
      await let_settle();
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
    /** Sees which cards are open, once the page stands: a frame after its click, a card is put back where it was pressed. */
    async see_open_cards(ids) {
      const open = (root) => [...root.querySelectorAll("[data-card][open]")].map((card) => card.dataset.card);
      await sees("the open cards", open, ids);
      await let_settle();
    },
    /** Sees the beginning of an element on screen, and nothing over it. */
    async see_on_screen(selector) {
      const is_here = (root, selector) => {
        const element = root.querySelector(selector);
        const { left, top, width } = element.getBoundingClientRect();
        const over = root.elementFromPoint(left + Math.min(width / 2, 40), top + 4);
        return top >= -1 && top < innerHeight && element.contains(over);
      };
      await sees(`${selector} on screen`, is_here, true, selector);
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
    /** What stands in a trace: its sum, printed forms, place and errata. Bodies are drawn when the page is idle. */
    async trace_of(id) {
      await own.find(`[data-trace="${id}"] .facts .digits`);
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
