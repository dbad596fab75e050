//! Warnings about a row: values that its description accepts, and that are probably not what was meant.

use std::fmt;
use std::ops::RangeInclusive;

use super::Block;
use super::data::row_to_data;
use super::validate::{Checks, CodeColumn};
use crate::describe::{
    Label, Language, NumberQuantity, ObservationPeriod, PLAUSIBLE_MONTHS, PLAUSIBLE_PERCENTAGES,
    PLAUSIBLE_YEARS, PeriodEnd, Quantity, Text, ValueType, is_missing_sign,
};
use crate::value::Datum;

/// A warning about a row: a value is implausible, and no violation. It never holds the value, which may be about a person.
///
/// ```
/// use beraad_schema::Block;
/// use beraad_schema::describe::Model;
///
/// /// Prints what is implausible in rows.
/// fn print_warnings<R: Block>(rows: &[R], model: &Model) {
///     for row in rows {
///         row.warnings(model).iter().for_each(|warning| println!("{warning}"));
///     }
/// }
/// ```
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
    /// A code of this column is not in its list, and differs from one that is only by leading zeros, `.0`, quotes or capitals.
    NearCode {
        /// The name of the column.
        column: Text,
        /// The id of the code list.
        list: Text,
    },
    /// A code of this column is a sign by which programs write a missing value, such as `.`, and its list does not have it.
    MissingSign {
        /// The name of the column.
        column: Text,
        /// The id of the code list.
        list: Text,
    },
}

impl RowWarningKind {
    /// Returns the id of the kind: `open_end`, `far_outside`, `near_code` or `missing_sign`.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::OpenEnd { .. } => "open_end",
            Self::FarOutside { .. } => "far_outside",
            Self::NearCode { .. } => "near_code",
            Self::MissingSign { .. } => "missing_sign",
        }
    }

    /// Returns the name of the column.
    #[must_use]
    pub fn column(&self) -> &str {
        match self {
            Self::OpenEnd { column }
            | Self::FarOutside { column }
            | Self::NearCode { column, .. }
            | Self::MissingSign { column, .. } => column,
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
    /// a number of months or a percentage far outside anything plausible, and a code of an open list that is nearly one of the
    /// list, or a sign for a missing value. The first such value of each column is reported.
    ///
    /// The ranges ([`PLAUSIBLE_YEARS`], [`PLAUSIBLE_MONTHS`], [`PLAUSIBLE_PERCENTAGES`]) are an assumption of this program. The
    /// years of the observation window are plausible in any case.
    #[must_use]
    pub fn warnings(&self, row: &R) -> Vec<RowWarning> {
        let described = R::described();
        let values = row_to_data(row);
        let mut code_columns = self.code_columns().iter().peekable();
        let mut warnings = Vec::new();
        let columns = described.names.iter().zip(self.value_types()).zip(&values);
        for (index, ((name, value_type), value)) in columns.enumerate() {
            let column = Text::Borrowed(name);
            let (kind, message) = match code_columns.next_if(|codes| codes.index == index) {
                Some(codes) => match implausible_code(codes, value) {
                    Some(found) => {
                        let list = codes.codes.list().id.clone();
                        (found.kind(column, list.clone()), found.message(&list))
                    }
                    None => continue,
                },
                None => match implausible(value_type, value, self.window()) {
                    Some(Implausible::OpenEnd) => {
                        let kind = RowWarningKind::OpenEnd { column };
                        (kind, Implausible::OpenEnd.message())
                    }
                    Some(found) => (RowWarningKind::FarOutside { column }, found.message()),
                    None => continue,
                },
            };
            warnings.push(RowWarning {
                block: Text::Borrowed(R::ID),
                kind,
                message,
            });
        }
        warnings
    }
}

/// The reason why a code of an open list is implausible.
#[derive(Clone, Copy, Debug)]
enum ImplausibleCode {
    Near,
    Sign,
}

/// The reason why the first implausible code of a column is so.
fn implausible_code(column: &CodeColumn<'_>, value: &Datum) -> Option<ImplausibleCode> {
    match value {
        Datum::List(items) => items.iter().find_map(|item| implausible_code(column, item)),
        Datum::Code(text) => {
            let (text, list) = (text.as_str(), column.codes.list());
            // A closed list rejects every other code.
            if list.rejects_unknown_codes() || column.codes.find(text).is_some() {
                return None;
            }
            if is_missing_sign(text) {
                let has_such_codes = list.required_form().is_some_and(|form| form.accepts(text));
                return (!has_such_codes).then_some(ImplausibleCode::Sign);
            }
            column.is_near_code(text).then_some(ImplausibleCode::Near)
        }
        _ => None,
    }
}

impl ImplausibleCode {
    fn kind(self, column: Text, list: Text) -> RowWarningKind {
        match self {
            Self::Near => RowWarningKind::NearCode { column, list },
            Self::Sign => RowWarningKind::MissingSign { column, list },
        }
    }

    fn message(self, list: &str) -> Label {
        let [nl, en, fr] = match self {
            Self::Near => [
                format!(
                    "geen code verschilt alleen door voorloopnullen, `.0`, aanhalingstekens of hoofdletters van een code van de lijst {list}; \
                     lees de bron als tekst, en schrijf de code zoals de lijst"
                ),
                format!(
                    "no code differs from a code of the list {list} only by leading zeros, `.0`, quotes or capitals; read the source as text, \
                     and write the code as the list does"
                ),
                format!(
                    "aucun code ne diffère d’un code de la liste {list} seulement par des zéros en tête, `.0`, des guillemets ou des \
                     majuscules\u{a0}; lisez la source comme texte, et écrivez le code comme la liste"
                ),
            ],
            Self::Sign => [
                format!(
                    "een code is geen teken voor een ontbrekende waarde, zoals een punt of een streepje, tenzij de lijst {list} het bevat; \
                     laat de waarde leeg"
                ),
                format!(
                    "a code is not a sign for a missing value, such as a point or a hyphen, unless the list {list} has it; leave out the value"
                ),
                format!(
                    "un code n’est pas un signe de valeur manquante, comme un point ou un tiret, sauf si la liste {list} le contient\u{a0}; \
                     laissez la valeur vide"
                ),
            ],
        };
        Label::new([(Language::NL, nl), (Language::EN, en), (Language::FR, fr)])
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
