//! The values of a page, compared with how many there should be.
//!
//! `parquet` takes what it finds: where a page ends early, it repeats values or leaves zeros, and where a dictionary claims more
//! values than it has, it allocates for all of them. Neither is an error to it. A page that passes this module has all of its
//! values.

use ::parquet::basic::{Encoding, Type};
use ::parquet::errors::Result;
use ::parquet::schema::types::ColumnDescriptor;

use super::damaged;
use super::runs::read_runs;
use super::varint::{read_varint, take_bytes};

/// The maximum number of bits of a key of a dictionary.
const MAX_KEY_BITS: u8 = 32;

/// The form of the values of a column.
pub(super) struct ValueForm {
    physical_type: Type,
    /// The number of bytes of a value of a type with fixed length.
    width: u64,
    /// The number of values of the dictionary of the current row group, if its page was read.
    dictionary: Option<u32>,
}

impl ValueForm {
    pub(super) fn of_column(column: &ColumnDescriptor) -> Self {
        Self::new(column.physical_type(), column.type_length())
    }

    /// The form of values of a type; `length` is the number of bytes of a value of fixed length.
    pub(super) fn new(physical_type: Type, length: i32) -> Self {
        let width = match physical_type {
            Type::BOOLEAN => 0,
            // A text follows its length, of four bytes.
            Type::INT32 | Type::FLOAT | Type::BYTE_ARRAY => 4,
            Type::INT64 | Type::DOUBLE => 8,
            Type::INT96 => 12,
            Type::FIXED_LEN_BYTE_ARRAY => u64::try_from(length).unwrap_or_default(),
        };
        Self {
            physical_type,
            width,
            dictionary: None,
        }
    }

    /// Returns true if the values are texts.
    pub(super) fn is_text(&self) -> bool {
        self.physical_type == Type::BYTE_ARRAY
    }

    /// The number of bytes that so many values take at least, one after the other.
    fn plain_bytes(&self, count: u64) -> u64 {
        match self.physical_type {
            Type::BOOLEAN => count.div_ceil(8),
            _ => count.saturating_mul(self.width),
        }
    }

    /// Validates the page of a dictionary, whose values are one after the other.
    ///
    /// # Errors
    /// If it is shorter than its values.
    pub(super) fn validate_dictionary(&mut self, values: &[u8], count: u32) -> Result<()> {
        if self.plain_bytes(count.into()) > values.len() as u64 {
            return Err(damaged("a dictionary has fewer values than it says"));
        }
        self.dictionary = Some(count);
        Ok(())
    }

    /// Validates the values of a page that are not null.
    ///
    /// # Errors
    /// If there are fewer of them than `count`, or if one is a key that the dictionary does not have.
    pub(super) fn validate(&self, encoding: Encoding, values: &[u8], count: u64) -> Result<()> {
        let is_complete = count == 0
            || match encoding {
                Encoding::PLAIN => self.plain_bytes(count) <= values.len() as u64,
                // The place of each byte depends on the length.
                Encoding::BYTE_STREAM_SPLIT => self.plain_bytes(count) == values.len() as u64,
                Encoding::RLE => has_flags(values, count),
                Encoding::DELTA_BINARY_PACKED => delta_count(values) == Some(count),
                Encoding::PLAIN_DICTIONARY | Encoding::RLE_DICTIONARY => {
                    return self.validate_keys(values, count);
                }
                // Validated by the lengths of their texts; or not supported by `parquet`.
                _ => true,
            };
        if is_complete {
            Ok(())
        } else {
            Err(damaged("a page has fewer values than it says"))
        }
    }

