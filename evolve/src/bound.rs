//! Bounds of classes of amounts, as exact decimal numbers.

use std::cmp::Ordering;

/// A bound of a class: a decimal number, or nothing at one of the ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Bound {
    Lowest,
    /// The sign, the digits before the point without leading zeros, and those after it without zeros at the end.
    Number(bool, String, String),
    Highest,
}

impl Bound {
    /// Reads a decimal text; `None` if it is not one.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (is_negative, digits) = match text.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, text),
        };
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !is_digits(whole) || !is_digits(part) {
            return None;
        }
        let whole = whole.trim_start_matches('0').to_owned();
        let part = part.trim_end_matches('0').to_owned();
        let is_zero = whole.is_empty() && part.is_empty();
        Some(Self::Number(is_negative && !is_zero, whole, part))
    }
}

impl PartialOrd for Bound {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Bound {
    fn cmp(&self, other: &Self) -> Ordering {
        let place = |bound: &Self| match bound {
            Self::Lowest => 0,
            Self::Number(..) => 1,
            Self::Highest => 2,
        };
        let (
            Self::Number(is_negative, whole, part),
            Self::Number(other_is_negative, other_whole, other_part),
        ) = (self, other)
        else {
            return place(self).cmp(&place(other));
        };
        if is_negative != other_is_negative {
            return other_is_negative.cmp(is_negative);
        }
        // The more digits before the point, the larger; digits after it compare as text.
        let size = (whole.len(), whole, part).cmp(&(other_whole.len(), other_whole, other_part));
        if *is_negative { size.reverse() } else { size }
    }
}

/// Returns true if two texts are the same number.
pub(crate) fn is_same_number(one: &str, other: &str) -> bool {
    let (one, other) = (Bound::parse(one), Bound::parse(other));
    one.is_some() && one == other
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_ordered_as_numbers() {
        let sorted = [
            "-10.5", "-2", "-1.95", "0", "0.5", "0.51", "9.99", "10", "100",
        ];
        let bounds: Vec<_> = sorted
            .iter()
            .filter_map(|text| Bound::parse(text))
            .collect();
        assert_eq!(bounds.len(), sorted.len());
        assert!(bounds.is_sorted_by(|one, other| one < other));
        assert!(Bound::Lowest < bounds[0] && bounds[8] < Bound::Highest);
        assert!(is_same_number("5", "05.0") && is_same_number("-0", "0"));
        assert!(!is_same_number("5", "5.01") && !is_same_number("x", "x"));
    }
}
