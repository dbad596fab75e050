use beraad_model_derive::CodeList;

/// Genres of books.
#[derive(CodeList)]
#[codes(open, role = delivered, table = "codelists/code_too_long.csv")]
pub enum Genre {}

fn main() {}
