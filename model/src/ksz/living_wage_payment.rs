//! Payments of a public centre for social welfare (PCSW).

use super::shared::MONTH_OR_QUARTER;
use crate::prelude::*;

/// Payment of support by a public centre for social welfare (PCSW) to one person.
///
/// nl: Betaling van steun door een openbaar centrum voor maatschappelijk welzijn (OCMW) aan één persoon.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Leefloon en gewaarborgd inkomen",
    label(nl = "Leefloon: betalingen", en = "Living wage: payments"),
    row_unit(
        nl = "één betaling, meerdere per persoon en maand mogelijk; geleverd per kwartaal",
        en = "one payment, several per person and month possible; delivered by quarter",
    ),
    analysis_unit(nl = "betaling", en = "payment"),
    temporality = accumulated,
    no_known_key(
        nl = "per persoon en maand kunnen meerdere betalingen, regularisaties en terugvorderingen voorkomen, en een nummer van de betaling behoort niet tot de termen",
        en = "several payments, regularisations and recoveries can occur per person and month, and no number of the payment is among the terms",
    ),
    rule(
        months_in_order: payment_period_start_month <= payment_period_end_month,
        nl = "de eindmaand gaat niet vooraf aan de beginmaand",
        en = "the end month does not precede the start month",
        basis = "The end month does not precede the start month.",
    ),
)]
pub struct LivingWagePayment {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,
    /// The period that the row is about.
    #[block(role = observation_period)]
    pub quarter: YearQuarter,

