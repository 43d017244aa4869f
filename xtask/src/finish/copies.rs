//! Packed copies beside the files, for static hosts that send them.

use super::Staging;
use crate::fault::Fault;
use crate::packed::Packing;
use crate::project;
use std::fs;
use std::path::Path;
use std::sync::Mutex;
use std::thread;

/// The endings of files that get smaller; pictures are packed already.
const WORTH_PACKING: [&str; 11] =
    ["css", "html", "ico", "js", "json", "map", "svg", "ts", "txt", "wasm", "webmanifest"];

/// Writes the copies of every file, as many at a time as there are processors.
pub fn write(staging: &Staging) -> Result<(), Fault> {
    let mut files = project::files(&staging.folder)?;
    files.retain(|file| is_worth_packing(file));
    // The largest is taken first, since everything else is done before it is.
    files.sort_by_key(|file| fs::metadata(file).map_or(0, |about| about.len()));

    let jobs: Vec<_> =
        files.iter().flat_map(|file| Packing::ALL.map(|packing| (packing, file))).collect();
    let jobs = Mutex::new(jobs);
    let work = || -> Result<(), Fault> {
        while let Some((packing, file)) = take(&jobs) {
            write_copy(packing, file)?;
        }
        Ok(())
    };
    let processors = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..processors).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| worker.join().expect("a worker does not panic"))
    })
}

fn take<T>(jobs: &Mutex<Vec<T>>) -> Option<T> {
    jobs.lock().expect("no worker panics while it takes a job").pop()
}

/// A copy that is no smaller would only make a host work.
fn write_copy(packing: Packing, file: &Path) -> Result<(), Fault> {
    let content = fs::read(file).map_err(Fault::file(file))?;
    let packed = packing.pack(&content);
    if packed.len() < content.len() {
        project::write(&packing.place(file), packed)?;
    }
    Ok(())
}

fn is_worth_packing(file: &Path) -> bool {
    let ending = file.extension().unwrap_or_default();
    WORTH_PACKING.iter().any(|known| ending == *known)
}
