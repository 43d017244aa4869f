/** Dialogs in forced colours, and magnified to 400 %: nothing sticks out, and every control is reached, large enough and outlined. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Key, a_reader } from "./reader.mjs";
import { NARROW, PAGES, states } from "./states.mjs";

const reader = a_reader();
/** A window of 1280 by 800 px, magnified to 400 %. */
const MAGNIFIED = { width: 320, height: 200, times: 4 };
const DIALOGS = states.filter(({ name, screen }) => name.includes("dialog") && screen === NARROW);
const CONTROLS = "a[href], button, textarea, input, select, [tabindex='0']";

test("all dialogs are tested", () => assert.equal(DIALOGS.length, 4));

async function come_to({ come }, lang) {
  await reader.magnify({ times: 1, ...NARROW });
  await reader.open_report(PAGES[lang]);
  await come(reader, lang);
  await reader.let_settle();
}

/** What reaches over the side of the dialog, or the dialog over the window. */
const sticks_out = () => reader.inside((root) => {
  const dialog = root.querySelector("dialog:modal");
  const own = dialog.getBoundingClientRect();
  const out = [...dialog.querySelectorAll("*")].filter((one) => {
    const { left, right } = one.getBoundingClientRect();
    return one.checkVisibility() && (left < own.left - .5 || right > own.right + .5);
  }).map((one) => one.outerHTML.slice(0, 80));
  const room = own.left >= 0 && own.top >= 0 && own.right <= innerWidth + .5 && own.bottom <= innerHeight + .5;
  return { out, room, scrolls_sideways: dialog.scrollWidth > dialog.clientWidth };
});

/** Texts that are cut off, and those smaller than the least of the widget's sizes. */
const unreadable = () => reader.inside((root) => [...root.querySelectorAll("dialog:modal :is(p, b, h2, h3, th, td, button, label, textarea, cite, span, data)")]
  .filter((one) => {
    const { overflowX, fontSize } = getComputedStyle(one);
    return one.textContent.trim() && (parseFloat(fontSize) < 11 || (overflowX === "hidden" && one.scrollWidth > one.clientWidth + 1));
  }).map((one) => one.outerHTML.slice(0, 80)));

/** Goes through the dialog's controls by Tab: how large each is, whether its outline is seen whole, and whether it would be hit. */
async function walk() {
  const count = await reader.inside((root, controls) =>
    [...root.querySelector("dialog:modal").querySelectorAll(controls)].filter((one) => one.checkVisibility()).length, CONTROLS);
  const stops = [];
  for (let stop = 0; stop < count; stop += 1) {
    await reader.press(Key.TAB);
    await reader.let_settle();
    const found = await reader.inside((root) => {
      const one = root.activeElement;
      if (!one?.closest("dialog:modal")) return null;
      const { outlineStyle, outlineWidth, outlineOffset, outlineColor } = getComputedStyle(one);
      const reach = parseFloat(outlineWidth) + parseFloat(outlineOffset);
      const [{ x, y, width, height }] = one.getClientRects();
      let area = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
      for (let around = one.parentElement; around; around = around.parentElement) {
        if (getComputedStyle(around).overflowY === "visible") continue;
        const { left, top, right, bottom } = around.getBoundingClientRect();
        area = { left: Math.max(area.left, left), top: Math.max(area.top, top), right: Math.min(area.right, right), bottom: Math.min(area.bottom, bottom) };
        if (around.matches("dialog")) break;
      }
      // What is higher than the room fills it.
      const is_whole = x - reach >= area.left - .5 && x + width + reach <= area.right + .5
        && (y - reach >= area.top - .5 || height > area.bottom - area.top - 2 * reach)
        && (y + height + reach <= area.bottom + .5 || height > area.bottom - area.top - 2 * reach);
      const hit = root.elementFromPoint(x + width / 2, Math.min(Math.max(y + height / 2, area.top + 2), area.bottom - 2));
      return {
        name: `${one.localName}.${one.className} ${one.textContent.trim().slice(0, 20)}`,
        is_large: Math.min(width, height) >= (one.localName === "a" ? 24 : 44),
        is_outlined: outlineStyle === "solid" && parseFloat(outlineWidth) >= 2 && outlineColor !== getComputedStyle(one.closest("dialog")).backgroundColor,
        is_whole,
        box: [x, y, width, height].map(Math.round).join(),
        room: [area.left, area.top, area.right, area.bottom].map(Math.round).join(),
        is_hit: one === hit || one.contains(hit),
      };
    });
    if (found) stops.push(found);
  }
  return { count, stops };
}

async function assert_controls_reached() {
  const { count, stops } = await walk();
  assert.ok(count > 1 && new Set(stops.map(({ name }) => name)).size > 1);
  assert.deepEqual(stops.filter((stop) => !(stop.is_large && stop.is_outlined && stop.is_whole && stop.is_hit)), []);
}

for (const dialog of DIALOGS) {
  const name = dialog.name.split(",")[0];
  for (const lang of Object.keys(PAGES)) {
    test(`magnified to 400 %, everything is read and reached: ${name} (${lang})`, async () => {
      await come_to(dialog, lang);
      await reader.magnify(MAGNIFIED);
      await reader.let_settle();
      assert.deepEqual(await sticks_out(), { out: [], room: true, scrolls_sideways: false });
      assert.deepEqual(await unreadable(), []);
      await assert_controls_reached();
    });
  }

  test(`in forced colours, what is drawn and what has the focus is seen: ${name}`, async () => {
    await reader.prefer({ "forced-colors": "active" });
    await come_to(dialog, "ko");
    await assert_controls_reached();
    const lost = await reader.inside((root) => {
      const dialog = root.querySelector("dialog:modal");
      const ground = getComputedStyle(dialog).backgroundColor;
      const is_lost = {
        text: (one) => getComputedStyle(one).color === ground,
        button: (one) => getComputedStyle(one).borderTopStyle === "none",
        piece: (one) => [getComputedStyle(one).fill, getComputedStyle(one).stroke].every((colour) => [ground, "none"].includes(colour)),
      };
      const all = (selector) => [...dialog.querySelectorAll(selector)];
      const alike = all(".bar").filter((bar) => {
        const [most, other] = [".most", ".others"].map((piece) => bar.querySelector(piece));
        return most && other && getComputedStyle(most).fill === getComputedStyle(other).fill;
      });
      return {
        edge: getComputedStyle(dialog).borderTopStyle === "none" && dialog.clientWidth < document.documentElement.clientWidth,
        texts: all("p, b, h2, th, td, a, data").filter(is_lost.text).length,
        buttons: all("button").filter(is_lost.button).length,
        pieces: all(".bar path").filter(is_lost.piece).length,
        alike: alike.length,
      };
    });
    assert.deepEqual(lost, { edge: false, texts: 0, buttons: 0, pieces: 0, alike: 0 });
  });
}
