use beraad_model_derive::CodeList;

/// Genres of books.
#[derive(CodeList)]
#[codes(open, role = delivered, table = "codelists/alias_of_another_code.csv")]
pub enum Genre {}

fn main() {}
