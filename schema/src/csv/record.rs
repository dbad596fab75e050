//! The fields of one record as the columns of a row.

use ::csv::ByteRecord;

use super::columns::{BlockColumn, BlockColumns};
use super::dialect::Dialect;
use super::error::{CellAdvice, CellError, CellErrorKind, are_own_words_read};
use super::header::Header;
use super::notation::Notation;
use crate::describe::{CalendarPeriod, Grain, Representation, Text};
use crate::row::{Block, DescribedColumn, RowSource, Value};
use crate::value::{Datum, ExpectedValue, ValueError, WrittenNumber, is_missing_text};

/// The place of a column of the block in the records of a file, and how its fields are written there.
pub(super) struct ColumnPlan {
    /// The index of the field; `None` if the file does not have the column.
    place: Option<usize>,
    /// The name of the column in the file.
    name: String,
    is_trimmed: bool,
    /// The texts that mean that there is no value.
    missing: Vec<String>,
    form: Form,
}

/// The change that the dialect makes to the fields of a column.
enum Form {
    /// Nothing: the field is in the form of this library.
    Plain,
    DecimalComma,
    /// The words for true and for false.
    Flags(String, String),
    /// The notations of periods of this precision.
    Notations(Grain, Vec<Notation>),
    /// Several values with a sign between two of them, each in a form of its own.
    Items(char, Box<Self>),
}

impl ColumnPlan {
    /// Returns the plans of all columns of a block, for a file with this header.
    pub(super) fn of_block(
        block: &BlockColumns<'_>,
        dialect: &Dialect,
        header: &Header,
    ) -> Vec<Self> {
        let plan = |column: &BlockColumn<'_>| {
            let is_column = |name: &Option<String>| name.as_deref() == Some(&*column.name);
            let place = header.in_block.iter().position(is_column);
            let value_type = &column.value_type;
            let list = column.list;
            let is_code = |text: &str| list.is_some_and(|list| list.find(text).is_some());
            let form = Form::new(dialect, value_type.representation());
            let missing = dialect.missing.iter();
            let is_number = |text: &str| {
                let is_of_numbers = matches!(
                    value_type.representation(),
                    Representation::Whole { .. } | Representation::Decimal { .. }
                );
                is_of_numbers && WrittenNumber::parse(&text.replacen(',', ".", 1)).is_some()
            };
            let missing: Vec<_> = missing
                .filter(|text| !is_code(text) && !is_number(text) && !form.is_word(text))
                .cloned()
                .collect();
            Self {
                place,
                name: place.map_or(String::new(), |place| header.in_file[place].clone()),
                is_trimmed: dialect.trim,
                missing,
                form,
            }
        };
        block.columns.iter().map(plan).collect()
    }

    /// Returns the number of the field in its line, from 1, and the name of the column in the file; `None` if the file does not
    /// have the column.
    pub(super) fn field_in_file(&self) -> Option<(usize, &str)> {
        Some((self.place? + 1, &self.name))
    }
}

impl ColumnPlan {
    /// Reads a field.
    pub(super) fn datum(
        &self,
        mut text: &str,
        expected: ExpectedValue<'_>,
    ) -> Result<Datum, CellErrorKind> {
        if self.is_trimmed {
            text = text.trim();
        }
        if self.missing.iter().any(|missing| missing == text) {
            return match self.form {
                Form::Items(..) => Ok(Datum::List(Vec::new())),
                _ => Ok(expected.null()?),
            };
        }
        self.form.read(text, expected)
    }

    /// Returns true if fields are read as they are in the file, in the form of this library.
    pub(super) fn is_plain(&self) -> bool {
        matches!(self.form, Form::Plain) && !self.is_trimmed && self.missing.is_empty()
    }

