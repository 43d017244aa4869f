//! Text of a report as HTML: escaped, and marked up for reading. The prerendered page and the
//! program write it with the same functions.

use maud::{Markup, PreEscaped, Render, html};

use crate::i18n;
use crate::number;
use crate::report::{Figure, Lang, Report};
use crate::search::{Query, highlight};

/// Words for people to read: one with a hyphen in it, as in COVID-19, stays on one line, and so do
/// a number and what it counts.
#[must_use]
pub fn prose(text: &str) -> Markup {
    let mut out = String::new();
    let mut is_unbroken = false;
    let mut words = text.split(' ').peekable();
    while let Some(word) = words.next() {
        let is_last = words.peek().is_none();
        let continues = is_bare_number(word) && !is_last;
        if !is_unbroken && (continues || word.contains('-')) {
            out.push_str("<span class=\"whole\">");
            is_unbroken = true;
        }
        word.render_to(&mut out);
        if is_unbroken && !continues {
            out.push_str("</span>");
            is_unbroken = false;
        }
        out.push_str(if is_last { "" } else { " " });
    }
    PreEscaped(out)
}

/// A text of our own, which may quote Korean words on an English page: each quotation says that it
/// is Korean, so that it is pronounced so.
#[must_use]
pub fn mixed(text: &str, lang: Lang) -> Markup {
    with_korean(text, lang, prose)
}

/// The same for a citation, which may break between any two words.
#[must_use]
pub fn citation(text: &str, lang: Lang) -> Markup {
    with_korean(text, lang, |rest| html! { (rest) })
}

fn with_korean(text: &str, lang: Lang, plain: impl Fn(&str) -> Markup) -> Markup {
    let is_hangul = |c: char| matches!(c, '가'..='힣');
    // What stands between two Korean words belongs to the quotation.
    let continues = |c: char| is_hangul(c) || c.is_ascii_digit() || " ,-:'".contains(c);
    let mut out = String::new();
    let mut rest = text;
    while let (true, Some(start)) = (lang != Lang::Ko, rest.find(is_hangul)) {
        let (before, korean) = rest.split_at(start);
        let end = korean.find(|c| !continues(c)).unwrap_or(korean.len());
        let end = korean[..end].rfind(is_hangul).map_or(end, |last| last + '가'.len_utf8());
        let (korean, after) = korean.split_at(end);
        html! { (plain(before)) span lang="ko" { (korean) } }.render_to(&mut out);
        rest = after;
    }
    plain(rest).render_to(&mut out);
    PreEscaped(out)
}

/// A name; one of several words stays on one line.
#[must_use]
pub fn name(text: &str) -> Markup {
    if text.contains(' ') {
        html! { span.whole { (text) } }
    } else {
        html! { (text) }
    }
}

/// A text in which the words that were searched for are marked.
#[must_use]
pub fn highlighted(text: &str, lang: Lang, query: &Query) -> String {
    let mut out = String::new();
    for piece in highlight(text, query) {
        let words = mixed(piece.text, lang);
        if piece.hit {
            html! { mark { (words) } }.render_to(&mut out);
        } else {
            words.render_to(&mut out);
        }
    }
    out
}

/// Forms as the document prints them.
#[must_use]
pub fn quotes(forms: &[&str]) -> Markup {
    html! {
        @for (position, form) in forms.iter().enumerate() {
            @if position > 0 { " " }
            q lang="ko" { (form) }
        }
    }
}

/// A printed page, as a link to it where the address of the document is known.
#[must_use]
pub fn page_link(report: &Report, page: u16, lang: Lang) -> Markup {
    let words = i18n::page(page, lang);
    html! {
        @if let Some(document) = &report.document {
            (external_link(&document.page_url(page), &words))
        } @else {
            (words)
        }
    }
}

/// A link to another site.
#[must_use]
pub fn external_link(url: &str, words: &str) -> Markup {
    html! { a href=(url) target="_blank" rel="noreferrer" { (words) } }
}

/// One fact with its name, in a description list.
#[must_use]
pub fn fact(name: &str, fact: &str, lang: Lang) -> Markup {
    html! { div { dt { (name) } dd { (mixed(fact, lang)) } } }
}

/// A figure's number that stands still.
#[must_use]
pub fn number(figure: &Figure, lang: Lang) -> Markup {
    html! { span.number role="text" { (value(figure, lang)) } }
}

/// The value of a figure, in full, inside `<data value>`; before it and behind it what the document
/// says of how exact it is.
#[must_use]
pub fn value(figure: &Figure, lang: Lang) -> Markup {
    let (before, after) = number::around(figure.approx, figure.estimate, lang);
    let full = number::full(figure.value, figure.unit, lang);
    let spoken = figure.unit.spoken(lang);
    html! {
        @if !before.is_empty() { span.about { (before) } }
        data value=(figure.value.as_str()) {
            @if spoken.is_some() {
                @let digits = number::grouped(figure.value, lang);
                (digits_and_units(&digits)) small aria-hidden="true" { (full[digits.len()..]) }
            } @else {
                (digits_and_units(&full))
            }
        }
        @if let Some(spoken) = spoken { span.hidden { " " (spoken) } }
        @if !after.is_empty() { span.about { (after) } }
    }
}

/// Digits as they are; units and group names in `<small>`, so that the eye catches the digits
/// first. The text stays whole.
fn digits_and_units(text: &str) -> Markup {
    html! {
        @for (piece, is_small) in number_pieces(text) {
            @if is_small { small { (piece) } } @else { (piece) }
        }
    }
}

