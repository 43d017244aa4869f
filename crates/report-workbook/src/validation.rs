//! What `report-validation` says, in both languages and with the value that was probably meant.

use report_validation::Diagnostic;

use crate::diagnostic::{Bilingual, nearest};
use crate::tree::{Node, Tree};

/// The problem in both languages, and the nearest valid value if a hint is asked for. A problem that is not known here
/// keeps its English words.
pub(crate) fn translate(
    diagnostic: &Diagnostic,
    tree: &Tree,
    has_hint: bool,
) -> (Bilingual, Option<String>) {
    let problem = diagnostic.problem.as_str();
    let ko = korean(problem).unwrap_or_else(|| format!("보고서 검사: {problem}"));
    let nearest = quoted(problem).filter(|_| has_hint).and_then(|(given, rest)| {
        let candidates = candidates(&diagnostic.place, given, rest, tree);
        // Ids that share a long beginning are not alike because of it.
        let common = |candidate: &String| {
            let prefix = given.split_once('/').map(|(prefix, _)| format!("{prefix}/"));
            prefix.filter(|prefix| candidate.starts_with(prefix.as_str())).unwrap_or_default()
        };
        let prefix = candidates.first().map(common).unwrap_or_default();
        let is_common = candidates.iter().all(|candidate| candidate.starts_with(&prefix));
        let prefix = if is_common { prefix } else { String::new() };
        let found = nearest(
            &given[prefix.len()..],
            candidates.iter().map(|candidate| &candidate[prefix.len()..]),
        );
        found.map(|found| prefix + &found)
    });
    let mut english = problem.to_owned();
    if let Some(first) = english.get(..1) {
        let capital = first.to_uppercase();
        english.replace_range(..1, &capital);
    }
    (Bilingual { ko, en: format!("{english}.") }, nearest)
}

/// The first value in quotes, and the problem without it.
fn quoted(problem: &str) -> Option<(&str, &str)> {
    let start = problem.find('"')? + 1;
    let length = problem[start..].find('"')?;
    let (before, after) = (&problem[..start - 1], &problem[start + length + 1..]);
    let rest = if before.is_empty() { after } else { before };
    Some((&problem[start..start + length], rest.trim()))
}

/// What a reference could have named.
fn candidates(place: &str, given: &str, rest: &str, tree: &Tree) -> Vec<String> {
    let ids = |nodes: &[Node]| nodes.iter().map(|node| node.id().to_owned()).collect::<Vec<_>>();
    let cards = || tree.parts.iter().flat_map(|part| part.list("cards"));
    match rest {
        "is not listed in report.json" => {
            let list = ["brands", "audiences", "themes"]
                .into_iter()
                .find(|list| place.rsplit('.').next().is_some_and(|field| field.starts_with(list)));
            list.map(|list| ids(tree.report.list(list))).unwrap_or_default()
        }
        "there is no framework" => ids(tree.report.list("frameworks")),
        "there is no card" => cards().map(|card| card.id().to_owned()).collect(),
        // Where the card is right, the figure is one of its own.
        "is no figure of this report (card-id/figure-id)" => cards()
            .filter(|card| {
                let of_card = given.split_once('/').map(|(card, _)| card);
                cards().all(|known| Some(known.id()) != of_card) || Some(card.id()) == of_card
            })
            .flat_map(|card| {
                let figures = card.list("figures").iter();
                figures.map(|figure| format!("{}/{}", card.id(), figure.id()))
            })
            .collect(),
        "there is no" => {
            let mut subjects =
                ["title", "summary", "partners", "report"].map(str::to_owned).to_vec();
            let of = |list: &str, node: &Node| {
                let nodes = node.list(list).iter();
                nodes.map(|entry| format!("{list}/{}", entry.id())).collect::<Vec<_>>()
            };
            let owner = cards()
                .chain(&tree.parts)
                .find(|node| !node.id().is_empty() && place.contains(&format!("[{}]", node.id())));
            for node in owner.into_iter().chain(&tree.parts) {
                for list in ["figures", "series", "headlines"] {
                    subjects.extend(of(list, node));
                }
            }
            subjects
        }
        _ => Vec::new(),
    }
}

