//! A tool is a program that the project needs in exactly one version.
//!
//! It is taken from the PATH if the version is right there, else from this user's cache. Else it is
//! put into the cache: ready-made if its release has an archive for this machine whose digest is
//! known, else compiled.
//!
//! The digests come from public projects that pin the same archives: from a list that such projects
//! take theirs from, named beside the tool, or else from two that do not share code.

use super::prepend_path;
use super::release::{Archive, ReleaseHost};
use crate::project::{self, step};
use anyhow::{Context, Result, ensure};
use fs_err as fs;
use std::env::consts::{ARCH, OS};
use std::path::Path;
use xshell::{Shell, cmd};

/// A tool that crates.io has. Those that npm has are packages of `tests/package.json`.
pub struct Tool {
    package: &'static str,
    version: String,
    /// Where GitHub has the archive for a `MACHINE`.
    archive: &'static str,
    /// SHA-256 of the archives.
    digests: &'static [(Machine, &'static str)],
    /// The flags of its compilation.
    flags: &'static [&'static str],
    /// How long that takes, in words.
    takes: &'static str,
    /// The programs of the package that this project calls.
    programs: &'static [&'static str],
}

/// System and architecture as Rust names them, and as a release does.
type Machine = [&'static str; 3];

const LINUX: Machine = ["linux", "x86_64", "x86_64-unknown-linux-musl"];
const LINUX_ARM: Machine = ["linux", "aarch64", "aarch64-unknown-linux-musl"];
const MAC: Machine = ["macos", "x86_64", "x86_64-apple-darwin"];
const MAC_ARM: Machine = ["macos", "aarch64", "aarch64-apple-darwin"];

/// Trunk, with a TLS of its own so that it compiles without the system's. Newer versions need a
/// newer Rust than `rust-toolchain.toml` names.
pub fn trunk() -> Tool {
    Tool {
        package: "trunk",
        version: "0.21.14".into(),
        archive: "trunk-rs/trunk/releases/download/v0.21.14/trunk-MACHINE.tar.gz",
        // manifests/trunk.json of taiki-e/install-action.
        digests: &[
            (LINUX, "a67f4054b249fe9acc5fabc25de1aebf19783aca3ad6ff64bf34d7da44d0ea20"),
            (LINUX_ARM, "e8e2a2bb423ce6702ab9f4f02f8c9ae99d790f0301f7634e986b2dd8706019cc"),
            (MAC, "f1ba0e3bbe24e0ae219c6d22c33e24e2825c1608dd27c2556e323495110f1a95"),
            (MAC_ARM, "764e299dd50d89442a4e96a236349f57961984b701e74d3dbdb39cd1c9f5101e"),
        ],
        flags: &["--no-default-features", "--features", "rustls"],
        takes: "5 to 10 minutes, once",
        programs: &["trunk"],
    }
}

/// wasm-bindgen's programs. They read what the crate wrote, so the versions must be equal.
pub fn wasm_bindgen() -> Result<Tool> {
    Ok(Tool {
        package: "wasm-bindgen-cli",
        version: project::version_of("wasm-bindgen")?,
        archive: "wasm-bindgen/wasm-bindgen/releases/download/0.2.129/wasm-bindgen-0.2.129-MACHINE.tar.gz",
        // Set-up scripts of projects that do not share code, two or more for each; one of them says
        // that it compared them with the `.sha256sum` files of the release.
        digests: &[
            (LINUX, "82d12bb940e2d4e72e0d5605387fc1b8ca179044e012b620f0ce4e7440e8320e"),
            (LINUX_ARM, "2ed4351c35dd9440308bbb02767d47ea278efe851a52465300f3c94f5b6c2a87"),
            (MAC, "7e028879a68ec53dae14048b55cc5215f6df75b17a9c1426fac8fa086d3202fd"),
            (MAC_ARM, "81d4a23d56b3c3eb8187658329116d50e0b228a93b343825fb71f70179051cd1"),
        ],
        flags: &[],
        takes: "5 to 10 minutes, once",
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    })
}

/// cargo-deny checks licences, sources and versions against `deny.toml`. What it fetches by itself,
/// advisories, is left out.
pub fn cargo_deny() -> Tool {
    Tool {
        package: "cargo-deny",
        version: "0.20.2".into(),
        archive: "EmbarkStudios/cargo-deny/releases/download/0.20.2/cargo-deny-0.20.2-MACHINE.tar.gz",
        // manifests/cargo-deny.json of taiki-e/install-action.
        digests: &[
            (LINUX, "9f12ed4c49936e09b48bf862b595cde2fe64fcbd9d74dfacac6131ca824c8d5f"),
            (LINUX_ARM, "995c82be0defc7a025cae49a2aa2644ce8245c9a3318fc4103907c6a285e8c7d"),
            (MAC, "248da7f581724e470071990c088ffc55c811981715f4cbdb258621fb79f8b7a6"),
            (MAC_ARM, "fe67d82a10d8597a3549364cb733a3f9cc1bfff9031b7ae46384a9f2a72090c3"),
        ],
        flags: &["--no-default-features"],
        takes: "3 to 5 minutes, once",
        programs: &["cargo-deny"],
    }
}

/// geckodriver steers Firefox. Debian has none.
pub fn geckodriver() -> Tool {
    Tool {
        package: "geckodriver",
        version: "0.37.1".into(),
        archive: "mozilla/geckodriver/releases/download/v0.37.1/geckodriver-v0.37.1-MACHINE.tar.gz",
        // common/repositories.bzl of SeleniumHQ/selenium.
        digests: &[
            (
                ["linux", "x86_64", "linux64"],
                "e815130ea95983e162ae91843b48d3a3ce991735635fce83a647afde21e09f7e",
            ),
            (
                ["macos", "aarch64", "macos-aarch64"],
                "d02b3f7003f999caf90974a2ef5da0286c05d01cee19112c86846d759fdba4f5",
            ),
        ],
        flags: &[],
        takes: "3 to 5 minutes, once",
        programs: &["geckodriver"],
    }
}

impl Tool {
    /// Finds the tool or installs it, and lets the shell find it.
    pub fn set_up(&self, shell: &Shell, releases: &ReleaseHost) -> Result<()> {
        let Self { package, version, .. } = self;
        if self.is_right(shell, Path::new("")) {
            println!("- {package} {version} is on the PATH");
            return Ok(());
        }
        let home = project::tool_home(package, version)?;
        if self.is_right(shell, &home.join("bin")) {
            println!("- {package} {version} is in {}", home.display());
        } else {
            self.install(shell, releases, &home)?;
        }
        prepend_path(shell, &home.join("bin"));
        Ok(())
    }

    /// Whether each program of a folder answers with the version that is needed.
    fn is_right(&self, shell: &Shell, folder: &Path) -> bool {
        self.programs.iter().all(|program| {
            let answer = shell.cmd(folder.join(program)).arg("--version").quiet().ignore_stderr();
            let is_version = |answer: String| answer.split_whitespace().any(|w| w == self.version);
            answer.read().is_ok_and(is_version)
        })
    }

    /// Puts the tool into a folder: ready-made where that can be had, else compiled.
    fn install(&self, shell: &Shell, releases: &ReleaseHost, home: &Path) -> Result<()> {
        let Self { package, version, takes, .. } = self;
        let place = home.display();
        let what =
            format!("fetching {package} {version}, ready-made, into {place} (seconds, once)");
        let Err(error) = step(&what, || self.fetch(shell, releases, home)) else { return Ok(()) };
        println!("  {error:#}");
        // Cargo does not write over programs that it did not put there.
        project::remove(&home.join("bin"))?;
        step(&format!("compiling {package} {version} into {place} ({takes})"), || {
            // A lock file can name a version that a mirror of the registry does not have.
            self.compile(shell, home, &["--locked"]).or_else(|_| self.compile(shell, home, &[]))
        })
    }

    /// Takes the tool from its release.
    fn fetch(&self, shell: &Shell, releases: &ReleaseHost, home: &Path) -> Result<()> {
        ensure!(self.archive.contains(&self.version), "the known digests are of another version");
        let this_machine = |(machine, _): &&(Machine, _)| machine[..2] == [OS, ARCH];
        let ([.., name], sha256) = self.digests.iter().find(this_machine).with_context(|| {
            format!("no digest of a release for this machine ({OS}, {ARCH}) is known")
        })?;
        let path = self.archive.replace("MACHINE", name);
        let bin = home.join("bin");
        releases.fetch(shell, &Archive { path, sha256 }, self.programs, &bin)?;
        ensure!(self.is_right(shell, &bin), "what was fetched does not run on this machine");
        Ok(())
    }

    fn compile(&self, shell: &Shell, home: &Path, locked: &[&str]) -> Result<()> {
        let &Self { package, ref version, flags, .. } = self;
        // Kept inside the home, an interrupted installation goes on where it stopped.
        let target = home.join("target");
        let place = ["--root".as_ref(), home, "--target-dir".as_ref(), &target];
        cmd!(
            shell,
            "cargo install {package} --version {version} {flags...} {locked...} {place...}"
        )
        .quiet()
        // A tool that runs for seconds is not worth the minutes of a thorough build.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_LTO", "false")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
        .run()?;
        // These are hundreds of megabytes, but leaving them behind does no harm.
        drop(fs::remove_dir_all(target));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digests_are_those_of_the_versions_in_use() {
        for tool in [trunk(), wasm_bindgen().unwrap(), cargo_deny(), geckodriver()] {
            let Tool { package, version, archive, digests, .. } = tool;
            assert!(
                archive.contains(&format!("/{version}/"))
                    || archive.contains(&format!("/v{version}/")),
                "{package}"
            );
            assert!(digests.iter().any(|(machine, _)| machine[..2] == LINUX[..2]), "{package}");
            for (_, sha256) in digests {
                assert!(
                    sha256.len() == 64 && sha256.bytes().all(|b| b.is_ascii_hexdigit()),
                    "{sha256}"
                );
            }
        }
    }
}

#[cfg(all(test, unix))]
mod installation {
    use super::*;
    use report_host::Host;
    use report_validation::data_digest;
    use std::net::TcpListener;
    use std::os::unix::fs::PermissionsExt;

    /// A program that prints one line.
    fn write_program(shell: &Shell, file: &Path, script: &str) -> Result<()> {
        shell.write_file(file, format!("#!/bin/sh\n{script}\n"))?;
        Ok(fs::set_permissions(file, PermissionsExt::from_mode(0o755))?)
    }

    /// An archive with a program of this version; gives its digest.
    fn pack(shell: &Shell, folder: &Path, archive: &str, version: &str) -> Result<&'static str> {
        let program = folder.join("made-1.0.0/made");
        write_program(shell, &program, &format!("echo made {version} ready"))?;
        let file = folder.join(archive);
        cmd!(shell, "tar -czf {file} -C {folder} made-1.0.0").quiet().run()?;
        Ok(data_digest::hex(&fs::read(file)?).leak())
    }

    #[test]
    fn a_tool_is_taken_ready_made_only_if_it_is_the_pinned_one_that_runs_and_else_compiled() {
        let shell = project::shell().unwrap();
        let place = shell.create_temp_dir().unwrap();
        let place = place.path();
        // In the place of Cargo, to compile in no time.
        let compile = "while [ \"$1\" != --root ]; do shift; done; mkdir -p $2/bin; \
            printf '#!/bin/sh\\necho made 1.0.0 compiled\\n' > $2/bin/made; chmod +x $2/bin/made";
        write_program(&shell, &place.join("cargo/cargo"), compile).unwrap();
        prepend_path(&shell, &place.join("cargo"));

        let right = pack(&shell, place, "right.tar.gz", "1.0.0").unwrap();
        let older = pack(&shell, place, "older.tar.gz", "0.9.0").unwrap();
        let host = Host::start(place, 0).unwrap();
        let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let (here, nobody) = (host.address(), format!("http://{nobody}/"));
        let here = || ReleaseHost::at(&here);
        let unreachable = ReleaseHost::at(&nobody);
        let changed = "0000000000000000000000000000000000000000000000000000000000000000";
        for (releases, machine, digest, expected, error) in [
            (&here(), [OS, ARCH, "right"], right, "ready", ""),
            (&here(), [OS, ARCH, "right"], changed, "compiled", right),
            (&here(), [OS, ARCH, "older"], older, "compiled", "does not run on this machine"),
            (&here(), [OS, ARCH, "missing"], right, "compiled", "404"),
            (&here(), [OS, "another", "right"], right, "compiled", "no digest"),
            (&unreachable, [OS, ARCH, "right"], right, "compiled", "curl: (7)"),
            // It is not asked again.
            (&unreachable, [OS, ARCH, "right"], right, "compiled", "cannot be reached"),
        ] {
            let tool = Tool {
                package: "made",
                version: "1.0.0".into(),
                archive: "MACHINE.tar.gz?1.0.0",
                digests: vec![(machine, digest)].leak(),
                flags: &[],
                takes: "no time",
                programs: &["made"],
            };
            let home = shell.create_temp_dir().unwrap();
            let fetched = tool.fetch(&shell, releases, home.path());
            let said = fetched.err().map(|error| format!("{error:#}")).unwrap_or_default();
            assert!(
                said.contains(error) && said.is_empty() == error.is_empty(),
                "{machine:?}: {said}"
            );
            tool.install(&shell, releases, home.path()).unwrap();
            let made = home.path().join("bin/made");
            assert_eq!(cmd!(shell, "{made}").read().unwrap(), format!("made 1.0.0 {expected}"));
        }
    }
}
