//! Warnings about a row: values that its description accepts, and that are probably not what was meant.

use std::fmt;
use std::ops::RangeInclusive;

use super::Block;
use super::data::row_to_data;
use super::validate::Checks;
use crate::describe::{
    Label, Language, NumberQuantity, ObservationPeriod, PLAUSIBLE_MONTHS, PLAUSIBLE_PERCENTAGES,
    PLAUSIBLE_YEARS, PeriodEnd, Quantity, Text, ValueType,
};
use crate::value::Datum;

/// A warning about a row: a value is implausible, and no violation. It never holds the value, which may be about a person.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RowWarning {
    /// The id of the block.
    pub block: Text,
    /// The kind.
    pub kind: RowWarningKind,
    /// The expectation that the value does not meet, in the languages of the program.
    pub message: Label,
}

/// The kinds of warnings about rows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RowWarningKind {
    /// A date of this column is an open end in some program, such as December 9999.
    OpenEnd {
        /// The name of the column.
        column: Text,
    },
    /// A value of this column is far outside the range that this program assumes to be plausible.
    FarOutside {
        /// The name of the column.
        column: Text,
    },
}

impl RowWarningKind {
    /// Returns the id of the kind: `open_end` or `far_outside`.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::OpenEnd { .. } => "open_end",
            Self::FarOutside { .. } => "far_outside",
        }
    }

    /// Returns the name of the column.
    #[must_use]
    pub fn column(&self) -> &str {
        match self {
            Self::OpenEnd { column } | Self::FarOutside { column } => column,
        }
    }
}

/// For a log: `trajectory.start: open_end: a date ..`.
impl fmt::Display for RowWarning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (column, id) = (self.kind.column(), self.kind.id());
        let message = self.message.get(Language::EN);
        write!(f, "{}.{column}: {id}: {message}", self.block)
    }
}

/// The part of a column's values that is implausible.
#[derive(Clone, Debug)]
enum Implausible {
    OpenEnd,
    Years(RangeInclusive<i32>),
    Months,
    Percentages,
}

impl<R: Block> Checks<'_, R> {
    /// Returns what is implausible in a row, although its description accepts it: a date by which programs write an open end, a date,
    /// a number of months or a percentage far outside anything plausible. The first such value of each column is reported.
    ///
    /// The ranges ([`PLAUSIBLE_YEARS`], [`PLAUSIBLE_MONTHS`], [`PLAUSIBLE_PERCENTAGES`]) are an assumption of this program. The
    /// years of the observation window are plausible in any case.
    #[must_use]
    pub fn warnings(&self, row: &R) -> Vec<RowWarning> {
        let described = R::described();
        let mut values = row_to_data(row).into_iter();
        let mut warnings = Vec::new();
        for (name, value_type) in described.names.iter().zip(self.value_types()) {
            let Some(value) = values.next() else { break };
            let Some(found) = implausible(value_type, &value, self.window()) else {
                continue;
            };
            let column = Text::Borrowed(name);
            let kind = match found {
                Implausible::OpenEnd => RowWarningKind::OpenEnd { column },
                _ => RowWarningKind::FarOutside { column },
            };
            warnings.push(RowWarning {
                block: Text::Borrowed(R::ID),
                kind,
                message: found.message(),
            });
        }
        warnings
    }
}

/// The reason why a value is implausible; of a list, that of its first implausible item.
fn implausible(
    value_type: &ValueType,
    value: &Datum,
    window: Option<&RangeInclusive<i32>>,
) -> Option<Implausible> {
    match value {
        Datum::List(items) => items
            .iter()
            .find_map(|item| implausible(value_type.item(), item, window)),
        Datum::Period(period) => {
            let (first, last) = (period.first_day(), period.last_day());
            let is_observable = |year| window.is_some_and(|window| window.contains(&year));
            if is_observable(first.year()) {
                return None;
            }
            // A month that begins or ends with such a day. A whole year is a year that a person may mean.
            let is_short = last.to_epoch_days() - first.to_epoch_days() < 100;
            let is_open = |day| PeriodEnd::left_open_by(day).is_some();
            if is_open(last) || (is_short && is_open(first)) {
                return Some(Implausible::OpenEnd);
            }
            let is_plausible = PLAUSIBLE_YEARS.contains(&first.year());
            (!is_plausible).then_some(Implausible::Years(PLAUSIBLE_YEARS))
        }
        Datum::Whole(number) => number_outside(value_type, *number, 0),
        Datum::Scaled { units, decimals } => number_outside(value_type, *units, *decimals),
        Datum::Null | Datum::Flag(_) | Datum::Code(_) => None,
    }
}

