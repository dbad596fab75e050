use beraad_schema::CodeList;

/// Genres of books.
#[derive(CodeList)]
#[codes(open, status = delivered, table = "codelists/missing_word.csv")]
pub enum Genre {}

fn main() {}
