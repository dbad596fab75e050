//! All jobs of a person together: one row for each person and quarter.

use crate::prelude::*;

/// The jobs of one person together in one quarter: how many, how much of full time; and maternity leave.
///
/// nl: De jobs van één persoon samen in één kwartaal: hoeveel, welk deel van voltijds; en zwangerschapsverlof.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Arbeidsregime en arbeidsvolume",
    label(nl = "Arbeid: alle jobs per kwartaal", en = "Work: all jobs by quarter"),
    row_unit(
        nl = "één persoon in één kwartaal, laatste dag van het kwartaal",
        en = "one person in one quarter, last day of the quarter",
    ),
    analysis_unit(nl = "persoon", en = "person"),
    temporality = status,
    key(person, quarter),
    rule(
        one_self_employed_activity: matches!(total_job_count - wage_job_count, 0 | 1),
        nl = "het totale aantal jobs is het aantal jobs in loondienst of één meer",
        en = "the total number of jobs is the number of jobs as an employee or one more",
        basis = "At most one self-employed activity per person is counted: the total minus the number of jobs as an employee (wage_job_count) is therefore 0 or 1.",
    ),
    note(
        nl = "Op welk niveau het zwangerschapsverlof wordt geleverd, is niet gedocumenteerd; het staat in dit blok omdat zijn definitie over de persoon gaat.",
        en = "At which level maternity leave is delivered is not documented; it stands in this block because its definition is about the person.",
    ),
)]
pub struct WorkQuarter {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,
    /// The period that the row is about.
    #[block(role = observation_period)]
    pub quarter: YearQuarter,

