//! A step is a piece of work that takes a while: announced before it starts, timed after it ends.

use crate::fault::Fault;
use std::time::{Duration, Instant};

/// Says what is being done, does it, and says how long it took.
pub fn step<T>(what: &str, work: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    println!("- {what} ...");
    let start = Instant::now();
    let result = work();
    let end = if result.is_ok() { "done" } else { "failed" };
    println!("  {end} after {}", spoken(start.elapsed()));
    result
}

/// A duration as precisely as a waiting person wants it.
pub fn spoken(duration: Duration) -> String {
    let seconds = duration.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", duration.as_secs_f64()),
        10..60 => format!("{seconds} s"),
        _ => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_longer_times_less_precisely() {
        for (milliseconds, expected) in
            [(40, "0.0 s"), (1_250, "1.2 s"), (59_999, "59 s"), (492_000, "8 min 12 s")]
        {
            assert_eq!(spoken(Duration::from_millis(milliseconds)), expected);
        }
    }
}
