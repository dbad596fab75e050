//! The code lists.

use beraad_schema::CodeList;

/// Numbers of establishments in the public register of enterprises.
///
/// fr: Numéros d’établissement du registre public des entreprises.
#[derive(CodeList)]
#[codes(
    open,
    length = 14,
    pattern = "[0-9]{14}",
    label(fr = "Numéros SIRET", en = "SIRET numbers")
)]
pub enum Siret {}

/// Numbers of hospitals in the public register of health institutions.
///
/// fr: Numéros d’hôpital du registre public des institutions de santé.
#[derive(CodeList)]
#[codes(
    open,
    pattern = "[0-9][0-9AB][0-9]{7}",
    label(fr = "Numéros FINESS", en = "FINESS numbers")
)]
pub enum Finess {}

/// Legal forms of hospitals.
///
/// fr: Formes juridiques des hôpitaux.
#[derive(CodeList, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[codes(closed, status = delivered, complete)]
pub enum LegalForm {
    /// A public hospital.
    #[code("PU", label(fr = "établissement public", en = "public hospital"))]
    Public,
    /// A private hospital.
    #[code("PR", label(fr = "établissement privé", en = "private hospital"))]
    Private,
}

/// Activities that a hospital may be authorised for.
///
/// fr: Activités pour lesquelles un hôpital peut être autorisé.
#[derive(CodeList, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[codes(closed, status = delivered, complete)]
pub enum Activity {
    /// Surgery.
    #[code("01", alias = "1", label(fr = "chirurgie", en = "surgery"))]
    Surgery,
    /// Intensive care.
    #[code("02", alias = "2", label(fr = "réanimation", en = "intensive care"))]
    IntensiveCare,
    /// Radiotherapy.
    #[code("03", alias = "3", label(fr = "radiothérapie", en = "radiotherapy"))]
    Radiotherapy,
}

/// Ways in which a stay ends.
///
/// fr: Manières dont un séjour se termine.
#[derive(CodeList, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[codes(closed, status = delivered, complete)]
pub enum Discharge {
    /// Home.
    #[code("8", label(fr = "retour au domicile", en = "return home"))]
    Home,
    /// Transfer to another hospital.
    #[code(
        "7",
        label(
            fr = "transfert vers un autre établissement",
            en = "transfer to another hospital"
        )
    )]
    Transfer,
    /// Death.
    #[code("9", label(fr = "décès", en = "death"))]
    Death,
    /// Not stated.
    #[code("0", missing = unspecified, label(fr = "mode non précisé", en = "way not stated"))]
    Unspecified,
}

/// Diagnoses by the international classification of diseases.
///
/// fr: Diagnostics selon la classification internationale des maladies.
#[derive(CodeList)]
#[codes(open, standard = "CIM-10", read_at = event_date, pattern = "[A-Z][0-9]{2}(\\.[0-9]{1,2})?",
    why(fr = "la date d’entrée détermine la version de la classification", en = "the date of admission decides the version of the classification"),
    label(fr = "Diagnostics", en = "Diagnoses"))]
pub enum Diagnosis {}

/// Sexes.
///
/// fr: Sexes.
#[derive(CodeList, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[codes(closed, status = delivered, complete)]
pub enum Sex {
    /// Male.
    #[code("1", label(fr = "masculin", en = "male"))]
    Male,
    /// Female.
    #[code("2", label(fr = "féminin", en = "female"))]
    Female,
    /// Not applicable.
    #[code("3", missing = not_applicable, label(fr = "sans objet", en = "not applicable"))]
    NotApplicable,
}

/// Communes of the island.
///
/// fr: Communes de l’île.
#[derive(CodeList)]
#[codes(open, status = delivered, table = "codelists/commune.csv", pattern = "[0-9][0-9AB][0-9]{3}",
    label(fr = "Communes", en = "Communes"))]
pub enum Commune {}

/// Answers to the question on tobacco.
///
/// fr: Réponses à la question sur le tabac.
#[derive(CodeList)]
#[codes(closed, status = delivered, table = "codelists/tobacco_answer.csv")]
pub enum TobaccoAnswer {}

/// Classes of household income; their boundaries come with the delivery.
///
/// fr: Classes de revenu du ménage ; leurs bornes arrivent avec la livraison.
#[derive(CodeList)]
#[codes(supplied)]
pub enum IncomeClass {}

/// Classes of charges for comfort; their boundaries come with the delivery.
///
/// fr: Classes de frais de confort ; leurs bornes arrivent avec la livraison.
#[derive(CodeList)]
#[codes(supplied)]
pub enum ComfortCharge {}
