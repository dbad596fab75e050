//! The residence of a person: one row for each person and year.

use super::shared::{READ_ONCE_A_YEAR, YEARLY_SNAPSHOT};
use crate::prelude::*;

/// The place where one person lives on 1 January, without the municipality itself.
///
/// nl: De plaats waar één persoon op 1 januari woont, zonder de gemeente zelf.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Woonplaats",
    label(nl = "Woonplaats", en = "Residence"),
    row_unit(
        nl = "één persoon in één jaar, toestand op 1 januari (het bestand van jaar T geeft de toestand op 31 december T, dat is 1 januari T+1)",
        en = "one person in one year, state on 1 January (the file of year T holds the state on 31 December T, which is 1 January T+1)",
    ),
    analysis_unit(nl = "persoon", en = "person"),
    temporality = status,
    key(person, year),
)]
pub struct Residence {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,
    /// The period that the row is about.
    #[block(role = observation_period, certainty = assumed)]
    pub year: Year,

    /// Rank of the person's municipality of residence in the hierarchy of cities and other municipalities.
    ///
    /// nl: De plaats van de gemeente waar de persoon woont in de rangorde van steden en andere gemeenten.
    #[variable(
        label(nl = "Plaats in de stedelijke hiërarchie", en = "Position in the urban hierarchy"),
        term = "de classificatie van de woonplaats in de stedelijke hiërarchie",
        match_quality = none,
        certainty = phrase,
        measurement = ordinal,
        note(
            nl = "De klassen van deze studie zijn niet bekend: in openbare bronnen werd geen lijst gevonden.",
            en = "The classes of this study are not known: no list was found in public material.",
        ),
        note = PROPERTY_OF_MUNICIPALITY,
        note(
            nl = "De indeling van de gemeenten ligt vast: de waarde verandert enkel als de persoon verhuist.",
            en = "The classification of the municipalities is fixed: the value changes only when the person moves.",
        ),
        note = YEARLY_SNAPSHOT,
        note = READ_ONCE_A_YEAR,
        evidence = "No variable page was found in the data warehouse.",
        evidence = "Most likely the classification of Van Hecke (1997, published in 1998): according to IWEPS it is the last exercise for the whole of Belgium, per municipality, and combines spheres of influence and functional equipment: http://www.iweps.be/indicateur-statistique/hierarchie-urbaine/",
        evidence = "A KU Leuven follow-up for Flanders uses \"very well equipped small towns\" as its first class of small towns.",
        evidence = "Later relatives, outside the observation period and not to be used as codes: provincies in cijfers (GitHub provinciesincijfers/gebiedsniveaus, kerntabellen/gemeente_uitrustingsniveau_ARCHIEF.xlsx) with 7 classes: a large and regional cities; b1 very well, b2 well equipped centres; c1 very well, c2 well, c3 moderately, c4 weakly equipped other towns and municipalities.",
        evidence = "The level \"ordinal\" follows from the word \"hiërarchie\" in the deliberation; no page gives it.",
    )]
    pub urban_hierarchy: Option<Code<UrbanHierarchy>>,

    /// Size of the person's municipality of residence by number of inhabitants.
    ///
    /// nl: De grootte van de gemeente waar de persoon woont, naar aantal inwoners.
    #[variable(
        label(nl = "Grootte van de gemeente", en = "Size of the municipality"),
        term = "de grootte van de gemeente",
        match_quality = none,
        certainty = assumed,
        alternatives(count),
        measurement = ordinal,
        unit(nl = "inwoners (klasse)", en = "inhabitants (class)"),
        note(
            nl = "Of de waarde een klasse of een aantal is, en wat de grenzen van de klassen zijn, is niet gedocumenteerd.",
            en = "Whether the value is a class or a number, and what the bounds of the classes are, is not documented.",
        ),
        note = PROPERTY_OF_MUNICIPALITY,
        note(
            nl = "Het aantal inwoners verandert elk jaar, zodat een gemeente van klasse kan veranderen; het referentiejaar van de klassen is niet vermeld.",
            en = "The population changes every year, so a municipality can change class; the reference year of the classes is not stated.",
        ),
        note = YEARLY_SNAPSHOT,
        note = READ_ONCE_A_YEAR,
        evidence = "No variable page was found in the data warehouse, nor a list of classes.",
        evidence = "A class is likely, since the exact number would identify the municipality.",
        evidence = "The level \"ordinal\" holds if the value is a class; as a number it would be metric.",
    )]
    pub municipality_size: Option<Code<MunicipalitySize>>,

    /// Cluster of the person's municipality of residence in the socio-economic typology of municipalities.
    ///
    /// nl: De cluster van de gemeente waar de persoon woont in de sociaaleconomische typologie van gemeenten.
    #[variable(
        label(nl = "Type gemeente (typologiecluster)", en = "Municipality type (typology cluster)"),
        term = "het type gemeente (typologieclusters)",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
        note(
            nl = "Er zijn drie edities van de typologie: 1997, 2007 en 2018. Welke editie is geleverd, is niet gedocumenteerd; een levering na 2017 over 2005-2016 gebruikt waarschijnlijk die van 2007.",
            en = "The typology has three editions: 1997, 2007 and 2018. Which one is delivered is not documented; a delivery after 2017 about 2005-2016 likely uses that of 2007.",
        ),
        note(
            nl = "Vlaanderen, Wallonië en Brussel hebben elk eigen clusters: de code is enkel te lezen samen met het gewest.",
            en = "Flanders, Wallonia and Brussels each have their own clusters: the code can only be read together with the region.",
        ),
        note = PROPERTY_OF_MUNICIPALITY,
        note(nl = "De indeling ligt vast per editie.", en = "The classification is fixed per edition."),
        note = YEARLY_SNAPSHOT,
        note = READ_ONCE_A_YEAR,
        evidence = "No variable page was found in the data warehouse; \"typologieclusters\" is read as the Dexia/Belfius typology.",
        evidence = "Its cluster list was not found. The study of 2007 has the clusters of the Flemish municipalities in annex 2, from page 59: https://docslib.org/doc/5463577/sociaaleconomische-typologie-van-de-gemeenten",
        evidence = "The structure is known for the edition of 2018 (VVSG) only: six main types in Flanders (residential, rural, with concentration of economic activity, urbanised, large and regional cities, coastal) and sixteen clusters.",
        evidence = "The code must carry the region, because the sets of clusters differ by region.",
    )]
    pub municipality_type: Option<Code<MunicipalityType>>,

    /// Region where the person lives.
    ///
    /// nl: Het gewest waar de persoon woont.
    #[variable(
        label(nl = "Gewest", en = "Region"),
        term = "het gewest",
        match_quality = likely,
        certainty = assumed,
        measurement = nominal,
        series_break(
            from = "2008-01-01",
            nl = "In het mini-Rijksregister staat vanaf deze datum een landcode in het veld van de gemeente voor ingeschrevenen die in het buitenland wonen.",
            en = "From this date on, the mini National Register has a country code in the municipality field for registered persons who live abroad.",
            advice(
                nl = "Lees een code die met 00 begint als een adres in het buitenland.",
                en = "Read a code that starts with 00 as an address abroad.",
            ),
        ),
        note(
            nl = "De codes zijn die van de REFNIS-standaard (vijf cijfers); KSZ kan 1, 2, 3 of namen leveren, en een waarde voor buitenland of onbekend.",
            en = "The codes are those of the REFNIS standard (five digits); KSZ may deliver 1, 2, 3 or names, and a value for abroad or unknown.",
        ),
        note(
            nl = "Open data van Statbel laten de nul vooraan weg: 2000, 3000, 4000.",
            en = "Open data of Statbel drop the leading zero: 2000, 3000, 4000.",
        ),
        note(
            nl = "In REFNIS is 01000 België als geheel; een adres in het buitenland heeft een code die met 00 begint.",
            en = "In REFNIS 01000 is Belgium as a whole; an address abroad has a code that starts with 00.",
        ),
        note(
            nl = "De steekproef vertrekt van het Vlaams Gewest, maar personen kunnen later binnen België verhuizen en gezinsleden wonen bij hen.",
            en = "The sample starts in the Flemish Region, but persons may move within Belgium later and household members live with them.",
        ),
        note = YEARLY_SNAPSHOT,
        note = READ_ONCE_A_YEAR,
        evidence = "No variable page was found in the data warehouse; the codes are those of the REFNIS standard, for orientation only.",
        evidence = "No other value type than a code is plausible, but no page gives level or values.",
    )]
    pub region: Option<Code<Region>>,

    /// Share of the unemployed in the labour force of the area where the person lives.
    ///
    /// nl: Het aandeel werklozen in de beroepsbevolking van het gebied waar de persoon woont.
    #[variable(
        label(
            nl = "Werkloosheidsgraad van het woongebied",
            en = "Unemployment rate of the area of residence",
        ),
        term = "de werkloosheidsgraad",
        match_quality = none,
        certainty = assumed,
        alternatives(ratio, code),
        measurement = metric,
        unit(nl = "procent", en = "percent"),
        source_unit(nl = "niet gedocumenteerd", en = "not documented"),
        note(
            nl = "Bron, gebied en frequentie zijn niet vermeld; de gemeente is waarschijnlijk, zoals bij de andere gegevens van dit onderdeel. Grenzen van de waarde zijn niet gedocumenteerd.",
            en = "Source, area and frequency are not stated; the municipality is likely, as for the other variables of this section. No bounds of the value are documented.",
        ),
        note(
            nl = "De gebruikelijke administratieve definitie in Vlaanderen is het aantal niet-werkende werkzoekenden gedeeld door de beroepsbevolking; het cijfer van VDAB zelf wijkt licht af.",
            en = "The usual administrative definition in Flanders is the number of non-working jobseekers divided by the labour force; VDAB's own rate differs slightly.",
        ),
        note(
            nl = "Het is niet de ILO-werkloosheidsgraad van de enquête naar de arbeidskrachten: die bestaat niet per gemeente.",
            en = "It is not the ILO rate of the labour force survey, which does not exist per municipality.",
        ),
        note(
            nl = "Een precies percentage kan samen met andere gegevens de gemeente verraden; de waarde kan daarom in klassen zijn gegeven.",
            en = "An exact percentage may identify the municipality in combination with other variables; the value may therefore be given in classes.",
        ),
        evidence = "No variable page was found in the data warehouse.",
        evidence = "The administrative definition is that of the Flemish labour account of Steunpunt Werk, partly built on this data warehouse: https://arvastat.vdab.be/help/arvastat_help_am_bev_werkloosheidsgraad.html",
    )]
    pub unemployment_rate: Option<Percentage>,
}

const PROPERTY_OF_MUNICIPALITY: Note = note! {
    nl: "Het is een kenmerk van de gemeente waar de persoon woont, door de KSZ toegevoegd zodat de gemeente zelf niet wordt meegedeeld.",
    en: "It is a property of the municipality of residence, added by KSZ so that the municipality itself is not delivered.",
};