/// The Korean words of a problem.
fn korean(problem: &str) -> Option<String> {
    of_details(problem).or_else(|| of_fields(problem))
}

/// Of figures' details, frameworks, units and the document.
fn of_details(problem: &str) -> Option<String> {
    let given = quoted(problem).map(|(given, _)| given);
    let starts = |start: &str| problem.starts_with(start);
    let ends = |end: &str| problem.ends_with(end);
    Some(match problem {
        "no figure has a code of it, and it has no omissions" => {
            "이 기준의 코드를 쓴 수도, 보고하지 않는 코드도 없습니다.".to_owned()
        }
        _ if problem.contains("is left out, but a figure has it") => {
            format!("'{}'은(는) 보고하지 않는다고 했지만 이 코드를 쓴 수가 있습니다.", given?)
        }
        _ if problem.contains("is not a code such as") => {
            format!(
                "'{}'은(는) 코드가 아닙니다. gri/305-1처럼 기준의 id와 코드를 /로 이어 주세요.",
                given?
            )
        }
        _ if problem.contains("is not an address such as") => format!(
            "'{}'은(는) https 주소가 아닙니다. https://example.com/report.pdf처럼 #과 빈칸 없이 적어 주세요.",
            given?
        ),
        _ if ends("is not 64 hexadecimal digits") => {
            format!("'{}'은(는) SHA-256이 아닙니다. 0~9와 a~f로 된 64자를 적어 주세요.", given?)
        }
        "expected at least one language, each once" => {
            "언어를 하나 이상, 서로 다르게 적어 주세요.".to_owned()
        }
        _ if problem.contains("is not a language of ISO 639-1") => format!(
            "'{}'은(는) 언어가 아닙니다. ko, en, de처럼 ISO 639-1의 두 글자를 적어 주세요.",
            given?
        ),
        _ if problem.contains("is written from right to left") => format!(
            "'{}'은(는) 오른쪽에서 왼쪽으로 쓰는 언어라 아직 화면에 보여 줄 수 없습니다.",
            given?
        ),
        _ if starts("a language that the report does not declare") => {
            "Report 시트의 languages에 없는 언어입니다.".to_owned()
        }
        _ if ends("is a built-in unit") => {
            format!("'{}'은(는) 이미 있는 단위입니다. 다른 id를 적어 주세요.", given?)
        }
        _ if problem.starts_with("there is no framework") => {
            format!("'{}'은(는) Frameworks 시트에 없습니다.", given?)
        }
        _ if problem.contains("is a day; expected") => {
            format!("'{}'은(는) 날짜입니다. 2023, 2023-06처럼 연도나 달을 적어 주세요.", given?)
        }
        _ if problem.contains("is not a year from") => {
            let [_, first, last] = numbers(problem)[..] else { return None };
            format!("'{}'은(는) {first}년에서 {last}년 사이가 아닙니다.", given?)
        }
        _ if problem.contains("the report's period, to") => {
            let end = numbers(problem).last()?.to_owned();
            let way = if problem.contains("not before") { "앞" } else { "뒤" };
            format!("'{}'은(는) 보고서의 기간이 끝나는 {end}보다 {way}이어야 합니다.", given?)
        }
        _ => return None,
    })
}

