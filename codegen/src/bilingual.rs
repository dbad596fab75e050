//! A text of the program itself, in Dutch and English.

use beraad_schema::describe::Language;

/// A text that the program itself writes, in the languages of the codebook.
///
/// Texts of the model are [`Label`](beraad_schema::describe::Label)s, which may also have a French text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bilingual {
    /// The Dutch text.
    pub nl: &'static str,
    /// The English text.
    pub en: &'static str,
}

impl Bilingual {
    /// A text in Dutch and English.
    #[must_use]
    pub const fn new(nl: &'static str, en: &'static str) -> Self {
        Self { nl, en }
    }

    /// The text in `language`. The program has no French of its own: it falls back to Dutch, as labels do.
    #[must_use]
    pub const fn get(self, language: Language) -> &'static str {
        match language {
            Language::En => self.en,
            Language::Nl | Language::Fr => self.nl,
        }
    }
}
