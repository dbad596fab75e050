//! Numbers in messages for people.

/// Returns a number with a noun: `1 row`, `1,200 rows`. The plural of the noun has an `s`.
///
/// ```
/// use beraad_describe::counted;
///
/// assert_eq!(counted(1, "row"), "1 row");
/// assert_eq!(counted(1_200, "row"), "1,200 rows");
/// ```
#[must_use]
pub fn counted(number: u64, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", grouped(number))
}

/// Returns a number with a comma between groups of three digits.
///
/// ```
/// use beraad_describe::grouped;
///
/// assert_eq!(grouped(999), "999");
/// assert_eq!(grouped(1_234_567), "1,234,567");
/// ```
#[must_use]
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
