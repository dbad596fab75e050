//! Days that stand for an open end of a period in some program: `9999-12-31`, `1900-01-01`.

use beraad_describe::Date;

/// An end of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PeriodEnd {
    First,
    Last,
}

impl PeriodEnd {
    /// The column that states the day.
    pub(super) fn column(self) -> &'static str {
        match self {
            Self::First => "valid_from",
            Self::Last => "valid_to",
        }
    }
}

/// The end that a day stands for in programs that cannot store an open one; `None` for any other day.
///
/// These are the smallest and largest days of databases and spreadsheets, and the days that people write for `always`.
pub(super) fn open_end(day: Date) -> Option<PeriodEnd> {
    match (day.year(), day.month(), day.day()) {
        (year, ..) if year >= 2900 => Some(PeriodEnd::Last),
        (2099 | 2199 | 2299 | 2499, 12, 31)
        | (2100 | 2200 | 2500, 1, 1)
        | (2079, 6, 6)
        | (2262, 4, 11) => Some(PeriodEnd::Last),
        (1900 | 1901 | 1800 | 1600, 1, 1)
        | (1899, 12, 30 | 31)
        | (1753, 1, 1)
        | (1752, 9, 14)
        | (1582, 10, 14 | 15)
        | (1677, 9, 21) => Some(PeriodEnd::First),
        (year, ..) if year <= 1100 => Some(PeriodEnd::First),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn day_of_an_open_end_is_recognised() {
        for (year, month, day) in [
            (9999, 12, 31),
            (2999, 12, 31),
            (2099, 12, 31),
            (9999, 1, 1),
            (3000, 1, 1),
        ] {
            assert_eq!(
                open_end(Date::ymd(year, month, day)),
                Some(PeriodEnd::Last),
                "{year}"
            );
        }
        for (year, month, day) in [(1900, 1, 1), (1753, 1, 1), (1, 1, 1), (1899, 12, 30)] {
            assert_eq!(
                open_end(Date::ymd(year, month, day)),
                Some(PeriodEnd::First),
                "{year}"
            );
        }
    }

    #[test]
    fn other_day_is_not() {
        for (year, month, day) in [
            (2011, 12, 31),
            (1999, 12, 31),
            (1900, 1, 2),
            (1830, 10, 4),
            (2079, 12, 31),
        ] {
            assert_eq!(open_end(Date::ymd(year, month, day)), None, "{year}");
        }
    }
}
