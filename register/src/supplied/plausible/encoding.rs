//! Letters that were written in one encoding and read in another: `carriÃ¨re`.

use super::placeholders::texts;
use super::published::Published;
use crate::excerpt::excerpt;
use crate::supplied::error::Report;
use crate::supplied::line::SuppliedMeaning;
use crate::supplied::warning::ListWarningKind;
use crate::supplied::windows::SIGNS;

pub(super) fn check(published: &Published<'_>, lines: &[SuppliedMeaning], report: &mut Report) {
    for line in lines {
        let texts = texts(line).into_iter();
        let mut texts = texts.filter(|(_, text)| !published.has_label(text));
        let garbled = texts.find_map(|(column, text)| Some((column, text, garbled(text)?)));
        if let Some((column, text, garbled)) = garbled {
            report.warning(line.line, ListWarningKind::Encoding, || {
                let text = excerpt(text);
                match garbled {
                    Garbled::Read(meant) => {
                        let meant = excerpt(&meant);
                        format!("`{text}` in `{column}` was written in UTF-8 and read in another encoding, probably `{meant}`; import the original file as UTF-8, and save it as UTF-8 again")
                    }
                    Garbled::Lost => format!("a letter of `{text}` in `{column}` was lost in another encoding; write the text again, and save the file as UTF-8"),
                }
            });
        }
    }
}

/// A text that was read in another encoding.
#[derive(Debug, PartialEq, Eq)]
enum Garbled {
    /// The text that was meant.
    Read(String),
    /// A letter was replaced by a sign, so that nobody knows which it was.
    Lost,
}

fn garbled(text: &str) -> Option<Garbled> {
    if text.contains('\u{fffd}') || has_question_mark_in_a_word(text) {
        return Some(Garbled::Lost);
    }
    if text.is_ascii() {
        return None;
    }
    let repaired = |text: &str| {
        let mut bytes = [windows_byte, mac_byte].into_iter();
        bytes.find_map(|byte| repaired(text, byte))
    };
    let mut meant = repaired(text)?;
    // A file that was garbled twice or more; each time makes it shorter.
    while let Some(next) = repaired(&meant) {
        meant = next;
    }
    Some(Garbled::Read(meant))
}

fn has_question_mark_in_a_word(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    chars
        .windows(3)
        .any(|three| three[0].is_lowercase() && three[1] == '?' && three[2].is_lowercase())
}

/// The text that results if runs of characters are bytes of UTF-8; `None` if no run is.
fn repaired(text: &str, byte: fn(char) -> Option<u8>) -> Option<String> {
    let chars: Vec<char> = text.chars().collect();
    let (mut meant, mut at, mut is_changed) = (String::with_capacity(text.len()), 0, false);
    while at < chars.len() {
        if let Some((char, length)) = letter(&chars[at..], byte) {
            meant.push(char);
            at += length;
            is_changed = true;
        } else {
            meant.push(chars[at]);
            at += 1;
        }
    }
    is_changed.then_some(meant)
}

/// The character that the first characters are the bytes of, and their number.
///
/// Only the lead bytes of the letters of western and central Europe, of punctuation and of pictures count: another capital beside
/// a quotation mark (`É»`) is a text as it should be.
fn letter(chars: &[char], byte: fn(char) -> Option<u8>) -> Option<(char, usize)> {
    let lead = byte(*chars.first()?).filter(|_| !chars[0].is_ascii())?;
    let length = match lead {
        0xc2..=0xc5 => 2,
        0xe2 => 3,
        0xf0 => 4,
        _ => return None,
    };
    let bytes: Option<Vec<u8>> = chars
        .get(..length)?
        .iter()
        .map(|char| byte(*char))
        .collect();
    let bytes = bytes?;
    let is_capital_at_a_sign =
        matches!(lead, 0xc4 | 0xc5) && SIGNS_BESIDE_WORDS.contains(&chars[1]);
    let text = std::str::from_utf8(&bytes)
        .ok()
        .filter(|_| !is_capital_at_a_sign)?;
    Some((text.chars().next()?, length))
}

