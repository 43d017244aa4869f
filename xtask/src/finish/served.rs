//! How the delivery is to be served: the `_headers` file beside the files it is about.

use super::{Staging, page};
use crate::fault::Fault;
use crate::headers::policy;
use crate::project;

/// Writes the headers of the delivery, whose policy allows the styles that stand in its pages.
pub fn write_headers(staging: &Staging) -> Result<(), Fault> {
    let pages = page::all(staging)?;
    let styles = pages.iter().flat_map(|(_, page)| page::inline_styles(page));
    let headers = policy::of_the_delivery(styles);
    project::write(&staging.folder.join("_headers"), headers.to_string())
}
