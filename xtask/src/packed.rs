//! A packed copy is a file compressed ahead of time, which a host sends to browsers that take it.

use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;
use std::path::{Path, PathBuf};

/// From how many bytes on the best packing takes minutes; only generated reports are as large.
const LARGE: usize = 8 << 20;

/// The two forms of packing that browsers understand and hosts look for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    /// Brotli: a fifth smaller than gzip, taken by every browser over HTTPS.
    Brotli,
    /// gzip: taken by everything.
    Gzip,
}

impl Packing {
    /// Both, the better one first.
    pub const ALL: [Self; 2] = [Self::Brotli, Self::Gzip];

    /// The name in `Accept-Encoding` and `Content-Encoding`.
    pub fn token(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// Where the packed copy of a file is: beside it, with a further ending.
    pub fn place(self, file: &Path) -> PathBuf {
        let mut place = file.as_os_str().to_owned();
        place.push(match self {
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
        });
        place.into()
    }

    /// The content, as small as it gets: it is packed once and sent many times. Only what is
    /// [`LARGE`] is packed in less time, and ends up a tenth larger.
    pub fn pack(self, content: &[u8]) -> Vec<u8> {
        let packed = match self {
            Self::Brotli => brotli(content),
            Self::Gzip => gzip(content),
        };
        packed.expect("writing to memory cannot fail")
    }
}

fn brotli(mut content: &[u8]) -> std::io::Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: if content.len() < LARGE { 11 } else { 5 },
        size_hint: content.len(),
        ..Default::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut content, &mut packed, &parameters)?;
    Ok(packed)
}

fn gzip(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let level = Compression::new(if content.len() < LARGE { 9 } else { 4 });
    let mut encoder = GzEncoder::new(Vec::new(), level);
    encoder.write_all(content)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn unpacks_to_what_was_packed() {
        let content = "카카오 COVID-19 ".repeat(100).into_bytes();

        let packed = Packing::Brotli.pack(&content);
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut packed.as_slice(), &mut unpacked).unwrap();
        assert_eq!(unpacked, content);

        let packed = Packing::Gzip.pack(&content);
        let mut unpacked = Vec::new();
        flate2::read::GzDecoder::new(packed.as_slice()).read_to_end(&mut unpacked).unwrap();
        assert_eq!(unpacked, content);
    }

    #[test]
    fn puts_the_copy_beside_the_file() {
        let file = Path::new("dist/a.js");
        assert_eq!(Packing::Brotli.place(file), Path::new("dist/a.js.br"));
        assert_eq!(Packing::Gzip.place(file), Path::new("dist/a.js.gz"));
    }
}
