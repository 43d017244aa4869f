//! Korean, in plain 합니다체.

use std::cmp::Ordering;

use report_model::{AssuranceLevel, Date, ErratumKind, Facet, Unit};
use report_text::text;

use super::{ChartMessage, EditionMessage, Message, quoted};

/// The language in its own words.
pub const NAME: &str = "한국어";

/// The language with the country of its readers.
pub const LOCALE: &str = "ko_KR";

#[allow(
    clippy::too_many_lines,
    clippy::match_same_arms,
    reason = "a list with a line for each text; equal texts may part"
)]
pub fn message(message: Message) -> &'static str {
    match message {
        Message::Search => "이 보고서에서 찾기",
        Message::SearchHint => "마스크, ㅈㄴㅂㅅ, 22억, 소상공인",
        Message::Parts => "차례",
        Message::Reports => "보고서",
        Message::Language => "언어",
        Message::Filters => "필터",
        Message::AllFilters => "모든 필터",
        Message::Chosen => "선택한 필터",
        Message::Clear => "모두 지우기",
        Message::Remove => "빼기",
        Message::Sort => "정렬",
        Message::SortReport => "보고서순",
        Message::SortSize => "단위별 큰 값순",
        Message::SortDate => "날짜순",
        Message::Ranked => "찾은 카드",
        Message::Nothing => "찾은 내용이 없습니다",
        Message::NothingHelp => "조건을 하나 빼면 결과가 나옵니다.",
        Message::Covers => "다루는 기간",
        Message::Figures => "수치",
        Message::Dates => "날짜",
        Message::Partners => "함께한 기관과 사람",
        Message::Awards => "수상",
        Message::SeeAlso => "관련 카드",
        Message::InDocument => "문서에 적힌 제목",
        Message::Ask => "이 숫자는 어디서 왔나요?",
        Message::ComesFrom => "{0}가 ‘{1}’\u{2060}에서 나왔습니다.",
        Message::Unexplained => " {0}는 설명되지 않습니다.",
        Message::ShareOfPart => "{0}부 수치의 {1}",
        Message::RankInUnit => "같은 단위 {1}개 중 {0}위",
        Message::PartInBrief => "서비스와 활동 {0}가지 · 대상: {1}",
        Message::PartSince => " · {0}부터",
        Message::AskHelp => "숫자를 눌러 보세요.",
        Message::Timeline => "언제 무슨 일이 있었나요?",
        Message::Exact => "정확한 값",
        Message::Printed => "문서의 표기",
        Message::Place => "출처",
        Message::Basis => "집계 기준",
        Message::Note => "참고",
        Message::Previous => "이전 값",
        Message::Base => "기준 값",
        Message::Target => "목표",
        Message::Restated => "정정 전 표기",
        Message::Assurance => "제3자 검증",
        Message::Document => "문서",
        Message::Omitted => "보고하지 않음",
        Message::Tally => "합계의 구성",
        Message::Total => "합계",
        Message::Remainder => "설명되지 않는 나머지",
        Message::PartOf => "이 숫자가 포함된 합계",
        Message::Reconstructed => {
            "합계의 구성은 문서에 없어, 문서의 숫자를 맞추어 저희가 재구성했습니다."
        }
        Message::NoTally => "이 숫자의 구성은 문서에 나와 있지 않습니다.",
        Message::Errata => "문서 안에서 서로 다른 곳",
        Message::ErrataLead => {
            "상자와 본문이 다르거나 날짜가 빠진 곳을 그대로 옮기고, 저희의 해석과 근거를 붙였습니다."
        }
        Message::SourceText => "자료 텍스트의 표기",
        Message::SourceTextLead => {
            "저희가 사용한 자료 텍스트의 오류이며, 발행처의 오류가 아닙니다."
        }
        Message::Says => "문서",
        Message::Reading => "해석",
        Message::Why => "근거",
        Message::Cite => "인용하기",
        Message::Copy => "복사",
        Message::Copied => "복사했습니다",
        Message::LinkCopied => "링크를 복사했습니다",
        Message::Shared => "공유했습니다",
        Message::CopyFailed => "복사하지 못했습니다",
        Message::CopyCitation => "인용문 복사",
        Message::Share => "이 화면 공유하기",
        Message::Embed => "내 페이지에 넣기",
        Message::Export => "내보내기",
        Message::ChooseYears => "이 해의 카드만 보기",
        Message::Compare => "비교하기",
        Message::CompareHelp => "단위가 같은 카드를 두 개에서 네 개까지 골라 비교합니다.",
        Message::NotCompared => "링크에 있는 카드 가운데 없거나 단위가 다른 것은 뺐습니다.",
        Message::Story => "숫자로 훑어보기",
        Message::More => "더 보기",
        Message::NextPart => "다음",
        Message::PreviousPart => "이전",
        Message::ToTop => "맨 위로",
        Message::Earlier => "이전 카드 보기",
        Message::Rights => "저작권",
        Message::DataDigest => "버전과 데이터 해시",
        Message::NoFigures => "이 항목에는 적힌 수치가 없습니다.",
        Message::Close => "닫기",
        Message::EmbedTitle => "내 페이지에 넣기",
        Message::EmbedLead => {
            "지금 보이는 화면을 그대로 보여 주는 코드입니다. 복사해서 페이지에 붙여 넣습니다."
        }
        Message::EmbedElement => "페이지에 바로 넣기 (권장)",
        Message::EmbedFrame => "iframe으로 넣기",
        Message::EmbedNote => {
            "script 줄은 iframe의 높이를 내용에 맞춥니다. 스크립트를 쓸 수 없는 곳에서는 빼도 됩니다."
        }
        Message::EmbedNotCopied => "복사하지 못했습니다. 코드를 선택해서 복사하세요.",
        Message::NoFiguresHere => "여기에는 적힌 수치가 없습니다.",
        Message::ExactValues => {
            "XLSX와 CSV는 엑셀 같은 프로그램에서 표로 열립니다. 값은 반올림하지 않은 정확한 값입니다."
        }
        Message::CopyCsv => "CSV 복사",
        Message::SaveCsv => "CSV 내려받기",
        Message::CopyJson => "JSON 복사",
        Message::SaveJson => "JSON 내려받기",
        Message::SaveXlsx => "XLSX 내려받기",
        Message::Citation => "인용문",
        Message::CopyKorean => "한국어 인용문 복사",
        Message::CopyEnglish => "영어 인용문 복사",
        Message::Link => "링크",
        Message::CopyLink => "링크 복사",
        Message::Image => "이미지",
        Message::Wide => "가로형",
        Message::Tall => "세로형",
        Message::CopyImage => "이미지 복사",
        Message::SaveImage => "이미지 내려받기",
        Message::ShareImage => "이미지 공유하기",
        Message::InApps => {
            "다른 앱 안에서 열어 내려받을 수 없다면 복사하거나, 이미지를 길게 눌러 저장합니다."
        }
        Message::CopiedSentence => "복사했습니다.",
        Message::NotCopiedSentence => "복사하지 못했습니다. 아래에 선택된 글을 직접 복사하세요.",
        Message::DownloadStarted => {
            "내려받기를 시작했습니다. 파일이 저장되지 않으면 대신 복사하세요."
        }
        Message::ImageNotCopied => {
            "이미지를 복사하지 못했습니다. 내려받거나, 이미지를 길게 눌러 저장하세요."
        }
        Message::FileNotMade => "파일을 만들지 못했습니다. 잠시 뒤에 다시 눌러 주세요.",
        Message::TextToCopy => "복사할 글",
    }
}

