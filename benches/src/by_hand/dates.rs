//! Conversion of days to months and quarters.

/// The periods that start on the days of a column, computed once for each day instead of once for each row.
pub(super) struct Dates<T> {
    first: i32,
    starts: Vec<Option<T>>,
}

impl<T: Copy> Dates<T> {
    /// Calls `start` for every day between the first and the last day of a column. It returns `None` for a day on which no
    /// period starts.
    pub(super) fn new(days: &[i32], start: impl Fn(i32) -> Option<T>) -> Self {
        let first = days.iter().copied().min().unwrap_or_default();
        let last = days.iter().copied().max().unwrap_or_default();
        // One delivery does not span ten centuries. The limit bounds the memory that the table takes.
        assert!(
            last.abs_diff(first) < 366_000,
            "the dates of a column span less than ten centuries"
        );
        Self {
            first,
            starts: (first..=last).map(start).collect(),
        }
    }

    /// Returns the period that starts on a day.
    #[inline]
    pub(super) fn at(&self, day: i32) -> T {
        let index = usize::try_from(day - self.first).unwrap_or(usize::MAX);
        self.starts[index].expect("the first day of a period")
    }
}
