//! What the command takes.

use std::env;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use report_bundler::Profile;
use report_workbook::Locale;

/// From a workbook to a finished bundle.
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
    /// Build the files that a web team puts on a host
    Build {
        #[command(flatten)]
        bundling: Bundling,
        /// The folder to write: a new one, an empty one, or an earlier bundle
        #[arg(long, default_value = "dist")]
        out: PathBuf,
        /// What the bundle is for
        #[arg(long, default_value = "release", hide = true)]
        profile: Profile,
        /// Language of the messages [default: ko if the environment says so, else en]
        #[arg(long)]
        lang: Option<Language>,
    },
    /// Build into a temporary folder and serve it on this machine, or serve an earlier bundle
    Serve {
        #[command(flatten)]
        bundling: Bundling,
        /// The first port to try; 0 takes any free one [default: 8080]
        #[arg(long)]
        port: Option<u16>,
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

/// What a bundle is made of.
#[derive(Debug, Args)]
pub struct Bundling {
    /// Workbooks (.xlsx), folders of CSV sheets or folders of JSON files; the first is the report that
    /// is shown by default
    #[arg(required = true, value_name = "REPORT")]
    pub inputs: Vec<PathBuf>,
    /// Where the pages will be found, such as <https://example.com/report/>, for search engines
    #[arg(long, env = "REPORT_WIDGET_ADDRESS")]
    pub address: Option<String>,
    /// A folder of pictures for link previews, named <report>-<language>.png
    #[arg(long)]
    pub share: Option<PathBuf>,
    /// A folder with another program than the one inside this command
    #[arg(long)]
    pub template: Option<PathBuf>,
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
pub fn language(asked: Option<Language>) -> Locale {
    match asked {
        Some(Language::Ko) => Locale::Ko,
        Some(Language::En) => Locale::En,
        None => {
            let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
                .into_iter()
                .filter_map(|name| env::var(name).ok())
                .find(|value| !value.is_empty());
            if set.is_some_and(|value| value.starts_with("ko")) { Locale::Ko } else { Locale::En }
        }
    }
}
