use beraad_schema::CodeList;

/// Genres of books.
#[derive(CodeList, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[codes(closed, status = delivered)]
pub enum Genre {}

fn main() {}
