//! Driving licences: the legal categories, since VDAB's own table is not known.

use crate::prelude::*;

/// Legal categories of Belgian driving licences, for reference only.
///
/// nl: Wettelijke categorieën van Belgische rijbewijzen, enkel als referentie.
#[derive(CodeList)]
#[codes(
    supplied,
    searched,
    status = reference,
    table = "codelists/driving_licence_type.csv",
    read_at = not_checkable,
    why(
        nl = "Een rijbewijscategorie blijft geldig nadat zij niet meer wordt afgegeven (A3 na 30 april 2013) en de datum van afgifte wordt niet geleverd.",
        en = "A licence category stays valid after it is no longer issued (A3 after 30 April 2013) and the date of issue is not delivered.",
    ),
    standard = "Wettelijke rijbewijscategorieën (KB 28 april 2011 tot omzetting van Richtlijn 2006/126/EG); NIET de codetabel van VDAB",
    page = "https://www.diepenbeek.be/rijbewijs2",
)]
pub enum DrivingLicenceType {}
