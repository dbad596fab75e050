//! What the derive macros name. No part of the public interface.

pub use schemars;
pub use serde;
use serde_json::{Value as Json, json};

use crate::block::{Block, Field};
use crate::code_list::{CodeList, Meaning};
use crate::deliberation::Deliberation;
pub use crate::json::{deserialize, deserialize_scalar, serialize};
use crate::period::Period;
use crate::provenance::{Note, Origin, SeriesBreak};
use crate::row::{Fields, Row, Source};
use crate::rule::Expr;
use crate::value::{CodeText, Codes, Datum, ValueError, codes_text};
use crate::value_type::ValueType;

/// A block as it is kept, once per type.
pub struct Described {
    pub(crate) block: Block,
    pub(crate) names: Vec<&'static str>,
}

/// A phrase that a column carries out, or a struct of columns for a relative.
#[derive(Clone, Copy, Debug)]
pub enum Carried {
    /// `term`, `of` and `relative`; empty where there is none.
    Phrase(&'static str, &'static str, &'static str),
    /// The relative, and the phrases of the struct.
    Group(&'static str, &'static [Self]),
}

/// What is known of a field from its type.
pub enum Typed {
    /// A role.
    Role(ValueType, bool),
    /// A variable, with its code list.
    Variable(ValueType, bool, Option<&'static CodeList>),
    /// A struct of columns, with its code lists.
    Group(Vec<Field>, Vec<&'static CodeList>),
}

impl Typed {
    pub(crate) fn into_code_lists(self) -> Vec<&'static CodeList> {
        match self {
            Self::Role(..) => Vec::new(),
            Self::Variable(_, _, list) => list.into_iter().collect(),
            Self::Group(_, lists) => lists,
        }
    }
}

/// A description as the derive writes it: JSON with holes, and what fills them.
///
/// One text costs the compiler a tenth of what the same description costs as a constant of nested structs.
pub struct Draft<'a> {
    /// The JSON of a block, or of a list of fields. Where a constant is named, its place holds a number.
    pub text: &'static str,
    /// The notes that are constants.
    pub notes: &'a [Note],
    /// The breaks that are constants.
    pub breaks: &'a [SeriesBreak],
    /// The origins that are constants.
    pub origins: &'a [Origin],
    /// The expressions of the rules, which may name constants.
    pub expressions: Vec<Expr>,
}

impl Draft<'_> {
    /// The description of a block.
    #[must_use]
    pub fn block<R: Row>(self) -> Described {
        let block: Block = self.fill(R::types());
        // serde wants names that live as long as the program: they are kept for good, once per type.
        let names = block
            .columns()
            .into_iter()
            .map(|column| &*Box::leak(column.name.into_boxed_str()))
            .collect();
        Described { block, names }
    }

    /// The description of the fields of a part.
    #[must_use]
    pub fn fields<T: Fields>(self) -> Vec<Field> {
        self.fill(T::types())
    }

    /// # Panics
    /// If the text is not what the derive of the same version writes.
    fn fill<T: serde::de::DeserializeOwned>(self, types: Vec<Typed>) -> T {
        let mut json: Json = serde_json::from_str(self.text).expect("the derive writes JSON");
        let constants = Constants {
            notes: self.notes.iter().map(to_json).collect(),
            breaks: self.breaks.iter().map(to_json).collect(),
            origins: self.origins.iter().map(to_json).collect(),
        };
        constants.fill(&mut json);
        let rules = json.get_mut("rules").and_then(Json::as_array_mut);
        for (rule, expression) in rules.into_iter().flatten().zip(&self.expressions) {
            rule["expression"] = to_json(expression);
        }
        let fields = if json.is_array() {
            Some(&mut json)
        } else {
            json.get_mut("fields")
        };
        for (field, typed) in fields
            .and_then(Json::as_array_mut)
            .into_iter()
            .flatten()
            .zip(types)
        {
            let (kind, entries) = match typed {
                Typed::Role(value_type, nullable) => (
                    "role",
                    json!({ "value_type": value_type, "nullable": nullable }),
                ),
                Typed::Variable(value_type, nullable, list) => {
                    let id = list.map(|list| &list.id);
                    (
                        "variable",
                        json!({ "value_type": value_type, "nullable": nullable, "code_list": id }),
                    )
                }
                Typed::Group(fields, _) => ("group", json!({ "fields": fields })),
            };
            let field = &mut field[kind];
            constants.fill(field);
            if let (Some(field), Json::Object(entries)) = (field.as_object_mut(), entries) {
                field.extend(entries);
            }
        }
        serde_json::from_value(json).expect("the derive writes what the vocabulary reads")
    }
}

