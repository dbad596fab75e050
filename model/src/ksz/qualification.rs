//! Qualifications: one row for each qualification.

use crate::prelude::*;

/// Qualification that one person obtained: diploma, certificate or proof of experience.
///
/// nl: Kwalificatiebewijs dat één persoon behaalde: diploma, getuigschrift of ervaringsbewijs.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Opleiding (per gehaald kwalificatiebewijs)",
    label(nl = "Kwalificatiebewijs", en = "Qualification"),
    row_unit(
        nl = "één kwalificatiebewijs dat één persoon behaalde",
        en = "one qualification that one person obtained",
    ),
    analysis_unit(nl = "kwalificatiebewijs", en = "qualification"),
    temporality = event,
    no_known_key(
        nl = "een persoon kan er geen of meer dan één hebben, en de datum van het kwalificatiebewijs behoort niet tot de termen",
        en = "a person can have none or more than one, and the date of the qualification is not among the terms",
    ),
)]
pub struct Qualification {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,

    /// The broad subject group to which the training behind the qualification belongs; wider than the field of study.
    ///
    /// nl: De brede inhoudelijke groep waartoe de opleiding achter het kwalificatiebewijs behoort; ruimer dan het studiegebied.
    #[variable(
        label(nl = "Studiedomein van het kwalificatiebewijs", en = "Study domain of the qualification"),
        term = "het studiedomein",
        match_quality = none,
        certainty = assumed,
        measurement = nominal,
        null(
            nl = "Persoon zonder rij: onbekend, niet 'geen diploma'. Een leeg veld binnen een rij is niet gedocumenteerd.",
            en = "Person without a row: unknown, not 'no diploma'. An empty field within a row is not documented.",
        ),
        origin = QUALIFICATIONS_FILE,
        series_break = ADULT_EDUCATION_2013,
        series_break = KNOWN_VALIDITY_ENDS_2013,
        note = ONE_ROW_PER_QUALIFICATION,
        note = NO_ROW_IS_UNKNOWN,
        note = LED_COVERAGE,
        note = LED_FROM_2000,
        note(
            nl = "In het Vlaamse secundair onderwijs bestaan 'studiedomeinen' (acht) pas sinds de hervorming die de 30 studiegebieden vanaf schooljaar 2021-2022 jaar na jaar vervangt. Voor 2005-2016 moet het een andere indeling zijn; welke, is niet bekend.",
            en = "In Flemish secondary education 'studiedomeinen' (eight) have existed only since the reform that replaces the 30 'studiegebieden' year by year from school year 2021-2022. For 2005-2016 it must be another grouping; which one is not known.",
        ),
        evidence = "The file is most likely DWH_AHOVOKS_LED (Leer- en ervaringsbewijzendatabank): 'kwalificatiebewijs' is the LED's own word for a diploma, certificate or proof of experience. Only one variable page of this file was found ('Rol alternatieve instantie erkennend'); the page of this field was not found.",
        evidence = "Tried without result, NL and FR, five or more wordings: the field name with LED, DWH_LED, DWH_AHOVOKS_LED, the theme 'Leer- en ervaringsbewijzen' and the agency.",
        evidence = "That one page gives validity 2000-01-01 to 2013-12-31; whether the whole file ends there is not known.",
        evidence = "Coverage of the LED by level of education: https://www.groningendeclaration.org/ahovos-agency-for-higher-education-adult-education-and-study-grants/",
        evidence = "Reform of the study domains in secondary education: https://data-onderwijs.vlaanderen.be/edulex/document.aspx?docid=12988",
        evidence = "That the field is a code is assumed; no list and no value is known.",
    )]
    pub study_domain: Option<Code<StudyDomain>>,

    /// The field of study of the training: a group of related programmes, with a list of its own for secondary and for higher education.
    ///
    /// nl: Het studiegebied van de opleiding: een groep van inhoudelijk verwante richtingen, met een eigen lijst voor het secundair en voor het hoger onderwijs.
    #[variable(
        label(nl = "Studiegebied van het kwalificatiebewijs", en = "Field of study of the qualification"),
        term = "het studiegebied",
        match_quality = none,
        certainty = assumed,
        measurement = nominal,
        null(
            nl = "Persoon zonder rij: onbekend, niet 'geen diploma'. Een leeg veld binnen een rij is niet gedocumenteerd.",
            en = "Person without a row: unknown, not 'no diploma'. An empty field within a row is not documented.",
        ),
        origin = QUALIFICATIONS_FILE,
        series_break = ADULT_EDUCATION_2013,
        series_break = KNOWN_VALIDITY_ENDS_2013,
        note = ONE_ROW_PER_QUALIFICATION,
        note = NO_ROW_IS_UNKNOWN,
        note = LED_COVERAGE,
        note = LED_FROM_2000,
        note(
            nl = "Het voltijds secundair onderwijs telde vóór de hervorming 30 studiegebieden: ASO is er één, KSO heeft er drie, TSO en BSO samen ongeveer 25.",
            en = "Full-time secondary education counted 30 fields of study before the reform: ASO (general) is one, KSO (arts) has three, TSO and BSO (technical and vocational) together about 25.",
        ),
        note(
            nl = "Hoger onderwijs en volwassenenonderwijs gebruiken onder hetzelfde woord andere lijsten: houd het niveau bij de code.",
            en = "Higher education and adult education use other lists under the same word: keep the level beside the code.",
        ),
        evidence = "The file is most likely DWH_AHOVOKS_LED (Leer- en ervaringsbewijzendatabank): 'kwalificatiebewijs' is the LED's own word for a diploma, certificate or proof of experience. Only one variable page of this file was found ('Rol alternatieve instantie erkennend'); the page of this field was not found.",
        evidence = "Tried without result, NL and FR, five or more wordings: the field name with LED, DWH_LED, DWH_AHOVOKS_LED, the theme 'Leer- en ervaringsbewijzen' and the agency.",
        evidence = "That one page gives validity 2000-01-01 to 2013-12-31; whether the whole file ends there is not known.",
        evidence = "Coverage of the LED by level of education: https://www.groningendeclaration.org/ahovos-agency-for-higher-education-adult-education-and-study-grants/",
        evidence = "The number of fields in secondary education: https://nl.m.wikipedia.org/wiki/Studiegebied. The lists themselves were not seen, so no codes are given.",
        evidence = "The legal standards named under codes_standard are not confirmed as the code list of this field.",
        evidence = "That the field is a code is assumed; no list and no value is known.",
    )]
    pub study_field: Option<Code<StudyField>>,

    /// The level of the qualification obtained, from primary over secondary to higher education.
    ///
    /// nl: Het niveau van het behaalde kwalificatiebewijs, van lager over secundair tot hoger onderwijs.
    #[variable(
        label(nl = "Studieniveau van het kwalificatiebewijs", en = "Study level of the qualification"),
        term = "het studieniveau",
        match_quality = none,
        certainty = assumed,
        measurement = ordinal,
        null(
            nl = "Persoon zonder rij: onbekend, niet 'geen diploma'. Een leeg veld binnen een rij is niet gedocumenteerd.",
            en = "Person without a row: unknown, not 'no diploma'. An empty field within a row is not documented.",
        ),
        origin = QUALIFICATIONS_FILE,
        series_break = ADULT_EDUCATION_2013,
        series_break = KNOWN_VALIDITY_ENDS_2013,
        note = ONE_ROW_PER_QUALIFICATION,
        note = NO_ROW_IS_UNKNOWN,
        note = LED_COVERAGE,
        note = LED_FROM_2000,
        note(
            nl = "Het 'studieniveau' van VDAB (punt 3) is een andere variabele: per persoon en door de persoon zelf opgegeven. Neem de waarden niet samen.",
            en = "The 'studieniveau' of VDAB (paragraph 3) is another variable: per person and self-reported. Do not pool the values.",
        ),
        note(
            nl = "Andere onderwijsniveaus in het datawarehouse gelden niet per kwalificatiebewijs en zijn dus niet dit veld: EDU van Statbel (ISCED 2011, 2012-2017) en EDU en CD_ISCED_DET van de Census 2011.",
            en = "Other education levels in the data warehouse are not per qualification and so not this field: EDU of Statbel (ISCED 2011, 2012-2017), and EDU and CD_ISCED_DET of the 2011 Census.",
        ),
        evidence = "The file is most likely DWH_AHOVOKS_LED (Leer- en ervaringsbewijzendatabank): 'kwalificatiebewijs' is the LED's own word for a diploma, certificate or proof of experience. Only one variable page of this file was found ('Rol alternatieve instantie erkennend'); the page of this field was not found.",
        evidence = "Tried without result, NL and FR, five or more wordings: the field name with LED, DWH_LED, DWH_AHOVOKS_LED, the theme 'Leer- en ervaringsbewijzen' and the agency.",
        evidence = "That one page gives validity 2000-01-01 to 2013-12-31; whether the whole file ends there is not known.",
        evidence = "Coverage of the LED by level of education: https://www.groningendeclaration.org/ahovos-agency-for-higher-education-adult-education-and-study-grants/",
        evidence = "The paragraph 3 field 'studieniveau' of VDAB is another variable: do not share a code type.",
        evidence = "Statbel EDU is in DWH_STATBEL_Education: https://www.bcss.fgov.be/dwh/nl/variabledetail/statbel/Variables/onderwijsniveau-1",
        evidence = "Ordinal by its content (primary to higher education); the order of the delivered codes is not known.",
        evidence = "That the field is a code is assumed; no list and no value is known.",
    )]
    pub study_level: Option<Code<StudyLevel>>,
}

