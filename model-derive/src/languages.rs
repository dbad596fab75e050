//! The languages of a model, as attributes and doc comments name them.

use beraad_describe::{Language, Languages};

/// The languages in which labels are written, each with its key in attributes.
pub(crate) struct ModelLanguages {
    /// Each language with its key (`nl`, `fr_BE`), and whether every label must have it.
    keys: Vec<(Language, String, bool)>,
    /// The language of a doc comment's paragraphs that do not begin with a language.
    pub(crate) of_docs: Language,
    /// The languages as the register states them; `None` if no register could be read.
    described: Option<Languages>,
}

impl ModelLanguages {
    /// The languages of a register.
    pub(crate) fn of(languages: &Languages) -> Self {
        let key = |language: &Language, is_required| {
            (*language, language.as_str().replace('-', "_"), is_required)
        };
        let editions = languages
            .editions
            .iter()
            .map(|language| key(language, true));
        let others = languages.others.iter().map(|language| key(language, false));
        Self {
            keys: editions.chain(others).collect(),
            of_docs: languages.main_edition(),
            described: Some(languages.clone()),
        }
    }

    /// The languages if there is no register. Its absence is an error, and brings no further errors in labels: any of the
    /// usual languages may be written, and none must be.
    pub(crate) fn unknown() -> Self {
        let usual = [Language::NL, Language::EN, Language::FR, Language::DE];
        let mut languages = Languages::new(Language::EN, []);
        languages.others = usual.into();
        Self {
            described: None,
            ..Self::of(&languages)
        }
    }

    /// Returns each language with its key, and whether every label must have it; those of the editions first.
    pub(crate) fn keys(&self) -> impl Iterator<Item = (Language, &str, bool)> {
        let keys = self.keys.iter();
        keys.map(|(language, key, is_required)| (*language, &**key, *is_required))
    }

    /// Returns the languages in which labels may be written; those of the editions first.
    pub(crate) fn all(&self) -> impl Iterator<Item = Language> {
        self.keys.iter().map(|(language, _, _)| *language)
    }

    /// Returns the languages that every label must have.
    pub(crate) fn required(&self) -> impl Iterator<Item = Language> {
        let keys = self.keys.iter().filter(|(_, _, is_required)| *is_required);
        keys.map(|(language, _, _)| *language)
    }

    /// Returns the languages as the register states them; `None` if no register could be read.
    pub(crate) fn described(&self) -> Option<&Languages> {
        self.described.as_ref()
    }

    /// Returns true if a label may have a text in a language.
    pub(crate) fn allows(&self, language: Language) -> bool {
        self.all().any(|known| known == language) || self.described.is_none()
    }

    /// Returns the texts of a label as an attribute writes them: `nl = "..", en = ".."`.
    pub(crate) fn example(&self) -> String {
        let required = self.keys.iter().filter(|(_, _, is_required)| *is_required);
        let texts: Vec<_> = required
            .map(|(_, key, _)| format!("{key} = \"..\""))
            .collect();
        texts.join(", ")
    }
}