struct Constants {
    notes: Vec<Json>,
    breaks: Vec<Json>,
    origins: Vec<Json>,
}

impl Constants {
    fn fill(&self, described: &mut Json) {
        for (key, constants) in [
            ("notes", &self.notes),
            ("breaks", &self.breaks),
            ("origins", &self.origins),
        ] {
            for item in described
                .get_mut(key)
                .and_then(Json::as_array_mut)
                .into_iter()
                .flatten()
            {
                let position = item
                    .as_u64()
                    .and_then(|number| usize::try_from(number).ok());
                if let Some(constant) = position.and_then(|position| constants.get(position)) {
                    *item = constant.clone();
                }
            }
        }
    }
}

fn to_json(constant: &impl serde::Serialize) -> Json {
    serde_json::to_value(constant).expect("descriptions are JSON")
}

/// The fields of a block. A function, and no method of `Row`, so that a struct that is no row is told so once.
#[must_use]
pub fn fields<R: Row>() -> Vec<Field> {
    R::block().fields.to_vec()
}

/// A code list as the derive writes it.
///
/// # Panics
/// If the text is not what the derive of the same version writes.
#[must_use]
pub fn code_list(text: &'static str) -> CodeList {
    serde_json::from_str(text).expect("the derive writes what the vocabulary reads")
}

/// The decision as `deliberation!` writes it.
///
/// # Panics
/// If the text is not what the macro of the same version writes.
#[must_use]
pub fn deliberation(text: &'static str) -> Deliberation {
    serde_json::from_str(text).expect("the macro writes what the vocabulary reads")
}

/// A row for every index of a source.
pub fn rows<S: Source, R>(source: &S, row: impl FnMut(usize) -> R) -> Vec<R> {
    (0..source.rows()).map(row).collect()
}

