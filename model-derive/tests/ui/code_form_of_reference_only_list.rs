use beraad_schema::CodeList;

/// Genres of books.
#[derive(CodeList)]
#[codes(open, status = reference, length = 1, table = "codelists/forms.csv")]
enum Genre {}

fn main() {}
