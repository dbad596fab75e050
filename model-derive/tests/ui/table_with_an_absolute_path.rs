use beraad_schema::CodeList;

/// Genres of books.
///
/// nl: Genres van boeken.
#[derive(CodeList)]
#[codes(open, status = delivered, table = "/dev/zero")]
enum Genre {}

fn main() {}