/// The next row of a struct of columns.
///
/// # Panics
/// If a source gives a struct within a row fewer rows than it has.
pub fn next<T>(rows: &mut std::vec::IntoIter<T>) -> T {
    rows.next()
        .expect("a source has as many rows for every column")
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

/// The place among the codes of a closed enum of the code that `datum` holds.
///
/// # Errors
/// If it is no code of the list.
pub fn position(datum: &Datum, list: &CodeList) -> Result<usize, ValueError> {
    let Datum::Code(text) = datum else {
        return Err(ValueError::wrong_type(
            &ValueType::Code {
                list: list.id.clone(),
            },
            datum,
        ));
    };
    parse_position(text.as_str(), list)
}

/// The place among the codes of a closed enum of this code, or of the code that has this text as an alias.
///
/// # Errors
/// If it is no code of the list.
pub fn parse_position(text: &str, list: &CodeList) -> Result<usize, ValueError> {
    let code = codes_text(list, text)?;
    list.stored()
        .position(|(known, _)| known == code.as_str())
        .ok_or_else(|| ValueError::unknown_code(list))
}

/// The item at `position` of all variants; the position is one of [`position`] or [`parse_position`].
///
/// # Errors
/// If there is none, which a derived enum never gives.
pub fn nth<T, const N: usize>(
    variants: [T; N],
    list: &CodeList,
    position: usize,
) -> Result<T, ValueError> {
    variants
        .into_iter()
        .nth(position)
        .ok_or_else(|| ValueError::unknown_code(list))
}

/// The text, which must be a year, a quarter or a day: what is none does not compile.
#[must_use]
#[track_caller]
pub const fn moment(text: &str) -> &str {
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut known = matches!(bytes.len(), 4 | 7 | 10);
    while at < bytes.len() {
        known = known
            && match at {
                4 | 7 => bytes[at] == b'-',
                5 if bytes.len() == 7 => bytes[at] == b'Q',
                _ => bytes[at].is_ascii_digit(),
            };
        at += 1;
    }
    assert!(
        known,
        "a break in series starts at a year, a quarter or a day: `2006`, `2014-Q1` or `2013-05-01`"
    );
    text
}

/// A heading of the decision, for the compiler.
pub struct HeadingRef {
    /// The paragraph and the title.
    pub heading: (u8, &'static str),
    /// The persons besides the person concerned for whom every term holds.
    pub relatives: &'static [&'static str],
    /// `term`, `of` (empty where there is none) and the term's own relatives.
    pub terms: &'static [(&'static str, &'static str, &'static [&'static str])],
}

/// A block, for the compiler.
pub struct BlockRef {
    /// Its id.
    pub id: &'static str,
    /// The paragraph and the title of its heading.
    pub heading: (u8, &'static str),
    /// The phrases that its columns carry out.
    pub phrases: &'static [Carried],
}

impl BlockRef {
    const fn is_under(&self, heading: (u8, &str)) -> bool {
        self.heading.0 == heading.0 && equal(self.heading.1, heading.1)
    }
}

/// The room for one message while compiling.
const ROOM: usize = 8192;

/// Refuses, while compiling, a model whose blocks leave out a phrase of the decision, or two of which have one id.
///
/// Every heading is either carried out by blocks that together have every phrase, or named in `unmodelled`.
#[track_caller]
pub const fn coverage(headings: &[HeadingRef], blocks: &[BlockRef], unmodelled: &[&str]) {
    let mut message = Message {
        text: [0; ROOM],
        length: 0,
    };
    let mut b = 0;
    while b < blocks.len() {
        // A block with mistakes was reported at its struct, and stands here with no heading.
        if blocks[b].heading.1.is_empty() {
            return;
        }
        b += 1;
    }
    let mut h = 0;
    while h < headings.len() {
        let (heading, title) = (&headings[h], headings[h].heading.1);
        let named = contains(unmodelled, title);
        let mut has_block = false;
        let mut b = 0;
        while b < blocks.len() {
            has_block = has_block || blocks[b].is_under(heading.heading);
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
                let mut t = 0;
                while t < heading.terms.len() {
                    let (term, of, relatives) = heading.terms[t];
                    require(&mut message, blocks, heading.heading, term, of, &[""]);
                    require(&mut message, blocks, heading.heading, term, of, relatives);
                    require(
                        &mut message,
                        blocks,
                        heading.heading,
                        term,
                        of,
                        heading.relatives,
                    );
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
            known = known || equal(headings[h].heading.1, unmodelled[u]);
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
    b = 0;
    while b < blocks.len() {
        let mut other = b + 1;
        while other < blocks.len() {
            if equal(blocks[b].id, blocks[other].id) {
                message.line(&[
                    "two blocks have the id `",
                    blocks[b].id,
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
    blocks: &[BlockRef],
    heading: (u8, &str),
    term: &str,
    of: &str,
    relatives: &[&str],
) {
    let mut r = 0;
    while r < relatives.len() {
        let relative = relatives[r];
        let mut found = false;
        let mut b = 0;
        while b < blocks.len() {
            found = found
                || (blocks[b].is_under(heading)
                    && carries(blocks[b].phrases, term, of, relative, ""));
            b += 1;
        }
        if !found {
            message.line(&[
                "heading `",
                heading.1,
                "` has no variable with `term = \"",
                term,
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
        r += 1;
    }
}

/// Whether a column carries out the phrase for this relative; `within` is the relative of the struct around it.
const fn carries(phrases: &[Carried], term: &str, of: &str, relative: &str, within: &str) -> bool {
    let mut p = 0;
    while p < phrases.len() {
        let found = match phrases[p] {
            Carried::Phrase(own_term, own_of, own) => {
                let own = if own.is_empty() { within } else { own };
                equal(own_term, term) && equal(own_of, of) && equal(own, relative)
            }
            Carried::Group(own, phrases) => carries(
                phrases,
                term,
                of,
                relative,
                if own.is_empty() { within } else { own },
            ),
        };
        if found {
            return true;
        }
        p += 1;
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
            fn schema_name() -> ::std::borrow::Cow<'static, ::core::primitive::str> {
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
                f.pad(Self::__text(self))
            }
        }
        impl ::core::str::FromStr for $list {
            type Err = $crate::ValueError;
            fn from_str(
                text: &::core::primitive::str,
            ) -> ::core::result::Result<Self, $crate::ValueError> {
                Self::__nth($crate::__private::parse_position(
                    text,
                    <Self as $crate::Codes>::list(),
                )?)
            }
        }
        impl $crate::__private::serde::Serialize for $list {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(Self::__text(self))
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
