use beraad_schema::CodeList;

/// Genres of books.
///
/// nl: Genres van boeken.
#[derive(CodeList, Clone, Copy, Debug, PartialEq)]
#[codes(closed, status = delivered)]
#[codes(open)]
enum Genre {
    #[code("A", label(nl = "Avontuur", en = "Adventure"))]
    Adventure,
}

fn main() {}
