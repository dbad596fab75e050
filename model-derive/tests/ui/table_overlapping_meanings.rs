use beraad_schema::CodeList;

/// Genres of books.
///
/// nl: Genres van boeken.
#[derive(CodeList)]
#[codes(open, status = delivered, table = "codelists/overlapping_meanings.csv")]
enum Genre {}

fn main() {}
