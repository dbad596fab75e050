//! Text in Windows-1252, the encoding in which a spreadsheet saves `CSV` that is not `CSV UTF-8`.

/// The characters of the bytes from 80 to 9F. Five bytes have none, and stand for their numbers.
pub(super) const SIGNS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The number of bytes around an invalid one that are searched for its word.
const MAX_WORD_BYTES: usize = 40;

/// The character of a byte.
pub(super) fn char_of(byte: u8) -> char {
    match byte {
        0x80..=0x9f => SIGNS[usize::from(byte - 0x80)],
        byte => char::from(byte),
    }
}

/// The word that a byte belongs to, if the bytes are text in Windows-1252; `None` if they are rather something else.
pub(super) fn word_at(bytes: &[u8], offset: usize) -> Option<String> {
    let is_text = |byte: &u8| match *byte {
        b'\t' | b'\n' | b'\r' => true,
        0..0x20 | 0x7f | 0x81 | 0x8d | 0x8f | 0x90 | 0x9d => false,
        _ => true,
    };
    if !bytes.iter().all(is_text) {
        return None;
    }
    let is_of_word = |byte: &u8| !byte.is_ascii() || byte.is_ascii_alphanumeric();
    let (before, behind) = (bytes.get(..offset)?, bytes.get(offset..)?);
    let before = before
        .iter()
        .rev()
        .take(MAX_WORD_BYTES)
        .take_while(|it| is_of_word(it))
        .count();
    let behind = behind
        .iter()
        .take(MAX_WORD_BYTES)
        .take_while(|it| is_of_word(it));
    let word: String = bytes[offset - before..offset]
        .iter()
        .chain(behind)
        .map(|it| char_of(*it))
        .collect();
    // Bytes of text are mostly letters of words in ASCII; other bytes are rather no text.
    word.chars().any(char::is_alphabetic).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn word_in_windows_1252_is_found() {
        let bytes = b"code,nl\n1,Geen carri\xe8re\n2,l\x92\xe9t\xe9\n";
        assert_eq!(word_at(bytes, 20), Some("carrière".into()));
        assert_eq!(word_at(bytes, 28), Some("l’été".into()));
    }

    #[test]
    fn bytes_that_are_not_text_are_not() {
        assert_eq!(word_at(b"PK\x03\x04\xe8\xe9", 4), None);
        assert_eq!(word_at(b"a \x81b", 2), None);
    }
}
