//! Seeds changed at random, the same in every run: for a toolchain without libFuzzer.
//!
//! There is no guidance by coverage here. What makes up for a part of it is that seeds are whole
//! inputs of both reports, and that words of the target's language are put in.

use fastrand::Rng;

use crate::Target;

/// An input is no longer than this; the seeds themselves may be.
const LONGEST: usize = 64 << 10;

/// The longest piece that one change moves, copies or removes.
const PIECE: usize = 64;

/// Bytes on which readers tend to stumble.
const EDGES: [u8; 8] = [0x00, 0x01, 0x7f, 0x80, 0xfe, 0xff, b'"', b'\n'];

/// Inputs without end: every seed as it is, then changed ones.
pub fn mutations(target: &Target, seed: u64) -> impl Iterator<Item = Vec<u8>> {
    let seeds = (target.seeds)();
    let mut rng = Rng::with_seed(seed);
    let words = target.words;
    let whole = seeds.clone().into_iter();
    whole.chain(std::iter::repeat_with(move || {
        let mut input = rng.choice(&seeds).cloned().unwrap_or_default();
        for _ in 0..=rng.usize(..5) {
            change(&mut input, &seeds, words, &mut rng);
        }
        input.truncate(input.len().min(LONGEST.max(seeds.iter().map(Vec::len).max().unwrap_or(0))));
        input
    }))
}

fn change(input: &mut Vec<u8>, seeds: &[Vec<u8>], words: &[&str], rng: &mut Rng) {
    let at = rng.usize(..=input.len());
    let end = at + rng.usize(..=PIECE.min(input.len() - at));
    match rng.u8(..10) {
        0 | 1 => {
            let word = rng.choice(words).map_or(&b""[..], |word| word.as_bytes());
            input.splice(at..at, word.iter().copied());
        }
        2 => {
            let word = rng.choice(words).map_or(&b""[..], |word| word.as_bytes());
            input.splice(at..end, word.iter().copied());
        }
        3 => drop(input.drain(at..end)),
        4 => {
            let piece = input[at..end].to_vec();
            let to = rng.usize(..=input.len());
            input.splice(to..to, piece);
        }
        // The beginning of one seed and the end of another.
        5 => {
            let other = rng.choice(seeds).map_or(&[][..], Vec::as_slice);
            let from = rng.usize(..=other.len());
            input.truncate(at);
            input.extend_from_slice(&other[from..]);
        }
        6 => input.truncate(at),
        7 => input.insert(at, rng.u8(..)),
        8 if at < input.len() => input[at] ^= 1 << rng.u8(..8),
        _ if at < input.len() => input[at] = rng.choice(EDGES).unwrap_or_default(),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::TARGETS;

    #[test]
    fn a_run_begins_with_the_seeds_and_is_the_same_again() {
        for target in &TARGETS {
            let seeds = (target.seeds)();
            let inputs = || mutations(target, 7).take(seeds.len() + 50).collect::<Vec<_>>();
            assert_eq!(inputs()[..seeds.len()], seeds, "{}", target.name);
            assert_eq!(inputs(), inputs(), "{}", target.name);
            let other: Vec<_> = mutations(target, 8).skip(seeds.len()).take(50).collect();
            assert_ne!(inputs()[seeds.len()..], other, "{}", target.name);
            let changed: HashSet<_> = inputs().split_off(seeds.len()).into_iter().collect();
            assert!(changed.len() > 40, "{} has {} others", target.name, changed.len());
        }
    }
}
