//! Working time of a job: one row for each job and quarter.

use super::shared::PERFORMANCE_TYPE_RSZ;
use crate::prelude::*;

/// Working time and work volume of one job of one person in one quarter.
///
/// nl: Arbeidstijd en arbeidsvolume van één job van één persoon in één kwartaal.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Arbeidsregime en arbeidsvolume",
    label(nl = "Arbeid: arbeidsvolume per job", en = "Work: work volume by job"),
    row_unit(
        nl = "één job (persoon x werkgever) in één kwartaal",
        en = "one job (person x employer) in one quarter",
    ),
    analysis_unit(nl = "job", en = "job"),
    temporality = accumulated,
    key(person, employer, quarter),
)]
pub struct JobVolume {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,
    /// The employer that the row is about.
    #[block(role = subject)]
    pub employer: SerialNumber<Employer>,
    /// The period that the row is about.
    #[block(role = observation_period)]
    pub quarter: YearQuarter,

    /// Ratio between the average weekly hours of the worker and those of the full-time reference person, in percent, per job.
    ///
    /// nl: Verhouding tussen de gemiddelde weekuren van de werknemer en die van de voltijdse referentiepersoon (maatman), in procent, per job.
    #[variable(
        label(nl = "Percentage deeltijds per job", en = "Part-time percentage per job"),
        term = "het (gecumuleerd) percentage deeltijdse tewerkstelling",
        match_quality = exact_for_one_source,
        certainty = documented,
        measurement = metric,
        unit(
            nl = "procent van de weekuren van de maatman",
            en = "percent of the weekly hours of the reference person",
        ),
        range(
            nl = "0..100 (grenzen van de klassentabel Aplcatept; voor het percentage zelf is geen grens gedocumenteerd)",
            en = "0..100 (bounds of the class table Aplcatept; no bound is documented on the percentage itself)",
        ),
        codes = PartTimeClass,
        origin = PART_TIME_PERCENTAGE_RSZPPO,
        origin(
            name = "Deeltijdklassen (Classes temps partiel)",
            abbreviation = "Aplcatept",
            institution = "Rijksdienst voor Sociale Zekerheid van de Provinciale en Plaatselijke Overheidsdiensten (RSZPPO/ONSSAPL)",
            file = "DWH_ONSSAPL_Statbase",
            stated_validity = "2005-01-01/2016-12-31",
            stated_level = "Nominaal",
            page = "https://www.ksz-bcss.fgov.be/fr/dwh/variabledetail/office-national-de-securite-sociale-des-administrations-provinciales-et-locales/Variables/classes-temps-partiel.html",
        ),
        note(
            nl = "Dit is het percentage per job; het gecumuleerde percentage per persoon staat apart (cumulative_part_time_pct).",
            en = "This is the percentage per job; the cumulated one per person is separate (cumulative_part_time_pct).",
        ),
        note(
            nl = "Sinds de DmfA (RSZ 2003, RSZPPO 2005) geeft het de contractuele toestand weer, daarvoor een schatting. Binnen 2005-2016 is er geen breuk.",
            en = "Since DmfA (RSZ 2003, RSZPPO 2005) it shows the contractual situation, before that an estimate. There is no break within 2005-2016.",
        ),
        note(
            nl = "De vermelde codes zijn die van de klassenvariabele Aplcatept van de RSZPPO (hele procenten), niet van dit percentage. Klasse 0 (0 %) en klasse 6 (100 %) zijn aparte codes.",
            en = "The codes listed are those of the RSZPPO class variable Aplcatept (whole percents), not of this percentage. Class 0 (0 %) and class 6 (100 %) are separate codes.",
        ),
        evidence = "Exact for the RSZPPO (local government) only: the RSZ page for 2003-2016 was not seen.",
        evidence = "One phrase of the deliberation names two variables: the percentage per job (this one) and the cumulated one.",
        evidence = "Identified with Percentage deeltijds (Apltauxpt) of RSZPPO; its RSZ counterpart (Tauxpt, DWH_ONSS_StatbaseDMFA) was not found.",
        evidence = "The list of Aplcatept is complete; the text of its page speaks of six classes but lists seven codes.",
    )]
    pub part_time_percentage: Option<Percentage>,

    /// Contractual weekly hours of the worker divided by the weekly hours of the reference person (Q/S).
    ///
    /// nl: Wekelijkse contracturen van de werknemer gedeeld door de weekuren van de maatman (Q/S).
    #[variable(
        label(
            nl = "Contracturen ten opzichte van de maatman",
            en = "Contract hours relative to the reference person",
        ),
        term = "het aantal uren per week volgens het arbeidscontract ten opzichte van het aantal uren per week van de maatman",
        match_quality = likely,
        certainty = assumed,
        alternatives(percentage, hours_per_week),
        measurement = metric,
        unit(
            nl = "uren per week van de werknemer / uren per week van de maatman",
            en = "hours per week of the worker / hours per week of the reference person",
        ),
        null(
            nl = "De maatman is onbekend (onregelmatige uurroosters).",
            en = "The reference person is unknown (irregular schedules).",
        ),
        origin = PART_TIME_PERCENTAGE_RSZPPO,
        origin(
            name = "Percentage deeltijdarbeid",
            abbreviation = "Tauxpt",
            institution = "Rijksdienst voor Sociale Zekerheid van de Provinciale en Plaatselijke Overheidsdiensten (RSZPPO/ONSSAPL)",
            file = "DWH_ONSSAPL_Statplus_PPO",
            stated_validity = "1997-01-01/2004-12-31",
            stated_level = "Metrisch",
            page = "https://www.bcss.fgov.be/dwh/nl/variabledetail/rijksdienst-voor-sociale-zekerheid-van-de-provinciale-en-plaatselijke-overheidsdiensten/Variables/percentage-deeltijdarbeid",
        ),
        note(
            nl = "Per definitie dezelfde grootheid als het percentage deeltijds per job (part_time_percentage); de beraadslaging noemt ze allebei.",
            en = "By definition the same quantity as the part-time percentage per job (part_time_percentage); the deliberation lists both.",
        ),
        note(
            nl = "Mogelijk zijn de uren van de werknemer geleverd (Actiwerk tot 2004, meanworkinghours daarna) en niet de verhouding: let op de eenheid.",
            en = "The hours of the worker may have been delivered (Actiwerk to 2004, meanworkinghours after) and not the ratio: mind the unit.",
        ),
        evidence = "The parts are called meanworkinghours and refmeanworkinghours on the Apltauxpt page (DmfA fields Q and S).",
        evidence = "Type assumed: a ratio by the phrase ('ten opzichte van'); the warehouse variables Apltauxpt and Tauxpt are percentages, and hours per week are possible.",
    )]
    pub contract_hours_ratio: Option<Ratio>,

    /// Average weekly hours of the fictitious full-time reference person in a similar job with the same employer or, failing that, in the same branch.
    ///
    /// nl: Gemiddeld aantal weekuren van de fictieve voltijdse referentiepersoon in een gelijkaardige functie bij dezelfde werkgever of, bij gebrek daaraan, in dezelfde bedrijfstak.
    #[variable(
        label(nl = "Gemiddelde weekuren van de maatman", en = "Average weekly hours of the reference person"),
        term = "het gemiddeld aantal uren per week van de maatman",
        match_quality = likely,
        certainty = documented,
        measurement = metric,
        unit(nl = "uren per week", en = "hours per week"),
        null(
            nl = "De maatman is onbekend (onregelmatige uurroosters).",
            en = "The reference person is unknown (irregular schedules).",
        ),
        origin(
            name = "Maatman",
            abbreviation = "Actimman",
            institution = "Rijksdienst voor Sociale Zekerheid van de Provinciale en Plaatselijke Overheidsdiensten (RSZPPO/ONSSAPL)",
            file = "DWH_ONSSAPL_Statplus_PPO",
            stated_validity = "1997-01-01/2004-12-31",
            stated_level = "Metrisch",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/rijksdienst-voor-sociale-zekerheid-van-de-provinciale-en-plaatselijke-overheidsdiensten/Variables/maatman-1",
        ),
        note(
            nl = "Bij onregelmatige uurroosters is er geen waarde.",
            en = "There is no value for irregular schedules.",
        ),
        evidence = "The only page found (Maatman, Actimman, RSZPPO) ends in 2004; for 2005-2016 the name is refmeanworkinghours (named on the Apltauxpt page).",
        evidence = "No bounds are documented.",
    )]
    pub reference_weekly_hours: Option<HoursPerWeek>,

    /// Work volume of the job in the quarter, compared with a full-time reference person, without unpaid assimilated days.
    ///
    /// nl: Arbeidsvolume van de job in het kwartaal, vergeleken met een voltijdse referentiepersoon, zonder de niet-bezoldigde gelijkgestelde dagen.
    #[variable(
        label(nl = "VTE zonder gelijkgestelde dagen", en = "FTE excluding assimilated days"),
        term = "het percentage voltijds equivalenten exclusief gelijkgestelde dagen",
        match_quality = likely,
        certainty = assumed,
        alternatives(ratio),
        measurement = metric,
        unit(
            nl = "voltijds equivalent (1 = maatman over een heel kwartaal)",
            en = "full-time equivalent (1 = reference person over a whole quarter)",
        ),
        origin(
            name = "Voltijdsequivalent inclusief gelijkgestelde dagen (page also defines the exclusive form)",
            abbreviation = "Tauxaa",
            institution = "Rijksdienst voor Sociale Zekerheid (RSZ/ONSS)",
            file = "DWH_ONSS_StatbaseLATG",
            stated_validity = "1997-01-01/2002-12-31",
            stated_level = "Metrisch",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/rijksdienst-voor-sociale-zekerheid/Variables/voltijdsequivalent-inclusief-gelijkgestelde-dagen",
        ),
        origin(
            name = "Voltijds equivalent inclusief gelijkgestelde dagen (sibling)",
            abbreviation = "Tauxaa",
            institution = "Rijksdienst voor Sociale Zekerheid van de Provinciale en Plaatselijke Overheidsdiensten (RSZPPO/ONSSAPL)",
            file = "DWH_ONSSAPL_Statbase",
            stated_validity = "2005-01-01/2016-12-31",
            stated_level = "Metrisch",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/rijksdienst-voor-sociale-zekerheid-van-de-provinciale-en-plaatselijke-overheidsdiensten/Variables/voltijds-equivalent-inclusief-gelijkgestelde-dagen",
        ),
        note(
            nl = "Enkel betaalde dagen en vakantiedagen tellen, gedeeld door een volledig kwartaal. De RSZ-statistiek gebruikt altijd deze vorm zonder gelijkgestelde dagen.",
            en = "Only paid days and holidays count, divided by a full quarter. RSZ statistics always use this form without assimilated days.",
        ),
        note(
            nl = "De RSZ-formule veranderde met de DmfA (2003): van een schatting met dagen en uren naar een rechtstreekse verhouding. De RSZPPO rekent altijd met een vijfdagenweek (kwartaal = 65 dagen).",
            en = "The RSZ formula changed with DmfA (2003): from an estimate with days and hours to a direct ratio. RSZPPO always uses a five-day week (quarter = 65 days).",
        ),
        note(
            nl = "Een waarde onder het voltijdse komt door korte tewerkstelling, deeltijds werk of onbetaalde afwezigheid. De waarde kan ook hoger zijn (meer betaalde dagen dan een normaal kwartaal); er is geen bovengrens.",
            en = "A value below full time is due to short employment, part time or unpaid absence. The value can also be higher (more paid days than a normal quarter); it is not capped.",
        ),
        note(
            nl = "De beraadslaging spreekt van een percentage, het datawarehouse van een equivalent (breuk, 1 = voltijds heel het kwartaal): ga de eenheid na.",
            en = "The deliberation says percentage, the warehouse an equivalent (fraction, 1 = full time for the whole quarter): verify the unit.",
        ),
        note(
            nl = "Ambtenaren in disponibiliteit: sinds de Capelo-hervorming worden deze afwezigheden als perioden aangegeven, zodat het arbeidsvolume ervoor en erna verschilt.",
            en = "Civil servants on stand-by: since the Capelo reform these absences are declared as periods, so work volumes before and after differ.",
        ),
        evidence = "The page of the variant without assimilated days was not found; its definition stands on the page of the variant that includes them (Tauxaa).",
        evidence = "The statement on Capelo is from the page of RemAbsDays; it gives no date here, so it is a note and not a dated break.",
        evidence = "Type assumed: the phrase says percentage, the warehouse unit is a fraction; the unit has to be fixed at delivery.",
    )]
    pub fte_without_assimilated_days: Option<Percentage>,

    /// Working-time regime of the job on the last day of the quarter: full time, part time, special or undetermined.
    ///
    /// nl: Arbeidsregime van de job op de laatste dag van het kwartaal: voltijds, deeltijds, speciaal of onbepaald.
    #[variable(
        label(nl = "Prestatietype", en = "Type of working time (prestatietype)"),
        term = "het prestatietype",
        match_quality = likely,
        certainty = documented,
        measurement = nominal,
        source_unit(
            nl = "job x kwartaal, laatste dag van het kwartaal",
            en = "job x quarter, last day of the quarter",
        ),
        origin = PERFORMANCE_TYPE_RSZ,
        origin(
            name = "Prestatietype",
            abbreviation = "T-prest",
            institution = "Rijksdienst voor Sociale Zekerheid van de Provinciale en Plaatselijke Overheidsdiensten (RSZPPO/ONSSAPL)",
            file = "DWH_ONSSAPL_Statplus_PPO",
            stated_validity = "1997-01-01/2004-12-31",
            stated_level = "Nominaal",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/rijksdienst-voor-sociale-zekerheid-van-de-provinciale-en-plaatselijke-overheidsdiensten/Variables/prestatietype-3",
        ),
        note(
            nl = "'S' (speciaal) bestaat niet bij de RSZPPO.",
            en = "'S' (special) does not exist at RSZPPO.",
        ),
        note(
            nl = "'I' betekent bij de RSZ dat er geen werkelijke arbeid is aangegeven, bij de RSZPPO dat de maatman onbekend is.",
            en = "'I' means at RSZ that no real work was declared, at RSZPPO that the reference person is unknown.",
        ),
        evidence = "The pages found end before 2005 (RSZ 2002, RSZPPO 2004); those for DWH_ONSS_StatbaseDMFA 2003-2016 and DWH_ONSSAPL_Statbase 2005-2016 were not found. The four codes are therefore likely, not proven, for 2005-2016, and have no dates.",
        evidence = "T_prest still exists in 2005-2016: the open-ended KSZ variable Belangcd refers to it, KSZ figures for 2019 still split employees into full time, part time and special (gemeente-stadsmonitor.vlaanderen.be/indicators/deeltijds-werken), as do the RSZ criteria (full time / part time / seasonal, agency and casual).",
    )]
    pub performance_type: Option<Code<PerformanceType>>,
}

const PART_TIME_PERCENTAGE_RSZPPO: Origin = origin! {
    name: "Percentage deeltijds",
    abbreviation: "Apltauxpt",
    institution: "Rijksdienst voor Sociale Zekerheid van de Provinciale en Plaatselijke Overheidsdiensten (RSZPPO/ONSSAPL)",
    file: "DWH_ONSSAPL_Statbase",
    stated_validity: "2005-01-01/2016-12-31",
    stated_level: "Metrisch",
    page: "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/rijksdienst-voor-sociale-zekerheid-van-de-provinciale-en-plaatselijke-overheidsdiensten/Variables/percentage-deeltijds-2",
};