/// Of everything else.
fn of_fields(problem: &str) -> Option<String> {
    let given = quoted(problem).map(|(given, _)| given);
    let starts = |start: &str| problem.starts_with(start);
    let ends = |end: &str| problem.ends_with(end);
    Some(match problem {
        "missing or empty" => "빈칸입니다.".to_owned(),
        "a series has at least two points" => "점이 둘 이상 있어야 합니다.".to_owned(),
        "a remainder other than 0 needs a note" => {
            "나머지가 0이 아니면 tally_note에 까닭을 적어야 합니다.".to_owned()
        }
        "an exact sum of terms that are not exact needs a caveat" => {
            "어림수를 더한 합이 꼭 맞을 때는 tally_caveat를 적어야 합니다.".to_owned()
        }
        "ends with a full stop; a section and its page may follow" => {
            "마침표로 끝납니다. 뒤에 절과 쪽이 이어질 수 있으니 마침표를 빼 주세요.".to_owned()
        }
        "the report has no part-<no>.json beside it" => "부가 하나도 없습니다.".to_owned(),
        "a group has at least two spellings" => "말이 둘 이상 있어야 합니다.".to_owned(),
        _ if starts("missing: expected a decimal") => {
            "빈칸입니다. 정확한 수를 적어 주세요.".to_owned()
        }
        _ if starts("terms and remainder make ") => {
            let [sum, total] = numbers(problem)[..] else { return None };
            let (sum, total) = (sum.trim_matches('.'), total.trim_matches('.'));
            format!("더한 수와 나머지의 합은 {sum}인데, 머리 수는 {total}입니다.")
        }
        _ if starts("page ") => {
            let [page, _, pages] = numbers(problem)[..] else { return None };
            format!("{page}쪽은 보고서의 쪽수(1~{pages}) 밖입니다.")
        }
        _ if starts("from ") && problem.contains(" is after to ") => {
            let [from, to] = numbers(problem)[..] else { return None };
            format!("시작({from})이 끝({to})보다 늦습니다.")
        }
        _ if starts("part ") && problem.contains("stands at place") => {
            let [no, place] = numbers(problem)[..] else { return None };
            format!("{no}부가 {place}번째에 있습니다. 1부터 차례로 적어 주세요.")
        }
        _ if ends("expected") && problem.contains("given, at least") => {
            let [given, least] = numbers(problem)[..] else { return None };
            format!("{least}개 이상 있어야 하는데 {given}개입니다.")
        }
        _ if starts("does not name the printed title") => {
            format!("인쇄된 제목 '{}'이(가) 들어 있지 않습니다.", given?)
        }
        _ if ends("is not listed in report.json") => {
            format!("'{}'은(는) Terms 시트에 없습니다.", given?)
        }
        _ if starts("there is no card") => format!("'{}'(이)라는 카드는 없습니다.", given?),
        _ if starts("there is no ") => format!("여기에 '{}'은(는) 없습니다.", given?),
        _ if problem.contains("is no figure of this report") => {
            format!("'{}'(이)라는 수는 이 보고서에 없습니다.", given?)
        }
        _ if problem.contains("is not an id such as") => {
            format!("'{}'은(는) id가 아닙니다. 영문 소문자와 숫자를 -로 이어 주세요.", given?)
        }
        _ if problem.contains("is not a date") => {
            format!(
                "'{}'은(는) 날짜가 아닙니다. 2024, 2024-05, 2024-05-01처럼 적어 주세요.",
                given?
            )
        }
        _ if problem.contains("is used twice") => format!("'{}'이(가) 두 번 있습니다.", given?),
        _ if problem.contains("has more than") => format!("'{}'은(는) 너무 깁니다.", given?),
        _ if ends("is more than a single word") => {
            format!("'{}'은(는) 한 낱말이 아닙니다.", given?)
        }
        _ if problem.contains("has other signs than") => {
            format!("'{}'에 글자, 숫자, - 말고 다른 것이 있습니다.", given?)
        }
        _ if ends("stands twice") => given.map_or_else(
            || "두 번 있습니다.".to_owned(),
            |given| format!("'{given}'이(가) 두 번 있습니다."),
        ),
        _ if starts("the report has no such entry") => "보고서에 없는 부나 카드입니다.".to_owned(),
        _ if starts("begins or ends with a space") => "앞이나 뒤에 빈칸이 있습니다.".to_owned(),
        _ if starts("not in Unicode normal form") => {
            "자모가 풀어진 글입니다(NFC가 아님).".to_owned()
        }
        _ if problem.contains("is not an exact decimal") => {
            format!("'{}'은(는) 정확한 수가 아닙니다.", given?)
        }
        _ => return None,
    })
}

