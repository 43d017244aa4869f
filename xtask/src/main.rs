//! The project's commands: `cargo xtask <command>`.
//!
//! This program sets up what is missing, calls Cargo, Trunk and the browsers, and serves files.
//! It draws nothing and parses no reports: those belong to the crate it builds. It has no network
//! code of its own either; downloads are left to Cargo, rustup, npm and apt.

mod command;
mod fault;
mod project;
mod step;

mod drive;
mod program;
mod setup;
mod trunk;

mod digest;
mod finish;
#[path = "../../crates/report-validation/src/data_digest.rs"]
mod frozen;
mod headers;
mod host;
mod lean;
mod markup;
mod packed;

mod bench;
mod dist;
mod fingerprint;
mod serve;
mod test;

use command::Command;
use fault::Fault;
use std::process::ExitCode;

fn main() -> ExitCode {
    match Command::parse(std::env::args_os().skip(1)).and_then(run) {
        Ok(code) => code,
        Err(fault) => {
            eprintln!("xtask: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<ExitCode, Fault> {
    match command {
        Command::Serve { port, dev: false } => serve::release(port)?,
        Command::Serve { port, dev: true } => serve::dev(port)?,
        // The last line is the summary's, so a failed stage is no fault of the command.
        Command::Test(selection) => return Ok(test::run(&selection)),
        Command::Bench(order) => bench::run(&order)?,
        Command::Host { folder, port } => serve::folder(&folder, port)?,
        Command::Pictures => test::take_pictures()?,
        Command::Dist => dist::run()?,
        Command::Finish => finish::run()?,
        Command::Help => println!("{}", command::HELP),
    }
    Ok(ExitCode::SUCCESS)
}
