//! The pages: without what was meant for Trunk, and without inline scripts.

use super::Staging;
use crate::project;
use anyhow::{Result, ensure};
use fs_err as fs;
use lol_html::{RewriteStrSettings, element, rewrite_str, text};
use std::cell::RefCell;

/// A page that carries its own policy.
const WITH_POLICY: &str = "meta[http-equiv='content-security-policy' i]";

/// Scripts that stand in a page and are run; data are not, so no policy minds them.
const SCRIPTS: [&str; 2] =
    ["script:not([src]):not([type*='/'])", "script:not([src])[type*='javascript' i]"];

/// Removes Trunk's instructions, which it leaves in the page when it injects no script.
pub fn clear(staging: &Staging) -> Result<()> {
    staging.write("index.html", cleared(&staging.read("index.html")?)?)
}

/// Refuses a page that its own policy would break in the reader's browser.
pub fn check(staging: &Staging) -> Result<()> {
    for (name, page) in all(staging)? {
        ensure!(scripts(&page)?.is_empty(), "{name}: the policy refuses its inline script");
    }
    Ok(())
}

/// Every page of the delivery that the policy is about: one that carries its own needs no other.
pub fn all(staging: &Staging) -> Result<Vec<(String, String)>> {
    let mut pages = Vec::new();
    for (name, file) in project::files(&staging.folder)? {
        if project::ending(&name) == "html" {
            let page = fs::read_to_string(file)?;
            if texts(&page, WITH_POLICY)?.is_empty() {
                pages.push((name, page));
            }
        }
    }
    Ok(pages)
}

/// What stands in the style elements of a page.
pub fn styles(page: &str) -> Result<Vec<String>> {
    texts(page, "style")
}

/// What stands in the scripts that a page runs.
pub fn scripts(page: &str) -> Result<Vec<String>> {
    let found: Result<Vec<_>> = SCRIPTS.iter().map(|selector| texts(page, selector)).collect();
    Ok(found?.concat())
}

/// The text in each element that a selector finds.
fn texts(page: &str, selector: &str) -> Result<Vec<String>> {
    let found = RefCell::new(Vec::new());
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!(selector, |_| {
            found.borrow_mut().push(String::new());
            Ok(())
        }))
        .append_element_content_handler(text!(selector, |text| {
            if let Some(last) = found.borrow_mut().last_mut() {
                last.push_str(text.as_str());
            }
            Ok(())
        }));
    rewrite_str(page, settings)?;
    Ok(found.into_inner())
}

fn cleared(page: &str) -> Result<String> {
    let remove = element!("link[data-trunk]", |link| {
        link.remove();
        Ok(())
    });
    Ok(rewrite_str(page, RewriteStrSettings::new().append_element_content_handler(remove))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clears_what_was_meant_for_trunk_and_nothing_else() {
        for (page, expected) in [
            ("<link data-trunk rel=rust data-wasm-opt=z><link rel=icon>", "<link rel=icon>"),
            ("<link rel=\"data-trunk\"><p>가</p>", "<link rel=\"data-trunk\"><p>가</p>"),
            ("<!-- <link data-trunk> -->", "<!-- <link data-trunk> -->"),
        ] {
            assert_eq!(cleared(page).unwrap(), expected);
        }
    }

    #[test]
    fn finds_what_a_policy_has_to_allow() {
        for (page, expected_styles, expected_scripts) in [
            ("<style>p{}</style><p><STYLE media=print>a>b{}</style>", vec!["p{}", "a>b{}"], vec![]),
            ("<template shadowrootmode=open><style>가{}</style></template>", vec!["가{}"], vec![]),
            ("<p style='color: red'><!-- <style>p{}</style> -->", vec![], vec![]),
            ("<script type=module src=a.js></script>", vec![], vec![]),
            ("<script type=application/ld+json>{}</script>", vec![], vec![]),
            ("<script>a('<style>')</script>", vec![], vec!["a('<style>')"]),
            ("<script type=module>1</script>", vec![], vec!["1"]),
            ("<script type=text/JavaScript>1</script>", vec![], vec!["1"]),
        ] {
            assert_eq!(styles(page).unwrap(), expected_styles, "{page}");
            assert_eq!(scripts(page).unwrap(), expected_scripts, "{page}");
        }
    }

    #[test]
    fn a_page_with_a_policy_of_its_own_needs_no_other() {
        let own = "<meta http-equiv=\"Content-Security-Policy\" content=\"\"><script>1</script>";
        let refresh = "<meta http-equiv=refresh content=\"Content-Security-Policy\">";
        let text = "<p>Content-Security-Policy</p>";
        let pages = [("own.html", own), ("refresh.html", refresh), ("text.html", text)];
        let (_folder, staging) = Staging::with(&pages);
        let names: Vec<_> = all(&staging).unwrap().into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["refresh.html", "text.html"]);
        assert!(check(&staging).is_ok());
        staging.write("text.html", "<script>1</script>").unwrap();
        assert!(check(&staging).is_err());
    }
}
