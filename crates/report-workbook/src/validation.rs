//! What `report-validation` says, in words that name sheets, and with the value that was probably meant.

use report_validation::{Diagnostic, Problem};

use crate::diagnostic::{Bilingual, Locale, nearest};
use crate::tree::{Node, Tree};

/// The problem in both languages, and the nearest valid value if a hint is asked for.
pub(crate) fn translate(
    diagnostic: &Diagnostic,
    tree: &Tree,
    has_hint: bool,
) -> (Bilingual, Option<String>) {
    let problem = &diagnostic.problem;
    let nearest = reference(problem).filter(|_| has_hint).and_then(|given| {
        let candidates = candidates(problem, &diagnostic.place, tree);
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
    let mut english = problem.get(Locale::En);
    if let Some(first) = english.get(..1) {
        let capital = first.to_uppercase();
        english.replace_range(..1, &capital);
    }
    (Bilingual { ko: korean(problem), en: format!("{english}.") }, nearest)
}

/// The Korean words, with sheets and columns in the place of files and fields.
fn korean(problem: &Problem) -> String {
    match problem {
        Problem::UnlistedTerm(id) => format!("'{id}'은(는) Terms 시트에 없습니다."),
        Problem::NoFramework(id) => format!("'{id}'은(는) Frameworks 시트에 없습니다."),
        Problem::UndeclaredLanguage => "Report 시트의 languages에 없는 언어입니다.".to_owned(),
        Problem::RemainderWithoutNote => {
            "나머지가 0이 아니면 tally_note에 근거를 적어야 합니다.".to_owned()
        }
        Problem::SumWithoutCaveat => {
            "어림수를 더한 합이 꼭 맞을 때는 tally_caveat를 적어야 합니다.".to_owned()
        }
        _ => problem.get(Locale::Ko),
    }
}

/// What a problem says there is not.
fn reference(problem: &Problem) -> Option<&str> {
    match problem {
        Problem::UnlistedTerm(name)
        | Problem::NoFramework(name)
        | Problem::NoCard(name)
        | Problem::NoFigure(name)
        | Problem::NoSubject(name) => Some(name),
        _ => None,
    }
}

/// What a reference could have named.
fn candidates(problem: &Problem, place: &str, tree: &Tree) -> Vec<String> {
    let ids = |nodes: &[Node]| nodes.iter().map(|node| node.id().to_owned()).collect::<Vec<_>>();
    let cards = || tree.parts.iter().flat_map(|part| part.list("cards"));
    match problem {
        Problem::UnlistedTerm(_) => {
            let list = ["brands", "audiences", "themes"]
                .into_iter()
                .find(|list| place.rsplit('.').next().is_some_and(|field| field.starts_with(list)));
            list.map(|list| ids(tree.report.list(list))).unwrap_or_default()
        }
        Problem::NoFramework(_) => ids(tree.report.list("frameworks")),
        Problem::NoCard(_) => cards().map(|card| card.id().to_owned()).collect(),
        // Where the card is right, the figure is one of its own.
        Problem::NoFigure(given) => cards()
            .filter(|card| {
                let of_card = given.split_once('/').map(|(card, _)| card);
                cards().all(|known| Some(known.id()) != of_card) || Some(card.id()) == of_card
            })
            .flat_map(|card| {
                let figures = card.list("figures").iter();
                figures.map(|figure| format!("{}/{}", card.id(), figure.id()))
            })
            .collect(),
        Problem::NoSubject(_) => {
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
