//! Amounts of child benefit: one row for each person and year, if they are yearly amounts.

use super::shared::{DIBISS_2016, ONE_FILE_2014, THREE_FILES};
use crate::prelude::*;

/// Amount of child benefit of one person over one year, in classes.
///
/// nl: Bedrag aan kinderbijslag van één persoon over één jaar, in klassen.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Kinderbijslag",
    label(nl = "Kinderbijslag: bedrag", en = "Child benefit: amount"),
    row_unit(
        nl = "één persoon in één jaar, als de jaarbedragen geleverd zijn",
        en = "one person in one year, if the yearly amounts are delivered",
    ),
    analysis_unit(nl = "persoon", en = "person"),
    temporality = accumulated,
    no_known_key(
        nl = "de kandidaten zijn meerdere variabelen, per instelling, en of de beraadslaging deze jaarbedragen bedoelt, is open",
        en = "the candidates are several variables, by institution, and whether the deliberation means these yearly amounts is open",
    ),
)]
pub struct ChildBenefitAmount {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,
    /// The period that the row is about.
    #[block(role = observation_period)]
    pub year: Year,

    /// The amount of child benefit, given in classes. The candidates are yearly amounts that the KSZ composes from the payments or rights of RKW, RSVZ and FAMIFED.
    ///
    /// nl: Het bedrag aan kinderbijslag, in klassen meegedeeld. De kandidaten zijn jaarbedragen die de KSZ samenstelt uit de betalingen of rechten van RKW, RSVZ en FAMIFED.
    #[variable(
        label(nl = "Bedrag van de kinderbijslag (in klassen)", en = "Amount of child benefit (in classes)"),
        term = "het bedrag (in klassen)",
        match_quality = several,
        certainty = phrase,
        measurement = ordinal,
        unit(
            nl = "EUR per jaar (in de kandidaat-variabelen); de beraadslaging geeft klassen",
            en = "EUR per year (in the candidate variables); the deliberation gives classes",
        ),
        source_unit(
            nl = "persoon x jaar in de kandidaat-variabelen (DWH_BCSS_Revenu)",
            en = "person x year in the candidate variables (DWH_BCSS_Revenu)",
        ),
        origin(
            name = "Bruto uitkering FAMIFED",
            abbreviation = "uitkering_FAMIFED",
            institution = "Kruispuntbank van de Sociale Zekerheid (KSZ/BCSS)",
            file = "DWH_BCSS_Revenu",
            stated_validity = "01/01/2014 - ∞",
            stated_level = "Metrisch",
            page = "https://www.bcss.fgov.be/dwh/nl/variabledetail/kruispuntbank-van-de-sociale-zekerheid/Variables/bruto-uitkering-famifed",
        ),
        origin(
            name = "Bruto belastbare uitkering RSVZ-kb",
            abbreviation = "uitkering_BB_rsvz_kb",
            institution = "Kruispuntbank van de Sociale Zekerheid (KSZ/BCSS)",
            file = "DWH_BCSS_Revenu",
            stated_validity = "01/01/2005 - 31/12/2013",
            stated_level = "Metrisch",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/kruispuntbank-van-de-sociale-zekerheid/Variables/bruto-belastbare-uitkering-rsvz-kb",
        ),
        series_break(
            from = "2014",
            nl = "In de jaarbedragen vervangt uitkering_FAMIFED (uitkering_BB_FAMIFED) vanaf het jaar 2014 de bedragen van RKW en van RSVZ, die tot en met 2013 lopen.",
            en = "In the yearly amounts uitkering_FAMIFED (uitkering_BB_FAMIFED) replaces from the year 2014 those of RKW and of RSVZ, which run up to and including 2013.",
            advice(
                nl = "Houd de breuk in de jaarbedragen (jaar 2014) en die in de bestanden (1 juli 2014) uit elkaar.",
                en = "Keep the break in the yearly amounts (year 2014) and that in the files (1 July 2014) apart.",
            ),
        ),
        series_break = ONE_FILE_2014,
        series_break = DIBISS_2016,
        note(
            nl = "De klassen zijn voor deze levering gemaakt en hun grenzen zijn niet bekend: in openbare bronnen werd geen lijst gevonden. Veronderstel geen grenzen.",
            en = "The classes are made for this delivery and their bounds are not known: no list was found in public material. Do not assume bounds.",
        ),
        note(
            nl = "Inbegrepen: kraamgeld, gewone kinderbijslag, verhoogde wezenbijslag, sociale toeslagen (zieken, werklozen, gepensioneerden), eenoudertoeslag, toeslag voor een kind met een handicap of aandoening, en leeftijdstoeslagen.",
            en = "Included: maternity grant, ordinary child benefit, raised orphans' benefit, social supplements (ill, unemployed, pensioners), single-parent supplement, supplement for a child with a disability or disorder, and age supplements.",
        ),
        note(
            nl = "Op kinderbijslag zijn geen bijdragen en geen inkomstenbelasting verschuldigd: de bruto en de bruto belastbare variabele zijn gelijk.",
            en = "Child benefit bears no contributions and no income tax: the gross and the gross taxable variable are equal.",
        ),
        note(
            nl = "Voor zelfstandigen heeft het RSVZ geen betalingen: uitkering_rsvz_kb en uitkering_BB_rsvz_kb zijn gesimuleerde bedragen, die kunnen afwijken van wat betaald is, vooral voor de sociale toeslagen.",
            en = "For the self-employed the RSVZ has no payments: uitkering_rsvz_kb and uitkering_BB_rsvz_kb are simulated amounts, which can differ from what was paid, mainly for the social supplements.",
        ),
        note(
            nl = "DWH_INASTI_AllocFam zelf bevat alleen rechten: geen bedragen en geen rang van het kind.",
            en = "DWH_INASTI_AllocFam itself holds rights only: no amounts and no rank of the child.",
        ),
        note = THREE_FILES,
        evidence = "Match several. Candidates per period, by institution: uitkering_rkw / uitkering_BB_rkw and uitkering_rsvz_kb / uitkering_BB_rsvz_kb up to and including 2013; from 2014 uitkering_FAMIFED / uitkering_BB_FAMIFED replace both (named so on https://www.bcss.fgov.be/dwh/nl/variabledetail/kruispuntbank-van-de-sociale-zekerheid/Variables/bruto-uitkering-famifed).",
        evidence = "The own page of uitkering_rkw was not found, and no page with class bounds was found.",
        evidence = "It is open whether the deliberation means these yearly amounts or a payment amount in the cadastre files DWH_ONAFTS / DWH_FAMIFED; no amount or payment code ('Bedrag', 'Montant', 'Code betaling') was found there.",
        evidence = "Level: the candidate pages say metric; the classes of the deliberation are ordinal.",
        evidence = "DWH_FAMIFED is valid to 2020-12-31 as a source. Sources: https://www.ksz-bcss.fgov.be/dwh/nl/sourcedetail/dwh-onafts , https://www.bcss.fgov.be/dwh/nl/sourcedetail/dwh-inasti-allocfam , https://www.bcss.fgov.be/dwh/nl/sourcedetail/dwh-famifed",
    )]
    pub child_benefit_amount_class: Option<AmountClass<ChildBenefitAmountClass>>,
}
