//! Hangul: syllables are arithmetic.
