//! An invented French order on hospital stays, which shows that another decision can have another shape.
//!
//! Its parts: days and exact amounts in several currencies, hospitals as subjects, public identifiers of 9 and 14 characters,
//! lists of at most five codes, several providers within one article, a window without an end, and no date of destruction. The
//! language of the decision is French, and the model has a French and an English edition. Nothing in it exists: not the island,
//! not the institutions, not the data.
//!
//! ```
//! let model = hospital_stays::model();
//! assert_eq!(model.deliberation.number, "2043-12");
//! assert!(model.trace().iter().all(|step| step.column.is_some()), "every phrase has a variable");
//! ```
#![forbid(unsafe_code)]

mod bill;
pub mod codes;
mod hospital_year;
mod patient;
mod stay;
pub mod units;

pub use bill::Bill;
pub use hospital_year::HospitalYear;
pub use patient::Patient;
pub use stay::Stay;

use beraad_schema::describe::Constraint;
use beraad_schema::{constraint, deliberation};

/// Every hospital that a row names has a row of its own.
pub const HOSPITAL_IS_KNOWN: Constraint = constraint! {
    id: "hospital_is_known",
    severity: Error,
    message: {
        fr: "chaque numéro d’ordre d’un établissement est celui d’un établissement décrit dans les données",
        en: "each serial number of a hospital is that of a hospital that the data describe",
    },
    applies_to: subject "hospital",
    reads: ["hospital_year.hospital"],
    condition: { row_exists in "hospital_year" where { "hospital" = value } },
    basis: "article 2: the order delivers the hospitals of all stays",
};

/// Each bill is for a stay in the data.
pub const BILL_HAS_A_STAY: Constraint = constraint! {
    id: "bill_has_a_stay",
    severity: Warning,
    message: {
        fr: "le séjour de la facture figure parmi les séjours",
        en: "the stay of the bill is among the stays",
    },
    applies_to: ["bill.stay_number"],
    reads: ["bill.hospital", "stay.hospital", "stay.stay_number"],
    tolerates: {
        fr: "les factures d’un séjour commencé avant l’ouverture de la fenêtre",
        en: "bills for a stay that began before the beginning of the window",
    },
    condition: {
        row_exists in "stay" where { "hospital" = column "hospital", "stay_number" = value }
    },
    basis: "article 2: bills and stays have the stay number in common",
};

deliberation! {
    version = "0.1.0",
    blocks = [HospitalYear, Stay, Bill, Patient],
    constraints = [HOSPITAL_IS_KNOWN, BILL_HAS_A_STAY],
}
