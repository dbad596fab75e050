//! Texts to the values of a column.

use beraad_schema::Datum;
use beraad_schema::csv::{CellErrorKind, FieldReader};
use beraad_schema::describe::{Representation, excerpt};
use hashbrown::HashMap;

use crate::check::Check;
use crate::checks::of_cell_error;
use crate::column::{Column, INVALID, NULL, VALUE, Values};
use crate::field_text::{Field, digits, units};
use crate::shape::shape;

/// Builds a column of a part of a file from the texts of its fields.
pub(crate) struct ColumnBuilder<'p> {
    reader: &'p FieldReader<'p>,
    form: Form,
    states: Vec<u8>,
    numbers: Vec<i64>,
    keys: Vec<u32>,
    texts: Vec<String>,
    /// The row of each item, in a column of several values.
    rows: Vec<usize>,
    /// The short texts that were read already, each as a number: to compare numbers takes no call.
    known: HashMap<u128, Known>,
    /// The shortest of these, each at the place of its hash, which is looked up first.
    recent: Box<[Recent; RECENT]>,
    /// The long ones.
    known_long: HashMap<Box<[u8]>, Known>,
    errors: Vec<InvalidField>,
    /// True if an empty field is a row without a value.
    is_empty_null: bool,
    show_values: bool,
}

/// The way to read the fields of a column.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Whole numbers between two bounds, read digit by digit.
    Whole {
        min: i64,
        max: i64,
    },
    /// Numbers with decimals, read digit by digit. The bounds are in units of the last decimal.
    Scaled {
        min: i64,
        max: i64,
        decimals: usize,
    },
    /// The words `true` and `false`.
    Flags,
    /// Each text is read once.
    Numbers,
    Codes,
    /// Several values in a field.
    Lists {
        of_codes: bool,
    },
}

/// A text that was read.
#[derive(Clone, Copy)]
enum Known {
    Null,
    Number(i64),
    Code(u32),
    /// The position of the error.
    Invalid(usize),
}

/// A short text that was read as a value, or as none.
#[derive(Clone, Copy)]
struct Recent {
    /// As [`Field::packed`] returns it.
    text: u64,
    state: u8,
    number: i64,
    key: u32,
}

/// A field that is not a value of its column.
pub(crate) struct InvalidField {
    pub(crate) check: &'static Check,
    /// The form of the field, and the expected one; empty if it was not made.
    pub(crate) detail: String,
}

/// The number of different texts of a column of numbers that are kept: amounts may all differ.
const MAX_KNOWN: usize = 4_096;

/// The number of places for recent texts: more than there are months in a delivery.
const RECENT: usize = 256;

/// The number of errors with a detail in a part of a file. To make one costs more than to read many fields.
const MAX_DETAILS: usize = 50;

impl<'p> ColumnBuilder<'p> {
    pub(crate) fn new(reader: &'p FieldReader<'p>, show_values: bool) -> Self {
        let form = match reader.value_type().representation() {
            // A year is a period, which is not stored as it is written.
            Representation::Whole { min, max, .. }
                if reader.is_plain() && reader.value_type().grain().is_none() =>
            {
                Form::Whole { min, max }
            }
            Representation::Decimal { min, max, decimals } if reader.is_plain() => {
                let unit = 10_i64.saturating_pow(decimals.into());
                Form::Scaled {
                    min: min.saturating_mul(unit),
                    max: max.saturating_mul(unit),
                    decimals: decimals.into(),
                }
            }
            Representation::Flag if reader.is_plain() => Form::Flags,
            Representation::Code { .. } => Form::Codes,
            Representation::List { item, .. } => Form::Lists {
                of_codes: matches!(item.representation(), Representation::Code { .. }),
            },
            _ => Form::Numbers,
        };
        Self {
            reader,
            form,
            states: Vec::new(),
            numbers: Vec::new(),
            keys: Vec::new(),
            texts: Vec::new(),
            rows: Vec::new(),
            known: HashMap::new(),
            recent: Box::new([Recent::NONE; RECENT]),
            known_long: HashMap::new(),
            errors: Vec::new(),
            is_empty_null: matches!(reader.read(""), Ok(Datum::Null)),
            show_values,
        }
    }

