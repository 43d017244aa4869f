//! What many measurements say together. Measured times have a few long ones among many short
//! ones, so the middle one and the one that only a twentieth exceeds say more than a mean.

/// The middle of the measurements, what 95 of 100 stay within, and how far they reach.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    /// The smallest one.
    pub min: f64,
    /// The middle one; of two, the upper.
    pub median: f64,
    /// The smallest that at least 95 % are not above.
    pub p95: f64,
    /// The greatest one.
    pub max: f64,
    /// How many there are.
    pub count: usize,
}

impl Summary {
    /// Sums up; nothing can be said of nothing.
    pub fn of(measured: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut sorted: Vec<f64> = measured.into_iter().collect();
        sorted.sort_by(f64::total_cmp);
        let count = sorted.len();
        let p95 = *sorted.get((count * 95).div_ceil(100).checked_sub(1)?)?;
        let (min, max) = (sorted[0], sorted[count - 1]);
        Some(Self { min, median: sorted[count / 2], p95, max, count })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_measuring_does_not_matter() {
        let up = Summary::of((1..=100).map(f64::from));
        let down = Summary::of((1..=100).rev().map(f64::from));
        let expected = Summary { min: 1.0, median: 51.0, p95: 95.0, max: 100.0, count: 100 };
        assert_eq!(up, Some(expected));
        assert_eq!(up, down);
    }

    #[test]
    fn few_measurements_are_summed_up_by_their_greatest() {
        for (measured, expected) in [
            (vec![], None),
            (vec![3.0], Some((3.0, 3.0))),
            (vec![1.0, 2.0], Some((2.0, 2.0))),
            (vec![5.0, 1.0, 3.0], Some((3.0, 5.0))),
        ] {
            let found = Summary::of(measured.clone()).map(|sum| (sum.median, sum.p95));
            assert_eq!(found, expected, "{measured:?}");
        }
    }
}
