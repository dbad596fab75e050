//! UTF-8 that a program read in an encoding of one byte for each character: `carriÃ¨re`.

use super::one_byte;
use crate::supplied::charset::{
    CP437, CP850, Charset, LATIN_2, MAC_ROMAN, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252,
    WINDOWS_1253,
};

/// The text that was meant.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Repaired {
    pub(super) text: String,
    /// True if only signs such as `§` were meant. The `Â` before each of them may also be a letter that somebody wrote.
    pub(super) is_of_signs: bool,
}

/// The text that was written in UTF-8 and read in another encoding once or more; `None` if it was not.
pub(super) fn repaired(text: &str) -> Option<Repaired> {
    if text.is_ascii() {
        return None;
    }
    let mut found = once(text)?;
    // A file that was garbled twice or more; each time makes it shorter.
    while let Some(next) = once(&found.text) {
        found = next;
    }
    found.text = found.text.replace('\u{feff}', "");
    Some(found)
}

fn once(text: &str) -> Option<Repaired> {
    let others = [
        WINDOWS_1250,
        LATIN_2,
        CP850,
        CP437,
        WINDOWS_1251,
        WINDOWS_1253,
    ];
    let common = [WINDOWS_1252, MAC_ROMAN];
    let whole = |charset: &Charset| {
        let (repaired, is_whole) = bytes_as_utf8(text, charset)?;
        is_whole.then_some(repaired)
    };
    common
        .iter()
        .find_map(whole)
        .or_else(|| {
            // A word of another alphabet may have two letters that look like this, and then it has others too.
            let has_letters = text.bytes().any(|byte| byte.is_ascii_alphabetic());
            let mut found = others.iter().filter(|_| has_letters).filter_map(whole);
            // Two encodings may differ in one byte: the right one leaves no letter out of place.
            let is_right = |it: &Repaired| one_byte::readings(&it.text).is_none();
            let first = found.next()?;
            let right = if is_right(&first) {
                None
            } else {
                found.find(is_right)
            };
            Some(right.unwrap_or(first))
        })
        .or_else(|| {
            // In the common ones, a text may be garbled in a part: somebody added to it, or a letter was lost.
            common.iter().find_map(|charset| {
                let (repaired, _) = bytes_as_utf8(text, charset)?;
                (!repaired.is_of_signs).then_some(repaired)
            })
        })
}

/// The text that results if runs of characters are bytes of UTF-8, and whether all characters that are not ASCII are in such
/// runs; `None` if no run is.
fn bytes_as_utf8(text: &str, charset: &Charset) -> Option<(Repaired, bool)> {
    // Most texts with accents have none, and this is asked of eight encodings.
    if !text.chars().any(|char| length(char, charset).is_some()) {
        return None;
    }
    let chars: Vec<char> = text.chars().collect();
    let mut found = Repaired {
        text: String::with_capacity(text.len()),
        is_of_signs: true,
    };
    let (mut at, mut is_changed, mut is_whole) = (0, false, true);
    while at < chars.len() {
        if let Some((char, length)) = letter(&chars[at..], charset) {
            found.text.push(char);
            found.is_of_signs &= length == 2 && u32::from(char) < 0xc0;
            at += length;
            is_changed = true;
        } else {
            found.text.push(chars[at]);
            is_whole &= chars[at].is_ascii();
            at += 1;
        }
    }
    is_changed.then_some((found, is_whole))
}

/// The byte of a character in an encoding.
fn byte(char: char, charset: &Charset) -> Option<u8> {
    // As Latin-1, in which these bytes are control characters.
    let is_latin_1 = charset.name == WINDOWS_1252.name;
    let latin_1 = u8::try_from(u32::from(char)).ok().filter(|_| is_latin_1);
    charset.byte_of(char).or(latin_1)
}