const QUALIFICATIONS_FILE: Origin = origin! {
    name: "(source file only, not the variable's own page) DWH_AHOVOKS_LED",
    institution: "Agentschap voor Hoger Onderwijs, Volwassenenonderwijs, Kwalificaties en Studietoelagen (AHOVOKS)",
    file: "DWH_AHOVOKS_LED",
    stated_validity: "01/01/2000 - 31/12/2013 (as on the one variable page of this file that was found)",
    page: "https://www.bcss.fgov.be/dwh/nl/variabledetail/agentschap-voor-hoger-onderwijs-volwassenenonderwijs-kwalificaties-en-studietoelagen/Variables/rol-alternatieve-instantie-erkennend",
};

const ADULT_EDUCATION_2013: SeriesBreak = series_break! {
    from: "2013",
    nl: "Vanaf 2013-04 bevat de Leer- en ervaringsbewijzendatabank ook digitale gegevens van het volwassenenonderwijs.",
    en: "From 2013-04 the LED also holds digital records of adult education.",
    advice: {
        nl: "Lees meer kwalificatiebewijzen vanaf 2013 niet als meer behaalde diploma's: de dekking is ruimer.",
        en: "Do not read more qualifications from 2013 as more diplomas obtained: the coverage is wider.",
    },
};

