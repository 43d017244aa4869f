"""Writes the index terms of a report: the single words that a section of the document prints.

    python index_terms.py <report-id> <document.txt>

Authoring time only; the build reads what this wrote. Needs kiwipiepy (see README.md).

Writes two files:
- assets/reports/<report-id>/index-terms.json: for each card (or part, for what a part's opening
  prints) the words that nothing on the card already makes findable;
- tests/documents/<report-id>.words.tsv: every noun of a section with the cards that it should
  find, for the recall test.

Both hold single words only, never a sentence of the document.
"""

import csv
import json
import re
import sys
from pathlib import Path

from kiwipiepy import Kiwi

TOOL = Path(__file__).resolve().parent
ROOT = TOOL.parent.parent

# Running heads and captions' marks, which belong to no section.
RUNNING_HEAD = re.compile(r"카카오 코로나 백[서신], 두 번째 이야기|^#*\s*코로나 극복을 위한 우리와 카카오의 노력$")
# What marks captions; the captions themselves are printed words like all others.
MARK = re.compile(r"\[(그림|사진|영상 바로보기 QR)\]")
# Nouns, proper nouns, numerals, roots and Latin words.
NOUNS = {"NNG", "NNP", "NR", "XR", "SL"}
# What stands within a compound noun beside its nouns: prefixes, suffixes, digits, and the
# signs inside a name.
JOINTS = {"XPN", "XSN", "SN", "NNB"}
# Words of these years that the analyser takes apart.
COMPOUNDS = "거리두기 생중계 손소독제 손세정제 자가진단 랜선 집콕 확진자 바이러스케어 팬미팅".split()
LATIN = re.compile(r"[A-Za-z]")
LETTER = re.compile(r"[가-힣A-Za-z]")


def main(report, document):
    kiwi = Kiwi()
    for word in COMPOUNDS:
        kiwi.add_user_word(word, "NNG")
    text = Path(document).read_text(encoding="utf-8")
    lines = text.split("\n")
    single_line = len(lines) == 1
    reviewed = read_review(report)
    cards, parts = read_cards(report)

    printed = {}
    for row in rows(TOOL / f"{report}.sections.tsv"):
        start, end = int(row["from"]), int(row["to"])
        section = [text[start - 1:end]] if single_line else lines[start - 1:end]
        words = printed.setdefault(row["place"], {})
        for line in section:
            if RUNNING_HEAD.search(line):
                continue
            for noun, compound in nouns(kiwi, MARK.sub(" ", line)):
                noun, compound = reviewed.get(noun, noun), reviewed.get(compound, compound)
                if noun:
                    words.setdefault(noun, set()).add(compound if noun in fold(compound) else noun)

    terms = {}
    for place, words in printed.items():
        known = cards[place] if place in cards else own_words(parts[place]["cards"], cards)
        missing = {word: compounds for word, compounds in words.items() if not finds(known, word)}
        chosen = choose(missing)
        if chosen:
            terms[place] = chosen
    write_terms(report, terms)
    write_words(report, printed, parts)


def nouns(kiwi, line):
    """Every noun of a line with the compound that it stands in."""
    run = []
    for token in [*kiwi.tokenize(line), None]:
        follows = token is not None and run and token.start == run[-1].start + run[-1].len
        if token is not None and token.tag in NOUNS | JOINTS and (follows or not run):
            run.append(token)
            continue
        yield from of_run(run, line)
        run = [token] if token is not None and token.tag in NOUNS | JOINTS else []


