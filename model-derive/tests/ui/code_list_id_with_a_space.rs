use beraad_schema::CodeList;

/// Genres of books.
///
/// nl: Genres van boeken.
#[derive(CodeList)]
#[codes(supplied, id = "genre of books")]
enum Genre {}

fn main() {}
