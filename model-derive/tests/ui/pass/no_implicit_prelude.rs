//! The generated code does not depend on the prelude.
#![no_implicit_prelude]

/// One visit.
///
/// nl: Eén bezoek.
#[derive(::beraad_model_derive::Block, ::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
#[block(
    heading = "Bezoek",
    label(nl = "Bezoek", en = "Visit"),
    row_unit(nl = "één bezoek", en = "one visit"),
    analysis_unit(nl = "bezoek", en = "visit"),
    temporality = event,
    no_known_key(nl = "een lezer komt vaak", en = "a reader comes often"),
    rule(some: visits > 0 && department != Department::Attic, nl = "iets", en = "something"),
)]
pub struct Visit {
    #[block(role = subject)]
    pub person: ::beraad_schema::SerialNumber<::beraad_schema::Person>,

    #[block(prefix = "first_")]
    pub first: Part,

    /// Department.
    ///
    /// nl: Afdeling.
    #[variable(
        label(nl = "Afdeling", en = "Department"),
        term = "de bezochte afdeling",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
    )]
    pub department: ::core::option::Option<Department>,

    /// Number of visits.
    ///
    /// nl: Aantal bezoeken.
    #[variable(
        label(nl = "Aantal bezoeken", en = "Number of visits"),
        term = "het aantal bezoeken",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
    )]
    pub visits: ::beraad_schema::Count,
}

/// Part of a visit.
#[derive(::beraad_model_derive::Block, ::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
#[block(heading = "Bezoek", part)]
pub struct Part {
    /// Number of visits.
    ///
    /// nl: Aantal bezoeken.
    #[variable(
        label(nl = "Aantal bezoeken", en = "Number of visits"),
        term = "het aantal bezoeken",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
    )]
    pub visits: ::beraad_schema::Count,
}

/// Departments.
///
/// nl: Afdelingen.
#[derive(
    ::beraad_model_derive::CodeList,
    ::core::clone::Clone,
    ::core::marker::Copy,
    ::core::fmt::Debug,
    ::core::cmp::PartialEq,
)]
#[codes(closed)]
pub enum Department {
    #[code("Z", label(nl = "Zolder", en = "Attic"), alias = "z")]
    Attic,
}

/// Departments of old.
///
/// nl: Afdelingen van vroeger.
#[derive(::beraad_model_derive::CodeList)]
#[codes(open, status = reference, table = "codelists/good.csv")]
pub enum OldDepartment {}

::beraad_schema::deliberation! {
    version = "0.1.0",
    blocks = [Visit],
    unmodelled = ["Uitlening", "Schoolloopbaan", "Schooltoelage (in klassen)"],
}

fn main() {
    ::core::assert_eq!(model().blocks.len(), 1);
}
