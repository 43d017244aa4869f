//! What a document says of a figure beside its value: other periods, corrections, assurance, codes.

use maud::{Markup, html};
use report_text::text;

use crate::html::{fact, mixed, quotes};
use crate::i18n::{self, Message};
use crate::number::{change, full, way};
use crate::report::{Dated, Details, Facet, Figure, Lang, Report};

/// In one line, how a figure has changed and how far it is to its target; nothing where the document
/// does not say.
pub fn course(figure: &Figure, lang: Lang) -> Markup {
    let Some(details) = &figure.details else { return html! {} };
    let change = details.previous.map(|previous| changed(figure, previous, lang));
    let target = details.target.map(|target| aimed(figure, details, target, lang));
    html! {
        @if change.is_some() || target.is_some() {
            span.course {
                (change.as_deref().unwrap_or_default())
                @if change.is_some() && target.is_some() { " · " }
                (target.as_deref().unwrap_or_default())
            }
        }
    }
}

/// All of it, as facts of a trace.
pub fn details(report: &Report, figure: &Figure, lang: Lang) -> Markup {
    let Some(details) = &figure.details else { return html! {} };
    let value = |dated: Dated| {
        text!(i18n::date(dated.at, lang), ": ", full(dated.value, figure.unit, lang))
    };
    let previous = details
        .previous
        .map(|previous| text!(value(previous), " · ", changed(figure, previous, lang)));
    let target = details.target.map(|target| aimed(figure, details, target, lang));
    let assurance = details
        .assurance
        .as_ref()
        .map(|assurance| i18n::assurance(assurance.level, assurance.scope, lang));
    let mut codes = String::new();
    for code in details.codes.iter().map(|code| &report.codes[usize::from(*code)]) {
        let framework = &report.frameworks[usize::from(code.framework)];
        let comma = if codes.is_empty() { "" } else { ", " };
        codes.push_str(&text!(comma, framework.name.get(lang), " ", code.code));
    }
    html! {
        @for (name, text) in [
            (Message::Previous, previous),
            (Message::Base, details.base.map(value)),
            (Message::Target, target),
            (Message::Assurance, assurance),
        ] {
            @if let Some(text) = text { (fact(name.get(lang), &text, lang)) }
        }
        @if let Some(restated) = &details.restated {
            div {
                dt { (Message::Restated.get(lang)) }
                dd { (quotes(&[restated.before])) " " (mixed(restated.reason.get(lang), lang)) }
            }
        }
        @if !codes.is_empty() { (fact(i18n::facet(Facet::Framework, lang), &codes, lang)) }
    }
}

/// How a figure has changed since an earlier period.
#[must_use]
pub fn changed(figure: &Figure, previous: Dated, lang: Lang) -> String {
    let amount = change(figure, previous.value, lang).unwrap_or_default();
    i18n::change(figure.value.cmp(&previous.value), &amount, previous.at, lang)
}

/// How far a figure is to its target.
#[must_use]
pub fn aimed(figure: &Figure, details: &Details, target: Dated, lang: Lang) -> String {
    let way = details.base.and_then(|base| way(figure.value, base.value, target.value));
    i18n::target(&full(target.value, figure.unit, lang), target.at, way.as_deref(), lang)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::library;
    use crate::report::{Approx, Assurance, AssuranceLevel, Date, Decimal, Restated, Text, Unit};

    fn dated(value: &'static str, at: &'static str) -> Dated {
        Dated { value: Decimal::new(value).unwrap(), at: Date::new(at).unwrap() }
    }

    fn figure(details: Option<Details>) -> Figure {
        Figure {
            id: "emissions",
            label: Text::new("배출", "Emissions"),
            value: Decimal::new("48210.5").unwrap(),
            unit: Unit::CarbonTonnes,
            approx: Approx::Exact,
            estimate: false,
            printed: vec!["48,210.5 tCO₂e"],
            page: 5,
            note: None,
            details,
        }
    }

    fn text(markup: Markup) -> String {
        let html = markup.into_string().replace("</dt>", ": ").replace("</div>", "\n");
        let pieces = html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, it)| it));
        pieces.collect()
    }

    #[test]
    fn the_change_and_the_way_to_the_target_are_one_line() {
        let [previous, base, target] = [("50120.4", "2023"), ("55300", "2019"), ("33180", "2030")]
            .map(|(value, at)| Some(dated(value, at)));
        for (details, ko, en) in [
            (Details::default(), "", ""),
            (
                Details { previous, ..Details::default() },
                "2023년보다 3.8% 줄었습니다",
                "3.8% less than in 2023",
            ),
            (
                Details { base, target, ..Details::default() },
                "2030년 목표 3만 3180tCO₂e까지 32.0%",
                "32.0% of the way to the 2030 target of 33,180 tCO₂e",
            ),
            (
                Details { previous, target, ..Details::default() },
                "2023년보다 3.8% 줄었습니다 · 2030년 목표 3만 3180tCO₂e",
                "3.8% less than in 2023 · 2030 target: 33,180 tCO₂e",
            ),
            (
                Details { previous: Some(dated("48210.5", "2023-06")), ..Details::default() },
                "2023년 6월과 같습니다",
                "the same as in June 2023",
            ),
        ] {
            let figure = figure(Some(details));
            assert_eq!(text(course(&figure, Lang::Ko)), ko);
            assert_eq!(text(course(&figure, Lang::En)), en);
        }
        assert_eq!(course(&figure(None), Lang::En).into_string(), "");
    }

    #[test]
    fn a_trace_has_all_details_and_they_stay_text() {
        let figure = figure(Some(Details {
            previous: Some(dated("50120.4", "2023")),
            base: Some(dated("55300", "2019")),
            target: Some(dated("33180", "2030")),
            restated: Some(Restated {
                before: "48,930 <b>tCO₂e</b>",
                reason: Text::new("정정 & 공표", "Corrected & published"),
            }),
            assurance: Some(Assurance {
                level: AssuranceLevel::Limited,
                scope: Text::new("범위 1 <i>", "Scope 1 <i>"),
            }),
            codes: Vec::new(),
        }));
        let report = &library().reports[0];
        assert_eq!(
            text(details(report, &figure, Lang::En)),
            "Previous value: 2023: 50,120.4 tCO₂e · 3.8% less than in 2023\n\
             Base value: 2019: 55,300 tCO₂e\n\
             Target: 32.0% of the way to the 2030 target of 33,180 tCO₂e\n\
             Assurance: Limited assurance: Scope 1 &lt;i&gt;\n\
             Restated from: 48,930 &lt;b&gt;tCO₂e&lt;/b&gt; Corrected &amp; published\n"
        );
        assert_eq!(details(report, &self::figure(None), Lang::Ko).into_string(), "");
    }
}
