//! Income over a year: one row for each person and year.

use super::shared::CLASSES_SET_PER_REQUEST;
use crate::prelude::*;

/// Income of one person over one year, in classes: from self-employment, from employment and from benefits.
///
/// nl: Inkomen van één persoon over één jaar, in klassen: uit zelfstandige arbeid, uit loondienst en uit uitkeringen.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Loon (in klassen)",
    label(nl = "Inkomen per jaar", en = "Income by year"),
    row_unit(nl = "één persoon in één jaar", en = "one person in one year"),
    analysis_unit(nl = "persoon", en = "person"),
    temporality = accumulated,
    no_known_key(
        nl = "een record van het fiscaal jaarinkomen heeft twee jaren, het inkomensjaar en het tellingsjaar, en het tellingsjaar behoort niet tot de termen: of persoon en jaar de rij aanwijzen, is niet gedocumenteerd",
        en = "a record of the annual tax income has two years, the income year and the counting year, and the counting year is not among the terms: whether person and year identify the row is not documented",
    ),
)]
pub struct Income {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,
    /// The period that the row is about.
    #[block(role = observation_period)]
    pub year: Year,

    /// Class of the net taxable professional income of the self-employed person in a year, after professional costs and social contributions, as passed by the tax authority to the RSVZ.
    ///
    /// nl: Klasse van het netto belastbaar beroepsinkomen van de zelfstandige in een jaar, na aftrek van beroepskosten en sociale bijdragen, zoals de fiscus het aan het RSVZ doorgeeft.
    #[variable(
        label(
            nl = "Fiscaal jaarinkomen als zelfstandige (klasse)",
            en = "Annual tax income as self-employed (class)",
        ),
        term = "het fiscaal jaarinkomen als zelfstandige",
        match_quality = exact,
        certainty = phrase,
        measurement = ordinal,
        unit(nl = "EUR per jaar", en = "EUR per year"),
        range(
            nl = ">= 0 (negatieve inkomens worden op 0 gezet)",
            en = ">= 0 (negative incomes are set to 0)",
        ),
        universe(nl = "zelfstandigen", en = "self-employed persons"),
        source_unit(nl = "persoon x inkomensjaar (niet per kwartaal)", en = "person x income year (not per quarter)"),
        null(
            nl = "Geen inkomen bekend; dit is niet hetzelfde als 0.",
            en = "No income known; this is not the same as 0.",
        ),
        origin(
            name = "Jaarinkomen",
            abbreviation = "Inkomens",
            institution = "Rijksinstituut voor de Sociale Verzekeringen der Zelfstandigen (RSVZ/INASTI)",
            file = "DWH_INASTI_RevenusIndependants",
            stated_validity = "1969-01-01/",
            stated_level = "Metrisch",
            page = "https://www.bcss.fgov.be/dwh/nl/variabledetail/rijksinstituut-voor-de-sociale-verzekeringen-der-zelfstandigen/Variables/jaarinkomen",
        ),
        note = CLASSES_SET_PER_REQUEST,
        note(
            nl = "Elk record heeft twee jaren: het inkomensjaar en het tellingsjaar (het jaar waarin de bijdragen worden betaald). De bijdragen werden in principe berekend op het inkomen van drie jaar eerder.",
            en = "Each record has two years: the income year and the counting year (tellingsjaar, the year in which contributions are paid). Contributions were in principle computed on the income of three years earlier.",
        ),
        note(
            nl = "Het record staat in het datawarehouse onder het inkomensjaar; het tellingsjaar is een aparte variabele (vanaf tellingsjaar 2000).",
            en = "In the warehouse the record is filed under the income year; the counting year is a separate variable (from counting year 2000).",
        ),
        note(
            nl = "0 is dubbelzinnig: een echte nul of een negatief inkomen, dat op 0 wordt gezet.",
            en = "0 is ambiguous: a real zero or a negative income, which is set to 0.",
        ),
        note(
            nl = "Starters hebben een geschat inkomen of geen inkomen. Ongeveer 80 % van de zelfstandigen heeft een inkomen, en niet altijd dat van drie jaar eerder.",
            en = "Starters have an estimated income or none. About 80 % of the self-employed have an income, and not always that of three years earlier.",
        ),
        evidence = "No table of class boundaries was found, in Dutch or in French, nor in other deliberations: boundaries must be data supplied with the delivery, not constants in the model.",
        evidence = "The warehouse page gives level metric for the amount in euro; the delivered value is a class, hence level ordinal here.",
        evidence = "Identified with the RSVZ variable Jaarinkomen (Inkomens, DWH_INASTI_RevenusIndependants, from 1969); name and content agree.",
        evidence = "Null must be possible and differs from 0.",
        evidence = "RSVZ also has inkomen_reeel in DWH_INASTI_ECLIPZ (pension income, quarterly, from 1956), where 0 also means unknown. That is not this variable.",
    )]
    pub self_employed_fiscal_income: Option<AmountClass<SelfEmployedFiscalAnnualIncome>>,

    /// Class of a person's gross wage from employment over a year, as built by KSZ from RSZ and RSZPPO data.
    ///
    /// nl: Klasse van het brutoloon uit loondienst van een persoon over een jaar, zoals de KSZ het uit de gegevens van RSZ en RSZPPO opbouwt.
    #[variable(
        label(nl = "Brutoloon (klasse)", en = "Gross wage (class)"),
        term = "het brutoloon",
        match_quality = likely,
        certainty = phrase,
        measurement = ordinal,
        unit(nl = "EUR per jaar", en = "EUR per year"),
        source_unit(
            nl = "persoon x jaar, vanaf 2003 (niet per job, niet per kwartaal)",
            en = "person x year, from 2003 (not per job, not per quarter)",
        ),
        null(
            nl = "Geen loon bij de RSZ en geen loon bij de RSZPPO bekend.",
            en = "No wage known with RSZ and none with RSZPPO.",
        ),
        origin(
            name = "Bruto belastbaar loon RSZPPO (sibling; the gross variant has no page seen)",
            abbreviation = "loon_BB_rszppo",
            institution = "Kruispuntbank van de Sociale Zekerheid (KSZ/BCSS)",
            file = "DWH_BCSS_Revenu",
            stated_validity = "2003-01-01/2016-12-31",
            stated_level = "Metrisch",
            page = "https://www.bcss.fgov.be/dwh/nl/variabledetail/kruispuntbank-van-de-sociale-zekerheid/Variables/bruto-belastbaar-loon-rszppo",
        ),
        note = CLASSES_SET_PER_REQUEST,
        note(
            nl = "Eén record per persoon en jaar, vanaf 2003. Het loon telt voor de periode waarop het slaat, niet voor het moment van betaling.",
            en = "One record per person and year, from 2003. The wage counts for the period it refers to, not for the time of payment.",
        ),
        note(
            nl = "Anders dan de gewone bezoldiging per kwartaal (Sal100) omvat het vakantiegeld (enkel en dubbel) en premies; maaltijdcheques, bedrijfswagen en sommige verbrekingsvergoedingen vallen erbuiten.",
            en = "Unlike ordinary pay per quarter (Sal100) it includes holiday pay (single and double) and bonuses; meal vouchers, company car and some severance payments are left out.",
        ),
        note(
            nl = "Het jaarloon is daarom niet de som van vier gewone kwartaalbezoldigingen.",
            en = "The annual wage is therefore not the sum of four ordinary quarterly payments.",
        ),
        note(
            nl = "RSZ en RSZPPO geven elk een eigen bedrag, terwijl de beraadslaging één brutoloon noemt: tel ze op, en laat leeg wat in beide ontbreekt.",
            en = "RSZ and RSZPPO each give an amount of their own, while the deliberation names one gross wage: add them, and leave empty what is missing in both.",
        ),
        note(
            nl = "Het inkomensbestand van de KSZ heeft per instelling twee lonen: bruto (vóór sociale bijdragen) en bruto belastbaar (erna, namen met _BB_). Hier is het bruto bedoeld.",
            en = "The KSZ income file has two wages per institution: gross (before social contributions) and gross taxable (after them, names with _BB_). The gross one is meant here.",
        ),
        evidence = "No table of class boundaries was found, in Dutch or in French, nor in other deliberations: boundaries must be data supplied with the delivery, not constants in the model.",
        evidence = "The warehouse page gives level metric for the amount in euro; the delivered value is a class, hence level ordinal here.",
        evidence = "DWH_BCSS_Revenu has two variables per institution, gross and gross taxable (https://www.ksz-bcss.fgov.be/fr/dwh/dwh_page/content/websites/datawarehouse/others/notion-de-revenu.html). The page of the gross RSZ/RSZPPO wage was not found; the page listed under `dwh` is that of the gross taxable sister loon_BB_rszppo.",
    )]
    pub gross_wage: Option<AmountClass<GrossWage>>,

    /// Class of the net professional income from self-employment over a year, after professional costs, losses and social contributions.
    ///
    /// nl: Klasse van het netto beroepsinkomen uit zelfstandige arbeid over een jaar, na aftrek van beroepskosten, verliezen en sociale bijdragen.
    #[variable(
        label(nl = "Inkomen als zelfstandige (klasse)", en = "Income from self-employment (class)"),
        term = "het inkomen als zelfstandige",
        match_quality = exact,
        certainty = phrase,
        measurement = ordinal,
        unit(nl = "EUR per jaar", en = "EUR per year"),
        source_unit(nl = "persoon x jaar, vanaf 2003", en = "person x year, from 2003"),
        valid(from = "2003-01-01"),
        origin(
            name = "Inkomen RSVZ",
            abbreviation = "inkomen_rsvz",
            institution = "Kruispuntbank van de Sociale Zekerheid (KSZ/BCSS)",
            file = "DWH_BCSS_Revenu",
            stated_validity = "2003-01-01/",
            stated_level = "Metrisch",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/kruispuntbank-van-de-sociale-zekerheid/Variables/inkomen-rsvz",
        ),
        note = CLASSES_SET_PER_REQUEST,
        note(
            nl = "Enkel het nettobedrag bestaat: het is niet vergelijkbaar met het brutoloon (gross_wage) uit hetzelfde bestand.",
            en = "Only the net amount exists: it is not comparable with the gross wage (gross_wage) from the same file.",
        ),
        note(
            nl = "Zelfde inhoud als het fiscaal jaarinkomen als zelfstandige (self_employed_fiscal_income), maar per persoon en jaar in het inkomensbestand van de KSZ.",
            en = "Same content as the annual tax income as self-employed (self_employed_fiscal_income), but per person and year in the KSZ income file.",
        ),
        note(
            nl = "Dit is nog niet het globaal belastbaar inkomen van de belastingaangifte.",
            en = "This is not yet the globally taxable income of the tax return.",
        ),
        evidence = "No table of class boundaries was found, in Dutch or in French, nor in other deliberations: boundaries must be data supplied with the delivery, not constants in the model.",
        evidence = "The warehouse page gives level metric for the amount in euro; the delivered value is a class, hence level ordinal here.",
        evidence = "Identified with Inkomen RSVZ (inkomen_rsvz, DWH_BCSS_Revenu, from 2003); the deliberation names both this one and the fiscal annual income of the RSVZ.",
    )]
    pub self_employed_income: Option<AmountClass<SelfEmployedIncome>>,

    /// Class of a person's income from social benefits over a year, built from the amounts per institution in the KSZ income file.
    ///
    /// nl: Klasse van het inkomen van een persoon uit sociale uitkeringen over een jaar, opgebouwd uit de bedragen per instelling in het inkomensbestand van de KSZ.
    #[variable(
        label(nl = "Inkomen uit uitkeringen (klasse)", en = "Income from benefits (class)"),
        term = "het inkomen uit uitkeringen",
        match_quality = several,
        certainty = phrase,
        measurement = ordinal,
        unit(nl = "EUR per jaar", en = "EUR per year"),
        origin(
            name = "Bruto uitkering NIC",
            abbreviation = "uitkering_nic",
            institution = "Kruispuntbank van de Sociale Zekerheid (KSZ/BCSS)",
            file = "DWH_BCSS_Revenu",
            stated_validity = "2003-01-01/",
            stated_level = "Metrisch",
            page = "https://dwh.ksz-bcss.fgov.be/nl/variabledetail/kruispuntbank-van-de-sociale-zekerheid/Variables/bruto-uitkering-nic",
        ),
        origin(
            name = "Bruto uitkering POD MI",
            abbreviation = "uitkering_pod_mi",
            institution = "Kruispuntbank van de Sociale Zekerheid (KSZ/BCSS)",
            file = "DWH_BCSS_Revenu",
            stated_validity = "2003-01-01/",
            stated_level = "Metrisch",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/kruispuntbank-van-de-sociale-zekerheid/Variables/bruto-uitkering-pod-mi",
        ),
        origin(
            name = "Bruto uitkering FAO (Indemnité brute FAT)",
            abbreviation = "uitkering_fao",
            institution = "Kruispuntbank van de Sociale Zekerheid (KSZ/BCSS)",
            file = "DWH_BCSS_Revenu",
            stated_validity = "2007-01-01/",
            stated_level = "Metrisch",
            page = "https://bcss.fgov.be/fr/dwh/variabledetail/banque-carrefour-de-la-securite-sociale/Variables/indemnite-brute-fat.html",
        ),
        origin(
            name = "Bruto belastbare uitkering RSVZ-kb",
            abbreviation = "uitkering_BB_rsvz_kb",
            institution = "Kruispuntbank van de Sociale Zekerheid (KSZ/BCSS)",
            file = "DWH_BCSS_Revenu",
            stated_validity = "2005-01-01/2013-12-31",
            stated_level = "Metrisch",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/kruispuntbank-van-de-sociale-zekerheid/Variables/bruto-belastbare-uitkering-rsvz-kb",
        ),
        series_break(
            from = "2007-01-01",
            nl = "De uitkeringen van het FAO komen er pas in 2007 bij.",
            en = "FAO benefits come in only from 2007.",
            advice(
                nl = "Een totaal over alle instellingen maakt hier een kunstmatige sprong.",
                en = "A total over all institutions makes an artificial step here.",
            ),
        ),
        series_break(
            from = "2014-01-01",
            nl = "De (gesimuleerde) kinderbijslag van zelfstandigen (RSVZ-kb) is er enkel van 2005 tot en met 2013.",
            en = "The (simulated) family benefits of the self-employed (RSVZ-kb) exist for 2005-2013 only.",
            advice(
                nl = "Een totaal over alle instellingen maakt hier een kunstmatige sprong.",
                en = "A total over all institutions makes an artificial step here.",
            ),
        ),
        note = CLASSES_SET_PER_REQUEST,
        note(
            nl = "Er is één variabele per betalende instelling (RVA, RVP/FPD, NIC, RIZIV, FAO, FBZ/FEDRIS, FOD SZ, POD MI, RKW/FAMIFED, RSVZ-kb ...); de som over de instellingen is de voor de hand liggende lezing.",
            en = "There is one variable per paying institution (RVA, RVP/FPD, NIC, RIZIV, FAO, FBZ/FEDRIS, FOD SZ, POD MI, RKW/FAMIFED, RSVZ-kb ...); the sum over the institutions is the natural reading.",
        ),
        note(
            nl = "Leefloon (POD MI) en kinderbijslag zijn vrij van belasting en bijdragen: bruto is daar gelijk aan bruto belastbaar. Bij de andere uitkeringen verschillen beide.",
            en = "Welfare (POD MI) and family benefits are free of tax and contributions: gross equals gross taxable there. For the other benefits the two differ.",
        ),
        note(
            nl = "FAO bevat enkel tijdelijke arbeidsongeschiktheid van werknemers.",
            en = "FAO holds temporary incapacity of employees only.",
        ),
        note(
            nl = "Of kinderbijslag tot het inkomen uit uitkeringen behoort, staat niet vast; kinderbijslag is in de beraadslaging een eigen blok.",
            en = "Whether family benefits belong to the income from benefits is open; they are a block of their own in the deliberation.",
        ),
        note(
            nl = "Het bedrag telt voor de periode waarop het slaat, niet voor de periode van betaling.",
            en = "The amount counts for the period it refers to, not for the period of payment.",
        ),
        evidence = "No table of class boundaries was found, in Dutch or in French, nor in other deliberations: boundaries must be data supplied with the delivery, not constants in the model.",
        evidence = "The warehouse page gives level metric for the amount in euro; the delivered value is a class, hence level ordinal here.",
        evidence = "Several candidates: one variable per paying institution in DWH_BCSS_Revenu; a single total was not found. Pages were found for NIC, POD MI, FAO and RSVZ-kb (listed under `dwh`); the other institutions have none here.",
    )]
    pub benefit_income: Option<AmountClass<BenefitIncome>>,
}
