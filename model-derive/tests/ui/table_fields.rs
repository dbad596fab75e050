use beraad_schema::CodeList;

/// Genres of books.
#[derive(CodeList)]
#[codes(open, status = delivered, table = "codelists/fields.csv")]
pub enum Genre {}

fn main() {}
