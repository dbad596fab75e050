use beraad_schema::CodeList;

/// Genres of books.
#[derive(CodeList, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[codes(closed, status = delivered)]
pub struct Genre;

fn main() {}
