//! Frameworks of disclosure, the codes that figures have in them, and those that are left out.

use std::collections::HashSet;

use super::Problem;
use super::diagnostic::Place;
use super::read::{keep, line, slug, unique, words};
use super::references::Context;
use super::source;
use report_model::{Code, Framework, Omission};

/// The codes of all figures and headlines, each once, by framework and in the order of the framework.
/// What is no code is left out; [`codes`] notes it at its figure.
pub fn all_codes(parts: &[(String, source::Part)], frameworks: &[&str]) -> Vec<Code> {
    let given = parts.iter().flat_map(|(_, part)| {
        let headlines = part.headlines.iter().map(|headline| &headline.codes);
        let figures = part.cards.iter().flat_map(|card| &card.figures);
        headlines.chain(figures.map(|figure| &figure.codes)).flatten()
    });
    let mut codes: Vec<Code> = given.filter_map(|code| parse(code, frameworks).ok()).collect();
    codes.sort_by_cached_key(|code| (code.framework, sort_key(code.code), code.code));
    codes.dedup();
    codes
}

/// The codes of a figure, as positions among all of the report.
pub fn codes(place: &Place, given: &[String], context: &Context) -> Vec<u16> {
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for (index, text) in given.iter().enumerate() {
        let place = place.entry("", index);
        line(&place, text);
        if !seen.insert(text) {
            place.error(Problem::Twice(text.clone()));
        }
        match parse(text, &context.frameworks) {
            Ok(code) => {
                let position = context.codes.iter().position(|known| *known == code);
                found.extend(position.and_then(|position| u16::try_from(position).ok()));
            }
            Err(problem) => place.error(problem),
        }
    }
    found
}

/// Frameworks that have codes, or say why not.
pub fn frameworks(place: &Place, given: &[source::Framework], codes: &[Code]) -> Vec<Framework> {
    unique(place, given.iter().map(|framework| framework.id.as_str()));
    let build = |(index, given): (u16, &source::Framework)| {
        let place = place.entry(&given.id, usize::from(index));
        let disclosed: HashSet<_> =
            codes.iter().filter(|code| code.framework == index).map(|code| code.code).collect();
        if disclosed.is_empty() && given.omissions.is_empty() {
            place.error(Problem::UnusedFramework);
        }
        Framework {
            id: slug(&place.field("id"), &given.id),
            name: words(&place.field("name"), &given.name),
            omissions: omissions(&place.field("omissions"), &given.omissions, &disclosed),
        }
    };
    (0..).zip(given).map(build).collect()
}

fn omissions(
    place: &Place,
    given: &[source::Omission],
    disclosed: &HashSet<&str>,
) -> Vec<Omission> {
    let mut seen = HashSet::new();
    let build = |(index, given): (usize, &source::Omission)| {
        let place = place.entry("", index);
        let code = line(&place.field("code"), &given.code);
        if !seen.insert(code) {
            place.field("code").error(Problem::Twice(code.to_owned()));
        }
        if disclosed.contains(code) {
            place.field("code").error(Problem::DisclosedOmission(code.to_owned()));
        }
        Omission { code, reason: words(&place.field("reason"), &given.reason) }
    };
    given.iter().enumerate().map(build).collect()
}

/// `gri/305-1`: the id of a framework, and the code as the framework writes it.
fn parse(text: &str, frameworks: &[&str]) -> Result<Code, Problem> {
    let (framework, code) = text
        .split_once('/')
        .filter(|(_, code)| !code.trim().is_empty())
        .ok_or_else(|| Problem::NotACode(text.to_owned()))?;
    let position = frameworks.iter().position(|known| *known == framework);
    let position = position.and_then(|position| u16::try_from(position).ok());
    let framework = position.ok_or_else(|| Problem::NoFramework(framework.to_owned()))?;
    Ok(Code { framework, code: keep(code) })
}

/// Codes stand in the order of their numbers: E1-6 before E1-10.
fn sort_key(code: &str) -> Vec<(String, u64)> {
    let is_digit = |c: char| c.is_ascii_digit();
    let mut key = Vec::new();
    let mut rest = code;
    while !rest.is_empty() {
        let (text, after) = rest.split_at(rest.find(is_digit).unwrap_or(rest.len()));
        let (number, after) = after.split_at(after.find(|c| !is_digit(c)).unwrap_or(after.len()));
        key.push((text.to_owned(), number.parse().unwrap_or(0)));
        rest = after;
    }
    key
}
