//! A file that is not in UTF-8: the encodings in which its bytes are a text.

use super::charset::{CP850, Charset, MAC_ROMAN, WINDOWS_1252};
use super::letters::is_plausible;

/// The number of bytes around an invalid one that are searched for its word.
const MAX_WORD_BYTES: usize = 40;

/// The encodings in which all bytes are text of western Europe, each with the word that the byte at an offset belongs to.
///
/// There may be several, or none: most bytes are a letter in each, and only the words show which one was meant.
pub(super) fn readings(bytes: &[u8], offset: usize) -> Vec<(&'static str, String)> {
    let is_binary = |byte: &u8| matches!(*byte, 0..=8 | 0x0b..=0x0c | 0x0e..=0x1f | 0x7f);
    if bytes.iter().any(is_binary) {
        return Vec::new();
    }
    let charsets = [WINDOWS_1252, CP850, MAC_ROMAN];
    let possible = charsets.iter().filter(|charset| is_text(bytes, charset));
    possible
        .map(|charset| (charset.name, word_at(bytes, offset, charset)))
        .filter(|(_, word)| !word.is_empty())
        .collect()
}

fn is_text(bytes: &[u8], charset: &Charset) -> bool {
    let char = |index: usize| bytes.get(index).map(|byte| charset.char_of(*byte));
    let mut others = (0..bytes.len()).filter(|index| !bytes[*index].is_ascii());
    others.all(|index| {
        let before = index.checked_sub(1).and_then(char);
        char(index).is_some_and(|it| is_plausible(before, it, char(index + 1)))
    })
}

fn word_at(bytes: &[u8], offset: usize, charset: &Charset) -> String {
    let is_of_word = |byte: &&u8| !byte.is_ascii() || byte.is_ascii_alphanumeric();
    let (before, behind) = bytes.split_at(offset.min(bytes.len()));
    let before = before.iter().rev().take(MAX_WORD_BYTES);
    let length = before.take_while(is_of_word).count();
    let behind = behind.iter().take(MAX_WORD_BYTES).take_while(is_of_word);
    let word = bytes[offset - length..offset].iter().chain(behind);
    word.map(|byte| charset.char_of(*byte)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The readings of a text that is not in UTF-8.
    fn found(bytes: &[u8]) -> Vec<(&'static str, String)> {
        let offset = bytes.iter().position(|byte| !byte.is_ascii());
        readings(bytes, offset.expect("a byte"))
    }

    #[test]
    fn word_is_read_in_each_possible_encoding() {
        for (bytes, expected) in [
            (
                b"1,carri\xe8re\n".as_slice(),
                &[("Windows-1252", "carrière")][..],
            ),
            (b"2,l\x92\xe9t\xe9\n", &[("Windows-1252", "l’été")]),
            (b"meer dan \x80 50\n", &[("Windows-1252", "€")]),
            (
                b"Co\x94rdinator\n",
                &[("CP850 (DOS)", "Coördinator"), ("Mac Roman", "Coîrdinator")],
            ),
            (b"Co\x9ardinator \x8e\n", &[("Mac Roman", "Coördinator")]),
        ] {
            let expected: Vec<_> = expected
                .iter()
                .map(|(name, word)| (*name, (*word).to_owned()))
                .collect();
            assert_eq!(found(bytes), expected);
        }
    }

    #[test]
    fn bytes_that_are_not_text_have_no_reading() {
        for bytes in [
            b"PK\x03\x04\xe8\xe9".as_slice(),
            b"a \x81\x8d\x90",
            b"abc\x00\xff",
        ] {
            assert_eq!(found(bytes), [], "{bytes:?}");
        }
    }
}
