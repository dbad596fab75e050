use beraad_schema::CodeList;

/// Genres of books.
#[derive(CodeList)]
#[codes(open, status = delivered, table = "codelists/overlapping_meanings.csv")]
pub enum Genre {}

fn main() {}
