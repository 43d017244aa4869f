//! The widget's own words, in both languages: labels, messages, counts.
//!
//! Words of a report stand in its data; here are the words around it. Korean
//! is plain 합니다체.

#![allow(missing_docs, reason = "each constant shows its words")]

mod kinds;
mod time;

pub use kinds::{compared, erratum_kind, erratum_kind_id, facet};
pub use report_numbers::{around, share};
pub use time::{date, span};

use crate::report::{Lang, Report, Text};
use report_text::text;

/// Makes a constant text.
const fn t(ko: &'static str, en: &'static str) -> Text {
    Text { ko, en }
}

pub const SEARCH: Text = t("이 보고서에서 찾기", "Search this report");
pub const SEARCH_HINT: Text =
    t("마스크, ㅈㄴㅂㅅ, 22억, 소상공인", "masks, small shops, 2,297,309,797");
pub const PARTS: Text = t("차례", "Parts");
pub const REPORTS: Text = t("보고서", "Reports");
pub const LANGUAGE: Text = t("언어", "Language");
pub const FILTERS: Text = t("필터", "Filters");
pub const ALL_FILTERS: Text = t("모든 필터", "all filters");
pub const CHOSEN: Text = t("선택한 필터", "Selected filters");
pub const CLEAR: Text = t("모두 지우기", "Clear all");
pub const REMOVE: Text = t("빼기", "Remove");
pub const SORT: Text = t("정렬", "Sort");
pub const SORT_REPORT: Text = t("보고서순", "As printed");
pub const SORT_SIZE: Text = t("단위별 큰 값순", "Largest by unit");
pub const SORT_DATE: Text = t("날짜순", "By date");
pub const RANKED: Text = t("찾은 카드", "Cards found");
pub const NOTHING: Text = t("찾은 내용이 없습니다", "Nothing found");
pub const NOTHING_HELP: Text = t("조건을 하나 빼면 결과가 나옵니다.", "Remove one to see results.");
pub const SUGGESTED_WORDS: Text = t("비슷한 낱말", "Similar words");
pub const COVERS: Text = t("다루는 기간", "Covers");
pub const FIGURES: Text = t("수치", "Figures");
pub const DATES: Text = t("날짜", "Dates");
pub const PARTNERS: Text = t("함께한 기관과 사람", "Partners and participants");
pub const AWARDS: Text = t("수상", "Awards");
pub const SEE_ALSO: Text = t("관련 카드", "Related cards");
pub const IN_DOCUMENT: Text = t("문서에 적힌 제목", "Heading as printed");
pub const ASK: Text = t("이 숫자는 어디서 왔나요?", "Where does this number come from?");
pub const TIMES: Text = t("언제 무슨 일이 있었나요?", "What happened when?");
pub const EXACT: Text = t("정확한 값", "Exact value");
pub const PRINTED: Text = t("문서의 표기", "As printed");
pub const PLACE: Text = t("출처", "Source");
pub const BASIS: Text = t("집계 기준", "What it counts");
pub const NOTE: Text = t("참고", "Note");
pub const TALLY: Text = t("합계의 구성", "How it adds up");
pub const TOTAL: Text = t("합계", "Total");
pub const REMAINDER: Text = t("설명되지 않는 나머지", "Unexplained remainder");
pub const PART_OF: Text = t("이 숫자가 포함된 합계", "Totals that include this number");
pub const RECONSTRUCTED: Text = t(
    "합계의 구성은 문서에 없어, 문서의 숫자를 맞추어 저희가 재구성했습니다.",
    "The document does not give this composition; we reconstructed it from its figures.",
);
pub const NO_TALLY: Text = t(
    "이 숫자의 구성은 문서에 나와 있지 않습니다.",
    "The document does not say what this number is made of.",
);
pub const ERRATA: Text = t("문서 안에서 서로 다른 곳", "Where the document contradicts itself");
pub const ERRATA_LEAD: Text = t(
    "상자와 본문이 다르거나 날짜가 빠진 곳을 그대로 옮기고, 저희의 해석과 근거를 붙였습니다.",
    "Each place as printed, how we read it, and why.",
);
pub const SOURCE_TEXT: Text = t("자료 텍스트의 표기", "Source text reads");
pub const SOURCE_TEXT_LEAD: Text = t(
    "저희가 사용한 자료 텍스트의 오류이며, 발행처의 오류가 아닙니다.",
    "An error in the text we worked from, not the publisher's.",
);
pub const SAYS: Text = t("문서", "Printed");
pub const READING: Text = t("해석", "Our reading");
pub const WHY: Text = t("근거", "Why");
pub const CITE: Text = t("인용하기", "Cite");
pub const COPY: Text = t("복사", "Copy");
pub const COPIED: Text = t("복사했습니다", "Copied");
pub const LINK_COPIED: Text = t("링크를 복사했습니다", "Link copied");
pub const SHARED: Text = t("공유했습니다", "Shared");
pub const COPY_FAILED: Text = t("복사하지 못했습니다", "Could not copy");
pub const COPY_CITATION: Text = t("인용문 복사", "Copy citation");
pub const SHARE: Text = t("이 화면 공유하기", "Share this view");
pub const EMBED: Text = t("내 페이지에 넣기", "Embed");
pub const EXPORT: Text = t("내보내기", "Export");
pub const CHOOSE_YEARS: Text = t("이 해의 카드만 보기", "Show only cards from");
pub const NOT_OPENED: Text = t("열지 못했습니다", "Could not open");
pub const MORE: Text = t("더 보기", "Show more");
pub const EARLIER: Text = t("이전 카드 보기", "Show earlier cards");
pub const RIGHTS: Text = t("저작권", "Rights");
pub const FROZEN: Text = t("버전과 데이터 해시", "Version and data hash");
pub const NO_FIGURES: Text =
    t("이 항목에는 적힌 수치가 없습니다.", "This section prints no figures.");

