//! The load: who else works on this machine. Figures taken on a busy one are too high.

use std::fs;
use std::thread;

/// Says how busy the machine is, where the system tells.
pub fn tell() {
    let Some(load) = fs::read_to_string("/proc/loadavg").ok().and_then(|told| last_minute(&told))
    else {
        return;
    };
    let processors = thread::available_parallelism().map_or(1, usize::from);
    println!("\nload of the last minute: {load} on {processors} processors");
}

fn last_minute(told: &str) -> Option<f64> {
    told.split(' ').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_figure_is_the_last_minute() {
        assert_eq!(last_minute("13.46 9.55 6.80 3/511 8817\n"), Some(13.46));
        assert_eq!(last_minute(""), None);
    }
}
