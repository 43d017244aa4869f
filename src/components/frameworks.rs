//! Where the codes of frameworks are disclosed, and which are left out: an index that leads to cards.

use maud::{Markup, html};
use report_text::text;

use super::links::card_link;
use crate::html::mixed;
use crate::i18n::{self, Message};
use crate::report::{Code, Edition, Figure, Framework};

/// The index of each framework of a report; nothing where it follows none.
pub fn framework_index(edition: Edition) -> Markup {
    let frameworks = &edition.report.frameworks;
    html! {
        @if !frameworks.is_empty() {
            section.errata.frameworks {
                @for (at, framework) in (0..).zip(frameworks) {
                    (entries(edition, at, framework))
                }
            }
        }
    }
}

/// The codes of a framework in the order of the framework, then those that are left out.
fn entries(edition: Edition, at: u16, framework: &Framework) -> Markup {
    let Edition { report, lang, .. } = edition;
    let codes = (0..).zip(&report.codes).filter(|(_, code)| code.framework == at);
    html! {
        details data-framework=(framework.id) {
            summary { h3 { (framework.name.get(lang)) } span.n { (codes.clone().count()) } }
            ul {
                @for (index, code) in codes { (disclosed(edition, index, code)) }
                @for omission in &framework.omissions {
                    li {
                        p.place {
                            span.kind { (omission.code) } " " (Message::Omitted.get(lang)) ": "
                            (mixed(omission.reason.get(lang), lang))
                        }
                    }
                }
            }
        }
    }
}

/// A code with all figures that have it.
fn disclosed(edition: Edition, index: u16, code: &Code) -> Markup {
    let Edition { report, lang, .. } = edition;
    let has_it = |figure: &&Figure| {
        figure.details.as_ref().is_some_and(|details| details.codes.contains(&index))
    };
    let row = |link: Markup, figure: &Figure| {
        html! {
            p.place {
                span.kind { (code.code) } " " (link) ", "
                (mixed(figure.label.get(lang), lang)) ", " (i18n::page(figure.page, lang))
            }
        }
    };
    html! {
        li {
            @for (part, headline) in report.headlines() {
                @if has_it(&&headline.figure) {
                    @let href = text!("#part-", part.no, "/", headline.figure.id);
                    @let link = html! { a href=(href) { (i18n::part(part.no, lang)) } };
                    (row(link, &headline.figure))
                }
            }
            @for card in &report.cards {
                @for figure in card.figures.iter().filter(has_it) {
                    (row(card_link(card, lang), figure))
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::library;
    use crate::report::{Details, Lang, Library, Omission, Text};

    /// The first report with two frameworks; one code of the first on a headline and on a card.
    fn edition(lang: Lang) -> Edition {
        let mut library: Library = library().clone();
        let report = &mut library.reports[0];
        let name = |en| Text::new(en, en);
        let reason = Text::new("<자료> 없음", "No <data>");
        report.frameworks = vec![
            Framework {
                id: "gri",
                name: name("GRI"),
                omissions: vec![Omission { code: "305-3", reason }],
            },
            Framework { id: "esrs", name: name("ESRS"), omissions: Vec::new() },
        ];
        report.codes = vec![
            Code { framework: 0, code: "305-1" },
            Code { framework: 0, code: "305-2" },
            Code { framework: 1, code: "E1-6" },
        ];
        let details = |codes| Some(Details { codes, ..Details::default() });
        report.parts[0].headlines[0].figure.details = details(vec![0]);
        report.cards[1].figures[0].details = details(vec![0, 2]);
        report.cards[2].figures[0].details = details(vec![1]);
        let library = Box::leak(Box::new(library));
        Edition { library, report: &library.reports[0], lang }
    }

    #[test]
    fn each_code_leads_to_its_figures_and_omissions_have_their_reasons() {
        let edition = edition(Lang::En);
        let report = edition.report;
        let html = framework_index(edition).into_string();
        let mut rest = html.as_str();
        for piece in [
            "data-framework=\"gri\"",
            "GRI</h3><span class=\"n\">2<",
            "305-1</span>",
            &format!("href=\"#part-1/{}\"", report.parts[0].headlines[0].figure.id),
            &format!("href=\"#card-{}\"", report.cards[1].id),
            "305-2</span>",
            &format!("href=\"#card-{}\"", report.cards[2].id),
            "305-3</span> Omitted: No &lt;data&gt;",
            "data-framework=\"esrs\"",
            "ESRS</h3><span class=\"n\">1<",
            "E1-6</span>",
            &format!("href=\"#card-{}\"", report.cards[1].id),
        ] {
            let at = rest.find(piece).unwrap_or_else(|| panic!("no {piece} in {rest}"));
            rest = &rest[at + piece.len()..];
        }
        let facts = super::super::details::details(report, &report.cards[1].figures[0], Lang::Ko);
        let facts =
            facts.into_string().replace("<span class=\"whole\">", "").replace("</span>", "");
        assert!(facts.contains("<dd>GRI 305-1, ESRS E1-6</dd>"), "{facts}");
    }

    #[test]
    fn a_report_without_frameworks_has_no_index() {
        let library = library();
        for report in &library.reports {
            let edition = Edition { library, report, lang: Lang::Ko };
            assert_eq!(framework_index(edition).into_string(), "");
        }
    }
}