pub const CLOSE: Text = t("닫기", "Close");
pub const EMBED_TITLE: Text = t("내 페이지에 넣기", "Embed this view");
pub const EMBED_LEAD: Text = t(
    "지금 보이는 화면을 그대로 보여 주는 코드입니다. 복사해서 페이지에 붙여 넣습니다.",
    "This code shows the view you see now. Copy it into your page.",
);
pub const EMBED_ELEMENT: Text = t("페이지에 바로 넣기 (권장)", "As an element (recommended)");
pub const EMBED_FRAME: Text = t("iframe으로 넣기", "As an iframe");
pub const EMBED_NOTE: Text = t(
    "script 줄은 iframe의 높이를 내용에 맞춥니다. 스크립트를 쓸 수 없는 곳에서는 빼도 됩니다.",
    "The script line gives the iframe the height of its content. Leave it out where scripts are not allowed.",
);
pub const EMBED_NOT_COPIED: Text = t(
    "복사하지 못했습니다. 코드를 선택해서 복사하세요.",
    "Could not copy. Select the code and copy it.",
);
pub const NO_FIGURES_HERE: Text =
    t("여기에는 적힌 수치가 없습니다.", "No figures are printed here.");
pub const EXACT_VALUES: Text = t(
    "CSV는 엑셀 같은 프로그램에서 표로 열립니다. 값은 반올림하지 않은 정확한 값입니다.",
    "CSV opens as a table in programs such as Excel. Values are exact, not rounded.",
);
pub const COPY_CSV: Text = t("CSV 복사", "Copy CSV");
pub const SAVE_CSV: Text = t("CSV 내려받기", "Download CSV");
pub const COPY_JSON: Text = t("JSON 복사", "Copy JSON");
pub const SAVE_JSON: Text = t("JSON 내려받기", "Download JSON");
pub const CITATION: Text = t("인용문", "Citation");
pub const COPY_KOREAN: Text = t("한국어 인용문 복사", "Copy in Korean");
pub const COPY_ENGLISH: Text = t("영어 인용문 복사", "Copy in English");
pub const LINK: Text = t("링크", "Link");
pub const COPY_LINK: Text = t("링크 복사", "Copy link");
pub const IMAGE: Text = t("이미지", "Image");
pub const WIDE: Text = t("가로형", "Wide");
pub const SQUARE: Text = t("정사각형", "Square");
pub const COPY_IMAGE: Text = t("이미지 복사", "Copy image");
pub const SAVE_IMAGE: Text = t("이미지 내려받기", "Download image");
pub const SHARE_IMAGE: Text = t("이미지 공유하기", "Share image");
pub const IN_APPS: Text = t(
    "다른 앱 안에서 열어 내려받을 수 없다면 복사하거나, 이미지를 길게 눌러 저장합니다.",
    "If another app shows this page and blocks downloads, copy instead, or long-press the image to save it.",
);
pub const COPIED_SENTENCE: Text = t("복사했습니다.", "Copied.");
pub const NOT_COPIED_SENTENCE: Text = t(
    "복사하지 못했습니다. 아래에 선택된 글을 직접 복사하세요.",
    "Could not copy. Copy the selected text below.",
);
pub const DOWNLOAD_STARTED: Text = t(
    "내려받기를 시작했습니다. 파일이 저장되지 않으면 대신 복사하세요.",
    "The download has started. If no file is saved, copy instead.",
);
pub const IMAGE_NOT_COPIED: Text = t(
    "이미지를 복사하지 못했습니다. 내려받거나, 이미지를 길게 눌러 저장하세요.",
    "Could not copy the image. Download it, or long-press the image to save it.",
);
pub const IMAGE_NOT_MADE: Text = t(
    "이미지를 만들지 못했습니다. 잠시 뒤에 다시 눌러 주세요.",
    "Could not make the image. Press again in a moment.",
);
pub const TEXT_TO_COPY: Text = t("복사할 글", "Text to copy");

