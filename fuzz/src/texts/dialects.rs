//! CSV dialects that three bytes choose.

use beraad_schema::Block;
use beraad_schema::csv::encoding_rs::{
    Encoding, GB18030, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252,
};
use beraad_schema::csv::{Dialect, Notation};

use crate::files::Random;

const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

const NOTATIONS: [&[&str]; 4] = [
    &[],
    &["yyyyMM", "yyyy'Q'Q", "'J'yyyy", "yyyyMMdd"],
    &["%tm", "%tq", "%td", "yyyy"],
    // Some texts have two readings.
    &[
        "d/M/yyyy", "M/d/yyyy", "yyyyQ", "Q.yyyy", "MM/yyyy", "yyyyMM", "%tm", "%tq",
    ],
];

/// The parts of random notations.
const PARTS: [&str; 14] = [
    "yyyy", "yyyy", "MM", "M", "dd", "d", "Q", "/", "-", "'Q'", "'é", "%", "yy", "\u{202e}",
];

/// The choices that make a dialect.
#[derive(Clone, Copy)]
pub(super) struct Choices {
    bits: [u8; 3],
}

impl Choices {
    /// Takes the bytes in front of a text.
    pub(super) fn take(input: &[u8]) -> Option<(Self, &[u8])> {
        let (bits, text) = input.split_first_chunk()?;
        Some((Self { bits: *bits }, text))
    }

    pub(super) fn separator(self) -> u8 {
        SEPARATORS[usize::from(self.bits[0] & 3)]
    }

    fn encoding(self) -> Option<&'static Encoding> {
        Some(match (self.bits[0] >> 2) & 7 {
            0 | 1 => return None,
            2 => WINDOWS_1252,
            3 => UTF_16LE,
            4 => UTF_16BE,
            5 => UTF_8,
            6 => ISO_2022_JP,
            _ => GB18030,
        })
    }

    pub(super) fn has_decimal_comma(self) -> bool {
        self.bits[0] & 0x20 != 0
    }

    pub(super) fn has_flags(self) -> bool {
        self.bits[0] & 0x40 != 0
    }

    /// Returns whether a column has another name, and the file has another column.
    pub(super) fn has_names(self) -> bool {
        self.bits[0] & 0x80 != 0
    }

    /// Returns whether periods are written without signs between their parts.
    pub(super) fn has_dense_periods(self) -> bool {
        self.bits[1] & 3 == 1
    }

    pub(super) fn dialect<R: Block>(self) -> Dialect {
        let mut dialect = Dialect::new().separator(self.separator());
        if let Some(encoding) = self.encoding() {
            dialect = dialect.encoding(encoding);
        }
        if self.has_decimal_comma() {
            dialect = dialect.decimal_comma();
        }
        if self.has_flags() {
            dialect = dialect.flags("J", "N");
        }
        if self.has_names() {
            dialect = dialect
                .rename("volgnr", R::column_names()[0])
                .ignore("opmerking");
        }
        for pattern in NOTATIONS[usize::from(self.bits[1] & 3)] {
            dialect = dialect.notation(pattern.parse().expect("a valid notation"));
        }
        if self.bits[1] & 4 != 0 {
            dialect = dialect.trim();
        }
        if self.bits[1] & 8 != 0 {
            dialect = dialect.missing("NULL").missing("n/a");
        }
        match self.random_notation() {
            Some(notation) => dialect.notation(notation),
            None => dialect,
        }
    }

    /// Returns a notation of random parts; most of them are refused.
    fn random_notation(self) -> Option<Notation> {
        if self.bits[2].trailing_zeros() >= 7 {
            return None;
        }
        let mut random = Random::new(u64::from(u16::from_le_bytes([self.bits[1], self.bits[2]])));
        let parts = (0..=random.below(5)).map(|_| PARTS[random.below(PARTS.len())]);
        let pattern = parts.collect::<String>();
        match pattern.parse::<Notation>() {
            Ok(notation) => {
                assert_eq!(notation.to_string(), pattern);
                Some(notation)
            }
            Err(error) => {
                super::checked_message(error.to_string(), false);
                None
            }
        }
    }

    /// Writes a text in the encoding of the file; as it is, if a bit says that it has another one.
    pub(super) fn encode(self, text: &[u8]) -> Vec<u8> {
        let Some(encoding) = self.encoding() else {
            return text.to_vec();
        };
        if self.bits[2] & 0x80 != 0 {
            return text.to_vec();
        }
        let text = String::from_utf8_lossy(text);
        let units = text.encode_utf16();
        if encoding == UTF_16LE {
            units.flat_map(u16::to_le_bytes).collect()
        } else if encoding == UTF_16BE {
            units.flat_map(u16::to_be_bytes).collect()
        } else {
            encoding.encode(&text).0.into_owned()
        }
    }
}
