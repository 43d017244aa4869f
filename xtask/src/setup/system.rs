//! What comes from the system: Node, the three browsers and their drivers, Korean fonts.
//!
//! Only root on Debian and its kin gets them installed; everyone else gets the command to type,
//! since no program should ask for a password on its own.

use crate::project::step;
use anyhow::{Error, Result, anyhow};
use std::path::{Path, PathBuf};
use which::which;
use xshell::{Shell, cmd};

/// The oldest Node that knows every option which the tests are run with.
const OLDEST_NODE: (u32, u32) = (20, 19);

/// Something that a package of the system brings.
pub struct SystemPackage {
    name: &'static str,
    is_there: fn() -> bool,
    /// Debian's names of the packages; none, where those of its releases are too old.
    debian: &'static [&'static str],
    /// What to do on other systems.
    elsewhere: &'static str,
}

/// Node.js with npm.
pub const NODE: SystemPackage = SystemPackage {
    name: "Node.js 20.19 or newer with npm",
    is_there: || {
        let node = answer("node --version");
        node.is_some_and(|answer| version(&answer) >= Some(OLDEST_NODE)) && which("npm").is_ok()
    },
    debian: &[],
    elsewhere: "install it from https://nodejs.org; on Debian 13 and later type `apt-get install \
                nodejs npm`, before that follow https://deb.nodesource.com",
};

/// curl, which downloads the archives of releases. Where it is missing, tools are compiled.
pub const CURL: SystemPackage = SystemPackage {
    name: "curl",
    is_there: || which("curl").is_ok(),
    debian: &["curl"],
    elsewhere: "install curl and put it on the PATH",
};

/// The browser, under any of its names. Debian packs a second program of the same engine, which draws no
/// window of its own.
pub const CHROMIUM: SystemPackage = SystemPackage {
    name: "Chromium",
    is_there: || chromium().is_some(),
    debian: &["chromium", "chromium-headless-shell"],
    elsewhere: "install Chromium or Chrome and put it on the PATH",
};

/// The program that steers the browser.
pub const CHROMEDRIVER: SystemPackage = SystemPackage {
    name: "chromedriver",
    is_there: || which("chromedriver").is_ok(),
    debian: &["chromium-driver"],
    elsewhere: "install the chromedriver of your browser's version and put it on the PATH",
};

/// The second engine; its driver is a crate.
pub const FIREFOX: SystemPackage = SystemPackage {
    name: "Firefox",
    is_there: || firefox().is_some(),
    debian: &["firefox-esr"],
    elsewhere: "install Firefox and put it on the PATH",
};

/// The third engine, with its driver and a small browser, and a screen that nobody sees.
pub const WEBKIT: SystemPackage = SystemPackage {
    name: "WebKitGTK with its driver, and Xvfb",
    is_there: || webkit().is_some() && which("WebKitWebDriver").is_ok() && which("Xvfb").is_ok(),
    debian: &["webkit2gtk-driver", "libwebkit2gtk-4.1-0", "xvfb"],
    elsewhere: "WebKitGTK runs on Linux: install its driver, its MiniBrowser and Xvfb, or leave the \
                stage out with --skip engines",
};

/// The font of the tests (tests/browser/fonts.conf). Other systems have fonts with Hangul.
pub const KOREAN_FONTS: SystemPackage = SystemPackage {
    name: "Noto Sans CJK",
    is_there: || {
        let font = Path::new("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc");
        !cfg!(target_os = "linux") || font.is_file()
    },
    debian: &["fontconfig", "fonts-noto-cjk"],
    elsewhere: "install Noto Sans CJK",
};

/// The same engine without windows, with which the tests take three quarters of the time. Measurements
/// take the browser itself. This is not the script on the `PATH`, which a driver would end in its place.
pub fn chromium_without_windows() -> Option<PathBuf> {
    which("/usr/lib/chromium/chromium-headless-shell").ok()
}

/// The browser's program.
pub fn chromium() -> Option<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome", "chrome"];
    program(&names, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
}

/// Firefox, under any of its names.
pub fn firefox() -> Option<PathBuf> {
    program(&["firefox-esr", "firefox"], "/Applications/Firefox.app/Contents/MacOS/firefox")
}

/// A program under any of its names; on macOS browsers are not on the PATH.
fn program(names: &[&str], on_mac: &str) -> Option<PathBuf> {
    let on_mac = PathBuf::from(on_mac);
    names.iter().find_map(|name| which(name).ok()).or_else(|| on_mac.is_file().then_some(on_mac))
}

/// The small browser that comes with `WebKitGTK`, beside its libraries.
pub fn webkit() -> Option<PathBuf> {
    let machine = format!("/usr/lib/{}-linux-gnu", std::env::consts::ARCH);
    ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"]
        .into_iter()
        .flat_map(|version| {
            [&machine, "/usr/libexec", "/usr/lib"].map(|f| Path::new(f).join(version))
        })
        .map(|folder| folder.join("MiniBrowser"))
        .find(|place| place.is_file())
}

impl SystemPackage {
    /// Installs the package where that is possible, else names the command that does.
    pub fn set_up(&self, shell: &Shell) -> Result<()> {
        if (self.is_there)() {
            println!("- {} is there", self.name);
            return Ok(());
        }
        if self.debian.is_empty() || which("apt-get").is_err() {
            return Err(self.missing(self.elsewhere));
        }
        let install = ["install", "--yes", "--no-install-recommends"];
        let packages = self.debian;
        if answer("id -u").is_none_or(|id| id != "0") {
            let install = cmd!(shell, "sudo apt-get {install...} {packages...}");
            return Err(self.missing(&format!("type `sudo apt-get update && {install}`")));
        }
        step(&format!("installing {} (a minute or two)", self.name), || {
            let apt = || cmd!(shell, "apt-get").quiet().env("DEBIAN_FRONTEND", "noninteractive");
            apt().args(["update", "--quiet=2"]).run()?;
            Ok(apt().args(install).args(packages).run()?)
        })?;
        if (self.is_there)() { Ok(()) } else { Err(self.missing(self.elsewhere)) }
    }

    fn missing(&self, remedy: &str) -> Error {
        anyhow!("{} is missing: {remedy}", self.name)
    }
}

/// What a program prints, where it is there and content.
fn answer(command: &str) -> Option<String> {
    let (program, arguments) = command.split_once(' ')?;
    let shell = Shell::new().ok()?;
    cmd!(shell, "{program} {arguments}").quiet().ignore_stderr().read().ok()
}

/// The first two numbers of a version such as "v20.20.2".
fn version(answer: &str) -> Option<(u32, u32)> {
    let mut numbers = answer.strip_prefix('v')?.split('.').map_while(|number| number.parse().ok());
    Some((numbers.next()?, numbers.next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_a_node_that_is_too_old() {
        for (answer, expected) in [
            ("v20.19.0", true),
            ("v20.20.2", true),
            ("v22.0.0", true),
            ("v20.18.3", false),
            ("v8.17.0", false),
            ("v20", false),
            ("", false),
            ("unknown", false),
        ] {
            assert_eq!(version(answer) >= Some(OLDEST_NODE), expected, "{answer}");
        }
    }
}
