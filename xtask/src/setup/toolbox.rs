//! The toolbox is the PATH with the project's own tools in front.

use crate::program::Program;
use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

/// The folders of the tools that were set up.
#[derive(Debug, Default)]
pub struct Toolbox {
    folders: Vec<PathBuf>,
}

impl Toolbox {
    /// Puts the programs of a folder in front of those of the system.
    pub fn add(&mut self, folder: PathBuf) {
        self.folders.push(folder);
    }

    /// Names a program that finds the tools, and that other programs it starts find them through.
    pub fn program(&self, name: &str) -> Program {
        Program::new(name).with("PATH", self.path())
    }

    fn path(&self) -> OsString {
        let system = env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned().chain(env::split_paths(&system));
        // Joining fails only on a folder whose name holds the separator; the system's PATH alone
        // is then the best there is.
        env::join_paths(folders).unwrap_or(system)
    }
}
