//! The register: a decision in machine-readable form, as `deliberation.toml` stores it.

mod values;
mod read;
mod write;

use beraad_describe::{Deliberation, Heading, Term};

use crate::error::Errors;

/// A decision in machine-readable form, stored in the TOML file `deliberation.toml`.
///
/// A model is checked against it while it compiles: each term has a variable, and each variable has a term.
///
/// # File format
///
/// A *text* is a string that contains more than white space. A *language* is a BCP 47 tag, such as `"nl"` or `"fr-BE"`. A
/// *label* is a table with a text for each language of `editions`, and optionally for those of `other_languages`:
/// `{ nl = "..", en = ".." }`. A *day* is a string of the form `"2017-07-04"`. A *grain* is `"year"`, `"quarter"`,
/// `"month"` or `"day"`. Unknown keys are errors.
///
/// ## `[deliberation]`: the decision as a whole
/// | key | value | meaning |
/// | --- | --- | --- |
/// | `number` | text | its number |
/// | `language` | language | the language of the decision, in which `title` of a heading and the terms are quoted |
/// | `editions` | array of at least one language | the languages of the model, in which every label has a text; the first is what a reader sees who asks for none |
/// | `other_languages` | array of languages, may be left out | further languages in which a label may have a text |
/// | `title` | label | its title |
/// | `dated` | day | the day on which it was taken |
/// | `amended` | array of days, may be left out | the days on which it was amended |
/// | `committee` | text | the body that took it |
/// | `recipient` | text | the institution that receives the data |
/// | `purpose` | label | what the data may be used for |
/// | `first_year` or `first_day` | integer from 1000 to 9999, or day | the first calendar year, or the first day, of the observation window |
/// | `last_year` or `last_day` | the same, may be left out | its last year or day, not before the first; without it, the window has no end |
/// | `years` | array of integers in ascending order | the years of the window, if they are single years; instead of the four keys above |
/// | `keep_until` | day or label, may be left out | the last day on which the data may be kept, not before the end of the window (or its beginning, if it has no end); or the end in words, such as "twelve months after receipt" |
///
/// ## `[words]`: what the decision and its parts are called
/// | key | value | meaning |
/// | --- | --- | --- |
/// | `decision` | label | the kind of decision, in lower case: deliberation, order, permit |
/// | `paragraph` | label | a numbered part of it, in lower case: paragraph, article, section |
///
/// ## `[wording]`: how phrases express what a variable must be
/// The table and each of its keys may be left out. They are words of the decision's own language, which no program knows.
///
/// | key | value | meaning |
/// | --- | --- | --- |
/// | `classed` | array of texts | a heading, or a phrase or the phrase that it is nested in, that contains one of them is delivered in classes |
/// | `identifier` | array of texts | a phrase that contains one of them names an identification number |
///
/// ## `[[paragraph]]`: a paragraph that names variables; repeated
/// | key | value | meaning |
/// | --- | --- | --- |
/// | `number` | text, unique | its number in the text, such as `"3"` or `"3, 1°"` |
/// | `provider` | text, may be left out | the institution that provides the variables, unless a heading states another one |
/// | `dates` | grain, may be left out | how precisely that institution delivers dates; without it, by year only |
/// | `amounts` | `"exact"` or `"classes"`, may be left out | how amounts of money are delivered; only with `"exact"`, a variable may be an exact amount |
/// | `yearly_states` | `"within_year"` or `"year_end"`, may be left out | the day whose state a row of a year has; with `"year_end"` it is 31 December at 24:00, so that the year before the window is also accepted; without it, a day within the year that is not known |
///
/// ## `[[statement]]`: something else that a user of the data must know; repeated, may be left out
/// | key | value | meaning |
/// | --- | --- | --- |
/// | `paragraph` | text | the number of the paragraph that says it, which needs no `[[paragraph]]` |
/// | `topic` | label | what it is about |
/// | `text` | label | what it says |
///
/// ## `[[heading]]`: a group of variables; repeated, in the order of the text
/// | key | value | meaning |
/// | --- | --- | --- |
/// | `paragraph` | text | the number of its `[[paragraph]]` |
/// | `title` | text, unique in the paragraph | its title, exactly as in the text |
/// | a language, such as `en` | text | its title for readers; may be left out for the language of the decision, in which it is `title` |
/// | `provider`, `dates`, `amounts`, `yearly_states` | as in `[[paragraph]]`, may be left out | what differs from the paragraph |
/// | `relatives` | array of texts, may be left out | the persons other than the person concerned to whom every term extends |
/// | `terms` | array of at least one table | its phrases, in the order of the text |
///
/// ## An item of `terms`: one phrase that names a variable
/// The pair of `term` and `of` is unique in a heading.
///
/// | key | value | meaning |
/// | --- | --- | --- |
/// | `term` | text | the phrase, exactly as in the text, line breaks folded |
/// | `of` | text, may be left out | the phrase that it is nested in |
/// | `relatives` | array of texts, may be left out | the persons to whom the text extends this term, each with a column of its own |
/// | `precision` | grain, may be left out | how precise the date is, if the phrase itself gives it |
/// | `disputed` | label, may be left out | why that precision is disputed |
/// | `amounts` | `"exact"` or `"classes"`, may be left out | what differs from the heading |
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
