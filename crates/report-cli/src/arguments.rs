//! What the command takes.

use std::env;
use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use report_workbook::Lang;

/// From a workbook to a checked report.
#[derive(Debug, Parser)]
#[command(name = "report-widget", version)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write a new workbook with a small example report
    New {
        /// The workbook to write; it must not be there yet
        file: PathBuf,
    },
    /// Check a report and list all problems; the exit code is 1 if there are any
    Check {
        /// A workbook (.xlsx), a folder of CSV sheets, or a folder of JSON files
        input: PathBuf,
        /// Language of the messages [default: ko if the environment says so, else en]
        #[arg(long)]
        lang: Option<Language>,
    },
    /// Write the workbook of a report's JSON files
    Export {
        /// The folder with report.json
        folder: PathBuf,
        /// The workbook to write
        #[arg(long)]
        xlsx: PathBuf,
    },
    /// Check a workbook and write the JSON files of its report
    Import {
        /// A workbook (.xlsx) or a folder of CSV sheets
        file: PathBuf,
        /// The folder to write to; its name is the report's id
        #[arg(long)]
        out: PathBuf,
        /// Language of the messages [default: ko if the environment says so, else en]
        #[arg(long)]
        lang: Option<Language>,
    },
}

/// A language of the messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Language {
    /// Korean.
    Ko,
    /// English.
    En,
}

/// The language asked for, else that of the environment.
pub fn language(asked: Option<Language>) -> Lang {
    match asked {
        Some(Language::Ko) => Lang::Ko,
        Some(Language::En) => Lang::En,
        None => {
            let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
                .into_iter()
                .filter_map(|name| env::var(name).ok())
                .find(|value| !value.is_empty());
            if set.is_some_and(|value| value.starts_with("ko")) { Lang::Ko } else { Lang::En }
        }
    }
}