    /// Returns the method of the dialect that may read an invalid field.
    pub(super) fn advice(&self, text: &str, expected: ExpectedValue<'_>) -> Option<CellAdvice> {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return None;
        }
        if !self.is_trimmed && trimmed != text && self.form.read(trimmed, expected).is_ok() {
            return Some(CellAdvice::Trim);
        }
        let representation = expected.value_type.representation();
        if matches!(representation, Representation::Code { .. }) {
            return None;
        }
        if is_missing_text(trimmed) {
            return Some(CellAdvice::Missing);
        }
        match (&self.form, representation) {
            (Form::Plain, Representation::Period(grain)) => Some(CellAdvice::Notation {
                example: Notation::example(grain)?,
            }),
            (Form::Plain, Representation::Flag) => Some(CellAdvice::Flags),
            (Form::Plain, _)
                if trimmed.contains(',') && Form::DecimalComma.read(trimmed, expected).is_ok() =>
            {
                Some(CellAdvice::DecimalComma)
            }
            _ => None,
        }
    }
}

impl Form {
    fn new(dialect: &Dialect, representation: Representation<'_>) -> Self {
        match representation {
            Representation::Whole { .. } | Representation::Decimal { .. }
                if dialect.decimal_comma =>
            {
                Self::DecimalComma
            }
            Representation::Flag => match &dialect.flags {
                Some((yes, no)) => Self::Flags(yes.clone(), no.clone()),
                None => Self::Plain,
            },
            Representation::Period(grain) => {
                let notations = dialect.notations.iter();
                let notations: Vec<_> = notations
                    .filter(|notation| notation.grain() == grain)
                    .cloned()
                    .collect();
                if notations.is_empty() {
                    Self::Plain
                } else {
                    Self::Notations(grain, notations)
                }
            }
            // The header of a file without such a sign is an error.
            Representation::List { item, .. } => match dialect.item_separator {
                Some(sign) => {
                    let item = Self::new(dialect, item.representation());
                    Self::Items(sign.into(), Box::new(item))
                }
                None => Self::Plain,
            },
            _ => Self::Plain,
        }
    }

    /// Returns whether a text is a word for true or for false.
    fn is_word(&self, text: &str) -> bool {
        match self {
            Self::Flags(yes, no) => text == yes || text == no,
            Self::Items(_, item) => item.is_word(text),
            Self::Plain | Self::DecimalComma | Self::Notations(..) => false,
        }
    }

    /// Returns whether the sign in a number may separate thousands: it is before three digits, which the type does not have as
    /// decimals.
    fn may_separate_thousands(&self, text: &str, expected: ExpectedValue<'_>) -> bool {
        let sign = match self {
            Self::Plain => '.',
            Self::DecimalComma => ',',
            Self::Flags(..) | Self::Notations(..) | Self::Items(..) => return false,
        };
        let decimals = match expected.value_type.representation() {
            Representation::Whole { .. } => 0,
            Representation::Decimal { decimals, .. } => decimals,
            _ => return false,
        };
        let after = text.split_once(sign).map_or("", |(_, after)| after);
        decimals < 3 && after.len() == 3 && after.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Reads a field that is not a mark of a missing value.
    fn read(&self, text: &str, expected: ExpectedValue<'_>) -> Result<Datum, CellErrorKind> {
        let read = |text: &str| expected.field(text).map_err(CellErrorKind::from);
        match self {
            Self::Items(..) if text.is_empty() => Ok(Datum::List(Vec::new())),
            Self::Items(sign, item) => {
                let expected = ExpectedValue {
                    value_type: expected.value_type.item(),
                    nullable: false,
                };
                let items = text.split(*sign).map(|text| match text {
                    // An empty field has no value; an empty item would be one between two signs.
                    "" => Err(ValueError::Null.into()),
                    text => item.read(text, expected),
                });
                Ok(Datum::List(items.collect::<Result<_, _>>()?))
            }
            _ if text.is_empty() => read(text),
            _ if self.may_separate_thousands(text, expected) => Err(CellErrorKind::Thousands),
            Self::DecimalComma if text.contains('.') => Err(CellErrorKind::Point),
            Self::DecimalComma => {
                let text = text.replacen(',', ".", 1);
                if WrittenNumber::parse(&text).is_none() {
                    return Err(CellErrorKind::NotNumber);
                }
                read(&text)
            }
            Self::Flags(yes, _) if text == yes => Ok(Datum::Flag(true)),
            Self::Flags(_, no) if text == no => Ok(Datum::Flag(false)),
            Self::Flags(yes, no) => {
                let value = read(text).ok();
                let value = value.filter(|_| are_own_words_read(yes, no));
                value.ok_or_else(|| CellErrorKind::Flag {
                    yes: yes.clone(),
                    no: no.clone(),
                })
            }
            Self::Plain => read(text),
            Self::Notations(grain, notations) => period(*grain, notations, text).map(Datum::Period),
        }
    }
}

/// Reads a period of one of these notations, or of that of this library.
fn period(
    grain: Grain,
    notations: &[Notation],
    text: &str,
) -> Result<CalendarPeriod, CellErrorKind> {
    let own = CalendarPeriod::parse(grain, text).ok();
    let own = own.map(|period| (format!("`{}`", grain.text_form().example), period));
    let shown = |notation: &Notation| format!("`{notation}`");
    let found = notations
        .iter()
        .filter_map(|notation| Some((shown(notation), notation.parse(text)?)));
    let mut found = found.chain(own);
    let Some((first, period)) = found.next() else {
        return Err(CellErrorKind::Notation {
            notations: std::iter::once(format!("`{}`", grain.text_form().example))
                .chain(notations.iter().map(shown))
                .collect(),
        });
    };
    match found.find(|(_, other)| *other != period) {
        Some((other, _)) => Err(CellErrorKind::TwoNotations {
            notations: vec![first, other],
        }),
        None => Ok(period),
    }
}

/// The fields of one record, read in the order of the columns of the block.
pub(super) struct RecordSource<'r> {
    record: &'r ByteRecord,
    /// All fields without anything between them; `None` if they are not in UTF-8. One validation takes a fifth of the time of one
    /// for each field.
    text: Option<&'r str>,
    columns: std::iter::Zip<
        std::slice::Iter<'static, DescribedColumn>,
        std::slice::Iter<'r, ColumnPlan>,
    >,
    errors: Vec<CellError>,
}

