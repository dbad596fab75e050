use beraad_schema::CodeList;

/// Genres of books.
#[derive(CodeList)]
#[codes(open, status = delivered, table = "codelists/genre.csv")]
pub enum Genre {}

fn main() {}
