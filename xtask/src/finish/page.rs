//! The page: `index.html` without what was meant for Trunk, and without inline scripts.

use super::Staging;
use crate::fault::Fault;
use crate::markup::tags;
use crate::project;

/// Removes Trunk's instructions, which it leaves in the page when it injects no script.
pub fn clear(staging: &Staging) -> Result<(), Fault> {
    let place = staging.folder.join("index.html");
    let page = project::read(&place)?;
    project::write(&place, cleared(&page))
}

/// Refuses a page that its own policy would break in the reader's browser.
pub fn check(staging: &Staging) -> Result<(), Fault> {
    let place = staging.folder.join("index.html");
    let page = project::read(&place)?;
    match inline_script(&page) {
        None => Ok(()),
        Some(script) => {
            Err(Fault::content(place, format!("the policy refuses the inline script {script}")))
        }
    }
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
