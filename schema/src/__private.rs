//! What the derive macros name. No part of the public interface.

pub use std::borrow::Cow::Borrowed;

pub use schemars;
pub use serde;

use crate::block::{Block, Field};
use crate::code_list::{CodeList, Meaning};
use crate::deliberation::Deliberation;
pub use crate::json::{deserialize, deserialize_scalar, serialize};
use crate::label::Text;
use crate::period::Period;
use crate::row::Row;
use crate::value::{CodeText, Codes, Datum, ValueError, codes_text};
use crate::value_type::ValueType;

/// The names of the columns, groups flattened; called once per type.
#[must_use]
pub fn column_names(block: &'static Block) -> Box<[&'static str]> {
    let columns = block.columns();
    let flat = block.fields.iter().filter_map(|field| match field {
        Field::Role(column) => Some(&*column.id),
        Field::Variable(variable) => Some(&*variable.id),
        Field::Group(_) => None,
    });
    let flat: Vec<&'static str> = flat.collect();
    if flat.len() == columns.len() {
        return flat.into();
    }
    // serde wants names that live as long as the program: the few that carry a prefix are kept for good, once per type.
    columns
        .into_iter()
        .map(|column| &*Box::leak(column.name.into_boxed_str()))
        .collect()
}

/// The lists of the columns of a struct.
#[must_use]
pub fn code_lists(lists: &[Option<CodeList>]) -> Vec<CodeList> {
    lists.iter().flatten().cloned().collect()
}

/// The JSON Schema of a row, as schemars has it.
#[must_use]
pub fn json_schema<R: Row>() -> schemars::Schema {
    let mut schema = crate::json_schema::schema_of::<R>();
    if let Some(object) = schema.as_object_mut() {
        // schemars writes the draft at the root itself.
        object.remove("$schema");
    }
    schemars::Schema::try_from(schema).unwrap_or_default()
}

/// The id of the list of a column.
#[must_use]
pub const fn list_id(list: &'static Option<CodeList>) -> Option<Text> {
    match list {
        Some(list) => Some(Text::Borrowed(text(&list.id))),
        None => None,
    }
}

/// The id of a list.
#[must_use]
pub const fn id_of<L: Codes>() -> Text {
    Text::Borrowed(text(&const { &L::LIST }.id))
}

/// What a code of a list means in a period.
#[must_use]
pub fn meanings<L: Codes>(code: &str, period: Period) -> Vec<&'static Meaning> {
    L::list()
        .find(code)
        .map(|code| code.at(period))
        .unwrap_or_default()
}

/// The text of a code, as data; its length was checked by the derive.
#[must_use]
pub fn code_datum(code: &str) -> Datum {
    CodeText::new(code).map_or(Datum::Null, Datum::Code)
}

/// The variant of a closed enum whose code `datum` holds.
///
/// # Errors
/// If it is no code of the list.
pub fn variant<T: Copy>(datum: Datum, list: &CodeList, variants: &[T]) -> Result<T, ValueError> {
    let Datum::Code(text) = datum else {
        return Err(ValueError::wrong_type(
            &ValueType::Code {
                list: list.id.clone(),
            },
            &datum,
        ));
    };
    parse_variant(text.as_str(), list, variants)
}

/// The variant of a closed enum with this code, or with this text as an alias.
///
/// # Errors
/// If it is no code of the list.
pub fn parse_variant<T: Copy>(
    text: &str,
    list: &CodeList,
    variants: &[T],
) -> Result<T, ValueError> {
    let code = codes_text(list, text)?;
    let position = list.stored().position(|(known, _)| known == code.as_str());
    position
        .and_then(|position| variants.get(position).copied())
        .ok_or_else(|| ValueError::unknown_code(list))
}

/// Refuses, while compiling, what is no year, quarter or day.
pub const fn require_moment(text: &str) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let ok = match at {
            0..=3 | 8 | 9 => bytes[at].is_ascii_digit(),
            4 | 7 => bytes[at] == b'-',
            5 => bytes[at].is_ascii_digit() || (bytes[at] == b'Q' && bytes.len() == 7),
            6 => bytes[at].is_ascii_digit(),
            _ => false,
        };
        assert!(
            ok,
            "a break in series starts at a year, a quarter or a day: `2006`, `2014-Q1` or `2013-05-01`"
        );
        at += 1;
    }
    assert!(
        matches!(bytes.len(), 4 | 10) || (bytes.len() == 7 && bytes[5] == b'Q'),
        "a break in series starts at a year, a quarter or a day: `2006`, `2014-Q1` or `2013-05-01`"
    );
}

