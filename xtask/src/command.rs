//! A command is what the person asked for: the command line, parsed once.

use crate::bench::Order;
use crate::fault::Fault;
use crate::test::Selection;
use lexopt::prelude::*;
use std::ffi::OsString;
use std::path::PathBuf;

/// Shown by `cargo xtask help`, and after a command line that makes no sense.
pub const HELP: &str = "\
cargo xtask <command>

  serve [--port N] [--dev]      set up what is missing, build, and serve on 127.0.0.1;
                                --dev rebuilds and reloads while you edit
  test [--only STAGE,...] [--skip STAGE,...]
                                set up what is missing and run every stage:
                                format, lint, xtask, core, views, web, build,
                                browser, engines, scale, size, drift, reproducible
  bench [--only PART,...] [--cards N,...]
                                measure speed on generated reports: search, engines,
                                browser, counters; 47, 1000, 10000 and 100000 cards unless told;
                                measure the page of dist/: startup (blocking time, nodes,
                                memory), filter (a keystroke or press), usable (slow 4G),
                                lighthouse; peers: the first three also for the same cards
                                in React and Solid (docs/benchmarks.md)
  bench ... [--beside FOLDER] [--runs N]
                                measure startup, filter and usable also for the build in
                                FOLDER, in turns with dist/; load each page N times,
                                5 unless told
  bench --cards N --keep FOLDER leave a page in FOLDER whose one report is generated,
                                with N cards, and measure nothing
  pictures                      take anew the pictures of tests/pictures that dist/ does not
                                look like any more; look at them before you commit them
  dist                          build the release into dist/, and write its archive and
                                SHA-256 digests into target/delivery/
  host FOLDER [--port N]        serve a folder as it is, without building
  finish                        what Trunk calls after a build (see Trunk.toml)
  help                          this text

A port's N is the first one to try, 8080 unless told; 0 takes any free one.";

const DEFAULT_PORT: u16 = 8080;

/// One command with its options.
#[derive(Debug, PartialEq)]
pub enum Command {
    /// Build the delivery and serve it.
    Serve {
        /// The first port to try.
        port: u16,
        /// Whether to rebuild and reload while someone edits.
        dev: bool,
    },
    /// Run the test stages.
    Test(Selection),
    /// Measure speed on generated reports.
    Bench(Order),
    /// Serve a folder without building.
    Host {
        /// The folder that becomes `/`.
        folder: PathBuf,
        /// The first port to try.
        port: u16,
    },
    /// Take the pictures anew that the delivery does not look like any more.
    Pictures,
    /// Make the release: folder, archive and digests.
    Dist,
    /// Turn a Trunk build into the delivery.
    Finish,
    /// Print the help text.
    Help,
}

impl Command {
    /// Reads the arguments that follow the program's own name.
    pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Self, Fault> {
        parse(lexopt::Parser::from_args(arguments)).map_err(|error| Fault::Usage(error.to_string()))
    }
}

