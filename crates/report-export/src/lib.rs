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
//! assert_eq!(csv.lines().nth(1), Some("made-up,1,masks,마스크,figure,,3,people,false,,1,,,,,,,,,,"));
//! ```

use report_text::{join, text};
use serde::Serialize;

use report_model::{Approx, AssuranceLevel, Dated, Details, Lang, Report};

/// Spreadsheets know UTF-8 by this mark at the beginning of a file. In a text it would be a letter.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

/// One figure of a card, as `toJSON()` gives it and as a line of the CSV.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
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
    /// The exact value of an earlier period, in the same unit.
    pub previous: Option<&'static str>,
    /// That period, a year or a month.
    pub previous_period: Option<&'static str>,
    /// The exact value from which the way to the target is measured.
    pub base: Option<&'static str>,
    /// Its period.
    pub base_period: Option<&'static str>,
    /// The exact value that is to be reached.
    pub target: Option<&'static str>,
    /// When it is to be reached.
    pub target_period: Option<&'static str>,
    /// What was printed before the value was corrected, verbatim.
    pub restated: Option<&'static str>,
    /// The level of assurance: `limited` or `reasonable`.
    pub assurance: Option<&'static str>,
    /// Codes of disclosure frameworks as the data writes them, such as `gri/305-1`.
    pub codes: Vec<String>,
}

/// Names of the columns, in the order of [`FigureRow`]. Every CSV has all of them, so that the files of
/// several reports fit under each other.
const COLUMNS: [&str; 21] = [
    "report",
    "part",
    "card",
    "title",
    "figure",
    "label",
    "value",
    "unit",
    "approx",
    "printed",
    "page",
    "note",
    "previous",
    "previousPeriod",
    "base",
    "basePeriod",
    "target",
    "targetPeriod",
    "restated",
    "assurance",
    "codes",
];

/// Every figure of these cards, in their order.
#[must_use]
pub fn figure_rows(report: &'static Report, cards: &[u32], lang: Lang) -> Vec<FigureRow> {
    let cards = cards.iter().filter_map(|card| report.cards.get(*card as usize));
    let rows = cards.flat_map(|card| card.figures.iter().map(move |figure| (card, figure)));
    rows.map(|(card, figure)| {
        let nothing = Details::default();
        let details = figure.details.as_ref().unwrap_or(&nothing);
        let (previous, previous_period) = value_and_period(details.previous);
        let (base, base_period) = value_and_period(details.base);
        let (target, target_period) = value_and_period(details.target);
        FigureRow {
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
            previous,
            previous_period,
            base,
            base_period,
            target,
            target_period,
            restated: details.restated.as_ref().map(|restated| restated.before),
            assurance: details.assurance.as_ref().map(|assurance| match assurance.level {
                AssuranceLevel::Limited => "limited",
                AssuranceLevel::Reasonable => "reasonable",
            }),
            codes: details.codes.iter().map(|code| code_of(report, *code)).collect(),
        }
    })
    .collect()
}

fn value_and_period(dated: Option<Dated>) -> (Option<&'static str>, Option<&'static str>) {
    dated.map(|dated| (dated.value.as_str(), dated.at.as_str())).unzip()
}

/// A code behind the id of its framework: `gri/305-1`.
fn code_of(report: &Report, index: u16) -> String {
    let code = &report.codes[usize::from(index)];
    text!(report.frameworks[usize::from(code.framework)].id, "/", code.code)
}

/// Rows as CSV (RFC 4180), with the mark of a file.
#[must_use]
pub fn to_csv(rows: &[FigureRow]) -> String {
    let mut csv = String::from(BYTE_ORDER_MARK);
    write_line(&mut csv, &COLUMNS.map(Cell::Text));
    for row in rows {
        let text = |text: Option<&'static str>| Cell::Text(text.unwrap_or_default());
        let number = |number: Option<&'static str>| Cell::Number(number.unwrap_or_default());
        let cells = [
            Cell::Text(row.report),
            Cell::Number(&row.part.to_string()),
            Cell::Text(row.card),
            Cell::Text(row.title),
            Cell::Text(row.figure),
            Cell::Text(row.label),
            Cell::Number(row.value),
            Cell::Text(row.unit),
            Cell::Text(if row.approx { "true" } else { "false" }),
            Cell::Text(&join(&mut row.printed.iter().copied(), " / ")),
            Cell::Number(&row.page.to_string()),
            text(row.note),
            number(row.previous),
            text(row.previous_period),
            number(row.base),
            text(row.base_period),
            number(row.target),
            text(row.target_period),
            text(row.restated),
            text(row.assurance),
            Cell::Text(&join(&mut row.codes.iter().map(String::as_str), " / ")),
        ];
        write_line(&mut csv, &cells);
    }
    csv
}