/// What the standalone page says when there is a new version, and the button that loads it.
pub const NEW_VERSION: (&str, &str) = ("새 버전이 있습니다.", "업데이트");

pub fn facet(facet: Facet) -> &'static str {
    match facet {
        Facet::Part => "부",
        Facet::Brand => "서비스",
        Facet::Audience => "대상",
        Facet::Theme => "주제",
        Facet::Year => "연도",
        Facet::Kind => "수치의 종류",
        Facet::Framework => "공시 기준",
    }
}

pub fn erratum_kind(kind: ErratumKind) -> &'static str {
    match kind {
        ErratumKind::Figures => "다른 숫자",
        ErratumKind::Rounding => "어림수",
        ErratumKind::Sum => "맞지 않는 합계",
        ErratumKind::Date => "날짜",
        ErratumKind::Unit => "단위",
        ErratumKind::Name => "이름",
        ErratumKind::Heading => "제목",
        ErratumKind::Order => "순서·쪽",
        ErratumKind::Wording => "문구",
    }
}

/// `counter` is that of the unit. Where one counter counts several things, words of its own.
pub fn compared(unit: Option<Unit>, counter: &str) -> String {
    let Some(unit) = unit else { return "수치 없음".to_owned() };
    let what = match unit {
        Unit::Views => "조회",
        Unit::Messages => "메시지",
        Unit::Vehicles => "차량",
        Unit::Devices => "기기",
        Unit::Apps => "앱",
        Unit::Courses => "강좌",
        Unit::Fundraisers => "모금",
        Unit::Events => "행사",
        Unit::Places => "장소",
        Unit::Organisations => "기관",
        Unit::CarbonTonnes => "배출",
        Unit::MegawattHours | Unit::Terajoules => "에너지",
        Unit::CubicMetres => "부피",
        Unit::Hectares => "넓이",
        Unit::Cases
        | Unit::Items
        | Unit::Sheets
        | Unit::Rank
        | Unit::Ratio
        | Unit::People
        | Unit::Times
        | Unit::Won
        | Unit::Tonnes
        | Unit::Percent
        | Unit::Days
        | Unit::Weeks
        | Unit::Months
        | Unit::Years
        | Unit::Minutes
        | Unit::Age
        | Unit::Works
        | Unit::Topics
        | Unit::Issues
        | Unit::Klay
        | Unit::Points
        | Unit::Rounds
        | Unit::Grades
        | Unit::Euros
        | Unit::Dollars
        | Unit::PercentagePoints
        | Unit::PerMillionHours
        | Unit::Declared(_) => unit.kind().name().ko,
    };
    text!(what, " (", counter, ")")
}

