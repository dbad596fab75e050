//! A person in the registers: one row for each person and year.

use super::shared::{
    CLASSES_NOT_FOUND, DATES_BY_QUARTER, ORIGINE_FILE_2008, READ_ONCE_A_YEAR, REGISTER_SEX,
    WAITING_REGISTER_2011, YEARLY_SNAPSHOT,
};
use crate::prelude::*;

/// What the National Register and the KSZ registers say of one person on 1 January.
///
/// nl: Wat het Rijksregister en de KSZ-registers op 1 januari over één persoon zeggen.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Persoonskenmerken",
    label(nl = "Persoonskenmerken", en = "Personal characteristics"),
    row_unit(
        nl = "één persoon in één jaar, toestand op 1 januari (het bestand van jaar T geeft de toestand op 31 december T, dat is 1 januari T+1)",
        en = "one person in one year, state on 1 January (the file of year T holds the state on 31 December T, which is 1 January T+1)",
    ),
    analysis_unit(nl = "persoon", en = "person"),
    temporality = status,
    key(person, year),
)]
pub struct PersonYear {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,
    /// The period that the row is about.
    #[block(role = observation_period, certainty = assumed)]
    pub year: Year,

    /// Whether the person was drawn into the sample, or is present only as a household member of a drawn person.
    ///
    /// nl: Of de persoon zelf in de steekproef is getrokken, dan wel enkel als gezinslid van een getrokken persoon in de gegevens voorkomt.
    #[variable(
        label(nl = "Steekproefpersoon", en = "Sample person"),
        term = "het al dan niet steekproefpersoon zijn",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        universe(nl = "ook gezinslid", en = "household member too"),
        source_unit(nl = "niet gedocumenteerd", en = "not documented"),
        note(
            nl = "De beraadslaging gaat uit van ongeveer 65.000 steekproefpersonen en ongeveer 255.000 meegeselecteerde gezinsleden.",
            en = "The deliberation counts on about 65,000 sample persons and about 255,000 household members selected with them.",
        ),
        note(
            nl = "De initiële steekproef komt uit de inwoners van 18-65 jaar van het Vlaams Gewest op 1 januari 2005, gestratificeerd naar leeftijd (18-35, 36-65) en herkomst (Belgisch; Zuid-Europese EU of niet-Europees).",
            en = "The initial sample is drawn from the residents aged 18-65 of the Flemish Region on 1 January 2005, stratified by age (18-35, 36-65) and origin (Belgian; southern European EU or non-European).",
        ),
        note(
            nl = "In 2006-2016 komt er elk jaar een steekproef van 18-jarigen bij.",
            en = "In 2006-2016 a further sample of 18-year-olds is added every year.",
        ),
        note(
            nl = "Een steekproefpersoon blijft in de gegevens tot 65 jaar, overlijden of 31 december 2016, voor zover aanwezig in België; een gezinslid enkel in de jaren waarin het op 1 januari tot het gezin behoort.",
            en = "A sample person stays in the data until age 65, death or 31 December 2016, as far as present in Belgium; a household member only for the years in which he or she is in the household on 1 January.",
        ),
        note(
            nl = "Wie in het ene jaar gezinslid is, kan door een latere trekking steekproefpersoon worden: lees de waarde per persoon en jaar.",
            en = "A household member of one year can become a sample person in a later draw: read the value per person and year.",
        ),
        evidence = "Not a variable of the data warehouse: KSZ sets it when it draws the sample.",
        evidence = "No code list was found in public material; true and false follow from \"al dan niet\" in the deliberation.",
        evidence = "The year of drawing would serve instead of a value per year, but it is not among the authorised variables.",
    )]
    pub is_sample_person: Option<bool>,

    /// Quarter and year in which the person was born, according to the National Register or the KSZ registers.
    ///
    /// nl: Het kwartaal en jaar waarin de persoon geboren is, volgens het Rijksregister of de KSZ-registers.
    #[variable(
        label(nl = "Geboortedatum (kwartaal)", en = "Date of birth (quarter)"),
        term = "de geboortedatum",
        match_quality = likely,
        certainty = phrase,
        measurement = metric,
        origin(
            name = "(no variable page found) Geboortedatum",
            institution = "Rijks- en KSZ-register",
            file = "DWH_RN_BCSS_BisTer",
            stated_validity = "31/12/1998 - ∞",
            page = "https://www.bcss.fgov.be/dwh/nl/sourcedetail/dwh-rn-bcss-bister",
        ),
        origin(
            name = "(no variable page found) Geboortedatum (in het overlijdensbestand)",
            institution = "Rijks- en KSZ-register",
            file = "DWH_RN_BCSS_BisTer_Deces",
            stated_validity = "31/12/1998 - ∞",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/sourcedetail/dwh-rn-bcss-bister-deces",
        ),
        note = DATES_BY_QUARTER,
        note(
            nl = "Voor personen uit het bisregister bestaan onvolledige of onbekende geboortedatums; hoe die worden meegedeeld, is niet gedocumenteerd.",
            en = "Partial or unknown birth dates exist for persons of the bis register; how they are delivered is not documented.",
        ),
        evidence = "No variable page was found; the page of the LIPRO position (where it is an input) and the page of the death file show that the field is in these sources.",
        evidence = "The birth date is also derived from the register number in DWH_BCSS_MiniRN.",
    )]
    pub birth_date: Option<YearQuarter>,

    /// Sex of the person as registered in the National Register.
    ///
    /// nl: Het geslacht van de persoon zoals geregistreerd in het Rijksregister.
    #[variable(
        label(nl = "Geslacht", en = "Sex"),
        term = "het geslacht",
        match_quality = likely,
        certainty = assumed,
        measurement = nominal,
        origin = REGISTER_SEX,
        origin(
            name = "(no variable page found) Geslacht (in het overlijdensbestand)",
            institution = "Rijks- en KSZ-register",
            file = "DWH_RN_BCSS_BisTer_Deces",
            stated_validity = "31/12/1998 - ∞",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/sourcedetail/dwh-rn-bcss-bister-deces",
        ),
        origin(
            name = "(no variable page found) Geslacht (afgeleid uit het nummer)",
            institution = "Minirn",
            file = "DWH_BCSS_MiniRN",
            stated_validity = "01/01/2006 - 01/01/2012",
            page = "https://www.bcss.fgov.be/dwh/nl/sourcedetail/dwh-bcss-minirn",
        ),
        note(nl = "De codes zijn niet bekend: in openbare bronnen werd geen lijst gevonden.", en = "The codes are not known: no list was found in public material."),
        evidence = "No page with the code list was found; the codes are left empty.",
        evidence = "Open data of Statbel from the same register use M and F, which says nothing about the coding in the data warehouse.",
        evidence = "In DWH_BCSS_MiniRN sex is derived from the register number.",
        evidence = "No other value type than a code is plausible, but no page gives level or values.",
    )]
    pub sex: Option<Code<Sex>>,

    /// Quarter and year since which the person has held the current nationality.
    ///
    /// nl: Het kwartaal en jaar vanaf wanneer de persoon de huidige nationaliteit heeft.
    #[variable(
        label(
            nl = "Begin van de huidige nationaliteit (kwartaal)",
            en = "Start of the current nationality (quarter)",
        ),
        term = "de datum van de huidige nationaliteit",
        match_quality = likely,
        certainty = phrase,
        measurement = metric,
        origin(
            name = "(no variable page found) Begindatum van de huidige nationaliteit",
            institution = "Rijks- en KSZ-register",
            file = "DWH_RN_Origine",
            stated_validity = "31/12/2008 - ∞",
            page = "https://adoc.pub/er-wordt-gestart-met-de-populatie-van-het-jaar-deze-bestande.html",
        ),
        series_break = ORIGINE_FILE_2008,
        note = DATES_BY_QUARTER,
        note(
            nl = "De datum hoort bij één momentopname: nationaliteiten tussen de eerste en de huidige zijn niet zichtbaar.",
            en = "The date belongs to one snapshot: nationalities between the first and the current one are not visible.",
        ),
        note = YEARLY_SNAPSHOT,
        evidence = "Advice 11/19 of 6 December 2011 of the sectoral committee lists the current nationality with its start date among the register data to be added to the data warehouse; the variable page was not found.",
        evidence = "The validity given is that of the source DWH_RN_Origine.",
    )]
    pub current_nationality_date: Option<YearQuarter>,

    /// Nationality of the person at the snapshot, grouped into classes of countries.
    ///
    /// nl: De nationaliteit van de persoon op de momentopname, samengenomen in klassen van landen.
    #[variable(
        label(nl = "Huidige nationaliteit (klasse)", en = "Current nationality (class)"),
        term = "de huidige nationaliteit (in klassen)",
        match_quality = several,
        certainty = phrase,
        measurement = nominal,
        origin(
            name = "(no variable page found) Huidige nationaliteit",
            institution = "Rijks- en KSZ-register",
            file = "DWH_RN_Origine",
            stated_validity = "31/12/2008 - ∞",
            page = "https://adoc.pub/er-wordt-gestart-met-de-populatie-van-het-jaar-deze-bestande.html",
        ),
        origin(
            name = "(no variable page found) Nationaliteit",
            institution = "Rijks- en KSZ-register",
            file = "DWH_RN_BCSS_BisTer",
            stated_validity = "31/12/1998 - ∞",
            page = "https://www.bcss.fgov.be/dwh/nl/sourcedetail/dwh-rn-bcss-bister",
        ),
        series_break = WAITING_REGISTER_2011,
        series_break(
            from = "2013-07-01",
            nl = "Kroatië treedt toe: de groep EU-12 wordt EU-13. EU-groepen verschuiven dus binnen de observatieperiode.",
            en = "Croatia joins: the group EU-12 becomes EU-13. EU groups thus move inside the observation period.",
            advice(
                nl = "Gebruik een klassenlijst met een vaste referentiedatum om 2005-2016 te vergelijken.",
                en = "Use a list of classes with a fixed reference date to compare 2005-2016.",
            ),
        ),
        note = CLASSES_NOT_FOUND,
        note(
            nl = "De vermelde groepen zijn die van Arvastat (VDAB) voor nationaliteit en herkomst, vanaf 2012, ter oriëntatie: dat ze de geleverde klassen zijn, is niet bevestigd.",
            en = "The groups listed are those of Arvastat (VDAB) for nationality and origin, from 2012, for orientation: that they are the classes delivered is not confirmed.",
        ),
        note(
            nl = "Achter de klassen liggen de driecijferige NIS-landcodes (150 = België, ongeveer 200 waarden), niet ISO 3166-1; voor sommige instellingen gebruikt het datawarehouse GEOBEL.",
            en = "Behind the classes lie the three-digit NIS country codes (150 = Belgium, about 200 values), not ISO 3166-1; for some institutions the data warehouse uses GEOBEL.",
        ),
        note = YEARLY_SNAPSHOT,
        note = READ_ONCE_A_YEAR,
        evidence = "The classes that KSZ delivers for this study were not found in any publication, nor in the advices of the committee: the codes are left empty on purpose.",
        evidence = "Two sources are possible: DWH_RN_Origine (from 31 December 2008) and DWH_RN_BCSS_BisTer (from 31 December 1998). DWH_BCSS_MiniRN has no nationality.",
        evidence = "Candidate grouping, not confirmed as the delivered one: Flemish labour account (Steunpunt Werk / VDAB Arvastat), built on the same data warehouse, with the same six groups for nationality and for origin: 1 Belgian; 2 other EU-15 neighbouring countries (DE, FR, LU, NL); 3 other EU-15 west (DK, FI, IE, AT, UK, SE); 4 other EU-15 south (GR, IT, PT, ES); 5 other EU-28 (BG, CY, EE, HU, HR, LV, LT, MT, PL, RO, SI, SK, CZ); 6 non-EU.",
        evidence = "That grouping separates the southern EU from the rest, as the sample strata of section 2 of the deliberation need: https://arvastat.vdab.be/help/arvastat_help_am_nationaliteit.html and https://arvastat.vdab.be/help/arvastat_help_am_herkomst.html",
        evidence = "Candidate grouping, only partly known: Socio-economic Monitoring (FPS Employment and Unia, also on this data warehouse, reference years from 2008 on), with the groups EU-14, EU-13 (EU-12 before Croatia joined in July 2013) and EU candidates; the full list is in chapter 2 of the reports of 2013, 2015, 2017 and 2019, of which only the openings were found.",
        evidence = "A public list of the country codes: the municipality pages of npdata.be; a NIS code abroad is 00 followed by the three digits.",
    )]
    pub current_nationality_class: Option<Code<CurrentNationalityClass>>,

    /// Quarter and year in which the person was registered in the National Register.
    ///
    /// nl: Het kwartaal en jaar van de inschrijving van de persoon in het Rijksregister.
    #[variable(
        label(
            nl = "Inschrijving in het Rijksregister (kwartaal)",
            en = "Registration in the National Register (quarter)",
        ),
        term = "de datum van inschrijving in het Rijksregister",
        match_quality = likely,
        certainty = phrase,
        measurement = metric,
        origin(
            name = "(no variable page found) Datum van inschrijving in het Rijksregister",
            institution = "Rijks- en KSZ-register",
            file = "DWH_RN_Origine",
            stated_validity = "31/12/2008 - ∞",
            page = "https://adoc.pub/er-wordt-gestart-met-de-populatie-van-het-jaar-deze-bestande.html",
        ),
        series_break = ORIGINE_FILE_2008,
        note = DATES_BY_QUARTER,
        note(
            nl = "Of het de eerste of de laatste inschrijving is, is niet gedocumenteerd.",
            en = "Whether it is the first or the latest registration is not documented.",
        ),
        note(
            nl = "Lees dit niet als de datum van immigratie: ook wie in België geboren is, heeft een inschrijvingsdatum.",
            en = "Do not read it as the date of immigration: persons born in Belgium have a registration date too.",
        ),
        evidence = "Advice 11/19 names it among the data added to the data warehouse; the variable page was not found.",
        evidence = "The validity given is that of the source DWH_RN_Origine.",
        evidence = "The remark on immigration is a general caution, not taken from a page.",
    )]
    pub national_register_date: Option<YearQuarter>,

    /// Ground on which a foreigner may stay in Belgium, from information type 202 of the National Register.
    ///
    /// nl: De grond waarop een vreemdeling in België mag verblijven, volgens informatietype 202 van het Rijksregister.
    #[variable(
        label(nl = "Reden van het verblijf", en = "Reason for residence"),
        term = "de reden van het verblijf",
        match_quality = likely,
        certainty = documented,
        measurement = nominal,
        null(
            nl = "Belgen, personen die kwamen vóór het veld bestond, EU-burgers zonder beslissing en echte leemten zijn niet te onderscheiden.",
            en = "Belgians, persons who came before the field existed, EU citizens without a decision and real gaps cannot be told apart.",
        ),
        origin(
            name = "IT202 - codes grootouder 21",
            abbreviation = "It202_codes_grootouder21",
            institution = "Rijks- en KSZ-register",
            file = "DWH_RN_Origine",
            stated_validity = "31/12/2008 - ∞",
            stated_level = "nominal",
            page = "https://www.ksz-bcss.fgov.be/nl/dwh/variabledetail/rijks-en-ksz-register/Variables/it202-codes-grootouder-21.html",
        ),
        series_break(
            from = "2008-Q1",
            nl = "Het veld is pas sinds maart 2008 in gebruik en is in het begin zeer onvolledig.",
            en = "The field is in use only since March 2008 and is very incomplete at first.",
            advice(
                nl = "Reken voor het grootste deel van 2005-2009 op ontbrekende waarden.",
                en = "Expect missing values for most of 2005-2009.",
            ),
        ),
        series_break = ORIGINE_FILE_2008,
        series_break(
            from = "2010",
            nl = "De KSZ raadt aan het gegeven pas vanaf 2010 te gebruiken.",
            en = "KSZ advises to use the variable from 2010 on only.",
            advice(nl = "Gebruik de waarden pas vanaf 2010.", en = "Use the values from 2010 on."),
        ),
        series_break(
            from = "2013",
            nl = "Het veld is tegen 2013 (bijna) volledig aangevuld.",
            en = "The field is completed (nearly) by 2013.",
        ),
        note(
            nl = "Enkel de eerste code wordt geregistreerd; ze wordt nooit aangepast als de grond verandert.",
            en = "Only the first code is recorded; it is never updated when the ground changes.",
        ),
        note(
            nl = "Kinderen hebben vaak geen code waar de ouders er wel een hebben (het had gezinshereniging moeten zijn).",
            en = "Children often have no code where the parents have one (it should have been family reunification).",
        ),
        note(
            nl = "KSZ heeft de codes van informatietype 202 samengenomen in acht klassen.",
            en = "KSZ has grouped the codes of information type 202 into eight classes.",
        ),
        evidence = "The known page is that of the column of grandparent 21, whose table is complete (eight codes). The person's own column belongs to the same set; its page was not found.",
    )]
    pub residence_reason: Option<Code<ResidenceReason>>,

    /// Quarter and year of the decision that goes with the reason for residence.
    ///
    /// nl: Het kwartaal en jaar van de beslissing die bij de reden van het verblijf hoort.
    #[variable(
        label(nl = "Beslissing over het verblijf (kwartaal)", en = "Decision on residence (quarter)"),
        term = "de datum van de beslissing",
        match_quality = likely,
        certainty = phrase,
        measurement = metric,
        origin(
            name = "(no variable page found) IT202 - datum van de beslissing",
            institution = "Rijks- en KSZ-register",
            file = "DWH_RN_Origine",
            stated_validity = "31/12/2008 - ∞",
            page = "https://www.ksz-bcss.fgov.be/nl/dwh/variabledetail/rijks-en-ksz-register/Variables/it202-codes-grootouder-21.html",
        ),
        series_break(
            from = "2008-Q1",
            nl = "Het veld is pas sinds maart 2008 in gebruik.",
            en = "The field is in use only since March 2008.",
            advice(
                nl = "Volg de raad bij de reden van het verblijf.",
                en = "Follow the advice given for the reason for residence.",
            ),
        ),
        note = DATES_BY_QUARTER,
        note(
            nl = "Dit gegeven heeft dezelfde leemten als de reden van het verblijf.",
            en = "This variable has the same gaps as the reason for residence.",
        ),
        evidence = "Read as the date of information type 202, because it follows the reason for residence in the text of the deliberation.",
        evidence = "No variable page was found, so the name of the source variable is descriptive, not official.",
    )]
    pub residence_decision_date: Option<YearQuarter>,

    /// Area inside the Flemish Region where the person lives; which division is not stated.
    ///
    /// nl: De streek binnen het Vlaams Gewest waar de persoon woont; welke indeling is niet bepaald.
    #[variable(
        label(nl = "Regio binnen Vlaanderen", en = "Area within Flanders"),
        term = "de regio binnen Vlaanderen",
        match_quality = several,
        certainty = assumed,
        measurement = nominal,
        null(
            nl = "De persoon woont buiten het Vlaams Gewest.",
            en = "The person lives outside the Flemish Region.",
        ),
        origin(
            name = "Referentieregio (lokale cijfers)",
            institution = "Kruispuntbank van de Sociale Zekerheid",
            file = "webtoepassing lokale cijfers",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/dwh_page/content/websites/datawarehouse/menu/webtoepassing-lokale-cijfers.html",
        ),
        note(
            nl = "De beraadslaging zegt niet welke indeling wordt gebruikt.",
            en = "The deliberation does not say which division is used.",
        ),
        note(
            nl = "Wie naar Brussel of Wallonië verhuist, blijft in het panel zolang die persoon in België is; de waarde is dan leeg.",
            en = "Persons who move to Brussels or Wallonia stay in the panel while they are in Belgium; the value is then empty.",
        ),
        note = YEARLY_SNAPSHOT,
        note = READ_ONCE_A_YEAR,
        evidence = "KSZ's web application of local figures offers municipality, arrondissement, reference region (Flanders) and employment basin (Brussels, Wallonia); its list of reference regions was not found.",
        evidence = "If it is the province, the REFNIS codes are: 10000 Antwerpen, 20001 Vlaams-Brabant, 30000 West-Vlaanderen, 40000 Oost-Vlaanderen, 70000 Limburg. This is not confirmed, so they are not entered as codes.",
        evidence = "No other value type than a code is plausible, but no page gives level or values.",
    )]
    pub region_within_flanders: Option<Code<RegionWithinFlanders>>,

    /// Legal civil status of the sample person.
    ///
    /// nl: De wettelijke burgerlijke staat van de steekproefpersoon.
    #[variable(
        label(nl = "Burgerlijke staat", en = "Civil status"),
        term = "de burgerlijke staat van de steekproefpersoon",
        match_quality = likely,
        certainty = assumed,
        measurement = nominal,
        universe(nl = "steekproefpersoon", en = "sample person"),
        note(
            nl = "Enkel gegeven voor de steekproefpersoon, niet voor de andere gezinsleden.",
            en = "Given for the sample person only, not for the other household members.",
        ),
        note(
            nl = "De codes zijn die van het Rijksregister; KSZ kan ze gegroepeerd leveren (ongehuwd, gehuwd, verweduwd, gescheiden) of als de eigen korte codes van Statbel.",
            en = "The codes are those of the National Register; KSZ may deliver them grouped (single, married, widowed, divorced) or as Statbel's own short codes.",
        ),
        note(
            nl = "Wettelijk samenwonen is in België geen burgerlijke staat en heeft hier eigen gegevens.",
            en = "Legal cohabitation is not a civil status in Belgium and has its own variables here.",
        ),
        note(
            nl = "De codes 80 en 81 (partnerschap, partnerschap beëindigd) zijn niet de wettelijke samenwoning: die heeft een eigen codelijst, waarin 80 iets anders betekent.",
            en = "The codes 80 and 81 (partnership, partnership ended) are not legal cohabitation: that has a code list of its own, in which 80 means something else.",
        ),
        evidence = "No variable page was found in the data warehouse: the list is that of the National Register, the source of the data.",
        evidence = "The list is that of the eHealth code system at codes_url; the instruction of the National Register on information type 120 names the codes 10 and 90: http://docplayer.nl/18868396-I-t-120-burgerlijke-staat.html",
        evidence = "In that instruction the codes 10 and 90 have the same short structure.",
        evidence = "Legal cohabitation has its own information type in the register (123).",
        evidence = "No other value type than a code is plausible, but no page of the data warehouse gives level or values.",
    )]
    pub civil_status: Option<Code<CivilStatus>>,

    /// Quarter and year in which the current civil status began.
    ///
    /// nl: Het kwartaal en jaar waarin de huidige burgerlijke staat inging.
    #[variable(
        label(
            nl = "Verandering van de burgerlijke staat (kwartaal)",
            en = "Change of civil status (quarter)",
        ),
        term = "de datum van verandering van de burgerlijke staat",
        match_quality = likely,
        certainty = phrase,
        measurement = metric,
        source_unit(nl = "niet gedocumenteerd", en = "not documented"),
        null(nl = "Normaal voor wie nooit gehuwd was.", en = "Normal for persons who never married."),
        note = DATES_BY_QUARTER,
        note(
            nl = "Of het bestand enkel de laatste verandering bevat of een geschiedenis, is niet gedocumenteerd.",
            en = "Whether the file has the latest change only or a history is not documented.",
        ),
        note(
            nl = "In het register is dit de datum van de gebeurtenis of de datum vanaf wanneer de verandering telt.",
            en = "In the register this is the date of the event or the date from which the change counts.",
        ),
        evidence = "No variable page was found in the data warehouse; information type 120 of the register carries the date.",
        evidence = "The deliberation limits the civil status to the sample person; it does not say so of the date of change.",
    )]
    pub civil_status_change_date: Option<YearQuarter>,
}
