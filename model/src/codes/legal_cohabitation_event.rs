//! Legal cohabitation: the eight events of information type 123 of the National Register.

use crate::prelude::*;

/// Starts and ends of a legal cohabitation in information type 123 of the National Register.
///
/// nl: Begin en einde van een wettelijke samenwoning in informatietype 123 van het Rijksregister.
#[derive(CodeList, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[codes(
    closed,
    status = delivered,
    complete,
    read_at = not_checkable,
    why(
        nl = "De geldigheidsdatums van de codes zijn die van het bestand (vanaf 31 december 2014), niet van de gebeurtenissen: elk bestand kijkt terug en gebeurtenissen van 2005-2014 dragen deze codes ook.",
        en = "The validity dates of the codes are those of the file (from 31 December 2014), not of the events: each file is retrospective and events of 2005-2014 carry these codes too.",
    ),
    standard = "Rijksregister informatietype 123",
    page = "https://dwh.ksz-bcss.fgov.be/nl/variabledetail/rijks-en-ksz-register/Variables/code-begin-of-stopzetting-van-het-wettelijk-samenwonen",
)]
pub enum LegalCohabitationEvent {
    /// End: marriage of one of the cohabitants.
    #[code(
        "1",
        label(
            nl = "Huwelijk van één van de samenwonenden",
            en = "End: marriage of one of the cohabitants"
        ),
        documented_from = "2014-12-31",
        remark(
            nl = "Einde van de wettelijke samenwoning.",
            en = "End of the legal cohabitation."
        )
    )]
    EndByMarriage,
    /// End: death of one of the cohabitants.
    #[code(
        "2",
        label(
            nl = "Overlijden van één van de samenwonenden",
            en = "End: death of one of the cohabitants"
        ),
        documented_from = "2014-12-31",
        remark(
            nl = "Einde van de wettelijke samenwoning.",
            en = "End of the legal cohabitation."
        )
    )]
    EndByDeath,
    /// End: mutual agreement.
    #[code(
        "3",
        label(nl = "Onderlinge overeenstemming", en = "End: mutual agreement"),
        documented_from = "2014-12-31",
        remark(
            nl = "Einde van de wettelijke samenwoning.",
            en = "End of the legal cohabitation."
        )
    )]
    EndByMutualAgreement,
    /// End: unilateral declaration.
    #[code(
        "4",
        label(nl = "Eenzijdige verklaring", en = "End: unilateral declaration"),
        documented_from = "2014-12-31",
        remark(
            nl = "Einde van de wettelijke samenwoning.",
            en = "End of the legal cohabitation."
        )
    )]
    EndByUnilateralDeclaration,
    /// End: judgment.
    #[code(
        "5",
        label(nl = "Vonnis", en = "End: judgment"),
        documented_from = "2014-12-31",
        remark(
            nl = "Einde van de wettelijke samenwoning.",
            en = "End of the legal cohabitation."
        )
    )]
    EndByJudgment,
    /// End: annulled by court decision.
    #[code(
        "6",
        label(
            nl = "Nietigverklaring van de wettelijke samenwoning bij rechterlijke beslissing",
            en = "End: annulled by court decision"
        ),
        documented_from = "2014-12-31",
        remark(
            nl = "Einde van de wettelijke samenwoning.",
            en = "End of the legal cohabitation."
        )
    )]
    EndByAnnulment,
    /// Start: legal cohabitation.
    #[code(
        "80",
        label(nl = "Samenwoning", en = "Start: legal cohabitation"),
        documented_from = "2014-12-31",
        remark(
            nl = "Begin van de wettelijke samenwoning; niet de code 80 van de burgerlijke staat.",
            en = "Start of the legal cohabitation; not code 80 of the civil status."
        )
    )]
    Start,
    /// Start: legal cohabitation with a notarial agreement from the start.
    #[code(
        "90",
        label(
            nl = "Samenwoning die van bij het begin wordt geregeld door een overeenkomst die in authentieke vorm wordt verleden voor de notaris",
            en = "Start: legal cohabitation with a notarial agreement from the start"
        ),
        documented_from = "2014-12-31",
        short(
            nl = "Samenwoning, vanaf het begin geregeld door een notariële overeenkomst",
            en = "Start: legal cohabitation with a notarial agreement from the start"
        ),
        remark(
            nl = "Begin van de wettelijke samenwoning.",
            en = "Start of the legal cohabitation."
        )
    )]
    StartWithNotarialAgreement,
}