    /// Number of jobs of a person with RSZ and RSZPPO together, on the last day of the quarter.
    ///
    /// nl: Aantal jobs van een persoon bij de RSZ en de RSZPPO samen, op de laatste dag van het kwartaal.
    #[variable(
        label(nl = "Aantal jobs in loondienst", en = "Number of jobs as an employee"),
        term = "het aantal jobs in loondienst",
        match_quality = exact,
        certainty = documented,
        measurement = metric,
        unit(nl = "jobs", en = "jobs"),
        origin(
            name = "Aantal jobs in loondienst",
            abbreviation = "Jobs_lnd",
            institution = "Kruispuntbank van de Sociale Zekerheid (KSZ/BCSS)",
            file = "DWH_BCSS_VarDerEmploi",
            stated_validity = "1997-01-01/",
            stated_level = "Metrisch",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/kruispuntbank-van-de-sociale-zekerheid/Variables/aantal-jobs-in-loondienst",
        ),
        note(
            nl = "In heel 2005-2016 is een job één werkgever per persoon: bij de RSZ persoon x werkgever (Matric) sinds 2003, bij de RSZPPO persoon x aansluitingsnummer sinds 2005.",
            en = "Throughout 2005-2016 a job is one employer per person: at RSZ person x employer (Matric) since 2003, at RSZPPO person x affiliation number since 2005.",
        ),
        note(
            nl = "Toestand op de laatste dag: jobs die eerder in het kwartaal eindigden, tellen niet mee.",
            en = "State on the last day: jobs that ended earlier in the quarter are not counted.",
        ),
        evidence = "Identified with Aantal jobs in loondienst (Jobs_lnd): same name.",
        evidence = "No upper bound is documented.",
    )]
    pub wage_job_count: Option<Count>,

    /// Number of jobs of a person with RSZ, RSZPPO and RSVZ together, on the last day of the quarter.
    ///
    /// nl: Aantal jobs van een persoon bij RSZ, RSZPPO en RSVZ samen, op de laatste dag van het kwartaal.
    #[variable(
        label(nl = "Totaal aantal jobs", en = "Total number of jobs"),
        term = "het totale aantal jobs",
        match_quality = exact,
        certainty = documented,
        measurement = metric,
        unit(nl = "jobs", en = "jobs"),
        origin(
            name = "Aantal jobs totaal",
            abbreviation = "Jobs_tot",
            institution = "Kruispuntbank van de Sociale Zekerheid (KSZ/BCSS)",
            file = "DWH_BCSS_VarDerEmploi",
            stated_validity = "1997-01-01/",
            stated_level = "Metrisch",
            page = "https://bcss.fgov.be/dwh/nl/variabledetail/kruispuntbank-van-de-sociale-zekerheid/Variables/aantal-jobs-totaal",
        ),
        note(
            nl = "Per persoon telt hoogstens één zelfstandige activiteit: totaal aantal jobs min aantal jobs in loondienst (wage_job_count) is dus 0 of 1.",
            en = "At most one self-employed activity per person is counted: the total minus the number of jobs as an employee (wage_job_count) is therefore 0 or 1.",
        ),
        evidence = "Identified with Aantal jobs totaal (Jobs_tot): same name.",
        evidence = "Checkable rule: total_job_count - wage_job_count in {0, 1}.",
    )]
    pub total_job_count: Option<Count>,

    /// Sum of the part-time percentages over all jobs as an employee of a person.
    ///
    /// nl: Som van de deeltijdpercentages over alle jobs in loondienst van een persoon.
    #[variable(
        label(nl = "Gecumuleerd percentage deeltijds", en = "Cumulated part-time percentage"),
        term = "het (gecumuleerd) percentage deeltijdse tewerkstelling",
        match_quality = exact,
        certainty = documented,
        measurement = metric,
        unit(nl = "procent", en = "percent"),
        range(
            nl = "0.. (geen bovengrens gedocumenteerd; een som over jobs kan meer dan 100 zijn)",
            en = "0.. (no upper bound documented; a sum over jobs can exceed 100)",
        ),
        source_unit(nl = "persoon x kwartaal (niet per job)", en = "person x quarter (not per job)"),
        origin(
            name = "Gecumuleerd percentage deeltijdarbeid",
            abbreviation = "Cum_pct",
            institution = "Kruispuntbank van de Sociale Zekerheid (KSZ/BCSS)",
            file = "DWH_BCSS_VarDerEmploi",
            stated_validity = "1997-01-01/",
            stated_level = "Metrisch",
            page = "https://www.bcss.fgov.be/nl/dwh/variabledetail/kruispuntbank-van-de-sociale-zekerheid/Variables/gecumuleerd-percentage-deeltijdarbeid.html",
        ),
        note(
            nl = "Waarde per persoon, niet per job (anders dan part_time_percentage).",
            en = "Value per person, not per job (unlike part_time_percentage).",
        ),
        note(
            nl = "Een som over jobs kan meer dan 100 zijn; begrens ze niet op 100.",
            en = "A sum over jobs can exceed 100; do not cap it at 100.",
        ),
        note(
            nl = "De berekeningsbasis veranderde met de DmfA in 2003: sindsdien telt de contractuele toestand.",
            en = "The base changed with DmfA in 2003: since then the contractual situation counts.",
        ),
        evidence = "One phrase of the deliberation names two variables: the percentage per job and the cumulated one (this one).",
        evidence = "Identified with Gecumuleerd percentage deeltijdarbeid (Cum_pct, DWH_BCSS_VarDerEmploi).",
    )]
    pub cumulative_part_time_pct: Option<Percentage>,

    /// Whether the person is on maternity leave.
    ///
    /// nl: Aanduiding of de persoon in moederschapsrust is.
    #[variable(
        label(nl = "Zwangerschapsverlof (moederschapsrust)", en = "Maternity leave"),
        term = "het al dan niet in zwangerschapsverlof zijn",
        match_quality = several,
        certainty = phrase,
        measurement = nominal,
        source_unit(nl = "niet gedocumenteerd", en = "not documented"),
        origin(
            name = "Soort dagen",
            abbreviation = "Srt_dagen",
            institution = "Nationaal Intermutualistisch College (NIC/CIN)",
            file = "DWH_CIN",
            stated_validity = "2003-01-01/",
            stated_level = "Nominaal",
            page = "https://bcss.fgov.be/dwh/nl/variabledetail/nationaal-intermutualistisch-college/Variables/soort-dagen",
        ),
        origin(
            name = "Code gelijkgestelde dagen",
            abbreviation = "Codasm",
            institution = "Rijksdienst voor Sociale Zekerheid (RSZ/ONSS)",
            file = "DWH_ONSS_StatbaseDMFA",
            stated_validity = "2003-01-01/2016-12-31",
            stated_level = "Nominaal",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/rijksdienst-voor-sociale-zekerheid/Variables/code-gelijkgestelde-dagen-1",
        ),
        note(
            nl = "Moederschapsrust is niet hetzelfde als verwijdering van het werk wegens zwangerschap.",
            en = "Maternity leave is not the same as removal from work because of pregnancy.",
        ),
        note(
            nl = "De gegevens van de ziekenfondsen dekken werknemers, werklozen en zelfstandigen; die van de RSZ enkel aangegeven werknemers. Statutaire ambtenaren behouden hun loon en staan niet in de gegevens van de ziekenfondsen.",
            en = "The health insurance funds' data cover employees, unemployed and self-employed; the RSZ data only declared workers. Statutory civil servants keep their pay and are not in the insurers' data.",
        ),
        note(
            nl = "De RSZ-code van gelijkgestelde dagen (Codasm) houdt per kwartaal enkel de meest voorkomende soort over: een kort verlof kan verborgen blijven.",
            en = "The RSZ code of assimilated days (Codasm) keeps only the most frequent kind in the quarter: a short leave can be hidden.",
        ),
        evidence = "No warehouse flag with this name was found. Candidates follow.",
        evidence = "Health insurance funds' file (DWH_CIN, Srt_dagen, kind of days): its remarks name 1 = primary incapacity and 3 = removal from work because of pregnancy; its code table is not known.",
        evidence = "RSZ code of assimilated days (Codasm, table known up to code 24): 6 = maternity rest, only to 2003-09-30.",
        evidence = "RSZPPO working time code 51 = maternity protection, including converted paternity leave and breastfeeding breaks (named on the page of Eqtpsp_other).",
    )]
    pub maternity_leave: Option<bool>,
}
