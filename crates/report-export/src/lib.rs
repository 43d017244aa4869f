//! The figures of cards as rows, and as CSV that spreadsheets open.
//!
//! ```
//! use report_export::{figure_rows, to_csv};
//! use report_fixtures::{card, figure, report};
//! use report_model::{Card, Lang, Unit};
//!
//! let figures = vec![figure("3", Unit::People)];
//! let report = report(vec![Card { figures, ..card("masks", "마스크") }]);
//! let csv = to_csv(&figure_rows(report, &[0], Lang::Ko));
//! assert_eq!(csv.lines().nth(1), Some("made-up,1,masks,마스크,figure,,3,people,false,,1,"));
//! ```

use report_text::join;
use serde::Serialize;

use report_model::{Approx, Lang, Report};

/// Spreadsheets know UTF-8 by this mark at the beginning of a file. In a text it would be a letter.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

/// One figure of a card, as `toJSON()` gives it and as a line of the CSV.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FigureRow {
    /// Id of the report.
    pub report: &'static str,
    /// Number of the part.
    pub part: u8,
    /// Id of the card.
    pub card: &'static str,
    /// Title of the card.
    pub title: &'static str,
    /// Id of the figure.
    pub figure: &'static str,
    /// What is counted.
    pub label: &'static str,
    /// The exact value, as a decimal.
    pub value: &'static str,
    /// The unit's name in the data.
    pub unit: &'static str,
    /// Whether the document says "about" or the like.
    pub approx: bool,
    /// Every form in which the document prints it.
    pub printed: Vec<&'static str>,
    /// Printed page.
    pub page: u16,
    /// A caveat, where there is one.
    pub note: Option<&'static str>,
}

/// Names of the columns, in the order of [`FigureRow`].
const COLUMNS: [&str; 12] = [
    "report", "part", "card", "title", "figure", "label", "value", "unit", "approx", "printed",
    "page", "note",
];

/// Every figure of these cards, in their order.
#[must_use]
pub fn figure_rows(report: &'static Report, cards: &[u32], lang: Lang) -> Vec<FigureRow> {
    let cards = cards.iter().filter_map(|card| report.cards.get(*card as usize));
    let rows = cards.flat_map(|card| card.figures.iter().map(move |figure| (card, figure)));
    rows.map(|(card, figure)| FigureRow {
        report: report.id,
        part: card.part,
        card: card.id,
        title: card.title.get(lang),
        figure: figure.id,
        label: figure.label.get(lang),
        value: figure.value.as_str(),
        unit: figure.unit.id(),
        approx: figure.approx != Approx::Exact,
        printed: figure.printed.clone(),
        page: figure.page,
        note: figure.note.map(|note| note.get(lang)),
    })
    .collect()
}

/// Rows as CSV (RFC 4180), with the mark of a file.
#[must_use]
pub fn to_csv(rows: &[FigureRow]) -> String {
    let mut csv = String::from(BYTE_ORDER_MARK);
    write_line(&mut csv, COLUMNS.into_iter().map(|name| Cell::Text(name.to_owned())));
    for row in rows {
        let cells = [
            Cell::Text(row.report.to_owned()),
            Cell::Number(row.part.to_string()),
            Cell::Text(row.card.to_owned()),
            Cell::Text(row.title.to_owned()),
            Cell::Text(row.figure.to_owned()),
            Cell::Text(row.label.to_owned()),
            Cell::Number(row.value.to_owned()),
            Cell::Text(row.unit.to_owned()),
            Cell::Text(row.approx.to_string()),
            Cell::Text(join(&mut row.printed.iter().copied(), " / ")),
            Cell::Number(row.page.to_string()),
            Cell::Text(row.note.unwrap_or_default().to_owned()),
        ];
        write_line(&mut csv, cells.into_iter());
    }
    csv
}

enum Cell {
    /// An exact value, which may begin with a minus.
    Number(String),
    /// A text, which must not run as a formula.
    Text(String),
}

