use beraad_schema::CodeList;

/// en: Genres of books.
#[derive(CodeList, Clone, Copy, Debug, PartialEq)]
#[codes(closed, status = delivered)]
enum Genre {
    #[code("A", label(nl = "Avontuur", en = "Adventure"))]
    Adventure,
    #[code("P", label(nl = "Poëzie", en = "Poetry"))]
    Poetry,
}

fn main() {}