/// The room for one message while compiling.
const ROOM: usize = 8192;

/// Refuses, while compiling, a model whose blocks leave out a phrase of the decision, or that says the same thing twice.
///
/// Every heading is either carried out by blocks that together have every phrase, or named in `unmodelled`.
#[track_caller]
pub const fn coverage(deliberation: &Deliberation, blocks: &[&Block], unmodelled: &[&str]) {
    let mut message = Message {
        text: [0; ROOM],
        length: 0,
    };
    let headings = list(&deliberation.headings);
    let mut h = 0;
    while h < headings.len() {
        let heading = &headings[h];
        let (title, named) = (
            text(&heading.title),
            contains(unmodelled, text(&heading.title)),
        );
        let mut has_block = false;
        let mut b = 0;
        while b < blocks.len() {
            has_block = has_block
                || (blocks[b].paragraph == heading.paragraph
                    && equal(text(&blocks[b].heading), title));
            b += 1;
        }
        match (named, has_block) {
            (true, true) => message.line(&[
                "heading `",
                title,
                "` has a block and is named in `unmodelled`; take it out of `unmodelled`",
            ]),
            (false, false) => message.line(&[
                "heading `",
                title,
                "` has no block; write one, or name the heading in `unmodelled`",
            ]),
            (true, false) => {}
            (false, true) => {
                let terms = list(&heading.terms);
                let mut t = 0;
                while t < terms.len() {
                    let term = &terms[t];
                    require(&mut message, blocks, heading, term, "");
                    let mut r = 0;
                    while r < list(&term.relatives).len() {
                        require(
                            &mut message,
                            blocks,
                            heading,
                            term,
                            text(&list(&term.relatives)[r]),
                        );
                        r += 1;
                    }
                    r = 0;
                    while r < list(&heading.relatives).len() {
                        require(
                            &mut message,
                            blocks,
                            heading,
                            term,
                            text(&list(&heading.relatives)[r]),
                        );
                        r += 1;
                    }
                    t += 1;
                }
            }
        }
        h += 1;
    }
    let mut u = 0;
    while u < unmodelled.len() {
        let mut known = false;
        h = 0;
        while h < headings.len() {
            known = known || equal(text(&headings[h].title), unmodelled[u]);
            h += 1;
        }
        if !known {
            message.line(&[
                "`unmodelled` names `",
                unmodelled[u],
                "`, which is no heading of the decision",
            ]);
        }
        u += 1;
    }
    let mut b = 0;
    while b < blocks.len() {
        let mut other = b + 1;
        while other < blocks.len() {
            if equal(text(&blocks[b].id), text(&blocks[other].id)) {
                message.line(&[
                    "two blocks have the id `",
                    text(&blocks[b].id),
                    "`; give one of them another with `id = \"..\"`",
                ]);
            }
            other += 1;
        }
        b += 1;
    }
    message.fail();
}

const fn require(
    message: &mut Message,
    blocks: &[&Block],
    heading: &crate::Heading,
    term: &crate::Term,
    relative: &str,
) {
    let mut b = 0;
    while b < blocks.len() {
        let block = blocks[b];
        if block.paragraph == heading.paragraph
            && equal(text(&block.heading), text(&heading.title))
            && carries(list(&block.fields), term, relative, "")
        {
            return;
        }
        b += 1;
    }
    let of = match &term.of {
        Some(of) => text(of),
        None => "",
    };
    message.line(&[
        "heading `",
        text(&heading.title),
        "` has no variable with `term = \"",
        text(&term.term),
        if of.is_empty() { "\"" } else { "\", of = \"" },
        of,
        if of.is_empty() { "" } else { "\"" },
        if relative.is_empty() {
            "`"
        } else {
            ", relative = \""
        },
        relative,
        if relative.is_empty() { "" } else { "\"`" },
    ]);
}

