//! First nationality and country of birth of the person, the parents and the grandparents: one row for each person and year.

use super::shared::{CLASSES_NOT_FOUND, ORIGINE_FILE_2008};
use crate::prelude::*;

/// First nationality and country of birth, in classes, of one person and of the parents and grandparents.
///
/// nl: Eerste nationaliteit en geboorteland, in klassen, van één persoon en van de ouders en grootouders.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Persoonskenmerken",
    label(nl = "Persoonskenmerken: afkomst", en = "Personal characteristics: descent"),
    row_unit(
        nl = "één persoon in één jaar, toestand op 1 januari (het bestand van jaar T geeft de toestand op 31 december T, dat is 1 januari T+1)",
        en = "one person in one year, state on 1 January (the file of year T holds the state on 31 December T, which is 1 January T+1)",
    ),
    analysis_unit(nl = "persoon", en = "person"),
    temporality = status,
    key(person, year),
)]
pub struct Descent {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,
    /// The period that the row is about.
    #[block(role = observation_period, certainty = assumed)]
    pub year: Year,

    /// First registered nationality of the person, grouped into classes.
    ///
    /// nl: De eerste geregistreerde nationaliteit van de persoon, samengenomen in klassen.
    #[variable(
        label(nl = "Eerste nationaliteit (klasse)", en = "First nationality (class)"),
        term = "de eerste nationaliteit (in klassen, ook van ouders en grootouders)",
        match_quality = likely,
        certainty = phrase,
        measurement = nominal,
        origin(
            name = "(no variable page found) eerste nationaliteit (de persoon)",
            institution = "Rijks- en KSZ-register",
            file = "DWH_RN_Origine",
            stated_validity = "31/12/2008 - ∞",
            page = "https://adoc.pub/er-wordt-gestart-met-de-populatie-van-het-jaar-deze-bestande.html",
        ),
        series_break = ORIGINE_FILE_2008,
        note = CLASSES_NOT_FOUND,
        note = NIS_COUNTRY_CODES,
        note = FIRST_KNOWN_IN_REGISTER,
        note = ORIGIN_FIRST_NON_BELGIAN,
        note = BELGIAN_ORIGIN,
        evidence = "No variable page was found; the field is attributed to the source DWH_RN_Origine (see the address under dwh).",
        evidence = "The validity given is that of the source DWH_RN_Origine.",
        evidence = "The classes that KSZ delivers for this study were not found in any publication, nor in the advices of the committee: the codes are left empty on purpose.",
        evidence = "The candidate groupings and the underlying country codes are listed under current_nationality_class.",
    )]
    pub first_nationality_class: Option<Code<FirstNationalityClass>>,

    /// First registered nationality of each parent, grouped into classes.
    ///
    /// nl: De eerste geregistreerde nationaliteit van elke ouder, samengenomen in klassen.
    #[variable(
        label(
            nl = "Eerste nationaliteit van de ouders (klasse): ouder 1",
            en = "First nationality of the parents (class): parent 1",
        ),
        term = "de eerste nationaliteit (in klassen, ook van ouders en grootouders)",
        relative = "parent 1",
        match_quality = likely,
        certainty = phrase,
        measurement = nominal,
        null(
            nl = "De nationaliteit van de ouder is niet bekend; dat betekent niet Belgisch.",
            en = "The nationality of the parent is not known; this does not mean Belgian.",
        ),
        origin = FIRST_NATIONALITY_OF_PARENT,
        series_break = ORIGINE_FILE_2008,
        note = BOTH_PARENTS_MAY_MISS,
        note = MISSING_PARENTS_COMMON,
        note = CLASSES_NOT_FOUND,
        note = NIS_COUNTRY_CODES,
        note = FIRST_KNOWN_IN_REGISTER,
        note = ORIGIN_FIRST_NON_BELGIAN,
        note = BELGIAN_ORIGIN,
        evidence = "No variable page was found; the field is attributed to the source DWH_RN_Origine (see the address under dwh).",
        evidence = "The validity given is that of the source DWH_RN_Origine.",
        evidence = "The classes that KSZ delivers for this study were not found in any publication, nor in the advices of the committee: the codes are left empty on purpose.",
        evidence = "The candidate groupings and the underlying country codes are listed under current_nationality_class.",
        evidence = "Statbel finds the parents through the descent information of the register (information type 110); whether KSZ does it in the same way is not stated.",
    )]
    pub first_nat_parent_1: Option<Code<FirstNationalityClass>>,

    /// First registered nationality of each parent, grouped into classes.
    ///
    /// nl: De eerste geregistreerde nationaliteit van elke ouder, samengenomen in klassen.
    #[variable(
        label(
            nl = "Eerste nationaliteit van de ouders (klasse): ouder 2",
            en = "First nationality of the parents (class): parent 2",
        ),
        term = "de eerste nationaliteit (in klassen, ook van ouders en grootouders)",
        relative = "parent 2",
        match_quality = likely,
        certainty = phrase,
        measurement = nominal,
        null(
            nl = "De nationaliteit van de ouder is niet bekend; dat betekent niet Belgisch.",
            en = "The nationality of the parent is not known; this does not mean Belgian.",
        ),
        origin = FIRST_NATIONALITY_OF_PARENT,
        series_break = ORIGINE_FILE_2008,
        note = BOTH_PARENTS_MAY_MISS,
        note = MISSING_PARENTS_COMMON,
        note = CLASSES_NOT_FOUND,
        note = NIS_COUNTRY_CODES,
        note = FIRST_KNOWN_IN_REGISTER,
        note = ORIGIN_FIRST_NON_BELGIAN,
        note = BELGIAN_ORIGIN,
        evidence = "No variable page was found; the field is attributed to the source DWH_RN_Origine (see the address under dwh).",
        evidence = "The validity given is that of the source DWH_RN_Origine.",
        evidence = "The classes that KSZ delivers for this study were not found in any publication, nor in the advices of the committee: the codes are left empty on purpose.",
        evidence = "The candidate groupings and the underlying country codes are listed under current_nationality_class.",
        evidence = "Statbel finds the parents through the descent information of the register (information type 110); whether KSZ does it in the same way is not stated.",
    )]
    pub first_nat_parent_2: Option<Code<FirstNationalityClass>>,

    /// First registered nationality of each grandparent, grouped into classes.
    ///
    /// nl: De eerste geregistreerde nationaliteit van elke grootouder, samengenomen in klassen.
    #[variable(
        label(
            nl = "Eerste nationaliteit van de grootouders (klasse): grootouder 11",
            en = "First nationality of the grandparents (class): grandparent 11",
        ),
        term = "de eerste nationaliteit (in klassen, ook van ouders en grootouders)",
        relative = "grandparent 11",
        match_quality = likely,
        certainty = phrase,
        measurement = nominal,
        origin = FIRST_NATIONALITY_OF_GRANDPARENT,
        series_break = ORIGINE_FILE_2008,
        note = GRANDPARENTS_OFTEN_MISSING,
        note = GRANDPARENT_NUMBERING,
        note = THIRD_GENERATION,
        note = CLASSES_NOT_FOUND,
        note = NIS_COUNTRY_CODES,
        note = FIRST_KNOWN_IN_REGISTER,
        evidence = "No variable page was found; the field is attributed to the source DWH_RN_Origine (see the address under dwh).",
        evidence = "The validity given is that of the source DWH_RN_Origine.",
        evidence = "The classes that KSZ delivers for this study were not found in any publication, nor in the advices of the committee: the codes are left empty on purpose.",
        evidence = "The candidate groupings and the underlying country codes are listed under current_nationality_class.",
        evidence = "The file has one column per ancestor, such as It202_codes_grootouder21. The numbering of the grandparents is not explained; 11, 12, 21 and 22 is an interpretation, of which only 21 is attested.",
        evidence = "No coverage figure was found.",
    )]
    pub first_nat_grandparent_11: Option<Code<FirstNationalityClass>>,

    /// First registered nationality of each grandparent, grouped into classes.
    ///
    /// nl: De eerste geregistreerde nationaliteit van elke grootouder, samengenomen in klassen.
    #[variable(
        label(
            nl = "Eerste nationaliteit van de grootouders (klasse): grootouder 12",
            en = "First nationality of the grandparents (class): grandparent 12",
        ),
        term = "de eerste nationaliteit (in klassen, ook van ouders en grootouders)",
        relative = "grandparent 12",
        match_quality = likely,
        certainty = phrase,
        measurement = nominal,
        origin = FIRST_NATIONALITY_OF_GRANDPARENT,
        series_break = ORIGINE_FILE_2008,
        note = GRANDPARENTS_OFTEN_MISSING,
        note = GRANDPARENT_NUMBERING,
        note = THIRD_GENERATION,
        note = CLASSES_NOT_FOUND,
        note = NIS_COUNTRY_CODES,
        note = FIRST_KNOWN_IN_REGISTER,
        evidence = "No variable page was found; the field is attributed to the source DWH_RN_Origine (see the address under dwh).",
        evidence = "The validity given is that of the source DWH_RN_Origine.",
        evidence = "The classes that KSZ delivers for this study were not found in any publication, nor in the advices of the committee: the codes are left empty on purpose.",
        evidence = "The candidate groupings and the underlying country codes are listed under current_nationality_class.",
        evidence = "The file has one column per ancestor, such as It202_codes_grootouder21. The numbering of the grandparents is not explained; 11, 12, 21 and 22 is an interpretation, of which only 21 is attested.",
        evidence = "No coverage figure was found.",
    )]
    pub first_nat_grandparent_12: Option<Code<FirstNationalityClass>>,

    /// First registered nationality of each grandparent, grouped into classes.
    ///
    /// nl: De eerste geregistreerde nationaliteit van elke grootouder, samengenomen in klassen.
    #[variable(
        label(
            nl = "Eerste nationaliteit van de grootouders (klasse): grootouder 21",
            en = "First nationality of the grandparents (class): grandparent 21",
        ),
        term = "de eerste nationaliteit (in klassen, ook van ouders en grootouders)",
        relative = "grandparent 21",
        match_quality = likely,
        certainty = phrase,
        measurement = nominal,
        origin = FIRST_NATIONALITY_OF_GRANDPARENT,
        series_break = ORIGINE_FILE_2008,
        note = GRANDPARENTS_OFTEN_MISSING,
        note = GRANDPARENT_NUMBERING,
        note = THIRD_GENERATION,
        note = CLASSES_NOT_FOUND,
        note = NIS_COUNTRY_CODES,
        note = FIRST_KNOWN_IN_REGISTER,
        evidence = "No variable page was found; the field is attributed to the source DWH_RN_Origine (see the address under dwh).",
        evidence = "The validity given is that of the source DWH_RN_Origine.",
        evidence = "The classes that KSZ delivers for this study were not found in any publication, nor in the advices of the committee: the codes are left empty on purpose.",
        evidence = "The candidate groupings and the underlying country codes are listed under current_nationality_class.",
        evidence = "The file has one column per ancestor, such as It202_codes_grootouder21. The numbering of the grandparents is not explained; 11, 12, 21 and 22 is an interpretation, of which only 21 is attested.",
        evidence = "No coverage figure was found.",
    )]
    pub first_nat_grandparent_21: Option<Code<FirstNationalityClass>>,

    /// First registered nationality of each grandparent, grouped into classes.
    ///
    /// nl: De eerste geregistreerde nationaliteit van elke grootouder, samengenomen in klassen.
    #[variable(
        label(
            nl = "Eerste nationaliteit van de grootouders (klasse): grootouder 22",
            en = "First nationality of the grandparents (class): grandparent 22",
        ),
        term = "de eerste nationaliteit (in klassen, ook van ouders en grootouders)",
        relative = "grandparent 22",
        match_quality = likely,
        certainty = phrase,
        measurement = nominal,
        origin = FIRST_NATIONALITY_OF_GRANDPARENT,
        series_break = ORIGINE_FILE_2008,
        note = GRANDPARENTS_OFTEN_MISSING,
        note = GRANDPARENT_NUMBERING,
        note = THIRD_GENERATION,
        note = CLASSES_NOT_FOUND,
        note = NIS_COUNTRY_CODES,
        note = FIRST_KNOWN_IN_REGISTER,
        evidence = "No variable page was found; the field is attributed to the source DWH_RN_Origine (see the address under dwh).",
        evidence = "The validity given is that of the source DWH_RN_Origine.",
        evidence = "The classes that KSZ delivers for this study were not found in any publication, nor in the advices of the committee: the codes are left empty on purpose.",
        evidence = "The candidate groupings and the underlying country codes are listed under current_nationality_class.",
        evidence = "The file has one column per ancestor, such as It202_codes_grootouder21. The numbering of the grandparents is not explained; 11, 12, 21 and 22 is an interpretation, of which only 21 is attested.",
        evidence = "No coverage figure was found.",
    )]
    pub first_nat_grandparent_22: Option<Code<FirstNationalityClass>>,

    /// Country where the person was born, grouped into classes.
    ///
    /// nl: Het land waar de persoon geboren is, samengenomen in klassen.
    #[variable(
        label(nl = "Geboorteland (klasse)", en = "Country of birth (class)"),
        term = "het geboorteland (in klassen, ook van ouders en grootouders)",
        match_quality = likely,
        certainty = phrase,
        measurement = nominal,
        origin(
            name = "(no variable page found) geboorteland (de persoon)",
            institution = "Rijks- en KSZ-register",
            file = "DWH_RN_Origine",
            stated_validity = "31/12/2008 - ∞",
            page = "https://adoc.pub/er-wordt-gestart-met-de-populatie-van-het-jaar-deze-bestande.html",
        ),
        series_break = ORIGINE_FILE_2008_BIRTH,
        note = CLASSES_NOT_FOUND,
        note = NIS_COUNTRY_CODES,
        note(nl = "Landen die niet meer bestaan, komen voor.", en = "Countries that no longer exist occur."),
        evidence = "No variable page was found; the field is attributed to the source DWH_RN_Origine (see the address under dwh).",
        evidence = "The validity given is that of the source DWH_RN_Origine.",
        evidence = "The classes that KSZ delivers for this study were not found in any publication, nor in the advices of the committee: the codes are left empty on purpose.",
        evidence = "The candidate groupings and the underlying country codes are listed under current_nationality_class.",
        evidence = "The published groupings are by nationality; none was found for country of birth.",
        evidence = "Advice 11/19 speaks of the place of birth (information type 100 of the register).",
    )]
    pub birth_country_class: Option<Code<BirthCountryClass>>,

    /// Country where each parent was born, grouped into classes.
    ///
    /// nl: Het land waar elke ouder geboren is, samengenomen in klassen.
    #[variable(
        label(
            nl = "Geboorteland van de ouders (klasse): ouder 1",
            en = "Country of birth of the parents (class): parent 1",
        ),
        term = "het geboorteland (in klassen, ook van ouders en grootouders)",
        relative = "parent 1",
        match_quality = likely,
        certainty = phrase,
        measurement = nominal,
        null(
            nl = "Het geboorteland van de ouder is niet bekend.",
            en = "The country of birth of the parent is not known.",
        ),
        origin = BIRTH_COUNTRY_OF_PARENT,
        series_break = ORIGINE_FILE_2008_BIRTH,
        note = PARENTS_EMPTY_NOT_KNOWN,
        note = CLASSES_NOT_FOUND,
        note = NIS_COUNTRY_CODES,
        evidence = "No variable page was found; the field is attributed to the source DWH_RN_Origine (see the address under dwh).",
        evidence = "The validity given is that of the source DWH_RN_Origine.",
        evidence = "The classes that KSZ delivers for this study were not found in any publication, nor in the advices of the committee: the codes are left empty on purpose.",
        evidence = "The candidate groupings and the underlying country codes are listed under current_nationality_class.",
    )]
    pub birth_country_parent_1: Option<Code<BirthCountryClass>>,

    /// Country where each parent was born, grouped into classes.
    ///
    /// nl: Het land waar elke ouder geboren is, samengenomen in klassen.
    #[variable(
        label(
            nl = "Geboorteland van de ouders (klasse): ouder 2",
            en = "Country of birth of the parents (class): parent 2",
        ),
        term = "het geboorteland (in klassen, ook van ouders en grootouders)",
        relative = "parent 2",
        match_quality = likely,
        certainty = phrase,
        measurement = nominal,
        null(
            nl = "Het geboorteland van de ouder is niet bekend.",
            en = "The country of birth of the parent is not known.",
        ),
        origin = BIRTH_COUNTRY_OF_PARENT,
        series_break = ORIGINE_FILE_2008_BIRTH,
        note = PARENTS_EMPTY_NOT_KNOWN,
        note = CLASSES_NOT_FOUND,
        note = NIS_COUNTRY_CODES,
        evidence = "No variable page was found; the field is attributed to the source DWH_RN_Origine (see the address under dwh).",
        evidence = "The validity given is that of the source DWH_RN_Origine.",
        evidence = "The classes that KSZ delivers for this study were not found in any publication, nor in the advices of the committee: the codes are left empty on purpose.",
        evidence = "The candidate groupings and the underlying country codes are listed under current_nationality_class.",
    )]
    pub birth_country_parent_2: Option<Code<BirthCountryClass>>,

    /// Country where each grandparent was born, grouped into classes.
    ///
    /// nl: Het land waar elke grootouder geboren is, samengenomen in klassen.
    #[variable(
        label(
            nl = "Geboorteland van de grootouders (klasse): grootouder 11",
            en = "Country of birth of the grandparents (class): grandparent 11",
        ),
        term = "het geboorteland (in klassen, ook van ouders en grootouders)",
        relative = "grandparent 11",
        match_quality = likely,
        certainty = phrase,
        measurement = nominal,
        null(
            nl = "Het geboorteland van de grootouder is niet bekend.",
            en = "The country of birth of the grandparent is not known.",
        ),
        origin = BIRTH_COUNTRY_OF_GRANDPARENT,
        series_break = ORIGINE_FILE_2008_BIRTH,
        note = GRANDPARENTS_EMPTY_NOT_KNOWN,
        note = GRANDPARENT_NUMBERING,
        note = CLASSES_NOT_FOUND,
        note = NIS_COUNTRY_CODES,
        evidence = "No variable page was found; the field is attributed to the source DWH_RN_Origine (see the address under dwh).",
        evidence = "The validity given is that of the source DWH_RN_Origine.",
        evidence = "The classes that KSZ delivers for this study were not found in any publication, nor in the advices of the committee: the codes are left empty on purpose.",
        evidence = "The candidate groupings and the underlying country codes are listed under current_nationality_class.",
        evidence = "The file has one column per ancestor, such as It202_codes_grootouder21. The numbering of the grandparents is not explained; 11, 12, 21 and 22 is an interpretation, of which only 21 is attested.",
    )]
    pub birth_country_grandparent_11: Option<Code<BirthCountryClass>>,

    /// Country where each grandparent was born, grouped into classes.
    ///
    /// nl: Het land waar elke grootouder geboren is, samengenomen in klassen.
    #[variable(
        label(
            nl = "Geboorteland van de grootouders (klasse): grootouder 12",
            en = "Country of birth of the grandparents (class): grandparent 12",
        ),
        term = "het geboorteland (in klassen, ook van ouders en grootouders)",
        relative = "grandparent 12",
        match_quality = likely,
        certainty = phrase,
        measurement = nominal,
        null(
            nl = "Het geboorteland van de grootouder is niet bekend.",
            en = "The country of birth of the grandparent is not known.",
        ),
        origin = BIRTH_COUNTRY_OF_GRANDPARENT,
        series_break = ORIGINE_FILE_2008_BIRTH,
        note = GRANDPARENTS_EMPTY_NOT_KNOWN,
        note = GRANDPARENT_NUMBERING,
        note = CLASSES_NOT_FOUND,
        note = NIS_COUNTRY_CODES,
        evidence = "No variable page was found; the field is attributed to the source DWH_RN_Origine (see the address under dwh).",
        evidence = "The validity given is that of the source DWH_RN_Origine.",
        evidence = "The classes that KSZ delivers for this study were not found in any publication, nor in the advices of the committee: the codes are left empty on purpose.",
        evidence = "The candidate groupings and the underlying country codes are listed under current_nationality_class.",
        evidence = "The file has one column per ancestor, such as It202_codes_grootouder21. The numbering of the grandparents is not explained; 11, 12, 21 and 22 is an interpretation, of which only 21 is attested.",
    )]
    pub birth_country_grandparent_12: Option<Code<BirthCountryClass>>,

    /// Country where each grandparent was born, grouped into classes.
    ///
    /// nl: Het land waar elke grootouder geboren is, samengenomen in klassen.
    #[variable(
        label(
            nl = "Geboorteland van de grootouders (klasse): grootouder 21",
            en = "Country of birth of the grandparents (class): grandparent 21",
        ),
        term = "het geboorteland (in klassen, ook van ouders en grootouders)",
        relative = "grandparent 21",
        match_quality = likely,
        certainty = phrase,
        measurement = nominal,
        null(
            nl = "Het geboorteland van de grootouder is niet bekend.",
            en = "The country of birth of the grandparent is not known.",
        ),
        origin = BIRTH_COUNTRY_OF_GRANDPARENT,
        series_break = ORIGINE_FILE_2008_BIRTH,
        note = GRANDPARENTS_EMPTY_NOT_KNOWN,
        note = GRANDPARENT_NUMBERING,
        note = CLASSES_NOT_FOUND,
        note = NIS_COUNTRY_CODES,
        evidence = "No variable page was found; the field is attributed to the source DWH_RN_Origine (see the address under dwh).",
        evidence = "The validity given is that of the source DWH_RN_Origine.",
        evidence = "The classes that KSZ delivers for this study were not found in any publication, nor in the advices of the committee: the codes are left empty on purpose.",
        evidence = "The candidate groupings and the underlying country codes are listed under current_nationality_class.",
        evidence = "The file has one column per ancestor, such as It202_codes_grootouder21. The numbering of the grandparents is not explained; 11, 12, 21 and 22 is an interpretation, of which only 21 is attested.",
    )]
    pub birth_country_grandparent_21: Option<Code<BirthCountryClass>>,

    /// Country where each grandparent was born, grouped into classes.
    ///
    /// nl: Het land waar elke grootouder geboren is, samengenomen in klassen.
    #[variable(
        label(
            nl = "Geboorteland van de grootouders (klasse): grootouder 22",
            en = "Country of birth of the grandparents (class): grandparent 22",
        ),
        term = "het geboorteland (in klassen, ook van ouders en grootouders)",
        relative = "grandparent 22",
        match_quality = likely,
        certainty = phrase,
        measurement = nominal,
        null(
            nl = "Het geboorteland van de grootouder is niet bekend.",
            en = "The country of birth of the grandparent is not known.",
        ),
        origin = BIRTH_COUNTRY_OF_GRANDPARENT,
        series_break = ORIGINE_FILE_2008_BIRTH,
        note = GRANDPARENTS_EMPTY_NOT_KNOWN,
        note = GRANDPARENT_NUMBERING,
        note = CLASSES_NOT_FOUND,
        note = NIS_COUNTRY_CODES,
        evidence = "No variable page was found; the field is attributed to the source DWH_RN_Origine (see the address under dwh).",
        evidence = "The validity given is that of the source DWH_RN_Origine.",
        evidence = "The classes that KSZ delivers for this study were not found in any publication, nor in the advices of the committee: the codes are left empty on purpose.",
        evidence = "The candidate groupings and the underlying country codes are listed under current_nationality_class.",
        evidence = "The file has one column per ancestor, such as It202_codes_grootouder21. The numbering of the grandparents is not explained; 11, 12, 21 and 22 is an interpretation, of which only 21 is attested.",
    )]
    pub birth_country_grandparent_22: Option<Code<BirthCountryClass>>,
}

