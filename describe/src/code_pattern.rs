//! Patterns of codes: a small part of regular expressions, which every target can express.
//!
//! JSON Schema, SQL and statistical packages each have a regular expression of their own, and they agree on little. A pattern
//! therefore has only what means the same in all of them, and no repetition without a bound.

use std::fmt;
use std::iter::Peekable;
use std::ops::RangeInclusive;
use std::str::{Bytes, FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::code_text::MAX_CODE_BYTES;

/// A pattern that codes match: a regular expression of a few elements, which means the same in JSON Schema, SQL and
/// statistical packages.
///
/// | written | meaning |
/// | --- | --- |
/// | `A`, `7`, `-`, `/` | this character |
/// | `\.` | this one of the characters `\ . + * ? ( ) [ ] { } \| ^ $` |
/// | `[A-Z0-9_]` | one of these characters; a hyphen is written `\-` |
/// | `(..)` | a group |
/// | `AB`, `A\|B` | A and then B; A or B |
/// | `..?`, `..{3}`, `..{2,5}` | what precedes: at most once, 3 times, 2 to 5 times |
///
/// A pattern describes the whole code: it needs no `^` and no `$`. It has no `.`, `*` and `+`, since a code has a known
/// alphabet and a largest length.
///
/// ```
/// use beraad_describe::CodePattern;
///
/// let pattern: CodePattern = "[A-Z][0-9]{2}(\\.[0-9])?".parse()?;
/// assert!(pattern.matches("J45.1"));
/// assert!(!pattern.matches("J45.10"));
///
/// let error = "[0-9]+".parse::<CodePattern>().unwrap_err();
/// assert_eq!(error.to_string(), "`+` at character 6 has no upper bound; write `{1,5}`");
/// # Ok::<(), beraad_describe::CodePatternError>(())
/// ```
#[derive(Clone)]
pub struct CodePattern {
    text: String,
    alternatives: Vec<Sequence>,
}

/// Elements that follow each other.
type Sequence = Vec<Repeated>;

/// An element, and how often it occurs.
#[derive(Clone)]
struct Repeated {
    element: Element,
    min: usize,
    max: usize,
}

#[derive(Clone)]
enum Element {
    /// One of some characters.
    One(Characters),
    /// One of some sequences.
    Group(Vec<Sequence>),
}

/// A set of ASCII characters: a bit for each of them.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Characters(u128);

impl Characters {
    fn of(character: u8) -> Self {
        Self(1 << character)
    }

    fn contains(self, character: u8) -> bool {
        character.is_ascii() && self.0 & 1 << character != 0
    }

    fn iter(self) -> impl Iterator<Item = u8> {
        (b' '..=b'~').filter(move |character| self.contains(*character))
    }
}

/// A set of positions in a text, or of lengths: a bit for each number up to the largest length of a code.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Lengths(u64);

impl Lengths {
    pub(crate) const ALL: Self = Self((1 << (MAX_CODE_BYTES + 1)) - 1);
    const NONE: Self = Self(0);
    const ZERO: Self = Self(1);

    pub(crate) fn iter(self) -> impl Iterator<Item = usize> {
        (0..=MAX_CODE_BYTES).filter(move |length| self.contains(*length))
    }

    pub(crate) fn within(self, min: usize, max: usize) -> Self {
        let outside = self.iter().filter(|length| !(min..=max).contains(length));
        Self(outside.fold(self.0, |lengths, length| lengths & !(1 << length)))
    }

    fn contains(self, length: usize) -> bool {
        length <= MAX_CODE_BYTES && self.0 >> length & 1 == 1
    }

    /// The positions after one more character, where `is_at` says whether the character at a position may follow.
    fn advanced(self, is_at: u64) -> Self {
        Self((self.0 & is_at) << 1 & Self::ALL.0)
    }

    fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The function that returns the positions at which a character of a set is.
type PositionsOf<'a> = dyn Fn(Characters) -> u64 + 'a;

/// Any character is at every position: the ends of a pattern are then its lengths.
const ANYWHERE: &PositionsOf<'_> = &|_| u64::MAX;

/// Returns the positions at which one of the alternatives ends, if it starts at one of `starts`.
///
/// All starts are followed at once, so that the time does not grow with the number of ways in which a pattern matches.
fn ends_of_any(alternatives: &[Sequence], starts: Lengths, at: &PositionsOf<'_>) -> Lengths {
    let ends = |sequence: &Sequence| ends_of_sequence(sequence, starts, at);
    alternatives
        .iter()
        .map(ends)
        .fold(Lengths::NONE, Lengths::or)
}

fn ends_of_sequence(sequence: &[Repeated], starts: Lengths, at: &PositionsOf<'_>) -> Lengths {
    sequence
        .iter()
        .fold(starts, |starts, repeated| repeated.ends(starts, at))
}

impl Repeated {
    fn ends(&self, starts: Lengths, at: &PositionsOf<'_>) -> Lengths {
        let mut last = self.element.ends_of(self.min, starts, at);
        let mut ends = last;
        for _ in self.min..self.max {
            last = self.element.ends(last, at);
            if ends.or(last) == ends {
                break;
            }
            ends = ends.or(last);
        }
        ends
    }
}

impl Element {
    fn ends(&self, starts: Lengths, at: &PositionsOf<'_>) -> Lengths {
        match self {
            Self::One(characters) => starts.advanced(at(*characters)),
            Self::Group(alternatives) => ends_of_any(alternatives, starts, at),
        }
    }

    /// The ends of `count` times the element.
    fn ends_of(&self, count: usize, starts: Lengths, at: &PositionsOf<'_>) -> Lengths {
        let mut ends = starts;
        for _ in 0..count {
            let next = self.ends(ends, at);
            if next == ends {
                break;
            }
            ends = next;
        }
        ends
    }
}

impl CodePattern {
    /// The largest length of a pattern in bytes.
    pub const MAX_BYTES: usize = 128;

    /// The pattern as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns true if the whole code matches.
    #[must_use]
    pub fn matches(&self, code: &str) -> bool {
        let positions_of = |characters: Characters| {
            let bytes = code.bytes().enumerate().take(MAX_CODE_BYTES);
            bytes
                .filter(|(_, byte)| characters.contains(*byte))
                .fold(0, |positions, (position, _)| positions | 1 << position)
        };
        ends_of_any(&self.alternatives, Lengths::ZERO, &positions_of).contains(code.len())
    }

    /// The lengths of the codes that match.
    pub(crate) fn lengths(&self) -> Lengths {
        ends_of_any(&self.alternatives, Lengths::ZERO, ANYWHERE)
    }

    /// Returns a text of this length that matches. `choose` selects one of so many choices, counted from 0.
    pub(crate) fn text_of_length(
        &self,
        length: usize,
        choose: &mut dyn FnMut(usize) -> usize,
    ) -> Option<String> {
        let mut text = TextOfPattern {
            text: String::new(),
            length,
            choose,
        };
        text.push_alternative(&self.alternatives, length)?;
        Some(text.text)
    }

    /// Returns a text of printable characters of this length.
    pub(crate) fn any_text(length: usize, choose: &mut dyn FnMut(usize) -> usize) -> String {
        let mut text = TextOfPattern {
            text: String::new(),
            length,
            choose,
        };
        let all = (b' '..=b'~').fold(0, |all, character| all | 1 << character);
        for _ in 0..length {
            text.push_character(Characters(all));
        }
        text.text
    }
}

/// Writes a text that matches a pattern. Before each choice it computes which lengths the rest can have, so that it never has
/// to go back.
struct TextOfPattern<'a> {
    text: String,
    /// The length of the text when it is complete.
    length: usize,
    choose: &'a mut dyn FnMut(usize) -> usize,
}

impl TextOfPattern<'_> {
    fn choose<T>(&mut self, choices: impl IntoIterator<Item = T>) -> Option<T> {
        let mut choices: Vec<_> = choices.into_iter().collect();
        if choices.is_empty() {
            return None;
        }
        let index = (self.choose)(choices.len());
        Some(choices.swap_remove(index.min(choices.len() - 1)))
    }

    fn push_alternative(&mut self, alternatives: &[Sequence], length: usize) -> Option<()> {
        let has_length = |sequence: &&Sequence| {
            ends_of_sequence(sequence, Lengths::ZERO, ANYWHERE).contains(length)
        };
        let sequence = self.choose(alternatives.iter().filter(has_length))?;
        let mut length = length;
        for (index, repeated) in sequence.iter().enumerate() {
            let rest = ends_of_sequence(&sequence[index + 1..], Lengths::ZERO, ANYWHERE);
            let own = repeated.ends(Lengths::ZERO, ANYWHERE);
            let chosen = self.choose_part(own, rest, length)?;
            self.push_repeated(repeated, chosen)?;
            length -= chosen;
        }
        Some(())
    }

    /// Chooses how much of `length` one part takes, so that the rest can have what is left.
    fn choose_part(&mut self, part: Lengths, rest: Lengths, length: usize) -> Option<usize> {
        let leaves_rest = |part: &usize| {
            length
                .checked_sub(*part)
                .is_some_and(|left| rest.contains(left))
        };
        self.choose(part.iter().filter(leaves_rest))
    }

    fn push_repeated(&mut self, repeated: &Repeated, length: usize) -> Option<()> {
        let element = &repeated.element;
        let lengths_of = |count| element.ends_of(count, Lengths::ZERO, ANYWHERE);
        let counts = repeated.min..=repeated.max;
        let count = self.choose(counts.filter(|count| lengths_of(*count).contains(length)))?;
        let mut length = length;
        for left in (0..count).rev() {
            let chosen = self.choose_part(lengths_of(1), lengths_of(left), length)?;
            match element {
                Element::One(characters) => self.push_character(*characters),
                Element::Group(alternatives) => self.push_alternative(alternatives, chosen)?,
            }
            length -= chosen;
        }
        Some(())
    }

    /// Adds one of some characters: at both ends of the text not a space, unless there is nothing else.
    fn push_character(&mut self, characters: Characters) {
        let is_end = self.text.is_empty() || self.text.len() + 1 == self.length;
        let without_space = Characters(characters.0 & !Characters::of(b' ').0);
        let characters = if is_end && without_space.0 != 0 {
            without_space
        } else {
            characters
        };
        let character = self.choose(characters.iter());
        self.text.extend(character.map(char::from));
    }
}