impl<'r> RecordSource<'r> {
    pub(super) fn new<R: Block>(record: &'r ByteRecord, plans: &'r [ColumnPlan]) -> Self {
        Self {
            record,
            text: std::str::from_utf8(record.as_slice()).ok(),
            columns: R::described().columns.iter().zip(plans),
            errors: Vec::new(),
        }
    }

    pub(super) fn into_errors(self) -> Vec<CellError> {
        self.errors
    }

    fn value<T: Value>(&self, plan: &ColumnPlan) -> Result<T, CellErrorKind> {
        // The type as a constant, so that the compiler leaves out the branches of other types.
        let expected = ExpectedValue {
            value_type: const { &T::TYPE },
            nullable: T::NULLABLE,
        };
        let Some(place) = plan.place else {
            return Ok(T::from_datum(expected.null()?)?);
        };
        let text = self.text(place).ok_or(CellErrorKind::NotUtf8)?;
        Ok(T::from_datum(plan.datum(text, expected)?)?)
    }

    #[cold]
    fn cell_error(
        &self,
        column: &'static DescribedColumn,
        plan: &ColumnPlan,
        kind: CellErrorKind,
    ) -> CellError {
        let expected = ExpectedValue {
            value_type: &column.value_type,
            nullable: column.nullable,
        };
        CellError {
            field: plan.place.map_or(0, |place| place + 1),
            name: plan.name.clone(),
            column: Text::Borrowed(column.name),
            kind,
            advice: plan
                .place
                .and_then(|place| plan.advice(self.text(place)?, expected)),
        }
    }

    /// Returns a field; `None` if it is not in UTF-8.
    fn text(&self, place: usize) -> Option<&'r str> {
        match self.text {
            Some(text) => text.get(self.record.range(place)?),
            None => std::str::from_utf8(self.record.get(place)?).ok(),
        }
    }
}

impl RowSource for RecordSource<'_> {
    type Error = std::convert::Infallible;

    #[inline]
    fn read<T: Value>(&mut self, value: &mut Option<T>) -> Result<(), Self::Error> {
        let Some((column, plan)) = self.columns.next() else {
            return Ok(());
        };
        match self.value(plan) {
            Ok(read) => *value = Some(read),
            Err(kind) => self.errors.push(self.cell_error(column, plan, kind)),
        }
        Ok(())
    }
}
