//! A generated report: as many cards as asked for, in the files an editor would write.
//!
//! It is made of a word list and of chance that always falls alike, so that two runs measure the
//! same report. Cards are light: two sentences in each language, one to three figures, one date,
//! a partner. Their words are as common or rare as in real reports: a theme stands on many cards,
//! a partner's name on few, and names never stop coming.

mod chance;
mod vocabulary;

use chance::Chance;
use std::fmt::Write;
use vocabulary::{
    AUDIENCES, BRANDS, Both, DEEDS, ORGANISATIONS, PLACES, SUBJECTS, SYLLABLES, THEMES, Term, UNITS,
};

/// A file of the report, as it stands in the report's folder.
#[derive(Debug, PartialEq, Eq)]
pub struct File {
    /// `report.json` or `part-<no>.json`.
    pub name: String,
    /// JSON.
    pub text: String,
}

/// Parts of a report that has as many cards.
const PARTS: usize = 8;

/// Pages are counted in sixteen bits.
const MOST_PAGES: usize = 60_000;

/// Writes the files of a report with this id and this many cards.
pub fn files(id: &str, cards: usize) -> Vec<File> {
    let pages = cards.clamp(1, MOST_PAGES);
    let parts = PARTS.min(cards.max(1));
    let mut files = vec![File { name: "report.json".into(), text: cover(id, cards, pages) }];
    for part in 0..parts {
        let of_part = cards * part / parts..cards * (part + 1) / parts;
        let of_part: Vec<_> = of_part.map(|index| Card::new(index, cards, pages)).collect();
        let name = format!("part-{}.json", part + 1);
        files.push(File { name, text: chapter(part + 1, &of_part) });
    }
    files
}

fn cover(id: &str, cards: usize, pages: usize) -> String {
    let text = |field: &str, ko: &str, en: &str| {
        format!("  \"{field}\": {},\n", both((&format!("{ko} {cards}"), &format!("{en} {cards}"))))
    };
    let mut json = format!("{{\n  \"id\": \"{id}\",\n");
    for (field, ko, en) in [
        ("name", "지어낸 카드", "Generated"),
        ("title", "지어낸 보고서, 카드", "A generated report, cards:"),
        ("subtitle", "얼마나 빠른지 재려고 지어낸 카드", "Made up to measure speed, cards:"),
        ("publisher", "아무도 아님, 카드", "Nobody, cards:"),
        ("rights", "지어낸 글이라 누구나 써도 됩니다. 카드", "Made up; free to use. Cards:"),
        ("citation", "지어낸 보고서, 카드", "A generated report, cards:"),
    ] {
        json += &text(field, ko, en);
    }
    for (field, terms) in [("brands", BRANDS), ("audiences", AUDIENCES), ("themes", THEMES)] {
        let terms = terms
            .iter()
            .map(|(id, name)| format!("    {{\"id\": \"{id}\", \"name\": {}}}", both(*name)));
        let _ = writeln!(json, "  \"{field}\": [\n{}\n  ],", list(terms, ",\n"));
    }
    json += "  \"published\": \"2022-05-24\",\n";
    json += "  \"period\": {\"from\": \"2019-01\", \"to\": \"2022-04\"},\n";
    let _ = write!(json, "  \"pages\": {pages}\n}}\n");
    json
}

/// A part, opened by a sum of the main figures of its first cards.
fn chapter(no: usize, cards: &[Card]) -> String {
    let terms = &cards[..cards.len().min(3)];
    let sum: u64 = terms.iter().map(|card| card.figures[0].value).sum();
    let names = terms.iter().map(|card| format!("\"{}/figure-1\"", card.id));
    let page = cards.first().map_or(1, |card| card.page);
    let title = both((&format!("{no}부 지어낸 이야기"), &format!("Made-up story {no}")));
    let summary = both(("지어낸 카드를 모은 부입니다.", "A part of made-up cards."));
    let label = both(("처음 카드의 합", "Sum of the first cards"));
    let basis =
        both(("처음 카드의 큰 숫자를 더했습니다.", "The first cards' main figures, added."));
    format!(
        "{{\"no\": {no}, \"page\": {page}, \"title\": {title}, \"summary\": {summary},\n\
         \"headlines\": [{{\"id\": \"sum\", \"label\": {label}, \"basis\": {basis}, \
         \"value\": \"{sum}\", \"unit\": \"items\", \"printed\": [\"{}개\"], \"page\": {page}, \
         \"tally\": {{\"terms\": [{}], \"remainder\": \"0\"}}}}],\n\"cards\": [\n{}\n]}}\n",
        in_groups(sum),
        list(names, ", "),
        list(cards.iter().map(Card::json), ",\n"),
    )
}

