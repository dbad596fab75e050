//! The keys that a `deliberation.toml` may have.

use super::Register;

/// In a list of keys: each declared language is a key.
pub(super) const LANGUAGES: &str = "a language";

pub(super) const ROOT: &[&str] = &[
    "deliberation",
    "words",
    "wording",
    "paragraph",
    "statement",
    "heading",
];

pub(super) const DELIBERATION: &[&str] = &[
    "number",
    "language",
    "editions",
    "other_languages",
    "title",
    "dated",
    "amended",
    "committee",
    "recipient",
    "purpose",
    "first_year",
    "last_year",
    "first_day",
    "last_day",
    "years",
    "keep_until",
];

pub(super) const WORDS: &[&str] = &["decision", "paragraph"];

pub(super) const WORDING: &[&str] = &["classed", "identifier"];

pub(super) const PARAGRAPH: &[&str] = &["number", "provider", "dates", "amounts", "yearly_states"];

pub(super) const STATEMENT: &[&str] = &["paragraph", "topic", "text"];

pub(super) const HEADING: &[&str] = &[
    "paragraph",
    "title",
    LANGUAGES,
    "provider",
    "dates",
    "amounts",
    "yearly_states",
    "relatives",
    "terms",
];

pub(super) const TERM: &[&str] = &[
    "term",
    "of",
    "relatives",
    "precision",
    "disputed",
    "amounts",
];

impl Register {
    /// The keys of each table of a `deliberation.toml`. The first table, whose name is empty, is the file as a whole; `terms` is
    /// an item of the array with this name. The key `a language` is a key for each language of the decision.
    ///
    /// Another key is an error. The page [`docs/deliberation-toml.md`] documents each key.
    ///
    /// [`docs/deliberation-toml.md`]: https://github.com/beraad/beraad/blob/main/docs/deliberation-toml.md
    pub const KEYS: &[(&str, &[&str])] = &[
        ("", ROOT),
        ("deliberation", DELIBERATION),
        ("words", WORDS),
        ("wording", WORDING),
        ("paragraph", PARAGRAPH),
        ("statement", STATEMENT),
        ("heading", HEADING),
        ("terms", TERM),
    ];
}
