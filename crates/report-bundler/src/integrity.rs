//! The element knows the digests of the files that belong to it, so that its own `integrity` covers
//! theirs.

use std::collections::BTreeMap;

use crate::bundle::Bundle;
use crate::digest::sha384;
use crate::names::{CHARTS, CODE, ELEMENT, SEARCH_TERMS, SHEET, SINGLE_SCRIPT};
use crate::{TemplateError, bundle};

/// What stands in the element's script in the place of the digests.
pub const PLACEHOLDER: &str = r#"{"integrity":"of the build"}"#;

/// Writes the digests into the element's script, and into that of the single file.
pub fn tie(bundle: &mut Bundle) -> Result<(), TemplateError> {
    let names = [CODE, SHEET].into_iter().chain(CHARTS).chain([SEARCH_TERMS]);
    let hash = |name| Ok((name, sha384(bundle.read(name)?)));
    let hashes = names.map(hash).collect::<Result<BTreeMap<_, _>, TemplateError>>()?;
    let hashes = serde_json::to_string(&hashes)?;
    for script in [ELEMENT, SINGLE_SCRIPT] {
        let tied = bundle::replace_once(bundle.text(script)?, PLACEHOLDER, &hashes)
            .map_err(|error| TemplateError::new(format!("{script}: {error}")))?;
        bundle.write(script, tied);
    }
    Ok(())
}
