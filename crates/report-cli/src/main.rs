//! The command `report-widget`: from a workbook to a finished bundle.

mod arguments;
mod build;
mod commands;
mod folder;
mod input;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};

/// The report has problems, or the command could not run.
const PROBLEMS: u8 = 1;
const FAILED: u8 = 2;

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::New { file } => commands::new(&file),
        Command::Check { input, lang } => commands::check(&input, arguments::language(lang)),
        Command::Build { bundling, out, profile, lang } => {
            build::build(&bundling, &out, profile, arguments::language(lang))
        }
        Command::Serve { bundling, port, lang } => {
            build::serve(&bundling, port, arguments::language(lang))
        }
        Command::Export { folder, xlsx } => commands::export(&folder, &xlsx),
        Command::Import { file, out, lang } => {
            commands::import(&file, &out, arguments::language(lang))
        }
    };
    match done {
        Ok(commands::Outcome::Done) => ExitCode::SUCCESS,
        Ok(commands::Outcome::Problems) => ExitCode::from(PROBLEMS),
        Err(error) => {
            eprintln!("report-widget: {error:#}");
            ExitCode::from(FAILED)
        }
    }
}
