//! Days as spreadsheets write them: `2011-12-31`, or `31/12/2011` where the order of day and month is certain.

use beraad_describe::Date;

/// The order of day and month in a file, from the texts in which only one order gives a day.
#[derive(Clone, Copy, Default)]
pub(super) struct DayOrder {
    /// A line in which the first number is above 12.
    day_first: Option<usize>,
    /// A line in which the second number is above 12, and the sign between its numbers.
    month_first: Option<(usize, char)>,
}

/// The reason why a text is not a day.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum NotADay {
    /// It has another form, or there is no such day.
    Invalid,
    /// It may be the one or the other day.
    Ambiguous(Date, Date),
}

impl DayOrder {
    /// Learns the order from a text in a line.
    pub(super) fn learn(&mut self, line: usize, text: &str) {
        if let Some((sign, [first, second, _])) = numbers(text) {
            if first > 12 && second <= 12 {
                self.day_first.get_or_insert(line);
            } else if second > 12 && first <= 12 {
                self.month_first.get_or_insert((line, sign));
            }
        }
    }

    /// The day that a text writes.
    pub(super) fn day(&self, text: &str) -> Result<Date, NotADay> {
        // A program that stores a day with a time writes the midnight before it.
        let midnights = ["T00:00:00", " 00:00:00", " 0:00:00", " 00:00", " 0:00"];
        let text = midnights
            .iter()
            .find_map(|midnight| text.strip_suffix(midnight))
            .unwrap_or(text);
        if let Ok(day) = text.parse() {
            return Ok(day);
        }
        if let Some(day) = year_first(text) {
            return Ok(day);
        }
        let (sign, [first, second, year]) = numbers(text).ok_or(NotADay::Invalid)?;
        let date = |month, day| Date::try_ymd(i32::try_from(year).ok()?, month, day);
        match (date(second, first), date(first, second)) {
            (None, None) => Err(NotADay::Invalid),
            (Some(day), None) | (None, Some(day)) => Ok(day),
            (Some(day), Some(other)) if day == other => Ok(day),
            (Some(day), Some(other)) => match (self.day_first, self.month_first) {
                (Some(_), None) => Ok(day),
                // Nobody writes the month first with every sign: `12/31/2010` decides nothing about `03.04.2010`.
                (None, Some((_, known))) if known == sign => Ok(other),
                _ => Err(NotADay::Ambiguous(day, other)),
            },
        }
    }

    /// Two lines that write day and month in different orders.
    pub(super) fn contradiction(&self) -> Option<(usize, usize)> {
        self.day_first.zip(self.month_first.map(|(line, _)| line))
    }
}

/// The sign and the three numbers of a text such as `1/01/2005`, of which the last has four digits.
fn numbers(text: &str) -> Option<(char, [u32; 3])> {
    let sign = text.chars().find(|char| matches!(char, '/' | '.' | '-'))?;
    let mut parts = text.split(sign);
    let mut number = |lengths: std::ops::RangeInclusive<usize>| {
        let part = parts.next()?;
        let is_number = lengths.contains(&part.len()) && part.bytes().all(|it| it.is_ascii_digit());
        is_number.then(|| part.parse().ok())?
    };
    let found = [number(1..=2)?, number(1..=2)?, number(4..=4)?];
    parts.next().is_none().then_some((sign, found))
}

/// The day that a text such as `2011/12/31` writes.
fn year_first(text: &str) -> Option<Date> {
    let mut parts = text.split('/');
    let mut number = |lengths: std::ops::RangeInclusive<usize>| {
        let part = parts.next()?;
        let is_number = lengths.contains(&part.len()) && part.bytes().all(|it| it.is_ascii_digit());
        is_number.then(|| part.parse::<u32>().ok())?
    };
    let [year, month, day] = [number(4..=4)?, number(1..=2)?, number(1..=2)?];
    parts.next().is_none().then_some(())?;
    Date::try_ymd(i32::try_from(year).ok()?, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(texts: &[&str]) -> DayOrder {
        let mut order = DayOrder::default();
        for (index, text) in texts.iter().enumerate() {
            order.learn(index + 2, text);
        }
        order
    }

    #[test]
    fn day_above_twelve_decides_the_order_of_the_file() {
        let first_of_february = Ok(Date::ymd(2005, 2, 1));
        let second_of_january = Ok(Date::ymd(2005, 1, 2));
        assert_eq!(order(&["31/12/2004"]).day("1/02/2005"), first_of_february);
        assert_eq!(order(&["12/31/2004"]).day("1/02/2005"), second_of_january);
        assert_eq!(order(&["31.12.2004"]).day("1-2-2005"), first_of_february);
    }

    #[test]
    fn day_without_evidence_or_with_two_orders_is_ambiguous() {
        let readings = NotADay::Ambiguous(Date::ymd(2005, 2, 1), Date::ymd(2005, 1, 2));
        assert_eq!(order(&["1/02/2005"]).day("1/02/2005"), Err(readings));
        let both = order(&["31/12/2004", "12/31/2004"]);
        assert!(matches!(both.day("1/02/2005"), Err(NotADay::Ambiguous(..))));
        let other_sign = order(&["12/31/2004"]).day("1.02.2005");
        assert!(matches!(other_sign, Err(NotADay::Ambiguous(..))));
        assert_eq!(both.contradiction(), Some((2, 3)));
        assert_eq!(both.day("1/01/2005"), Ok(Date::ymd(2005, 1, 1)));
    }

    #[test]
    fn year_first_and_midnight_need_no_evidence() {
        let expected = Ok(Date::ymd(2011, 12, 3));
        for text in [
            "2011-12-03",
            "2011/12/3",
            "2011-12-03 00:00:00",
            "2011-12-03T00:00:00",
        ] {
            assert_eq!(order(&[]).day(text), expected, "{text}");
        }
        for text in [
            "31/12/11",
            "2011",
            "40908",
            "30/02/2011",
            "2011-12-03 10:00:00",
            "1/2/3/2011",
            "1//2011",
            "13/13/2011",
            "1/1-2011",
        ] {
            assert_eq!(order(&[]).day(text), Err(NotADay::Invalid), "{text}");
        }
    }
}