#[derive(Clone, Copy)]
enum Cell<'a> {
    /// An exact value, which may begin with a minus.
    Number(&'a str),
    /// A text, which must not run as a formula.
    Text(&'a str),
}

fn write_line(csv: &mut String, cells: &[Cell]) {
    for (position, cell) in cells.iter().enumerate() {
        csv.push_str(if position == 0 { "" } else { "," });
        let (text, apostrophe) = match *cell {
            Cell::Number(number) => (number, ""),
            Cell::Text(text) => (text, if is_formula(text) { "'" } else { "" }),
        };
        let quote = if text.contains(['"', ',', '\r', '\n']) { "\"" } else { "" };
        csv.push_str(quote);
        csv.push_str(apostrophe);
        csv.push_str(&text.replace('"', "\"\""));
        csv.push_str(quote);
    }
    csv.push_str("\r\n");
}

/// Whether a spreadsheet would run a text as a formula; after an apostrophe it does not.
fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use report_fixtures::{card, figure, report};
    use report_model::{Assurance, Code, Date, Decimal, Figure, Framework, Restated, Text, Unit};

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
                note: Some(Text { ko: "어림, 값", en: "Rounded, so" }),
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
        let maps = "made-up,2,maps,지도,lookups,조회,2297309797,views,true,22억9730만9797번 / 22억,7,\"어림, 값\",,,,,,,,,\r\n\
                    made-up,2,maps,지도,figure,,-0.25,percent,false,,1,,,,,,,,,,\r\n";
        let english = "made-up,2,maps,Maps,lookups,Look-ups,2297309797,views,true,22억9730만9797번 / 22억,7,\"Rounded, so\",,,,,,,,,\r\n\
                       made-up,2,maps,Maps,figure,,-0.25,percent,false,,1,,,,,,,,,,\r\n";
        let masks = "made-up,1,masks,마스크,figure,,3,people,false,,1,,,,,,,,,,\r\n";
        let head = "\u{feff}report,part,card,title,figure,label,value,unit,approx,printed,page,note,\
                    previous,previousPeriod,base,basePeriod,target,targetPeriod,restated,assurance,codes\r\n";
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

    /// A report with a figure of which the document says everything.
    fn detailed() -> &'static Report {
        let text = |text| Text { ko: text, en: text };
        let dated = |value, at| {
            Some(Dated { value: Decimal::new(value).unwrap(), at: Date::new(at).unwrap() })
        };
        let mut emissions = card("emissions", "배출");
        let level = AssuranceLevel::Limited;
        emissions.figures = vec![Figure {
            details: Some(Details {
                previous: dated("-50120.4", "2023"),
                base: dated("55300", "2019"),
                target: dated("33180", "2030-12"),
                restated: Some(Restated { before: "=48,930 tCO₂e", reason: text("정정") }),
                assurance: Some(Assurance { level, scope: text("전체") }),
                codes: vec![0, 1],
            }),
            ..figure("48210.5", Unit::CarbonTonnes)
        }];
        let framework = |id| Framework { id, name: text(id), omissions: Vec::new() };
        let codes =
            [(0, "305-1"), (1, "E1-6")].map(|(framework, code)| Code { framework, code }).into();
        let frameworks = vec![framework("gri"), framework("esrs")];
        let report = report(vec![emissions]).clone();
        Box::leak(Box::new(Report { frameworks, codes, ..report }))
    }

    #[test]
    fn other_periods_corrections_assurance_and_codes_have_columns_of_their_own() {
        let rows = figure_rows(detailed(), &[0], Lang::En);
        assert_eq!(
            to_csv(&rows).lines().nth(1),
            Some(
                "made-up,1,emissions,배출,figure,,48210.5,tco2e,false,,1,,\
                 -50120.4,2023,55300,2019,33180,2030-12,\"'=48,930 tCO₂e\",limited,gri/305-1 / esrs/E1-6"
            )
        );
    }

    #[test]
    fn a_row_has_the_names_and_the_order_of_the_columns() {
        let rows = serde_json::to_string(&figure_rows(detailed(), &[0], Lang::Ko)).unwrap();
        let keys = rows.split("\":").filter_map(|before| before.rsplit('"').next());
        assert_eq!(keys.take(COLUMNS.len()).collect::<Vec<_>>(), COLUMNS);
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
            write_line(&mut line, &[Cell::Text(text)]);
            assert_eq!(line, format!("{expected}\r\n"), "{text:?}");
        }
    }

    #[test]
    fn a_value_below_zero_stays_a_number() {
        let mut line = String::new();
        write_line(&mut line, &[Cell::Number("-0.25"), Cell::Text("-0.25%")]);
        assert_eq!(line, "-0.25,'-0.25%\r\n");
    }
}