struct Card {
    id: String,
    page: usize,
    brands: Vec<&'static str>,
    audience: Term,
    theme: &'static str,
    title: (String, String),
    summary: (String, String),
    date: String,
    deed: Both,
    partner: (String, String),
    figures: Vec<Figure>,
    see: Option<String>,
}

struct Figure {
    value: u64,
    unit: (&'static str, &'static str),
    label: Both,
}

impl Card {
    /// The card at this place; the cards before it need not be made.
    fn new(index: usize, cards: usize, pages: usize) -> Self {
        let mut chance = Chance::new(index);
        let place = chance.one_of(PLACES);
        let (theme, subject) = chance.one_of(SUBJECTS);
        let (_, other) = chance.one_of(SUBJECTS);
        let deed = chance.one_of(DEEDS);
        let audience = chance.one_of(AUDIENCES);
        let brand = chance.one_of(BRANDS);
        let second = chance.one_of(BRANDS);
        let name = name(&mut chance);
        let village = self::name(&mut chance);
        let organisation = chance.one_of(ORGANISATIONS);
        let (year, month) = (2019 + chance.below(4), 1 + chance.below(12));
        let day = 1 + chance.below(28);
        let times = 2 + chance.below(98);
        let partner =
            (format!("{} {}", name.0, organisation.0), format!("{} {}", name.1, organisation.1));
        let summary = (
            format!(
                "{}에서 {} {}에게 {} {}을 열었습니다. {year}년 {month}월부터 {} {}에서 하루 {times}번 \
                 {} 소식을 전했고, {} 마을에도 알렸습니다.",
                brand.1.0,
                place.0,
                audience.1.0,
                subject.0,
                deed.0,
                name.0,
                organisation.0,
                other.0,
                village.0,
            ),
            format!(
                "{} opened {} {} for {} in {}. From month {month} of {year} on, {} {} passed on \
                 news of {} {times} times a day, and told the village of {}.",
                brand.1.1,
                subject.1,
                deed.1,
                audience.1.1,
                place.1,
                name.1,
                organisation.1,
                other.1,
                village.1,
            ),
        );
        let brands = if brand.0 == second.0 || chance.below(3) > 0 {
            vec![brand.0]
        } else {
            vec![brand.0, second.0]
        };
        let figures = (0..1 + chance.below(2) + chance.below(2)).map(|_| Figure {
            value: amount(&mut chance),
            unit: chance.one_of(UNITS),
            label: chance.one_of(DEEDS),
        });
        Self {
            id: format!("card-{index}"),
            page: 1 + index * pages / cards,
            brands,
            audience,
            theme,
            title: (
                format!("{} {} {}", place.0, subject.0, deed.0),
                format!("{} {} in {}", subject.1, deed.1, place.1),
            ),
            summary,
            date: format!("{year}-{month:02}-{day:02}"),
            deed,
            partner,
            figures: figures.collect(),
            see: (index > 0 && index.is_multiple_of(8))
                .then(|| format!("card-{}", Chance::new(index * 3 + 1).below(index))),
        }
    }

    fn json(&self) -> String {
        let figures = (1..).zip(&self.figures).map(|(no, figure)| figure.json(no, self.page));
        let see = self.see.iter().map(|id| format!("\"{id}\""));
        let brands = self.brands.iter().map(|id| format!("\"{id}\""));
        format!(
            "{{\"id\": \"{}\", \"page\": {}, \"brands\": [{}], \"audiences\": [\"{}\"], \
             \"themes\": [\"{}\"], \"title\": {}, \"printed_title\": \"{}\", \"summary\": {},\n \
             \"dates\": [{{\"from\": \"{}\", \"to\": null, \"what\": {}}}], \"partners\": [{}],\n \
             \"figures\": [{}], \"see\": [{}]}}",
            self.id,
            self.page,
            list(brands, ", "),
            self.audience.0,
            self.theme,
            both((&self.title.0, &self.title.1)),
            self.title.0,
            both((&self.summary.0, &self.summary.1)),
            self.date,
            both(self.deed),
            both((&self.partner.0, &self.partner.1)),
            list(figures, ",\n  "),
            list(see, ", "),
        )
    }
}