const NIS_COUNTRY_CODES: Note = note! {
    nl: "Achter de klassen liggen de driecijferige NIS-landcodes (150 = België).",
    en: "Behind the classes lie the three-digit NIS country codes (150 = Belgium).",
};

const FIRST_KNOWN_IN_REGISTER: Note = note! {
    nl: "De \"eerste\" nationaliteit is de eerste die in het Rijksregister bekend is; ze staat in de plaats van de nationaliteit bij de geboorte.",
    en: "The \"first\" nationality is the first one known in the National Register; it stands in for the nationality at birth.",
};

const ORIGIN_FIRST_NON_BELGIAN: Note = note! {
    nl: "Herkomst (FOD Werkgelegenheid; zelfde volgorde bij Statistiek Vlaanderen) is de eerste niet-Belgische waarde van: eerste nationaliteit van de vader, van de moeder, van de persoon, huidige nationaliteit van de persoon.",
    en: "Origin (FPS Employment; same order at Statistiek Vlaanderen) is the first non-Belgian value of: first nationality of the father, of the mother, of the person, current nationality of the person.",
};

const BELGIAN_ORIGIN: Note = note! {
    nl: "Belgische herkomst vereist dat die vier waarden bekend en Belgisch zijn; anders is de herkomst onbepaald of onbekend.",
    en: "Belgian origin requires that these four values are known and Belgian; otherwise the origin is undetermined or unknown.",
};