/// Whether a field carries out the phrase for this relative; `within` is the relative of the group around it.
const fn carries(fields: &[Field], term: &crate::Term, relative: &str, within: &str) -> bool {
    let mut f = 0;
    while f < fields.len() {
        let found = match &fields[f] {
            Field::Role(_) => false,
            Field::Group(group) => {
                let own = optional(&group.relative);
                carries(
                    list(&group.fields),
                    term,
                    relative,
                    if own.is_empty() { within } else { own },
                )
            }
            Field::Variable(variable) => {
                let phrase = &variable.phrase;
                let own = optional(&phrase.relative);
                equal(text(&phrase.term), text(&term.term))
                    && equal(optional(&phrase.of), optional(&term.of))
                    && equal(if own.is_empty() { within } else { own }, relative)
            }
        };
        if found {
            return true;
        }
        f += 1;
    }
    false
}

/// A message of several lines, put together while compiling.
struct Message {
    text: [u8; ROOM],
    length: usize,
}

impl Message {
    const fn line(&mut self, parts: &[&str]) {
        if self.length > 0 {
            self.push("\n");
        }
        let mut p = 0;
        while p < parts.len() {
            self.push(parts[p]);
            p += 1;
        }
    }

    const fn push(&mut self, part: &str) {
        let bytes = part.as_bytes();
        if self.length + bytes.len() > ROOM {
            return;
        }
        let mut at = 0;
        while at < bytes.len() {
            self.text[self.length] = bytes[at];
            self.length += 1;
            at += 1;
        }
    }

    #[track_caller]
    const fn fail(&self) {
        if self.length == 0 {
            return;
        }
        match std::str::from_utf8(self.text.split_at(self.length).0) {
            Ok(text) => panic!("{}", text),
            Err(_) => panic!("the model does not carry out the decision"),
        }
    }
}

/// The text of a constant.
const fn text(text: &Text) -> &str {
    match text {
        Text::Borrowed(text) => text,
        Text::Owned(_) => "",
    }
}

const fn optional(of: &Option<Text>) -> &str {
    match of {
        Some(of) => text(of),
        None => "",
    }
}

/// The items of a constant.
const fn list<T: Clone>(list: &crate::List<T>) -> &[T] {
    match list {
        crate::List::Borrowed(items) => items,
        crate::List::Owned(_) => &[],
    }
}

const fn contains(texts: &[&str], text: &str) -> bool {
    let mut at = 0;
    while at < texts.len() {
        if equal(texts[at], text) {
            return true;
        }
        at += 1;
    }
    false
}

const fn equal(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut at = 0;
    while at < a.len() {
        if a[at] != b[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// serde and schemars for a row, over its description.
#[doc(hidden)]
#[macro_export]
macro_rules! __row_impls {
    ($row:ident, $name:literal) => {
        impl $crate::__private::serde::Serialize for $row {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::serialize(self, serializer)
            }
        }
        impl<'de> $crate::__private::serde::Deserialize<'de> for $row {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize(deserializer)
            }
        }
        impl $crate::__private::schemars::JsonSchema for $row {
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                ::std::borrow::Cow::Borrowed($name)
            }
            fn json_schema(
                _: &mut $crate::__private::schemars::SchemaGenerator,
            ) -> $crate::__private::schemars::Schema {
                $crate::__private::json_schema::<Self>()
            }
        }
    };
}

/// Text and serde for an enum of codes, over its list.
#[doc(hidden)]
#[macro_export]
macro_rules! __code_impls {
    ($list:ident) => {
        impl ::core::fmt::Display for $list {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.code())
            }
        }
        impl ::core::str::FromStr for $list {
            type Err = $crate::ValueError;
            fn from_str(text: &str) -> ::core::result::Result<Self, $crate::ValueError> {
                $crate::__private::parse_variant(text, <Self as $crate::Codes>::list(), Self::ALL)
            }
        }
        impl $crate::__private::serde::Serialize for $list {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }
        impl<'de> $crate::__private::serde::Deserialize<'de> for $list {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize_scalar(deserializer)
            }
        }
    };
}
