//! The subjects, quantities and currencies that only this model has.

use beraad_schema::describe::{self, NumberQuantity};
use beraad_schema::{Currency, QuantityType, Subject, own_quantity, subject};

/// Hospitals: legal units that treat patients.
#[derive(Debug)]
pub enum Hospital {}

impl Subject for Hospital {
    const DESCRIPTION: describe::Subject = subject! {
        id: "hospital",
        name: { fr: "établissement", en: "hospital" },
        definition: {
            fr: "L’établissement que la ligne décrit, sous la forme d’un numéro d’ordre sans signification.",
            en: "The hospital that the row is about, as a meaningless serial number.",
        },
    };
}

/// Grams.
#[derive(Debug)]
pub enum Grams {}

impl QuantityType for Grams {
    const QUANTITY: NumberQuantity = own_quantity! {
        id: "grams",
        fr: "nombre de grammes",
        en: "number of grams",
    };
}

/// Milligrays.
#[derive(Debug)]
pub enum Milligrays {}

impl QuantityType for Milligrays {
    const QUANTITY: NumberQuantity = own_quantity! {
        id: "milligrays",
        fr: "nombre de milligrays",
        en: "number of milligrays",
    };
}

/// The CFP franc (franc Pacifique), which has no smaller unit.
#[derive(Debug)]
pub enum Xpf {}

impl Currency for Xpf {
    const CODE: &'static str = "XPF";
    const DECIMALS: u8 = 0;
}
