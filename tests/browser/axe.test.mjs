/** Every state of the page, checked by axe-core: WCAG 2.2 A and AA, and its own best practice. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { AXE, COLOURS, violations_of } from "./axe.mjs";
import { a_reader } from "./reader.mjs";
import { CARD, NARROW, PAGES, WIDE, states } from "./states.mjs";

const reader = a_reader();

/** One part's cards stand for those of the others; the whole page is checked once in each language. */
const FEW = `?filters=part:${CARD.part}`;

for (const [lang, path] of Object.entries(PAGES)) {
  // Korean on a phone, English on a wide screen: a language changes words, and a theme nothing but colours.
  const on = lang === "ko" ? NARROW : WIDE;
  for (const { name, screen, come } of states.filter((state) => state.screen === on)) {
    test(`nothing to find: ${name} (${lang})`, async () => {
      await reader.screen(screen);
      await reader.open_report(path + FEW);
      await come(reader, lang);
      await reader.set("theme", "light");
      await reader.let_settle();
      assert.deepEqual(await violations_of(reader), [], "light");
      if (lang === "ko") {
        await reader.set("theme", "dark");
        await reader.let_settle();
        assert.deepEqual(await violations_of(reader, COLOURS), [], "dark");
      }
    });
  }
}

for (const [lang, theme, screen] of [["ko", "light", WIDE], ["en", "dark", NARROW]]) {
  test(`nothing to find on the whole page (${lang}, ${theme}, ${screen.width} px wide)`, async () => {
    await reader.screen(screen);
    await reader.open_report(PAGES[lang]);
    await reader.set("theme", theme);
    await reader.sees("every card", (root) => root.querySelectorAll("[data-card] .cite").length > 40, true);
    assert.deepEqual(await violations_of(reader), []);
  });
}

for (const path of ["index.html", "en/story-2021/index.html"]) {
  for (const theme of ["light", "dark"]) {
    test(`nothing to find before the program runs: ${path} (${theme})`, async () => {
      await reader.open_site(path, { host: "holds-wasm" });
      await reader.run((theme) => {
        const { shadowRoot: root } = document.querySelector("report-widget");
        root.host.setAttribute("theme", theme);
        for (const details of root.querySelectorAll(".great details, [data-part]:first-of-type details")) details.open = true;
      }, theme);
      assert.deepEqual(await violations_of(reader), []);
      await reader.let_program_come();
    });
  }
}

test("nothing to find in a frame", async () => {
  const frame = `<main><h1>A page</h1><iframe src="${process.env.REPORT_WIDGET_URL}embed.html?report=story-2021&lang=en" title="Report" width="100%" height="640"></iframe></main>`;
  const policy = { "frame-src": new URL(process.env.REPORT_WIDGET_URL).origin };
  await reader.open_page(frame, { program: false, policy, drawn: false, lang: "en" });
  // axe speaks with itself in the frame, which is another origin.
  const speak = `${AXE}; axe.configure({ allowedOrigins: ["<unsafe_all_origins>"] });`;
  await reader.run(speak);
  await reader.driver.switchTo().frame(0);
  await reader.see_drawn();
  await reader.run(speak);
  await reader.inside((root) => { root.querySelector(".foot button").textContent = ""; });
  await reader.driver.switchTo().defaultContent();
  // The one fault shows that the frame is looked into.
  const [fault, ...others] = await violations_of(reader);
  assert.match(fault, /^button-name: iframe report-widget /);
  assert.deepEqual(others, []);
});

test("a fault inside the widget would be found", async () => {
  await reader.screen(NARROW);
  await reader.open_report(FEW);
  await reader.inside((root) => { root.querySelector(".open-facets").textContent = ""; });
  const faults = (await violations_of(reader)).map((fault) => fault.split(":")[0]);
  assert.deepEqual(faults, ["button-name"]);
  await reader.inside((root) => { root.querySelector(".hero h2").style.color = "#ccc"; });
  const of_colours = (await violations_of(reader, COLOURS)).map((fault) => fault.split(":")[0]);
  assert.deepEqual(of_colours, ["color-contrast"]);
});
