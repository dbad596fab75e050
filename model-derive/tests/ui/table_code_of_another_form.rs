use beraad_schema::CodeList;

/// Genres of books.
///
/// nl: Genres van boeken.
#[derive(CodeList)]
#[codes(open, status = delivered, length = 1, table = "codelists/forms.csv")]
enum Genre {}

fn main() {}
