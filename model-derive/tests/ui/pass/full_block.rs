//! Every key of every attribute, an enum and a table of codes, a part under two prefixes, and a model over it all.
use beraad_schema::describe::{Note, Origin, SeriesBreak};
use beraad_schema::{AmountClass, Block, Code, CodeList, Count, deliberation, note, origin, Person, SerialNumber, series_break, Year, YearMonth, YearQuarter};

/// One loan of one reader.
///
/// Extended loans are loans of their own.
///
/// nl: Eén uitlening van één lezer.
#[derive(Block, Clone, Debug, PartialEq)]
#[block(
    id = "borrowing",
    heading = "Uitlening",
    label(nl = "Uitlening", en = "Loan", fr = "Prêt"),
    row_unit(nl = "één uitlening", en = "one loan"),
    analysis_unit(nl = "uitlening", en = "loan"),
    universe(nl = "alle lezers", en = "all readers"),
    renamed_from = "lending",
    renamed_from = "loan",
    deprecated(nl = "zie leners", en = "see readers"),
    temporality = event,
    key(reader, lent),
    observation_period = lent,
    valid(from = "2010-01-01", to = "2015-12-31"),
    rule(
        months_in_order: lent <= returned,
        nl = "een boek komt terug nadat het is geleend",
        en = "a book returns after it was lent",
        basis = "the meaning of lending",
    ),
    rule(
        years_in_order: lent.year() <= returned.year() && lent.quarter() <= returned.quarter(),
        nl = "het boek komt niet vroeger terug", en = "the book does not come back earlier",
    ),
    rule(
        every_form: !(books + 1 > 10 && genres.is_empty()) || genres.contains(Genre::Poetry)
            || genres.len() == 2 || refusal.is_some() && extension.is_none()
            || matches!(refusal, Code::<Reason>::new("01") | Code::<Reason>::new("02"))
            || lent != YearMonth::new(2012, 1) || returned >= lent || books - 1 < 3,
        nl = "elke vorm van een regel",
        en = "every form of a rule",
    ),
    origin = CATALOGUE,
    evidence = "The catalogue has a table of loans.",
    note(nl = "zonder strips", en = "without comics"),
    series_break = NEW_SYSTEM,
)]
pub struct Loan {
    #[block(role = subject, renamed_from = "institution")]
    pub library: SerialNumber<beraad_schema::Employer>,

    /// Reader.
    ///
    /// nl: Lezer.
    #[variable(
        label(nl = "Lezer", en = "Reader"),
        term = "het identificatienummer van de lezer",
        match_quality = exact,
        certainty = documented,
        measurement = identifier,
    )]
    pub reader: SerialNumber<Person>,

    /// Month of the loan.
    ///
    /// nl: Maand van de uitlening.
    #[variable(
        label(nl = "Maand van de uitlening", en = "Month of the loan"),
        term = "de uitleendatum",
        match_quality = likely,
        certainty = phrase,
        alternatives(year_quarter, year),
        measurement = metric,
        unit(nl = "maand", en = "month"),
        range(nl = "vanaf 2010", en = "from 2010"),
        universe(nl = "lezers", en = "readers"),
        renamed_from = "month",
        deprecated(nl = "zie kwartaal", en = "see quarter"),
        source_unit(nl = "lezer x boek", en = "reader x book"),
        valid(from = "2010-01-01"),
        origin(
            name = "Uitleendatum",
            abbreviation = "UD",
            institution = "Bibliotheek",
            file = "leners.csv",
            stated_validity = "2010-2015",
            stated_level = "Metrisch",
            page = "https://example.org",
        ),
        origin = CATALOGUE,
        evidence = "One.",
        evidence = "Two.",
        note = MONTH,
        note(nl = "nog een", en = "another"),
        series_break = NEW_SYSTEM,
        series_break(
            from = "2014-Q1",
            nl = "nieuwe kaart",
            en = "new card",
            advice(nl = "tel vanaf hier", en = "count from here"),
        ),
    )]
    pub lent: YearMonth,

    /// Month of return.
    ///
    /// nl: Maand van teruggave.
    #[variable(
        label(nl = "Maand van teruggave", en = "Month of return"),
        term = "de inleverdatum",
        match_quality = several,
        certainty = assumed,
        alternatives(),
        measurement = metric,
        null(nl = "niet teruggebracht", en = "not returned"),
    )]
    pub returned: Option<YearMonth>,

    /// Number of books.
    ///
    /// nl: Aantal boeken.
    #[variable(
        label(nl = "Aantal boeken", en = "Number of books"),
        term = "het aantal boeken",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
    )]
    pub books: Count<1>,

    /// Genres of the books.
    ///
    /// nl: Genres van de boeken.
    #[variable(
        label(nl = "Genres", en = "Genres"),
        term = "de genres",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
    )]
    pub genres: Vec<Genre>,

    /// Fine in classes.
    ///
    /// nl: Boete in klassen.
    #[variable(
        label(nl = "Boete", en = "Fine"),
        term = "de boete (in klassen)",
        match_quality = none,
        certainty = phrase,
        measurement = ordinal,
    )]
    pub fine: Option<AmountClass<FineClass>>,

    /// Reason of a refusal.
    ///
    /// nl: Reden van een weigering.
    #[variable(
        label(nl = "Reden van weigering", en = "Reason of refusal"),
        term = "de reden",
        of = "de weigering",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
    )]
    pub refusal: Option<Code<Reason>>,

    /// Indicates whether the loan was extended.
    ///
    /// nl: Of de uitlening is verlengd.
    #[variable(
        label(nl = "Verlengd", en = "Extended"),
        term = "de reden",
        of = "de verlenging",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        codes = Extended,
    )]
    pub extension: Option<bool>,
}