const FIRST_NATIONALITY_OF_PARENT: Origin = origin! {
    name: "(no variable page found) eerste nationaliteit (elke ouder)",
    institution: "Rijks- en KSZ-register",
    file: "DWH_RN_Origine",
    stated_validity: "31/12/2008 - ∞",
    page: "https://adoc.pub/er-wordt-gestart-met-de-populatie-van-het-jaar-deze-bestande.html",
};

const BOTH_PARENTS_MAY_MISS: Note = note! {
    nl: "Twee waarden per persoon, voor vader en moeder; elk van beide kan ontbreken.",
    en: "Two values per person, for father and mother; each of them can be missing.",
};

const MISSING_PARENTS_COMMON: Note = note! {
    nl: "Ouders ontbreken zo vaak dat de monitoring er een aparte groep voor houdt.",
    en: "Missing parents are common enough that the monitoring keeps a separate group for them.",
};

const FIRST_NATIONALITY_OF_GRANDPARENT: Origin = origin! {
    name: "(no variable page found) eerste nationaliteit (elke grootouder)",
    institution: "Rijks- en KSZ-register",
    file: "DWH_RN_Origine",
    stated_validity: "31/12/2008 - ∞",
    page: "https://adoc.pub/er-wordt-gestart-met-de-populatie-van-het-jaar-deze-bestande.html",
};

