//! The chunks of a text: its paragraphs and the items of its lists, with line breaks folded.
//!
//! A text that was copied from a PDF has lines of one length, and often an empty line after each of them. So an empty line
//! alone does not end a chunk: [`Spacing`] finds how many do.

use super::words::{Words, without_any};

/// A part of the text that belongs together, with line breaks folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Chunk {
    pub(super) text: String,
    pub(super) start: Start,
    /// The word for a numbered part, if the text has it before the number.
    pub(super) name: Option<&'static str>,
    /// Where each line of the source begins in `text`, and its number.
    lines: Vec<(usize, usize)>,
}

/// The way in which a chunk begins; the mark itself is not part of its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Start {
    /// Without a mark.
    #[default]
    Plain,
    /// With the number of a paragraph of the decision.
    Number(String),
    /// With the mark of an item of a list.
    Item,
}

impl Chunk {
    /// Returns the number of the source line that contains a byte of the text.
    pub(super) fn line_at(&self, offset: usize) -> usize {
        let behind = self.lines.partition_point(|(start, _)| *start <= offset);
        self.lines
            .get(behind.saturating_sub(1))
            .map_or(1, |(_, line)| *line)
    }

    fn push_line(&mut self, line: &str, number: usize, all: &str) {
        if self.text.ends_with('-') && !self.text.ends_with(" -") {
            join_hyphen(&mut self.text, line, all);
        } else if !self.text.is_empty() {
            self.text.push(' ');
        }
        self.lines.push((self.text.len(), number));
        let mut words = line.split_whitespace();
        self.text.extend(words.next());
        for word in words {
            self.text.push(' ');
            self.text.push_str(word);
        }
    }
}

/// Decides about a hyphen at the end of a line: it is part of the word before a capital, and before "and" in "work- and
/// living conditions"; otherwise it is removed if the word occurs without it elsewhere, and never with it.
fn join_hyphen(text: &mut String, next: &str, all: &str) {
    let first = next.split(' ').next().unwrap_or_default();
    if ["en", "of", "et", "ou"].contains(&first) {
        text.push(' ');
        return;
    }
    if !first.starts_with(char::is_lowercase) {
        return;
    }
    let start = text.trim_end_matches('-');
    let start = start.rsplit(' ').next().unwrap_or_default();
    let end = first.trim_end_matches(|char: char| !char.is_alphanumeric());
    // Without another place to compare with, the hyphen is taken for one that a program added at the end of the line.
    if !all.contains(&format!("{start}-{end}")) {
        text.pop();
    }
}

/// The number of empty lines that end a paragraph.
struct Spacing(usize);

impl Spacing {
    /// Finds out whether a text has an empty line after each of its lines.
    ///
    /// That is so if most lines are followed by one empty line, and most of these end in the middle of a sentence.
    fn of(lines: &[&str]) -> Self {
        let (mut close, mut one, mut inside) = (0, 0, 0);
        let mut before: Option<(usize, &str)> = None;
        for (number, line) in lines.iter().enumerate() {
            if line.is_empty() {
                continue;
            }
            if is_page_number(line) {
                before = None;
                continue;
            }
            match before.map(|(last, line)| (number - last - 1, line)) {
                Some((0, _)) => close += 1,
                Some((1, line)) => {
                    one += 1;
                    inside += usize::from(!ends_sentence(line));
                }
                _ => {}
            }
            before = Some((number, line));
        }
        Self(if one > close && inside * 2 > one {
            2
        } else {
            1
        })
    }
}

fn ends_sentence(line: &str) -> bool {
    line.ends_with(['.', ';', ':', '!', '?'])
}

/// Splits a text into chunks.
pub(super) fn chunks(words: &Words, text: &str) -> Vec<Chunk> {
    // A form feed is a page break, and belongs to no line.
    let lines: Vec<&str> = text
        .lines()
        .map(|line| line.trim_matches(|char: char| char.is_whitespace() || char == '\u{c}'))
        .collect();
    let Spacing(needed) = Spacing::of(&lines);
    let mut chunks: Vec<Chunk> = Vec::new();
    let mut gap = needed;
    let mut is_new_page = false;
    let mut last_number = 0;
    let mut before = "";
    for (index, line) in lines.iter().enumerate() {
        if line.is_empty() {
            gap += 1;
            continue;
        }
        if is_page_number(line) {
            is_new_page = true;
            continue;
        }
        // A paragraph may continue on the next page.
        let is_apart =
            gap >= needed && (!is_new_page || before.is_empty() || ends_sentence(before));
        let may_start = is_apart || ends_sentence(before) || before.ends_with(',');
        let (name, numbered_line) = named(words, line);
        let (start, rest) = start_of(line, numbered_line, may_start, &mut last_number);
        let begins = is_apart
            || start != Start::Plain
            || (may_start && !before.ends_with(',') && begins_with_title(line));
        if begins || chunks.is_empty() {
            let name = name.filter(|_| matches!(start, Start::Number(_)));
            chunks.push(Chunk {
                start,
                name,
                ..Chunk::default()
            });
        }
        if let Some(chunk) = chunks.last_mut() {
            chunk.push_line(rest, index + 1, text);
        }
        (gap, is_new_page, before) = (0, false, line);
    }
    chunks.retain(|chunk| !chunk.text.is_empty());
    chunks
}

/// Returns true for `12`, `- 12 -` and `3/14`.
fn is_page_number(line: &str) -> bool {
    let is_part_of_number =
        |char: char| char.is_ascii_digit() || [' ', '-', '–', '/'].contains(&char);
    line.len() <= 9
        && line.chars().all(is_part_of_number)
        && line.contains(|char: char| char.is_ascii_digit())
}

