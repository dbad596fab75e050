use beraad_schema::CodeList;

/// Genres of books.
///
/// nl: Genres van boeken.
#[derive(CodeList, Clone, Copy, Debug, PartialEq)]
#[codes(closed, status = delivered)]
enum Genre {
    #[code("A", from = "2012-01-01", documented_from = "2017-01-01", label(nl = "Avontuur", en = "Adventure"))]
    Adventure,
}

fn main() {}
