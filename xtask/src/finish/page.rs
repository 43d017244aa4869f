//! The pages: without what was meant for Trunk, and without inline scripts.

use super::Staging;
use crate::fault::Fault;
use crate::markup::tags;
use crate::project;
use std::path::PathBuf;

/// Removes Trunk's instructions, which it leaves in the page when it injects no script.
pub fn clear(staging: &Staging) -> Result<(), Fault> {
    let place = staging.folder.join("index.html");
    let page = project::read(&place)?;
    project::write(&place, cleared(&page))
}

/// Refuses a page that its own policy would break in the reader's browser.
pub fn check(staging: &Staging) -> Result<(), Fault> {
    for (place, page) in all(staging)? {
        if let Some(script) = inline_script(&page) {
            let what = format!("the policy refuses the inline script {script}");
            return Err(Fault::content(place, what));
        }
    }
    Ok(())
}

/// Every page of the delivery that the policy is about: one that carries its own needs no other.
pub fn all(staging: &Staging) -> Result<Vec<(PathBuf, String)>, Fault> {
    let mut pages = project::files(&staging.folder)?;
    pages.retain(|file| file.extension().is_some_and(|ending| ending == "html"));
    let pages = pages.into_iter().map(|place| project::read(&place).map(|page| (place, page)));
    let mut pages: Vec<_> = pages.collect::<Result<_, _>>()?;
    pages.retain(|(_, page)| !has_its_own_policy(page));
    Ok(pages)
}

/// What stands in the style elements of a page.
pub fn inline_styles(page: &str) -> Vec<&str> {
    let styles = tags(page).into_iter().filter(|tag| tag.is("style"));
    styles.filter_map(|tag| page[tag.range.end..].split("</style>").next()).collect()
}

fn has_its_own_policy(page: &str) -> bool {
    let is_policy = |kind: &str| kind.eq_ignore_ascii_case("Content-Security-Policy");
    tags(page).iter().any(|tag| tag.is("meta") && tag.value("http-equiv").is_some_and(is_policy))
}

fn cleared(page: &str) -> String {
    let mut kept = String::with_capacity(page.len());
    let mut from = 0;
    for tag in tags(page) {
        if tag.is("link") && tag.has("data-trunk") {
            kept.push_str(&page[from..tag.range.start]);
            from = tag.range.end;
        }
    }
    kept.push_str(&page[from..]);
    kept
}

/// The first script that is neither a file of its own nor data: JSON is never run, so the policy
/// does not mind it.
fn inline_script(page: &str) -> Option<&str> {
    tags(page)
        .into_iter()
        .filter(|tag| tag.is("script") && !tag.has("src"))
        .map(|tag| &page[tag.range])
        .find(|script| !script.contains("json"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clears_what_was_meant_for_trunk_and_nothing_else() {
        for (page, expected) in [
            (
                "<head><link data-trunk rel=rust data-wasm-opt=z><link rel=icon href=a>",
                "<head><link rel=icon href=a>",
            ),
            ("<link rel=\"data-trunk\"><p>가</p>", "<link rel=\"data-trunk\"><p>가</p>"),
            ("<!-- <link data-trunk> -->", "<!-- <link data-trunk> -->"),
        ] {
            assert_eq!(cleared(page), expected);
        }
    }

    #[test]
    fn finds_what_stands_in_style_elements() {
        for (page, expected) in [
            ("<style>p{}</style><p><STYLE media=print>a>b{}</style>", vec!["p{}", "a>b{}"]),
            ("<p style='color: red'><!-- <style>p{}</style> -->", vec![]),
        ] {
            assert_eq!(inline_styles(page), expected, "{page}");
        }
    }

    #[test]
    fn knows_a_page_that_carries_its_own_policy() {
        for (page, expected) in [
            ("<meta http-equiv=\"Content-Security-Policy\" content=\"\">", true),
            ("<meta http-equiv=refresh content=\"Content-Security-Policy\">", false),
            ("<p>Content-Security-Policy</p>", false),
        ] {
            assert_eq!(has_its_own_policy(page), expected, "{page}");
        }
    }

    #[test]
    fn finds_inline_scripts_but_lets_data_pass() {
        for (page, expected) in [
            ("<script type=module src=a.js></script>", None),
            ("<script type=application/ld+json>{}</script>", None),
            ("<script>alert(1)</script>", Some("<script>")),
            ("<script type=module>1</script>", Some("<script type=module>")),
        ] {
            assert_eq!(inline_script(page), expected);
        }
    }
}
