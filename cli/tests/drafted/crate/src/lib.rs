//! Beraadslaging nr. 2042/9 over de mededeling van gegevens door de Bibliotheek van Boekhoven aan de Hogeschool voor Leesonderzoek met het oog op een studie van lezers.
//!
//! A draft: every `guess = ".."` and every `compile_error!` is for a person to check against the decision, to correct, and
//! to remove. The compiler names the line of each. A heading can wait: remove its block from `blocks`, and write its title
//! into `unmodelled`.
#![forbid(unsafe_code)]

pub mod codes;
pub mod kaarten;
pub mod lezers;
pub mod uitleningen;

::beraad_schema::deliberation! {
    version = "0.1.0",
    blocks = [
        lezers::Lezers,
        uitleningen::Uitleningen,
        kaarten::Kaarten,
    ],
    unmodelled = [],
}
