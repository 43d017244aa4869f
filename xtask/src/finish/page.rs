//! The page: without what was meant for Trunk.

use super::Staging;
use anyhow::Result;
use lol_html::{RewriteStrSettings, element, rewrite_str};

/// Removes Trunk's instructions, which it leaves in the page when it injects no script.
pub fn clear(staging: &Staging) -> Result<()> {
    staging.write("index.html", cleared(&staging.read("index.html")?)?)
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
}
