use beraad_schema::CodeList;

/// Genres of books.
///
/// nl: Genres van boeken.
#[derive(CodeList)]
#[codes(open, status = delivered, table = "../ui/codelists/good.csv")]
enum Genre {}

fn main() {}
