//! Constraints on the rows of one block or of several blocks. A check of a delivery computes them.

use beraad_schema::constraint;
use beraad_schema::describe::Constraint;

/// Only sample persons have these values.
pub const SAMPLE_PERSON_ONLY: Constraint = constraint! {
    id: "sample_person_only",
    severity: Error,
    message: {
        nl: "enkel een steekproefpersoon heeft een waarde",
        en: "only a sample person has a value",
    },
    applies_to: ["person_year.civil_status", "household.children_birth_years"],
    reads: [
        "person_year.is_sample_person",
        "person_year.person",
        "person_year.year",
        "household.person",
        "household.year",
    ],
    condition: {
        row_exists in "person_year" where {
            "person" = column "person",
            "year" = column "year",
            "is_sample_person" = true,
        }
    },
    basis: "paragraph 4: \"de burgerlijke staat van de steekproefpersoon\", \"de geboortejaren van de kinderen van de steekproefpersoon\"; facts: given for the sample person only",
};

/// The ages of sample persons are within the limits of the sample.
pub const SAMPLE_PERSON_AGE: Constraint = constraint! {
    id: "sample_person_aged_18_to_65",
    severity: Error,
    message: {
        nl: "een steekproefpersoon is 18 tot en met 65 jaar oud op de peildatum van de rij",
        en: "a sample person is aged 18 to 65 at the reference date of the row",
    },
    applies_to: ["person_year.is_sample_person"],
    reads: ["person_year.birth_date", "person_year.year"],
    tolerates: {
        nl: "een jaar te jong of te oud: een geboortekwartaal legt de leeftijd op een dag niet vast",
        en: "a year too young or too old: a birth quarter does not settle the age on a day",
    },
    condition: { age since "birth_date" at "year" in 18 to 65 give or take 1 },
    basis: "paragraph 2: drawn at 18 to 65, followed until the age of 65, death or 31 December 2016; paragraph 4: dates by quarter",
};

/// Every serial number of a person identifies a known person.
pub const PERSON_IS_KNOWN: Constraint = constraint! {
    id: "person_is_known",
    severity: Error,
    message: {
        nl: "elk volgnummer van een persoon is dat van een persoon in de gegevens",
        en: "each serial number of a person is that of a person in the data",
    },
    applies_to: subject "person",
    reads: ["person_year.person", "household.relation_to_reference_person"],
    tolerates: {
        nl: "de referentiepersoon van een collectief huishouden (relatie 20): dat over die persoon gegevens geleverd worden, is niet gedocumenteerd",
        en: "the reference person of a collective household (relation 20): that data on that person are delivered is not documented",
    },
    condition: {
        row_exists in "person_year" where { "person" = value }
        except { "household.reference_person_id" where "relation_to_reference_person" is "20" }
    },
    basis: "paragraph 4: identification numbers become unique serial numbers; paragraph 2: household members are delivered too; facts: the reference person's and the partner's number are of the same numbering as that of the persons",
};

/// Within a household and a year, the partner of a person's partner is that person. A violation is a warning.
pub const PARTNER_IS_MUTUAL: Constraint = constraint! {
    id: "partner_is_mutual",
    severity: Warning,
    message: {
        nl: "de partner van de partner is de persoon zelf, in hetzelfde gezin en hetzelfde jaar",
        en: "the partner's partner is the person, in the same household and the same year",
    },
    applies_to: ["household.partner_id"],
    reads: ["household.person", "household.year", "household.reference_person_id"],
    condition: {
        row_exists in "household" where {
            "person" = value,
            "year" = column "year",
            "reference_person_id" = column "reference_person_id",
            "partner_id" = column "person",
        }
    },
    basis: "facts: the value should be mutual (note at the partner's number)",
};

/// The reference person is a member of the household that has this number.
pub const REFERENCE_PERSON_IN_HOUSEHOLD: Constraint = constraint! {
    id: "reference_person_in_household",
    severity: Error,
    message: {
        nl: "de referentiepersoon behoort in hetzelfde jaar tot hetzelfde gezin: in de rij van de referentiepersoon staat het eigen volgnummer",
        en: "the reference person belongs to the same household in the same year: the row of the reference person holds the own serial number",
    },
    applies_to: ["household.reference_person_id"],
    reads: ["household.person", "household.year", "household.relation_to_reference_person"],
    tolerates: {
        nl: "personen in een collectief huishouden (relatie 20): zij vormen geen gezin, en dat hun referentiepersoon geleverd wordt, is niet gedocumenteerd",
        en: "persons in a collective household (relation 20): they are not a family, and that their reference person is delivered is not documented",
    },
    condition: {
        row_exists in "household" where {
            "person" = value,
            "year" = column "year",
            "reference_person_id" = value,
        }
        except { "household.reference_person_id" where "relation_to_reference_person" is "20" }
    },
    basis: "facts: all persons with the same value in the same year form one household; with relation 01 it equals the person's own serial number; persons in a collective household (relation 20) are not a family",
};

/// A row of an activation measure belongs to one act. A violation is a warning, since the data may be delivered by person and
/// quarter instead of by form or payment period: a person who changes to the other act has both in such a row.
pub const ONE_ACT: Constraint = constraint! {
    id: "one_act",
    severity: Warning,
    message: {
        nl: "in één rij zijn artikel 60 en 61 (wet van 1965) niet ingevuld naast GPMI en socioprofessionele integratie (wet van 2002)",
        en: "in one row, articles 60 and 61 (act of 1965) are not completed beside GPMI and socio-professional integration (act of 2002)",
    },
    applies_to: [
        "activation.art60_accepted",
        "activation.art60_conditions_met",
        "activation.art60_job_type",
        "activation.art60_work_schedule",
        "activation.art61_accepted",
    ],
    reads: ["activation.integration_type", "activation.gpmi_type"],
    tolerates: {
        nl: "een rij die meer dan één formulier of betalingsperiode samenvat: de eenheid van de levering is niet bekend",
        en: "a row that combines several forms or payment periods: the unit of the delivery is not known",
    },
    condition: { none_of ["integration_type", "gpmi_type"] },
    basis: "facts: the first group is completed for social assistance (act of 1965) only, the second for social integration (act of 2002) only",
};
