//! The words of the languages in which a draft can read a decision.
//!
//! A language is data: a file with one [`Words`], and its line in [`ALL`]. No other file of the draft contains a word of a
//! decision.

mod fr;
mod nl;

use beraad_describe::{Grain, Language};

/// Every language that can be read.
pub(super) const ALL: &[&Words] = &[&nl::WORDS, &fr::WORDS];

/// The words of one language. All of them are in lower case.
#[derive(Debug)]
pub(super) struct Words {
    pub(super) language: Language,
    /// True if two nouns are one word, whose end says what it is: `geboortedatum` is a `datum`.
    pub(super) has_compounds: bool,
    /// Short words by which the language of a text is recognised.
    pub(super) frequent: &'static [&'static str],
    /// The names of the months, January first.
    pub(super) months: [&'static [&'static str]; 12],

    /// Words for a decision, before its number.
    pub(super) decisions: &'static [&'static str],
    /// The word for a numbered part of a decision, unless the text names its parts.
    pub(super) paragraph: &'static str,
    /// Names of numbered parts, as they are before the number, each with the word for the part.
    pub(super) named_paragraphs: &'static [(&'static str, &'static str)],
    /// Words before the number of a decision: `nr.`.
    pub(super) number_marks: &'static [&'static str],
    /// Words that begin the subject in the title of a decision.
    pub(super) about: &'static [&'static str],
    /// Words that begin the line behind the title of a decision.
    pub(super) after_title: &'static [&'static str],
    /// Words before the recipient in the title.
    pub(super) to: &'static [&'static str],
    /// Words before the purpose in the title.
    pub(super) purpose: &'static [&'static str],
    /// Words that begin the operative part, which names no variables.
    pub(super) operative: &'static [&'static str],
    /// Words before, and words after, the committee in the operative part.
    pub(super) committee: (&'static [&'static str], &'static [&'static str]),
    /// Words before the last day on which data may be kept.
    pub(super) keep_until: &'static [&'static str],
    /// Words before the years of the observation window.
    pub(super) window: &'static [&'static str],
    /// Words between the first and the last year of a window.
    pub(super) year_to: &'static [&'static str],

    /// Words for data, which occur in the introduction of a paragraph that names variables.
    pub(super) data: &'static [&'static str],
    /// Words for "the following", by which an introduction is not a heading.
    pub(super) following: &'static [&'static str],
    /// Verbs after the name of the institution that provides the data.
    pub(super) provides: &'static [&'static str],
    /// Words between the name of that institution and the verb, which are not part of its name.
    pub(super) asides: &'static [&'static str],

    /// Definite articles, with the space or apostrophe behind them.
    pub(super) definite: &'static [&'static str],
    /// Indefinite articles.
    pub(super) indefinite: &'static [&'static str],
    /// Articles with a preposition in them, as in a list in brackets: `du`, `des`.
    pub(super) contracted: &'static [&'static str],
    /// "And" and "or", with spaces.
    pub(super) and: &'static str,
    pub(super) or: &'static str,
    /// The word before two phrases that belong together: "between A and B".
    pub(super) between: &'static [&'static str],
    /// "Of", with spaces, as it joins two phrases.
    pub(super) of: &'static [&'static str],
    /// "With", with spaces, before the things that are combined.
    pub(super) with: &'static str,
    /// Words for a combination of things.
    pub(super) combine: &'static [&'static str],
    /// The words of a question with the answers yes and no.
    pub(super) yes_no: &'static [&'static str],
    /// Beginnings of a phrase that asks such a question.
    pub(super) indicates: &'static [&'static str],
    /// Words before a list of levels in brackets.
    pub(super) at_level: &'static [&'static str],
    /// Words of a bracket that says how data are delivered or about whom they are, and not which variables there are.
    pub(super) manner: &'static [&'static str],
    /// Words by which a phrase is extended to relatives.
    pub(super) also: &'static [&'static str],
    /// Words for relatives, the longest first, each with the names of its columns.
    pub(super) relatives: &'static [(&'static str, &'static [&'static str])],
    /// Words by which a phrase is delivered in classes.
    pub(super) classed: &'static [&'static str],
    /// Words by which an amount may be an exact one.
    pub(super) in_currency: &'static [&'static str],
    /// Words that name an identification number.
    pub(super) identifier: &'static [&'static str],

    /// Prepositions and the like, at which the noun of a phrase and its adjectives end.
    pub(super) ends_noun: &'static [&'static str],
    /// Words for dates in the introduction of a paragraph.
    pub(super) dates: &'static [&'static str],
    /// Ends (in Dutch) or beginnings (in French) of nouns for a date, with the precision that they give.
    pub(super) date_nouns: &'static [(&'static str, Option<Grain>)],
    /// Words for a precision in the introduction of a paragraph.
    pub(super) grains: &'static [(&'static str, Grain)],
    /// Words for the begin and the end of a period.
    pub(super) begin: &'static [&'static str],
    pub(super) end: &'static [&'static str],
    /// Words for an employer.
    pub(super) employer: &'static [&'static str],
    /// Nouns for a kind, a reason or another code, which decide what a phrase is.
    pub(super) code_nouns: &'static [&'static str],
    /// Nouns whose codes have an order.
    pub(super) ordered_nouns: &'static [&'static str],
    /// Nouns for money.
    pub(super) money: &'static [&'static str],
    /// Nouns for a number of things.
    pub(super) number_nouns: &'static [&'static str],
    /// Nouns for a percentage.
    pub(super) percentage: &'static [&'static str],
    /// Nouns for a duration.
    pub(super) duration: &'static [&'static str],
    /// Words between the two numbers of a ratio.
    pub(super) relative_to: &'static [&'static str],
    /// Words for units of time, as counted.
    pub(super) days: &'static [&'static str],
    pub(super) weeks: &'static [&'static str],
    pub(super) months_counted: &'static [&'static str],
    pub(super) hours: &'static [&'static str],
    pub(super) per_week: &'static [&'static str],
    /// Nouns for a state; several phrases nested in one are questions with the answers yes and no.
    pub(super) state_nouns: &'static [&'static str],
    pub(super) plural: Plural,
    pub(super) texts: Texts,
}

