//! The values of a column of a part of a file.

use std::borrow::Cow;

use hashbrown::HashMap;

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

/// Values in one of three forms. Where the row has no value, it may be any; a key is one of `texts`, or 0.
#[derive(Debug)]
pub(crate) enum Values {
    /// A whole number itself; a number with decimals in its smallest unit; a period as the days from 1 January 1970 to its first day; true
    /// as 1 and false as 0.
    Numbers(Vec<i64>),
    /// The position of each code in `texts`, which has each text once.
    Codes { keys: Vec<u32>, texts: Vec<String> },
    /// Several values in a row: the row of each item, and the items one after the other.
    Lists { rows: Vec<usize>, items: Box<Self> },
}

impl Values {
    /// Returns values of the same form, for rows without a value.
    fn empty(&self, rows: usize) -> Self {
        match self {
            Self::Numbers(_) => Self::Numbers(vec![0; rows]),
            Self::Codes { .. } => Self::Codes {
                keys: vec![0; rows],
                texts: Vec::new(),
            },
            Self::Lists { items, .. } => Self::Lists {
                rows: Vec::new(),
                items: Box::new(items.empty(0)),
            },
        }
    }

    fn without(self, is_left_out: &[bool]) -> Self {
        match self {
            Self::Numbers(numbers) => Self::Numbers(kept(numbers, is_left_out)),
            Self::Codes { keys, texts } => Self::Codes {
                keys: kept(keys, is_left_out),
                texts,
            },
            Self::Lists { rows, items } => {
                let of_items: Vec<_> = rows.iter().map(|row| is_left_out[*row]).collect();
                let mut left_before = 0;
                let new_rows = is_left_out.iter().enumerate().map(|(row, is_left)| {
                    let new_row = row - left_before;
                    left_before += usize::from(*is_left);
                    new_row
                });
                let new_rows: Vec<_> = new_rows.collect();
                let rows = rows.into_iter().map(|row| new_rows[row]).collect();
                Self::Lists {
                    rows: kept(rows, &of_items),
                    items: Box::new(items.without(&of_items)),
                }
            }
        }
    }

    fn push_row(&mut self, row: usize, one: Option<Self>, keys_of: &mut HashMap<String, u32>) {
        match (self, one) {
            (Self::Numbers(numbers), Some(Self::Numbers(one))) => numbers.extend(one),
            (Self::Numbers(numbers), _) => numbers.push(0),
            (
                Self::Codes { keys, texts },
                Some(Self::Codes {
                    keys: of_one,
                    texts: one,
                }),
            ) => {
                for key in of_one {
                    let text = usize::try_from(key).ok().and_then(|key| one.get(key));
                    let text = text.cloned().unwrap_or_default();
                    let key = *keys_of.entry(text).or_insert_with_key(|text| {
                        texts.push(text.clone());
                        u32::try_from(texts.len() - 1).unwrap_or(u32::MAX)
                    });
                    keys.push(key);
                }
            }
            (Self::Codes { keys, .. }, _) => keys.push(0),
            (
                Self::Lists { rows, items },
                Some(Self::Lists {
                    rows: of_one,
                    items: one,
                }),
            ) => {
                rows.extend(of_one.iter().map(|_| row));
                items.push_row(row, Some(*one), keys_of);
            }
            (Self::Lists { .. }, _) => {}
        }
    }
}

/// Returns the entries that are not left out.
fn kept<T>(entries: Vec<T>, is_left_out: &[bool]) -> Vec<T> {
    let entries = entries.into_iter().zip(is_left_out);
    entries
        .filter(|(_, is_left)| !**is_left)
        .map(|(entry, _)| entry)
        .collect()
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

    /// Returns the column without some of its rows.
    pub(crate) fn without(self, is_left_out: &[bool]) -> Self {
        Self {
            states: kept(self.states, is_left_out),
            values: self.values.without(is_left_out),
        }
    }

    /// Returns the states of the rows, where a row of a column of several values has a value if it has an item.
    pub(crate) fn states_by_items(&self) -> Cow<'_, [u8]> {
        let Values::Lists { rows, .. } = &self.values else {
            return Cow::Borrowed(&self.states);
        };
        let mut states = self.states.clone();
        for state in &mut states {
            if *state == VALUE {
                *state = NULL;
            }
        }
        for row in rows {
            states[*row] = VALUE;
        }
        Cow::Owned(states)
    }

    /// The numbers; `None` for a column of codes.
    pub(crate) fn numbers(&self) -> Option<&[i64]> {
        match &self.values {
            Values::Numbers(numbers) => Some(numbers),
            Values::Codes { .. } | Values::Lists { .. } => None,
        }
    }

    /// Returns the value of a flag; `None` if the row has none.
    pub(crate) fn flag(&self, row: usize) -> Option<bool> {
        let number = self.numbers()?[row];
        (self.states[row] == VALUE).then_some(number != 0)
    }

    /// Returns the code of a row; `None` if the row has none, or the column has no codes.
    pub(crate) fn code(&self, row: usize) -> Option<&str> {
        let Values::Codes { keys, texts } = &self.values else {
            return None;
        };
        let text = texts.get(usize::try_from(keys[row]).ok()?)?;
        (self.states[row] == VALUE).then_some(text)
    }

    /// Adds a row, which is a column of one row. `keys_of` has the positions of the codes that were added.
    pub(crate) fn push_row(&mut self, row: usize, one: Self, keys_of: &mut HashMap<String, u32>) {
        // Until the first value, the form of the values is not known.
        let is_new = self.states.iter().all(|state| *state != VALUE);
        let has_value = one.states.first() == Some(&VALUE);
        if is_new && has_value {
            self.values = one.values.empty(self.states.len());
        }
        self.states.extend(one.states);
        self.values
            .push_row(row, has_value.then_some(one.values), keys_of);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_of_a_list_has_a_value_if_it_has_an_item() {
        let column = Column {
            states: vec![VALUE, VALUE, INVALID, VALUE],
            values: Values::Lists {
                rows: vec![0, 0, 3],
                items: Box::new(Values::Numbers(vec![2010, 2011, 2010])),
            },
        };
        assert_eq!(*column.states_by_items(), [VALUE, NULL, INVALID, VALUE]);
    }
}
