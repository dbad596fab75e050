//! Pay from a job: one row for each job and quarter.

use super::shared::CLASSES_SET_PER_REQUEST;
use crate::prelude::*;

/// Pay of one person from one job, in classes, in one quarter.
///
/// nl: Loon van één persoon uit één job, in klassen, in één kwartaal.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Loon (in klassen)",
    label(nl = "Loon per job en kwartaal", en = "Wages by job and quarter"),
    row_unit(
        nl = "één job (of tewerkstellingslijn) in één kwartaal",
        en = "one job (or employment line) in one quarter",
    ),
    analysis_unit(nl = "job", en = "job"),
    temporality = accumulated,
    no_known_key(
        nl = "een rij is een job of een tewerkstellingslijn, en een job kan in een kwartaal meerdere tewerkstellingslijnen hebben",
        en = "a row is a job or an employment line, and a job can have several employment lines in a quarter",
    ),
)]
pub struct Pay {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,
    /// The employer that the row is about.
    #[block(role = subject)]
    pub employer: SerialNumber<Employer>,
    /// The period that the row is about.
    #[block(role = observation_period)]
    pub quarter: YearQuarter,

    /// Class of the gross pay of the job in the quarter, without severance pay, bonuses and stand-by pay. The worker's contributions are included, the employer's are not.
    ///
    /// nl: Klasse van de brutobezoldiging van de job in het kwartaal, zonder verbrekingsvergoedingen, premies en wachtloon. Werknemersbijdragen zijn inbegrepen, werkgeversbijdragen niet.
    #[variable(
        label(
            nl = "Gewone brutobezoldiging per kwartaal (klasse)",
            en = "Ordinary gross pay per quarter (class)",
        ),
        term = "de gewone bruto bezoldiging in het kwartaal",
        match_quality = exact_for_one_source,
        certainty = phrase,
        measurement = ordinal,
        unit(nl = "EUR per kwartaal", en = "EUR per quarter"),
        origin(
            name = "Gewone bezoldiging",
            abbreviation = "Sal100",
            institution = "Rijksdienst voor Sociale Zekerheid van de Provinciale en Plaatselijke Overheidsdiensten (RSZPPO/ONSSAPL)",
            file = "DWH_ONSSAPL_Statbase",
            stated_validity = "2005-01-01/2016-12-31",
            stated_level = "Metrisch",
            page = "https://bcss.fgov.be/dwh/nl/variabledetail/rijksdienst-voor-sociale-zekerheid-van-de-provinciale-en-plaatselijke-overheidsdiensten/Variables/gewone-bezoldiging-2",
        ),
        origin(
            name = "Gewone bezoldiging",
            abbreviation = "Sal100",
            institution = "Rijksdienst voor Sociale Zekerheid (RSZ/ONSS)",
            file = "CRISE_ONSS_DMFA (same variable, crisis file)",
            stated_validity = "2022-01-01/2023-12-31",
            stated_level = "Metrisch",
            page = "https://www.bcss.fgov.be/dwh/nl/variabledetail/rijksdienst-voor-sociale-zekerheid/Variables/gewone-bezoldiging-4",
        ),
        note = CLASSES_SET_PER_REQUEST,
        note(nl = "Dubbel vakantiegeld is niet inbegrepen.", en = "Double holiday pay is not included."),
        note(
            nl = "Enkel vakantiegeld is inbegrepen voor bedienden en ambtenaren, maar niet voor arbeiders die het van een vakantiefonds (RJV) krijgen. De bezoldiging van arbeiders en bedienden is dus niet zonder meer vergelijkbaar.",
            en = "Single holiday pay is included for white-collar workers and civil servants, but not for manual workers who get it from a holiday fund (RJV). Pay of manual and white-collar workers is therefore not comparable as it stands.",
        ),
        note(
            nl = "De RSZPPO stelt het bedrag samen uit de looncodes 101, 140, 160, 801, 804, 821-824, 834-837, 851 en volgende; de RSZ gebruikt andere looncodes.",
            en = "RSZPPO builds the amount from pay codes 101, 140, 160, 801, 804, 821-824, 834-837, 851 and further ones; RSZ uses other pay codes.",
        ),
        note(
            nl = "Nominale euro, per job (of tewerkstellingslijn) en per kwartaal.",
            en = "Nominal euro, per job (or employment line) and per quarter.",
        ),
        evidence = "Exact for the RSZPPO (local government) only: the RSZ page for 2003-2016 was not seen.",
        evidence = "No table of class boundaries was found, in Dutch or in French, nor in other deliberations: boundaries must be data supplied with the delivery, not constants in the model.",
        evidence = "The warehouse page gives level metric for the amount in euro; the delivered value is a class, hence level ordinal here.",
        evidence = "Identified with Gewone bezoldiging (Sal100). The page of the RSZ variable for 2003-2016 (DWH_ONSS_StatbaseDMFA) was not found; the later RSZ page (crisis file 2022-2023) and the RSZPPO page for 2005-2016 agree on the definition.",
        evidence = "The list of RSZPPO pay codes is known only in part (after 851 it continues).",
        evidence = "No bounds are documented. Corrections could make an amount negative; this is not documented either.",
    )]
    pub ordinary_gross_pay_quarter: Option<AmountClass<OrdinaryGrossPayQuarter>>,

    /// Class of the average gross wage per full-time day. For part-time workers it is converted to a day of 7.6 hours.
    ///
    /// nl: Klasse van het gemiddelde brutoloon per voltijdse dag. Voor deeltijdse werknemers is het omgerekend naar een dag van 7,6 uur.
    #[variable(
        label(nl = "Gemiddeld bruto dagloon (klasse)", en = "Average gross daily wage (class)"),
        term = "het gemiddeld bruto dagloon",
        match_quality = exact_for_one_source,
        certainty = phrase,
        measurement = ordinal,
        unit(nl = "EUR per dag (voltijdse dag)", en = "EUR per day (full-time day)"),
        range(nl = ">= 0", en = ">= 0"),
        source_unit(nl = "job x kwartaal", en = "job x quarter"),
        origin(
            name = "Dagloon",
            abbreviation = "Saljrs",
            institution = "Rijksdienst voor Sociale Zekerheid van de Provinciale en Plaatselijke Overheidsdiensten (RSZPPO/ONSSAPL)",
            file = "DWH_ONSSAPL_Statbase",
            stated_validity = "2005-01-01/2016-12-31",
            stated_level = "Metrisch",
            page = "https://bcss.fgov.be/dwh/nl/variabledetail/rijksdienst-voor-sociale-zekerheid-van-de-provinciale-en-plaatselijke-overheidsdiensten/Variables/dagloon-2",
        ),
        origin(
            name = "Dagloon",
            abbreviation = "Saljrs",
            institution = "Rijksdienst voor Sociale Zekerheid (RSZ/ONSS)",
            file = "DWH_ONSS_StatbaseLATG",
            stated_validity = "1997-01-01/2002-12-31",
            stated_level = "Metrisch",
            page = "https://www.bcss.fgov.be/dwh/nl/variabledetail/rijksdienst-voor-sociale-zekerheid/Variables/dagloon",
        ),
        note = CLASSES_SET_PER_REQUEST,
        note(
            nl = "De formules verschillen. RSZ: voltijds = (gewone + forfaitaire bezoldiging) / betaalde voltijdse dagen; deeltijds = (gewone + forfaitaire bezoldiging) x 7,6 / uren.",
            en = "The formulas differ. RSZ: full time = (ordinary + flat-rate pay) / paid full-time days; part time = (ordinary + flat-rate pay) x 7.6 / hours.",
        ),
        note(
            nl = "RSZPPO: gewone bezoldiging (Sal100) x 7,6 / gewerkte uren, voor iedereen. Vergelijk de instellingen niet zonder dit te vermelden.",
            en = "RSZPPO: ordinary pay (Sal100) x 7.6 / hours worked, for everybody. Do not compare the institutions without saying so.",
        ),
        note(
            nl = "0 betekent volgens de RSZ-regel dat er in het kwartaal geen betaald werk was: niet van toepassing, geen loon van nul.",
            en = "By the RSZ rule 0 means that there was no paid work in the quarter: not applicable, not a wage of zero.",
        ),
        evidence = "Exact for the RSZPPO (local government) only: the RSZ page for 2003-2016 was not seen.",
        evidence = "No table of class boundaries was found, in Dutch or in French, nor in other deliberations: boundaries must be data supplied with the delivery, not constants in the model.",
        evidence = "The warehouse page gives level metric for the amount in euro; the delivered value is a class, hence level ordinal here.",
        evidence = "Identified with Dagloon (Saljrs). The RSZ formula is the one of the page for 1997-2002 (DWH_ONSS_StatbaseLATG); the RSZ page for 2003-2016 was not found. A description based on ONSS 2014 (lenonmarchand.be) gives the same RSZ formula.",
    )]
    pub average_gross_daily_wage: Option<AmountClass<AverageGrossDailyWage>>,

    /// Number of the class into which the average gross daily wage of a full-time worker falls.
    ///
    /// nl: Nummer van de klasse waarin het gemiddelde bruto dagloon van een voltijdse werknemer valt.
    #[variable(
        label(nl = "Dagloonklasse", en = "Daily wage class"),
        term = "de dagloonklasse",
        match_quality = likely,
        certainty = phrase,
        measurement = ordinal,
        unit(nl = "klassenummer van het bruto dagloon", en = "class number of the gross daily wage"),
        source_unit(nl = "niet gedocumenteerd", en = "not documented"),
        origin(
            name = "Loonklasse",
            abbreviation = "Salcla",
            institution = "Rijksdienst voor Sociale Zekerheid (RSZ/ONSS)",
            file = "CRISE_ONSS_DMFA (same variable, crisis file)",
            stated_validity = "2022-01-01/2023-12-31",
            stated_level = "Metrisch",
            page = "https://bcss.fgov.be/dwh/nl/variabledetail/rijksdienst-voor-sociale-zekerheid/Variables/loonklasse-7",
        ),
        note(
            nl = "De breedte van de klassen in 2005-2016 is niet bekend. In het crisisbestand van 2022-2023 zijn er 500 klassen van 1,25 euro (samen 625 euro), voor voltijdse werknemers; dat mag niet voor 2005-2016 worden aangenomen.",
            en = "The width of the classes in 2005-2016 is not known. In the crisis file of 2022-2023 there are 500 classes of 1.25 euro (625 euro together), for full-time workers; this must not be assumed for 2005-2016.",
        ),
        note(
            nl = "Niet gedocumenteerd zijn: of klasse 1 bij 0 begint, welke grens is inbegrepen, wat de hoogste klasse omvat en welk nummer ontbrekend betekent.",
            en = "Not documented are: whether class 1 starts at 0, which bound is inclusive, what the top class holds and which number means missing.",
        ),
        note(
            nl = "De klasse is afgeleid van het dagloon (Saljrs): zonder betaald werk in het kwartaal heeft ze geen betekenis.",
            en = "The class is derived from the daily wage (Saljrs): without paid work in the quarter it has no meaning.",
        ),
        note(
            nl = "De KSZ kan een eigen, grovere indeling hebben geleverd; de grenzen horen bij de levering.",
            en = "KSZ may have delivered a coarser classification of its own; the boundaries belong to the delivery.",
        ),
        evidence = "Identified with Loonklasse (Salcla). Only the page of the 2022-2023 crisis file (CRISE_ONSS_DMFA) was found; the intervals of 2005-2016 (DWH_ONSS_StatbaseDMFA, RSZPPO) are not known and may differ. The address of that page (loonklasse-7) shows that at least six other versions of the page exist.",
        evidence = "Do not hard-code 1.25: boundaries are data supplied with the delivery.",
        evidence = "The page prints level metric for the class number; widths in 2005-2016 are unknown, so level ordinal is used here.",
    )]
    pub daily_wage_class: Option<AmountClass<DailyWageClass>>,
}
