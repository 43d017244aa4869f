//! What every chart of the bundle keeps to.

use std::collections::HashSet;

use super::scale::percent;
use super::*;
use crate::bundle::library;
use crate::i18n::{self, ChartMessage, charts};
use crate::number::{self, digits, grouped};
use crate::report::{Report, SeriesKind};

/// Every report in every language.
fn editions() -> impl Iterator<Item = Edition> {
    let library = library();
    let reports = library.reports.iter();
    reports.flat_map(move |report| Lang::INTERFACE.map(|lang| Edition { library, report, lang }))
}

/// The timeline of an edition.
fn timeline(edition: Edition) -> String {
    timeline::timeline(edition).unwrap()
}

/// The charts of an edition, each by itself, without the timeline.
fn figures(edition: Edition) -> Vec<String> {
    let drawn = all(edition).into_iter().filter(|(id, _)| id != timeline::ID);
    let drawn: String = drawn.map(|(_, html)| html).collect();
    let figures = drawn.split("<figure ").skip(1);
    figures.map(|figure| figure.split("</figure>").next().unwrap().to_owned()).collect()
}

fn figure(edition: Edition, id: &str) -> String {
    let mark = format!("data-chart=\"{id}\"");
    let mut figures = figures(edition).into_iter();
    figures.find(|figure| figure.contains(&mark)).unwrap_or_else(|| panic!("no chart of {id}"))
}

/// What stands behind each mark, up to the next quote.
fn attributes<'h>(html: &'h str, before: &str) -> Vec<&'h str> {
    html.split(before).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

/// Places in thousandths, as they stand behind each mark.
fn places(html: &str, before: &str) -> Vec<u32> {
    let read = |place: &str| {
        let (whole, tenth) =
            place.strip_suffix('%')?.split_once('.').unwrap_or((&place[..place.len() - 1], "0"));
        Some(whole.parse::<u32>().ok()? * 10 + tenth.parse::<u32>().ok()?)
    };
    attributes(html, before).into_iter().map(|place| read(place).unwrap()).collect()
}

/// How wide the bars are.
fn bars(plot: &str) -> Vec<u32> {
    let bars = plot.split("<rect class=\"ink").skip(1).map(|rest| rest.split('>').next().unwrap());
    bars.flat_map(|bar| places(bar, " width=\"")).collect()
}

fn rows(figure: &str) -> Vec<&str> {
    attributes(figure.split("<tbody>").nth(1).unwrap(), "<data value=\"")
}

#[test]
fn every_sum_and_every_series_has_a_chart_and_nothing_else_has() {
    for edition in editions() {
        let report = edition.report;
        let sums = report.headlines().filter(|(_, headline)| headline.tally.is_some());
        let sums = sums.map(|(part, headline)| format!("part-{}/{}", part.no, headline.figure.id));
        let series = report.cards.iter().flat_map(|card| {
            card.series.iter().map(move |series| format!("{}/{}", card.id, series.id))
        });
        let expected: Vec<String> = sums.chain(series).collect();
        let figures = figures(edition);
        let drawn: Vec<&str> =
            figures.iter().flat_map(|figure| attributes(figure, "data-chart=\"")).collect();
        assert_eq!(drawn, expected);
    }
}

#[test]
fn the_rows_of_a_sum_add_up_to_its_headline_from_the_greatest_on() {
    for edition in editions() {
        for (part, headline) in edition.report.headlines() {
            let figure = figure(edition, &format!("part-{}/{}", part.no, headline.figure.id));
            let rows = rows(&figure);
            let sum: u128 = rows.iter().map(|value| value.parse::<u128>().unwrap()).sum();
            assert_eq!(sum.to_string(), headline.figure.value.as_str(), "{figure}");
            let tally = headline.tally.as_ref().unwrap();
            let terms: Vec<u128> =
                rows[..tally.terms.len()].iter().map(|value| value.parse().unwrap()).collect();
            assert!(terms.is_sorted_by(|left, right| left >= right), "{terms:?}");
            let remainder = rows[tally.terms.len()..].first().copied();
            assert_eq!(remainder.unwrap_or("0"), tally.remainder.as_str());
        }
    }
}

#[test]
fn the_rows_of_a_series_are_its_points_in_their_order() {
    for edition in editions() {
        for card in &edition.report.cards {
            for series in &card.series {
                let figure = figure(edition, &format!("{}/{}", card.id, series.id));
                let points: Vec<&str> =
                    series.points.iter().map(|point| point.value.as_str()).collect();
                assert_eq!(rows(&figure), points);
                for point in &series.points {
                    let name = write_html(|m| {
                        m.text(point.label.get(edition.lang));
                    });
                    assert!(figure.contains(&name), "{name}");
                    assert!(figure.contains(&full(point.value, series.unit, edition.lang)));
                }
            }
        }
    }
}

