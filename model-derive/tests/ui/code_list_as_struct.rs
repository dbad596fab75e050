use beraad_model_derive::CodeList;

/// Genres of books.
#[derive(CodeList, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[codes(closed, role = delivered)]
pub struct Genre;

fn main() {}