/// `수치 12개` or `12 figures`.
#[must_use]
pub fn figures(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Ko, _) => format!("수치 {count}개"),
        (Lang::En, 1) => "1 figure".to_owned(),
        (Lang::En, _) => format!("{count} figures"),
    }
}

/// `카드 47개` or `47 cards`.
#[must_use]
pub fn cards(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Ko, _) => text!("카드 ", count, "개"),
        (Lang::En, 1) => "1 card".to_owned(),
        (Lang::En, _) => text!(count, " cards"),
    }
}

/// The label of the button that closes the filters: `47개 보기`.
#[must_use]
pub fn show_cards(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Ko => text!("카드 ", count, "개 보기"),
        Lang::En => text!("Show ", cards(count, lang)),
    }
}

/// The label of a button that drops one condition: `'마스크' 빼기`, `Remove 'masks'`.
#[must_use]
pub fn remove(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Ko => text!(name, " ", REMOVE.ko),
        Lang::En => text!(REMOVE.en, " ", name),
    }
}

/// Asks whether other words were meant: `'마스크'를 찾으셨나요?`.
#[must_use]
pub fn did_you_mean(words: &str, lang: Lang) -> String {
    match lang {
        Lang::Ko => text!("'", words, "'", particle(words, "을", "를"), " 찾으셨나요?"),
        Lang::En => text!("Did you mean '", words, "'?"),
    }
}

/// Why a card was found that does not show a word: `본문에 '심리지원'이 나옵니다 · 53쪽`.
#[must_use]
pub fn printed_words(words: &[&str], page_no: u16, lang: Lang) -> String {
    let quoted: Vec<String> = words.iter().map(|word| text!("'", word, "'")).collect();
    let (quoted, page) = (quoted.join(", "), page(page_no, lang));
    match (lang, words.last()) {
        (Lang::Ko, last) => {
            let particle = particle(last.copied().unwrap_or_default(), "이", "가");
            text!("본문에 ", quoted, particle, " 나옵니다 · ", page)
        }
        (Lang::En, _) => text!("The document says ", quoted, " · ", page),
    }
}

/// The form of a Korean particle that fits a word: one for words that end in a consonant, and one
/// for those that end in a vowel. Of what is not Hangul only digits are known by their sound.
fn particle(word: &str, consonant: &'static str, vowel: &'static str) -> &'static str {
    let ends_in_consonant = word.chars().next_back().is_some_and(|last| match last {
        '가'..='힣' => !(u32::from(last) - u32::from('가')).is_multiple_of(28),
        last => "013678".contains(last),
    });
    if ends_in_consonant { consonant } else { vowel }
}

/// A language in its own words.
#[must_use]
pub fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::Ko => "한국어",
        Lang::En => "English",
    }
}

/// A language with the country of its readers, as previews ask for it.
#[must_use]
pub fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::Ko => "ko_KR",
        Lang::En => "en_US",
    }
}

/// What a page offers, in the words of a search result.
#[must_use]
pub fn about_page(report: &Report, lang: Lang) -> String {
    let (subtitle, cards) = (report.subtitle.get(lang), cards(report.cards.len(), lang));
    match lang {
        Lang::Ko => format!("{subtitle}. {cards}를 읽고, 찾고, 모든 숫자의 출처를 확인합니다."),
        Lang::En => {
            format!("{subtitle}. {cards} to read and search, with the origin of every number.")
        }
    }
}

/// `19쪽` or `p. 19`.
#[must_use]
pub fn page(page: u16, lang: Lang) -> String {
    match lang {
        Lang::Ko => text!(page, "쪽"),
        Lang::En => text!("p. ", page),
    }
}

/// `2부` or `Part 2`.
#[must_use]
pub fn part(no: u8, lang: Lang) -> String {
    match lang {
        Lang::Ko => text!(no, "부"),
        Lang::En => text!("Part ", no),
    }
}

/// How much of a report is traced, and what its exact sums hide: `대표 수치
/// 7개 가운데 5개가 마지막 자리까지 맞아떨어집니다. ...`.
#[must_use]
pub fn traced(report: &Report, lang: Lang) -> String {
    let tallies = report.headlines().filter_map(|(_, headline)| headline.tally.as_ref());
    let exact: Vec<_> = tallies.filter(|tally| tally.is_exact()).collect();
    let (count, all) = (exact.len(), report.headlines().count());
    let mut traced = match lang {
        Lang::Ko => {
            text!("대표 수치 ", all, "개 가운데 ", count, "개가 마지막 자리까지 맞아떨어집니다.")
        }
        Lang::En => {
            text!(count, " of ", all, " headline figures add up exactly, to the last digit.")
        }
    };
    for caveat in exact.iter().filter_map(|tally| tally.caveat) {
        traced.push(' ');
        traced.push_str(caveat.get(lang));
    }
    traced
}

