//! What can be wrong with a workbook, in words.

use crate::diagnostic::Bilingual;
use crate::layout::{Choice, Kind};

fn both(ko: impl Into<String>, en: impl Into<String>) -> Bilingual {
    Bilingual { ko: ko.into(), en: en.into() }
}

/// The file, before anything in it is read.
pub(crate) mod file {
    use super::{Bilingual, both};

    pub(crate) fn not_a_workbook() -> Bilingual {
        both(
            "엑셀 통합 문서(.xlsx)가 아닙니다.",
            "This is not a workbook; an .xlsx file was expected.",
        )
    }

    pub(crate) fn damaged() -> Bilingual {
        both(
            "파일이 잘렸거나 손상되었습니다. 원본을 다시 저장하거나 다시 받아 주세요.",
            "The file is truncated or damaged; save or download it again.",
        )
    }

    pub(crate) fn encrypted() -> Bilingual {
        both(
            "암호가 걸린 파일입니다. 암호를 푼 .xlsx로 저장해 주세요.",
            "The file is encrypted; save it as .xlsx without a password.",
        )
    }

    pub(crate) fn other_format(name: &str) -> Bilingual {
        both(
            format!("{name} 형식은 읽지 않습니다. .xlsx로 저장해 주세요."),
            format!("The format {name} is not read; save the workbook as .xlsx."),
        )
    }

    pub(crate) fn macros() -> Bilingual {
        both(
            "매크로가 든 파일은 읽지 않습니다. 매크로 없는 .xlsx로 저장해 주세요.",
            "The workbook has macros; save it as .xlsx, without macros.",
        )
    }

    pub(crate) fn external_links() -> Bilingual {
        both(
            "다른 통합 문서로 이어진 연결이 있어 값을 확인할 수 없습니다. 연결을 끊고 값으로 붙여 넣어 주세요.",
            "The workbook has links to other workbooks, whose values cannot be checked; break the links and paste values.",
        )
    }

    pub(crate) fn too_large(what: &str, megabytes: u64) -> Bilingual {
        both(
            format!("파일이 너무 큽니다({what}): {megabytes} MB까지 읽습니다."),
            format!("The file is too large ({what}): at most {megabytes} MB are read."),
        )
    }

    pub(crate) fn too_many_texts(limit: usize) -> Bilingual {
        both(
            format!("글이 든 셀이 너무 많습니다. {limit}개까지 읽습니다."),
            format!("The file has too many texts; at most {limit} are read."),
        )
    }

    pub(crate) fn too_many_entries(limit: usize) -> Bilingual {
        both(
            format!("파일 안에 든 것이 너무 많습니다. {limit}개까지 읽습니다."),
            format!("The file has too many entries; at most {limit} are read."),
        )
    }

    pub(crate) fn no_sheets() -> Bilingual {
        both(
            "보고서의 시트가 없습니다. 'report-widget new'로 만든 통합 문서에서 시작해 주세요.",
            "It has none of the sheets of a report; start from a workbook made by 'report-widget new'.",
        )
    }
}

/// A sheet as a whole, or its header.
pub(crate) mod sheet {
    use super::{Bilingual, both};

    pub(crate) fn unknown(name: &str) -> Bilingual {
        both(
            format!("'{name}'은(는) 보고서의 시트가 아닙니다. 메모라면 이름을 _로 시작해 주세요."),
            format!(
                "'{name}' is not a sheet of a report; sheets with notes have names that begin with _."
            ),
        )
    }

    pub(crate) fn missing() -> Bilingual {
        both("시트가 없습니다.", "The sheet is missing.")
    }

    pub(crate) fn twice() -> Bilingual {
        both("시트가 두 번 있습니다.", "The sheet is there twice.")
    }

    pub(crate) fn hidden() -> Bilingual {
        both(
            "숨긴 시트입니다. 내용을 확인할 수 있도록 숨기기를 취소해 주세요.",
            "The sheet is hidden; unhide it, so that everybody sees what is published.",
        )
    }

    pub(crate) fn unreadable(reason: &str) -> Bilingual {
        both(
            format!("시트를 읽을 수 없습니다: {reason}"),
            format!("The sheet cannot be read: {reason}"),
        )
    }

    pub(crate) fn too_many_rows(limit: u32) -> Bilingual {
        both(
            format!("행이 너무 많습니다. {limit}행까지 읽습니다."),
            format!("The sheet has too many rows; at most {limit} are read."),
        )
    }

    pub(crate) fn too_many_columns(limit: u32) -> Bilingual {
        both(
            format!("열이 너무 많습니다. {limit}열까지 읽습니다."),
            format!("The sheet has too many columns; at most {limit} are read."),
        )
    }

    pub(crate) fn merged() -> Bilingual {
        both(
            "병합된 셀입니다. 병합을 풀고 행마다 값을 적어 주세요.",
            "The cells are merged; unmerge them and write the value in every row.",
        )
    }

