use beraad_schema::CodeList;

/// Genres of books.
///
/// nl: Genres van boeken.
#[derive(CodeList, Clone, Copy, Debug, PartialEq)]
#[codes(clsed, status = delivered)]
enum Genre {
    #[code("A", label(nl = "Avontuur", en = "Adventure"))]
    Adventure,
    #[code("P", label(nl = "Poëzie", en = "Poetry"))]
    Poetry,
}

fn main() {}