#[test]
fn every_row_has_its_mark_and_larger_values_stand_further() {
    for edition in editions() {
        for figure in figures(edition) {
            let values: Vec<f64> =
                rows(&figure).iter().map(|value| value.parse().unwrap()).collect();
            assert_eq!(figure.matches("data-mark").count(), values.len(), "{figure}");
            let (plot, _) = figure.split_once("class=\"readout\"").unwrap();
            let reached = if plot.contains("marks dots") {
                places(plot, "cx=\"")
            } else if plot.contains("class=\"course\"") {
                // From the top, so the other way round.
                places(plot, "cy=\"").into_iter().map(|place| 1000 - place).collect()
            } else {
                bars(plot)
            };
            assert_eq!(reached.len(), values.len(), "{plot}");
            for (left, at_left) in values.iter().zip(&reached) {
                for (right, at_right) in values.iter().zip(&reached) {
                    assert!(left < right || at_left >= at_right, "{left} {right} in {plot}");
                }
            }
        }
    }
}

#[test]
fn bars_of_a_sum_and_every_strip_fill_the_whole_width() {
    let mut seen = 0;
    for edition in editions() {
        for figure in figures(edition) {
            let (plot, _) = figure.split_once("class=\"readout\"").unwrap();
            let strip = plot
                .split("class=\"strip\"")
                .nth(1)
                .map(|rest| rest.split("</svg>").next().unwrap());
            let is_sum = figure.contains(&charts::whole("", edition.lang));
            let widths: Vec<u32> = match strip {
                Some(strip) => places(strip, " width=\""),
                None if is_sum => bars(plot),
                None => continue,
            };
            seen += 1;
            let sum: u32 = widths.iter().sum();
            let slack = u32::try_from(widths.len()).unwrap();
            assert!(sum.abs_diff(1000) <= slack, "{sum} of 1000 in {plot}");
        }
    }
    assert!(seen > 10);
}

#[test]
fn no_number_stands_in_a_chart_that_the_report_does_not_give() {
    for edition in editions() {
        let known = numbers_of(edition);
        for (id, html) in all(edition).into_iter().filter(|(id, _)| id != timeline::ID) {
            for number in numbers(&text(&html)) {
                assert!(known.contains(&number), "{number} in {id}: {}", text(&html));
            }
        }
    }
}

/// Every number of a report in every form that a chart may write it in.
fn numbers_of(Edition { report, lang, .. }: Edition) -> HashSet<String> {
    let mut known = HashSet::new();
    let mut know = |text: &str| known.extend(numbers(text));
    let forms = |value: Decimal, unit: Unit| {
        [full(value, unit, lang), short(value, unit, lang), grouped(value, lang), digits(value)]
            .join(" ")
    };
    for card in &report.cards {
        know(card.title.get(lang));
        for figure in &card.figures {
            know(&forms(figure.value, figure.unit));
            know(figure.label.get(lang));
            know(&i18n::page(figure.page, lang));
        }
        for series in &card.series {
            know(series.label.get(lang));
            for point in &series.points {
                know(&forms(point.value, series.unit));
                know(point.label.get(lang));
                // Only what adds up to a figure of the card has shares.
                for figure in card.figures.iter().filter(|_| series.kind == SeriesKind::Breakdown) {
                    know(&number::share(point.value, figure.value).unwrap_or_default());
                }
            }
        }
    }
    for (_, headline) in report.headlines() {
        let Some(tally) = &headline.tally else { continue };
        let whole = headline.figure.value;
        know(&forms(whole, headline.figure.unit));
        know(&tally.terms.len().to_string());
        let terms = tally.terms.iter().filter_map(|term| report.term(*term));
        for value in terms.map(|(_, figure)| figure.value).chain([tally.remainder]) {
            know(&forms(value, headline.figure.unit));
            know(&number::share(value, whole).unwrap_or_default());
        }
    }
    for power in 0..16 {
        know(&charts::power(power, lang));
    }
    // Ten times, and zero, where the scale is printed.
    for scale in [ChartMessage::Powers, ChartMessage::FromZero, ChartMessage::TrueTime] {
        know(scale.get(lang));
    }
    known
}

fn numbers(text: &str) -> Vec<String> {
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let pieces = text.split(|c| !is_of_number(c)).map(|piece| piece.trim_matches(['.', ',']));
    pieces.filter(|piece| !piece.is_empty()).map(str::to_owned).collect()
}

