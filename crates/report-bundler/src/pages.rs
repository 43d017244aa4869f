//! The pages, as far as a policy is about them.

use std::cell::RefCell;

use lol_html::{RewriteStrSettings, element, rewrite_str, text};

use crate::TemplateError;
use crate::bundle::{Bundle, ending};

/// A page that carries its own policy.
const WITH_POLICY: &str = "meta[http-equiv='content-security-policy' i]";

/// Scripts that stand in a page and are run; data are not, so no policy minds them.
const SCRIPTS: [&str; 2] =
    ["script:not([src]):not([type*='/'])", "script:not([src])[type*='javascript' i]"];

/// Refuses a page that its own policy would break in the reader's browser.
pub fn check(bundle: &mut Bundle) -> Result<(), TemplateError> {
    for (name, page) in all(bundle)? {
        if !scripts(page)?.is_empty() {
            return Err(TemplateError::new(format!(
                "{name}: the policy refuses its inline script"
            )));
        }
    }
    Ok(())
}

/// Every page of the delivery that the policy is about: one that carries its own needs no other.
pub fn all<'b>(bundle: &'b Bundle) -> Result<Vec<(&'b str, &'b str)>, TemplateError> {
    let mut pages = Vec::new();
    for name in bundle.files.keys().filter(|name| ending(name) == "html") {
        let page = bundle.text(name)?;
        if texts(page, WITH_POLICY)?.is_empty() {
            pages.push((name.as_str(), page));
        }
    }
    Ok(pages)
}

/// What stands in the style elements of a page.
pub fn styles(page: &str) -> Result<Vec<String>, TemplateError> {
    texts(page, "style")
}

/// What stands in the scripts that a page runs.
pub fn scripts(page: &str) -> Result<Vec<String>, TemplateError> {
    let found: Result<Vec<_>, _> = SCRIPTS.iter().map(|selector| texts(page, selector)).collect();
    Ok(found?.concat())
}

/// The text in each element that a selector finds.
fn texts(page: &str, selector: &str) -> Result<Vec<String>, TemplateError> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::tests::release;

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
        let mut bundle = release(&pages);
        let names: Vec<_> = all(&bundle).unwrap().into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["refresh.html", "text.html"]);
        assert!(check(&mut bundle).is_ok());
        bundle.write("text.html", "<script>1</script>");
        assert!(check(&mut bundle).is_err());
    }
}