impl Figure {
    fn json(&self, no: usize, page: usize) -> String {
        let (unit, counter) = self.unit;
        format!(
            "{{\"id\": \"figure-{no}\", \"label\": {}, \"value\": \"{}\", \"unit\": \"{unit}\", \
             \"printed\": [\"{}{counter}\"], \"page\": {page}}}",
            both(self.label),
            self.value,
            in_groups(self.value),
        )
    }
}

/// A made-up name. Short ones are common; of the longer ones most stand on a single card.
fn name(chance: &mut Chance) -> (String, String) {
    let count = SYLLABLES.len();
    let most = 1 + chance.below(count * count * count);
    let mut rank = chance.below(most);
    let (mut ko, mut en) = (String::new(), String::new());
    for _ in 0..3 {
        let (hangul, latin) = SYLLABLES[rank % count];
        ko += hangul;
        en += latin;
        rank /= count;
        if rank == 0 && ko.chars().count() > 1 {
            break;
        }
    }
    en[..1].make_ascii_uppercase();
    (ko, en)
}

/// A value of two to eleven digits, each length as likely.
fn amount(chance: &mut Chance) -> u64 {
    let least = 10_u64.pow(1 + u32::try_from(chance.below(10)).unwrap_or_default());
    let more = chance.below(usize::try_from(9 * least).unwrap_or(usize::MAX));
    least + more as u64
}

/// As Korean documents print it: `22억9730만9797`.
fn in_groups(value: u64) -> String {
    let groups = [(100_000_000, "억"), (10_000, "만"), (1, "")];
    let mut rest = value;
    let mut text = String::new();
    for (size, name) in groups {
        if rest >= size {
            let _ = write!(text, "{}{name}", rest / size);
            rest %= size;
        }
    }
    text
}

fn both((ko, en): (&str, &str)) -> String {
    format!("{{\"ko\": \"{ko}\", \"en\": \"{en}\"}}")
}

fn list(entries: impl Iterator<Item = String>, between: &str) -> String {
    entries.collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_the_same_each_time() {
        assert_eq!(files("generated", 500), files("generated", 500));
    }

    #[test]
    fn a_report_has_as_many_cards_as_asked_for_each_once() {
        for cards in [1, 7, 47, 1_000] {
            let files = files("generated", cards);
            let text: String = files.iter().map(|file| file.text.as_str()).collect();
            for index in 0..cards {
                let id = format!("{{\"id\": \"card-{index}\", ");
                assert_eq!(text.matches(&id).count(), 1, "{id} of {cards}");
            }
            assert_eq!(text.matches("\"printed_title\"").count(), cards);
        }
    }

    #[test]
    fn a_card_is_light_and_speaks_both_languages() {
        for index in 0..200 {
            let card = Card::new(index, 200, 200);
            for text in [&card.summary.0, &card.summary.1] {
                assert!((120..=320).contains(&text.len()), "{} bytes: {text}", text.len());
            }
            assert!(card.summary.1.is_ascii());
        }
    }

    #[test]
    fn names_never_stop_coming() {
        let names = |cards: usize| {
            let cards = (0..cards).map(|index| Card::new(index, cards, 1).partner.0);
            cards.collect::<std::collections::HashSet<_>>().len()
        };
        assert!(names(10_000) > 5 * names(1_000), "{} {}", names(10_000), names(1_000));
    }

    #[test]
    fn amounts_are_printed_in_korean_groups() {
        for (value, expected) in [
            (7, "7"),
            (10_000, "1만"),
            (123_456, "12만3456"),
            (2_200_000_000, "22억"),
            (2_297_309_797, "22억9730만9797"),
        ] {
            assert_eq!(in_groups(value), expected);
        }
    }
}
