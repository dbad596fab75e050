use beraad_schema::CodeList;

/// Genres of books.
///
/// nl: Genres van boeken.
#[derive(CodeList, Clone, Copy, Debug, PartialEq)]
#[codes(closed, status = delivered)]
enum Genre {
    #[code("A", label(nl = "Avontuur", en = "Adventure"))]
    Adventure,
    #[code("P", from = "2012-01-01", to = "2011-12-31", label(nl = "Poëzie", en = "Poetry"))]
    Poetry,
}

fn main() {}
