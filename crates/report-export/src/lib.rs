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
use serde::ser::{Serialize, SerializeStruct, Serializer};

use report_model::{Approx, AssuranceLevel, Dated, Details, Figure, Lang, Report, Text};

/// Spreadsheets know UTF-8 by this mark at the beginning of a file. In a text it would be a letter.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

/// Names of the columns, which are the keys of the objects too. New ones come before those of headlines.
/// Every CSV has all of them but those, so that the files of several reports fit under each other.
const NAMES: [&str; 23] = [
    // Id of the report, number of the part, id and title of the card.
    "report",
    "part",
    "card",
    "title",
    // Id of the figure, and what is counted.
    "figure",
    "label",
    // The exact value, the unit's name in the data, whether the document says "about" or the like.
    "value",
    "unit",
    "approx",
    // Every form in which the document prints it, the printed page, a caveat.
    "printed",
    "page",
    "note",
    // Exact values of other periods, in the same unit; a period is a year or a month.
    "previous",
    "previousPeriod",
    "base",
    "basePeriod",
    "target",
    "targetPeriod",
    // What was printed before a correction, the level of assurance, codes such as `gri/305-1`.
    "restated",
    "assurance",
    "codes",
    // Of headlines alone: what the figures that add up to it leave unexplained, and which figures they are,
    // as `card/figure`.
    "remainder",
    "terms",
];

/// How many columns the row of a figure has.
const OF_FIGURES: usize = NAMES.len() - 2;

/// A figure of a card or a headline, as `toJSON()` gives it and as a line of the CSV: a cell for each
/// column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row(pub Vec<Cell>);

/// What stands in a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// The document does not say.
    Absent,
    /// A text, which must not run as a formula.
    Text(&'static str),
    /// An exact decimal, which may begin with a minus.
    Decimal(&'static str),
    /// A number of a part or a page.
    Number(u16),
    /// Yes or no.
    Flag(bool),
    /// Several texts.
    Texts(Vec<String>),
}

/// Every figure of these cards, in their order.
#[must_use]
pub fn figure_rows(report: &'static Report, cards: &[u32], lang: Lang) -> Vec<Row> {
    let cards = cards.iter().filter_map(|card| report.cards.get(*card as usize));
    let rows = cards.flat_map(|card| card.figures.iter().map(move |figure| (card, figure)));
    rows.map(|(card, figure)| row(report, card.part, card.id, card.title, figure, lang)).collect()
}

/// The headlines of a report that add up from figures of these cards alone. Their title is that of their
/// part; they have no card.
#[must_use]
pub fn tally_rows(report: &'static Report, cards: &[u32], lang: Lang) -> Vec<Row> {
    let rows = report.headlines().filter_map(|(part, headline)| {
        let tally = headline.tally.as_ref()?;
        let mut terms = Vec::new();
        for term in &tally.terms {
            let (card, figure) = report.term(*term).filter(|_| cards.contains(&term.card))?;
            terms.push(text!(card.id, "/", figure.id));
        }
        let mut row = row(report, part.no, "", part.title, &headline.figure, lang);
        row.0.push(Cell::Decimal(tally.remainder.as_str()));
        row.0.push(Cell::Texts(terms));
        Some(row)
    });
    rows.collect()
}

fn row(
    report: &'static Report,
    part: u8,
    card: &'static str,
    title: Text,
    figure: &Figure,
    lang: Lang,
) -> Row {
    let nothing = Details::default();
    let details = figure.details.as_ref().unwrap_or(&nothing);
    let assurance = details.assurance.as_ref().map(|assurance| match assurance.level {
        AssuranceLevel::Limited => "limited",
        AssuranceLevel::Reasonable => "reasonable",
    });
    let (previous, previous_period) = value_and_period(details.previous);
    let (base, base_period) = value_and_period(details.base);
    let (target, target_period) = value_and_period(details.target);
    Row(vec![
        Cell::Text(report.id),
        Cell::Number(part.into()),
        Cell::Text(card),
        Cell::Text(title.get(lang)),
        Cell::Text(figure.id),
        Cell::Text(figure.label.get(lang)),
        Cell::Decimal(figure.value.as_str()),
        Cell::Text(figure.unit.id()),
        Cell::Flag(figure.approx != Approx::Exact),
        Cell::Texts(figure.printed.iter().map(|form| (*form).to_owned()).collect()),
        Cell::Number(figure.page),
        text_or_absent(figure.note.map(|note| note.get(lang))),
        previous,
        previous_period,
        base,
        base_period,
        target,
        target_period,
        text_or_absent(details.restated.as_ref().map(|restated| restated.before)),
        text_or_absent(assurance),
        Cell::Texts(details.codes.iter().map(|code| code_of(report, *code)).collect()),
    ])
}

fn text_or_absent(text: Option<&'static str>) -> Cell {
    text.map_or(Cell::Absent, Cell::Text)
}

fn value_and_period(dated: Option<Dated>) -> (Cell, Cell) {
    match dated {
        Some(dated) => (Cell::Decimal(dated.value.as_str()), Cell::Text(dated.at.as_str())),
        None => (Cell::Absent, Cell::Absent),
    }
}

/// A code behind the id of its framework, as the data writes it.
fn code_of(report: &Report, index: u16) -> String {
    let code = &report.codes[usize::from(index)];
    text!(report.frameworks[usize::from(code.framework)].id, "/", code.code)
}

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_struct("Row", self.0.len())?;
        for (name, cell) in NAMES.into_iter().zip(&self.0) {
            row.serialize_field(name, cell)?;
        }
        row.end()
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent => serializer.serialize_none(),
            Self::Text(text) | Self::Decimal(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_u16(*number),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Texts(texts) => serializer.collect_seq(texts),
        }
    }
}

