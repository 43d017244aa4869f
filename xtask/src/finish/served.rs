//! How the delivery is to be served: the `_headers` file beside the files it is about.

use super::Staging;
use crate::fault::Fault;
use crate::headers::policy;
use crate::project;

/// Writes the headers of the delivery.
pub fn write_headers(staging: &Staging) -> Result<(), Fault> {
    let headers = policy::of_the_delivery();
    project::write(&staging.folder.join("_headers"), headers.to_string())
}