/// The numbers in a problem.
fn numbers(problem: &str) -> Vec<&str> {
    let groups = problem.split(|letter: char| !letter.is_ascii_digit() && !".-".contains(letter));
    groups.filter(|group| group.chars().any(|letter| letter.is_ascii_digit())).collect()
}

#[cfg(test)]
mod tests {
    use super::korean;

    /// What `report-validation` can say of files that come from a workbook.
    #[test]
    fn every_message_has_korean_words() {
        for english in [
            "missing or empty",
            "begins or ends with a space: \"a \"",
            "not in Unicode normal form NFC: \"a\"",
            "0 given, at least 1 expected",
            "\"A\" is not an id such as \"unused-vaccine\"",
            "missing: expected a decimal in quotes, such as \"4318376636\"",
            "\"1,0\" is not an exact decimal: why",
            "page 9 is outside the report's pages 1 to 8",
            "\"2024-13\" is not a date: why",
            "from 2024 is after to 2023",
            "\"2023-05-01\" is a day; expected a year or a month",
            "\"1023\" is not a year from 1900 to 2200",
            "\"2024\" is not before the report's period, to 2024-12",
            "\"2024\" is not after the report's period, to 2024-12",
            "\"a\" is not listed in report.json",
            "the id \"a\" is used twice",
            "the id \"a\" is used twice, first in a/part-1.json",
            "a series has at least two points",
            "there is no card \"a\"",
            "there is no \"figures/a\" here",
            "a remainder other than 0 needs a note",
            "an exact sum of terms that are not exact needs a caveat",
            "\"a/b\" is no figure of this report (card-id/figure-id)",
            "terms and remainder make 1, the headline is 2",
            "the report has no part-<no>.json beside it",
            "ends with a full stop; a section and its page may follow",
            "does not name the printed title \"a\"",
            "part 3 stands at place 1",
            "a group has at least two spellings",
            "the report has no such entry under \"cards\"",
            "stands twice",
            "\"a\" stands twice",
            "\"a\" is not a code such as \"gri/305-1\"",
            "there is no framework \"a\"",
            "expected at least one language, each once",
            "\"xx\" is not a language of ISO 639-1, such as \"en\", \"ko\" or \"de\"",
            "\"ar\" is written from right to left, which the page cannot show yet",
            "a language that the report does not declare in its \"languages\"",
            "\"won\" is a built-in unit",
            "\"a\" is not an address such as \"https://example.com/report.pdf\"",
            "\"a\" is not 64 hexadecimal digits",
            "\"305-3\" is left out, but a figure has it",
            "no figure has a code of it, and it has no omissions",
            "\"a b c d\" has more than 3 words",
            "\"a\" has more than 40 characters",
            "\"a b\" is more than a single word",
            "\"a!\" has other signs than letters, digits and hyphens",
        ] {
            let korean = korean(english).unwrap_or_default();
            assert!(korean.ends_with('.') && !korean.contains(english), "{english}: {korean}");
        }
    }

    #[test]
    fn sums_and_pages_keep_their_numbers() {
        for (english, expected) in [
            (
                "terms and remainder make -0.05, the headline is 43.5",
                "더한 수와 나머지의 합은 -0.05인데, 머리 수는 43.5입니다.",
            ),
            (
                "page 60 is outside the report's pages 1 to 57",
                "60쪽은 보고서의 쪽수(1~57) 밖입니다.",
            ),
            ("from 2024-05 is after to 2023", "시작(2024-05)이 끝(2023)보다 늦습니다."),
            ("0 given, at least 1 expected", "1개 이상 있어야 하는데 0개입니다."),
        ] {
            assert_eq!(korean(english).as_deref(), Some(expected));
        }
    }
}