def of_run(run, line):
    def is_name(run):
        return len(run) > 1 and run[1].tag == "SL"  # `1theK`

    while run and run[0].tag in {"NNB", "SN", "XSN"} and not is_name(run):
        run = run[1:]
    while run and (run[-1].tag in {"NNB", "SN", "XPN"} or (run[-1].tag == "XSN" and run[-1].form == "들")):
        run = run[:-1]
    if not run:
        return
    compound = line[run[0].start:run[-1].start + run[-1].len]
    for token in run:
        noun = line[token.start:token.start + token.len]
        # The analyser knows names of several words, which are searched word by word.
        several = len(compound.split()) > 1
        for word in re.findall(r"[0-9A-Za-z가-힣]+", noun) if token.tag in NOUNS else []:
            if LETTER.search(word):
                yield fold(word), word if several or not compound.isalnum() else compound


def fold(word):
    return word.lower()


def finds(known, word):
    """Whether a card's own words make a word findable: Hangul anywhere in a word, Latin words by
    their beginning."""
    if LATIN.match(word):
        return any(other.startswith(word) for other in known)
    return any(word in other for other in known)


def choose(missing):
    """Words in which every missing noun stands, the shortest compound for each, and none that
    another one contains."""
    chosen = []
    for word in sorted(missing, key=lambda word: (-len(word), word)):
        if not any(word in fold(other) for other in chosen):
            chosen.append(min(missing[word], key=lambda compound: (len(compound), compound)))
    def is_needed(word):
        return not any(fold(word) != fold(other) and fold(word) in fold(other) for other in chosen)

    return sorted({fold(word): word for word in chosen if is_needed(word)}.values())


def read_cards(report):
    folder = ROOT / "assets/reports" / report
    about = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    names = {kind: {term["id"]: term["name"] for term in about[kind]} for kind in ("brands", "audiences", "themes")}
    cards, parts = {}, {}
    for file in sorted(folder.glob("part-*.json")):
        part = json.loads(file.read_text(encoding="utf-8"))
        parts[f"part-{part['no']}"] = {"cards": [card["id"] for card in part["cards"]]}
        for card in part["cards"]:
            texts = [card["title"], card["printed_title"], *card.get("printed_names", []), card["summary"]]
            texts += [names[kind][id] for kind in names for id in card.get(kind, [])]
            texts += [event["what"] for event in card.get("dates", [])]
            texts += card.get("partners", []) + card.get("awards", [])
            for figure in card.get("figures", []):
                texts += [figure["label"], *figure["printed"]]
            for series in card.get("series", []):
                texts += [series["label"], *(point["label"] for point in series["points"])]
            cards[card["id"]] = split(texts)
    return cards, parts


def split(texts):
    words = set()
    for text in texts:
        for one in text.values() if isinstance(text, dict) else [text]:
            one = one.lower()
            words.update(re.findall(r"[0-9a-z가-힣]+", one))
    return words


def own_words(ids, cards):
    return set().union(*(cards[id] for id in ids))


def read_review(report):
    """What an editor decided about words that the source text garbles: the right word, or none."""
    file = TOOL / f"{report}.review.tsv"
    return {row["word"]: row["instead"] for row in rows(file)} if file.exists() else {}


def rows(file):
    with open(file, encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def write_terms(report, terms):
    def entries(chosen):
        return ",\n".join(f"    {json.dumps(id)}: {json.dumps(words, ensure_ascii=False)}" for id, words in sorted(chosen))

    cards = entries((place, words) for place, words in terms.items() if not place.startswith("part-"))
    parts = entries((place[5:], words) for place, words in terms.items() if place.startswith("part-"))
    text = '{\n  "cards": {\n' + cards + '\n  },\n  "parts": {\n' + parts + '\n  }\n}\n'
    text = text.replace("{\n\n  }", "{}")
    (ROOT / "assets/reports" / report / "index-terms.json").write_text(text, encoding="utf-8")


def write_words(report, printed, parts):
    pairs = {}
    for place, words in printed.items():
        for word in words:
            pairs.setdefault(word, []).append(place)
    table = "".join(f"{word}\t{' '.join(places)}\n" for word, places in sorted(pairs.items()))
    (ROOT / f"tests/documents/{report}.words.tsv").write_text("word\tplaces\n" + table, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
