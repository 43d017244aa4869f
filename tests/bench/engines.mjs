/**
 * Types into MiniSearch, FlexSearch and a plain scan what `benches/search.rs` types into our
 * search, and counts how many of the cards that answer a query each finds. The texts are those
 * that the bench wrote into the folder that `REPORT_WIDGET_CORPUS` names.
 *
 * Every engine is set up as its documentation recommends for searching while somebody types:
 * words by their beginnings, all of them to be found.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import FlexSearch from "flexsearch";
import MiniSearch from "minisearch";
import { open_samples } from "./samples.mjs";

const read = (name) => readFileSync(new URL(`../../benches/${name}`, import.meta.url), "utf8")
  .split("\n").filter(Boolean);
const SCRIPTS = read("scripts.txt");
const MEANINGS = read("meanings.tsv").map((line) => line.split("\t"));
const TYPINGS = 50;
/** A script is not begun again after this time, in milliseconds. */
const PATIENCE = 2_000;
/** More results than any report has cards. */
const ALL = 10_000_000;

const ENGINES = {
  MiniSearch(texts) {
    const index = new MiniSearch({ fields: ["text"], searchOptions: { prefix: true, combineWith: "AND" } });
    index.addAll(texts.map((text, id) => ({ id, text })));
    return (query) => index.search(query).map((hit) => hit.id);
  },
  FlexSearch(texts) {
    const index = new FlexSearch.Index({ tokenize: "forward" });
    texts.forEach((text, id) => index.add(id, text));
    return (query) => index.search(query, { limit: ALL });
  },
  "scan in JavaScript"(texts) {
    return (query) => {
      const words = query.toLowerCase().split(/\s+/).filter(Boolean);
      const found = [];
      texts.forEach((text, id) => { if (words.every((word) => text.includes(word))) found.push(id); });
      return found;
    };
  },
};

const sample = open_samples();
const folder = process.env.REPORT_WIDGET_CORPUS;
for (const file of readdirSync(folder).filter((name) => /^\d+\.json$/.test(name))) {
  const texts = JSON.parse(readFileSync(join(folder, file), "utf8"));
  const record = (what, name, figure) => sample(what, name, figure, texts.length);
  const relevant = answers(texts);
  for (const [name, open] of Object.entries(ENGINES)) {
    const began = performance.now();
    const search = open(texts);
    record("reading by others", name, performance.now() - began);
    for (const script of SCRIPTS) type_out(search, script, (time) => record(name, script, time));
    for (const [query, cards] of relevant) {
      const found = new Set(search(query));
      const hits = cards.filter((card) => found.has(card)).length;
      record(`recall of ${name}`, query, 100 * hits / cards.length);
    }
  }
}

function type_out(search, script, record) {
  const began = performance.now();
  for (let typing = 0; typing < TYPINGS && performance.now() - began < PATIENCE; typing += 1) {
    let query = "";
    for (const character of script) {
      query += character;
      const start = performance.now();
      search(query);
      record(performance.now() - start);
    }
  }
}

/** For each query the cards that have all the words meant, as `benches/search.rs` counts them. */
function answers(texts) {
  const joined = texts.map((text) => text.replace(/\s+/g, ""));
  return MEANINGS.map(([query, meaning]) => {
    const words = meaning.split(" ").map((word) => new RegExp(/^\d/.test(word) ? `(?<!\\d)${word}` : word));
    const cards = joined.flatMap((text, id) => words.every((word) => word.test(text)) ? [id] : []);
    return [query, cards];
  }).filter(([, cards]) => cards.length > 0);
}