    /// Makes room for the values of so many rows.
    pub(crate) fn reserve(&mut self, rows: usize) {
        self.states.reserve(rows);
        match self.form {
            Form::Codes => self.keys.reserve(rows),
            Form::Lists { .. } => {}
            _ => self.numbers.reserve(rows),
        }
    }

    /// Adds the value of a field. The position of its error is returned if it is not a value, and the row has none then.
    pub(crate) fn push(&mut self, text: &[u8]) -> Option<usize> {
        let mut error = None;
        let field = Field::new(text, 0..text.len());
        self.push_all(std::iter::once(field), |_, found| error = Some(found));
        error
    }

    /// Adds the values of fields, as [`push`](Self::push). `invalid` is called with the position of a field among these, and that of its
    /// error.
    pub(crate) fn push_all<'t>(
        &mut self,
        fields: impl Iterator<Item = Field<'t>>,
        invalid: impl FnMut(usize, usize),
    ) {
        // A loop for each form: a field takes a few nanoseconds, and to choose its form would be one of them.
        match self.form {
            Form::Whole { min, max } => {
                let is_within = |number: &_| (min..=max).contains(number);
                let short = |field: Field<'_>| {
                    let number = field.whole();
                    number.filter(|it| is_within(it) | field.is_empty())
                };
                let long = |text: &_| digits(text).filter(is_within);
                self.push_each(fields, short, long, invalid);
            }
            Form::Scaled { min, max, decimals } => {
                let is_within = |number: &_| (min..=max).contains(number);
                let short = |field: Field<'_>| {
                    let number = field.scaled(decimals);
                    number.filter(|it| is_within(it) | field.is_empty())
                };
                let long = |text: &_| units(text, decimals).filter(is_within);
                self.push_each(fields, short, long, invalid);
            }
            Form::Flags => {
                let long = |text: &[u8]| match text {
                    b"true" => Some(1),
                    b"false" => Some(0),
                    _ => None,
                };
                self.push_each(fields, Field::flag, long, invalid);
            }
            Form::Numbers | Form::Codes => self.push_recent(fields, invalid),
            Form::Lists { .. } => self.push_each(fields, |_| None, |_| None, invalid),
        }
    }

    /// Adds numbers. `short` reads most of them, and an empty field as any number; `long` reads the others.
    fn push_each<'t>(
        &mut self,
        fields: impl Iterator<Item = Field<'t>>,
        short: impl Fn(Field<'t>) -> Option<i64>,
        long: impl Fn(&[u8]) -> Option<i64>,
        mut invalid: impl FnMut(usize, usize),
    ) {
        for (place, field) in fields.enumerate() {
            // Without a branch: which fields are empty cannot be foreseen.
            let is_known = self.is_empty_null | !field.is_empty();
            if let Some(number) = short(field).filter(|_| is_known) {
                self.states.push(u8::from(field.is_empty()) * NULL);
                self.numbers.push(number);
            } else if let Some(number) = long(field.bytes()) {
                self.states.push(VALUE);
                self.numbers.push(number);
            } else if let Some(error) = self.push_text(field) {
                invalid(place, error);
            }
        }
    }

    /// Adds values whose texts are read once.
    fn push_recent<'t>(
        &mut self,
        fields: impl Iterator<Item = Field<'t>>,
        mut invalid: impl FnMut(usize, usize),
    ) {
        for (place, field) in fields.enumerate() {
            if let Some(text) = field.packed()
                && let recent = self.recent[recent_place(text)]
                && recent.text == text
            {
                self.states.push(recent.state);
                if self.form == Form::Codes {
                    self.keys.push(recent.key);
                } else {
                    self.numbers.push(recent.number);
                }
            } else if let Some(error) = self.push_text(field) {
                invalid(place, error);
            }
        }
    }

    /// Adds the value of a text that was perhaps not read yet.
    fn push_text(&mut self, field: Field<'_>) -> Option<usize> {
        let bytes = field.bytes();
        if let Form::Lists { of_codes } = self.form {
            return match std::str::from_utf8(bytes) {
                Ok(text) => self.push_list(text, of_codes),
                Err(_) => Some(self.push_not_utf8()),
            };
        }
        let known = match (self.known(bytes), std::str::from_utf8(bytes)) {
            (Some(known), _) => known,
            (None, Ok(text)) => self.read(text),
            (None, Err(_)) => return Some(self.push_not_utf8()),
        };
        // A code that is not kept would have another key each time, and is not in `known`.
        if let Some(text) = field.packed()
            && let Some(recent) = Recent::new(text, known)
        {
            self.recent[recent_place(text)] = recent;
        }
        self.push_known(known)
    }

    #[inline]
    fn push_known(&mut self, known: Known) -> Option<usize> {
        let (state, number, key, invalid) = match known {
            Known::Null => (NULL, 0, 0, None),
            Known::Number(number) => (VALUE, number, 0, None),
            Known::Code(key) => (VALUE, 0, key, None),
            Known::Invalid(invalid) => (INVALID, 0, 0, Some(invalid)),
        };
        self.states.push(state);
        if self.form == Form::Codes {
            self.keys.push(key);
        } else {
            self.numbers.push(number);
        }
        invalid
    }

    #[inline]
    fn known(&self, text: &[u8]) -> Option<Known> {
        match packed(text) {
            Some(packed) => self.known.get(&packed).copied(),
            None => self.known_long.get(text).copied(),
        }
    }

    fn keep(&mut self, text: &[u8], known: Known) {
        match packed(text) {
            Some(packed) => self.known.insert(packed, known),
            None => self.known_long.insert(text.into(), known),
        };
    }

    /// Adds the values of a field of several values.
    fn push_list(&mut self, text: &str, of_codes: bool) -> Option<usize> {
        let items = match self.reader.read(text) {
            Ok(Datum::List(items)) => items,
            Ok(_) => {
                self.states.push(NULL);
                return None;
            }
            Err(error) => {
                self.states.push(INVALID);
                return Some(self.invalid(text, &error));
            }
        };
        let row = self.states.len();
        self.states.push(VALUE);
        for item in items {
            self.rows.push(row);
            match item {
                Datum::Code(code) if of_codes => {
                    // The texts of a part differ; those of a list are few.
                    let key = match self.known(code.as_str().as_bytes()) {
                        Some(Known::Code(key)) => key,
                        _ => self.new_code(code.as_str()),
                    };
                    self.keep(code.as_str().as_bytes(), Known::Code(key));
                    self.keys.push(key);
                }
                item => self.numbers.push(number_of(&item).unwrap_or_default()),
            }
        }
        None
    }

    fn new_code(&mut self, code: &str) -> u32 {
        let key = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        self.texts.push(code.to_owned());
        key
    }

    fn read(&mut self, text: &str) -> Known {
        let known = match self.reader.read(text) {
            Err(error) => Known::Invalid(self.invalid(text, &error)),
            Ok(Datum::Code(code)) => Known::Code(self.new_code(code.as_str())),
            Ok(datum) => number_of(&datum).map_or(Known::Null, Known::Number),
        };
        // A code without an entry here would have another key each time. Invalid texts often all differ.
        let is_kept = match known {
            Known::Code(_) => true,
            Known::Invalid(_) => self.errors.len() < MAX_DETAILS,
            Known::Null | Known::Number(_) => self.known.len() + self.known_long.len() < MAX_KNOWN,
        };
        if is_kept {
            self.keep(text.as_bytes(), known);
        }
        known
    }

    fn invalid(&mut self, text: &str, error: &CellErrorKind) -> usize {
        let check = of_cell_error(error);
        if let Some(rest) = self.errors.get(MAX_DETAILS..)
            && let Some(known) = rest.iter().position(|it| std::ptr::eq(it.check, check))
        {
            return MAX_DETAILS + known;
        }
        let detail = if text.is_empty() || self.errors.len() >= MAX_DETAILS {
            String::new()
        } else if self.show_values {
            format!("`{}`: {error}", excerpt(text))
        } else {
            format!("the form `{}`: {error}", shape(text))
        };
        self.errors.push(InvalidField { check, detail });
        self.errors.len() - 1
    }

    /// Adds a field that is not in UTF-8, and returns the position of the error.
    pub(crate) fn push_not_utf8(&mut self) -> usize {
        self.states.push(INVALID);
        match self.form {
            Form::Lists { .. } => {}
            Form::Codes => self.keys.push(0),
            Form::Whole { .. } | Form::Scaled { .. } | Form::Flags | Form::Numbers => {
                self.numbers.push(0);
            }
        }
        self.invalid("", &CellErrorKind::NotUtf8)
    }

    /// Returns the column, and the errors by their position.
    pub(crate) fn finish(self) -> (Column, Vec<InvalidField>) {
        let is_of_codes = matches!(self.form, Form::Codes | Form::Lists { of_codes: true });
        let mut values = if is_of_codes {
            Values::Codes {
                keys: self.keys,
                texts: self.texts,
            }
        } else {
            Values::Numbers(self.numbers)
        };
        if matches!(self.form, Form::Lists { .. }) {
            values = Values::Lists {
                rows: self.rows,
                items: Box::new(values),
            };
        }
        let column = Column {
            states: self.states,
            values,
        };
        (column, self.errors)
    }
}

