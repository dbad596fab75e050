// The block `Loan`, for cases about the keys of a block and about rules: `loan! { key(person), rule(..) }`.
//
// The entries are tokens of the case, so that messages about them are at the case.

use beraad_schema::{Block, Code, CodeList, Count, Person, SerialNumber, YearMonth};

macro_rules! loan {
    ($($entries:tt)*) => {
        /// One loan.
        ///
        /// nl: Eén uitlening.
        #[derive(Block, Clone)]
        #[block(
            heading = "Uitlening",
            label(nl = "Uitlening", en = "Loan"),
            row_unit(nl = "één uitlening", en = "one loan"),
            analysis_unit(nl = "uitlening", en = "loan"),
            temporality = event,
            $($entries)*
        )]
        struct Loan {
            #[block(role = subject)]
            person: SerialNumber<Person>,

            /// Books.
            ///
            /// nl: Boeken.
            #[variable(
                label(nl = "Boeken", en = "Books"), term = "het aantal boeken",
                match_quality = none, certainty = phrase, measurement = metric,
            )]
            books: Count,

            /// Month of the loan.
            ///
            /// nl: Maand van de uitlening.
            #[variable(
                label(nl = "Maand van de uitlening", en = "Month of the loan"), term = "de uitleendatum",
                match_quality = none, certainty = phrase, measurement = metric,
            )]
            lent: YearMonth,

            /// Month of return.
            ///
            /// nl: Maand van teruggave.
            #[variable(
                label(nl = "Maand van teruggave", en = "Month of return"), term = "de inleverdatum",
                match_quality = none, certainty = phrase, measurement = metric,
            )]
            returned: Option<YearMonth>,

            /// Reason.
            ///
            /// nl: Reden.
            #[variable(
                label(nl = "Reden", en = "Reason"), term = "de reden",
                match_quality = none, certainty = phrase, measurement = nominal,
                of = "de weigering",
            )]
            reason: Option<Code<Reason>>,

            /// Genres.
            ///
            /// nl: Genres.
            #[variable(
                label(nl = "Genres", en = "Genres"), term = "de genres",
                match_quality = none, certainty = phrase, measurement = nominal,
            )]
            genres: Vec<Code<Genre>>,
        }
    };
}

/// Reasons to refuse a loan.
///
/// nl: Redenen om een uitlening te weigeren.
#[derive(CodeList)]
#[codes(supplied)]
enum Reason {}

/// Genres of books.
///
/// nl: Genres van boeken.
#[derive(CodeList)]
#[codes(supplied)]
enum Genre {}
