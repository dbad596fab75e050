//! Jobs: one row for each job and quarter.

use super::shared::{NACE_BEL_2008, PERFORMANCE_TYPE_RSZ};
use crate::prelude::*;

/// One job of one person in one quarter: the kind of worker, the rank of the job, and the employer.
///
/// nl: Eén job van één persoon in één kwartaal: het soort werknemer, de volgorde van de job, en de werkgever.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Arbeidsregime en arbeidsvolume",
    label(nl = "Arbeid: job", en = "Work: job"),
    row_unit(
        nl = "één job (persoon x werkgever) in één kwartaal",
        en = "one job (person x employer) in one quarter",
    ),
    analysis_unit(nl = "job", en = "job"),
    temporality = status,
    no_known_key(
        nl = "een zelfstandige activiteit krijgt een volgorde tussen de jobs en heeft geen werkgever",
        en = "a self-employed activity has a rank among the jobs and no employer",
    ),
    note(
        nl = "Of huisarbeid, seizoensarbeid, dienstencheques, de sectorcode en de grootteklasse van de werkgever per job worden geleverd, is niet gedocumenteerd; zij staan in dit blok omdat hun definities over de job, de werknemer of de werkgever gaan.",
        en = "Whether home work, seasonal work, service vouchers, the sector code and the size class of the employer are delivered by job is not documented; they stand in this block because their definitions are about the job, the worker or the employer.",
    ),
)]
pub struct Job {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,
    /// The period that the row is about.
    #[block(role = observation_period)]
    pub quarter: YearQuarter,

