//! A small invented deliberation, which shows how to describe another decision.
//!
//! `deliberation.toml` contains the decision in machine-readable form, each kind of row is a struct, and `deliberation!`
//! builds the model from them. All other code (schemas, codebook, serde) is shared with every other decision.
//!
//! ```
//! let model = library_loans::model();
//! assert_eq!(model.deliberation.number, "2042/7");
//! assert!(model.trace().iter().all(|step| step.column.is_some()), "every phrase has a variable");
//! ```
#![forbid(unsafe_code)]

use beraad_schema::{
    AmountClass, Block, CodeList, Count, Person, SerialNumber, Year, YearMonth, deliberation,
};

/// One loan of one work by one reader.
///
/// nl: Eén uitlening van één werk aan één lezer.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Uitleningen",
    label(nl = "Uitlening", en = "Loan"),
    row_unit(nl = "één uitlening", en = "one loan"),
    analysis_unit(nl = "uitlening", en = "loan"),
    temporality = event,
    no_known_key(
        nl = "een lezer kan in een maand meer dan één werk van een soort lenen",
        en = "a reader may borrow more than one work of a sort in a month",
    ),
    rule(
        few_renewals: renewals <= 3,
        nl = "een uitlening wordt hoogstens drie keer verlengd",
        en = "a loan is renewed three times at most",
        basis = "the (invented) rules of the library",
    ),
)]
pub struct Loan {
    /// The reader.
    #[block(role = subject)]
    pub reader: SerialNumber<Person>,

    /// Month and year in which the work was lent.
    ///
    /// nl: Maand en jaar waarin het werk werd uitgeleend.
    #[variable(
        label(nl = "Maand van de uitlening", en = "Month of the loan"),
        term = "de maand van de uitlening",
        match_quality = exact,
        certainty = phrase,
        measurement = metric,
        unit(nl = "maand", en = "month"),
    )]
    pub loan_month: YearMonth,

    /// The sort of work that was lent.
    ///
    /// nl: De soort van het werk dat werd uitgeleend.
    #[variable(
        label(nl = "Soort van het werk", en = "Sort of work"),
        term = "de soort van het werk",
        match_quality = exact,
        certainty = documented,
        measurement = nominal,
        null(nl = "Het werk is niet ingedeeld.", en = "The work is not classified."),
        evidence = "The (invented) manual of the library lists the three sorts.",
    )]
    pub work_sort: Option<WorkSort>,

    /// How often the loan was renewed.
    ///
    /// nl: Hoe vaak de uitlening werd verlengd.
    #[variable(
        label(nl = "Aantal verlengingen", en = "Number of renewals"),
        term = "het aantal verlengingen",
        match_quality = likely,
        certainty = phrase,
        measurement = metric,
        unit(nl = "verlengingen", en = "renewals"),
    )]
    pub renewals: Count,
}

/// One reader in one year.
///
/// nl: Eén lezer in één jaar.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Lezers",
    label(nl = "Lezer", en = "Reader"),
    row_unit(nl = "één lezer in één jaar", en = "one reader in one year"),
    analysis_unit(nl = "lezer", en = "reader"),
    temporality = accumulated,
    key(reader, year),
)]
pub struct Reader {
    /// The reader.
    #[block(role = subject)]
    pub reader: SerialNumber<Person>,
    /// The year.
    #[block(role = observation_period)]
    pub year: Year,

    /// Year in which the reader was born.
    ///
    /// nl: Jaar waarin de lezer werd geboren.
    #[variable(
        label(nl = "Geboortejaar", en = "Year of birth"),
        term = "het geboortejaar",
        match_quality = exact,
        certainty = phrase,
        measurement = metric,
    )]
    pub birth_year: Option<Year>,

    /// The reader's parent, if the parent has a card as well.
    ///
    /// nl: De ouder van de lezer, als die ook een kaart heeft.
    #[variable(
        label(nl = "Ouder (volgnummer)", en = "Parent (serial number)"),
        term = "het kaartnummer van de ouder",
        match_quality = exact,
        certainty = phrase,
        measurement = identifier,
        null(nl = "De ouder heeft geen kaart.", en = "The parent has no card."),
    )]
    pub parent: Option<SerialNumber<Person>>,

    /// Class of the fines that the reader paid in the year.
    ///
    /// nl: Klasse van de boetes die de lezer in het jaar betaalde.
    #[variable(
        label(nl = "Betaalde boetes (klasse)", en = "Fines paid (class)"),
        term = "de betaalde boetes (in klassen)",
        match_quality = likely,
        certainty = phrase,
        measurement = ordinal,
        unit(nl = "euro per jaar", en = "euro per year"),
    )]
    pub fines: Option<AmountClass<Fines>>,
}

/// Sorts of works that the library lends.
///
/// nl: Soorten werken die de bibliotheek uitleent.
#[derive(CodeList, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[codes(closed, status = delivered, complete)]
pub enum WorkSort {
    /// A novel.
    #[code("R", label(nl = "roman", en = "novel"))]
    Novel,
    /// Poetry.
    #[code("P", label(nl = "poëzie", en = "poetry"))]
    Poetry,
    /// Non-fiction.
    #[code("N", label(nl = "non-fictie", en = "non-fiction"))]
    NonFiction,
}

/// Classes of fines; their boundaries come with the delivery.
///
/// nl: Klassen van boetes; de grenzen komen met de levering.
#[derive(CodeList)]
#[codes(supplied)]
pub enum Fines {}

deliberation! {
    version = "0.1.0",
    blocks = [Loan, Reader],
}
