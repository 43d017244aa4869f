//! Compression ahead of time, as small as it gets: a file is compressed once and sent many times.

use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

/// From this many bytes on the best compression takes minutes; only generated reports are as large.
/// They are compressed in less time, and end up a tenth larger.
const LARGE: usize = 8 << 20;

/// Blocks of so many bytes (as powers of two) are tried: programs get smaller with small ones, texts with
/// large ones, by up to half a percent.
const BLOCKS: [i32; 2] = [16, 20];

/// Brotli: a fifth smaller than gzip, accepted by every browser over HTTPS.
pub fn brotli(content: &[u8]) -> Vec<u8> {
    let compressed = |quality, lgblock| {
        let parameters = brotli::enc::BrotliEncoderParams {
            quality,
            lgblock,
            size_hint: content.len(),
            ..Default::default()
        };
        let mut compressed = Vec::new();
        brotli::BrotliCompress(&mut &*content, &mut compressed, &parameters)
            .expect("writing to memory cannot fail");
        compressed
    };
    if content.len() >= LARGE {
        return compressed(5, 0);
    }
    let [small, large] = BLOCKS.map(|block| compressed(11, block));
    if small.len() < large.len() { small } else { large }
}

/// gzip: accepted by everything.
pub fn gzip(content: &[u8]) -> Vec<u8> {
    let level = Compression::new(if content.len() < LARGE { 9 } else { 4 });
    let mut encoder = GzEncoder::new(Vec::new(), level);
    let compressed = encoder.write_all(content).and_then(|()| encoder.finish());
    compressed.expect("writing to memory cannot fail")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn decompresses_to_what_was_compressed() {
        let content = "카카오 COVID-19 ".repeat(100).into_bytes();
        let (mut from_brotli, mut from_gzip) = (Vec::new(), Vec::new());
        brotli::BrotliDecompress(&mut brotli(&content).as_slice(), &mut from_brotli).unwrap();
        let compressed = gzip(&content);
        flate2::read::GzDecoder::new(compressed.as_slice()).read_to_end(&mut from_gzip).unwrap();
        assert!(from_brotli == content && from_gzip == content);
    }
}