/// Returns true for a line such as `Title: first item`.
fn begins_with_title(line: &str) -> bool {
    let title = line.split_once(':').map_or("", |(title, _)| title);
    title.starts_with(char::is_uppercase) && title.chars().count() <= 80
}

/// Takes the mark from the start of a line. `behind_name` is the line without the name of a numbered part.
fn start_of<'t>(
    line: &'t str,
    behind_name: &'t str,
    may_start: bool,
    last_number: &mut usize,
) -> (Start, &'t str) {
    let is_named = behind_name.len() < line.len();
    if let Some((number, rest)) = numbered(behind_name, is_named) {
        // A number in the middle of a sentence is that of an article or the like; one that does not continue the
        // numbering is that of an item. Up to two paragraphs may be missing in an extract.
        let continues = *last_number == 0 || (1..=3).contains(&number.wrapping_sub(*last_number));
        if may_start && continues {
            *last_number = number;
            return (Start::Number(number.to_string()), rest);
        }
        return if may_start {
            (Start::Item, rest)
        } else {
            (Start::Plain, line)
        };
    }
    let mut chars = line.chars();
    let mark = chars.next();
    let rest = chars.as_str();
    let always = matches!(
        mark,
        Some('•' | '\u{f0b7}' | '▪' | '●' | '◦' | '■' | '\u{f0a7}' | '➢' | '✓')
    );
    let perhaps = may_start && matches!(mark, Some('-' | '–' | '—' | '*' | 'o'));
    if always || (perhaps && rest.starts_with(char::is_whitespace)) {
        return (Start::Item, rest.trim_start());
    }
    // `a) ..`
    if may_start
        && mark.is_some_and(|mark| mark.is_ascii_lowercase())
        && let Some(rest) = rest.strip_prefix(')')
    {
        return (Start::Item, rest.trim_start());
    }
    (Start::Plain, line)
}

/// Takes the name of a numbered part from the start of `Artikel 3. ..`, and returns the word for it with the rest.
fn named<'t>(words: &Words, line: &'t str) -> (Option<&'static str>, &'t str) {
    let mut names = words.named_paragraphs.iter();
    let found = names.find_map(|(name, word)| Some((*word, without_any(line, [*name])?)));
    let is_number = |rest: &str| rest.starts_with(|char: char| char.is_ascii_digit());
    match found.filter(|(_, rest)| is_number(rest)) {
        Some((word, rest)) => (Some(word), rest),
        None => (None, line),
    }
}

/// Returns the number at the start of `3. ..`, `3) ..`, or, behind a name, of `3 ..` or `1er. ..`, and the rest.
fn numbered(text: &str, is_named: bool) -> Option<(usize, &str)> {
    let digits = text.find(|char: char| !char.is_ascii_digit())?;
    let number = text
        .get(..digits)?
        .parse()
        .ok()
        .filter(|number| (1..1000).contains(number))?;
    let rest = text.get(digits..)?;
    let rest = without_any(rest, ["er"]).unwrap_or(rest);
    let rest = match rest.strip_prefix(['.', ')']) {
        Some(rest) => rest,
        None if is_named => rest,
        None => return None,
    };
    let is_apart = rest.starts_with(char::is_whitespace);
    is_apart.then(|| (number, rest.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::words::ALL;

    fn chunks(text: &str) -> Vec<Chunk> {
        let dutch = ALL.iter().find(|words| words.paragraph == "punt");
        super::chunks(dutch.expect("the words of a language"), text)
    }

    fn texts(text: &str) -> Vec<String> {
        chunks(text).into_iter().map(|chunk| chunk.text).collect()
    }

    #[test]
    fn text_with_an_empty_line_after_each_line_is_folded() {
        let text = "1. De eerste\n\nzin loopt\n\ndoor.\n\n \n\n2. De tweede\n\nis kort.\n";
        assert_eq!(
            texts(text),
            ["De eerste zin loopt door.", "De tweede is kort."]
        );
        let second = &chunks(text)[1];
        assert_eq!((second.line_at(0), second.line_at(10)), (9, 11));
    }

    #[test]
    fn paragraph_continues_on_the_next_page() {
        let text =
            "Het eerste\ndeel en\n\n12\n\n\u{c}het tweede deel\nvan de zin.\n\nEen andere zin.";
        assert_eq!(
            texts(text),
            [
                "Het eerste deel en het tweede deel van de zin.",
                "Een andere zin."
            ]
        );
    }

    #[test]
    fn number_inside_a_sentence_is_not_a_paragraph() {
        let text = "1. Volgens artikel\n2. van de wet.\n2. Het besluit.\n- een item;\n- nog een.";
        let starts: Vec<_> = chunks(text).into_iter().map(|chunk| chunk.start).collect();
        let number = |number: &str| Start::Number(number.to_owned());
        assert_eq!(starts, [number("1"), number("2"), Start::Item, Start::Item]);
    }

    #[test]
    fn hyphen_stays_before_a_capital_and_goes_inside_a_word() {
        assert_eq!(texts("Zuid-\nEuropese"), ["Zuid-Europese"]);
        assert_eq!(texts("arbeids-\nmarkt"), ["arbeidsmarkt"]);
        assert_eq!(
            texts("socio-\neconomisch; socio-economisch"),
            ["socio-economisch; socio-economisch"]
        );
        assert_eq!(texts("woon- en\nwerkplaats"), ["woon- en werkplaats"]);
    }
}