/// Rows as CSV (RFC 4180), with the mark of a file.
#[must_use]
pub fn to_csv(rows: &[Row]) -> String {
    let mut csv = String::from(BYTE_ORDER_MARK);
    csv.push_str(&join(&mut NAMES.into_iter().take(OF_FIGURES), ","));
    csv.push_str("\r\n");
    for row in rows {
        write_line(&mut csv, &row.0);
    }
    csv
}

fn write_line(csv: &mut String, cells: &[Cell]) {
    for (position, cell) in cells.iter().enumerate() {
        csv.push_str(if position == 0 { "" } else { "," });
        match cell {
            Cell::Absent => {}
            Cell::Text(text) => write_text(csv, text),
            Cell::Decimal(value) => csv.push_str(value),
            Cell::Number(number) => csv.push_str(&number.to_string()),
            Cell::Flag(flag) => csv.push_str(if *flag { "true" } else { "false" }),
            Cell::Texts(texts) => {
                write_text(csv, &join(&mut texts.iter().map(String::as_str), " / "));
            }
        }
    }
    csv.push_str("\r\n");
}

/// A spreadsheet would run a text that begins like a formula; after an apostrophe it does not.
fn write_text(csv: &mut String, text: &str) {
    let starts = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    let quote = if text.contains(['"', ',', '\r', '\n']) { "\"" } else { "" };
    csv.push_str(quote);
    csv.push_str(if text.starts_with(starts) { "'" } else { "" });
    csv.push_str(&text.replace('"', "\"\""));
    csv.push_str(quote);
}

#[cfg(test)]
mod tests {
    use super::*;
    use report_fixtures::{card, figure, report};
    use report_model::{
        Assurance, Code, Date, Decimal, Figure, FigureRef, Framework, Headline, Restated, Tally,
        Text, Unit,
    };

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
        let text = |text| Text::new(text, text);
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
        assert_eq!(keys.take(OF_FIGURES).collect::<Vec<_>>(), NAMES[..OF_FIGURES]);
    }

    #[test]
    fn a_headline_is_there_where_all_figures_that_add_up_to_it_are() {
        let report = report(three().cards.clone()).clone();
        let mut parts = report.parts.clone();
        let terms = [(0, 0), (2, 0)].map(|(card, figure)| FigureRef { card, figure }).into();
        parts[1].headlines = vec![
            Headline {
                figure: Figure {
                    id: "reached",
                    label: Text::new("닿은 사람", "People reached"),
                    printed: vec!["22억"],
                    page: 5,
                    ..figure("2297309801", Unit::People)
                },
                basis: Text::new("", ""),
                tally: Some(Tally {
                    terms,
                    remainder: Decimal::new("1").unwrap(),
                    note: None,
                    caveat: None,
                }),
            },
            Headline { figure: figure("1", Unit::People), basis: Text::new("", ""), tally: None },
        ];
        let report = Box::leak(Box::new(Report { parts, ..report }));
        for (cards, count) in [(&[0, 1, 2][..], 1), (&[2, 0], 1), (&[0, 1], 0), (&[], 0)] {
            assert_eq!(tally_rows(report, cards, Lang::En).len(), count, "{cards:?}");
        }
        let rows = serde_json::to_value(tally_rows(report, &[0, 2], Lang::En)).unwrap();
        for (name, expected) in [
            ("part", "2"),
            ("card", "\"\""),
            ("figure", "\"reached\""),
            ("label", "\"People reached\""),
            ("value", "\"2297309801\""),
            ("printed", "[\"22억\"]"),
            ("page", "5"),
            ("remainder", "\"1\""),
            ("terms", "[\"maps/lookups\",\"masks/figure\"]"),
        ] {
            assert_eq!(rows[0][name].to_string(), expected, "{name}");
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
            write_line(&mut line, &[Cell::Text(text)]);
            assert_eq!(line, format!("{expected}\r\n"), "{text:?}");
        }
    }

    #[test]
    fn a_value_below_zero_stays_a_number() {
        let mut line = String::new();
        write_line(&mut line, &[Cell::Decimal("-0.25"), Cell::Text("-0.25%")]);
        assert_eq!(line, "-0.25,'-0.25%\r\n");
    }
}
