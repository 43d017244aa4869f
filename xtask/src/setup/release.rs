//! Ready-made programs: archives of releases on GitHub, each pinned by its SHA-256.
//!
//! Nothing is unpacked before its digest is right. Where an archive cannot be had, the error says
//! why, and the tool is compiled instead.

use crate::project;
use anyhow::{Context, Result, bail, ensure};
use fs_err as fs;
use report_validation::data_digest;
use std::cell::Cell;
use std::path::Path;
use std::process::Command;
use xshell::{Shell, cmd};

/// curl's exit code for an answer such as "404 Not Found": the host is there, the file is not.
const NO_SUCH_FILE: i32 = 22;

/// A `.tar.gz` of a release.
pub struct Archive {
    /// Where it is on the host.
    pub path: String,
    pub sha256: &'static str,
}

/// Where releases are downloaded from.
pub struct ReleaseHost {
    address: String,
    /// A network without GitHub is found out once, not with every tool.
    is_unreachable: Cell<bool>,
}

impl ReleaseHost {
    pub fn github() -> Self {
        Self::at("https://github.com/")
    }

    pub fn at(address: &str) -> Self {
        Self { address: address.to_owned(), is_unreachable: Cell::new(false) }
    }

    /// Copies some programs of an archive into a folder.
    pub fn fetch(
        &self,
        shell: &Shell,
        archive: &Archive,
        programs: &[&str],
        to: &Path,
    ) -> Result<()> {
        let place = shell.create_temp_dir()?;
        let (file, unpacked) = (place.path().join("archive"), place.path().join("unpacked"));
        self.download(shell, &archive.path, &file)?;
        let (wanted, sha256) = (archive.sha256, data_digest::hex(&fs::read(&file)?));
        ensure!(
            sha256 == wanted,
            "{}{} has the SHA-256 {sha256} instead of {wanted}",
            self.address,
            archive.path
        );
        fs::create_dir_all(&unpacked)?;
        cmd!(shell, "tar -xzf {file} -C {unpacked}").quiet().run()?;
        for (inside, program) in project::files(&unpacked)? {
            let name = inside.rsplit('/').next().unwrap_or_default();
            if programs.contains(&name) {
                project::copy(&program, &to.join(name))?;
            }
        }
        Ok(())
    }

    fn download(&self, shell: &Shell, path: &str, file: &Path) -> Result<()> {
        let address = &self.address;
        ensure!(!self.is_unreachable.get(), "{address} cannot be reached");
        // Five seconds for a connection, and no waiting for a download that has stalled.
        let limits = ["--connect-timeout", "5", "--speed-limit", "10000", "--speed-time", "20"];
        let curl = cmd!(shell, "curl --fail --location --silent --show-error {limits...}");
        let curl = curl.arg("--output").arg(file).arg(format!("{address}{path}"));
        let output = Command::from(curl).output().context("curl is missing")?;
        if output.status.success() {
            return Ok(());
        }
        self.is_unreachable.set(output.status.code() != Some(NO_SUCH_FILE));
        bail!("{address}{path}: {}", String::from_utf8_lossy(&output.stderr).trim())
    }
}
