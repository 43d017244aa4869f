//! A fault is why a command cannot go on, said so that a person can act on it.

use crate::command::HELP;
use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitStatus;

/// Everything that can go wrong in this program.
#[derive(Debug)]
pub enum Fault {
    /// The command line makes no sense.
    Usage(String),
    /// Something is needed that this program cannot set up by itself.
    Missing {
        /// The thing that is missing.
        what: String,
        /// What a person can type or do.
        remedy: String,
    },
    /// Another program could not be started.
    NotStarted {
        /// The program's name.
        program: String,
        /// What the system said.
        source: io::Error,
    },
    /// Another program reported a failure.
    Ended {
        /// The command line as a person would type it.
        command: String,
        /// The program's exit status.
        status: ExitStatus,
    },
    /// A file or folder could not be used.
    File {
        /// The file or folder.
        place: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file says something that it should not.
    Content {
        /// The file.
        place: PathBuf,
        /// What is wrong with it.
        what: String,
    },
    /// The server could not take a port.
    Port {
        /// The first port that was tried.
        first: u16,
        /// What the system said.
        source: io::Error,
    },
    /// A stage of the tests found something.
    Found(String),
}

impl Fault {
    /// Says which file an input or output error is about.
    pub fn file(place: impl AsRef<Path>) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::File { place: place.as_ref().to_owned(), source }
    }

    /// Says what is wrong with the words of a file.
    pub fn content(place: impl Into<PathBuf>, what: impl fmt::Display) -> Self {
        Self::Content { place: place.into(), what: what.to_string() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(what) => write!(f, "{what}\n\n{HELP}"),
            Self::Missing { what, remedy } => write!(f, "{what} is missing: {remedy}"),
            Self::NotStarted { program, source } => write!(f, "cannot start {program}: {source}"),
            Self::Ended { command, status } => write!(f, "`{command}` failed ({status})"),
            Self::File { place, source } => write!(f, "{}: {source}", place.display()),
            Self::Content { place, what } => write!(f, "{}: {what}", place.display()),
            Self::Port { first, source } => {
                write!(f, "no free port from {first} on: {source}")
            }
            Self::Found(what) => f.write_str(what),
        }
    }
}

impl Error for Fault {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::NotStarted { source, .. }
            | Self::File { source, .. }
            | Self::Port { source, .. } => Some(source),
            Self::Usage(_)
            | Self::Missing { .. }
            | Self::Ended { .. }
            | Self::Content { .. }
            | Self::Found(_) => None,
        }
    }
}
