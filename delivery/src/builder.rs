//! Texts to the values of a column.

use beraad_schema::Datum;
use beraad_schema::csv::{CellErrorKind, FieldReader};
use beraad_schema::describe::{Representation, excerpt};
use hashbrown::HashMap;

use crate::check::Check;
use crate::checks::of_cell_error;
use crate::column::{Column, INVALID, NULL, VALUE, Values};
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
    /// The texts that were read already.
    known: HashMap<String, Known>,
    errors: Vec<InvalidField>,
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

/// A field that is not a value of its column.
pub(crate) struct InvalidField {
    pub(crate) check: &'static Check,
    /// The form of the field, and the expected one; empty if it was not made.
    pub(crate) detail: String,
}

/// The number of different texts of a column of numbers that are kept: amounts may all differ.
const MAX_KNOWN: usize = 4_096;

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
            errors: Vec::new(),
            show_values,
        }
    }

    /// Adds the value of a field. The position of its error is returned if it is not a value, and the row has none then.
    #[inline]
    pub(crate) fn push(&mut self, text: &str) -> Option<usize> {
        let number = match self.form {
            Form::Whole { min, max } => digits(text).filter(|number| (min..=max).contains(number)),
            Form::Flags => match text {
                "true" => Some(1),
                "false" => Some(0),
                _ => None,
            },
            Form::Lists { of_codes } => return self.push_list(text, of_codes),
            Form::Numbers | Form::Codes => None,
        };
        if let Some(number) = number {
            self.states.push(VALUE);
            self.numbers.push(number);
            return None;
        }
        self.push_known(text)
    }

    fn push_known(&mut self, text: &str) -> Option<usize> {
        let known = match self.known.get(text) {
            Some(known) => *known,
            None => self.read(text),
        };
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
                    let known = self.known.get(code.as_str());
                    let key = match known {
                        Some(Known::Code(key)) => *key,
                        _ => self.new_code(code.as_str()),
                    };
                    self.known
                        .insert(code.as_str().to_owned(), Known::Code(key));
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
            Known::Null | Known::Number(_) => self.known.len() < MAX_KNOWN,
        };
        if is_kept {
            self.known.insert(text.to_owned(), known);
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
            Form::Whole { .. } | Form::Flags | Form::Numbers => self.numbers.push(0),
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

/// Reads at most 18 digits; `None` for any other text, which the reader of the column knows better. A zero before other digits, and a
/// minus sign, are other texts.
#[inline]
fn digits(text: &str) -> Option<i64> {
    let bytes = text.as_bytes();
    if bytes.is_empty() || bytes.len() > 18 || (bytes[0] == b'0' && bytes.len() > 1) {
        return None;
    }
    let mut number = 0_i64;
    for byte in bytes {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        number = number * 10 + i64::from(digit);
    }
    Some(number)
}
