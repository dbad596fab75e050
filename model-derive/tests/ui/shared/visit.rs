// The blocks of a model, for cases about `deliberation!`.

use beraad_schema::{Block, Code, CodeList, Count, deliberation};

/// One visit.
///
/// nl: Eén bezoek.
#[derive(Block, Clone)]
#[block(
    heading = "Bezoek",
    label(nl = "Bezoek", en = "Visit"),
    row_unit(nl = "één bezoek", en = "one visit"),
    analysis_unit(nl = "bezoek", en = "visit"),
    temporality = event,
    no_known_key(nl = "een lezer komt vaak", en = "a reader comes often"),
)]
struct Visit {
    /// Visits.
    ///
    /// nl: Bezoeken.
    #[variable(
        label(nl = "Bezoeken", en = "Visits"), term = "het aantal bezoeken",
        match_quality = none, certainty = phrase, measurement = metric,
    )]
    visits: Count,

    /// Department.
    ///
    /// nl: Afdeling.
    #[variable(
        label(nl = "Afdeling", en = "Department"), term = "de bezochte afdeling",
        match_quality = none, certainty = phrase, measurement = nominal,
    )]
    department: Code<Department>,
}

/// One visit.
///
/// nl: Eén bezoek.
#[derive(Block, Clone)]
#[block(
    heading = "Bezoek",
    label(nl = "Bezoek", en = "Visit"),
    row_unit(nl = "één bezoek", en = "one visit"),
    analysis_unit(nl = "bezoek", en = "visit"),
    temporality = event,
    no_known_key(nl = "een lezer komt vaak", en = "a reader comes often"),
)]
struct VisitWithoutDepartment {
    /// Visits.
    ///
    /// nl: Bezoeken.
    #[variable(
        label(nl = "Bezoeken", en = "Visits"), term = "het aantal bezoeken",
        match_quality = none, certainty = phrase, measurement = metric,
    )]
    visits: Count,
}

/// Departments of the library.
///
/// nl: Afdelingen van de bibliotheek.
#[derive(CodeList)]
#[codes(supplied)]
enum Department {}
