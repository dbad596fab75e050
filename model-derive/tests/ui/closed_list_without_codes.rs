use beraad_schema::CodeList;

/// Genres of books.
#[derive(CodeList, Clone, Copy, Debug, PartialEq)]
#[codes(closed, status = delivered)]
enum Genre {}

fn main() {}