    pub(crate) fn unknown_column(name: &str) -> Bilingual {
        both(
            format!("'{name}'(이)라는 열은 없습니다. 메모라면 이름을 _로 시작해 주세요."),
            format!(
                "There is no column '{name}'; columns with notes have names that begin with _."
            ),
        )
    }

    pub(crate) fn missing_column(name: &str) -> Bilingual {
        both(format!("'{name}' 열이 없습니다."), format!("The column '{name}' is missing."))
    }

    pub(crate) fn column_twice(name: &str) -> Bilingual {
        both(
            format!("'{name}' 열이 두 번 있습니다."),
            format!("The column '{name}' is there twice."),
        )
    }

    pub(crate) fn no_row() -> Bilingual {
        both("행이 하나도 없습니다.", "The sheet has no row.")
    }

    pub(crate) fn more_than_one_row() -> Bilingual {
        both("이 시트에는 한 행만 적습니다.", "This sheet has one row only.")
    }

    pub(crate) fn value_without_column() -> Bilingual {
        both("열 이름이 없는 곳에 값이 있습니다.", "There is a value in a column without a name.")
    }
}

/// What a cell of this kind should hold.
pub(crate) fn expected(kind: Kind) -> Bilingual {
    match kind {
        Kind::Text | Kind::Name => both("글", "text"),
        Kind::Verbatim => both("인쇄된 그대로의 글", "text as printed"),
        Kind::Lines => both("한 줄에 하나씩 적은 글", "texts, one a line"),
        Kind::Ids => both("한 줄에 하나씩 적은 id", "ids, one a line"),
        Kind::Id => both(
            "영문 소문자와 숫자를 -로 이은 id(예: water-use)",
            "an id of lower-case letters and digits joined by -, such as water-use",
        ),
        Kind::Reference(target) => {
            let (sheet, header) = target.column();
            both(
                format!("{sheet} 시트의 {header}"),
                format!("a value of the column {header} of the sheet {sheet}"),
            )
        }
        Kind::At => both("날짜 또는 id", "a date or an id"),
        Kind::Whole(limit) => {
            both(format!("1부터 {limit}까지의 정수"), format!("a whole number from 1 to {limit}"))
        }
        Kind::Decimal => {
            both("1234 또는 -0.5 같은 정확한 수", "an exact number such as 1234 or -0.5")
        }
        Kind::Date | Kind::DateOrNull => both(
            "2024, 2024-05, 2024-05-01 같은 날짜",
            "a date such as 2024, 2024-05 or 2024-05-01",
        ),
        Kind::Flag => both("yes 또는 빈칸", "yes or an empty cell"),
        Kind::Choice(Choice::Unit) => {
            both("Units나 OwnUnits 시트에 있는 단위", "a unit of the sheet Units or OwnUnits")
        }
        Kind::Choice(choice) => {
            let words = choice.words().join(", ");
            both(format!("다음 가운데 하나: {words}"), format!("one of {words}"))
        }
    }
}

/// A cell.
pub(crate) mod cell {
    use super::{Bilingual, Kind, both, expected};

    /// `problem; expected …`
    fn with_expected(kind: Kind, ko: &str, en: &str) -> Bilingual {
        let expected = expected(kind);
        both(
            format!("{ko} 기대한 값: {}.", expected.ko),
            format!("{en}; expected {}.", expected.en),
        )
    }

    pub(crate) fn empty(kind: Kind) -> Bilingual {
        with_expected(kind, "빈칸입니다.", "The cell is empty")
    }

    pub(crate) fn not_that(kind: Kind, given: &str) -> Bilingual {
        let given = short(given);
        with_expected(
            kind,
            &format!("'{given}'은(는) 쓸 수 없습니다."),
            &format!("'{given}' is not valid here"),
        )
    }

    pub(crate) fn number_for_text(kind: Kind, given: &str) -> Bilingual {
        with_expected(
            kind,
            &format!(
                "글이 아니라 수({given})가 든 셀입니다. 셀 서식을 텍스트로 바꾸고 다시 적어 주세요."
            ),
            &format!("The cell holds the number {given}; format it as text and type it again"),
        )
    }

    pub(crate) fn date_for_text(kind: Kind, given: &str) -> Bilingual {
        with_expected(
            kind,
            &format!(
                "엑셀이 날짜({given})로 바꾼 셀입니다. 셀 서식을 텍스트로 바꾸고 다시 적어 주세요."
            ),
            &format!(
                "The spreadsheet made a date of this cell ({given}); format it as text and type it again"
            ),
        )
    }

    pub(crate) fn boolean(kind: Kind) -> Bilingual {
        with_expected(kind, "TRUE/FALSE가 든 셀입니다.", "The cell holds TRUE or FALSE")
    }

