use beraad_schema::CodeList;

/// Genres of books.
///
/// nl: Genres van boeken.
#[derive(CodeList, Clone, Copy, Debug, PartialEq)]
#[codes(closed, status = delivered, pattern = "[A-Z]")]
enum Genre {
    #[code("A", label(nl = "Avontuur", en = "Adventure"))]
    Adventure,
    #[code("p", alias = "PO", label(nl = "Poëzie", en = "Poetry"))]
    Poetry,
}

fn main() {}
