//! The project's commands: `cargo xtask <command>`.
//!
//! This program sets up what is missing, calls Cargo, Trunk, esbuild, Node and the browsers, and
//! serves files. It has no network code of its own; downloads are left to Cargo, rustup, curl,
//! npm and apt.

mod archive;
mod bench;
mod fingerprint;
mod finish;
mod npm;
mod project;
mod serve;
mod setup;
mod studio;
mod test;
mod trunk;
mod verify;

use anyhow::Result;
use clap::Parser;
use std::path::PathBuf;
use std::process::ExitCode;
use xshell::cmd;

/// The project's commands
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Command {
    /// Set up what is missing, build, and serve on 127.0.0.1
    Serve {
        /// The first port to try; 0 takes any free one
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Rebuild and reload while you edit
        #[arg(long)]
        dev: bool,
    },
    /// Set up what is missing and run every stage, or those that are named
    Test(test::Selection),
    /// Measure speed (docs/benchmarks.md)
    Bench(bench::Options),
    /// Fuzz what reads data, addresses, queries and workbooks (tools/fuzz.mjs)
    Fuzz {
        /// Minutes in all, shared by the targets
        #[arg(long, default_value_t = 12)]
        minutes: u32,
        /// Only these targets of crates/report-fuzz
        targets: Vec<String>,
    },
    /// Take anew the pictures of tests/pictures that dist/ does not look like any more; look at them
    /// before you commit them
    Pictures,
    /// Build the release into dist/, and write its archive, npm packages and SHA-256 digests into
    /// target/delivery/
    Dist,
    /// Build the release, unless dist/ is up to date, and name the files of a folder that differ from it
    Verify {
        /// The folder that was delivered
        folder: PathBuf,
    },
    /// Serve a folder as it is, without building
    Host {
        /// The folder that becomes `/`
        folder: PathBuf,
        /// The first port to try; 0 takes any free one
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// What Trunk calls after a build (see Trunk.toml)
    Finish,
}

fn main() -> ExitCode {
    run(Command::parse()).unwrap_or_else(|error| {
        eprintln!("xtask: {error:#}");
        ExitCode::FAILURE
    })
}

fn run(command: Command) -> Result<ExitCode> {
    match command {
        Command::Serve { port, dev: false } => serve::release(port)?,
        Command::Serve { port, dev: true } => serve::dev(port)?,
        // The last line is the summary's, so a failed stage is no error of the command.
        Command::Test(selection) => return test::run(selection),
        Command::Bench(options) => bench::run(&options)?,
        Command::Fuzz { minutes, targets } => {
            let shell = setup::all([setup::Need::Crates, setup::Need::Node])?;
            let minutes = minutes.to_string();
            cmd!(shell, "node tools/fuzz.mjs {minutes} {targets...}").quiet().run()?;
        }
        Command::Pictures => test::take_pictures()?,
        Command::Dist => archive::run()?,
        Command::Verify { folder } => return verify::run(&folder),
        Command::Host { folder, port } => serve::folder(&folder, port)?,
        Command::Finish => finish::run()?,
    }
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, clap::Error> {
        Command::try_parse_from(["xtask"].into_iter().chain(line.split_whitespace()))
    }

    #[test]
    fn accepts_every_command_with_its_options() {
        let accepted = "serve --port 9000 --dev; test; test --only web,core --skip web; test --changed; bench; pictures;
            bench --only startup,filter --only usable --beside other/dist --runs 2; bench --only peers;
            bench --cards 100000 --keep kept; bench --cards 47,1000; dist; fuzz; verify some/dist;
            fuzz --minutes 3 section address; host --port 0 dist; finish";
        for line in accepted.split(';') {
            assert!(parsed(line).is_ok(), "{line}: {:?}", parsed(line).err());
        }
        assert!(matches!(parsed("serve"), Ok(Command::Serve { port: 8080, dev: false })));
    }

    #[test]
    fn refuses_what_it_does_not_know_and_what_contradicts_itself() {
        let refused =
            "; bake; verify; fuzz --minutes some; serve --port many; serve dist; test --only everything; dist now; host;
            bench --only tea; bench --cards 0; bench --runs 0; test --changed --only web;
            bench --cards 1 --keep kept --only search; bench --cards 1 --keep kept --beside dist";
        for line in refused.split(';') {
            assert!(parsed(line).is_err(), "{line}");
        }
    }
}
