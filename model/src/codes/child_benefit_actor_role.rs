//! Roles in child benefit files, at the RKW and at FAMIFED.

use crate::prelude::*;

/// Roles in a child benefit file. The code of the entitled child is not known.
///
/// nl: Rollen in een kinderbijslagdossier. De code van het rechtgevend kind is niet bekend.
#[derive(CodeList)]
#[codes(
    open,
    status = delivered,
    table = "codelists/child_benefit_actor_role.csv",
    read_at = not_checkable,
    why(
        nl = "De grens van 2014-07-01 is die van de bestanden, niet van de rollen: rol 103 bestond in het kadaster ten laatste vanaf juli 2004, al is haar code enkel van FAMIFED bekend.",
        en = "The limit of 2014-07-01 is that of the files, not of the roles: role 103 existed in the cadastre from July 2004 at the latest, though its code is known from FAMIFED only.",
    ),
    page = "https://dwh.ksz-bcss.fgov.be/fr/variabledetail/famifed/Variables/qualite-de-la-personne?themes=4d5f2d54-7b1b-8e4a-d303-7210b9132caa",
)]
pub enum ChildBenefitActorRole {}
