use beraad_schema::{Block, YearMonth};

#[derive(Block)]
#[block(heading = "Schoolloopbaan", part)]
struct School {
    /// Month of the extraction.
    ///
    /// nl: Maand van de extractie.
    #[block(
        role = technical, label(nl = "Extractie", en = "Extraction"),
        why(nl = "om leveringen te scheiden", en = "to keep deliveries apart"),
    )]
    extracted: YearMonth,
}

fn main() {}
