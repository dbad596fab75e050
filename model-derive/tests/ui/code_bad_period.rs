use beraad_schema::CodeList;

/// Genres of books.
#[derive(CodeList, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[codes(closed, status = delivered)]
pub enum Genre {
    #[code("A", label(nl = "Avontuur", en = "Adventure"))]
    Adventure,
    #[code("P", from = "2012", label(nl = "Poëzie", en = "Poetry"))]
    Poetry,
}

fn main() {}