impl Recent {
    /// No field has this text.
    const NONE: Self = Self {
        text: u64::MAX,
        state: NULL,
        number: 0,
        key: 0,
    };

    fn new(text: u64, known: Known) -> Option<Self> {
        let none = Self { text, ..Self::NONE };
        match known {
            Known::Null => Some(none),
            Known::Number(number) => Some(Self {
                state: VALUE,
                number,
                ..none
            }),
            Known::Code(key) => Some(Self {
                state: VALUE,
                key,
                ..none
            }),
            Known::Invalid(_) => None,
        }
    }
}

/// Returns the number by which a value is stored; `None` for null, a code and a list.
fn number_of(datum: &Datum) -> Option<i64> {
    match datum {
        Datum::Flag(flag) => Some((*flag).into()),
        Datum::Whole(number) => Some(*number),
        Datum::Scaled { units, .. } => Some(*units),
        Datum::Period(period) => Some(period.to_epoch_days().into()),
        Datum::Null | Datum::Code(_) | Datum::List(_) => None,
    }
}

/// Returns a text of at most 15 bytes as a number: its bytes, and its length in the last one.
#[inline]
fn packed(text: &[u8]) -> Option<u128> {
    let length = text.len();
    if length > 15 {
        return None;
    }
    // Two pieces of a fixed length overlap, and have the same bytes where they do.
    let bytes = if let (Some(first), Some(last)) = (text.first_chunk::<8>(), text.last_chunk::<8>())
    {
        let (first, last) = (u64::from_le_bytes(*first), u64::from_le_bytes(*last));
        u128::from(first) | (u128::from(last) << (8 * (length - 8)))
    } else if let (Some(first), Some(last)) = (text.first_chunk::<4>(), text.last_chunk::<4>()) {
        let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
        u128::from(u64::from(first) | (u64::from(last) << (8 * (length - 4))))
    } else {
        let byte = |place: usize| u32::from(text.get(place).copied().unwrap_or_default());
        u128::from(byte(0) | (byte(1) << 8) | (byte(2) << 16))
    };
    Some(bytes | ((length as u128) << 120))
}

#[inline]
fn recent_place(packed: u64) -> usize {
    let hash = packed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    usize::from(hash.to_be_bytes()[0])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::packed;

    proptest! {
        #[test]
        fn packed_texts_are_equal_if_the_texts_are(one in "[ab\\x00]{0,17}", other in "[ab\\x00]{0,17}") {
            let (packed_one, packed_other) = (packed(one.as_bytes()), packed(other.as_bytes()));
            prop_assert_eq!(packed_one.is_some(), one.len() <= 15);
            if packed_one.is_some() && packed_other.is_some() {
                prop_assert_eq!(packed_one == packed_other, one == other);
            }
        }
    }
}
