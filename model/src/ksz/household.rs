//! The household of a person: one row for each person and year.

use super::shared::{READ_ONCE_A_YEAR, REGISTER_SEX, WAITING_REGISTER_2011, YEARLY_SNAPSHOT};
use crate::prelude::*;

/// The household to which one person belongs on 1 January, and the person's position in it.
///
/// nl: Het gezin waartoe één persoon op 1 januari behoort, en de positie van de persoon daarin.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Gezinskenmerken",
    label(nl = "Gezin", en = "Household"),
    row_unit(
        nl = "één persoon in één jaar, toestand op 1 januari (het bestand van jaar T geeft de toestand op 31 december T, dat is 1 januari T+1)",
        en = "one person in one year, state on 1 January (the file of year T holds the state on 31 December T, which is 1 January T+1)",
    ),
    analysis_unit(nl = "persoon", en = "person"),
    temporality = status,
    key(person, year),
)]
pub struct Household {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,
    /// The period that the row is about.
    #[block(role = observation_period, certainty = assumed)]
    pub year: Year,

    /// Serial number of the reference person of the household to which the person belongs on 1 January. It is the key of the household in that year.
    ///
    /// nl: Het volgnummer van de referentiepersoon van het gezin waartoe de persoon op 1 januari behoort. Het is de sleutel van het gezin in dat jaar.
    #[variable(
        label(
            nl = "Referentiepersoon van het gezin (volgnummer)",
            en = "Household reference person (serial number)",
        ),
        term = "het identificatienummer van de referentiepersoon",
        match_quality = exact,
        certainty = phrase,
        measurement = identifier,
        null(
            nl = "De persoon staat niet in het Rijksregister (bis- of rad-register, meestal woonachtig in het buitenland).",
            en = "The person is not in the National Register (bis or rad register, mostly living abroad).",
        ),
        origin(
            name = "Identificatienummer",
            abbreviation = "INSZ-REF",
            institution = "Rijks- en KSZ-register",
            file = "DWH_RN_BCSS_BisTer",
            stated_validity = "31/12/1998 - ∞",
            stated_level = "nominal",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/rijks-en-ksz-register/Variables/identificatienummer-2",
        ),
        series_break = COVERAGE_2006,
        series_break = COVERAGE_2010,
        series_break = WAITING_REGISTER_2011,
        note(
            nl = "Alle personen met dezelfde waarde in hetzelfde jaar vormen één gezin.",
            en = "All persons with the same value in the same year form one household.",
        ),
        note(
            nl = "De sleutel geldt per jaar: de referentiepersoon kan veranderen terwijl het gezin blijft, dus de waarde verbindt geen gezinnen over de jaren.",
            en = "The key holds for one year: the reference person can change while the household stays, so the value does not link households over the years.",
        ),
        note(
            nl = "Het is een betekenisloos volgnummer uit dezelfde nummering als dat van de personen; bij relatie 01 is het gelijk aan het eigen volgnummer van de persoon.",
            en = "It is a meaningless serial number from the same numbering as that of the persons; with relation 01 it equals the person's own serial number.",
        ),
        note(
            nl = "Personen in een collectief huishouden (relatie 20) vormen geen gezin: ga dat na vóór u de sleutel als gezin gebruikt.",
            en = "Persons in a collective household (relation 20) are not a family: check this before using the key as a household.",
        ),
        note = NATIONAL_REGISTER_ONLY,
        note = YEARLY_SNAPSHOT,
        note = READ_ONCE_A_YEAR,
        evidence = "The variable page (INSZ-REF) names the number of the reference person; the deliberation turns it into a serial number.",
        evidence = "The page gives the measurement level \"nominal\" for the identification number; the level \"identifier\" follows from its use as a key.",
        evidence = "The coverage breaks hold for the source DWH_RN_BCSS_BisTer. Its description says that the list is drawn in another way \"after 2010\", while the documented period begins in 2010: the exact year of that break is uncertain.",
    )]
    pub reference_person_id: Option<SerialNumber<Person>>,

    /// Sex of the household's reference person.
    ///
    /// nl: Het geslacht van de referentiepersoon van het gezin.
    #[variable(
        label(nl = "Geslacht van de referentiepersoon", en = "Sex of the reference person"),
        term = "het geslacht van de referentiepersoon",
        match_quality = likely,
        certainty = assumed,
        measurement = nominal,
        null(
            nl = "De persoon staat niet in het Rijksregister (bis- of rad-register, meestal woonachtig in het buitenland).",
            en = "The person is not in the National Register (bis or rad register, mostly living abroad).",
        ),
        origin = REGISTER_SEX,
        series_break = COVERAGE_2006,
        series_break = COVERAGE_2010,
        note(
            nl = "De codes zijn niet bekend: in openbare bronnen werd geen lijst gevonden. Ze zijn dezelfde als die van het geslacht van de persoon.",
            en = "The codes are not known: no list was found in public material. They are the same as those of the person's sex.",
        ),
        note(
            nl = "Het is het geslacht in een andere rij, die van de referentiepersoon, en kan met die rij worden vergeleken.",
            en = "It is the sex in another row, that of the reference person, and can be compared with that row.",
        ),
        note = NATIONAL_REGISTER_ONLY,
        evidence = "No variable page was found; the LIPRO page names sex as an input variable of the same source.",
        evidence = "No other value type than a code is plausible, but no page gives level or values.",
        evidence = "The coverage breaks hold for the source DWH_RN_BCSS_BisTer. Its description says that the list is drawn in another way \"after 2010\", while the documented period begins in 2010: the exact year of that break is uncertain.",
    )]
    pub reference_person_sex: Option<Code<Sex>>,

    /// Number of persons who belong to the person's household on 1 January.
    ///
    /// nl: Het aantal personen dat op 1 januari tot het gezin van de persoon behoort.
    #[variable(
        label(nl = "Aantal gezinsleden", en = "Number of household members"),
        term = "het aantal gezinsleden",
        match_quality = likely,
        certainty = phrase,
        measurement = metric,
        unit(nl = "personen", en = "persons"),
        origin(
            name = "(no variable page found) Aantal personen in het huishouden",
            institution = "Rijks- en KSZ-register",
            file = "DWH_RN_BCSS_BisTer",
            page = "https://adoc.pub/statistieken-de-combinatie-gezin-arbeid-volledig-ontrafeld-g.html",
        ),
        series_break = COVERAGE_2006,
        series_break = COVERAGE_2010,
        note(
            nl = "Of de persoon zelf wordt meegeteld en hoe collectieve huishoudens tellen, is niet gedocumenteerd.",
            en = "Whether the person is counted in, and how collective households count, is not documented.",
        ),
        note(
            nl = "De waarde zou gelijk moeten zijn aan het aantal rijen met dezelfde referentiepersoon in hetzelfde jaar.",
            en = "The value should equal the number of rows with the same reference person in the same year.",
        ),
        note = YEARLY_SNAPSHOT,
        note = READ_ONCE_A_YEAR,
        evidence = "An article of Steunpunt WSE names the number of persons in the household among the register data of the data warehouse; no variable page was found, so no bounds are documented.",
        evidence = "The coverage breaks hold for the source DWH_RN_BCSS_BisTer. Its description says that the list is drawn in another way \"after 2010\", while the documented period begins in 2010: the exact year of that break is uncertain.",
    )]
    pub household_size: Option<Count>,

    /// Relation of the person to the household's reference person on 1 January.
    ///
    /// nl: De relatie van de persoon tot de referentiepersoon van het gezin op 1 januari.
    #[variable(
        label(nl = "Verwantschap met de referentiepersoon", en = "Relation to the reference person"),
        term = "de verwantschap met de referentiepersoon",
        match_quality = exact,
        certainty = documented,
        measurement = nominal,
        null(
            nl = "De persoon staat niet in het Rijksregister (bis- of rad-register, meestal woonachtig in het buitenland).",
            en = "The person is not in the National Register (bis or rad register, mostly living abroad).",
        ),
        origin(
            name = "Verwantschapsrelatie met de referentiepersoon",
            abbreviation = "Relatie",
            institution = "Rijks- en KSZ-register",
            file = "DWH_RN_BCSS_BisTer",
            stated_validity = "31/12/1998 - ∞",
            stated_level = "nominal",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/rijks-en-ksz-register/Variables/verwantschapsrelatie-met-de-referentiepersoon",
        ),
        series_break = COVERAGE_2006,
        series_break = COVERAGE_2010,
        note(
            nl = "Enkel de relatie tot de referentiepersoon is bekend, niet de relaties tussen de andere gezinsleden.",
            en = "Only the relation to the reference person is known, not the relations among the other household members.",
        ),
        note(
            nl = "KSZ waarschuwt dat gemeenten de relatie niet altijd zorgvuldig registreren, en ongehuwde partners werden niet als zodanig geregistreerd: gebruik de LIPRO-gezinspositie voor paren.",
            en = "KSZ warns that municipalities do not always record the relation with care, and unmarried partners were not registered as such: use the LIPRO position for couples.",
        ),
        note(
            nl = "De codes zijn tekst van twee cijfers, met een nul vooraan.",
            en = "The codes are text of two digits, with a leading zero.",
        ),
        note(
            nl = "Na code 21 kunnen nog codes volgen: de codes 22 en 23 bestaan in het register sinds 2017, hun betekenis is hier niet bekend.",
            en = "More codes may follow code 21: the codes 22 and 23 exist in the register since 2017, their meaning is not known here.",
        ),
        note = NATIONAL_REGISTER_ONLY,
        note = YEARLY_SNAPSHOT,
        note = READ_ONCE_A_YEAR,
        evidence = "The published table is known up to the remark at code 21; further codes may follow.",
        evidence = "Conflict between sources: according to KSZ's description of the register data (third quarter of 2017) the register introduced the codes 21, 22 and 23 in 2017, after the observation period; the data warehouse page dates 21 from 1998.",
        evidence = "The remark on unmarried partners comes from an article of Steunpunt WSE on the LIPRO variable.",
        evidence = "The coverage breaks hold for the source DWH_RN_BCSS_BisTer. Its description says that the list is drawn in another way \"after 2010\", while the documented period begins in 2010: the exact year of that break is uncertain.",
    )]
    pub relation_to_reference_person: Option<Code<RelationToReferencePerson>>,

    /// Serial number of the person's partner within the household.
    ///
    /// nl: Het volgnummer van de partner van de persoon binnen het gezin.
    #[variable(
        label(nl = "Partner (volgnummer)", en = "Partner (serial number)"),
        term = "het identificatienummer van de partner",
        match_quality = none,
        certainty = phrase,
        measurement = identifier,
        null(nl = "Er is geen partner in het gezin.", en = "There is no partner in the household."),
        note(
            nl = "De waarde zou wederkerig moeten zijn: de partner van de partner is de persoon zelf, in hetzelfde gezin en hetzelfde jaar.",
            en = "The value should be mutual: the partner's partner is the person, in the same household and the same year.",
        ),
        note(
            nl = "Het volgnummer komt uit dezelfde nummering als dat van de personen.",
            en = "The serial number comes from the same numbering as that of the persons.",
        ),
        evidence = "No variable page was found.",
        evidence = "Presumably KSZ derives it from the relation and the LIPRO positions (or from the spouse in information type 120), so that it exists only where LIPRO is MAR0, MAR+, UNM0 or UNM+; this is not confirmed.",
    )]
    pub partner_id: Option<SerialNumber<Person>>,

    /// Position of the person in the household according to the LIPRO typology.
    ///
    /// nl: De positie van de persoon in het huishouden volgens de LIPRO-typologie.
    #[variable(
        label(nl = "LIPRO-gezinspositie", en = "LIPRO household position"),
        term = "de LIPRO-gezinspositie",
        match_quality = exact,
        certainty = documented,
        measurement = nominal,
        null(
            nl = "De persoon staat niet in het Rijksregister (buitenland).",
            en = "The person is not in the National Register (abroad).",
        ),
        origin(
            name = "LIPRO-positie",
            abbreviation = "LIPRO",
            institution = "Rijks- en KSZ-register",
            file = "DWH_RN_BCSS_BisTer",
            stated_validity = "31/12/1998 - ∞",
            stated_level = "nominal",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/rijks-en-ksz-register/Variables/lipro-positie",
        ),
        series_break = COVERAGE_2006,
        series_break = COVERAGE_2010,
        note(
            nl = "De positie wordt volgens regels afgeleid uit het eigen nummer, het nummer van de referentiepersoon, de relatie, de geboortedatum en het geslacht.",
            en = "The position is derived by rules from the own number, the number of the reference person, the relation, the birth date and the sex.",
        ),
        note(
            nl = "Ongehuwd samenwonen is daardoor een schatting op basis van leeftijd en relatie, geen registratie.",
            en = "Unmarried cohabitation is therefore an estimate from age and relation, not a registration.",
        ),
        note(
            nl = "'Kind' is een positie in het huishouden op elke leeftijd, niet een minderjarige.",
            en = "'Child' is a position in the household at any age, not a minor.",
        ),
        note(
            nl = "De codes bevatten een plusteken en het cijfer nul: MAR0, UNM0, MAR+, UNM+.",
            en = "The codes contain a plus sign and the digit zero: MAR0, UNM0, MAR+, UNM+.",
        ),
        note(
            nl = "Gegevens van 2001-2002, vóór de observatieperiode, hebben geen LIPRO-code; personen buiten het Rijksregister (buitenland) evenmin.",
            en = "Data of 2001-2002, before the observation period, have no LIPRO code; neither have persons outside the National Register (abroad).",
        ),
        note = YEARLY_SNAPSHOT,
        note = READ_ONCE_A_YEAR,
        evidence = "The page lists twelve positions; a second source confirms them.",
        evidence = "The coverage breaks hold for the source DWH_RN_BCSS_BisTer. Its description says that the list is drawn in another way \"after 2010\", while the documented period begins in 2010: the exact year of that break is uncertain.",
    )]
    pub lipro_position: Option<LiproPosition>,

    /// Birth years of the sample person's children, as a list.
    ///
    /// nl: De geboortejaren van de kinderen van de steekproefpersoon, als lijst.
    #[variable(
        label(nl = "Geboortejaren van de kinderen", en = "Birth years of the children"),
        term = "de geboortejaren van de kinderen van de steekproefpersoon",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
        unit(nl = "kalenderjaar", en = "calendar year"),
        universe(nl = "steekproefpersoon", en = "sample person"),
        source_unit(nl = "niet gedocumenteerd", en = "not documented"),
        note(
            nl = "Het gegeven kan zich herhalen: nul, één of meer jaren per steekproefpersoon.",
            en = "The value repeats: zero, one or more years per sample person.",
        ),
        note(
            nl = "Het zijn jaren en geen kwartalen, anders dan de andere datums van dit onderdeel.",
            en = "They are years and not quarters, unlike the other dates of this section.",
        ),
        note(
            nl = "Of het om alle afstammelingen gaat of enkel om de kinderen in het gezin, en op welke datum ze zijn bepaald, is niet gedocumenteerd.",
            en = "Whether it covers all descendants or only the children in the household, and at which date they were determined, is not documented.",
        ),
        note(nl = "Enkel voor steekproefpersonen.", en = "For sample persons only."),
        evidence = "No variable page was found.",
        evidence = "A possible source is information type 114 of the National Register (descent in descending line).",
    )]
    pub children_birth_years: Vec<Year>,
}