    /// Three-digit code of the quarterly declaration that fixes the type of worker for contributions: manual, white-collar, civil servant and their special groups.
    ///
    /// nl: Driecijferige code uit de kwartaalaangifte die het type werknemer voor de bijdragen bepaalt: arbeider, bediende, ambtenaar en hun bijzondere groepen.
    #[variable(
        label(nl = "Werknemerscode", en = "Worker code"),
        term = "de werknemerscode",
        match_quality = several,
        certainty = documented,
        measurement = nominal,
        origin = WORKER_CODE,
        series_break(
            from = "2007-Q3",
            nl = "Gelegenheidswerknemer-werklieden in de horeca vielen tot en met het tweede kwartaal van 2007 ook onder code 010.",
            en = "Up to the second quarter of 2007 code 010 also covered casual manual workers in hotels and restaurants.",
        ),
        note(
            nl = "Voorloopnullen tellen mee: '010' is niet '10'.",
            en = "Leading zeros matter: '010' is not '10'.",
        ),
        note(
            nl = "De RSZPPO gebruikt voor hetzelfde begrip andere nummers dan de RSZ: voor leerlingen noemt de DmfAPPL-instructie 101, 133, 201 en 233. Lees instelling en code samen.",
            en = "RSZPPO uses other numbers than RSZ for the same idea: for apprentices the DmfAPPL instructions name 101, 133, 201 and 233. Read institution and code together.",
        ),
        note(
            nl = "De volledige lijst is bijlage 2 ('Werknemerskengetallen - gewone bijdrage') van de gestructureerde bijlagen van de DmfA op socialsecurity.be.",
            en = "The full list is annex 2 ('Werknemerskengetallen - gewone bijdrage') of the DmfA structured annexes on socialsecurity.be.",
        ),
        evidence = "Only the page for 2017 onward was found (DWH_ONSS_UniStatbaseDMFA); the page of DWH_ONSS_StatbaseDMFA (2003-2016) was not, so the start of the codes is that of the file, not of the codes. The labels of 010 and 011 themselves name quarters of 2007, so these codes were in use in 2005-2016.",
        evidence = "The table is known up to code 013, with shortened labels. No public package or repository file with annex 2 was found.",
        evidence = "Source of the RSZPPO numbers: https://www.socialsecurity.be/employer/instructions/dmfappl/nl/latest/instructions/fill_in_dmfa/workerrecord_occupationrecords/occupationrecord/apprentices.html. Key on (institution, code).",
        evidence = "The deliberation names both 'werknemerscode' and 'werknemerskengetal'; in DmfA language they are the same number (the annex of Codtra is called 'Werknemerskengetallen'). They may be the RSZ and the RSZPPO field, or Codtra next to Cattra.",
    )]
    pub employee_code: Option<Code<EmployeeCode>>,

    /// Regrouping by the RSZ of the worker codes into four classes: manual worker, white-collar worker, civil servant and other.
    ///
    /// nl: Hergroepering door de RSZ van de werknemerscodes in vier klassen: arbeider, bediende, ambtenaar en andere.
    #[variable(
        label(nl = "Werknemersklasse", en = "Worker class"),
        term = "de werknemersklasse",
        match_quality = exact_for_one_source,
        certainty = documented,
        measurement = nominal,
        origin(
            name = "Werknemersklasse",
            abbreviation = "Clatra",
            institution = "Rijksdienst voor Sociale Zekerheid (RSZ/ONSS)",
            file = "DWH_ONSS_StatbaseDMFA",
            stated_validity = "2003-01-01/2016-12-31",
            stated_level = "Nominaal",
            page = "https://www.ksz-bcss.fgov.be/nl/dwh/variabledetail/rijksdienst-voor-sociale-zekerheid/Variables/werknemersklasse-1.html",
        ),
        origin = SPECIAL_WORKER_CLASS,
        origin(
            name = "Werknemersklasse speciaal",
            abbreviation = "Clatr2Onss",
            institution = "Rijksdienst voor Sociale Zekerheid van de Provinciale en Plaatselijke Overheidsdiensten (RSZPPO/ONSSAPL)",
            file = "DWH_ONSSAPL_Statbase",
            stated_validity = "2005-01-01/2016-12-31",
            stated_level = "Nominaal",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/rijksdienst-voor-sociale-zekerheid-van-de-provinciale-en-plaatselijke-overheidsdiensten/Variables/werknemersklasse-speciaal-3",
        ),
        origin(
            name = "Werknemersklasse speciaal",
            abbreviation = "Clatr2apl",
            institution = "Rijksdienst voor Sociale Zekerheid van de Provinciale en Plaatselijke Overheidsdiensten (RSZPPO/ONSSAPL)",
            file = "DWH_ONSSAPL_Statbase",
            stated_validity = "2005-01-01/2016-12-31",
            stated_level = "Nominaal",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/rijksdienst-voor-sociale-zekerheid-van-de-provinciale-en-plaatselijke-overheidsdiensten/Variables/werknemersklasse-speciaal-2",
        ),
        note(
            nl = "Vanaf 2005-Q1 tellen statutaire werknemers van privaatrechtelijke werkgevers als bediende, niet als ambtenaar (rsz.be/gemeenschappelijke-criteria).",
            en = "From 2005-Q1 statutory workers of private-law employers count as white-collar workers, not as civil servants (rsz.be/gemeenschappelijke-criteria).",
        ),
        note(
            nl = "De klasse zegt niets over het vaardigheidsniveau.",
            en = "The class says nothing about skill level.",
        ),
        note(
            nl = "De 'werknemersklasse speciaal' is een andere, fijnere variabele van twee letters (eerste letter O = arbeider, E = bediende, F = ambtenaar, R = overige bij de RSZPPO).",
            en = "The 'werknemersklasse speciaal' (special worker class) is another, finer variable of two letters (first letter O = manual, E = white-collar, F = civil servant, R = rest at RSZPPO).",
        ),
        note(
            nl = "Dezelfde letters van de speciale klasse verschillen per instelling: OQ is bij de RSZ een gesubsidieerde contractueel met een handicap, bij de RSZPPO een werknemer van een OCMW volgens artikel 60.",
            en = "The same letters of the special class differ by institution: OQ is a subsidised contract worker with a disability at RSZ, and an article 60 worker of a PCSW at RSZPPO.",
        ),
        evidence = "Exact for the RSZ only: the page of the RSZPPO variable (Clatrapl) was not seen.",
        evidence = "The four codes are the complete list of the RSZ variable Clatra. RSZPPO has its own Clatrapl (named on the Clatr2apl page); its own page was not found, so the list is open.",
        evidence = "Codes of the special class: Clatr2 at RSZ OA, OD, OE, OH, OI, OJ, OK, OM, OO, OP, OQ, OS, OT, OF, OW, OX, OY, OZ, EA, EY, EE ... (known in part); Clatr2apl at RSZPPO 22 codes, complete: OA OE OO OQ OS EA EE EO EC ES FG FN FV FE FP FO RS RA RB RM RO RE.",
    )]
    pub employee_class: Option<Code<EmployeeClass>>,

    /// Contribution code of the worker in the social declaration which, together with the employer category, fixes the contributions due.
    ///
    /// nl: Kengetal van de werknemer in de sociale aangifte, dat samen met de werkgeverscategorie de verschuldigde bijdragen bepaalt.
    #[variable(
        label(nl = "Werknemerskengetal", en = "Worker contribution code (werknemerskengetal)"),
        term = "het werknemerskengetal",
        match_quality = likely,
        certainty = assumed,
        measurement = nominal,
        origin(
            name = "Werknemerskengetal",
            institution = "Rijksdienst voor Sociale Zekerheid (RSZ/ONSS)",
            file = "DmfAPPL (aangifte van de plaatselijke besturen, werknemerslijn)",
            page = "https://www.socialsecurity.be/employer/instructions/dmfa/nl/2019-3/instructions/fill_in_dmfappl/workerrecord_occupationrecords/workerrecord/employeenumber.html",
        ),
        origin = WORKER_CODE,
        note(
            nl = "De DmfAPPL-instructie over leerlingen noemt als kengetallen 101, 133, 201 en 233: 133/233 tot en met het vierde kwartaal van het jaar waarin de leerling 18 wordt, 101/201 vanaf het jaar waarin die 19 wordt.",
            en = "The DmfAPPL instructions on apprentices name the numbers 101, 133, 201 and 233: 133/233 up to the fourth quarter of the year in which the apprentice turns 18, 101/201 from the year of turning 19.",
        ),
        note(
            nl = "Lees het kengetal samen met de instelling (zie employee_code): de RSZPPO gebruikt andere nummers dan de RSZ.",
            en = "Read the number together with the institution (see employee_code): RSZPPO uses other numbers than RSZ.",
        ),
        note(
            nl = "De vermelde kengetallen zijn die van de plaatselijke besturen (DmfAPPL) in 2019 en 2020, ter oriëntatie. Van 10 is het label gelezen, van de andere 26 alleen de groep.",
            en = "The numbers listed are those of local government (DmfAPPL) in 2019 and 2020, for orientation. Of 10 the label was read, of the other 26 the group only.",
        ),
        evidence = "Match likely for local government only: the instructions for the DmfAPPL define it as here ('identificeert het type werknemer en bepaalt, samen met de werkgeverscategorie, de verschuldigde bijdragen'). For the RSZ several variables remain possible.",
        evidence = "No warehouse page with this exact name was found.",
        evidence = "Candidates: RSZ Codtra (the same thing as werknemerscode), RSZ Cattra ('kengetal', the employer category, named on the Jobs_lnd page as part of the RSZ job key before 2003), or the RSZPPO worker number. KSZ has to say which one was delivered.",
        evidence = "Type assumed: an opaque code of 3 characters, with the institution; all candidates are codes.",
        evidence = "The table of 2019-3 breaks off after 202 in the stored copy; the further numbers and all groups are those of the page of 2020-1: https://www.socialsecurity.be/employer/instructions/dmfa/nl/2020-1/instructions/fill_in_dmfappl/workerrecord_occupationrecords/workerrecord/employeenumber_contributions.html",
    )]
    pub employee_key_number: Option<Code<EmployeeKeyNumber>>,

    /// Special status of the employment as declared in the DmfA status field. Blank means an ordinary contract worker or tenured worker.
    ///
    /// nl: Bijzonder statuut van de tewerkstelling zoals aangegeven in de DmfA-zone statuut. Leeg betekent een gewone contractuele of vastbenoemde werknemer.
    #[variable(
        label(nl = "Statuut van de tewerkstelling", en = "Status of the employment"),
        term = "het statuut",
        match_quality = several,
        certainty = documented,
        measurement = nominal,
        null(
            nl = "Geen ontbrekende waarde: leeg staat voor een gewone contractuele of benoemde werknemer.",
            en = "Not a missing value: blank stands for an ordinary contract worker or tenured worker.",
        ),
        origin = WORKER_STATUS_RSZ,
        origin = WORKER_STATUS_RSZPPO,
        note(
            nl = "Leeg is een waarde ('regulier'), door de KSZ als '.' afgedrukt; lees het niet als onbekend.",
            en = "Blank is a value ('regular'), printed as '.' by KSZ; do not read it as unknown.",
        ),
        note(
            nl = "Het gaat om twee verschillende variabelen: Workerstatus bij de RSZ en Status bij de RSZPPO. Lees instelling en code samen.",
            en = "These are two different variables: Workerstatus at RSZ and Status at RSZPPO. Read institution and code together.",
        ),
        note(
            nl = "Lees code D van de RSZ als thuiswerker. De KSZ drukt CM = thuiswerker (enkel 2003) en D = militair kandidaat (2003-2016) af, maar volgens de DmfA-instructies is CM militair kandidaat (tot 2003-10-14) en D thuiswerker.",
            en = "Read code D at RSZ as home worker. KSZ prints CM = home worker (2003 only) and D = candidate soldier (2003-2016), but by the DmfA instructions CM is candidate soldier (ended 2003-10-14) and D home worker.",
        ),
        note(
            nl = "Status van de RSZPPO is niet hetzelfde als de oudere variabelen Funccd en Stfncd (tot 2004).",
            en = "Status at RSZPPO is not the same as the older variables Funccd and Stfncd (to 2004).",
        ),
        evidence = "Both tables are known in part (RSZ up to E, RSZPPO up to P; the end date of P is not known). The blank row ('.') is documented at RSZPPO.",
        evidence = "The KSZ page of RSZ Workerstatus seems shifted by one row against the DmfA instructions (https://www.socialsecurity.be/employer/instructions/dmfa/nl/latest/instructions/fill_in_dmfa/occupationrecord/statute.html): treat D as home worker and flag it.",
        evidence = "The RSZ source page gives 2004-2016, but several of its codes start on 2003-01-01.",
        evidence = "Other readings: 'statuut' as manual/white-collar/tenured. The word comes directly after werknemersklasse and werknemerskengetal, so the DmfA field is likely.",
    )]
    pub work_status: Option<Code<WorkStatus>>,

    /// Rank that KSZ gives to each job of a person on the last day of the quarter. 1 is the main job, followed by 2, 3 and so on.
    ///
    /// nl: Rangnummer dat de KSZ aan elke arbeidsprestatie van een persoon geeft op de laatste dag van het kwartaal. 1 is de voornaamste, daarna volgen 2, 3 enzovoort.
    #[variable(
        label(nl = "Rang van de job naar belang", en = "Rank of the job by importance"),
        term = "de volgorde van de belangrijkheid van de arbeidsprestaties",
        match_quality = exact,
        certainty = documented,
        measurement = ordinal,
        range(nl = "1..n (1 = belangrijkste)", en = "1..n (1 = most important)"),
        source_unit(
            nl = "job (persoon x werkgever) x kwartaal, toestand op de laatste dag van het kwartaal",
            en = "job (person x employer) x quarter, state on the last day of the quarter",
        ),
        origin(
            name = "Belangrijkheidscode",
            abbreviation = "Belangcd",
            institution = "Kruispuntbank van de Sociale Zekerheid (KSZ/BCSS)",
            file = "DWH_BCSS_VarDerEmploi",
            stated_validity = "1997-01-01/",
            stated_level = "Nominaal",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/kruispuntbank-van-de-sociale-zekerheid/Variables/belangrijkheidscode",
        ),
        note(
            nl = "Dit is een rang: 2, 3, ... zijn geordend en de reeks heeft geen einde. De KSZ noemt het meetniveau nominaal.",
            en = "This is a rank: 2, 3, ... are ordered and the series is open-ended. KSZ calls the level nominal.",
        ),
        note(
            nl = "Volgorde voor jobs in loondienst: actief op de laatste dag van het kwartaal; hoogste brutoloon (gewoon + forfaitair); prestatietype (voltijds, deeltijds, intermitterend/seizoen, onbekend); meeste dagen (uren bij deeltijds); meeste gelijkgestelde dagen.",
            en = "Order for jobs as an employee: active on the last day of the quarter; highest gross wage (ordinary + flat-rate); type of working time (full time, part time, intermittent/seasonal, unknown); most days (hours if part time); most assimilated days.",
        ),
        note(
            nl = "Een zelfstandige activiteit in hoofdberoep of na de pensioenleeftijd krijgt 1 als de job in loondienst niet voltijds is; anders krijgt ze de laatste rang.",
            en = "A self-employed activity that is a main activity or after pension age gets 1 if the job as an employee is not full time; otherwise it gets the last rank.",
        ),
        note(
            nl = "De eenheid is de job: persoon x werkgever sinds de DmfA (RSZ 2003, RSZPPO 2005), dus in heel 2005-2016.",
            en = "The unit is the job: person x employer since DmfA (RSZ 2003, RSZPPO 2005), so throughout 2005-2016.",
        ),
        note(
            nl = "Niet hetzelfde als de belangrijkheidscode van de werkgever (Codimp, grootteklasse), hoewel de Nederlandse naam gelijk is.",
            en = "Not the same as the belangrijkheidscode of the employer (Codimp, size class), although the Dutch name is equal.",
        ),
        evidence = "Identified with Belangrijkheidscode (Belangcd, DWH_BCSS_VarDerEmploi).",
        evidence = "The page prints level nominal; the value is an ordered rank, so level ordinal is used here. There is no closed code list.",
    )]
    pub job_importance_order: Option<Code<JobImportanceOrder>>,

    /// Whether the job is home work in the sense of the social security rules.
    ///
    /// nl: Aanduiding of de arbeidsprestatie huisarbeid is, dat wil zeggen thuiswerk in de zin van de RSZ-reglementering.
    #[variable(
        label(nl = "Huisarbeid", en = "Home work"),
        term = "het al dan niet verrichten van huisarbeid of seizoensarbeid",
        match_quality = several,
        certainty = phrase,
        measurement = nominal,
        source_unit(nl = "niet gedocumenteerd", en = "not documented"),
        null(nl = "Een leeg statuut betekent: geen huisarbeid.", en = "A blank status means: no home work."),
        origin = WORKER_STATUS_RSZ,
        origin = WORKER_STATUS_RSZPPO,
        series_break(
            from = "2015-04-01",
            nl = "Code D1 (thuiswerker onthaalouder) bestaat bij de RSZ vanaf deze datum.",
            en = "Code D1 (home worker, childminder) exists at RSZ from this date.",
            advice(
                nl = "Ga na of D1 als huisarbeid is geteld.",
                en = "Check whether D1 was counted as home work.",
            ),
        ),
        series_break(
            from = "2016-01-01",
            nl = "Code D1 (thuiswerker onthaalouder) bestaat bij de RSZPPO vanaf deze datum.",
            en = "Code D1 (home worker, childminder) exists at RSZPPO from this date.",
            advice(
                nl = "Ga na of D1 als huisarbeid is geteld.",
                en = "Check whether D1 was counted as home work.",
            ),
        ),
        note(
            nl = "Dit is de wettelijke thuiswerker van het koninklijk besluit van 28 november 1969, geen telewerk.",
            en = "This is the legal home worker of the royal decree of 28 November 1969, not telework.",
        ),
        note(
            nl = "Huisarbeid is af te leiden uit het DmfA-statuut: D (thuiswerker) en D1 (onthaalouder thuis). Bij work_status staat hoe de KSZ de codes CM en D verwisselt.",
            en = "Home work can be derived from the DmfA status: D (home worker) and D1 (childminder at home). See work_status for the mix-up of codes CM and D by KSZ.",
        ),
        evidence = "No warehouse flag with this name was found; candidates are the DmfA status variables (RSZ Workerstatus, RSZPPO Status).",
        evidence = "The deliberation names home work and seasonal work in one phrase; whether one or two flags were delivered is open.",
    )]
    pub home_work: Option<bool>,

    /// Whether the job is seasonal work: short spells of work due to the season or to a temporary need of extra staff.
    ///
    /// nl: Aanduiding of de arbeidsprestatie seizoensarbeid is: korte perioden van werk door het seizoen of door een tijdelijke nood aan versterking.
    #[variable(
        label(nl = "Seizoensarbeid", en = "Seasonal work"),
        term = "het al dan niet verrichten van huisarbeid of seizoensarbeid",
        match_quality = several,
        certainty = phrase,
        measurement = nominal,
        source_unit(nl = "niet gedocumenteerd", en = "not documented"),
        origin = SPECIAL_WORKER_CLASS,
        origin = PERFORMANCE_TYPE_RSZ,
        series_break(
            from = "2007-07-01",
            nl = "Code OZ van Clatr2 eindigt op 2007-06-30.",
            en = "Code OZ of Clatr2 ends on 2007-06-30.",
            advice(
                nl = "Een daling van seizoensarbeid die uit Clatr2 is afgeleid, kan hier van het wegvallen van OZ komen.",
                en = "A fall in seasonal work derived from Clatr2 may come from the end of OZ.",
            ),
        ),
        note(
            nl = "Verwante gegevens in Clatr2 (RSZ): OH = seizoenarbeider in land- of tuinbouw (2003-2016) en OZ = gelegenheidswerk via uitzendkantoor, extra in de horeca of seizoenwerk in de landbouw (2004-01-01 tot 2007-06-30).",
            en = "Related facts in Clatr2 (RSZ): OH = seasonal worker in agriculture or horticulture (2003-2016) and OZ = agency casual, extra in hotels and restaurants or seasonal in agriculture (2004-01-01 to 2007-06-30).",
        ),
        note(
            nl = "OH dekt enkel land- en tuinbouw. Seizoensarbeid elders zit enkel in het prestatietype 'speciaal' (S), dat seizoen-, uitzend- en thuiswerk samen bevat.",
            en = "OH covers agriculture and horticulture only. Seasonal work elsewhere is only inside the type of working time 'special' (S), which holds seasonal, agency and home work together.",
        ),
        note(
            nl = "De RSZPPO kent geen regime 'speciaal'; code 8 = seizoenarbeider van de oude Stfncd (tot 2004) valt vóór de observatieperiode.",
            en = "RSZPPO has no 'special' regime; code 8 = seasonal worker of the old Stfncd (to 2004) falls before the observation period.",
        ),
        evidence = "No warehouse flag with this name was found; candidates are the special worker class (Clatr2) and the type of working time (T_prest).",
        evidence = "One phrase of the deliberation names home work and seasonal work; this one is seasonal work.",
    )]
    pub seasonal_work: Option<bool>,

    /// Whether the worker is employed under the service-voucher scheme.
    ///
    /// nl: Aanduiding of de werknemer in het stelsel van de dienstencheques werkt.
    #[variable(
        label(nl = "Werk met dienstencheques", en = "Service-voucher work"),
        term = "het al dan niet werken in het stelsel van de dienstencheques",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        source_unit(nl = "niet gedocumenteerd", en = "not documented"),
        note(nl = "Een ontbrekend gegeven is geen 'nee'.", en = "Missing data is not 'no'."),
        evidence = "Not found, neither as dienstencheques nor as titres-services, nor among the EmploymentPromotion measures (Dutch and French).",
        evidence = "Nearest documented neighbour: the employment measure EmploymentPromotion (grouped in EmploymentPromotionType, DWH_ONSS_StatbasePlus 2004-2016: MCL = codes 1 and 10-19, MSE = codes 2-5). No service-voucher code is known in it.",
        evidence = "The DmfAPPL list of that field (annex 36: 2, 5, 10-17 ..., known in part) names no service-voucher code either (https://www.socialsecurity.be/employer/instructions/dmfappl/nl/2019-1/instructions/fill_in_dmfa/workerrecord_occupationrecords/occupationrecord/employmentmeasure.html).",
        evidence = "The flag must be optional.",
    )]
    pub service_voucher_work: Option<bool>,

    /// Kind of apprenticeship agreement of the worker; each institution has its own codes.
    ///
    /// nl: Soort leerovereenkomst van de werknemer; elke instelling heeft haar eigen codes.
    #[variable(
        label(nl = "Type leerovereenkomst", en = "Type of apprenticeship agreement"),
        term = "het type leerovereenkomst",
        match_quality = exact_for_one_source,
        certainty = documented,
        measurement = nominal,
        origin(
            name = "Type leerling",
            abbreviation = "Appr",
            institution = "Rijksdienst voor Sociale Zekerheid van de Provinciale en Plaatselijke Overheidsdiensten (RSZPPO/ONSSAPL)",
            file = "DWH_ONSSAPL_Statbase",
            stated_validity = "2005-01-01/2016-12-31",
            stated_level = "Numeriek",
            page = "https://www.ksz-bcss.fgov.be/nl/dwh/variabledetail/rijksdienst-voor-sociale-zekerheid-van-de-provinciale-en-plaatselijke-overheidsdiensten/Variables/type-leerling.html",
        ),
        origin(
            name = "Leerovereenkomst",
            abbreviation = "TypeOfApprenticeShip",
            institution = "Rijksdienst voor Sociale Zekerheid (RSZ/ONSS)",
            file = "DWH_ONSS_UniStatbasePlus",
            stated_validity = "2017-01-01/",
            stated_level = "Nominaal",
            page = "https://www.ksz-bcss.fgov.be/nl/dwh/variabledetail/rijksdienst-voor-sociale-zekerheid/Variables/leerovereenkomst-2.html",
        ),
        series_break(
            from = "2015-07-01",
            nl = "Het begrip leerling in de sociale zekerheid wordt opnieuw omschreven (zes criteria).",
            en = "The notion of apprentice in social security is redefined (six criteria).",
        ),
        series_break(
            from = "2015-09-01",
            nl = "Nieuwe overeenkomsten voor duaal leren van de gemeenschappen worden vanaf nu onder code 4 aangegeven; op 2016-09-01 volgen er nog.",
            en = "From now on new dual-training contracts of the communities are declared under code 4; more follow on 2016-09-01.",
        ),
        series_break(
            from = "2016-09-01",
            nl = "Ook andere nieuwe overeenkomsten voor duaal leren van de gemeenschappen worden onder code 4 aangegeven.",
            en = "Other new dual-training contracts of the communities are declared under code 4.",
        ),
        note(
            nl = "Code 5 verschilt per instelling: stagiair met een beroepsinlevingsovereenkomst bij de RSZPPO, anomalie bij de RSZ. Lees instelling en code samen.",
            en = "Code 5 differs by institution: trainee with a work immersion agreement (beroepsinlevingsovereenkomst) at RSZPPO, anomaly at RSZ. Read institution and code together.",
        ),
        note(
            nl = "Code 0 (geen leerling) bestaat enkel bij de RSZ.",
            en = "Code 0 (no apprentice) exists at RSZ only.",
        ),
        evidence = "Exact for the RSZPPO (local government) only: the RSZ page for 2004-2016 was not seen, only the one from 2017.",
        evidence = "The RSZPPO list (3, 4, 5) is complete for 2005-2016.",
        evidence = "The RSZ list is that of 2017 onward (DWH_ONSS_UniStatbasePlus, documented from 2017-01-01); the page of DWH_ONSS_StatbasePlus 2004-2016 was not found. So the start of its codes is that of the file, not of the codes, and the list is open.",
        evidence = "Key on (institution, code). The RSZPPO page prints level 'Numeriek', the RSZ page 'Nominaal'; the codes are names, so level nominal.",
    )]
    pub apprenticeship_type: Option<Code<ApprenticeshipType>>,

    /// Code of the main economic activity of the employer's enterprise, assigned by the RSZ or the RSZPPO.
    ///
    /// nl: Code van de economische hoofdactiviteit van de onderneming van de werkgever, toegekend door de RSZ of de RSZPPO.
    #[variable(
        label(nl = "NACE-code van de werkgever", en = "NACE code of the employer"),
        term = "werkgever",
        of = "de NACE-code van de werkgever en de vestiging",
        match_quality = likely,
        certainty = phrase,
        measurement = nominal,
        source_unit(
            nl = "job (persoon x werkgever) x kwartaal; één code per onderneming",
            en = "job (person x employer) x quarter; one code per enterprise",
        ),
        series_break = NACE_BEL_2008,
        note(
            nl = "Eén code per onderneming: de hoofdactiviteit naar omzet, anders naar aantal werknemers.",
            en = "One code per enterprise: the main activity by turnover, else by number of workers.",
        ),
        note(
            nl = "Hoeveel cijfers zijn geleverd (2 tot 5), is niet bekend. De vermelde codes zijn de 88 afdelingen (twee cijfers) vanaf 2008, ter oriëntatie; van NACE-BEL 2003, voor 2005-2007, werd in openbare bronnen geen volledige lijst gevonden.",
            en = "How many digits were delivered (2 to 5) is not known. The codes listed are the 88 divisions (two digits) from 2008 on, for orientation; no whole list of NACE-BEL 2003, for 2005-2007, was found in public material.",
        ),
        evidence = "One phrase of the deliberation names two variables; this one is the employer's code.",
        evidence = "The warehouse pages (RSZ Nacbel..., RSZPPO Codnac) were not found; RSZPPO calls it Codnac (named on the Jobs_lnd page).",
        evidence = "The break date is documented for the RSVZ variable; the RSZ series is not known here.",
        evidence = "The 88 divisions have the official titles of NACE Rev. 2 (Regulation (EC) No 1893/2006), read in the package named below; they are not copied from a warehouse table. A second reading, the file of NACE-BEL 2008 of Statbel, has the same divisions and agrees in English (but for a word left out at 79). In Dutch NACE-BEL words 29, 41, 45, 46, 60, 62, 65, 74, 78, 87 and 88 in its own way.",
        evidence = "NACE Rev.2, the base of NACE-BEL 2008, has 21 sections, 88 divisions, 272 groups and 615 classes = 996 codes, counted in PyPI package odoo14-addon-l10n-eu-nace 14.0.1.0.1 (odoo/addons/l10n_eu_nace/examples/NACE_REV2_nl.csv and NACE_REV2_en.csv, columns Level, Code, Description, in Dutch, English and (NACE_REV2_fr.csv) French; the package is AGPL-3, the labels are Eurostat's). PyPI naceconverter 1.0.1 holds English labels in naceconverter/nacecodes.csv. Neither holds the Belgian 5-digit subclasses nor NACE-BEL 2003; no package with those was found.",
    )]
    pub employer_nace_code: Option<Code<EmployerNaceCode>>,

    /// Code of the sector the employer belongs to. The deliberation does not say which classification is meant.
    ///
    /// nl: Code van de sector waartoe de werkgever behoort. Welke indeling bedoeld is, staat niet in de beraadslaging.
    #[variable(
        label(nl = "Sectorcode van de werkgever", en = "Sector code of the employer"),
        term = "de sectorcode van de werkgever",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        source_unit(nl = "niet gedocumenteerd", en = "not documented"),
        note(
            nl = "De indeling is onbekend zolang de KSZ de lijst niet noemt.",
            en = "The classification is unknown until KSZ names the list.",
        ),
        evidence = "Not found, in Dutch or French. Candidates: the private/public/education split of RSZ statistics; the employer category Cattra (RSZ brochures call the distribution by employer category 'activiteitssector'); the joint committee (sectorgroep); the ESA institutional sector.",
        evidence = "An opaque optional code until KSZ names the list.",
    )]
    pub employer_sector_code: Option<Code<EmployerSectorCode>>,

    /// Meaningless serial number that stands for the employer (RSZ registration number or RSZPPO affiliation number).
    ///
    /// nl: Betekenisloos volgnummer dat de werkgever (RSZ-stamnummer of RSZPPO-aansluitingsnummer) vervangt.
    #[variable(
        label(nl = "Volgnummer van de werkgever", en = "Serial number of the employer"),
        term = "het identificatienummer van de werkgever",
        match_quality = likely,
        certainty = phrase,
        measurement = identifier,
        universe(
            nl = "jobs in loondienst (RSZ, RSZPPO); geen zelfstandige activiteiten",
            en = "jobs as an employee (RSZ, RSZPPO); not self-employed activities",
        ),
        null(
            nl = "Zelfstandige activiteit: er is geen werkgever.",
            en = "Self-employed activity: there is no employer.",
        ),
        note(
            nl = "Identificatienummers worden omgevormd tot unieke betekenisloze volgnummers (punt 4): er is geen controlecijfer en niets van een ondernemingsnummer in te lezen.",
            en = "Identification numbers are turned into unique meaningless serial numbers (paragraph 4): there is no check digit and nothing of an enterprise number to read in them.",
        ),
        note(
            nl = "De oorsprong is Matric bij RSZ en RSZPPO; samen met de persoon is dat sinds de DmfA de sleutel van de job.",
            en = "The origin is Matric at RSZ and RSZPPO; with the person it is the key of the job since DmfA.",
        ),
        note(
            nl = "Werkgevers gaan in 2017 van de RSZPPO naar de RSZ over, na de observatieperiode.",
            en = "Employers move from RSZPPO to RSZ in 2017, after the observation period.",
        ),
        evidence = "Matric is named on the Jobs_lnd page; the page of Matric itself was not found.",
    )]
    pub employer_id: Option<SerialNumber<Employer>>,

    /// Size class of the employer by number of jobs.
    ///
    /// nl: Grootteklasse van de werkgever volgens zijn aantal arbeidsplaatsen.
    #[variable(
        label(nl = "Grootteklasse van de werkgever", en = "Size class of the employer"),
        term = "de belangrijkheidscode van de werkgever",
        match_quality = likely,
        certainty = documented,
        measurement = ordinal,
        unit(nl = "jobs bij de werkgever", en = "jobs with the employer"),
        source_unit(nl = "niet gedocumenteerd", en = "not documented"),
        origin(
            name = "Belangrijkheidscode",
            abbreviation = "Codimp",
            institution = "Rijksdienst voor Sociale Zekerheid (RSZ/ONSS)",
            file = "DWH_ONSS_UniStatbaseDMFA",
            stated_validity = "2017-01-01/",
            stated_level = "Ordinaal",
            page = "https://www.bcss.fgov.be/dwh/nl/variabledetail/rijksdienst-voor-sociale-zekerheid/Variables/belangrijkheidscode-3",
        ),
        origin(
            name = "Belangrijkheidscode LocalUnit (sibling, establishment)",
            abbreviation = "DimEtab",
            institution = "Rijksdienst voor Sociale Zekerheid (RSZ/ONSS)",
            file = "DWH_ONSS_StatbaseD",
            stated_validity = "2007-04-01/2016-12-31",
            stated_level = "Ordinaal",
            page = "https://dwh.ksz-bcss.fgov.be/fr/variabledetail/office-national-de-securite-sociale/Variables/code-dimportance-localunit-1",
        ),
        note(
            nl = "0 (onbepaald) is de gedocumenteerde ontbrekende waarde; de andere codes zijn geordend.",
            en = "0 (undetermined) is the documented missing value; the other codes are ordered.",
        ),
        note(
            nl = "Klasse 9 staat er als '>1000'; bij de vestigingsvariabele (DimEtab) is het 1.000 of meer.",
            en = "Class 9 is printed as '>1000'; for the establishment variable (DimEtab) it is 1,000 or more.",
        ),
        note(
            nl = "Vanaf 2017 één keer per jaar berekend (gemiddelde van het vierde kwartaal van jaar T-2 en de eerste drie van jaar T-1), constant in de vier kwartalen van jaar T; nieuwe werkgevers naar aantal aangeworvenen. Of dit in 2005-2016 gold, is niet bekend.",
            en = "From 2017 computed once a year (mean of the fourth quarter of year T-2 and the first three of year T-1), constant over the four quarters of year T; new employers by number hired. Whether this held in 2005-2016 is not known.",
        ),
        note(
            nl = "Niet te verwarren met de rang van de job (job_importance_order, Belangcd).",
            en = "Not to be confused with the rank of the job (job_importance_order, Belangcd).",
        ),
        evidence = "Match likely: the RSZ page for 2003-2016 was not seen, only the one from 2017.",
        evidence = "The page found (Codimp) is the one for 2017 onward; that for 2003-2016 was not found. So the list is open, and the start of the codes is that of the file, not of the codes.",
        evidence = "The same ten classes are documented for the establishment (DimEtab) for 2007-04-01/2016-12-31: full confidence in the classes, less in the exact start.",
    )]
    pub employer_size_code: Option<Code<EmployerSizeCode>>,
}

