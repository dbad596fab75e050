//! Bills: one row a bill for a stay.

use beraad_schema::currency::{Eur, Frf};
use beraad_schema::{Amount, AmountClass, Block, Count, Person, SerialNumber, YearMonth};

use crate::codes::ComfortCharge;
use crate::units::{Hospital, Xpf};

/// One bill of a hospital for one stay.
///
/// fr: Une facture d’un établissement pour un séjour.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Facturation",
    label(fr = "Facture", en = "Bill"),
    row_unit(fr = "une facture pour un séjour", en = "one bill for a stay"),
    analysis_unit(fr = "facture", en = "bill"),
    temporality = event,
    no_known_key(
        fr = "un établissement peut facturer un séjour plusieurs fois dans un mois",
        en = "a hospital can bill a stay several times in a month",
    ),
    rule(
        not_more_reimbursed_than_billed: reimbursed <= billed,
        fr = "le montant remboursé ne dépasse pas le montant facturé",
        en = "the amount reimbursed is at most the amount billed",
    ),
    rule(
        out_of_pocket_is_the_rest: out_of_pocket == billed - reimbursed,
        fr = "le reste à charge est le montant facturé moins le montant remboursé",
        en = "what the patient pays is the amount billed minus the amount reimbursed",
    ),
)]
pub struct Bill {
    /// The hospital.
    #[block(role = subject)]
    pub hospital: SerialNumber<Hospital>,

    /// Patient to whom the bill is addressed.
    ///
    /// fr: Patient à qui la facture est adressée.
    #[block(
        role = reference,
        label(fr = "Patient (numéro d’ordre)", en = "Patient (serial number)"),
        why(fr = "la facture est celle d’un patient", en = "the bill is that of a patient"),
    )]
    pub patient: Option<SerialNumber<Person>>,

    /// Number of the stay among those of the hospital.
    ///
    /// fr: Numéro du séjour parmi ceux de l’établissement.
    #[block(
        role = technical,
        label(fr = "Numéro du séjour", en = "Number of the stay"),
        why(fr = "la facture renvoie au séjour", en = "the bill refers to the stay"),
    )]
    pub stay_number: Count<1>,

    /// Month and year of the bill.
    ///
    /// fr: Mois et année de la facture.
    #[variable(
        label(fr = "Mois de facturation", en = "Month of the bill"),
        term = "la date de facturation",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
    )]
    pub bill_month: YearMonth,

    /// Amount that the hospital asks for the stay.
    ///
    /// fr: Montant que l’établissement demande pour le séjour.
    #[variable(
        label(fr = "Montant facturé", en = "Amount billed"),
        term = "le montant facturé",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
        unit(fr = "euros", en = "euros"),
    )]
    pub billed: Amount<Eur, 0, 9_999_999>,

    /// Amount that the fund reimburses.
    ///
    /// fr: Montant que la caisse rembourse.
    #[variable(
        label(fr = "Montant remboursé", en = "Amount reimbursed"),
        term = "le montant remboursé",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
        unit(fr = "euros", en = "euros"),
    )]
    pub reimbursed: Option<Amount<Eur, 0>>,

    /// Amount that remains for the patient to pay.
    ///
    /// fr: Montant qui reste à la charge du patient.
    #[variable(
        label(fr = "Reste à charge", en = "Amount out of pocket"),
        term = "le reste à charge",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
        unit(fr = "euros", en = "euros"),
    )]
    pub out_of_pocket: Option<Amount<Eur>>,

    /// Rate of the treatment in the last list of rates in French francs.
    ///
    /// fr: Tarif du traitement dans la dernière liste de tarifs en francs français.
    #[variable(
        label(fr = "Tarif historique", en = "Historical rate"),
        term = "le tarif historique, en francs",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
        unit(fr = "francs français", en = "French francs"),
    )]
    pub franc_rate: Option<Amount<Frf, 0>>,

    /// Amount that was paid in CFP francs.
    ///
    /// fr: Montant payé en francs Pacifique.
    #[variable(
        label(fr = "Montant en francs Pacifique", en = "Amount in CFP francs"),
        term = "le montant payé en francs Pacifique",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
        unit(fr = "francs Pacifique", en = "CFP francs"),
    )]
    pub paid_xpf: Option<Amount<Xpf, 0, 999_999_999>>,

    /// Class of the charge for a room of one's own.
    ///
    /// fr: Classe du supplément pour une chambre individuelle.
    #[variable(
        label(fr = "Supplément de confort (classe)", en = "Charge for comfort (class)"),
        term = "le supplément de confort (en classes)",
        match_quality = none,
        certainty = phrase,
        measurement = ordinal,
    )]
    pub comfort_charge: Option<AmountClass<ComfortCharge>>,
}