const KNOWN_VALIDITY_ENDS_2013: SeriesBreak = series_break! {
    from: "2014-01-01",
    nl: "De enige bekende geldigheid in dit bestand eindigt op 31 december 2013. Als dat voor het hele bestand geldt, ontbreken kwalificatiebewijzen behaald in 2014-2016.",
    en: "The only known validity in this file ends on 31 December 2013. If that holds for the whole file, qualifications obtained in 2014-2016 are missing.",
    advice: {
        nl: "Vraag aan de KSZ of het bestand na 2013 doorloopt.",
        en: "Ask the KSZ whether the file runs on after 2013.",
    },
};

const ONE_ROW_PER_QUALIFICATION: Note = note! {
    nl: "Eén rij per persoon en per behaald kwalificatiebewijs (een gebeurtenis met een datum), niet het hoogste niveau per persoon. Een persoon kan er geen of meer dan één hebben.",
    en: "One row per person and per qualification obtained (an event with a date), not the highest level per person. A person can have none or more than one.",
};

const NO_ROW_IS_UNKNOWN: Note = note! {
    nl: "Geen rij betekent onbekend, niet 'geen diploma'. De meeste steekproefpersonen die in 2005 36 tot 65 jaar waren, zullen geen rij hebben.",
    en: "No row means unknown, not 'no diploma'. Most sample persons aged 36 to 65 in 2005 will have no row.",
};

const LED_COVERAGE: Note = note! {
    nl: "De bron is vermoedelijk de Leer- en ervaringsbewijzendatabank (LED). De dekking groeit in de tijd en oudere diploma's ontbreken: digitale gegevens vanaf 1999-2000 (hoger onderwijs), 2001-2002 (secundair) en 2013-04 (volwassenenonderwijs).",
    en: "The source is most likely the LED, the Flemish database of qualifications. Its coverage grows with time and older diplomas are absent: digital records from 1999-2000 (higher education), 2001-2002 (secondary) and 2013-04 (adult education).",
};

const LED_FROM_2000: Note = note! {
    nl: "VDAB gebruikt de Leer- en ervaringsbewijzendatabank voor diploma's vanaf 2000. Buitenlandse diploma's staan er niet in, tenzij ze erkend zijn.",
    en: "VDAB uses the LED for diplomas from 2000 on. Foreign diplomas are not in it unless recognised.",
};