fn parse(mut parser: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let name = match parser.next()? {
        Some(Value(name)) => name.string()?,
        None | Some(Short('h') | Long("help")) => return Ok(Command::Help),
        Some(other) => return Err(other.unexpected()),
    };

    let mut port = DEFAULT_PORT;
    let mut dev = false;
    let mut folder = None;
    let mut selection = Selection::default();
    let mut order = Order::default();
    while let Some(argument) = parser.next()? {
        match (name.as_str(), argument) {
            (_, Short('h') | Long("help")) => return Ok(Command::Help),
            ("serve" | "host", Long("port")) => port = parser.value()?.parse()?,
            ("serve", Long("dev")) => dev = true,
            ("host", Value(value)) if folder.is_none() => folder = Some(PathBuf::from(value)),
            ("test", Long("only")) => selection.only(&parser.value()?.string()?)?,
            ("test", Long("skip")) => selection.skip(&parser.value()?.string()?)?,
            ("bench", Long("only")) => order.only(&parser.value()?.string()?)?,
            ("bench", Long("cards")) => order.sizes(&parser.value()?.string()?)?,
            ("bench", Long("beside")) => order.beside(parser.value()?.into()),
            ("bench", Long("runs")) => order.runs(&parser.value()?.string()?)?,
            ("bench", Long("keep")) => order.keep(parser.value()?.into()),
            (_, other) => return Err(other.unexpected()),
        }
    }

    match name.as_str() {
        "serve" => Ok(Command::Serve { port, dev }),
        "test" => Ok(Command::Test(selection)),
        "bench" => Ok(Command::Bench(order.check()?)),
        "host" => match folder {
            Some(folder) => Ok(Command::Host { folder, port }),
            None => Err("host needs the folder to serve".into()),
        },
        "pictures" => Ok(Command::Pictures),
        "dist" => Ok(Command::Dist),
        "finish" => Ok(Command::Finish),
        "help" => Ok(Command::Help),
        unknown => Err(format!("there is no command \"{unknown}\"").into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test::Stage;

    fn parsed(line: &str) -> Result<Command, String> {
        Command::parse(line.split_whitespace().map(OsString::from)).map_err(|f| f.to_string())
    }

    #[test]
    fn reads_every_command_and_its_options() {
        let host = |folder: &str, port| Command::Host { folder: folder.into(), port };
        let table = [
            ("", Command::Help),
            ("help", Command::Help),
            ("serve --help", Command::Help),
            ("finish", Command::Finish),
            ("pictures", Command::Pictures),
            ("dist", Command::Dist),
            ("test", Command::Test(Selection::default())),
            ("host dist", host("dist", 8080)),
            ("host --port 0 dist", host("dist", 0)),
        ];
        for (line, expected) in table {
            assert_eq!(parsed(line), Ok(expected), "{line}");
        }
        for (line, port, dev) in [
            ("serve", 8080, false),
            ("serve --port 9000 --dev", 9000, true),
            ("serve --dev --port=1", 1, true),
        ] {
            assert_eq!(parsed(line), Ok(Command::Serve { port, dev }), "{line}");
        }
    }

    #[test]
    fn adds_up_the_stages_of_several_flags() {
        let mut selection = Selection::default();
        selection.only("web,core").unwrap();
        selection.skip("web").unwrap();
        assert_eq!(
            parsed("test --only web --only core --skip=web"),
            Ok(Command::Test(selection.clone()))
        );
        assert!(selection.has(Stage::Core) && !selection.has(Stage::Web));
    }

    #[test]
    fn reads_what_to_measure() {
        let mut kept = Order::default();
        kept.sizes("100000").unwrap();
        kept.keep("kept".into());
        let mut small = Order::default();
        small.only("search,counters").unwrap();
        small.sizes("47,1000").unwrap();
        let mut beside = Order::default();
        beside.only("startup,filter,usable").unwrap();
        beside.beside("other/dist".into());
        beside.runs("2").unwrap();
        let mut peers = Order::default();
        peers.only("peers").unwrap();
        for (line, expected) in [
            ("bench", Order::default()),
            ("bench --only startup,filter,usable --beside other/dist --runs 2", beside),
            ("bench --only peers", peers),
            ("bench --cards 100000 --keep kept", kept),
            ("bench --only search --only counters --cards 47,1000", small),
        ] {
            assert_eq!(parsed(line), Ok(Command::Bench(expected)), "{line}");
        }
    }

    #[test]
    fn refuses_what_it_does_not_know_and_shows_the_help() {
        for line in [
            "bake",
            "serve --fast",
            "serve --port many",
            "serve dist",
            "test --only everything",
            "bench --only tea",
            "bench --cards 0",
            "bench --cards many",
            "bench --keep kept",
            "bench --cards 1,2 --keep kept",
            "bench --cards 1 --keep kept --only search",
            "bench --cards 1 --keep kept --beside dist",
            "bench --only search --beside dist",
            "bench --only lighthouse --runs 3",
            "bench --runs 0",
            "host",
            "host a b",
            "finish now",
            "dist now",
            "pictures now",
            "--version",
        ] {
            let told = parsed(line).unwrap_err();
            assert!(told.ends_with(HELP), "{line}: {told}");
        }
    }

    #[test]
    fn the_help_names_every_stage() {
        for stage in Stage::ALL {
            assert!(HELP.contains(stage.name()), "{}", stage.name());
        }
    }
}
