//! Letters and signs that cannot be where they are, since a program read the text in another encoding than it was written in.

use super::charset::{CP850, MAC_ROMAN, WINDOWS_1252};

/// The letters with accents of western Europe, in small letters.
const ACCENTED: &str = "àâäáçèéêëîïíñôöóùûüúœ";

/// Signs that are in texts as they should be.
const SIGNS: &str = "“”‘’–—…€°²³«»§½¼¾·•©®™µ£\u{a0}";

/// Signs that may be between two small letters: `l’été`, `n°s`, `employé·e`.
const SIGNS_IN_WORDS: &str = "’‘–—‐‑…°ºª²³®™€·«»";

/// Returns whether a character cannot be between these two: a control character, or a capital with an accent or a sign between two
/// small letters.
pub(super) fn is_out_of_place(before: Option<char>, char: char, after: Option<char>) -> bool {
    if matches!(char, '\u{80}'..='\u{9f}') {
        return true;
    }
    if char.is_ascii() || char.is_whitespace() || SIGNS_IN_WORDS.contains(char) {
        return false;
    }
    let is_small = |char: Option<char>| char.is_some_and(char::is_lowercase);
    if !is_small(before) || !is_small(after) {
        return false;
    }
    // Other signs, such as combining accents and characters without width, are not what another encoding makes of a letter.
    let is_of_a_charset = || {
        [WINDOWS_1252, MAC_ROMAN, CP850]
            .iter()
            .any(|it| it.byte_of(char).is_some())
    };
    let is_sign = (!char.is_alphanumeric() || matches!(char, 'ˆ' | 'ˇ')) && char != '\u{ad}';
    char.is_uppercase() || (is_sign && is_of_a_charset())
}

/// Returns whether a character is a small letter with an accent of western Europe.
pub(super) fn is_accented(char: char) -> bool {
    ACCENTED.contains(char)
}

/// Returns whether a character that is not ASCII may be in a text of western Europe between these two.
pub(super) fn is_plausible(before: Option<char>, char: char, after: Option<char>) -> bool {
    let small = char.to_lowercase().next().unwrap_or(char);
    let is_letter = is_accented(small) || matches!(small, 'æ' | 'ß');
    let is_alone = ![before, after]
        .iter()
        .any(|it| it.is_some_and(char::is_alphabetic));
    // `À` and `É` begin titles and names; another capital is not a word.
    let is_word = !is_alone || !char.is_uppercase() || matches!(char, 'À' | 'É');
    let is_after_small = before.is_some_and(char::is_lowercase) && char.is_uppercase();
    let is_possible = (is_letter && is_word && !is_after_small) || SIGNS.contains(char);
    is_possible && !is_out_of_place(before, char, after)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The characters of a text that are out of place.
    fn out_of_place(text: &str) -> String {
        let chars: Vec<char> = text.chars().collect();
        let at = |index: usize| chars.get(index).copied();
        let found = (0..chars.len()).filter(|&index| {
            is_out_of_place(
                index.checked_sub(1).and_then(at),
                chars[index],
                at(index + 1),
            )
        });
        found.map(|index| chars[index]).collect()
    }

    #[test]
    fn sign_or_capital_within_a_word_is_out_of_place() {
        for (text, char) in [
            ("Co”rdinator", "”"),
            ("carriŠre", "Š"),
            ("CarriËre", "Ë"),
            ("coˆrdinator", "ˆ"),
            ("Co\u{94}rdinator", "\u{94}"),
        ] {
            assert_eq!(out_of_place(text), char, "{text}");
        }
        for text in [
            "CARRIÈRE",
            "l’État",
            "École",
            "n°s",
            "employé·e",
            "e\u{301}te\u{301}",
            "kΩ",
            "SÃO",
            "“x”",
            "ken\u{ad}nis",
            "5 µm",
            "Škoda",
            "наука",
        ] {
            assert_eq!(out_of_place(text), "", "{text}");
        }
    }
}
