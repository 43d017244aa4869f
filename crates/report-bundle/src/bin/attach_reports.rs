//! Puts the shipped reports into a program: `attach_reports FILE.wasm`.

use std::env;
use std::error::Error;
use std::fs;

fn main() -> Result<(), Box<dyn Error>> {
    let file = env::args_os().nth(1).ok_or("expected: attach_reports FILE.wasm")?;
    let program = report_bundle::attach(&fs::read(&file)?, report_bundle::SECTION)?;
    Ok(fs::write(&file, program)?)
}
