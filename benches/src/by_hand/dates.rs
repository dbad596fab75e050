//! Days as months and quarters.

/// What each day from the first to the last of a column starts, asked once a day and not once a row.
pub(super) struct Dates<T> {
    first: i32,
    starts: Vec<Option<T>>,
}

impl<T: Copy> Dates<T> {
    /// What `start` says of the days of a column; `None` where the day is none that the column may hold.
    pub(super) fn new(days: &[i32], start: impl Fn(i32) -> Option<T>) -> Self {
        let first = days.iter().copied().min().unwrap_or_default();
        let last = days.iter().copied().max().unwrap_or_default();
        // Ten centuries: what is further apart is no column of one delivery.
        assert!(last.abs_diff(first) < 366_000, "dates of one delivery");
        Self {
            first,
            starts: (first..=last).map(start).collect(),
        }
    }

    /// What the day starts.
    #[inline]
    pub(super) fn at(&self, day: i32) -> T {
        let place = usize::try_from(day - self.first).unwrap_or(usize::MAX);
        self.starts[place].expect("a first day")
    }
}
