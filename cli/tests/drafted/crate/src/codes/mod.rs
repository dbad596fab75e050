//! The code lists. Each is empty: its codes come with the delivery, unless something is published about it.

mod afdeling;
mod bedrag_van_de_boete_in_klassen;
mod boete_in_klassen;
mod code_a_b_van_de_lezer;
mod geboorteland_in_klassen_ook_van_ouders;
mod soort;
mod statuut;
mod type_list;
mod vak;
mod zeer_lange_omschrijving_van_het_werk_waarover;

pub use afdeling::Afdeling;
pub use bedrag_van_de_boete_in_klassen::BedragVanDeBoeteInKlassen;
pub use boete_in_klassen::BoeteInKlassen;
pub use code_a_b_van_de_lezer::CodeABVanDeLezer;
pub use geboorteland_in_klassen_ook_van_ouders::GeboortelandInKlassenOokVanOuders;
pub use soort::Soort;
pub use statuut::Statuut;
pub use type_list::TypeList;
pub use vak::Vak;
pub use zeer_lange_omschrijving_van_het_werk_waarover::ZeerLangeOmschrijvingVanHetWerkWaarover;
