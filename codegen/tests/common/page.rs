//! The HTML codebook, parsed as a browser does.

use std::collections::BTreeMap;

use html5gum::{DefaultEmitter, Token, Tokenizer};

/// The elements and the text of a page.
#[derive(Debug, Default)]
pub(crate) struct Parsed {
    /// The elements with their attributes, in their order.
    pub(crate) elements: Vec<(String, BTreeMap<String, String>)>,
    /// The text outside of style and script.
    pub(crate) text: String,
}

impl Parsed {
    pub(crate) fn values(&self, attribute: &str) -> Vec<&str> {
        let value = |(_, attributes): &'_ (String, BTreeMap<String, String>)| {
            attributes.contains_key(attribute)
        };
        let with = self.elements.iter().filter(|it| value(it));
        with.map(|(_, attributes)| &*attributes[attribute])
            .collect()
    }
}

const VOID: [&str; 3] = ["meta", "input", "br"];

/// Parses the page as a browser does, and asserts that every element has its own end tag.
pub(crate) fn parse(page: &str) -> Parsed {
    let utf8 = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    let mut parsed = Parsed::default();
    let mut open: Vec<String> = Vec::new();
    let mut emitter = DefaultEmitter::default();
    // The tokenizer then treats style and script as a browser does: their content is not markup.
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(page, emitter) {
        match token.unwrap() {
            Token::StartTag(tag) => {
                let name = utf8(&tag.name);
                if !VOID.contains(&&*name) {
                    open.push(name.clone());
                }
                let attributes = tag.attributes.iter();
                let attributes = attributes
                    .map(|(name, value)| (utf8(name), utf8(value)))
                    .collect();
                parsed.elements.push((name, attributes));
            }
            Token::EndTag(tag) => assert_eq!(open.pop(), Some(utf8(&tag.name))),
            Token::String(text) => {
                if !matches!(open.last().map(|it| &**it), Some("style" | "script")) {
                    parsed.text += &utf8(&text);
                }
            }
            Token::Comment(comment) => panic!("a comment: {comment:?}"),
            Token::Doctype(_) => {}
            Token::Error(error) => panic!("not well formed: {error:?}"),
        }
    }
    assert!(open.is_empty(), "{open:?}");
    parsed
}
