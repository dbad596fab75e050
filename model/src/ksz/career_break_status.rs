//! Career break combined with another status: one row for each person and quarter.

use super::shared::{
    CARE_CREDIT_2016, COMBINED_WITH_POSITIONS, DERIVED_VARIABLES_FILE, STATE_PER_PERSON,
    VALUES_NOT_FOUND,
};
use crate::prelude::*;

/// Career break or time credit of one person combined with work or with support of the PCSW, on the last day of a quarter.
///
/// nl: Loopbaanonderbreking of tijdskrediet van één persoon, gecombineerd met werk of met steun van het OCMW, op de laatste dag van een kwartaal.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Loopbaanonderbreking en tijdskrediet",
    label(nl = "Loopbaanonderbreking: combinaties", en = "Career break: combinations"),
    row_unit(
        nl = "één persoon in één kwartaal, laatste dag van het kwartaal",
        en = "one person in one quarter, last day of the quarter",
    ),
    analysis_unit(nl = "persoon", en = "person"),
    temporality = status,
    key(person, quarter),
)]
pub struct CareerBreakStatus {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,
    /// The period that the row is about.
    #[block(role = observation_period)]
    pub quarter: YearQuarter,

    /// Whether a person in work on the last day of the quarter also has a contribution (tussenkomst) of the RVA for a partial career break or part-time time credit.
    ///
    /// nl: Of een werkende op de laatste dag van het kwartaal ook een RVA-tussenkomst heeft voor gedeeltelijke loopbaanonderbreking of deeltijds tijdskrediet.
    #[variable(
        label(
            nl = "Werkend met deeltijdse loopbaanonderbreking/tijdskrediet",
            en = "In work with part-time career break or time credit",
        ),
        term = "het al dan niet combineren van een werkende arbeidsmarktpositie met loopbaanonderbreking of tijdskrediet (deeltijd of voltijds)",
        match_quality = likely,
        certainty = phrase,
        measurement = nominal,
        codes = WorkWithPartTimeCareerBreak,
        origin = DERIVED_VARIABLES_FILE,
        series_break = CARE_CREDIT_2016,
        note(
            nl = "Wie gedeeltelijke loopbaanonderbreking of deeltijds tijdskrediet heeft, staat in de nomenclatuur in positie 1 (werkend); de onderbreking is alleen in de afgeleide variabelen terug te vinden.",
            en = "A person in partial career break or part-time time credit is in position 1 (in work) of the nomenclature; the break itself shows only in the derived variables.",
        ),
        note = STATE_PER_PERSON,
        note = COMBINED_WITH_POSITIONS,
        note = VALUES_NOT_FOUND,
        evidence = "Only the source file DWH_BCSS_NomenclatureVarDer (derived variables of the nomenclature) is identified, not the variable itself.",
        evidence = "The deliberation names part-time and full-time in one phrase ('deeltijd of voltijds'); it is read as two flags, this one for part-time.",
        evidence = "The source page says in words that partial career break / part-time time credit is hidden in position 1 (in work) and is found back in the derived variables; name, abbreviation and codes of the variable were not found.",
        evidence = "The variable's own page was not found, so no codes are given. The nine flags of this family whose pages were found (among them 'Werkend en halftijds brugpensioen', 'Tegemoetkoming aan personen met een handicap (IVT) en werkend', 'Ander afgeleid pensioen') all have the values 0 (Nee) and 1 (Ja), and all but the SWT ones start on 31/03/2003: likely here too, but not seen.",
        evidence = "Sources for the change to zorgkrediet: https://www.rva.be/nl/documentatie/infoblad/t12 , https://ksz-bcss.fgov.be/nl/project/loopbaanonderbreking-tijdskrediet",
    )]
    pub work_part_time_career_break: Option<bool>,

    /// Whether a person in work on the last day of the quarter also has a contribution (tussenkomst) of the RVA for a full career break or full-time time credit (for example in another job).
    ///
    /// nl: Of een werkende op de laatste dag van het kwartaal ook een RVA-tussenkomst heeft voor volledige loopbaanonderbreking of voltijds tijdskrediet (bijvoorbeeld in een andere job).
    #[variable(
        label(
            nl = "Werkend met voltijdse loopbaanonderbreking/tijdskrediet",
            en = "In work with full-time career break or time credit",
        ),
        term = "het al dan niet combineren van een werkende arbeidsmarktpositie met loopbaanonderbreking of tijdskrediet (deeltijd of voltijds)",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        codes = WorkWithFullTimeCareerBreak,
        origin = DERIVED_VARIABLES_FILE,
        series_break = CARE_CREDIT_2016,
        note(
            nl = "'Volledige onderbreking van de loopbaan' is zelf een positie van de nomenclatuur, voor personen zonder werk. Deze vlag gaat alleen over personen die als werkend geteld worden.",
            en = "'Full career break' (volledige onderbreking van de loopbaan) is itself a position of the nomenclature, for persons without work. This flag is only about persons who are counted as in work.",
        ),
        note = STATE_PER_PERSON,
        note = COMBINED_WITH_POSITIONS,
        note = VALUES_NOT_FOUND,
        evidence = "Only the source file DWH_BCSS_NomenclatureVarDer (derived variables of the nomenclature) is identified, not the variable itself.",
        evidence = "The deliberation names part-time and full-time in one phrase ('deeltijd of voltijds'); it is read as two flags, this one for full-time.",
        evidence = "Tried without result, seven wordings: 'Werkend en (voltijdse) loopbaanonderbreking / tijdskrediet' and 'Occupé et interruption de carrière / crédit-temps' with the source name.",
        evidence = "The variable's own page was not found, so no codes are given. The nine flags of this family whose pages were found (among them 'Werkend en halftijds brugpensioen', 'Tegemoetkoming aan personen met een handicap (IVT) en werkend', 'Ander afgeleid pensioen') all have the values 0 (Nee) and 1 (Ja), and all but the SWT ones start on 31/03/2003: likely here too, but not seen.",
        evidence = "Sources for the change to zorgkrediet: https://www.rva.be/nl/documentatie/infoblad/t12 , https://ksz-bcss.fgov.be/nl/project/loopbaanonderbreking-tijdskrediet",
    )]
    pub work_full_time_career_break: Option<bool>,

    /// Whether a person in (full) career break or time credit also gets support of the public centre for social welfare (PCSW): the right to social integration or the right to social assistance (maatschappelijke hulp).
    ///
    /// nl: Of iemand in (volledige) loopbaanonderbreking of tijdskrediet ook OCMW-steun krijgt: het recht op maatschappelijke integratie of het recht op maatschappelijke hulp.
    #[variable(
        label(
            nl = "Loopbaanonderbreking of tijdskrediet met OCMW-steun",
            en = "Career break or time credit with PCSW support",
        ),
        term = "het al dan niet als persoon in loopbaanonderbreking of tijdskrediet recht hebben op steun van het openbaar centrum voor maatschappelijk welzijn",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        codes = CareerBreakWithPcswSupport,
        origin = DERIVED_VARIABLES_FILE,
        series_break = CARE_CREDIT_2016,
        note = STATE_PER_PERSON,
        note = COMBINED_WITH_POSITIONS,
        note = VALUES_NOT_FOUND,
        evidence = "Only the source file DWH_BCSS_NomenclatureVarDer (derived variables of the nomenclature) is identified, not the variable itself.",
        evidence = "Tried without result: two wordings. A sister flag of the same make exists: pod_mi_prepension_complete, 'Chômage complet avec complément d'entreprise et DIS / DAS', codes 0 Non / 1 Oui, from 31/03/2012, in combination with position 351 (https://www.bcss.fgov.be/fr/dwh/variabledetail/banque-carrefour-de-la-securite-sociale/Variables/chomage-complet-avec-complement-dentreprise-et-dis-das.html?filter=themes&institution=&sources=&themes=85).",
        evidence = "The variable's own page was not found, so no codes are given. The nine flags of this family whose pages were found (among them 'Werkend en halftijds brugpensioen', 'Tegemoetkoming aan personen met een handicap (IVT) en werkend', 'Ander afgeleid pensioen') all have the values 0 (Nee) and 1 (Ja), and all but the SWT ones start on 31/03/2003: likely here too, but not seen.",
        evidence = "Sources for the change to zorgkrediet: https://www.rva.be/nl/documentatie/infoblad/t12 , https://ksz-bcss.fgov.be/nl/project/loopbaanonderbreking-tijdskrediet",
    )]
    pub career_break_pcsw_support: Option<bool>,
}