const COVERAGE_2006: SeriesBreak = series_break! {
    from: "2006",
    nl: "Tot en met 2005 staan enkel personen in de lijst die dat jaar bij een deelnemende instelling bekend zijn, samen met iedereen op hun adres; vanaf 2006 vult het mini-Rijksregister de lijst aan tot de hele bevolking.",
    en: "Until 2005 the list holds only persons known to a participating institution in that year, plus everybody living at their address; from 2006 on the mini National Register completes it to the whole population.",
    advice: {
        nl: "Vergelijk aantallen en gezinnen van vóór en na 2006 met voorzichtigheid.",
        en: "Compare numbers and households from before and after 2006 with care.",
    },
};

const COVERAGE_2010: SeriesBreak = series_break! {
    from: "2010",
    nl: "De lijst van personen wordt opnieuw op een andere manier samengesteld (gedocumenteerde periodes: 1997-2002, 2003-2009, vanaf 2010).",
    en: "The list of persons is once more drawn up in another way (documented periods: 1997-2002, 2003-2009, 2010 onwards).",
};

const NATIONAL_REGISTER_ONLY: Note = note! {
    nl: "De bron beperkt dit gegeven tot het Rijksregister: personen uit de bis- en rad-registers (meestal woonachtig in het buitenland) hebben geen waarde.",
    en: "The source limits this variable to the National Register: persons of the bis and rad registers (mostly living abroad) have no value.",
};