/// Where a figure stands: document, section, page.
#[must_use]
pub fn place(report: &Report, section: Text, page_no: u16, lang: Lang) -> String {
    let (title, section, page) = (report.title.get(lang), section.get(lang), page(page_no, lang));
    match lang {
        Lang::Ko => text!(title, ", '", section, "', ", page, " (전체 ", report.pages, "쪽)"),
        Lang::En => text!(title, ", \u{201c}", section, "\u{201d}, ", page, " of ", report.pages),
    }
}

/// `12곳` or `12 places`.
#[must_use]
pub fn places(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Ko, _) => text!(count, "곳"),
        (Lang::En, 1) => "1 place".to_owned(),
        (Lang::En, _) => text!(count, " places"),
    }
}

/// A mark beside a figure with discrepancies.
#[must_use]
pub fn marks(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Ko => text!("서로 다른 곳 ", count),
        Lang::En => text!(count, " ", if count == 1 { "discrepancy" } else { "discrepancies" }),
    }
}

/// The citation of a section: the report's, then the heading that the document
/// prints and its page. English readers, who look for a Korean heading, have
/// what it means beside it.
#[must_use]
pub fn citation(report: &Report, printed: &str, title: Text, page_no: u16, lang: Lang) -> String {
    let (whole, page) = (report.citation.get(lang), page(page_no, lang));
    match lang {
        Lang::Ko => text!(whole, " 중 '", printed, "', ", page),
        Lang::En => {
            text!(whole, ", section \u{201c}", printed, "\u{201d} (", title.en, "), ", page)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::library;

    #[test]
    fn a_particle_fits_the_sound_before_it() {
        for (words, expected) in [
            ("마스크", "'마스크'를 찾으셨나요?"),
            ("백신", "'백신'을 찾으셨나요?"),
            ("2021", "'2021'을 찾으셨나요?"),
            ("2022", "'2022'를 찾으셨나요?"),
            ("qr", "'qr'를 찾으셨나요?"),
        ] {
            assert_eq!(did_you_mean(words, Lang::Ko), expected);
        }
        assert_eq!(did_you_mean("mask", Lang::En), "Did you mean 'mask'?");
    }

    #[test]
    fn a_card_says_which_words_the_document_prints_and_where() {
        for (words, lang, expected) in [
            (&["심리지원"][..], Lang::Ko, "본문에 '심리지원'이 나옵니다 · 53쪽"),
            (&["심리", "퀴즈"], Lang::Ko, "본문에 '심리', '퀴즈'가 나옵니다 · 53쪽"),
            (&["심리지원"], Lang::En, "The document says '심리지원' · p. 53"),
        ] {
            assert_eq!(printed_words(words, 53, lang), expected);
        }
    }

    #[test]
    fn exact_sums_are_counted_with_what_they_hide() {
        let report = library().report("white-paper-2022").expect("it is shipped");
        assert_eq!(
            traced(report, Lang::Ko),
            "대표 수치 7개 가운데 5개가 마지막 자리까지 맞아떨어집니다. \
             다만 3부에서 더한 네 금액은 모두 어림수입니다. \
             4부는 본문의 값만 맞고, 상자의 값은 맞지 않습니다."
        );
        assert_eq!(
            traced(report, Lang::En),
            "5 of 7 headline figures add up exactly, to the last digit. \
             In Part 3, however, all four amounts added are approximate. \
             In Part 4 only the figure in the prose adds up; the boxed one does not."
        );
    }

    #[test]
    fn a_citation_names_the_document_the_printed_heading_and_the_page() {
        let report = library().report("white-paper-2022").expect("it is shipped");
        let card = report.cards.iter().find(|card| card.id == "public-masks").expect("a card");
        let cited = |lang| citation(report, card.printed_title, card.title, card.page, lang);
        assert_eq!(
            cited(Lang::Ko),
            "(주)카카오, '카카오 코로나 백서, 두 번째 이야기: 코로나 극복을 위한 우리와 카카오의 노력', \
             2022년 5월 24일 중 '카카오맵 - 내 주변 공적마스크 검색', 12쪽"
        );
        assert_eq!(
            cited(Lang::En),
            "Kakao Corp., '카카오 코로나 백서, 두 번째 이야기: 코로나 극복을 위한 우리와 카카오의 노력' \
             (Kakao COVID-19 White Paper, The Second Story: How We and Kakao Worked to Overcome COVID-19; \
             in Korean), 24 May 2022, section \u{201c}카카오맵 - 내 주변 공적마스크 검색\u{201d} \
             (Finding public masks), p. 12"
        );
    }
}
