use beraad_model_derive::CodeList;

/// Genres of books.
#[derive(CodeList)]
#[codes(open, role = delivered, table = "codelists/quote.csv")]
pub enum Genre {}

fn main() {}