const GRANDPARENTS_OFTEN_MISSING: Note = note! {
    nl: "Tot vier waarden per persoon; reken op veel ontbrekende waarden. Een dekkingsgraad werd in openbare bronnen niet gevonden.",
    en: "Up to four values per person; expect many missing ones. No coverage figure was found in public material.",
};

const GRANDPARENT_NUMBERING: Note = note! {
    nl: "Het bestand heeft één kolom per grootouder; de nummering van de grootouders is niet gedocumenteerd.",
    en: "The file has one column per grandparent; the numbering of the grandparents is not documented.",
};

const THIRD_GENERATION: Note = note! {
    nl: "De socio-economische monitoring gebruikt dit gegeven voor de migratiegeschiedenis (derde generatie), niet voor de herkomst zelf.",
    en: "The Socio-economic Monitoring uses this variable for migration history (third generation), not for origin itself.",
};

const ORIGINE_FILE_2008_BIRTH: SeriesBreak = series_break! {
    from: "2008-12-31",
    nl: "De bron DWH_RN_Origine begint: waarden voor de bestandsjaren tot en met 2007 (de toestand op 1 januari 2008 en vroeger) kunnen enkel uit latere momentopnamen komen.",
    en: "The source DWH_RN_Origine begins: values for the file years up to 2007 (the states on 1 January 2008 and before) can only come from later snapshots.",
    advice: {
        nl: "Geen correctie nodig voor gegevens bij de geboorte: die veranderen niet.",
        en: "No correction is needed for facts of birth: they do not change.",
    },
};

