//! Encodings in which one byte is one character, other than the UTF-8 in which a supplied file must be.

/// An encoding whose first 128 bytes are those of ASCII.
pub(super) struct Charset {
    pub(super) name: &'static str,
    /// The characters of the other bytes. A byte that has none is read as the character of its number, as by other programs.
    high: &'static str,
}

/// The encoding in which a spreadsheet saves `CSV` that is not `CSV UTF-8`.
pub(super) const WINDOWS_1252: Charset = Charset {
    name: "Windows-1252",
    high: "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ\
        \u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}®¯°±²³´µ¶·¸¹º»¼½¾¿\
        ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
        àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
};

/// The encoding of old Macs, and of `CSV (Macintosh)`.
pub(super) const MAC_ROMAN: Charset = Charset {
    name: "Mac Roman",
    high: "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü\
        †°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
        ¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ\
        ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ",
};

/// The encoding of the command line of Windows, and of `CSV (MS-DOS)`. CP437 has the same bytes for the accented letters.
pub(super) const CP850: Charset = Charset {
    name: "CP850 (DOS)",
    high: "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ\
        áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
        └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀\
        ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}",
};

/// The encoding of the first PC.
pub(super) const CP437: Charset = Charset {
    name: "CP437 (DOS)",
    high: "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ\
        áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
        └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
        αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}",
};

/// The encoding of central Europe on Windows.
pub(super) const WINDOWS_1250: Charset = Charset {
    name: "Windows-1250",
    high: "€\u{81}‚\u{83}„…†‡\u{88}‰Š‹ŚŤŽŹ\u{90}‘’“”•–—\u{98}™š›śťžź\
        \u{a0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{ad}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż\
        ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß\
        ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙",
};

/// The encoding of central Europe elsewhere.
pub(super) const LATIN_2: Charset = Charset {
    name: "Latin-2",
    high: "\u{80}\u{81}\u{82}\u{83}\u{84}\u{85}\u{86}\u{87}\u{88}\u{89}\u{8a}\u{8b}\u{8c}\u{8d}\u{8e}\u{8f}\u{90}\u{91}\u{92}\u{93}\u{94}\u{95}\u{96}\u{97}\u{98}\u{99}\u{9a}\u{9b}\u{9c}\u{9d}\u{9e}\u{9f}\
        \u{a0}Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u{ad}ŽŻ°ą˛ł´ľśˇ¸šşťź˝žż\
        ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß\
        ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙",
};

/// The Cyrillic encoding of Windows.
pub(super) const WINDOWS_1251: Charset = Charset {
    name: "Windows-1251",
    high: "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\
        \u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї°±Ііґµ¶·ё№є»јЅѕї\
        АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ\
        абвгдежзийклмнопрстуфхцчшщъыьэюя",
};

/// The Greek encoding of Windows.
pub(super) const WINDOWS_1253: Charset = Charset {
    name: "Windows-1253",
    high: "€\u{81}‚ƒ„…†‡\u{88}‰\u{8a}‹\u{8c}\u{8d}\u{8e}\u{8f}\u{90}‘’“”•–—\u{98}™\u{9a}›\u{9c}\u{9d}\u{9e}\u{9f}\
        \u{a0}΅Ά£¤¥¦§¨©ª«¬\u{ad}®―°±²³΄µ¶·ΈΉΊ»Ό½ΎΏ\
        ΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡÒΣΤΥΦΧΨΩΪΫάέήί\
        ΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώÿ",
};

impl Charset {
    /// The character of a byte.
    pub(super) fn char_of(&self, byte: u8) -> char {
        let index = byte.checked_sub(0x80).map(usize::from);
        let high = index.and_then(|index| self.high.chars().nth(index));
        high.unwrap_or(char::from(byte))
    }

    /// The byte of a character; `None` if the encoding does not have it.
    pub(super) fn byte_of(&self, char: char) -> Option<u8> {
        if char.is_ascii() {
            return u8::try_from(char).ok();
        }
        let index = self.high.chars().position(|it| it == char)?;
        u8::try_from(0x80 + index).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_a_character_and_back() {
        for charset in [
            WINDOWS_1252,
            MAC_ROMAN,
            CP850,
            CP437,
            WINDOWS_1250,
            LATIN_2,
            WINDOWS_1251,
            WINDOWS_1253,
        ] {
            for byte in 0..=u8::MAX {
                let char = charset.char_of(byte);
                let name = charset.name;
                assert_eq!(charset.byte_of(char), Some(byte), "{name} {byte:02X}");
            }
        }
    }

    #[test]
    fn letters_have_their_published_bytes() {
        assert_eq!(WINDOWS_1252.byte_of('€'), Some(0x80));
        assert_eq!(MAC_ROMAN.byte_of('è'), Some(0x8f));
        assert_eq!(CP850.byte_of('ö'), Some(0x94));
        assert_eq!(CP437.byte_of('è'), Some(0x8a));
        assert_eq!(WINDOWS_1250.char_of(0xe8), 'č');
        assert_eq!(LATIN_2.char_of(0xb1), 'ą');
        assert_eq!(WINDOWS_1251.char_of(0xc3), 'Г');
        assert_eq!(WINDOWS_1253.char_of(0xc3), 'Γ');
        assert_eq!(WINDOWS_1252.byte_of('日'), None);
    }
}