/// The number of bytes of the character whose first byte a character is.
///
/// Only the lead bytes of the letters of western and central Europe, of punctuation and of pictures count: another capital beside
/// a quotation mark (`É»`) is a text as it should be.
fn length(char: char, charset: &Charset) -> Option<usize> {
    if char.is_ascii() {
        return None;
    }
    match byte(char, charset)? {
        0xc2..=0xc5 => Some(2),
        0xe2 | 0xef => Some(3),
        0xf0 => Some(4),
        _ => None,
    }
}

/// The character that the first characters are the bytes of, and their number.
fn letter(chars: &[char], charset: &Charset) -> Option<(char, usize)> {
    let length = length(*chars.first()?, charset)?;
    let bytes = chars.get(..length)?.iter().map(|it| byte(*it, charset));
    let bytes: Vec<u8> = bytes.collect::<Option<_>>()?;
    let lead = bytes[0];
    let is_capital_at_a_sign =
        matches!(lead, 0xc4 | 0xc5) && SIGNS_BESIDE_WORDS.contains(&chars[1]);
    let text = std::str::from_utf8(&bytes)
        .ok()
        .filter(|_| !is_capital_at_a_sign)?;
    let char = text.chars().next()?;
    // The mark at the start of a file, and the sign of a letter that was lost already.
    let is_mark = matches!(char, '\u{feff}' | '\u{fffd}');
    (lead != 0xef || is_mark).then_some((char, length))
}

/// Signs that may be beside a word that ends with `Ä` or `Å`.
const SIGNS_BESIDE_WORDS: [char; 14] = [
    '»', '«', '\u{a0}', '°', '“', '”', '’', '‘', '–', '—', '…', '®', '™', '²',
];

#[cfg(test)]
mod tests {
    use super::*;

    /// The text as a program reads it that takes its UTF-8 for another encoding.
    fn misread(text: &str, charset: &Charset) -> String {
        text.bytes().map(|byte| charset.char_of(byte)).collect()
    }

    fn text_of(garbled: &str) -> Option<String> {
        repaired(garbled).map(|it| it.text)
    }

    #[test]
    fn text_read_in_another_encoding_is_repaired() {
        for text in [
            "carrière",
            "Coördinator",
            "l’été",
            "€ 5x",
            "naïef – nee",
            "Één",
        ] {
            for charset in [
                WINDOWS_1252,
                MAC_ROMAN,
                WINDOWS_1250,
                LATIN_2,
                CP850,
                CP437,
                WINDOWS_1251,
                WINDOWS_1253,
            ] {
                let garbled = misread(text, &charset);
                assert_eq!(text_of(&garbled).as_deref(), Some(text), "{garbled}");
            }
        }
        for text in ["«À»", "š", "🙂"] {
            assert_eq!(
                text_of(&misread(text, &WINDOWS_1252)).as_deref(),
                Some(text)
            );
        }
        let twice = misread(&misread("carrière", &WINDOWS_1252), &WINDOWS_1252);
        assert_eq!(text_of(&twice).as_deref(), Some("carrière"));
        assert_eq!(text_of("carri\u{c3}\u{a8}re").as_deref(), Some("carrière"));
        assert_eq!(text_of("ï»¿Gent").as_deref(), Some("Gent"));
        assert_eq!(
            text_of("carriÃ¨re – après").as_deref(),
            Some("carrière – après")
        );
        let signs = repaired("Â§ 3").expect("signs");
        assert!(signs.is_of_signs);
    }

    #[test]
    fn text_as_it_should_be_is_not_changed() {
        for text in [
            "carrière",
            "CARRIÈRE",
            "«CAFÉ»",
            "«Â»",
            "É»",
            "Å »",
            "L’ÂGE",
            "SÃO PAULO",
            "50 € à 100 €",
            "é–à",
            "ÉTÉ™",
            "√2",
            "ß",
            "Ä°",
            "日本",
            "Гёте",
            "Γ° β",
            "ïen",
            "Čech",
        ] {
            assert_eq!(repaired(text), None, "{text}");
        }
    }
}
