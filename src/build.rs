//! Joins the style sheets that stand beside the components.

mod styles;

use std::env;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let src = Path::new("src");
    for folder in ["styles", "styles/print", "components", "components/dialogs"] {
        println!("cargo:rerun-if-changed={}", src.join(folder).display());
    }
    fs::write(out.join("first.css"), styles::first(src)?)?;
    fs::write(out.join("later.css"), styles::later(src)?)?;
    for sheet in ["assets/page.css", "src/prerender/still.css"].map(Path::new) {
        println!("cargo:rerun-if-changed={}", sheet.display());
        fs::write(out.join(sheet.file_name().unwrap_or_default()), styles::minified(sheet)?)?;
    }
    Ok(())
}
