/** What tests of the export dialog have in common: cards to export, and words for exporting them. */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "node:test";
import { a_reader } from "./reader.mjs";
import { report } from "./report.mjs";

export const WHITE_PAPER = report("white-paper-2022");
export const WIDGET = '<report-widget report="white-paper-2022"></report-widget>';
/** A card with figures, the one with the longest title, and one with a series. */
export const WITH = WHITE_PAPER.cards.find((card) => card.figures?.length > 2);
export const LONG = WHITE_PAPER.cards.filter((card) => card.figures?.length)
  .reduce((one, other) => (other.title.en.length > one.title.en.length ? other : one));
export const SERIES = WHITE_PAPER.cards.find((card) => card.series?.length);
export const WORDS = {
  ko: { title: "내보내기", copied: "복사했습니다.", failed: "복사하지 못했습니다. 아래에 선택된 글을 직접 복사하세요." },
  en: { title: "Export", copied: "Copied.", failed: "Could not copy. Copy the selected text below." },
};
/** The ground of the dialog's pictures, by theme. */
export const THEMES = { light: "#fbfaf6", dark: "#15140f" };

/** Buttons that open the dialog: for the whole report, for what was found, for a card. */
export const ALL = ".foot .export";
export const FOUND = ".chips .export";
export const of = (card) => `[data-card="${card.id}"] .cite .export`;

/** A reader, and their words for exporting; what they download goes when a test ends. */
export function exporting_reader() {
  const reader = a_reader();
  let folder;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "exported-"));
    await reader.downloads(folder);
  });
  afterEach(() => rm(folder, { recursive: true }));

  const see_dialog = (open) => reader.sees("the dialog", (root) =>
    root.querySelector("dialog.export-dialog")?.matches(":modal") ?? null, open ? true : null);
  async function open_dialog(button = ALL) {
    await reader.click(button);
    await see_dialog(true);
  }
  async function open_dialog_of(card) {
    await reader.open_card(card.id);
    await open_dialog(of(card));
  }
  const press = (name) => reader.click(`[data-take="${name}"]`);
  const see_status = (text) => reader.sees("the dialog's message", (root) =>
    root.querySelector("dialog [role=status]").textContent, text);
  const on_clipboard = () => reader.run(() => navigator.clipboard.readText());
  async function copied(name, lang = "ko") {
    await reader.run(() => navigator.clipboard.writeText("before"));
    await press(name);
    // The message of an earlier copy may still be shown.
    await reader.comes_true("something is copied", async () => (await on_clipboard()) !== "before", true);
    await see_status(WORDS[lang].copied);
    return on_clipboard();
  }
  /** The one file that was downloaded since, under its name. */
  async function downloaded(button, name) {
    await press(button);
    await reader.comes_true("the file", () => readdir(folder), [name]);
    const content = await readFile(join(folder, name));
    await rm(join(folder, name));
    return content;
  }

  return { reader, see_dialog, open_dialog, open_dialog_of, press, see_status, copied, downloaded };
}