impl PartialEq for CodePattern {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for CodePattern {}

impl fmt::Debug for CodePattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CodePattern({:?})", self.text)
    }
}

impl fmt::Display for CodePattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Serialize for CodePattern {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for CodePattern {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// A text that is not a pattern of codes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct CodePatternError {
    message: String,
}

impl FromStr for CodePattern {
    type Err = CodePatternError;

    fn from_str(text: &str) -> Result<Self, CodePatternError> {
        let mut parser = Parser {
            bytes: text.bytes().peekable(),
            position: 0,
            depth: 0,
        };
        if text.len() > Self::MAX_BYTES {
            return parser.error(format_args!(
                "a pattern of {} bytes; patterns have at most {}",
                text.len(),
                Self::MAX_BYTES
            ));
        }
        let alternatives = parser.alternatives()?;
        if parser.bytes.peek().is_some() {
            let position = parser.position + 1;
            return parser.error(format_args!(
                "`)` at character {position} closes no group; write `\\)` for the character"
            ));
        }
        let pattern = Self {
            text: text.to_owned(),
            alternatives,
        };
        if pattern.lengths() == Lengths::NONE {
            return parser.error(format_args!(
                "what matches has more than {MAX_CODE_BYTES} characters, the most that a code has"
            ));
        }
        Ok(pattern)
    }
}

/// The largest number of groups within each other.
const MAX_DEPTH: usize = 4;

struct Parser<'a> {
    bytes: Peekable<Bytes<'a>>,
    /// The number of characters that were read.
    position: usize,
    /// The number of groups that are open.
    depth: usize,
}

