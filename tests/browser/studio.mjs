/** What somebody does in the studio, and what they get of it. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import JSZip from "jszip";
import { By } from "selenium-webdriver";

/** How long a bundle may take on a busy machine, in milliseconds. */
const BUNDLING = 60_000;

export function in_studio(reader) {
  const studio = {
    /** Opens it in a language, on a site of its own if one is named. */
    async open(lang = "ko", site = undefined) {
      await (site ? reader.open_address(`${site}studio/index.html`, { drawn: false }) : reader.open_site("studio/index.html"));
      await reader.comes_true("the studio", () => reader.run(() => document.querySelector(".intake") !== null), true);
      await studio.press(lang === "ko" ? "한국어" : "English");
    },

    /** Drops files, by their paths or as `{name, content}`. */
    async drop(...files) {
      const read = async (file) => typeof file === "string" ? { name: basename(file), content: await readFile(file) } : file;
      const contents = await Promise.all(files.map(read));
      const given = contents.map(({ name, content }) => ({ name, base64: Buffer.from(content).toString("base64") }));
      await reader.run((given) => {
        const dataTransfer = new DataTransfer();
        for (const { name, base64 } of given) {
          dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name));
        }
        document.querySelector(".intake").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      }, given);
    },

    /** Drops files and folders from the disk, as a hand does; only Chromium's driver can. */
    async drop_from_disk(...paths) {
      const { x, y } = await reader.run(() => {
        const intake = document.querySelector(".intake");
        intake.scrollIntoView();
        const { left, top } = intake.getBoundingClientRect();
        return { x: left + 10, y: top + 10 };
      });
      const data = { items: [], files: paths, dragOperationsMask: 1 };
      for (const type of ["dragEnter", "dragOver", "drop"]) {
        await reader.driver.sendDevToolsCommand("Input.dispatchDragEvent", { type, x, y, data });
      }
    },

    /** Chooses files in the dialog of the browser. */
    async choose(...paths) {
      await reader.driver.findElement(By.css("input[type=file]")).sendKeys(paths.join("\n"));
    },

    /** Presses the button with this text, or with this label. */
    async press(text) {
      await reader.run((text) => {
        const is_it = (button) => button.textContent.trim() === text || button.ariaLabel === text;
        [...document.querySelectorAll("button")].find(is_it).click();
      }, text);
    },

    /** The reports that are listed, by their titles or names, and the pictures. */
    reports: () => reader.run(() => [...document.querySelectorAll(".source strong")].map((name) => name.textContent)),
    pictures: () => reader.run(() => [...document.querySelectorAll(".pictures span")].map((name) => name.textContent)),
    see_reports: (...titles) => reader.comes_true("the reports", studio.reports, titles),

    /** Chooses the report that the preview shows. */
    async show(title) {
      await reader.run((title) => {
        const select = document.querySelector(".which select");
        select.value = [...select.options].find((option) => option.textContent === title).value;
        select.dispatchEvent(new Event("change", { bubbles: true }));
      }, title);
    },

    /** What is said of the files; then, that the preview has come to rest, for a browser reports what is broken off. */
    async see_status(text) {
      await reader.comes_true("the status", () => reader.run(() => document.querySelector("[role=status]").textContent), text);
      await reader.comes_true("the preview is at rest", async () => (await studio.preview_title()) !== null, true);
    },

    problems: () => reader.run(() => [...document.querySelectorAll(".problems li")].map((line) => line.textContent.trim())),

    see_problems: (are_right) => reader.comes_true("the problems", async () => are_right(await studio.problems()), true),

    /** The title in the preview; null until its frame has come to rest, empty where there is none. */
    preview_title: () => reader.run(() => {
      const frame = document.querySelector("iframe");
      if (!frame) return "";
      const page = frame.contentDocument;
      if (page?.readyState !== "complete" || page.URL !== frame.src) return null;
      return page.querySelector("report-widget")?.shadowRoot?.querySelector(".hero h2")?.textContent ?? null;
    }),

    see_preview: (title) => reader.comes_true("the title in the preview", studio.preview_title, title),

    /** The files of the ZIP file that the studio makes, by their names. */
    async saved_folder(text, name) {
      const archive = await JSZip.loadAsync(await studio.saved(text, name));
      const files = Object.values(archive.files).filter((file) => !file.dir);
      return new Map(await Promise.all(files.map(async (file) => [file.name, await file.async("nodebuffer")])));
    },

    /** What the studio hands over to be saved, when this is pressed; the browser itself saves nothing. */
    async saved(text, name) {
      await reader.run(() => {
        const create = URL.createObjectURL;
        URL.createObjectURL = (blob) => {
          window.saved = blob;
          return create.call(URL, blob);
        };
        HTMLAnchorElement.prototype.click = () => {};
      });
      await studio.press(text);
      const is_there = () => reader.run(() => document.querySelector("[role=status]").textContent);
      await reader.comes_true("what was saved", async () => (await is_there()).endsWith(name), true, BUNDLING);
      const base64 = await reader.driver.executeAsyncScript((done) => {
        const reading = new FileReader();
        reading.onload = () => done(reading.result.split(",")[1]);
        reading.readAsDataURL(window.saved);
      });
      const content = Buffer.from(base64, "base64");
      assert.ok(content.length > 0);
      return content;
    },
  };
  return studio;
}
