use beraad_schema::CodeList;

/// Genres of books.
///
/// nl: Genres van boeken.
#[derive(CodeList)]
#[codes(closed, status = delivered, table = "codelists/unpublished_code_of_a_closed_list.csv")]
enum Genre {}

fn main() {}