pub fn figures(count: usize) -> String {
    format!("수치 {count}개")
}

pub fn cards(count: usize) -> String {
    text!("카드 ", count, "개")
}

pub fn show_cards(count: usize) -> String {
    text!("카드 ", count, "개 보기")
}

pub fn remove(name: &str) -> String {
    text!(name, " ", message(Message::Remove))
}

pub fn did_you_mean(words: &str) -> String {
    text!("'", words, "'", particle(words, "을", "를"), " 찾으셨나요?")
}

pub fn printed_words(words: &[&str], page_no: u16) -> String {
    let particle = particle(words.last().copied().unwrap_or_default(), "이", "가");
    text!("본문에 ", quoted(words), particle, " 나옵니다 · ", page(page_no))
}

/// The form of a particle that fits a word: one for words that end in a consonant, and one for those
/// that end in a vowel. Of what is not Hangul only digits are known by their sound.
fn particle(word: &str, consonant: &'static str, vowel: &'static str) -> &'static str {
    let ends_in_consonant = word.chars().next_back().is_some_and(|last| match last {
        '가'..='힣' => !(u32::from(last) - u32::from('가')).is_multiple_of(28),
        last => "013678".contains(last),
    });
    if ends_in_consonant { consonant } else { vowel }
}

pub fn about_page(subtitle: &str, cards: &str) -> String {
    format!("{subtitle}. {cards}를 읽고, 찾고, 모든 숫자의 출처를 확인합니다.")
}

pub fn page(page: u16) -> String {
    text!(page, "쪽")
}

pub fn part(no: u8) -> String {
    text!(no, "부")
}

pub fn exact_headlines(count: usize, all: usize) -> String {
    text!("대표 수치 ", all, "개 가운데 ", count, "개가 마지막 자리까지 맞아떨어집니다.")
}

pub fn place(title: &str, section: Option<&str>, pages: u16) -> [String; 2] {
    let section = section.map(|section| text!("'", section, "', ")).unwrap_or_default();
    [text!(title, ", ", section), text!(" (전체 ", pages, "쪽)")]
}

pub fn places(count: usize) -> String {
    text!(count, "곳")
}

pub fn marks(count: usize) -> String {
    text!("서로 다른 곳 ", count)
}

pub fn citation(whole: &str, printed: &str, page_no: u16) -> String {
    text!(whole, " 중 '", printed, "', ", page(page_no))
}

pub fn change(order: Ordering, amount: &str, period: Date) -> String {
    let period = self::date(period);
    let change = match order {
        Ordering::Equal => return text!(period, "과 같습니다"),
        Ordering::Less => "줄었습니다",
        Ordering::Greater => "늘었습니다",
    };
    text!(period, "보다 ", amount, if amount.is_empty() { "" } else { " " }, change)
}

pub fn target(value: &str, at: Date, way: Option<&str>) -> String {
    let target = text!(date(at), " 목표 ", value);
    match way {
        Some(way) => text!(target, "까지 ", way),
        None => target,
    }
}

pub fn assurance(level: AssuranceLevel) -> &'static str {
    match level {
        AssuranceLevel::Limited => "제한적 확신",
        AssuranceLevel::Reasonable => "합리적 확신",
    }
}

pub fn date(date: Date) -> String {
    let year = date.year();
    match (date.month(), date.day()) {
        (None, _) => text!(year, "년"),
        (Some(month), None) => text!(year, "년 ", month, "월"),
        (Some(month), Some(day)) => text!(year, "년 ", month, "월 ", day, "일"),
    }
}

