//! The size of the delivery, file by file, against the budgets of `tests/budget.toml`.

use super::budget::Budget;
use super::share::Share;
use crate::fault::Fault;
use crate::packed::Packing;
use crate::project;
use std::fs;

/// A file of the delivery.
pub struct Sized {
    /// Its name, with the folders it is in.
    pub name: String,
    /// How large it is.
    pub bytes: usize,
    /// How large it is after Brotli.
    pub sent: usize,
}

/// Prints the table, and fails when a budget is exceeded or has nothing to count.
pub fn run() -> Result<(), Fault> {
    let place = project::tests().join("budget.toml");
    let text = project::read(&place)?;
    let budgets = Budget::parse_all(&text).map_err(|what| Fault::content(&place, what))?;
    let shares = Share::parse_all(&text).map_err(|what| Fault::content(&place, what))?;
    let files = delivered()?;

    println!("{:>9} {:>9}  file", "bytes", "Brotli");
    for file in &files {
        println!("{:>9} {:>9}  {}", file.bytes, file.sent, file.name);
    }

    let mut faults = Vec::new();
    for budget in &budgets {
        let counted = files.iter().filter(|file| budget.covers(&file.name));
        let sent: u64 = counted.map(|file| file.sent as u64).sum();
        println!("{sent:>19}  of {} for {}", budget.most, budget.name);
        if sent == 0 {
            faults.push(format!("no file of dist/ counts as {}", budget.name));
        } else if sent > budget.most {
            faults.push(format!("{} is {} bytes over", budget.name, sent - budget.most));
        }
    }
    for share in &shares {
        match share.weigh(&files) {
            Ok(weighed) => println!("{weighed}"),
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(Fault::Found(faults.join("; "))) }
}

/// The files that readers get: not the packed copies, not what is meant for the host.
fn delivered() -> Result<Vec<Sized>, Fault> {
    let folder = project::dist();
    let mut sizes = Vec::new();
    for file in project::files(&folder)? {
        let name = file.strip_prefix(&folder).unwrap_or(&file).to_string_lossy();
        if name.ends_with(".br")
            || name.ends_with(".gz")
            || name == "_headers"
            || name.starts_with("hosts")
        {
            continue;
        }
        let content = fs::read(&file).map_err(Fault::file(&file))?;
        sizes.push(Sized {
            name: name.replace('\\', "/"),
            bytes: content.len(),
            sent: Packing::Brotli.pack(&content).len(),
        });
    }
    Ok(sizes)
}
