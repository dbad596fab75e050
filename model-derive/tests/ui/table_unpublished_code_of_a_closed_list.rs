use beraad_model_derive::CodeList;

/// Genres of books.
#[derive(CodeList)]
#[codes(closed, role = delivered, table = "codelists/unpublished_code_of_a_closed_list.csv")]
pub enum Genre {}

fn main() {}