/// The form by which a plural is recognised.
#[derive(Debug)]
pub(super) struct Plural {
    /// Articles of plurals.
    pub(super) articles: &'static [&'static str],
    /// Ends of the noun; any end if there is none here.
    pub(super) ends: &'static [&'static str],
    /// Ends of nouns that look like a plural and are not.
    pub(super) singulars: &'static [&'static str],
}

/// Sentences that a draft writes in the language of the decision.
#[derive(Debug)]
pub(super) struct Texts {
    /// The placeholder of a text that the decision must contain and the draft did not find.
    pub(super) not_found: &'static str,
    /// The reason why a precision is disputed.
    pub(super) disputed: fn(Grain, Grain) -> String,
}

impl Words {
    /// Returns the language that a text is written in; `None` if it contains hardly any of the frequent words.
    pub(super) fn of_text(text: &str) -> Option<&'static Self> {
        let text = lower_case(text);
        let count = |words: &Self| {
            let all = text.split(|char: char| !char.is_alphabetic());
            all.filter(|word| words.frequent.contains(word)).count()
        };
        let counts = ALL.iter().map(|words| (count(words), *words));
        // `max_by_key` takes the last of equal ones; the order of `ALL` makes that deterministic.
        let (count, words) = counts.max_by_key(|(count, _)| *count)?;
        (count >= 3).then_some(words)
    }

    /// Returns the words of a language.
    pub(super) fn of_language(language: Language) -> Option<&'static Self> {
        let mut all = ALL.iter();
        all.find(|words| words.language == language.base()).copied()
    }

    /// Returns a phrase without its article, definite or not.
    pub(super) fn without_article<'t>(&self, text: &'t str) -> Option<&'t str> {
        let articles = self.definite.iter().chain(self.indefinite);
        without_any(text, articles.copied())
    }

    /// Returns true if a phrase begins with a definite article.
    pub(super) fn is_definite(&self, text: &str) -> bool {
        without_any(text, self.definite.iter().copied()).is_some()
    }
}

/// Returns the rest of a text behind the first of these beginnings that it has, in any case.
pub(super) fn without_any(
    text: &str,
    beginnings: impl IntoIterator<Item = &'static str>,
) -> Option<&str> {
    beginnings.into_iter().find_map(|beginning| {
        let start = text.get(..beginning.len())?;
        (lower_case(start) == beginning).then(|| &text[beginning.len()..])
    })
}

/// Returns the position of a word, or of words, that is not part of a longer word; the text is in lower case.
pub(super) fn find_word(text: &str, word: &str) -> Option<usize> {
    let is_inside = |char: Option<char>| char.is_some_and(char::is_alphanumeric);
    let mut found = text.match_indices(word).map(|(at, _)| at);
    found.find(|at| {
        // Words that end with an apostrophe or a space bring their own limit.
        let end = at + word.len();
        let limited = word.ends_with(|char: char| !char.is_alphanumeric());
        !is_inside(text[..*at].chars().next_back())
            && (limited || !is_inside(text[end..].chars().next()))
    })
}

/// Returns true if a text in lower case contains one of these words.
pub(super) fn has_word(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| find_word(text, word).is_some())
}

/// Returns a text in lower case, with every letter at its place: one whose lower case has another length stays as it is.
pub(super) fn lower_case(text: &str) -> String {
    let lower = text.chars().map(|char| {
        let mut lower = char.to_lowercase();
        match (lower.next(), lower.next()) {
            (Some(one), None) if one.len_utf8() == char.len_utf8() => one,
            _ => char,
        }
    });
    lower.collect()
}
