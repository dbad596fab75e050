//! Hashes of rows.
//!
//! A hash is of two numbers of 64 bits, which are mixed in different ways. Together they are the same for two different rows by chance
//! alone.

use crate::column::{Column, INVALID, NULL, VALUE, Values};

/// The odd numbers by which the state of a hash is multiplied.
const MULTIPLIERS: [u64; 2] = [0x9e37_79b9_7f4a_7c15, 0xd1b5_4a32_d192_ed03];

/// The odd numbers by which the bits of a hash are spread at its end.
const LAST_MULTIPLIERS: [u64; 2] = [0xff51_afd7_ed55_8ccd, 0xc4ce_b9fe_1a85_ec53];

/// The value of a row that has none. No column has such a number.
const NO_VALUE: u64 = 0x2360_ed05_1fc6_5da4;

/// Returns the value of a row that has none, or a text that is not one.
fn value_of_state(state: u8) -> u64 {
    NO_VALUE + u64::from(state == INVALID)
}

/// The hash of a row, or of a part of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct RowHash([u64; 2]);

impl RowHash {
    /// Mixes a value into the hash.
    #[inline]
    pub(crate) fn mix(&mut self, value: Self) {
        let [first, second] = &mut self.0;
        *first = (*first ^ value.0[0]).wrapping_mul(MULTIPLIERS[0]);
        *first ^= *first >> 32;
        *second = (second.rotate_left(23) ^ value.0[1]).wrapping_mul(MULTIPLIERS[1]);
        *second ^= *second >> 29;
    }

    /// Returns the value to mix in for a number.
    pub(crate) fn of_number(number: u64) -> Self {
        Self([number; 2])
    }

    /// Returns the value to mix in for a row that has no value, or a text that is not one.
    fn of_state(state: u8) -> Self {
        Self::of_number(value_of_state(state))
    }

    fn of_text(text: &str) -> Self {
        let mut hash = Self::default();
        hash.mix(Self::of_number(text.len() as u64));
        for chunk in text.as_bytes().chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            hash.mix(Self::of_number(u64::from_le_bytes(word)));
        }
        hash
    }

    /// Returns the bits of the hash, of which each depends on every value.
    #[inline]
    pub(crate) fn bits(self) -> u128 {
        let [first, second] = self.0;
        let first = first.wrapping_mul(LAST_MULTIPLIERS[0]);
        let second = second.wrapping_mul(LAST_MULTIPLIERS[1]);
        let [first, second] = [first ^ (first >> 32), second ^ (second >> 32)];
        u128::from(first) << 64 | u128::from(second)
    }
}

/// Returns a hash of these columns for each row; `None` if the row has no value in one of them.
pub(crate) fn row_hashes(columns: &[&Column], rows: usize) -> Vec<Option<u64>> {
    let mut hashes = vec![RowHash::default(); rows];
    for column in columns {
        mix_column(column, &mut hashes);
    }
    let hashes = hashes.into_iter().enumerate().map(|(row, hash)| {
        let is_known = columns.iter().all(|column| column.states[row] == VALUE);
        let leading = hash.bits() >> 64;
        is_known.then(|| u64::try_from(leading).unwrap_or_default())
    });
    hashes.collect()
}

/// Mixes a column into the hash of each row.
pub(crate) fn mix_column(column: &Column, hashes: &mut [RowHash]) {
    match &column.values {
        Values::Numbers(numbers) => {
            for ((hash, number), state) in hashes.iter_mut().zip(numbers).zip(&column.states) {
                // Without a branch: which rows have a value cannot be foreseen.
                let has_value = u64::from(*state == VALUE).wrapping_neg();
                let number = number.cast_unsigned() & has_value;
                hash.mix(RowHash::of_number(
                    number | (value_of_state(*state) & !has_value),
                ));
            }
        }
        Values::Codes { keys, texts } => {
            // Keys are those of this part alone.
            let mut values: Vec<_> = texts.iter().map(|text| RowHash::of_text(text)).collect();
            values.extend([NULL, INVALID].map(RowHash::of_state));
            for ((hash, key), state) in hashes.iter_mut().zip(keys).zip(&column.states) {
                let place = match *state {
                    VALUE => usize::try_from(*key).unwrap_or_default(),
                    state => texts.len() + usize::from(state == INVALID),
                };
                hash.mix(values[place]);
            }
        }
        Values::Lists { rows, items } => {
            mix_items(rows, items, hashes);
            // The end of a list, so that an item cannot pass to the list of the next column. A row without a value has it too, and is then the
            // same as in a file without the column.
            for (hash, state) in hashes.iter_mut().zip(&column.states) {
                hash.mix(RowHash::of_state(*state));
            }
        }
    }
}

/// Mixes the items of lists into the hashes of their rows.
fn mix_items(rows: &[usize], items: &Values, hashes: &mut [RowHash]) {
    match items {
        Values::Numbers(numbers) => {
            for (row, number) in rows.iter().zip(numbers) {
                hashes[*row].mix(RowHash::of_number(number.cast_unsigned()));
            }
        }
        Values::Codes { keys, texts } => {
            let of_texts: Vec<_> = texts.iter().map(|text| RowHash::of_text(text)).collect();
            for (row, key) in rows.iter().zip(keys) {
                if let Some(text) = usize::try_from(*key).ok().and_then(|key| of_texts.get(key)) {
                    hashes[*row].mix(*text);
                }
            }
        }
        Values::Lists { .. } => {}
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn list(texts: &[&str]) -> Column {
        Column {
            states: vec![VALUE],
            values: Values::Lists {
                rows: vec![0; texts.len()],
                items: Box::new(Values::Codes {
                    keys: (0..).take(texts.len()).collect(),
                    texts: texts.iter().map(|it| (*it).to_owned()).collect(),
                }),
            },
        }
    }

    fn hash_of_columns(columns: &[Column]) -> u128 {
        let mut hashes = [RowHash::default()];
        for column in columns {
            mix_column(column, &mut hashes);
        }
        hashes[0].bits()
    }

    #[test]
    fn item_of_another_list_is_another_row() {
        let rows = [
            [list(&["a", "b"]), list(&[])],
            [list(&["a"]), list(&["b"])],
            [list(&[]), list(&["a", "b"])],
        ];
        let hashes: BTreeSet<_> = rows.iter().map(|row| hash_of_columns(row)).collect();
        assert_eq!(hashes.len(), rows.len());
        let absent = [Column::without_values(1), list(&["a", "b"])];
        assert_eq!(hash_of_columns(&absent), hash_of_columns(&rows[2]));
    }

    /// Serial numbers and periods are small numbers at equal distances.
    #[test]
    fn each_half_of_a_hash_differs_for_keys_of_small_numbers() {
        let mut halves = [Vec::new(), Vec::new()];
        for person in 0..20_000 {
            for quarter in 0..48 {
                let mut hash = RowHash::default();
                hash.mix(RowHash::of_number(person));
                hash.mix(RowHash::of_number(12_784 + quarter * 91));
                let bits = hash.bits();
                halves[0].push(bits >> 64);
                halves[1].push(bits & u128::from(u64::MAX));
            }
        }
        for half in &mut halves {
            half.sort_unstable();
            let keys = half.len();
            half.dedup();
            assert_eq!(half.len(), keys);
            // Any 16 bits are spread evenly.
            for shift in [0, 16, 32, 48] {
                let mut counts = vec![0_u32; 1 << 16];
                for bits in &*half {
                    counts[usize::try_from((bits >> shift) & 0xffff).unwrap()] += 1;
                }
                assert!(counts.iter().all(|count| *count < 60), "from bit {shift}");
            }
        }
    }
}
