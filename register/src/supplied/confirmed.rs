//! The statements above the header of a supplied file that a value is right although it looks wrong: `# confirmed: NA`.

use std::collections::BTreeMap;

use beraad_describe::{excerpt, nearest};

use super::confirm_words::WORDS;

const CONFIRMED: [&str; 4] = ["confirmed", "bevestigd", "confirmé", "confirme"];

/// The statement of a line such as `# confirmed: NA, Aa`, as far as it is one.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Statement {
    /// The values that are right, with the signs around them that may separate cells.
    Of(String),
    /// A word that is nearly `confirmed`.
    Misspelt(String),
}

/// The statement of a line that values are right; `None` if the line is about something else.
pub(super) fn confirmation(line: &str) -> Option<Statement> {
    // A spreadsheet puts a cell that contains a separator in quotes, and doubles the quotes in it.
    let cell = line.trim_matches(is_between_cells);
    let inside = cell
        .strip_prefix('"')
        .and_then(|it| it.strip_suffix('"'))
        .map(|it| it.replace("\"\"", "\""));
    // Without quotes, a separator at the end may be a part of the value.
    let text = inside.as_deref().unwrap_or(line);
    let is_before = |char: char| {
        char == '#' || (inside.is_none() && is_between_cells(char)) || char.is_whitespace()
    };
    let text = text.trim_start_matches(is_before);
    let end = text.find(|char: char| !char.is_alphabetic())?;
    let (key, rest) = text.split_at(end);
    let value = rest.trim_start().strip_prefix([':', '=', '：'])?;
    let key = key.to_lowercase();
    if CONFIRMED.contains(&&*key) {
        Some(Statement::Of(value.to_owned()))
    } else if nearest(&key, CONFIRMED).is_some() {
        Some(Statement::Misspelt(key))
    } else {
        None
    }
}

fn is_between_cells(char: char) -> bool {
    char.is_whitespace() || is_separator(char)
}

fn is_separator(char: char) -> bool {
    matches!(char, ',' | ';' | '\t')
}

/// A text and the signs around it that may separate cells: of `a;;` it cannot be said how many are a part of the value.
struct Framed<'a> {
    before: &'a str,
    inside: &'a str,
    behind: &'a str,
}

impl<'a> Framed<'a> {
    fn new(text: &'a str) -> Self {
        let rest = text.trim_start_matches(is_between_cells);
        let inside = rest.trim_end_matches(is_between_cells);
        Self {
            before: &text[..text.len() - rest.len()],
            inside,
            behind: &rest[inside.len()..],
        }
    }
}

/// The number of statements of one text, with other signs around it, that are compared with a value.
const MAX_FRAMES: usize = 16;

/// The values that a file confirms.
#[derive(Default)]
pub(super) struct Confirmations {
    values: Vec<Value>,
    /// The values among them by their text.
    frames: BTreeMap<String, Vec<Frame>>,
}

/// The signs around a value, and its index.
struct Frame {
    before: String,
    behind: String,
    index: usize,
}

struct Value {
    line: usize,
    text: String,
    is_used: bool,
    /// The index of the whole statement of which this is a part.
    whole: Option<usize>,
    has_parts: bool,
}

impl Confirmations {
    /// Adds the values of a statement: its whole text, since a label may contain commas, or the texts between its separators.
    pub(super) fn add(&mut self, line: usize, statement: &str) {
        let text = Framed::new(statement).inside;
        let has_parts = text.contains(is_separator);
        let whole = self.push(line, statement, None, has_parts);
        if has_parts {
            for part in text.split(is_separator).map(str::trim) {
                if !part.is_empty() {
                    self.push(line, part, Some(whole), false);
                }
            }
        }
    }

    fn push(
        &mut self,
        line: usize,
        statement: &str,
        whole: Option<usize>,
        has_parts: bool,
    ) -> usize {
        let index = self.values.len();
        self.add_frame(statement, index);
        let text = Framed::new(statement).inside;
        // As a message shows it: in backticks.
        let quoted = text.strip_prefix('`').and_then(|it| it.strip_suffix('`'));
        if let Some(quoted) = quoted {
            self.add_frame(quoted, index);
        }
        self.values.push(Value {
            line,
            text: quoted.unwrap_or(text).to_owned(),
            is_used: false,
            whole,
            has_parts,
        });
        index
    }

    fn add_frame(&mut self, statement: &str, index: usize) {
        let text = Framed::new(statement);
        let frames = self.frames.entry(text.inside.to_owned()).or_default();
        let is_known = |it: &Frame| (&*it.before, &*it.behind) == (text.before, text.behind);
        if frames.len() < MAX_FRAMES && !frames.iter().any(is_known) {
            frames.push(Frame {
                before: text.before.to_owned(),
                behind: text.behind.to_owned(),
                index,
            });
        }
    }

    /// Returns the index of a statement of this value, which may have other signs around it that separate cells.
    fn index_of(&self, value: &str) -> Option<usize> {
        let value = Framed::new(value);
        let mut frames = self.frames.get(value.inside)?.iter();
        let is_of_value = |frame: &&Frame| {
            if value.inside.is_empty() {
                return frame.before.contains(value.before);
            }
            frame.before.ends_with(value.before) && frame.behind.starts_with(value.behind)
        };
        frames.find(is_of_value).map(|frame| frame.index)
    }

