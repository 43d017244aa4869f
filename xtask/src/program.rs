//! A program is another program that this one runs: Cargo, Trunk, npm, apt, a browser's driver.

use crate::fault::Fault;
use crate::project;
use std::env;
use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A program with its arguments, not yet started. It runs in the workspace unless told otherwise.
pub struct Program {
    command: Command,
    shown: String,
}

impl Program {
    /// Names a program that is on the PATH.
    pub fn new(name: &str) -> Self {
        // What npm brings are scripts, and Windows finds those by their full name only.
        let mut command = match name {
            "npm" | "terser" | "wasm-opt" if cfg!(windows) => Command::new(format!("{name}.cmd")),
            _ => Command::new(name),
        };
        command.current_dir(project::root());
        Self { command, shown: name.to_owned() }
    }

    /// Adds an argument.
    pub fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.shown.push(' ');
        self.shown.push_str(&argument.as_ref().to_string_lossy());
        self.command.arg(argument);
        self
    }

    /// Adds arguments.
    pub fn args<A: AsRef<OsStr>>(self, arguments: impl IntoIterator<Item = A>) -> Self {
        arguments.into_iter().fold(self, Self::arg)
    }

    /// Adds files that are too many to be shown.
    pub fn files(mut self, files: &[PathBuf]) -> Self {
        self.shown = format!("{} ({} files)", self.shown, files.len());
        self.command.args(files);
        self
    }

    /// Sets an environment variable.
    pub fn with(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Removes an environment variable.
    pub fn without(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// Runs in this folder.
    pub fn within(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Runs to the end, with the terminal as its own.
    pub fn run(mut self) -> Result<(), Fault> {
        let status = self.command.status();
        let status = status.map_err(|source| self.not_started(source))?;
        if status.success() {
            return Ok(());
        }
        Err(Fault::Ended { command: self.shown, status })
    }

    /// Runs to the end; a fault comes with what was printed until then, which was also shown.
    pub fn run_heard(mut self) -> Result<(), (Fault, String)> {
        let mut shown = Shown(Vec::new());
        let status = self.command.stdout(Stdio::piped()).spawn().and_then(|mut child| {
            if let Some(mut printed) = child.stdout.take() {
                io::copy(&mut printed, &mut shown)?;
            }
            child.wait()
        });
        let heard = String::from_utf8_lossy(&shown.0).into_owned();
        match status {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err((Fault::Ended { command: self.shown, status }, heard)),
            Err(source) => Err((self.not_started(source), heard)),
        }
    }

    /// Runs in the place of this program, so that whoever stops this one stops that one.
    #[cfg(unix)]
    pub fn take_over(mut self) -> Result<(), Fault> {
        use std::os::unix::process::CommandExt;
        let source = self.command.exec();
        Err(self.not_started(source))
    }

    /// Runs to the end; only Unix can put one program in the place of another.
    #[cfg(not(unix))]
    pub fn take_over(self) -> Result<(), Fault> {
        self.run()
    }

    /// Runs to the end and returns what it printed, trimmed; what it complained about is dropped.
    pub fn answer(mut self) -> Result<String, Fault> {
        let output = self.command.stdin(Stdio::null()).output();
        let output = output.map_err(|source| self.not_started(source))?;
        if !output.status.success() {
            return Err(Fault::Ended { command: self.shown, status: output.status });
        }
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    fn not_started(&self, source: io::Error) -> Fault {
        let program = self.shown.split(' ').next().unwrap_or_default().to_owned();
        Fault::NotStarted { program, source }
    }
}

/// What is written is shown at once, and kept.
struct Shown(Vec<u8>);

impl Write for Shown {
    fn write(&mut self, some: &[u8]) -> io::Result<usize> {
        self.0.extend_from_slice(some);
        io::stdout().write_all(some)?;
        // A test that passed is a dot, and no line.
        io::stdout().flush()?;
        Ok(some.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Where a program is on the PATH.
pub fn find(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd", ".bat"] } else { &[""] };
    env::split_paths(&path)
        .flat_map(|folder| endings.iter().map(move |end| folder.join(format!("{name}{end}"))))
        .find(|place| place.is_file())
}