/// Signs that may be beside a word that ends with `Ä` or `Å`.
const SIGNS_BESIDE_WORDS: [char; 14] = [
    '»', '«', '\u{a0}', '°', '“', '”', '’', '‘', '–', '—', '…', '®', '™', '²',
];

/// The byte of a character in Windows-1252; the five bytes that have no character stand for their numbers, as in Latin-1.
fn windows_byte(char: char) -> Option<u8> {
    if let Some(index) = SIGNS.iter().position(|sign| *sign == char) {
        return u8::try_from(0x80 + index).ok();
    }
    u8::try_from(u32::from(char)).ok()
}

/// The byte of a character in the encoding of old Macs, for the bytes of accented letters in UTF-8.
fn mac_byte(char: char) -> Option<u8> {
    /// The characters of the bytes from 80 to BF.
    const MAC_SIGNS: [char; 64] = [
        'Ä', 'Å', 'Ç', 'É', 'Ñ', 'Ö', 'Ü', 'á', 'à', 'â', 'ä', 'ã', 'å', 'ç', 'é', 'è', 'ê', 'ë',
        'í', 'ì', 'î', 'ï', 'ñ', 'ó', 'ò', 'ô', 'ö', 'õ', 'ú', 'ù', 'û', 'ü', '†', '°', '¢', '£',
        '§', '•', '¶', 'ß', '®', '©', '™', '´', '¨', '≠', 'Æ', 'Ø', '∞', '±', '≤', '≥', '¥', 'µ',
        '∂', '∑', '∏', 'π', '∫', 'ª', 'º', 'Ω', 'æ', 'ø',
    ];
    match char {
        '√' => Some(0xc3),
        '‚' => Some(0xe2),
        _ => {
            let index = MAC_SIGNS.iter().position(|sign| *sign == char)?;
            u8::try_from(0x80 + index).ok()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::supplied::plausible::testing::{lines, list, warned};
    use crate::supplied::windows::char_of;

    /// The text as a program reads it that takes its UTF-8 for Windows-1252.
    fn misread(text: &str) -> String {
        text.bytes().map(char_of).collect()
    }

    #[test]
    fn text_read_in_another_encoding_is_recognised() {
        for text in [
            "carrière",
            "Coördinator",
            "l’été",
            "€ 5",
            "«À»",
            "š",
            "naïef – nee",
            "🙂",
        ] {
            let garbled = garbled(&misread(text));
            assert_eq!(garbled, Some(Garbled::Read(text.into())), "{text}");
        }
        let twice = misread(&misread("carrière"));
        assert_eq!(garbled(&twice), Some(Garbled::Read("carrière".into())));
        assert_eq!(garbled("carri√®re"), Some(Garbled::Read("carrière".into())));
        for text in ["carri\u{fffd}re", "carri?re"] {
            assert_eq!(garbled(text), Some(Garbled::Lost), "{text}");
        }
    }

    #[test]
    fn text_as_it_should_be_is_not() {
        for text in [
            "carrière",
            "CARRIÈRE",
            "«CAFÉ»",
            "É»",
            "Å »",
            "L’ÂGE",
            "SÃO PAULO",
            "50 € à 100 €",
            "ja? nee",
            "wat?",
            "é–à",
            "ÉTÉ™",
            "√2",
            "ß",
            "Ä°",
            "日本",
        ] {
            assert_eq!(garbled(text), None, "{text}");
        }
    }

    #[test]
    fn published_label_gives_no_warning() {
        let list = list(&[(Some("1"), "carriÃ¨re")]);
        let lines = lines(&[
            ("1", "carriÃ¨re"),
            ("2", "CoÃ¶rdinator"),
            ("3", "coördinator"),
        ]);
        let found = warned(&list, |it, report| check(it, &lines, report));
        assert_eq!(found, [(3, ListWarningKind::Encoding)]);
    }
}