    /// Act under which the PCSW support falls: social integration (act of 2002), social assistance (act of 1965) or the organic PCSW act.
    ///
    /// nl: Wet waaronder de steun van het OCMW valt: maatschappelijke integratie (wet van 2002), maatschappelijke hulp (wet van 1965) of de organieke OCMW-wet.
    #[variable(
        label(
            nl = "Toepasselijke regelgeving van de OCMW-steun",
            en = "Legislation that applies to the PCSW support",
        ),
        term = "de toepasselijke regelgeving",
        match_quality = likely,
        certainty = documented,
        measurement = nominal,
        source_unit(nl = "formulier of betalingsperiode", en = "form or payment period"),
        origin(
            name = "OCMW-steun niveau 1",
            abbreviation = "groep_niveau1",
            institution = "POD Maatschappelijke Integratie",
            file = "DWH_SPPIS_Soutien_CPAS",
            stated_validity = "2003-01-01 - ",
            stated_level = "Numeriek",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/pod-maatschappelijke-integratie/Variables/ocmw-steun-niveau-1?themes=8e1faf6e-dd30-9f4f-6116-a10ef0312e59",
        ),
        origin(
            name = "Wetgeving (genoemd op de bronpagina; eigen variabelepagina niet gezien)",
            abbreviation = "LEGISLATION",
            institution = "POD Maatschappelijke Integratie",
            file = "niet vermeld (wellicht DWH_SPPIS_Paiements)",
            page = "https://www.bcss.fgov.be/dwh/nl/sourcedetail/dwh-sppis-soutien-cpas",
        ),
        series_break(
            from = "2016-01-01",
            nl = "De codes van de POD MI veranderen: technische codes tot en met 2015, codes zoals de OCMW's ze gebruiken vanaf 2016.",
            en = "The codes of the POD MI change: technical codes up to and including 2015, codes as the PCSWs use them from 2016.",
        ),
        note(
            nl = "De codes komen uit de maandstaat van de POD MI (veld Wetgeving); het is niet bevestigd dat het datawarehouse dezelfde cijfers gebruikt.",
            en = "The codes come from the monthly statement of the POD MI (field Wetgeving); it is not confirmed that the data warehouse uses the same digits.",
        ),
        note(
            nl = "Code 6 (installatiepremies) zit in een eigen bestand vanaf 2005 en is bij leefloon en equivalent leefloon niet te verwachten.",
            en = "Code 6 (installation grants) is in a file of its own from 2005 and is not to be expected with living wage and equivalent living wage.",
        ),
        note(
            nl = "Op de betaallijn bepaalt de wet welke velden gevuld zijn: BUDART_ID en CAT_ID voor maatschappelijke integratie, THP_ID en STS_ID voor maatschappelijke hulp.",
            en = "On the payment line the act determines which fields are filled in: BUDART_ID and CAT_ID for social integration, THP_ID and STS_ID for social assistance.",
        ),
        evidence = "Likely: the candidates are groep_niveau1 (DWH_SPPIS_Soutien_CPAS) and LEGISLATION, which a source page names (probably in DWH_SPPIS_Paiements) but whose own page is not known.",
        evidence = "The codes come from the monthly statement of the POD MI (field Wetgeving, length 1), not from a KSZ page. That the data warehouse uses the same digits is plausible (there is a source DWH_SPPIS_Loi6_CPAS) but not confirmed.",
        evidence = "The page of groep_niveau1 gives the level 'Numeriek'; the values are names of acts, so nominal here.",
    )]
    pub applicable_legislation: Option<Code<ApplicableLegislation>>,

    /// Month in which the period covered by the payment of the PCSW starts.
    ///
    /// nl: Maand waarin de periode begint die door de betaling van het OCMW gedekt is.
    #[variable(
        label(nl = "Beginmaand van de betalingsperiode", en = "Start month of the payment period"),
        term = "de beginmaand van de betalingsperiode",
        match_quality = likely,
        certainty = phrase,
        measurement = ordinal,
        unit(nl = "maand", en = "month"),
        origin(
            name = "Begindatum van betaling (naam afgeleid; genoemd op bronpagina's)",
            abbreviation = "DPAY1STDAY",
            institution = "POD Maatschappelijke Integratie",
            file = "DWH_SPPIS_Paiements",
            page = "https://dwh.ksz-bcss.fgov.be/nl/sourcedetail/dwh-sppis-loi6-cpas",
        ),
        note = MONTH_OR_QUARTER,
        note = FULL_DAY_IN_SOURCE,
        note(
            nl = "De KSZ wijst maandgegevens toe aan een kwartaal op grond van begin en einde van de betaling.",
            en = "The KSZ assigns monthly data to a quarter on the basis of the start and end of the payment.",
        ),
        note(
            nl = "De observatie-eenheid is de betaling: per persoon en maand kunnen meerdere betalingen, regularisaties en terugvorderingen voorkomen.",
            en = "The unit of observation is the payment: several payments, regularisations and recoveries can occur per person and month.",
        ),
        evidence = "Likely: DPAY1STDAY is named on source pages; its name in words is derived and its own page is not known. The page of its counterpart DPAYLSTDAY is.",
    )]
    pub payment_period_start_month: Option<YearMonth>,

    /// Month in which the period covered by the payment of the PCSW ends.
    ///
    /// nl: Maand waarin de periode eindigt die door de betaling van het OCMW gedekt is.
    #[variable(
        label(nl = "Eindmaand van de betalingsperiode", en = "End month of the payment period"),
        term = "de eindmaand van de betalingsperiode",
        match_quality = exact,
        certainty = phrase,
        measurement = ordinal,
        unit(nl = "maand", en = "month"),
        origin(
            name = "Einddatum van betaling",
            abbreviation = "DPAYLSTDAY",
            institution = "POD Maatschappelijke Integratie",
            file = "DWH_SPPIS_Paiements",
            stated_validity = "2002-10-01 - ",
            stated_level = "Ordinaal",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/pod-maatschappelijke-integratie/Variables/einddatum-van-betaling-2?themes=8e1faf6e-dd30-9f4f-6116-a10ef0312e59",
        ),
        note = MONTH_OR_QUARTER,
        note = FULL_DAY_IN_SOURCE,
        note(
            nl = "De eindmaand ligt niet voor de beginmaand.",
            en = "The end month does not precede the start month.",
        ),
        evidence = "Exact: DPAYLSTDAY 'Einddatum van betaling' (POD MI).",
        evidence = "The page describes a date; that a month is delivered is said by the term.",
    )]
    pub payment_period_end_month: Option<YearMonth>,

    /// Residence-law category of a person who gets financial assistance equivalent to the living wage (act of 1965); filled in under that act only.
    ///
    /// nl: Verblijfsrechtelijke categorie van wie financiële hulp krijgt die gelijk is aan het leefloon (wet van 1965); alleen ingevuld onder die wet.
    #[variable(
        label(
            nl = "Statuut als rechthebbende op het equivalent leefloon",
            en = "Status as beneficiary of the equivalent living wage",
        ),
        term = "het statuut als rechthebbende op het equivalent-leefloon",
        match_quality = several,
        certainty = documented,
        measurement = nominal,
        universe(
            nl = "personen met financiële hulp volgens de wet van 1965",
            en = "persons with financial assistance under the act of 1965",
        ),
        null(
            nl = "Onbekend volgens de codelijst van 2016 tot 30/06/2022; het veld is alleen ingevuld bij steun onder de wet van 1965.",
            en = "Unknown according to the code list from 2016 to 2022-06-30; the field is filled in only for support under the act of 1965.",
        ),
        origin(
            name = "Statut du beneficiaire du droit a l'aide financiere equivalente (Franse pagina)",
            abbreviation = "STS_ID",
            institution = "POD Maatschappelijke Integratie",
            file = "DWH_SPPIS_Paiements",
            stated_validity = "2002-10-01 - 2015-12-31",
            stated_level = "Nominaal",
            page = "https://www.bcss.fgov.be/fr/dwh/variabledetail/spp-integration-sociale/Variables/statut-du-beneficiaire-du-droit-a-laide-financiere-equivalente-1.html?filter=themes&institution=&sources=&themes=76",
        ),
        origin(
            name = "Statut du beneficiaire, au 15 du mois, du droit a l'aide financiere equivalente (Franse pagina)",
            abbreviation = "STS_CNT_ID",
            institution = "POD Maatschappelijke Integratie",
            file = "DWH_SPPIS_Paiements",
            stated_validity = "2002-10-01 - 2015-12-31",
            stated_level = "Nominaal",
            page = "https://www.bcss.fgov.be/fr/dwh/variabledetail/spp-integration-sociale/Variables/statut-du-beneficiaire-au-15-du-mois-du-droit-a-laide-financiere-equivalente-1.html?filter=institution&institution=78929&sources=&themes=",
        ),
        origin(
            name = "Statuut van de begunstigde, op de 15de van de maand, van de financiële steun equivalent aan het leefloon",
            abbreviation = "STS_CNT_ID",
            institution = "POD Maatschappelijke Integratie",
            file = "DWH_SPPIS_Paiements",
            stated_validity = "2016-01-01 - ",
            stated_level = "Nominaal",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/pod-maatschappelijke-integratie/Variables/statuut-van-de-begunstigde-op-de-15de-van-de-maand-van-de-financiele-steun-equivalent-aan-het-leefloon-2?filter=source&source=cbec3cea-83ee-5099-82b8-ca29c1b081bb",
        ),
        series_break(
            from = "2016-01-01",
            nl = "Dezelfde begrippen krijgen andere codes: 1256 wordt B, 1263 wordt I en -1 wordt een leeg veld.",
            en = "The same notions get other codes: 1256 becomes B, 1263 becomes I and -1 becomes an empty field.",
            advice(
                nl = "Breng de codes met deze omzetting samen tot één reeks.",
                en = "Join the codes into one series with this conversion.",
            ),
        ),
        note(
            nl = "Er zijn twee varianten: STS_ID op het moment van de betaling en STS_CNT_ID op de 15de van de maand (statistiek van de POD MI). Welke geleverd wordt, staat niet in de beraadslaging.",
            en = "There are two variants: STS_ID at the moment of the payment and STS_CNT_ID on the 15th of the month (statistics of the POD MI). Which one is delivered is not in the deliberation.",
        ),
        note(
            nl = "Een leeg veld betekent onbekend, van 2016 tot 30/06/2022. De code Z (onbekend, vanaf 01/07/2022) valt buiten het venster 2005-2016 en staat er voor de volledigheid.",
            en = "An empty field means unknown, from 2016 to 2022-06-30. The code Z (unknown, from 2022-07-01) is outside the window 2005-2016 and is there for completeness.",
        ),
        note(
            nl = "Formulier A/B1 van de POD MI kent meer statuten (A, B, C, E, F, G, H, I, K, M); het datawarehouse houdt alleen B en I over.",
            en = "Form A/B1 of the POD MI has more statuses (A, B, C, E, F, G, H, I, K, M); the data warehouse keeps B and I only.",
        ),
        evidence = "Several: STS_ID (at payment) and STS_CNT_ID (on the 15th of the month) both fit. The codes of 2002-2015 are documented for both, those from 2016 for STS_CNT_ID only; hence the open list.",
        evidence = "On the page of STS_ID code 1263 ends on 2018-06-18 although the variable stops on 2015-12-31; it is set to 2015-12-31 here, as for STS_CNT_ID.",
        evidence = "The labels of -1, 1256 and 1263 were read in French; the Dutch labels are those of the page from 2016.",
        evidence = "The page from 2016 prints the empty field as 'blanco'.",
    )]
    pub equivalent_living_wage: Option<Code<EquivalentLivingWageStatus>>,
}

const FULL_DAY_IN_SOURCE: Note = note! {
    nl: "Het bronveld is een volledige dag (JJJJMMDD in de maandstaat van de POD MI).",
    en: "The source field is a full day (YYYYMMDD in the monthly statement of the POD MI).",
};