/// What a reader reads of it.
fn text(html: &str) -> String {
    html.split('<')
        .map(|piece| piece.split_once('>').map_or("", |(_, text)| text))
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn charts_are_what_strict_pages_allow_and_can_stand_beside_each_other() {
    for edition in editions() {
        for (_, figure) in all(edition) {
            for refused in ["style=", "<style", "<script", " id=", "<tfoot", "on=\""] {
                assert!(!figure.contains(refused), "{refused} in {figure}");
            }
        }
    }
}

#[test]
fn a_chart_says_what_one_reads_from_it() {
    let library = library();
    let report: &'static Report = library.report("white-paper-2022").unwrap();
    for (id, ko, en) in [
        (
            "part-1/lookups",
            "14가지를 더한 수이고, 그 가운데 ‘카카오톡 코로나19 현황판’ 하나가 91.4%를 차지합니다.",
            "It adds up from 14 figures; one of them, “COVID-19 status page in KakaoTalk”, makes up 91.4%.",
        ),
        (
            "unused-vaccine/channels",
            "모두 8억 7610만 3773회이고, 그 가운데 ‘비즈보드 광고’ 하나가 74.2%를 차지합니다.",
            "876.1 million times in all, of which “Bizboard ads” alone makes up 74.2%.",
        ),
        (
            "autopay/share",
            "2019년 1분기 23%에서 2022년 1분기 69%로 늘었습니다.",
            "It grew from 23% (Q1 2019) to 69% (Q1 2022).",
        ),
        (
            "mid-credit-loans/loan-supply",
            "2020년 4679억원에서 2021년 1조 7166억원으로 늘었습니다.",
            "It grew from 467.9 billion won (2020) to 1.7 trillion won (2021).",
        ),
        (
            "seniors-gifts/centres",
            "가장 큰 것은 ‘전국’ 447곳, 가장 작은 것은 ‘지원’ 11곳입니다.",
            "The largest is “Nationwide” with 447 places, the smallest “Supported” with 11 places.",
        ),
    ] {
        for (lang, expected) in [(Lang::Ko, ko), (Lang::En, en)] {
            let figure = figure(Edition { library, report, lang }, id);
            let reading = figure.split("class=\"reading\">").nth(1).unwrap();
            assert_eq!(reading.split('<').next(), Some(&*charts::unbroken(expected)));
        }
    }
}

#[test]
fn what_is_far_apart_stands_on_powers_of_ten_and_says_so() {
    let library = library();
    let report: &'static Report = library.report("white-paper-2022").unwrap();
    let edition = Edition { library, report, lang: Lang::Ko };
    let figure = figure(edition, "part-1/lookups");
    assert!(
        figure.contains(ChartMessage::Powers.get(Lang::Ko))
            && figure.contains(ChartMessage::InProportion.get(Lang::Ko))
    );
    // 2,101,911,086 and 683,432, between 10만 and 100억.
    let dots = places(&figure, "cx=\"");
    assert_eq!((dots[0], dots[dots.len() - 1]), (865, 167));
    assert!(figure.contains(&format!("x=\"{}\" text-anchor=\"middle\">1억<", percent(600))));
}

#[test]
fn every_date_of_every_document_stands_in_the_timeline_once() {
    for edition in editions() {
        let html = timeline(edition);
        let mut expected = Vec::new();
        for report in &edition.library.reports {
            for event in report.cards.iter().flat_map(|card| &card.dates) {
                let to = event.span.to.filter(|to| *to != event.span.from);
                let to = to.map(|to| format!("/{}", to.as_str())).unwrap_or_default();
                expected.push(format!("{}{to}", event.span.from.as_str()));
            }
        }
        let rows = html.split("<tbody>").nth(1).unwrap();
        let mut dates: Vec<&str> = attributes(rows, "<td data-exact=\"");
        assert!(dates.is_sorted_by_key(|date| date.split('/').next()), "{dates:?}");
        dates.sort_unstable();
        expected.sort_unstable();
        assert_eq!(dates, expected);
    }
}

#[test]
fn a_column_is_as_high_as_its_month_has_events_and_tells_apart_whose_they_are() {
    for edition in editions() {
        let html = timeline(edition);
        let rows = html.split("<tbody>").nth(1).unwrap();
        let all = attributes(rows, "<tr data-at=\"");
        let marks: Vec<&str> = html.split("<g data-mark").skip(1).collect();
        let mut counted = 0;
        for mark in &marks {
            let mark = mark.split("</g>").next().unwrap();
            let at = attributes(mark, "data-at=\"")[0];
            let blocks = mark.matches("class=\"ink").count();
            assert_eq!(blocks, all.iter().filter(|row| **row == at).count(), "{at}");
            let own = edition.report.cards.iter().flat_map(|card| &card.dates);
            let own = own.filter(|event| {
                let from = event.span.from.as_str();
                from.get(..7).unwrap_or(from) == at
            });
            assert_eq!(mark.matches("class=\"ink\"").count(), own.count(), "{at}");
            counted += blocks;
            // Blocks stand one above the other, or side by side, inside the picture.
            let (across, down) = (places(mark, " x=\""), places(mark, " y=\""));
            let mut stand: Vec<_> = across.iter().zip(&down).skip(1).collect();
            assert!(stand.iter().all(|(x, y)| **x < 1000 && **y < 1000), "{mark}");
            stand.sort_unstable();
            stand.dedup();
            assert_eq!(stand.len(), blocks, "{mark}");
        }
        // January 2020 to April 2022; what lies outside is in the table alone.
        let outside = all.iter().filter(|at| !("2020".."2022-05").contains::<&str>(at)).count();
        assert_eq!(counted + outside, all.len());
        let places: Vec<&str> =
            marks.iter().map(|mark| attributes(mark, "data-at=\"")[0]).collect();
        assert_eq!(
            (places[0], marks.iter().filter(|mark| mark.contains("data-most")).count()),
            ("2020-01", 1)
        );
    }
}