/// A year at school of one pupil.
///
/// nl: Een schooljaar van één leerling.
#[derive(Block, Clone, Debug, PartialEq)]
#[block(
    heading = "Schoolloopbaan",
    label(nl = "Schooljaar", en = "School year"),
    row_unit(nl = "één schooljaar", en = "one school year"),
    analysis_unit(nl = "schooljaar", en = "school year"),
    temporality = status,
    key(person, quarter),
)]
pub struct SchoolYear {
    #[block(role = subject)]
    pub person: SerialNumber<Person>,

    #[block(role = observation_period)]
    pub quarter: YearQuarter,

    #[block(prefix = "own_")]
    pub own: Enrolment,

    #[block(prefix = "parent_", relative = "ouder")]
    pub parent: Enrolment,

    /// Language at home of a grandparent.
    ///
    /// nl: Thuistaal van een grootouder.
    #[variable(
        label(nl = "Thuistaal van een grootouder", en = "Language at home of a grandparent"),
        term = "de thuistaal",
        relative = "grootouder",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
    )]
    pub language_of_grandparent: Option<Code<Language>>,
}

/// An enrolment.
#[derive(Block, Clone, Debug, PartialEq)]
#[block(heading = "Schoolloopbaan", part)]
pub struct Enrolment {
    /// Year of enrolment.
    ///
    /// nl: Jaar van inschrijving.
    #[variable(
        label(nl = "Jaar van inschrijving", en = "Year of enrolment"),
        term = "de datum van inschrijving",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
    )]
    pub enrolment: Year,

    /// Month of leaving: the phrase itself names a month.
    ///
    /// nl: Maand van vertrek.
    #[variable(
        label(nl = "Maand van vertrek", en = "Month of leaving"),
        term = "de maand van vertrek",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
    )]
    pub leaving: Option<YearMonth>,

    /// Language at home.
    ///
    /// nl: Thuistaal.
    #[variable(
        label(nl = "Thuistaal", en = "Language at home"),
        term = "de thuistaal",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
    )]
    pub language: Option<Code<Language>>,
}

/// Genres of books.
///
/// nl: Genres van boeken.
#[derive(CodeList, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[codes(
    closed,
    status = delivered,
    complete,
    read_at = event_date,
    why(nl = "op de dag van de uitlening", en = "on the day of the loan"),
    standard = "UDC",
    page = "https://example.org/genres",
    id = "genre_of_book",
    label(nl = "Genre", en = "Genre"),
)]
pub enum Genre {
    /// Doc comments of variants stay what they are.
    #[code(
        "A",
        label(nl = "Avontuur", en = "Adventure"),
        from = "2010-01-01",
        to = "2012-12-31",
        alias = "a",
        alias = "01",
        source = "Bibliotheek",
        short(nl = "Avont.", en = "Adv."),
        remark(nl = "ook reizen", en = "travel too"),
    )]
    Adventure,
    #[code("P", label(nl = "Poëzie", en = "Poetry"))]
    Poetry,
    #[code("", label(nl = "Onbekend", en = "Unknown"), missing = unknown)]
    Unknown,
}

/// Languages.
///
/// nl: Talen.
#[derive(CodeList)]
#[codes(open, status = reference, table = "codelists/good.csv", read_at = not_checkable)]
pub enum Language {}

/// Reasons to refuse a loan.
///
/// nl: Redenen om een uitlening te weigeren.
#[derive(CodeList)]
#[codes(supplied)]
pub enum Reason {}

/// Classes of fines.
///
/// nl: Klassen van boetes.
#[derive(CodeList)]
#[codes(supplied)]
pub enum FineClass {}

/// Codes for the extension of a loan.
///
/// nl: Codes voor de verlenging van een uitlening.
#[derive(CodeList)]
#[codes(supplied, status = related)]
pub enum Extended {}

const CATALOGUE: Origin = origin! { name: "Uitlening", institution: "Bibliotheek", file: "catalogus" };
const MONTH: Note = note! { nl: "per maand", en: "by month" };
const NEW_SYSTEM: SeriesBreak = series_break! { from: "2012", nl: "nieuw systeem", en: "new system" };

deliberation! {
    version = "0.1.0",
    blocks = [Loan, SchoolYear],
    unmodelled = ["Bezoek", "Schooltoelage (in klassen)"],
}

fn main() {
    assert_eq!(model().blocks.len(), 2);
    assert_eq!(Loan::description().id, "borrowing");
    assert_eq!(Loan::description().rules.len(), 3);
    assert_eq!(Loan::description().renamed_from, ["lending", "loan"]);
    let lent = Loan::description().column("lent").unwrap();
    assert_eq!(lent.renamed_from(), ["month"]);
    assert!(lent.variable().unwrap().deprecated.is_some());
    let library = Loan::description().column("library").unwrap();
    assert_eq!(library.renamed_from(), ["institution"]);
    assert_eq!(
        SchoolYear::column_names(),
        [
            "person",
            "quarter",
            "own_enrolment",
            "own_leaving",
            "own_language",
            "parent_enrolment",
            "parent_leaving",
            "parent_language",
            "language_of_grandparent",
        ]
    );
    assert_eq!(Genre::Poetry.as_str(), "P");
    assert_eq!("01".parse(), Ok(Genre::Adventure));
    assert_eq!(model().deliberation.number, "99/001");
}