    /// Validates the keys of a page: a byte with the number of their bits, and runs.
    fn validate_keys(&self, values: &[u8], count: u64) -> Result<()> {
        let dictionary = self.dictionary;
        let dictionary =
            dictionary.ok_or_else(|| damaged("a page has keys without a dictionary"))?;
        let mut largest = 0;
        let read = match values {
            [bits, runs @ ..] if *bits <= MAX_KEY_BITS => {
                read_runs(runs, *bits, count, &mut |key, _| largest = largest.max(key))
            }
            _ => None,
        };
        if read.is_none() {
            return Err(damaged("a page has fewer values than it says"));
        }
        if largest >= dictionary {
            return Err(damaged(
                "a page has a key that its dictionary does not have",
            ));
        }
        Ok(())
    }
}

/// Returns true if there are so many flags: a length in four bytes, and runs of one bit.
fn has_flags(mut values: &[u8], count: u64) -> bool {
    take_bytes(&mut values, 4).is_some() && read_runs(values, 1, count, &mut |_, _| {}).is_some()
}

/// The number of values that delta-encoded numbers claim to have: the third number of their header.
fn delta_count(mut values: &[u8]) -> Option<u64> {
    let mut number = || read_varint(&mut values);
    let (_, _) = (number()?, number()?);
    number()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(result: Result<()>) -> String {
        result.unwrap_err().to_string()
    }

    #[test]
    fn dictionary_that_claims_more_values_than_it_has_is_rejected() {
        for (of, length, width) in [
            (Type::INT32, -1, 4),
            (Type::INT64, -1, 8),
            (Type::FIXED_LEN_BYTE_ARRAY, 3, 3),
            (Type::BYTE_ARRAY, -1, 4),
        ] {
            let mut form = ValueForm::new(of, length);
            assert!(form.validate_dictionary(&vec![0; 2 * width], 2).is_ok());
            let error = form.validate_dictionary(&vec![0; 2 * width], u32::MAX >> 1);
            assert_eq!(
                message(error),
                "Parquet error: a dictionary has fewer values than it says"
            );
        }
    }

    #[test]
    fn page_without_all_of_its_values_is_rejected() {
        let form = ValueForm::new(Type::INT32, -1);
        let fewer = "Parquet error: a page has fewer values than it says";
        for (encoding, bytes) in [
            (Encoding::PLAIN, &[0; 12][..]),
            (Encoding::BYTE_STREAM_SPLIT, &[0; 12]),
            // Blocks of 128 values in 4 parts; 3 values, of which the first is 0.
            (
                Encoding::DELTA_BINARY_PACKED,
                &[0x80, 1, 4, 3, 0, 0, 0, 0, 0, 0],
            ),
            (Encoding::RLE, &[2, 0, 0, 0, 6, 1]),
        ] {
            assert!(form.validate(encoding, bytes, 3).is_ok(), "{encoding}");
            assert_eq!(
                message(form.validate(encoding, bytes, 4)),
                fewer,
                "{encoding}"
            );
            assert!(form.validate(encoding, &[], 0).is_ok(), "{encoding}");
        }
        let longer = form.validate(Encoding::BYTE_STREAM_SPLIT, &[0; 13], 3);
        assert_eq!(message(longer), fewer);
    }

    #[test]
    fn keys_are_those_of_the_dictionary() {
        let mut form = ValueForm::new(Type::INT32, -1);
        // Three times the key 1.
        let keys = [1, 6, 1];
        let without = form.validate(Encoding::RLE_DICTIONARY, &keys, 3);
        assert_eq!(
            message(without),
            "Parquet error: a page has keys without a dictionary"
        );
        form.validate_dictionary(&[0; 4], 1).unwrap();
        let unknown = form.validate(Encoding::RLE_DICTIONARY, &keys, 3);
        assert_eq!(
            message(unknown),
            "Parquet error: a page has a key that its dictionary does not have"
        );
        form.validate_dictionary(&[0; 8], 2).unwrap();
        assert!(form.validate(Encoding::RLE_DICTIONARY, &keys, 3).is_ok());
        for invalid in [&[][..], &[1, 4, 1], &[33, 6, 1]] {
            let error = form.validate(Encoding::RLE_DICTIONARY, invalid, 3);
            assert_eq!(
                message(error),
                "Parquet error: a page has fewer values than it says"
            );
        }
    }
}