const BIRTH_COUNTRY_OF_PARENT: Origin = origin! {
    name: "(no variable page found) geboorteland (elke ouder)",
    institution: "Rijks- en KSZ-register",
    file: "DWH_RN_Origine",
    stated_validity: "31/12/2008 - ∞",
    page: "https://adoc.pub/er-wordt-gestart-met-de-populatie-van-het-jaar-deze-bestande.html",
};

const PARENTS_EMPTY_NOT_KNOWN: Note = note! {
    nl: "Twee waarden per persoon, voor vader en moeder; een lege waarde betekent niet bekend.",
    en: "Two values per person, for father and mother; an empty value means not known.",
};

const BIRTH_COUNTRY_OF_GRANDPARENT: Origin = origin! {
    name: "(no variable page found) geboorteland (elke grootouder)",
    institution: "Rijks- en KSZ-register",
    file: "DWH_RN_Origine",
    stated_validity: "31/12/2008 - ∞",
    page: "https://adoc.pub/er-wordt-gestart-met-de-populatie-van-het-jaar-deze-bestande.html",
};

const GRANDPARENTS_EMPTY_NOT_KNOWN: Note = note! {
    nl: "Tot vier waarden per persoon; een lege waarde betekent niet bekend.",
    en: "Up to four values per person; an empty value means not known.",
};
