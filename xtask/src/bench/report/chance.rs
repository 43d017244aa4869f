//! Chance that always falls alike: splitmix64 (Steele, Lea and Flood, 2014), one stream a card.

pub struct Chance(u64);

impl Chance {
    /// The stream with this number.
    pub fn new(stream: usize) -> Self {
        Self((stream as u64).wrapping_mul(0xd134_2543_de82_ef95))
    }

    /// A number from 0 to below `end`, which is not 0.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^= bits >> 31;
        let scaled = u128::from(bits) * end as u128;
        usize::try_from(scaled >> 64).expect("the product is below end times two to the 64th")
    }

    /// One of several things.
    pub fn one_of<T: Copy>(&mut self, things: &[T]) -> T {
        things[self.below(things.len())]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_thing_has_its_turn() {
        let mut chance = Chance::new(7);
        let mut turns = [0; 5];
        for _ in 0..5_000 {
            turns[chance.below(5)] += 1;
        }
        assert!(turns.iter().all(|turns| (800..1_200).contains(turns)), "{turns:?}");
    }

    #[test]
    fn streams_differ() {
        let first = |stream| Chance::new(stream).below(1_000_000);
        assert_ne!(first(1), first(2));
        assert_eq!(first(3), first(3));
    }
}
