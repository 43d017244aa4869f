//! Compressed copies beside the files, for static hosts that send them.

use super::Staging;
use crate::{compress, project};
use anyhow::Result;
use fs_err as fs;
use std::path::PathBuf;
use std::sync::Mutex;
use std::thread;

/// The endings of files that get smaller; pictures are compressed already.
const COMPRESSIBLE: [&str; 11] =
    ["css", "html", "ico", "js", "json", "map", "svg", "ts", "txt", "wasm", "webmanifest"];

/// Writes the copies of every file, as many at a time as there are processors.
pub fn write(staging: &Staging) -> Result<()> {
    let mut jobs = Vec::new();
    for (name, file) in project::files(&staging.folder)? {
        if COMPRESSIBLE.contains(&project::ending(&name)) {
            jobs.push((fs::metadata(&file)?.len(), file));
        }
    }
    // The largest is taken first, since everything else is done before it is.
    jobs.sort();
    let jobs = Mutex::new(jobs);
    let work = || {
        loop {
            let job = jobs.lock().expect("no worker panics while it takes a job").pop();
            let Some((_, file)) = job else { return Ok(()) };
            write_copies(&file)?;
        }
    };
    let processors = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..processors).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| worker.join().expect("a worker does not panic"))
    })
}

/// A copy that is no smaller would only make a host work.
fn write_copies(file: &PathBuf) -> Result<()> {
    let content = fs::read(file)?;
    for (ending, copy) in [(".br", compress::brotli(&content)), (".gz", compress::gzip(&content))] {
        if copy.len() < content.len() {
            let mut place = file.clone().into_os_string();
            place.push(ending);
            fs::write(PathBuf::from(place), copy)?;
        }
    }
    Ok(())
}
