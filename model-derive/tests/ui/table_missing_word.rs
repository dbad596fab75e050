use beraad_schema::CodeList;

/// Genres of books.
///
/// nl: Genres van boeken.
#[derive(CodeList)]
#[codes(open, status = delivered, table = "codelists/missing_word.csv")]
enum Genre {}

fn main() {}