const WORKER_CODE: Origin = origin! {
    name: "Werknemerscode",
    abbreviation: "Codtra",
    institution: "Rijksdienst voor Sociale Zekerheid (RSZ/ONSS)",
    file: "DWH_ONSS_UniStatbaseDMFA",
    stated_validity: "2017-01-01/",
    stated_level: "Nominaal",
    page: "https://bcss.fgov.be/dwh/nl/variabledetail/rijksdienst-voor-sociale-zekerheid/Variables/werknemerscode-2",
};

const SPECIAL_WORKER_CLASS: Origin = origin! {
    name: "Werknemersklasse speciaal",
    abbreviation: "Clatr2",
    institution: "Rijksdienst voor Sociale Zekerheid (RSZ/ONSS)",
    file: "DWH_ONSS_StatbaseDMFA",
    stated_validity: "2003-01-01/2016-12-31",
    stated_level: "Nominaal",
    page: "https://www.ksz-bcss.fgov.be/nl/dwh/variabledetail/rijksdienst-voor-sociale-zekerheid/Variables/werknemersklasse-speciaal-1.html",
};

const WORKER_STATUS_RSZ: Origin = origin! {
    name: "Arbeidersstatuten",
    abbreviation: "Workerstatus",
    institution: "Rijksdienst voor Sociale Zekerheid (RSZ/ONSS)",
    file: "DWH_ONSS_StatbasePlus",
    stated_validity: "2004-01-01/2016-12-31",
    stated_level: "Nominaal",
    page: "https://www.bcss.fgov.be/dwh/nl/variabledetail/rijksdienst-voor-sociale-zekerheid/Variables/arbeidersstatuten",
};

const WORKER_STATUS_RSZPPO: Origin = origin! {
    name: "Statuut",
    abbreviation: "Status",
    institution: "Rijksdienst voor Sociale Zekerheid van de Provinciale en Plaatselijke Overheidsdiensten (RSZPPO/ONSSAPL)",
    file: "DWH_ONSSAPL_Statbase",
    stated_validity: "2005-01-01/2016-12-31",
    stated_level: "Nominaal",
    page: "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/rijksdienst-voor-sociale-zekerheid-van-de-provinciale-en-plaatselijke-overheidsdiensten/Variables/statuut-1",
};
