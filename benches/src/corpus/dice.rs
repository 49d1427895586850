//! Numbers that look random and are the same on every machine and in every run.

/// A generator (SplitMix64: Steele, Lea and Flood, 2014). One for each message, so that a message is the same however
/// many stand before it.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// The dice of one message of a corpus.
    #[must_use]
    pub fn of(seed: u64, message: u64) -> Self {
        let mut dice = Self(seed ^ message.wrapping_mul(0xD6E8_FEB8_6659_FD93));
        dice.next();
        dice
    }

    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, which is not 0.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % (end as u64)).unwrap_or_default()
    }

    /// True `percent` times of a hundred.
    pub fn hits(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of several.
    pub fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_message_has_the_same_dice_and_another_one_others() {
        let draw = |message| (0..4).map(|_| Dice::of(7, message).below(1_000_000)).collect::<Vec<_>>();
        assert_eq!(draw(3), draw(3));
        assert_ne!(Dice::of(7, 3).next(), Dice::of(7, 4).next());
        assert_ne!(Dice::of(7, 3).next(), Dice::of(8, 3).next());
    }
}
