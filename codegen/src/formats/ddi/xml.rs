//! A writer of XML elements with texts in several languages.

use std::borrow::Cow;
use std::io::{self, Write};

use beraad_schema::describe::Label;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// The attributes of an element: names and texts.
pub(super) type Attributes<'a> = [(&'a str, &'a str)];

/// A writer of XML elements.
pub(super) struct Xml<'o> {
    writer: Writer<&'o mut dyn Write>,
}

impl<'o> Xml<'o> {
    pub(super) fn new(out: &'o mut dyn Write) -> io::Result<Self> {
        let mut writer = Writer::new_with_indent(out, b' ', 1);
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        Ok(Self { writer })
    }

    pub(super) fn open(&mut self, name: &str, attributes: &Attributes<'_>) -> io::Result<()> {
        self.writer
            .write_event(Event::Start(start(name, attributes)))
    }

    pub(super) fn close(&mut self, name: &str) -> io::Result<()> {
        self.writer.write_event(Event::End(BytesEnd::new(name)))
    }

    pub(super) fn empty(&mut self, name: &str, attributes: &Attributes<'_>) -> io::Result<()> {
        self.writer
            .write_event(Event::Empty(start(name, attributes)))
    }

    /// Writes an element with a text.
    pub(super) fn text(
        &mut self,
        name: &str,
        attributes: &Attributes<'_>,
        text: &str,
    ) -> io::Result<()> {
        self.open(name, attributes)?;
        let text = allowed(text);
        self.writer
            .write_event(Event::Text(BytesText::new(&text)))?;
        self.close(name)
    }

    /// Writes an element for each language of a label.
    pub(super) fn label(
        &mut self,
        name: &str,
        attributes: &Attributes<'_>,
        label: &Label,
    ) -> io::Result<()> {
        for (language, text) in label.iter() {
            let attributes = [attributes, &[("xml:lang", language.as_str())]].concat();
            self.text(name, &attributes, text)?;
        }
        Ok(())
    }

    /// Writes a note, which carries what the standard has no element for: `kind` names it.
    pub(super) fn note(&mut self, kind: &str, text: &str) -> io::Result<()> {
        self.text("notes", &[("type", kind)], text)
    }

    /// Writes a note if there is a text for it.
    pub(super) fn optional_note(
        &mut self,
        kind: &str,
        text: Option<impl ToString>,
    ) -> io::Result<()> {
        text.map_or(Ok(()), |text| self.note(kind, &text.to_string()))
    }

    /// Writes a note in each language of a label.
    pub(super) fn label_note(&mut self, kind: &str, label: Option<&Label>) -> io::Result<()> {
        label.map_or(Ok(()), |label| {
            self.label("notes", &[("type", kind)], label)
        })
    }

    pub(super) fn end(self) -> io::Result<()> {
        self.writer.into_inner().write_all(b"\n")
    }
}

fn start<'a>(name: &'a str, attributes: &Attributes<'_>) -> BytesStart<'a> {
    let attributes = attributes.iter().map(|&(name, text)| (name, allowed(text)));
    let mut start = BytesStart::new(name);
    for (name, text) in attributes {
        start.push_attribute((name, &*text));
    }
    start
}

/// Replaces the characters that XML 1.0 cannot contain by their numbers.
fn allowed(text: &str) -> Cow<'_, str> {
    let is_allowed =
        |char: char| matches!(char, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
    if text.chars().all(is_allowed) {
        return Cow::Borrowed(text);
    }
    let shown = |char: char| {
        if is_allowed(char) {
            char.to_string()
        } else {
            format!("⟨U+{:04X}⟩", u32::from(char))
        }
    };
    Cow::Owned(text.chars().map(shown).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn character_that_xml_cannot_contain_is_replaced_by_its_number() {
        assert_eq!(allowed("a\tb\nc"), "a\tb\nc");
        assert_eq!(allowed("a\u{1}b\u{ffff}"), "a⟨U+0001⟩b⟨U+FFFF⟩");
    }
}
