//! The decimal sign of the numbers of a file: a point, or a comma.

/// The decimal sign of a file, from the numbers that can be read in one way only.
#[derive(Clone, Copy, Default)]
pub(super) struct NumberStyle {
    /// A line with a decimal point.
    point: Option<usize>,
    /// A line with a decimal comma.
    comma: Option<usize>,
    /// True if commas separate the fields of the file. Then a point is a decimal point, as this format says.
    has_commas_between_fields: bool,
}

/// The reason why a text is not a number of a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum NotANumber {
    /// It has another form.
    Invalid,
    /// It may be the one or the other number.
    Ambiguous(String, String),
    /// It has the other decimal sign than this line of the file.
    OtherSign(usize),
}

/// The numbers that a text may write, with a point as decimal sign.
struct Readings {
    with_point: Option<String>,
    with_comma: Option<String>,
}

impl NumberStyle {
    pub(super) fn new(separator: char) -> Self {
        Self {
            has_commas_between_fields: separator == ',',
            ..Self::default()
        }
    }

    /// Learns the decimal sign from a text in a line.
    pub(super) fn learn(&mut self, line: usize, text: &str) {
        let readings = Readings::of(text);
        if !text.contains(['.', ',']) {
            return;
        }
        match (readings.with_point, readings.with_comma) {
            (Some(_), None) => self.point = self.point.or(Some(line)),
            (None, Some(_)) => self.comma = self.comma.or(Some(line)),
            _ => {}
        }
    }

    /// The number that a text writes, with digits and a point only.
    pub(super) fn number(&self, text: &str) -> Result<String, NotANumber> {
        let readings = Readings::of(text);
        match (readings.with_point, readings.with_comma) {
            (None, None) => Err(NotANumber::Invalid),
            (Some(number), None) => match (self.point, self.comma) {
                // Each line is certain, and the file as a whole is not.
                (Some(first), Some(other)) if other < first => Err(NotANumber::OtherSign(other)),
                _ => Ok(number),
            },
            (None, Some(number)) => match (self.point, self.comma) {
                (Some(other), Some(first)) if other < first => Err(NotANumber::OtherSign(other)),
                _ => Ok(number),
            },
            (Some(one), Some(other)) if one == other => Ok(one),
            (Some(point), Some(comma)) => match (self.point, self.comma) {
                (Some(_), None) => Ok(point),
                (None, Some(_)) => Ok(comma),
                (None, None) if self.has_commas_between_fields && text.contains('.') => Ok(point),
                _ => Err(NotANumber::Ambiguous(point, comma)),
            },
        }
    }
}

impl Readings {
    fn of(text: &str) -> Self {
        Self {
            with_point: reading(text, '.', ','),
            with_comma: reading(text, ',', '.'),
        }
    }
}

/// The number that a text writes with this decimal sign, and this sign or spaces between groups of three digits.
fn reading(text: &str, decimal: char, group: char) -> Option<String> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text),
    };
    let (whole, decimals) = match digits.split_once(decimal) {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (digits, None),
    };
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    if decimals.is_some_and(|decimals| !is_digits(decimals)) {
        return None;
    }
    // A space, a no-break space and a narrow no-break space separate groups too, but not beside another sign.
    let groups: Vec<&str> = [group, ' ', '\u{a0}', '\u{202f}', '\'']
        .iter()
        .map(|sign| whole.split(*sign).collect::<Vec<_>>())
        .find(|groups| groups.len() > 1)
        .unwrap_or_else(|| vec![whole]);
    let (first, rest) = groups.split_first()?;
    let is_grouped =
        first.len() <= 3 && !first.starts_with('0') && rest.iter().all(|it| it.len() == 3);
    if !is_digits(first) || !rest.iter().all(|it| is_digits(it)) || !(rest.is_empty() || is_grouped)
    {
        return None;
    }
    let decimals = decimals.map(|decimals| format!(".{decimals}"));
    Some(format!(
        "{sign}{}{}",
        groups.concat(),
        decimals.unwrap_or_default()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn style(separator: char, texts: &[&str]) -> NumberStyle {
        let mut style = NumberStyle::new(separator);
        for (index, text) in texts.iter().enumerate() {
            style.learn(index + 2, text);
        }
        style
    }

    #[test]
    fn number_with_one_reading_is_read_in_any_file() {
        for (text, number) in [
            ("50,00", "50.00"),
            ("50.00", "50.00"),
            ("1.239,47", "1239.47"),
            ("1,239.47", "1239.47"),
            ("1 239,47", "1239.47"),
            ("1\u{a0}239\u{202f}", ""),
            ("1\u{202f}239", "1239"),
            ("1.239.470", "1239470"),
            ("0,125", "0.125"),
            ("1239.475", "1239.475"),
            ("-3,5", "-3.5"),
            ("15", "15"),
        ] {
            for separator in [',', ';', '\t'] {
                let found = style(separator, &[text]).number(text).unwrap_or_default();
                assert_eq!(found, number, "{text}");
            }
        }
        for text in [
            "",
            "-",
            ".5",
            "5.",
            "5,",
            "1e3",
            "+1",
            "12.34.567",
            "1,2,3",
            "€ 5",
            "1 00",
        ] {
            assert_eq!(
                style(';', &[text]).number(text),
                Err(NotANumber::Invalid),
                "{text}"
            );
        }
    }

    #[test]
    fn group_of_three_digits_is_read_by_the_other_numbers_of_the_file() {
        let ambiguous = NotANumber::Ambiguous("1.239".into(), "1239".into());
        assert_eq!(style(';', &["1.239"]).number("1.239"), Err(ambiguous));
        assert_eq!(
            style(';', &["1.239", "50,00"]).number("1.239"),
            Ok("1239".into())
        );
        assert_eq!(
            style(';', &["1.239", "50.00"]).number("1.239"),
            Ok("1.239".into())
        );
        assert_eq!(style(',', &["1.239"]).number("1.239"), Ok("1.239".into()));
        assert!(matches!(
            style(',', &["1,239"]).number("1,239"),
            Err(NotANumber::Ambiguous(..))
        ));
    }

    #[test]
    fn two_decimal_signs_in_one_file_are_an_error_at_the_second() {
        let style = style(';', &["50,00", "60.00"]);
        assert_eq!(style.number("50,00"), Ok("50.00".into()));
        assert_eq!(style.number("60.00"), Err(NotANumber::OtherSign(2)));
        assert!(matches!(
            style.number("1.239"),
            Err(NotANumber::Ambiguous(..))
        ));
    }
}
