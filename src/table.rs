//! The figures of some cards as a table, one row a figure. `element.js` lends
//! it to hosts as CSV and as objects; those two forms are made in
//! `assets/report-widget-table.js`, which readers load only when somebody asks.

use crate::report::{Approx, Lang, Report};

/// Ends a column: no text of a report holds a line break.
const END: char = '\n';

/// Stands between the printed forms of one figure.
const BETWEEN: char = '\t';

/// Every figure of these cards, in their order: report, part, card, its
/// title, figure, its label, exact value, unit (its place in
/// [`Unit::ALL`](crate::report::Unit::ALL)), `1` where the document does
/// not state it as exact, the printed forms, page and note. Each column ends with a line
/// break, and so does the last one.
#[must_use]
pub fn rows(report: &Report, cards: &[u32], lang: Lang) -> String {
    let mut rows = String::new();
    for card in cards.iter().filter_map(|card| report.cards.get(*card as usize)) {
        for figure in &card.figures {
            let (part, unit) = (said!(card.part), said!(figure.unit as usize));
            let (page, mut printed) = (said!(figure.page), String::new());
            for form in &figure.printed {
                if !printed.is_empty() {
                    printed.push(BETWEEN);
                }
                printed.push_str(form);
            }
            for column in [
                report.id,
                &part,
                card.id,
                card.title.get(lang),
                figure.id,
                figure.label.get(lang),
                figure.value.as_str(),
                &unit,
                if figure.approx == Approx::Exact { "" } else { "1" },
                &printed,
                &page,
                figure.note.map_or("", |note| note.get(lang)),
            ] {
                rows.push_str(column);
                rows.push(END);
            }
        }
    }
    rows
}

#[cfg(all(test, not(target_family = "wasm")))]
mod tests {
    use super::*;
    use crate::bundle::library;
    use crate::report::{Figure, Text, Unit};
    use crate::search::tests::{card, figure, report};

    /// The script that turns rows into CSV and objects.
    const SCRIPT: &str = include_str!("../assets/report-widget-table.js");

    fn three() -> &'static Report {
        let mut first = card("maps", "지도");
        first.title = Text { ko: "지도", en: "Maps" };
        first.part = 2;
        first.figures = vec![
            Figure {
                id: "lookups",
                label: Text { ko: "조회", en: "Look-ups" },
                approx: Approx::AtLeast,
                printed: vec!["22억9730만9797번", "22억"],
                page: 7,
                note: Some(Text { ko: "어림", en: "Rounded" }),
                ..figure("2297309797", Unit::Views)
            },
            figure("-0.25", Unit::Percent),
        ];
        let mut last = card("masks", "마스크");
        last.figures = vec![figure("3", Unit::People)];
        report(vec![first, card("story", "이야기"), last])
    }

    #[test]
    fn every_figure_of_the_cards_is_a_row_in_their_order() {
        let maps = "made-up|2|maps|지도|lookups|조회|2297309797|2|1|22억9730만9797번\t22억|7|어림|\
                    made-up|2|maps|지도|figure||-0.25|12|||1||";
        let in_english = "made-up|2|maps|Maps|lookups|Look-ups|2297309797|2|1|22억9730만9797번\t22억|7|Rounded|\
                          made-up|2|maps|Maps|figure||-0.25|12|||1||";
        let masks = "made-up|1|masks|마스크|figure||3|0|||1||";
        for (what, cards, lang, expected) in [
            ("no card", &[][..], Lang::Ko, String::new()),
            ("a card without figures", &[1], Lang::Ko, String::new()),
            ("both languages", &[0], Lang::Ko, maps.to_owned()),
            ("both languages", &[0], Lang::En, in_english.to_owned()),
            ("the order asked for", &[2, 1, 0], Lang::Ko, format!("{masks}{maps}")),
            ("a card that is not there", &[9, 2], Lang::Ko, masks.to_owned()),
        ] {
            let rows = rows(three(), cards, lang).replace('\n', "|");
            assert_eq!(rows, expected, "{what}");
        }
    }

    #[test]
    fn no_text_of_a_shipped_report_is_taken_for_the_end_of_a_column() {
        for report in &library().reports {
            let all: Vec<u32> = (0..).zip(&report.cards).map(|(index, _)| index).collect();
            let figures: usize = report.cards.iter().map(|card| card.figures.len()).sum();
            for lang in [Lang::Ko, Lang::En] {
                assert_eq!(rows(report, &all, lang).matches(END).count(), figures * 12);
            }
        }
    }

    #[test]
    fn the_script_names_the_units_in_their_order() {
        let (_, list) = SCRIPT.split_once("const UNITS = `").expect("the script's list of units");
        let names = list.split('`').next().unwrap_or_default().split_whitespace();
        let units = names.map(|name| serde_json::from_value(name.into()).expect(name));
        assert_eq!(units.collect::<Vec<Unit>>(), Unit::ALL);
    }
}