fn write_line(csv: &mut String, cells: impl Iterator<Item = Cell>) {
    for (position, cell) in cells.enumerate() {
        csv.push_str(if position == 0 { "" } else { "," });
        let text = match cell {
            Cell::Number(number) => number,
            Cell::Text(text) => harmless(text),
        };
        if text.contains(['"', ',', '\r', '\n']) {
            csv.push('"');
            csv.push_str(&text.replace('"', "\"\""));
            csv.push('"');
        } else {
            csv.push_str(&text);
        }
    }
    csv.push_str("\r\n");
}

/// A spreadsheet would run a text that begins like a formula; after an apostrophe it does not.
fn harmless(text: String) -> String {
    let starts = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if text.starts_with(starts) { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use report_fixtures::{card, figure, report};
    use report_model::{Figure, Text, Unit};

    fn three() -> &'static Report {
        let mut first = card("maps", "지도");
        first.title = Text::new("지도", "Maps");
        first.part = 2;
        first.figures = vec![
            Figure {
                id: "lookups",
                label: Text::new("조회", "Look-ups"),
                approx: Approx::AtLeast,
                printed: vec!["22억9730만9797번", "22억"],
                page: 7,
                note: Some(Text::new("어림, 값", "Rounded, so")),
                ..figure("2297309797", Unit::Views)
            },
            figure("-0.25", Unit::Percent),
        ];
        let mut last = card("masks", "마스크");
        last.figures = vec![figure("3", Unit::People)];
        report(vec![first, card("story", "이야기"), last])
    }

    #[test]
    fn every_figure_of_the_cards_is_a_line_in_their_order() {
        let maps = "made-up,2,maps,지도,lookups,조회,2297309797,views,true,22억9730만9797번 / 22억,7,\"어림, 값\"\r\n\
                    made-up,2,maps,지도,figure,,-0.25,percent,false,,1,\r\n";
        let english = "made-up,2,maps,Maps,lookups,Look-ups,2297309797,views,true,22억9730만9797번 / 22억,7,\"Rounded, so\"\r\n\
                       made-up,2,maps,Maps,figure,,-0.25,percent,false,,1,\r\n";
        let masks = "made-up,1,masks,마스크,figure,,3,people,false,,1,\r\n";
        let head =
            "\u{feff}report,part,card,title,figure,label,value,unit,approx,printed,page,note\r\n";
        for (what, cards, lang, expected) in [
            ("no card", &[][..], Lang::Ko, String::new()),
            ("a card without figures", &[1], Lang::Ko, String::new()),
            ("Korean", &[0], Lang::Ko, maps.to_owned()),
            ("English", &[0], Lang::En, english.to_owned()),
            ("the order asked for", &[2, 1, 0], Lang::Ko, format!("{masks}{maps}")),
            ("a card that is not there", &[9, 2], Lang::Ko, masks.to_owned()),
        ] {
            let csv = to_csv(&figure_rows(three(), cards, lang));
            assert_eq!(csv, format!("{head}{expected}"), "{what}");
        }
    }

    #[test]
    fn a_text_is_quoted_where_it_must_and_never_runs_as_a_formula() {
        for (text, expected) in [
            ("plain", "plain"),
            ("", ""),
            ("가, 나", "\"가, 나\""),
            ("the \"story\"", "\"the \"\"story\"\"\""),
            ("a\rb", "\"a\rb\""),
            ("a\nb", "\"a\nb\""),
            ("=1+1", "'=1+1"),
            ("+82", "'+82"),
            ("-5 people", "'-5 people"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("＝1", "'＝1"),
            ("\t=1", "'\t=1"),
            ("=HYPERLINK(\"a\",\"b\")", "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\""),
            ("1+1=2", "1+1=2"),
        ] {
            let mut line = String::new();
            write_line(&mut line, [Cell::Text(text.to_owned())].into_iter());
            assert_eq!(line, format!("{expected}\r\n"), "{text:?}");
        }
    }

    #[test]
    fn a_value_below_zero_stays_a_number() {
        let mut line = String::new();
        let cells = [Cell::Number("-0.25".to_owned()), Cell::Text("-0.25%".to_owned())];
        write_line(&mut line, cells.into_iter());
        assert_eq!(line, "-0.25,'-0.25%\r\n");
    }
}
