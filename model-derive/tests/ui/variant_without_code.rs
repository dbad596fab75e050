use beraad_schema::CodeList;

/// Genres of books.
#[derive(CodeList, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[codes(closed, status = delivered)]
pub enum Genre {
    #[code("A", label(nl = "Avontuur", en = "Adventure"))]
    Adventure,
    Poetry,
}

fn main() {}
