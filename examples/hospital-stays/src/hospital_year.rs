//! Hospitals: one row a hospital and year.

use beraad_schema::{Block, Code, Count, SerialNumber, Year, YearMonth};

use crate::codes::{Activity, Finess, LegalForm, Siret};
use crate::units::Hospital;

/// One hospital at the end of one year.
///
/// fr: Un établissement à la fin d’une année.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Établissements",
    label(fr = "Établissement", en = "Hospital"),
    row_unit(fr = "un établissement et une année", en = "one hospital and one year"),
    analysis_unit(fr = "établissement", en = "hospital"),
    temporality = status,
    key(hospital, year),
    rule(
        opened: finess.is_some() || siret.is_some(),
        fr = "un établissement a un numéro FINESS ou un numéro SIRET",
        en = "a hospital has a FINESS number or a SIRET number",
        basis = "the (invented) manual of the register of hospitals",
    ),
    rule(
        authorised_for_different_activities: activities.len() <= 3,
        fr = "un établissement a trois activités autorisées au plus",
        en = "a hospital is authorised for at most three activities",
    ),
)]
pub struct HospitalYear {
    /// The hospital.
    #[block(role = subject)]
    pub hospital: SerialNumber<Hospital>,

    /// The year.
    #[block(role = observation_period)]
    pub year: Year,

    /// Public number of the hospital in the register of enterprises.
    ///
    /// fr: Numéro public de l’établissement dans le répertoire des entreprises.
    #[variable(
        label(fr = "Numéro SIRET", en = "SIRET number"),
        term = "le numéro SIRET",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        null(fr = "L’établissement n’a pas de numéro SIRET.", en = "The hospital has no SIRET number."),
    )]
    pub siret: Option<Code<Siret>>,

    /// Public number of the hospital in the register of health institutions.
    ///
    /// fr: Numéro public de l’établissement dans le répertoire des institutions de santé.
    #[variable(
        label(fr = "Numéro FINESS", en = "FINESS number"),
        term = "le numéro FINESS",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
    )]
    pub finess: Option<Code<Finess>>,

    /// Legal form of the hospital.
    ///
    /// fr: Statut juridique de l’établissement.
    #[variable(
        label(fr = "Statut juridique", en = "Legal form"),
        term = "le statut juridique",
        match_quality = exact,
        certainty = documented,
        measurement = nominal,
        origin(name = "STATUT", institution = "Répertoire inventé des établissements de Valbrume", file = "Fichier inventé des établissements"),
        evidence = "The (invented) manual of the register lists the two forms.",
    )]
    pub legal_form: Option<LegalForm>,

    /// Month and year in which the hospital was opened.
    ///
    /// fr: Mois et année d’ouverture de l’établissement.
    #[variable(
        label(fr = "Mois d’ouverture", en = "Month of opening"),
        term = "la date d’ouverture",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
    )]
    pub opening_month: Option<YearMonth>,

    /// Number of beds of the hospital.
    ///
    /// fr: Nombre de lits de l’établissement.
    #[variable(
        label(fr = "Nombre de lits", en = "Number of beds"),
        term = "le nombre de lits",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
        unit(fr = "lits", en = "beds"),
        series_break(
            from = "2044-Q1",
            fr = "À partir du premier trimestre 2044, les places de jour sont comptées.",
            en = "From the first quarter of 2044, day places are counted.",
            advice(fr = "comparer les années à partir de 2044 entre elles", en = "compare the years from 2044 with each other"),
        ),
    )]
    pub beds: Option<Count<0, 5000>>,

    /// Activities for which the hospital is authorised.
    ///
    /// fr: Activités pour lesquelles l’établissement est autorisé.
    #[variable(
        label(fr = "Activités autorisées", en = "Authorised activities"),
        term = "les activités autorisées",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        null(fr = "L’établissement n’a pas d’activité autorisée.", en = "The hospital is not authorised for any activity."),
    )]
    pub activities: Vec<Activity>,
}