pub fn chart_message(message: ChartMessage) -> &'static str {
    match message {
        ChartMessage::MadeOf => "이 숫자의 구성",
        ChartMessage::HowToRead => "누르거나 방향키로 값을 하나씩 읽을 수 있습니다.",
        ChartMessage::InProportion => "비율대로 그리면",
        ChartMessage::OneByOne => "하나씩 비교하면",
        ChartMessage::FromZero => "막대는 0에서 시작하고, 길이는 값에 비례합니다.",
        ChartMessage::Powers => {
            "점은 로그 눈금 위에 있습니다. 세로줄을 하나 지날 때마다 10배입니다."
        }
        ChartMessage::TrueTime => "높이는 0에서 시작하고, 가로 간격은 실제 시간에 비례합니다.",
        ChartMessage::AsTable => "표로 보기",
        ChartMessage::CopyCsv => "CSV 복사",
        ChartMessage::Item => "항목",
        ChartMessage::Value => "값",
        ChartMessage::Share => "비율",
        ChartMessage::Page => "쪽",
        ChartMessage::AllDates => "모든 날짜",
        ChartMessage::July => "7월",
        ChartMessage::LowerRow => "아랫줄에는 연도만 적힌 일이 있습니다.",
        ChartMessage::When => "날짜",
        ChartMessage::What => "내용",
        ChartMessage::Card => "카드",
        ChartMessage::Document => "문서",
    }
}

pub fn edition_message(message: EditionMessage) -> &'static str {
    match message {
        EditionMessage::Lead => {
            "보고서의 모든 수치를 정확한 값, 문서의 표기, 쪽수, 인용문과 함께 담았습니다. 요약은 새로 쓴 글이고, 수치와 제목은 문서에 적힌 그대로입니다."
        }
        EditionMessage::Interactive => "화면에서 보는 보고서",
        EditionMessage::Publisher => "펴낸 곳",
        EditionMessage::Published => "펴낸 날",
        EditionMessage::Pages => "쪽수",
        EditionMessage::Markdown => "마크다운으로 읽는 보고서",
        EditionMessage::MarkdownHas => "모든 수치의 정확한 값과 쪽수, 인용문이 있습니다",
        EditionMessage::Csv => "모든 수치 CSV",
        EditionMessage::Json => "모든 수치 JSON",
        EditionMessage::RowsHave => {
            "카드의 수치마다 정확한 값, 단위, 문서의 표기, 쪽수가 한 줄씩 있습니다"
        }
    }
}

pub fn events(count: u32) -> String {
    format!("{count}건")
}

pub fn timeline(documents: usize, events: usize, month: &str, most: u32) -> String {
    let documents =
        if documents == 1 { "문서".to_owned() } else { format!("문서 {documents}개") };
    format!("{documents}에 날짜가 적힌 일은 {events}건이고, {month}에 {most}건으로 가장 많습니다.")
}

pub fn whole(sum: &str) -> String {
    format!("막대 자리의 너비 전체가 합계입니다: {sum}")
}

pub fn made_of(count: usize, remains: bool, most: &str, share: &str) -> String {
    let with = if remains { "와 설명되지 않는 나머지" } else { "" };
    format!("{count}가지{with}를 더한 수이고, 그 가운데 ‘{most}’ 하나가 {share}를 차지합니다.")
}

pub fn kinds(sum: &str, most: &str, share: &str) -> String {
    format!("모두 {sum}이고, 그 가운데 ‘{most}’ 하나가 {share}를 차지합니다.")
}

pub fn extremes((most, high): (&str, &str), (least, low): (&str, &str)) -> String {
    format!("가장 큰 것은 ‘{most}’ {high}, 가장 작은 것은 ‘{least}’ {low}입니다.")
}

pub fn course((from, before): (&str, &str), (to, after): (&str, &str), change: Ordering) -> String {
    let change = match change {
        Ordering::Less => "줄었습니다",
        Ordering::Equal => "머물렀습니다",
        Ordering::Greater => "늘었습니다",
    };
    format!("{from} {before}에서 {to} {after}{} {change}.", towards(after))
}

/// The particle 로, which is 으로 behind a final consonant other than ㄹ. A percent sign is read
/// 퍼센트.
fn towards(text: &str) -> &'static str {
    let last = text.chars().next_back().map_or(0, u32::from);
    let finals = last.checked_sub(0xAC00).filter(|syllable| *syllable < 11172).map(|it| it % 28);
    if matches!(finals, None | Some(0 | 8)) { "로" } else { "으로" }
}

/// How many digits a name stands for, and the names.
pub const POWERS: (usize, &[&str]) = (4, &["", "만", "억", "조", "경"]);

#[cfg(test)]
mod tests {
    use super::towards;

    #[test]
    fn the_particle_fits_the_last_syllable() {
        for (text, expected) in
            [("69%", "로"), ("1조원", "으로"), ("12개 학년", "으로"), ("3일", "로"), ("5배", "로")]
        {
            assert_eq!(towards(text), expected, "{text}");
        }
    }
}
