//! Patients: one row a patient and year.

use beraad_schema::{AmountClass, Block, Code, Person, SerialNumber, Year};

use crate::codes::{Commune, IncomeClass, Sex, TobaccoAnswer};

/// One patient in one year.
///
/// fr: Un patient au cours d’une année.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Patients",
    label(fr = "Patient", en = "Patient"),
    row_unit(fr = "un patient et une année", en = "one patient and one year"),
    analysis_unit(fr = "patient", en = "patient"),
    temporality = accumulated,
    key(patient, year),
    rule(
        born_before: birth_year <= year,
        fr = "le patient est né au plus tard dans l’année de la ligne",
        en = "the patient was born in the year of the row at the latest",
    ),
)]
pub struct Patient {
    /// The patient.
    #[block(role = subject)]
    pub patient: SerialNumber<Person>,

    /// The year.
    #[block(role = observation_period)]
    pub year: Year,

    /// Year in which the patient was born.
    ///
    /// fr: Année de naissance du patient.
    #[variable(
        label(fr = "Année de naissance", en = "Year of birth"),
        term = "l’année de naissance",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
    )]
    pub birth_year: Option<Year>,

    /// Sex of the patient.
    ///
    /// fr: Sexe du patient.
    #[variable(
        label(fr = "Sexe", en = "Sex"),
        term = "le sexe",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
    )]
    pub sex: Option<Sex>,

    /// Commune in which the patient lives.
    ///
    /// fr: Commune où le patient habite.
    #[variable(
        label(fr = "Commune de résidence", en = "Commune of residence"),
        term = "la commune de résidence",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
    )]
    pub commune: Option<Code<Commune>>,

    /// Answer of the patient to the question on tobacco.
    ///
    /// fr: Réponse du patient à la question sur le tabac.
    #[variable(
        label(fr = "Réponse sur le tabac", en = "Answer on tobacco"),
        term = "la réponse sur le tabac",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
    )]
    pub tobacco_answer: Option<Code<TobaccoAnswer>>,

    /// Class of the income of the household of the patient.
    ///
    /// fr: Classe du revenu du foyer du patient.
    #[variable(
        label(fr = "Revenu du foyer (classe)", en = "Household income (class)"),
        term = "le revenu du foyer (en classes)",
        match_quality = none,
        certainty = phrase,
        measurement = ordinal,
    )]
    pub income_class: Option<AmountClass<IncomeClass>>,
}