impl Parser<'_> {
    #[expect(
        clippy::unused_self,
        reason = "reads as a method where errors are returned"
    )]
    fn error<T>(&self, message: fmt::Arguments<'_>) -> Result<T, CodePatternError> {
        Err(CodePatternError {
            message: message.to_string(),
        })
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.bytes.next()?;
        self.position += 1;
        Some(byte)
    }

    /// Reads `expected`, if it is next.
    fn take(&mut self, expected: u8) -> bool {
        let is_next = self.bytes.peek() == Some(&expected);
        if is_next {
            self.next();
        }
        is_next
    }

    fn alternatives(&mut self) -> Result<Vec<Sequence>, CodePatternError> {
        let mut alternatives = vec![self.sequence()?];
        while self.take(b'|') {
            alternatives.push(self.sequence()?);
        }
        Ok(alternatives)
    }

    fn sequence(&mut self) -> Result<Sequence, CodePatternError> {
        let mut sequence = Sequence::new();
        while let Some(next) = self.bytes.peek() {
            if matches!(next, b'|' | b')') {
                break;
            }
            let element = self.element()?;
            let (min, max) = self.repetition()?;
            sequence.push(Repeated { element, min, max });
        }
        if sequence.is_empty() {
            let position = self.position + 1;
            return self.error(format_args!(
                "nothing to match at character {position}; write `?` behind what may be missing"
            ));
        }
        Ok(sequence)
    }

    fn element(&mut self) -> Result<Element, CodePatternError> {
        let Some(byte) = self.next() else {
            return self.error(format_args!("the pattern ends too early"));
        };
        let position = self.position;
        match byte {
            b'(' => {
                self.depth += 1;
                if self.depth > MAX_DEPTH {
                    return self.error(format_args!(
                        "more than {MAX_DEPTH} groups within each other at character {position}"
                    ));
                }
                let alternatives = self.alternatives()?;
                self.depth -= 1;
                if !self.take(b')') {
                    return self.error(format_args!(
                        "`(` at character {position} is never closed; write `\\(` for the character"
                    ));
                }
                Ok(Element::Group(alternatives))
            }
            b'[' => self.class(position).map(Element::One),
            b'\\' => Ok(Element::One(Characters::of(self.escaped(SYNTAX)?))),
            b'*' | b'+' => {
                let (byte, min) = (char::from(byte), u8::from(byte == b'+'));
                self.error(format_args!(
                    "`{byte}` at character {position} has no upper bound; write `{{{min},5}}`"
                ))
            }
            b'.' => self.error(format_args!(
                "`.` at character {position} means any character; write which ones, such as `[0-9A-Z]`, or `\\.` for the character"
            )),
            b'^' | b'$' => self.error(format_args!(
                "`{}` at character {position}: a pattern describes the whole code, remove it",
                char::from(byte)
            )),
            b'?' | b'{' => self.error(format_args!(
                "`{}` at character {position} repeats nothing; write it once, behind what it repeats",
                char::from(byte)
            )),
            b']' | b'}' => self.error(format_args!(
                "`{0}` at character {position} closes nothing; write `\\{0}` for the character",
                char::from(byte)
            )),
            b' '..=b'~' => Ok(Element::One(Characters::of(byte))),
            _ => self.error(format_args!(
                "character {position} is not a printable character of ASCII, which no code has"
            )),
        }
    }

    /// Reads the character behind a backslash.
    fn escaped(&mut self, allowed: &[u8]) -> Result<u8, CodePatternError> {
        let position = self.position;
        match self.next() {
            Some(byte) if allowed.contains(&byte) => Ok(byte),
            _ => {
                let allowed: Vec<_> = allowed
                    .iter()
                    .map(|byte| char::from(*byte).to_string())
                    .collect();
                self.error(format_args!(
                    "`\\` at character {position} must precede one of `{}`",
                    allowed.join(" ")
                ))
            }
        }
    }

    /// Reads the characters of a class, behind its `[`.
    fn class(&mut self, start: usize) -> Result<Characters, CodePatternError> {
        let mut class = Characters(0);
        loop {
            let Some(byte) = self.next() else {
                return self.error(format_args!(
                    "`[` at character {start} is never closed; write `\\[` for the character"
                ));
            };
            let first = match byte {
                b']' if class.0 == 0 => {
                    return self.error(format_args!(
                        "`[` at character {start} contains no characters"
                    ));
                }
                b']' => return Ok(class),
                byte => self.class_character(byte)?,
            };
            let range = if self.take(b'-') {
                let last = self.next().unwrap_or(b']');
                first..=self.class_character(last)?
            } else {
                first..=first
            };
            self.add_range(&mut class, range)?;
        }
    }

    /// Reads a character of a class whose first byte was read.
    fn class_character(&mut self, byte: u8) -> Result<u8, CodePatternError> {
        match byte {
            b'\\' => self.escaped(CLASS_SYNTAX),
            b'^' | b'-' | b'[' | b']' => {
                let (byte, position) = (char::from(byte), self.position);
                self.error(format_args!(
                    "`{byte}` at character {position} within a class; write `\\{byte}` for the character"
                ))
            }
            b' '..=b'~' => Ok(byte),
            _ => {
                let position = self.position;
                self.error(format_args!(
                    "character {position} is not a printable character of ASCII, which no code has"
                ))
            }
        }
    }

    /// Adds characters to a class. A character that is in it already is an error: some languages read `[a&&b]` as an
    /// intersection, and the others as a set with two equal characters.
    fn add_range(
        &self,
        class: &mut Characters,
        range: RangeInclusive<u8>,
    ) -> Result<(), CodePatternError> {
        let (first, last) = (char::from(*range.start()), char::from(*range.end()));
        if first > last {
            return self.error(format_args!(
                "the range `{first}-{last}` ends before it starts"
            ));
        }
        for character in range {
            if class.contains(character) {
                return self.error(format_args!(
                    "duplicate character `{}` within a class, before character {}",
                    char::from(character),
                    self.position + 1
                ));
            }
            class.0 |= Characters::of(character).0;
        }
        Ok(())
    }

    /// Reads `?`, `{n}` or `{n,m}`, if there is one.
    fn repetition(&mut self) -> Result<(usize, usize), CodePatternError> {
        if self.take(b'?') {
            return Ok((0, 1));
        }
        if !self.take(b'{') {
            return Ok((1, 1));
        }
        let position = self.position;
        let min = self.number();
        let max = if self.take(b',') { self.number() } else { min };
        let counts = min.zip(max).filter(|_| self.take(b'}'));
        match counts {
            Some((min, max)) if min <= max && (1..=MAX_CODE_BYTES).contains(&max) => Ok((min, max)),
            _ => self.error(format_args!(
                "invalid repetition at character {position}; write `{{3}}` or `{{2,5}}`, with at most {MAX_CODE_BYTES}"
            )),
        }
    }

    fn number(&mut self) -> Option<usize> {
        let mut digits = String::new();
        while let Some(byte) = self.bytes.peek().filter(|byte| byte.is_ascii_digit()) {
            digits.push(char::from(*byte));
            self.next();
        }
        digits.parse().ok()
    }
}

/// The characters that are part of the syntax of patterns.
const SYNTAX: &[u8] = br"\.+*?()[]{}|^$";

/// The characters that are part of the syntax of classes.
const CLASS_SYNTAX: &[u8] = br"\-^[]";
