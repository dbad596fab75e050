//! LIPRO: the twelve positions that a person can have in a household.

use crate::prelude::*;

/// Positions of a person in the household in the LIPRO typology.
///
/// nl: Posities van een persoon in het huishouden volgens de LIPRO-typologie.
#[derive(CodeList, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[codes(
    closed,
    status = delivered,
    complete,
    standard = "LIPRO household typology (NIDI, adapted with CBGS)",
    page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/rijks-en-ksz-register/Variables/lipro-positie",
)]
pub enum LiproPosition {
    /// Single person.
    #[code(
        "SING",
        label(nl = "Alleenstaande", en = "Single person"),
        from = "1998-12-31"
    )]
    Single,
    /// Married, no child in the household.
    #[code(
        "MAR0",
        label(nl = "Gehuwde zonder kind", en = "Married, no child in the household"),
        from = "1998-12-31"
    )]
    MarriedWithoutChild,
    /// Married, with child.
    #[code(
        "MAR+",
        label(nl = "Gehuwde met kind", en = "Married, with child"),
        from = "1998-12-31"
    )]
    MarriedWithChild,
    /// Child of a married couple.
    #[code(
        "CMAR",
        label(nl = "Kind bij gehuwd paar", en = "Child of a married couple"),
        from = "1998-12-31"
    )]
    ChildOfMarriedCouple,
    /// Unmarried cohabiting, no child.
    #[code(
        "UNM0",
        label(
            nl = "Ongehuwd samenwonende zonder kind",
            en = "Unmarried cohabiting, no child"
        ),
        from = "1998-12-31"
    )]
    CohabitingWithoutChild,
    /// Unmarried cohabiting, with child(ren).
    #[code(
        "UNM+",
        label(
            nl = "Ongehuwd samenwonende met kind(eren)",
            en = "Unmarried cohabiting, with child(ren)"
        ),
        from = "1998-12-31"
    )]
    CohabitingWithChild,
    /// Child of an unmarried couple.
    #[code(
        "CUNM",
        label(nl = "Kind bij ongehuwd paar", en = "Child of an unmarried couple"),
        from = "1998-12-31"
    )]
    ChildOfUnmarriedCouple,
    /// Head of a one-parent family.
    #[code(
        "H1PA",
        label(nl = "Hoofd eenoudergezin", en = "Head of a one-parent family"),
        from = "1998-12-31"
    )]
    HeadOfOneParentFamily,
    /// Child in a one-parent family.
    #[code(
        "C1PA",
        label(nl = "Kind in een eenoudergezin", en = "Child in a one-parent family"),
        from = "1998-12-31"
    )]
    ChildInOneParentFamily,
    /// Other person living in (non-family related).
    #[code(
        "NFRP",
        label(
            nl = "Andere inwonende",
            en = "Other person living in (non-family related)"
        ),
        from = "1998-12-31"
    )]
    OtherLivingIn,
    /// Other persons.
    #[code(
        "OTHR",
        label(nl = "Overige personen", en = "Other persons"),
        from = "1998-12-31"
    )]
    Other,
    /// Living in a collective household.
    #[code(
        "COLL",
        label(
            nl = "Wonend in een collectief huishouden",
            en = "Living in a collective household"
        ),
        from = "1998-12-31"
    )]
    InCollectiveHousehold,
}
