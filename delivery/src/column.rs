//! The values of a column of a part of a file.

/// The value is there.
pub(crate) const VALUE: u8 = 0;
/// The row has no value.
pub(crate) const NULL: u8 = 1;
/// The row has a text that is not a value of the column, which is reported already.
pub(crate) const INVALID: u8 = 2;

/// The values of a column, in the order of the rows.
#[derive(Debug, Default)]
pub(crate) struct Column {
    /// For each row [`VALUE`], [`NULL`] or [`INVALID`].
    pub(crate) states: Vec<u8>,
    pub(crate) values: Values,
}

/// Values in one of two forms. Where the row has no value, it is 0.
#[derive(Debug)]
pub(crate) enum Values {
    /// A whole number itself; a number with decimals in its smallest unit; a period as the days from 1 January 1970 to its first day; true
    /// as 1 and false as 0.
    Numbers(Vec<i64>),
    /// The position of each code in `texts`, which has each text once.
    Codes { keys: Vec<u32>, texts: Vec<String> },
}

impl Default for Values {
    fn default() -> Self {
        Self::Numbers(Vec::new())
    }
}

impl Column {
    /// A column of which no row has a value.
    pub(crate) fn without_values(rows: usize) -> Self {
        Self {
            states: vec![NULL; rows],
            values: Values::Numbers(vec![0; rows]),
        }
    }

    /// The numbers; `None` for a column of codes.
    pub(crate) fn numbers(&self) -> Option<&[i64]> {
        match &self.values {
            Values::Numbers(numbers) => Some(numbers),
            Values::Codes { .. } => None,
        }
    }
}
