//! The statements above the header of a supplied file that a value is right although it looks wrong: `# confirmed: NA`.

use std::collections::BTreeMap;

use beraad_describe::{excerpt, nearest};

use super::confirm_words::WORDS;

const CONFIRMED: [&str; 4] = ["confirmed", "bevestigd", "confirmé", "confirme"];

/// The statement of a line such as `# confirmed: NA, Aa`, as far as it is one.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Statement {
    /// The values that are right.
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
    let text = inside.as_deref().unwrap_or(cell);
    let text = text.trim_start_matches(|char: char| char == '#' || char.is_whitespace());
    let end = text.find(|char: char| !char.is_alphabetic())?;
    let (key, rest) = text.split_at(end);
    let value = rest.trim_start().strip_prefix([':', '=', '：'])?;
    let key = key.to_lowercase();
    if CONFIRMED.contains(&&*key) {
        Some(Statement::Of(
            value.trim_matches(is_between_cells).to_owned(),
        ))
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

/// The values that a file confirms.
#[derive(Default)]
pub(super) struct Confirmations {
    values: Vec<Value>,
    /// The index of each value among them.
    indices: BTreeMap<String, usize>,
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
        if statement.is_empty() {
            return;
        }
        let has_parts = statement.contains(is_separator);
        let whole = self.push(line, statement, None, has_parts);
        if has_parts {
            for part in statement.split(is_separator).map(str::trim) {
                if !part.is_empty() {
                    self.push(line, part, Some(whole), false);
                }
            }
        }
    }

    fn push(&mut self, line: usize, text: &str, whole: Option<usize>, has_parts: bool) -> usize {
        // As a message shows it: in backticks.
        let inside = text.strip_prefix('`').and_then(|it| it.strip_suffix('`'));
        let text = inside.unwrap_or(text).to_owned();
        let index = self.values.len();
        self.indices.entry(text.clone()).or_insert(index);
        self.values.push(Value {
            line,
            text,
            is_used: false,
            whole,
            has_parts,
        });
        index
    }

    /// Returns whether a value is confirmed, as it is or as a message shows it.
    pub(super) fn confirms(&mut self, value: &str) -> bool {
        if self.indices.is_empty() {
            return false;
        }
        let index = self.indices.get(value.trim());
        let index = index.or_else(|| self.indices.get(&excerpt(value)));
        let index = index.or_else(|| {
            let words = WORDS.iter().find(|words| words[0] == value)?;
            words.iter().find_map(|words| self.indices.get(*words))
        });
        let Some(index) = index.copied() else {
            return false;
        };
        self.values[index].is_used = true;
        true
    }

    /// The values that no warning was about, each with its line.
    pub(super) fn unused(&self) -> Vec<(usize, String)> {
        let is_unused = |value: &&Value| {
            let is_whole_used = value.whole.is_some_and(|whole| self.values[whole].is_used);
            !value.is_used && !value.has_parts && !is_whole_used
        };
        let unused = self.values.iter().filter(is_unused);
        unused.map(|it| (it.line, it.text.clone())).collect()
    }
}

#[cfg(test)]
mod tests {
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
            let expected = Statement::Of("NA, Aa".into());
            assert_eq!(confirmation(line), Some(expected), "{line}");
        }
        let quoted = "\"# confirmed: a \"\"b\"\"\",,";
        assert_eq!(confirmation(quoted), Some(Statement::Of("a \"b\"".into())));
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
}
