//! The socio-economic position: one row for each person and quarter.

use crate::prelude::*;

/// The one position on the labour market that the KSZ assigns to a person for the last day of a quarter.
///
/// nl: De ene positie op de arbeidsmarkt die de KSZ voor de laatste dag van een kwartaal aan een persoon toekent.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Persoonskenmerken",
    label(
        nl = "Persoonskenmerken: socio-economische positie",
        en = "Personal characteristics: socio-economic position",
    ),
    row_unit(
        nl = "één persoon in één kwartaal, laatste dag van het kwartaal, vanaf 2003",
        en = "one person in one quarter, last day of the quarter, from 2003",
    ),
    analysis_unit(nl = "persoon", en = "person"),
    temporality = status,
    key(person, quarter),
)]
pub struct SocioEconomicPosition {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,
    /// The period that the row is about.
    #[block(role = observation_period)]
    pub quarter: YearQuarter,

    /// The single labour market position that KSZ assigns to a person for the last day of the quarter.
    ///
    /// nl: De ene arbeidsmarktpositie die KSZ aan een persoon geeft voor de laatste dag van het kwartaal.
    #[variable(
        label(
            nl = "Socio-economische positie (nomenclatuurcode)",
            en = "Socio-economic position (nomenclature code)",
        ),
        term = "de nomenclatuurcode van de socio-economische positie",
        match_quality = exact,
        certainty = documented,
        measurement = nominal,
        origin(
            name = "Nomenclatuur van socio-economische positie",
            abbreviation = "Nomenc",
            institution = "Kruispuntbank van de Sociale Zekerheid",
            file = "DWH_BCSS_NomenclatureVarDer",
            stated_validity = "31/03/2003 - ∞",
            stated_level = "nominal",
            page = "https://www.bcss.fgov.be/dwh/nl/variabledetail/kruispuntbank-van-de-sociale-zekerheid/Variables/nomenclatuur-van-socio-economische-positie-1",
        ),
        origin(
            name = "Nomenclatuur van socio-economische positie",
            abbreviation = "Nomenc",
            institution = "Kruispuntbank van de Sociale Zekerheid",
            file = "DWH_BCSS_NomenclatureVarDer",
            stated_validity = "30/06/1998 - 31/12/2002",
            stated_level = "nominal",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/kruispuntbank-van-de-sociale-zekerheid/Variables/nomenclatuur-van-socio-economische-positie",
        ),
        series_break(
            from = "2007",
            nl = "Arbeidsongevallen (FAO) komen erbij als bron.",
            en = "Occupational accidents (FAO) join as a source.",
        ),
        series_break(
            from = "2011",
            nl = "De positie van terbeschikkingstelling vóór pensioen komt erbij.",
            en = "The position of posting at disposal before pension is added.",
            advice(
                nl = "Ga na of personen in deze positie vóór 2011 elders zijn ingedeeld.",
                en = "Check whether persons in this position were classified elsewhere before 2011.",
            ),
        ),
        series_break(
            from = "2012",
            nl = "Bij werkzoekenden na studies wordt de wacht- of overgangsuitkering (tot en met 2011) een inschakelings- of overgangsuitkering.",
            en = "For jobseekers after studies, the waiting or transition benefit (until 2011) becomes an integration or transition benefit.",
        ),
        series_break(
            from = "2012-01-01",
            nl = "Het brugpensioen wordt het stelsel van werkloosheid met bedrijfstoeslag (SWT).",
            en = "Early retirement (brugpensioen) is renamed unemployment with company supplement (SWT).",
            advice(
                nl = "Lees code 351 tot en met 2011 als volledig bruggepensioneerd.",
                en = "Read code 351 until 2011 as full early retirement.",
            ),
        ),
        series_break(
            from = "2014-07-01",
            nl = "De afgeleide variabele over kinderbijslag van de RKW is gedocumenteerd tot en met 30 juni 2014.",
            en = "The derived child-benefit variable of the RKW is documented until 30 June 2014.",
            advice(
                nl = "Vergelijk positie 36 over deze datum met voorzichtigheid.",
                en = "Compare position 36 across this date with care.",
            ),
        ),
        note(
            nl = "Eén rij per persoon en kwartaal (laatste dag). De code verbergt combinaties: die staan in de aparte ja/nee-variabelen van dezelfde bron, bijvoorbeeld werken met deeltijdse loopbaanonderbreking.",
            en = "One row per person and quarter (last day). The code hides combinations: these are in the separate yes/no variables of the same source, for example working with part-time career break.",
        ),
        note(
            nl = "Vanaf 2003 heeft de code ten hoogste drie cijfers en elke persoon precies één positie, de positie die het dichtst bij de arbeidsmarkt ligt.",
            en = "From 2003 on the code has at most three digits and each person exactly one position, the one closest to the labour market.",
        ),
        note(
            nl = "In 1998-2002 had de code vijf cijfers (eerste cijfer: 1 werkend, 2 werkzoekend, 3 niet actief, 4 onbekend) en kon ze een combinatie tonen. Voor 2005-2016 geldt enkel de lijst vanaf 2003.",
            en = "In 1998-2002 the code had five digits (first digit: 1 working, 2 jobseeking, 3 not active, 4 unknown) and could show a combination. For 2005-2016 only the list from 2003 on applies.",
        ),
        note(
            nl = "De code is hiërarchisch, van links naar rechts te lezen: behandel ze als tekst, niet als getal. De codes 32, 34 en 36 hebben twee cijfers, de andere drie.",
            en = "The code is hierarchical, to be read from left to right: treat it as text, not as a number. The codes 32, 34 and 36 have two digits, the others three.",
        ),
        note(
            nl = "De webtoepassing van de KSZ schrijft de code met een n vooraan (n111).",
            en = "KSZ's web application writes the code with an n in front (n111).",
        ),
        note(
            nl = "De lijst is onvolledig. Zonder bekende code zijn onder meer: werkzoekenden met uitkering na voltijds werk, na vrijwillig deeltijds werk of na studies, en voltijdse loopbaanonderbreking.",
            en = "The list is incomplete. Among those without a known code: jobseekers with a benefit after full-time work, after voluntary part-time work or after studies, and full career break.",
        ),
        note(
            nl = "Ook zonder bekende code: terbeschikkingstelling vóór pensioen, de andere posities van arbeidsongeschiktheid naast 371, personen met een inkomensvervangende tegemoetkoming voor een handicap, en andere.",
            en = "Also without a known code: posting at disposal before pension, the incapacity positions beside 371, persons with an income replacement allowance for disability, and other.",
        ),
        note(
            nl = "'Andere' is de restcategorie van de webtoepassing van de KSZ.",
            en = "'Other' (andere) is the rest category of KSZ's web application.",
        ),
        note(
            nl = "Inactieven van 18-24 jaar vallen meestal onder rechtgevende kinderen voor kinderbijslag: studenten staan dus daar.",
            en = "Inactive persons aged 18-24 fall mostly under children entitling to child benefit, so students appear there.",
        ),
        evidence = "The code table of the page for 2003 and later was not available: the listed codes come from other KSZ pages.",
        evidence = "n111-n133: application of global figures, https://www.ksz-bcss.fgov.be/dwh/nl/dwh_page/content/websites/datawarehouse/menu/webtoepassing-globale-cijfers.html; 32, 331, 332, 34, 351, 36, 371: pages of derived variables that name the position; 141-143: a research repository that cites the same application (n11 loondienst, n12 zelfstandige, n13 helper).",
        evidence = "The labels of 111/112, 121-123, 131-133 and 331/332 are those of the group.",
        evidence = "KSZ names further positions without a known code (application of local figures, https://www.ksz-bcss.fgov.be/dwh/nl/dwh_page/content/websites/datawarehouse/menu/webtoepassing-lokale-cijfers.html): jobseeker after full-time work with unemployment benefit; jobseeker after a voluntary part-time job with benefit; jobseeker after studies with waiting/transition benefit (until 2011) or integration/transition benefit (from 2012); full career break; posting at disposal before pension (from 2011); the other incapacity positions beside 371; person with income replacement allowance for disability; other.",
        evidence = "The list must stay open, with room for another code, until annex 2 of the nomenclature is obtained from KSZ.",
        evidence = "The page on which 351 is given is valid from 31 March 2012; whether early retirement was 35 or 351 before the position of posting at disposal before pension was added (2011) is not shown, so its valid_from is left null.",
        evidence = "Of the list before 2003 only the codes 11111 and 11112 are known.",
        evidence = "The remark on persons aged 18-24 is from the Socio-economic Monitoring 2019.",
    )]
    pub socio_economic_position: Option<Code<NomenclaturePosition>>,
}
