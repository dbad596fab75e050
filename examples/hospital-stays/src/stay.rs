//! Stays: one row a stay of a patient in a hospital.

use beraad_schema::describe::SeriesBreak;
use beraad_schema::{
    Block, Code, Count, Day, Days, Person, Ratio, Scaled, SerialNumber, Signed, series_break,
};

use crate::codes::{Diagnosis, Discharge};
use crate::units::{Grams, Hospital, Milligrays};

/// The weights before and after this year cannot be compared.
const NEW_WEIGHTS: SeriesBreak = series_break! {
    from: "2045",
    fr: "À partir de 2045, les coefficients sont calés sur le nombre de séjours de chaque établissement.",
    en: "From 2045, the weights are calibrated to the number of stays of each hospital.",
};

/// One stay of one patient in one hospital.
///
/// fr: Un séjour d’un patient dans un établissement.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Séjours",
    label(fr = "Séjour", en = "Stay"),
    row_unit(fr = "un séjour dans un établissement", en = "one stay in a hospital"),
    analysis_unit(fr = "séjour", en = "stay"),
    temporality = event,
    key(hospital, stay_number),
    rule(
        admitted_in_window: admission >= Day::new(2041, 7, 1),
        fr = "le séjour ne commence pas avant la fenêtre",
        en = "the stay does not begin before the window",
    ),
    rule(
        discharged_after_admission: admission <= discharge,
        fr = "la sortie n’a pas lieu avant l’entrée",
        en = "the discharge is not before the admission",
    ),
    rule(
        at_most_five_diagnoses: associated_diagnoses.len() <= 5,
        fr = "un séjour a cinq diagnostics associés au plus",
        en = "a stay has at most five associated diagnoses",
        basis = "article 2: \"au nombre de cinq au plus\"",
    ),
    rule(
        main_diagnosis_is_not_associated: !associated_diagnoses.contains(main_diagnosis),
        fr = "le diagnostic principal n’est pas parmi les diagnostics associés",
        en = "the main diagnosis is not among the associated diagnoses",
    ),
    rule(
        intensive_care_during_stay: admission <= intensive_care && intensive_care <= discharge,
        fr = "le passage en réanimation a lieu pendant le séjour",
        en = "the time in intensive care is during the stay",
    ),
    rule(
        transferred_to_a_hospital: transfer_hospital.is_none() || discharge_mode == Discharge::Transfer,
        fr = "seul un transfert a un établissement de transfert",
        en = "only a transfer has a hospital to which the patient is transferred",
    ),
)]
pub struct Stay {
    /// The patient.
    #[block(role = subject)]
    pub patient: SerialNumber<Person>,

    /// The hospital.
    #[block(role = subject)]
    pub hospital: SerialNumber<Hospital>,

    /// Number of the stay among those of the hospital.
    ///
    /// fr: Numéro du séjour parmi ceux de l’établissement.
    #[block(
        role = technical,
        label(fr = "Numéro du séjour", en = "Number of the stay"),
        why(
            fr = "un patient peut avoir plusieurs séjours, et leurs factures y renvoient",
            en = "a patient can have several stays, and their bills refer to them",
        ),
    )]
    pub stay_number: Count<1>,

    /// Day on which the stay begins.
    ///
    /// fr: Jour où le séjour commence.
    #[variable(
        label(fr = "Date d’entrée", en = "Date of admission"),
        term = "la date d’entrée",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
    )]
    pub admission: Day,

    /// Day on which the stay ends.
    ///
    /// fr: Jour où le séjour se termine.
    #[variable(
        label(fr = "Date de sortie", en = "Date of discharge"),
        term = "la date de sortie",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
        null(fr = "Le séjour n’est pas terminé.", en = "The stay has not ended."),
    )]
    pub discharge: Option<Day>,

    /// Way in which the stay ends.
    ///
    /// fr: Façon dont le séjour se termine.
    #[variable(
        label(fr = "Mode de sortie", en = "Way of discharge"),
        term = "le mode de sortie",
        match_quality = none,
        certainty = documented,
        measurement = nominal,
    )]
    pub discharge_mode: Option<Discharge>,

    /// Hospital to which the patient is transferred.
    ///
    /// fr: Établissement vers lequel le patient est transféré.
    #[variable(
        label(fr = "Établissement de transfert (numéro d’ordre)", en = "Hospital of transfer (serial number)"),
        term = "l’identifiant de l’établissement de transfert",
        match_quality = none,
        certainty = phrase,
        measurement = identifier,
        null(fr = "Le patient n’est pas transféré.", en = "The patient is not transferred."),
    )]
    pub transfer_hospital: Option<SerialNumber<Hospital>>,

    /// Diagnosis that led to the stay.
    ///
    /// fr: Diagnostic qui a motivé le séjour.
    #[variable(
        label(fr = "Diagnostic principal", en = "Main diagnosis"),
        term = "le diagnostic principal",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
    )]
    pub main_diagnosis: Option<Code<Diagnosis>>,

    /// Other diagnoses of the patient during the stay.
    ///
    /// fr: Autres diagnostics du patient pendant le séjour.
    #[variable(
        label(fr = "Diagnostics associés", en = "Associated diagnoses"),
        term = "les diagnostics associés, au nombre de cinq au plus",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        null(fr = "Le séjour n’a pas de diagnostic associé.", en = "The stay has no associated diagnosis."),
    )]
    pub associated_diagnoses: Vec<Code<Diagnosis>>,

    /// Day on which the patient comes to intensive care.
    ///
    /// fr: Jour où le patient arrive en réanimation.
    #[variable(
        label(fr = "Date du passage en réanimation", en = "Date of intensive care"),
        term = "la date",
        of = "le passage en réanimation",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
    )]
    pub intensive_care: Option<Day>,

    /// Number of days in intensive care.
    ///
    /// fr: Nombre de jours en réanimation.
    #[variable(
        label(fr = "Durée du passage en réanimation", en = "Duration of intensive care"),
        term = "la durée",
        of = "le passage en réanimation",
        match_quality = none,
        certainty = assumed,
        alternatives(hours),
        measurement = metric,
        unit(fr = "jours", en = "days"),
    )]
    pub intensive_care_days: Option<Days<0, 366>>,

    /// Dose of rays that the patient received.
    ///
    /// fr: Dose de rayons que le patient a reçue.
    #[variable(
        label(fr = "Dose de rayons", en = "Dose of rays"),
        term = "la dose de rayons",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
        unit(fr = "milligrays", en = "milligrays"),
    )]
    pub dose: Option<Scaled<Milligrays, 0, 99_999, 3>>,

    /// Weight of the patient at discharge minus that at admission.
    ///
    /// fr: Poids du patient à la sortie moins son poids à l’entrée.
    #[variable(
        label(fr = "Variation du poids", en = "Change of weight"),
        term = "la variation du poids",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
        unit(fr = "grammes", en = "grams"),
    )]
    pub weight_change: Option<Signed<Grams, -99_999, 99_999>>,

    /// Number of stays that this stay represents in estimates.
    ///
    /// fr: Nombre de séjours que ce séjour représente dans les estimations.
    #[variable(
        label(fr = "Coefficient de pondération", en = "Weight of the stay"),
        term = "le coefficient de pondération",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
        series_break = NEW_WEIGHTS,
    )]
    pub stay_weight: Option<Ratio<0, 999_999, 6>>,
}
