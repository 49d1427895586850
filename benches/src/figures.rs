//! Figures: medians and percentiles of what was measured, and how they are written.

use std::time::Duration;

/// Several measurements of the same thing, in order of size.
#[derive(Debug, Clone)]
pub struct Sample(Vec<f64>);

impl Sample {
    /// A sample; what is not a number is left out.
    #[must_use]
    pub fn of(values: impl IntoIterator<Item = f64>) -> Self {
        let mut values: Vec<f64> = values.into_iter().filter(|value| !value.is_nan()).collect();
        values.sort_by(f64::total_cmp);
        Self(values)
    }

    /// A sample of durations in milliseconds.
    #[must_use]
    pub fn of_durations(values: impl IntoIterator<Item = Duration>) -> Self {
        Self::of(values.into_iter().map(|value| value.as_secs_f64() * 1_000.0))
    }

    /// The middle value, the mean of the two middle ones where there is none; nothing without measurements.
    #[must_use]
    pub fn median(&self) -> Option<f64> {
        let middle = self.0.len() / 2;
        let upper = *self.0.get(middle)?;
        Some(if self.0.len() % 2 == 1 { upper } else { f64::midpoint(self.0[middle - 1], upper) })
    }

    /// The value that `percent` of a hundred do not exceed (nearest rank); nothing without measurements.
    #[must_use]
    pub fn percentile(&self, percent: usize) -> Option<f64> {
        let rank = (self.0.len() * percent.min(100)).div_ceil(100);
        self.0.get(rank.saturating_sub(1)).copied()
    }

    /// The largest value.
    #[must_use]
    pub fn max(&self) -> Option<f64> {
        self.0.last().copied()
    }

    /// `median 1.23 ms, max 4.56 ms (of 50)`.
    #[must_use]
    pub fn said_in_ms(&self) -> String {
        match (self.median(), self.max()) {
            (Some(median), Some(max)) => format!("median {median:.2} ms, max {max:.2} ms (of {})", self.0.len()),
            _ => "nothing measured".to_owned(),
        }
    }

    /// `median 1.23 ms, p99 3.45 ms, max 4.56 ms (of 500)`.
    #[must_use]
    pub fn said_with_p99_in_ms(&self) -> String {
        match (self.median(), self.percentile(99), self.max()) {
            (Some(median), Some(p99), Some(max)) => {
                format!("median {median:.2} ms, p99 {p99:.2} ms, max {max:.2} ms (of {})", self.0.len())
            }
            _ => "nothing measured".to_owned(),
        }
    }
}

/// Bytes as megabytes of a million.
#[must_use]
pub fn megabytes(bytes: u64) -> String {
    format!("{:.0} MB", bytes as f64 / 1e6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_or_the_mean_of_the_two_middle_values() {
        assert_eq!(Sample::of([3.0, 1.0, 2.0]).median(), Some(2.0));
        assert_eq!(Sample::of([4.0, 1.0, 2.0, 3.0]).median(), Some(2.5));
        assert_eq!(Sample::of([]).median(), None);
    }

    #[test]
    fn a_percentile_is_the_smallest_value_that_so_many_do_not_exceed() {
        let hundred = Sample::of((1..=100).map(f64::from));
        assert_eq!((hundred.percentile(99), hundred.percentile(50)), (Some(99.0), Some(50.0)));
        assert_eq!(Sample::of([2.0, 1.0]).percentile(99), Some(2.0));
        assert_eq!(Sample::of([]).percentile(99), None);
    }

    #[test]
    fn durations_are_said_in_milliseconds() {
        let sample =
            Sample::of_durations([Duration::from_micros(1_500), Duration::from_millis(4), Duration::from_millis(2)]);
        assert_eq!(sample.said_in_ms(), "median 2.00 ms, max 4.00 ms (of 3)");
        assert_eq!(sample.said_with_p99_in_ms(), "median 2.00 ms, p99 4.00 ms, max 4.00 ms (of 3)");
    }
}
