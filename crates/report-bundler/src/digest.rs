//! Digests as policies and `integrity` attributes write them; `report_validation::data_digest` has
//! them as `sha256sum` does.

use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256, Sha384};

/// The SHA-256 of some content, as policies commonly write it.
pub fn sha256(content: impl AsRef<[u8]>) -> String {
    format!("sha256-{}", base64(&Sha256::digest(content)))
}

/// The SHA-384 of some content, as `integrity` attributes commonly write it.
#[must_use]
pub fn sha384(content: impl AsRef<[u8]>) -> String {
    format!("sha384-{}", base64(&Sha384::digest(content)))
}

/// Bytes as plain ASCII.
pub fn base64(bytes: &[u8]) -> String {
    BASE64_STANDARD.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_those_of_the_standards_for_no_content() {
        let nothing = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";
        assert_eq!(sha384(""), nothing);
        assert_eq!(sha256(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}
