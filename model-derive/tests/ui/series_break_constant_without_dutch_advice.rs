use beraad_schema::{Block, Count, describe::SeriesBreak, series_break};

#[derive(Block)]
#[block(heading = "Uitlening", part)]
struct Loan {
    /// Books.
    ///
    /// nl: Boeken.
    #[variable(
        label(nl = "Boeken", en = "Books"), term = "het aantal boeken",
        match_quality = none, certainty = phrase, measurement = metric,
        series_break = NEW,
    )]
    books: Count,
}

const NEW: SeriesBreak = series_break! {
    from: "2012",
    nl: "nieuw",
    en: "new",
    advice: { en: "compare with care" },
};

fn main() {}
