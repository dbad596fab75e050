//! An enum of codes takes derives of the user's choice, and needs not be `Copy`.

use beraad_schema::CodeList;
use strum::{EnumCount, EnumMessage, VariantArray};

/// Genres of books.
///
/// nl: Genres van boeken.
#[derive(
    CodeList, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumCount, EnumMessage, VariantArray,
    strum::IntoStaticStr,
)]
#[codes(closed)]
pub enum Genre {
    #[code("A", label(nl = "Avontuur", en = "Adventure"))]
    #[strum(message = "adventure")]
    Adventure,
    #[code("P", label(nl = "Poëzie", en = "Poetry"))]
    Poetry,
}

/// Bindings of books.
///
/// nl: Banden van boeken.
#[derive(CodeList, Clone, Debug, PartialEq)]
#[codes(closed)]
pub enum Binding {
    #[code("H", label(nl = "Hard", en = "Hard"))]
    Hard,
}

fn main() {
    assert_eq!(Genre::VARIANTS, Genre::ALL);
    assert_eq!(Genre::COUNT, Genre::ALL.len());
    assert_eq!(Genre::Adventure.get_message(), Some("adventure"));
    assert_eq!(<&str>::from(Genre::Poetry), "Poetry");
    assert_eq!(Genre::Poetry.to_string(), "P");
    assert_eq!("H".parse(), Ok(Binding::Hard));
    assert_eq!(Binding::Hard.as_str(), "H");
}
