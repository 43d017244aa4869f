//! Putting reports into a program that is built already.

use std::borrow::Cow;

use report_model::section;
use wasm_encoder::{CustomSection, Module, RawSection};
use wasmparser::{BinaryReaderError, Parser, Payload};

/// The program with these reports as its first section, in the place of any that it had. Behind the
/// code, Brotli makes 0.5 kB more of the file.
///
/// # Errors
/// When `program` is no WebAssembly.
///
/// # Panics
/// Never: its offsets are of a file that is in memory.
pub fn attach(program: &[u8], reports: &[u8]) -> Result<Vec<u8>, BinaryReaderError> {
    let mut module = Module::new();
    module.section(&CustomSection { name: section::NAME.into(), data: Cow::Borrowed(reports) });
    for payload in Parser::new(0).parse_all(program) {
        let payload = payload?;
        let is_ours =
            matches!(&payload, Payload::CustomSection(found) if found.name() == section::NAME);
        if let Some((id, range)) = payload.as_section()
            && !is_ours
        {
            let [start, end] = [range.start, range.end]
                .map(|offset| usize::try_from(offset).expect("an offset in what is in memory"));
            module.section(&RawSection { id, data: &program[start..end] });
        }
    }
    Ok(module.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The module without any section.
    const EMPTY: &[u8] = b"\0asm\x01\0\0\0";

    fn reports(program: &[u8]) -> Vec<Vec<u8>> {
        let payloads = Parser::new(0).parse_all(program).map(Result::unwrap);
        let found = payloads.filter_map(|payload| match payload {
            Payload::CustomSection(found) if found.name() == section::NAME => {
                Some(found.data().to_owned())
            }
            _ => None,
        });
        found.collect()
    }

    #[test]
    fn reports_take_the_place_of_others_and_nothing_else_changes() {
        let other = CustomSection { name: "other".into(), data: Cow::Borrowed(b"kept") };
        let mut module = Module::new();
        module.section(&other);
        let program = module.finish();
        let first = attach(&program, b"first").unwrap();
        assert!(first.ends_with(&program[EMPTY.len()..]));
        let second = attach(&first, b"second").unwrap();
        assert!(second.ends_with(&program[EMPTY.len()..]));
        assert_eq!(
            [reports(&first), reports(&second)],
            [[b"first".to_vec()], [b"second".to_vec()]]
        );
    }

    #[test]
    fn what_is_no_program_is_refused() {
        for program in [&b""[..], b"<!doctype html>", &EMPTY[..6]] {
            assert!(attach(program, b"first").is_err());
        }
    }
}