fn number_outside(value_type: &ValueType, units: i64, decimals: u8) -> Option<Implausible> {
    let (range, found) = plausible_numbers(value_type)?;
    let scale = 10_i64.checked_pow(decimals.into())?;
    let scaled = range.start() * scale..=range.end() * scale;
    (!scaled.contains(&units)).then_some(found)
}

/// The numbers of a type that are plausible; `None` if all are, as far as this program knows.
fn plausible_numbers(value_type: &ValueType) -> Option<(RangeInclusive<i64>, Implausible)> {
    let ValueType::Number { quantity, .. } = value_type else {
        return None;
    };
    match quantity {
        NumberQuantity::BuiltIn(Quantity::Months) => Some((PLAUSIBLE_MONTHS, Implausible::Months)),
        NumberQuantity::BuiltIn(Quantity::Percentage) => {
            Some((PLAUSIBLE_PERCENTAGES, Implausible::Percentages))
        }
        _ => None,
    }
}

/// The numbers of a type that are plausible, within its bounds.
#[cfg(feature = "proptest")]
pub(crate) fn plausible_bounds(value_type: &ValueType, min: i64, max: i64) -> (i64, i64) {
    match plausible_numbers(value_type) {
        // Bounds that have no plausible number in common with the range stay as they are.
        Some((range, _)) if min <= *range.end() && *range.start() <= max => {
            (min.max(*range.start()), max.min(*range.end()))
        }
        _ => (min, max),
    }
}

impl Implausible {
    fn message(self) -> Label {
        let (first, last, [nl, en, fr]) = match self {
            Self::OpenEnd => {
                return Label::new([
                    (
                        Language::NL,
                        "een datum is geen dag waarmee programma’s een open einde schrijven; laat de waarde leeg als ze niet bekend is",
                    ),
                    (
                        Language::EN,
                        "a date is not a day by which programs write an open end; leave out the value if it is not known",
                    ),
                    (
                        Language::FR,
                        "une date n’est pas un jour par lequel des logiciels écrivent une fin ouverte\u{a0}; laissez la valeur vide si elle n’est pas connue",
                    ),
                ]);
            }
            Self::Years(years) => (
                i64::from(*years.start()),
                i64::from(*years.end()),
                [
                    "een datum ligt in de jaren",
                    "a date is in the years",
                    "une date se situe dans les années",
                ],
            ),
            Self::Months => (
                *PLAUSIBLE_MONTHS.start(),
                *PLAUSIBLE_MONTHS.end(),
                [
                    "een aantal maanden ligt tussen",
                    "a number of months is between",
                    "un nombre de mois se situe entre",
                ],
            ),
            Self::Percentages => (
                *PLAUSIBLE_PERCENTAGES.start(),
                *PLAUSIBLE_PERCENTAGES.end(),
                [
                    "een percentage ligt tussen",
                    "a percentage is between",
                    "un pourcentage se situe entre",
                ],
            ),
        };
        Label::new([
            (
                Language::NL,
                format!("{nl} {first} en {last}, een aanname van dit programma"),
            ),
            (
                Language::EN,
                format!("{en} {first} and {last}, an assumption of this program"),
            ),
            (
                Language::FR,
                format!("{fr} {first} et {last}, une hypothèse de ce logiciel"),
            ),
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(quantity: Quantity, decimals: u8) -> ValueType {
        ValueType::Number {
            quantity: quantity.into(),
            min: -100_000,
            max: 100_000,
            decimals,
        }
    }

    fn is_implausible(value_type: &ValueType, value: &Datum) -> bool {
        implausible(value_type, value, None).is_some()
    }

    #[test]
    fn number_of_months_or_percentage_far_outside_is_implausible() {
        let (months, percentages) = (number(Quantity::Months, 0), number(Quantity::Percentage, 2));
        let hundredths = |units| Datum::Scaled { units, decimals: 2 };
        assert!(is_implausible(&months, &Datum::Whole(1201)));
        assert!(is_implausible(&months, &Datum::Whole(-1201)));
        assert!(is_implausible(&percentages, &hundredths(100_001)));
        let item = vec![Datum::Whole(3), Datum::Whole(99_999)];
        let list = ValueType::List {
            item: vec![months.clone()].into(),
        };
        assert!(is_implausible(&list, &Datum::List(item)));
        assert!(!is_implausible(&months, &Datum::Whole(1200)));
        assert!(!is_implausible(&percentages, &hundredths(100_000)));
        assert!(!is_implausible(&months, &Datum::Null));
    }

    #[test]
    fn other_number_is_plausible_whatever_it_is() {
        assert!(!is_implausible(
            &number(Quantity::Days, 0),
            &Datum::Whole(99_999)
        ));
        assert!(!is_implausible(&ValueType::Flag {}, &Datum::Flag(true)));
    }
}
