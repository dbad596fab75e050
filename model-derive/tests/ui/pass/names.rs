//! Names that the macros' output must not take for its own: columns named as its arguments are, types that shadow the
//! prelude, the primitives and its type parameters.
#![allow(non_camel_case_types, unused_macros)]
use beraad_schema::{Block, CodeList, Count, deliberation};

/// Shadows.
pub mod shadows {
    pub struct Some;
    pub struct None;
    pub struct Ok;
    pub struct Err;
    pub struct Vec;
    pub struct Box;
    pub struct u8;
    pub struct str;
    pub struct usize;
    pub struct bool;
    pub trait Iterator {}
    pub trait IntoIterator {}
    pub trait Clone {}
    pub trait Copy {}
    pub trait Fn {}
    pub trait Default {}
    pub trait From {}
    pub fn drop() {}
}
pub use shadows::*;

macro_rules! assert {
    () => {};
}
macro_rules! vec {
    () => {};
}
macro_rules! matches {
    () => {};
}

/// Named as the trait that is derived, and as a type parameter of what is derived.
///
/// nl: Genoemd naar wat wordt afgeleid.
#[derive(Block, ::core::clone::Clone, Debug, PartialEq)]
#[block(
    heading = "Bezoek",
    label(nl = "Bezoek", en = "Visit"),
    row_unit(nl = "één bezoek", en = "one visit"),
    analysis_unit(nl = "bezoek", en = "visit"),
    temporality = event,
    key(row, source),
    rule(
        order: row <= source && matches!(value, W::Index) || walk.is_none() && index != W::Source,
        nl = "een regel",
        en = "a rule",
    ),
)]
pub struct Option {
    /// Row.
    ///
    /// nl: Rij.
    #[variable(label(nl = "r", en = "r"), term = "het aantal bezoeken", match_quality = none, certainty = phrase, measurement = metric)]
    pub row: Count,
    /// Source.
    ///
    /// nl: Bron.
    #[variable(label(nl = "s", en = "s"), term = "het aantal bezoeken", match_quality = none, certainty = phrase, measurement = metric)]
    pub source: Count,
    /// Walk.
    ///
    /// nl: Wandeling.
    #[variable(label(nl = "w", en = "w"), term = "het aantal bezoeken", match_quality = none, certainty = phrase, measurement = metric)]
    pub walk: ::core::option::Option<Count>,
    /// Index.
    ///
    /// nl: Index.
    #[variable(label(nl = "i", en = "i"), term = "de bezochte afdeling", match_quality = none, certainty = phrase, measurement = nominal)]
    pub index: W,
    /// Value.
    ///
    /// nl: Waarde.
    #[variable(label(nl = "v", en = "v"), term = "de bezochte afdeling", match_quality = none, certainty = phrase, measurement = nominal)]
    pub value: ::core::option::Option<W>,
    /// Lists.
    ///
    /// nl: Lijsten.
    #[variable(label(nl = "l", en = "l"), term = "de bezochte afdeling", match_quality = none, certainty = phrase, measurement = nominal)]
    pub lists: ::std::vec::Vec<beraad_schema::Code<S>>,
}

/// Departments.
///
/// nl: Afdelingen.
#[derive(CodeList, ::core::clone::Clone, ::core::marker::Copy, Debug, PartialEq)]
#[codes(closed)]
pub enum W {
    #[code("I", label(nl = "Index", en = "Index"))]
    Index,
    #[code("S", label(nl = "Bron", en = "Source"))]
    Source,
    #[code("O", label(nl = "Ja", en = "Ok"))]
    Ok,
    #[code("E", label(nl = "Nee", en = "Err"))]
    Err,
}

/// Departments too.
///
/// nl: Ook afdelingen.
#[derive(CodeList)]
#[codes(supplied)]
pub enum S {}

deliberation! {
    version = "0.1.0",
    blocks = [Option],
    unmodelled = ["Uitlening", "Schoolloopbaan", "Schooltoelage (in klassen)"],
}

fn main() {
    let columns = ["row", "source", "walk", "index", "value", "lists"];
    ::core::assert_eq!(Option::column_names(), columns);
    ::core::assert_eq!(W::Ok.as_str(), "O");
    ::core::assert_eq!(model().blocks.len(), 1);
}
