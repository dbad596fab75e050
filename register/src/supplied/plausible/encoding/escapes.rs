//! Letters as web pages and programs write them: `&eacute;`, `\u00e9`, `%C3%A9`.

/// The first such letter in a text.
pub(super) fn escape(text: &str) -> Option<&str> {
    entity(text)
        .or_else(|| unicode_escape(text))
        .or_else(|| percent_escape(text))
}

/// `&amp;`, `&eacute;`, `&#233;`, `&#xE9;`.
fn entity(text: &str) -> Option<&str> {
    let mut starts = text.match_indices('&');
    starts.find_map(|(start, _)| {
        let inside = &text[start + 1..];
        let end = inside.find(';').filter(|end| (2..=8).contains(end))?;
        let name = &inside[..end];
        let is_number = match name.strip_prefix('#') {
            None => false,
            Some(number) => match number.strip_prefix(['x', 'X']) {
                Some(hex) => !hex.is_empty() && hex.bytes().all(|it| it.is_ascii_hexdigit()),
                None => !number.is_empty() && number.bytes().all(|it| it.is_ascii_digit()),
            },
        };
        (is_number || is_entity_name(name)).then(|| &text[start..start + end + 2])
    })
}

fn is_entity_name(name: &str) -> bool {
    const NAMES: [&str; 28] = [
        "amp", "lt", "gt", "quot", "apos", "nbsp", "euro", "rsquo", "lsquo", "ldquo", "rdquo",
        "ndash", "mdash", "hellip", "laquo", "raquo", "deg", "middot", "sect", "szlig", "oelig",
        "OElig", "aelig", "AElig", "shy", "copy", "reg", "bull",
    ];
    const ACCENTS: [&str; 7] = ["acute", "grave", "circ", "uml", "cedil", "tilde", "slash"];
    let mut chars = name.chars();
    let is_letter = chars.next().is_some_and(|it| it.is_ascii_alphabetic());
    NAMES.contains(&name) || (is_letter && ACCENTS.contains(&chars.as_str()))
}

/// `\u00e9`.
fn unicode_escape(text: &str) -> Option<&str> {
    let mut starts = text.match_indices("\\u");
    starts.find_map(|(start, _)| {
        let escape = text.get(start..start + 6)?;
        let is_hex = escape[2..].bytes().all(|it| it.is_ascii_hexdigit());
        is_hex.then_some(escape)
    })
}

/// `%C3%A9`, outside an address of a web page.
fn percent_escape(text: &str) -> Option<&str> {
    let mut starts = text.match_indices('%');
    starts.find_map(|(start, _)| {
        let escape = text.get(start..start + 6)?;
        let bytes = escape.as_bytes();
        let is_hex = |at: usize| bytes[at].is_ascii_hexdigit() && bytes[at + 1].is_ascii_hexdigit();
        // The lead bytes of letters in UTF-8; `50%` and `%20` are texts.
        let is_letter = matches!(
            &escape[1..3],
            "C2" | "C3" | "C4" | "C5" | "c2" | "c3" | "c4" | "c5"
        );
        let found = is_letter && is_hex(1) && bytes[3] == b'%' && is_hex(4);
        (found && !super::is_in_address(text, start)).then_some(escape)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letter_as_a_program_writes_it_is_found() {
        for (text, found) in [
            ("Bouw &amp; hout", "&amp;"),
            ("Co&ouml;rdinator", "&ouml;"),
            ("Co&#246;rdinator", "&#246;"),
            ("a&#xF6;b", "&#xF6;"),
            ("Co\\u00f6rdinator", "\\u00f6"),
            ("Co%C3%B6rdinator", "%C3%B6"),
        ] {
            assert_eq!(escape(text), Some(found), "{text}");
        }
    }

    #[test]
    fn text_as_it_should_be_is_not() {
        for text in [
            "R&D; x",
            "A & B; C",
            "Procter &Gamble;",
            "&;",
            "50%",
            "50%C3",
            "é&é;",
            "\\user",
            "https://x.be/%C3%A9",
            "&#;",
            "&#x;",
            "%é%é%é",
            "a&",
            "\\u00",
        ] {
            assert_eq!(escape(text), None, "{text}");
        }
    }
}