/// A number in pieces: digits, and what stands between and behind them, which is set smaller.
#[must_use]
pub fn number_pieces(text: &str) -> Vec<(&str, bool)> {
    let is_digit = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-');
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let are_digits = is_digit(first);
        let end = rest.find(|c| is_digit(c) != are_digits).unwrap_or(rest.len());
        let (piece, tail) = rest.split_at(end);
        pieces.push((piece, !are_digits));
        rest = tail;
    }
    pieces
}

/// Whether a word is a number without what it counts: 93억여 원, 6.7 million.
fn is_bare_number(word: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    word.starts_with(is_digit)
        && word.ends_with(|c| is_digit(c) || matches!(c, '만' | '억' | '조' | '여'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::library;
    use crate::report::{Approx, Decimal, DeclaredUnit, Document, Kind, Text, Unit};

    #[test]
    fn korean_words_on_an_english_page_say_so() {
        let korean = "<span lang=\"ko\">";
        for (text, lang, expected) in [
            ("Read as 진료, care.", Lang::En, format!("Read as {korean}진료</span>, care.")),
            ("여", Lang::En, format!("{korean}여</span>")),
            (
                "section 코로나19 현황, 한 눈에 (status)",
                Lang::En,
                format!("section {korean}코로나19 현황, 한 눈에</span> (status)"),
            ),
            ("'뜨면줘' & so", Lang::En, format!("'{korean}뜨면줘</span>' &amp; so")),
            ("plain", Lang::En, "plain".to_owned()),
            ("QR체크인", Lang::Ko, "QR체크인".to_owned()),
        ] {
            assert_eq!(mixed(text, lang).into_string(), expected);
        }
    }

    #[test]
    fn words_with_a_hyphen_and_numbers_with_what_they_count_stay_on_one_line() {
        for (text, expected) in [
            ("Kakao's COVID-19: a & b", "Kakao's [COVID-19:] a &amp; b"),
            ("카카오 코로나 백서", "카카오 코로나 백서"),
            ("93억여 원은 670만 명에게", "[93억여 원은] [670만 명에게]"),
            ("8억 7610만 3773회를 보고", "[8억 7610만 3773회를] 보고"),
            ("some 6.7 million people", "some [6.7 million] people"),
            ("코로나19 백서, 2021년 봄", "코로나19 백서, 2021년 봄"),
            ("since 2020", "since 2020"),
            ("p. 7 of 57", "p. [7 of] 57"),
            ("", ""),
        ] {
            let expected = expected.replace('[', "<span class=\"whole\">").replace(']', "</span>");
            assert_eq!(prose(text).into_string(), expected);
        }
    }

    #[test]
    fn a_name_stays_on_one_line() {
        let unbroken = "<span class=\"whole\">Kakao Map</span>";
        assert_eq!(name("Kakao Map").into_string(), unbroken);
        assert_eq!(name("KakaoTalk").into_string(), "KakaoTalk");
    }

    #[test]
    fn text_never_becomes_markup() {
        let text = "<b onclick=\"x\">&</b>";
        let escaped = "&lt;b onclick=&quot;x&quot;&gt;&amp;&lt;/b&gt;";
        for html in [prose(text), mixed(text, Lang::En), quotes(&[text])] {
            let html = html.into_string().replace("<q lang=\"ko\">", "").replace("</q>", "");
            assert_eq!(html.replace("<span class=\"whole\">", "").replace("</span>", ""), escaped);
        }
        assert_eq!(highlighted(text, Lang::Ko, &Query::new("")), escaped);
    }

    #[test]
    fn a_page_is_a_link_where_the_document_has_an_address() {
        let mut report = library().reports[0].clone();
        assert_eq!(page_link(&report, 7, Lang::Ko).into_string(), "7쪽");
        let url = "https://example.invalid/a'b.pdf?x=1&y=2";
        report.document = Some(Document { url, sha256: None, page_offset: 3 });
        assert_eq!(
            page_link(&report, 7, Lang::En).into_string(),
            "<a href=\"https://example.invalid/a'b.pdf?x=1&amp;y=2#page=10\" target=\"_blank\" \
             rel=\"noreferrer\">p. 7</a>"
        );
    }

    #[test]
    fn a_declared_unit_can_be_read_aloud_in_other_words_than_it_is_written() {
        let text = |en| Text::new(en, en);
        let unit: &DeclaredUnit = Box::leak(Box::new(DeclaredUnit {
            id: "kwh-per-user",
            kind: Kind::Environment,
            singular: text(" kWh/<user>"),
            plural: text(" kWh/<user>"),
            spoken: Some(text("kilowatt hours a <user>")),
            scale: 0,
        }));
        let mut figure = library().reports[0].cards[0].figures[0].clone();
        (figure.value, figure.unit) = (Decimal::new("1234.5").unwrap(), Unit::Declared(unit));
        (figure.approx, figure.estimate) = (Approx::Exact, false);
        assert_eq!(
            value(&figure, Lang::En).into_string(),
            "<data value=\"1234.5\">1,234.5<small aria-hidden=\"true\"> kWh/&lt;user&gt;</small></data>\
             <span class=\"hidden\"> kilowatt hours a &lt;user&gt;</span>"
        );
    }

    #[test]
    fn the_text_of_a_number_stays_whole_between_its_pieces() {
        let figure = Figure {
            id: "lookups",
            label: Text::new("조회", "Look-ups"),
            value: Decimal::new("2297309797").unwrap(),
            unit: Unit::Views,
            approx: Approx::About,
            estimate: false,
            printed: vec!["22억9730만9797번"],
            page: 5,
            note: None,
            details: None,
        };
        assert_eq!(
            number(&figure, Lang::Ko).into_string(),
            "<span class=\"number\" role=\"text\"><span class=\"about\">약 </span>\
             <data value=\"2297309797\">22<small>억 </small>9730<small>만 </small>9797<small>회</small></data></span>"
        );
    }
}
