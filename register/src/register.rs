//! The register: a decision in machine-readable form, as `deliberation.toml` stores it.

mod keys;
mod values;
mod read;
mod write;
mod quotations;

use beraad_describe::{Deliberation, Heading, Term};

use crate::error::Errors;

pub use self::quotations::{Misquotation, Quotation, QuotationKind, Typography};
pub use self::write::toml_string;

/// A decision in machine-readable form, stored in the TOML file `deliberation.toml`.
///
/// A model is checked against it while it compiles: each term has a variable, and each variable has a term.
///
/// # File format
/// The page [`docs/deliberation-toml.md`] documents each key; [`KEYS`](Self::KEYS) lists them. Unknown keys are errors.
///
/// [`docs/deliberation-toml.md`]: https://github.com/beraad/beraad/blob/main/docs/deliberation-toml.md
///
/// # Example
/// ```
/// use beraad_describe::Grain;
/// use beraad_register::Register;
///
/// let register = Register::parse(r#"
/// [deliberation]
/// number = "2042/7"
/// language = "nl"
/// editions = ["nl", "en"]
/// title = { nl = "Verzonnen beslissing", en = "Invented decision" }
/// dated = "2042-03-01"
/// amended = []
/// committee = "Leescommissie"
/// recipient = "Hogeschool"
/// purpose = { nl = "onderzoek", en = "research" }
/// first_year = 2040
/// last_year = 2041
/// keep_until = "2045-12-31"
///
/// [words]
/// decision = { nl = "beslissing", en = "decision" }
/// paragraph = { nl = "punt", en = "paragraph" }
///
/// [wording]
/// classed = ["in klassen"]
///
/// [[paragraph]]
/// number = "2"
/// provider = "Bibliotheek"
/// dates = "quarter"
///
/// [[heading]]
/// paragraph = "2"
/// title = "Uitleningen"
/// en = "Loans"
/// terms = [
///   { term = "de maand van de uitlening", precision = "month" },
///   { term = "de boete (in klassen)" },
/// ]
/// "#)?;
/// let decision = &register.deliberation;
/// let loans = decision.heading("2", "Uitleningen").unwrap();
/// assert_eq!(decision.dates(loans, None), Grain::Quarter);
/// assert_eq!(decision.dates(loans, Some(&loans.terms[0])), Grain::Month);
/// assert!(register.is_classed(loans, &loans.terms[1]));
///
/// assert_eq!(Register::parse(&register.to_toml())?, register);
/// # Ok::<(), beraad_register::Errors>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register {
    /// The decision: everything in the file except `[wording]`.
    pub deliberation: Deliberation,
    /// The words by which phrases of the decision express what a variable must be.
    pub wording: Wording,
}

/// The lines of a `deliberation.toml`, counted from 1, at which its parts begin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Lines {
    /// The line of each heading, in the order of the headings.
    pub headings: Vec<usize>,
    /// The line of each term, by heading.
    pub terms: Vec<Vec<usize>>,
}

/// Words by which phrases of a decision express what a variable must be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// Words by which a phrase says that an amount is delivered in classes.
    pub classed: Vec<String>,
    /// Words by which a phrase names an identification number.
    pub identifier: Vec<String>,
}

impl Register {
    /// Reads the text of a `deliberation.toml`.
    ///
    /// # Errors
    /// All errors in the text, each with its line and column. Only if the text is not valid TOML, or if it does not state
    /// the languages of labels, further errors may show once it does.
    pub fn parse(text: &str) -> Result<Self, Errors> {
        read::register(text).map(|(register, _)| register)
    }

    /// Reads the text of a `deliberation.toml`, and the lines of its headings and terms.
    ///
    /// # Errors
    /// As for [`parse`](Self::parse).
    pub fn parse_with_lines(text: &str) -> Result<(Self, Lines), Errors> {
        read::register(text)
    }

    /// Writes the text of a `deliberation.toml`.
    ///
    /// [`parse`](Self::parse) reads it back as an equal register, and equal registers give the same bytes. Comments of the file
    /// that a register was read from are lost.
    ///
    /// A register that breaks a rule of the format (an empty text, two headings with one title) is written as it is;
    /// `parse` then reports what is wrong.
    #[must_use]
    pub fn to_toml(&self) -> String {
        write::to_toml(self)
    }

    /// Returns whether the words of a phrase, of the phrase that it is nested in, or of its heading say that it is delivered in
    /// classes.
    #[must_use]
    pub fn is_classed(&self, heading: &Heading, term: &Term) -> bool {
        let texts = [Some(&*heading.title), Some(&*term.term), term.of.as_deref()];
        let classed = &self.wording.classed;
        classed
            .iter()
            .any(|words| texts.iter().flatten().any(|text| text.contains(&**words)))
    }

    /// Returns whether a phrase names an identification number.
    #[must_use]
    pub fn is_identifier(&self, term: &Term) -> bool {
        let identifier = &self.wording.identifier;
        identifier.iter().any(|words| term.term.contains(&**words))
    }
}
