/**
 * Writes a report whose every text wants to be something else: `node tests/hostile/write.mjs`. It is the
 * story with other words, so that everything which a report can have is in it.
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";

const STORY = new URL("../../assets/reports/story-2021/", import.meta.url);
const HOSTILE = new URL("reports/hostile/", import.meta.url);

/** What a text tries: to be markup, script, style, an address, a formula, an entity, a template, another direction. */
export const ATTEMPTS = [
  '<img src=x onerror="window.hacked=1">',
  "</script><script>window.hacked=1</script>",
  '"><svg onload=window.hacked=1>',
  "'><iframe srcdoc='<script>parent.hacked=1</script>'>",
  "</style><style>*{display:none!important}</style>",
  "</template></report-widget><h1>hacked</h1>",
  "javascript:window.hacked=1//",
  '=HYPERLINK("https://example.invalid","press")',
  "+1+cmd|' /C calc'!A0",
  "-1+1",
  "@SUM(1+1)",
  "&lt;b&gt;&#106;&amp;amp;",
  "<!-- --> ]]> <?x ?>",
  "${window.hacked=1} {{1+1}} %3Cscript%3E",
  "a\u202egpj.exe\u202c \u2066b\u2069",
];

/** Fields whose texts readers see; all others are ids, values, dates and the like. */
const TEXTS = new Set(["ko", "en", "printed", "printed_title", "printed_names", "says", "reads", "before", "code"]);

/** What the story's figures do not have. */
const DETAILS = {
  previous: { value: "3", at: "2019" },
  base: { value: "1", at: "2010" },
  target: { value: "5", at: "2030" },
  restated: { before: "", reason: { ko: "", en: "" } },
  assurance: { level: "limited", scope: { ko: "", en: "" } },
  codes: ["gri/", "esrs/"],
  unit: "kg-each",
};
const FRAMEWORKS = ["gri", "esrs"].map((id) => ({ id, name: { ko: "", en: "" }, omissions: [{ code: "", reason: { ko: "", en: "" } }] }));

/** An address may have all of these letters. */
const DOCUMENT = { url: "https://example.invalid/a'onclick='b?&quot;=%22%3E&amp;c", page_offset: 2 };

const WORDS = { ko: "", en: "" };
const UNITS = [{ id: "kg-each", kind: "things", plural: WORDS, singular: WORDS, spoken: WORDS }];

let count = 0;
const attempt = () => `${ATTEMPTS[count++ % ATTEMPTS.length]} ${count}`;

/** The same with an attempt in place of each text. */
function hostile(value, isText = false) {
  if (typeof value === "string") return isText ? attempt() : value;
  if (Array.isArray(value)) return value.map((one) => hostile(one, isText));
  if (value === null || typeof value !== "object") return value;
  const fields = Object.entries(value).filter(([name]) => name !== "see");
  return Object.fromEntries(fields.map(([name, field]) => [name, hostile(field, TEXTS.has(name))]));
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  rmSync(HOSTILE, { recursive: true, force: true });
  mkdirSync(HOSTILE, { recursive: true });
  for (const name of readdirSync(STORY).filter((name) => /^(report|part-\d+)\.json$/.test(name)).sort()) {
    const story = JSON.parse(readFileSync(new URL(name, STORY), "utf8"));
    for (const figure of story.cards?.flatMap(({ figures }) => figures.slice(0, 1)) ?? []) Object.assign(figure, DETAILS);
    if (name === "report.json") Object.assign(story, { frameworks: FRAMEWORKS, document: DOCUMENT, units: UNITS });
    const file = hostile(story);
    if (name === "report.json") file.id = "hostile";
    for (const figure of file.cards?.flatMap(({ figures }) => figures) ?? []) figure.codes &&= figure.codes.map((code) => code + attempt());
    writeFileSync(new URL(name, HOSTILE), `${JSON.stringify(file, null, 1)}\n`);
  }
}