    pub(crate) fn no_value(kind: Kind, given: &str) -> Bilingual {
        with_expected(
            kind,
            &format!(
                "'{given}'은(는) 수가 아닙니다. 값이 없으면 행을 빼고, 이유는 note에 적어 주세요."
            ),
            &format!(
                "'{given}' is no number; where there is no value leave out the row, and say why in a note"
            ),
        )
    }

    pub(crate) fn too_many_digits(given: &str) -> Bilingual {
        both(
            format!(
                "{given}: 스프레드시트가 정확히 담지 못하는 수입니다(15자리까지). 텍스트로 적어 주세요."
            ),
            format!("{given}: spreadsheets keep only 15 digits of a number; write it as text."),
        )
    }

    pub(crate) fn percentage(stored: &str) -> Bilingual {
        both(
            format!(
                "백분율 서식이어서 셀에는 {stored}이(가) 들어 있습니다. 서식을 일반으로 바꾸고 보이는 수를 적어 주세요."
            ),
            format!(
                "The cell is formatted as a percentage and holds {stored}; format it as a number and write the number that you see."
            ),
        )
    }

    pub(crate) fn ambiguous_date(year_month: &str) -> Bilingual {
        both(
            format!(
                "날짜 셀이어서 {year_month}(달)인지 {year_month}-01(날)인지 알 수 없습니다. 텍스트로 적어 주세요."
            ),
            format!(
                "A date cell on the first of a month may mean the month {year_month} or the day {year_month}-01; write it as text."
            ),
        )
    }

    pub(crate) fn time_of_day(kind: Kind) -> Bilingual {
        with_expected(kind, "시각이 든 셀입니다.", "The cell holds a time of day")
    }

    pub(crate) fn formula_as_text(given: &str) -> Bilingual {
        let given = short(given);
        both(
            format!("수식이 글로 들어 있습니다('{given}'). 값을 적어 주세요."),
            format!("A formula stands here as text ('{given}'); write its value."),
        )
    }

    pub(crate) fn formula_without_value() -> Bilingual {
        both(
            "결과가 저장되지 않은 수식입니다. 엑셀에서 열어 저장하거나 값을 적어 주세요.",
            "The formula has no stored result; open and save the workbook in a spreadsheet program, or write the value.",
        )
    }

    pub(crate) fn external_formula() -> Bilingual {
        both(
            "다른 통합 문서를 가리키는 수식입니다. 값으로 붙여 넣어 주세요.",
            "The formula refers to another workbook; paste its value.",
        )
    }

    pub(crate) fn error_value(code: &str) -> Bilingual {
        both(
            format!("수식의 결과가 오류({code})입니다."),
            format!("The result of the formula is an error ({code})."),
        )
    }

    pub(crate) fn invisible(letter: char) -> Bilingual {
        let code = u32::from(letter);
        both(
            format!("보이지 않는 문자(U+{code:04X})가 들어 있습니다. 지우고 다시 적어 주세요."),
            format!(
                "There is an invisible character (U+{code:04X}) in the text; type it again without it."
            ),
        )
    }

    pub(crate) fn too_long(limit: usize) -> Bilingual {
        both(
            format!("글이 너무 깁니다. 한 셀에 {limit}자까지 적습니다."),
            format!("The text is too long; a cell has at most {limit} characters."),
        )
    }

    pub(crate) fn used_twice(given: &str, first: &str) -> Bilingual {
        both(
            format!("'{given}'이(가) {first}에 이미 있습니다."),
            format!("'{given}' is used twice, first in {first}."),
        )
    }

    pub(crate) fn unknown_reference(kind: Kind, given: &str) -> Bilingual {
        let given = short(given);
        with_expected(
            kind,
            &format!("'{given}'은(는) 없습니다."),
            &format!("There is no '{given}'"),
        )
    }

    pub(crate) fn part_and_card() -> Bilingual {
        both(
            "part와 card를 함께 적을 수 없습니다. 하나만 적어 주세요.",
            "Part and card cannot both be given; leave one of them empty.",
        )
    }

    pub(crate) fn no_part_or_card() -> Bilingual {
        both("part나 card 가운데 하나를 적어 주세요.", "Part or card has to be given.")
    }

    pub(crate) fn list_in_one_line(kind: Kind, given: &str) -> Bilingual {
        let given = short(given);
        with_expected(
            kind,
            &format!(
                "'{given}'은(는) 하나의 id가 아닙니다. 여럿이면 Alt+Enter로 줄을 바꿔 주세요."
            ),
            &format!("'{given}' is not one id; separate several by line breaks (Alt+Enter)"),
        )
    }

    /// A value, cut where it is long.
    fn short(given: &str) -> String {
        const LONGEST: usize = 60;
        let visible = |letter: char| match letter {
            '\'' | '"' | '\\' => letter.to_string(),
            _ => letter.escape_debug().to_string(),
        };
        let shown: String = given.chars().take(LONGEST).map(visible).collect();
        if given.chars().count() > LONGEST { format!("{shown}…") } else { shown }
    }
}
