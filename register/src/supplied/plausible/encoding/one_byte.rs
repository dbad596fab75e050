//! Letters that were written in one encoding of one byte for each character, and read in another: `Co”rdinator`.

use crate::supplied::charset::{CP850, Charset, LATIN_2, MAC_ROMAN, WINDOWS_1250, WINDOWS_1252};
use crate::supplied::letters::{is_accented, is_out_of_place};

/// The encodings that programs confuse: the one in which a file was read, and the one in which it was written.
const CONFUSED: [(&Charset, &Charset); 8] = [
    (&WINDOWS_1252, &CP850),
    (&WINDOWS_1252, &MAC_ROMAN),
    (&MAC_ROMAN, &WINDOWS_1252),
    (&MAC_ROMAN, &CP850),
    (&CP850, &WINDOWS_1252),
    (&CP850, &MAC_ROMAN),
    (&WINDOWS_1250, &WINDOWS_1252),
    (&LATIN_2, &WINDOWS_1252),
];

/// The texts that may have been meant, each with the encoding in which it was written; `None` if no letter is out of place.
pub(super) fn readings(text: &str) -> Option<Vec<(String, &'static str)>> {
    if text.is_ascii() {
        return None;
    }
    let chars: Vec<char> = text.chars().collect();
    let at = |index: usize| chars.get(index).copied();
    let mut places = Vec::new();
    let mut is_in_small_word = false;
    for (index, &char) in chars.iter().enumerate() {
        let before = index.checked_sub(1).and_then(at);
        if !before.is_some_and(char::is_alphabetic) {
            is_in_small_word = char.is_lowercase();
        }
        let is_foreign = is_in_small_word && is_central_european(char);
        if is_foreign || is_out_of_place(before, char, at(index + 1)) {
            places.push(index);
        }
    }
    if places.is_empty() {
        return None;
    }
    let mut readings: Vec<(String, &str)> = Vec::new();
    for (read, written) in CONFUSED {
        let meant = |index: &usize| {
            let char = meant(chars[*index], read, written)?;
            Some((*index, char))
        };
        let Some(meant) = places.iter().map(meant).collect::<Option<Vec<_>>>() else {
            continue;
        };
        let mut repaired = chars.clone();
        for (index, char) in meant {
            repaired[index] = char;
        }
        let repaired: String = repaired.into_iter().collect();
        if readings.iter().all(|(known, _)| *known != repaired) {
            readings.push((repaired, written.name));
        }
    }
    Some(readings)
}

/// The letter with an accent that a character is the byte of.
fn meant(char: char, read: &Charset, written: &Charset) -> Option<char> {
    // The control characters are the bytes from 80 to 9F, read as Latin-1.
    let latin_1 = u8::try_from(u32::from(char)).ok();
    let latin_1 = latin_1.filter(|byte| matches!(byte, 0x80..=0x9f));
    let byte = latin_1.or_else(|| read.byte_of(char))?;
    Some(written.char_of(byte)).filter(|char| is_accented(*char))
}

/// Returns whether a letter is one of central Europe that Windows-1252 has another letter for. Names have such letters, and words
/// of Dutch, French and English that begin with a small letter do not.
fn is_central_european(char: char) -> bool {
    let is_of_west = WINDOWS_1252.byte_of(char).is_some();
    !is_of_west && char.is_lowercase() && meant(char, &WINDOWS_1250, &WINDOWS_1252).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letter_out_of_place_has_its_readings() {
        for (text, expected) in [
            (
                "Co”rdinator",
                &[("Coördinator", "CP850 (DOS)"), ("Coîrdinator", "Mac Roman")][..],
            ),
            (
                "carriŠre",
                &[("carrière", "CP850 (DOS)"), ("carriäre", "Mac Roman")],
            ),
            (
                "carriËre, coˆrdinator",
                &[("carrière, coördinator", "Windows-1252")],
            ),
            ("carričre", &[("carrière", "Windows-1252")]),
            ("Carri\u{8f}re", &[("Carrière", "Mac Roman")]),
            ("Carri\u{c3}re", &[]),
        ] {
            let found = readings(text).unwrap_or_else(|| panic!("{text}"));
            let found: Vec<_> = found.iter().map(|(it, name)| (&**it, *name)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn text_as_it_should_be_has_none() {
        for text in [
            "carrière",
            "CARRIÈRE",
            "Dvořák en Kovačević",
            "l’été",
            "« Â »",
            "Ångström",
            "À côté",
            "SÃO",
            "employé·e",
            "100 °C",
            "½ dag",
            "日本",
            "наука",
            "a",
        ] {
            assert_eq!(readings(text), None, "{text}");
        }
    }
}