    /// Returns whether a value is confirmed, as it is or as a message shows it.
    pub(super) fn confirms(&mut self, value: &str) -> bool {
        let value = value.trim();
        if self.frames.is_empty() || value.is_empty() {
            return false;
        }
        let index = self.index_of(value);
        let index = index.or_else(|| self.index_of(&excerpt(value)));
        let index = index.or_else(|| {
            let words = WORDS.iter().find(|words| words[0] == value)?;
            words.iter().find_map(|words| self.index_of(words))
        });
        let Some(index) = index else {
            return false;
        };
        self.values[index].is_used = true;
        true
    }

    /// The values that no warning was about, each with its line.
    pub(super) fn unused(&self) -> Vec<(usize, String)> {
        let is_unused = |value: &&Value| {
            let is_whole_used = value.whole.is_some_and(|whole| self.values[whole].is_used);
            !value.is_used && !value.has_parts && !is_whole_used && !value.text.is_empty()
        };
        let unused = self.values.iter().filter(is_unused);
        unused.map(|it| (it.line, it.text.clone())).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn statement_is_read_as_a_spreadsheet_writes_it() {
        for line in [
            "# confirmed: NA, Aa",
            "#Confirmed : NA, Aa;;;",
            "\"# confirmed: NA, Aa\";;",
            "# bevestigd = NA, Aa\r",
            "confirmé:;NA, Aa",
        ] {
            let Some(Statement::Of(values)) = confirmation(line) else {
                panic!("{line}");
            };
            assert_eq!(Framed::new(&values).inside, "NA, Aa", "{line}");
        }
        let quoted = "\"# confirmed: a \"\"b\"\"\",,";
        assert_eq!(confirmation(quoted), Some(Statement::Of(" a \"b\"".into())));
        assert_eq!(
            confirmation("# confirmd: NA"),
            Some(Statement::Misspelt("confirmd".into()))
        );
        for line in [
            "# confirmed by the office",
            "# the office confirmed: yes",
            "# complete: yes",
            "# source: NBB",
            "code,nl",
            "",
        ] {
            assert_eq!(confirmation(line), None, "{line}");
        }
    }

    #[test]
    fn value_is_a_whole_statement_or_a_part_of_it() {
        let mut confirmations = Confirmations::default();
        confirmations.add(1, "NA, `Aa`;x");
        confirmations.add(2, "man, woman");
        confirmations.add(3, "");
        for (value, is_confirmed) in [
            ("NA", true),
            ("Aa", true),
            ("aa", false),
            ("man, woman", true),
            ("", false),
        ] {
            assert_eq!(confirmations.confirms(value), is_confirmed, "{value}");
        }
        assert_eq!(confirmations.unused(), [(1, "x".to_owned())]);
    }

    #[test]
    fn words_are_confirmed_in_each_language() {
        for words in [
            "own meanings",
            "eigen betekenissen",
            "significations propres",
        ] {
            let mut confirmations = Confirmations::default();
            confirmations.add(1, words);
            assert!(confirmations.confirms("own meanings"), "{words}");
            assert!(!confirmations.confirms("complete"), "{words}");
        }
    }

    #[test]
    fn long_value_is_confirmed_as_a_message_shows_it() {
        let long = "a\u{202e}".repeat(30);
        let mut confirmations = Confirmations::default();
        confirmations.add(1, &excerpt(&long));
        assert!(confirmations.confirms(&long));
        assert_eq!(confirmations.unused(), []);
    }

    /// Returns whether a line with a statement confirms a value, and whether all of it is used then.
    fn is_confirmed_by(line: &str, value: &str) -> bool {
        let Some(Statement::Of(values)) = confirmation(line) else {
            panic!("{line}");
        };
        let mut confirmations = Confirmations::default();
        confirmations.add(1, &values);
        confirmations.confirms(value) && confirmations.unused().is_empty()
    }

    #[test]
    fn value_with_a_separator_at_its_end_is_confirmed() {
        for value in [
            "a;",
            "a;;",
            ";a",
            "]]> <!-- -- > & &lt;",
            ";",
            "`a`",
            "`a;`",
        ] {
            let line = format!("# confirmed: {value}");
            assert!(is_confirmed_by(&line, value), "{value}");
            assert!(is_confirmed_by(&format!("{line};;;\r"), value), "{value}");
        }
        assert!(!is_confirmed_by("# confirmed: a", "a;"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn value_is_confirmed_as_a_message_says(
            value in "[ab`\"#:;, \t=\u{202e}]{0,8}|\\PC{0,60}|.{0,12}",
            sign in "[;,\t]",
        ) {
            prop_assume!(!value.trim().is_empty());
            let line = format!("# confirmed: {}", excerpt(value.trim()));
            prop_assert!(is_confirmed_by(&line, &value));
            // With more cells behind it, as a spreadsheet writes it.
            let with_cells = format!("{line}{sign}{sign}\r");
            prop_assert!(is_confirmed_by(&with_cells, &value));
            let quoted = line.replace('"', "\"\"");
            let in_quotes = format!("\"{quoted}\"{sign}{sign}");
            prop_assert!(is_confirmed_by(&in_quotes, &value));
        }
    }
}
