//! The blocks of the invented decision, with every operator of rules and every date that decides what a code means.

use beraad_schema::{
    Block, Code, CodeList, Count, Person, Scaled, SerialNumber, Year, YearMonth, deliberation,
    quantity,
};

/// A year of visits.
///
/// nl: Een jaar van bezoeken.
#[derive(Block, Clone, Debug, PartialEq)]
#[block(
    heading = "Bezoek",
    label(nl = "Bezoek", en = "Visit"),
    row_unit(nl = "één jaar", en = "one year"),
    analysis_unit(nl = "persoon", en = "person"),
    temporality = status,
    key(person, year),
    rule(months_in_order: first_month <= last_month, nl = "regel months_in_order", en = "rule months_in_order"),
    rule(card_means_member: !had_card || is_member, nl = "regel card_means_member", en = "rule card_means_member"),
    rule(loans_among_visits: visits_with_loan <= visits && visits - visits_with_loan <= 10, nl = "regel loans_among_visits", en = "rule loans_among_visits"),
    rule(an_hour_a_visit: hours >= visits, nl = "regel an_hour_a_visit", en = "rule an_hour_a_visit"),
    rule(not_all_are_poems: genre != Genre::Poetry || visits.is_some(), nl = "regel not_all_are_poems", en = "rule not_all_are_poems"),
    rule(two_desks: matches!(desk, Code::<Desk>::new("1") | Code::<Desk>::new("2")) || hours.is_none(), nl = "regel two_desks", en = "rule two_desks"),
    rule(few_languages: languages.len() <= 2, nl = "regel few_languages", en = "rule few_languages"),
    rule(dutch_is_spoken: languages.is_empty() || languages.contains(Code::<Language>::new("nl")), nl = "regel dutch_is_spoken", en = "rule dutch_is_spoken"),
    rule(card_from_2006: !card_years.contains(Year::new(2005)), nl = "regel card_from_2006", en = "rule card_from_2006"),
    rule(not_alone: companion != person, nl = "regel not_alone", en = "rule not_alone"),
    rule(alias_in_a_rule: desk != Code::<Desk>::new("nine"), nl = "regel alias_in_a_rule", en = "rule alias_in_a_rule"),
)]
pub(crate) struct Visit {
    #[block(role = subject)]
    pub(crate) person: SerialNumber<Person>,
    #[block(role = observation_period)]
    pub(crate) year: Year,
    /// First month.
    ///
    /// nl: Eerste maand.
    #[variable(label(nl = "Eerste maand", en = "First month"), term = "het bezoek", match_quality = exact, certainty = documented, measurement = metric)]
    pub(crate) first_month: Option<YearMonth>,
    /// Last month.
    ///
    /// nl: Laatste maand.
    #[variable(label(nl = "Laatste maand", en = "Last month"), term = "het bezoek", match_quality = exact, certainty = documented, measurement = metric)]
    pub(crate) last_month: Option<YearMonth>,
    /// Is a member.
    ///
    /// nl: Is lid.
    #[variable(label(nl = "Is lid", en = "Is a member"), term = "het bezoek", match_quality = exact, certainty = documented, measurement = metric)]
    pub(crate) is_member: Option<bool>,
    /// Had a card.
    ///
    /// nl: Had een kaart.
    #[variable(label(nl = "Had een kaart", en = "Had a card"), term = "het bezoek", match_quality = exact, certainty = documented, measurement = metric)]
    pub(crate) had_card: Option<bool>,
    /// Visits.
    ///
    /// nl: Bezoeken.
    #[variable(label(nl = "Bezoeken", en = "Visits"), term = "het bezoek", match_quality = exact, certainty = documented, measurement = metric)]
    pub(crate) visits: Option<Count>,
    /// Visits with a loan.
    ///
    /// nl: Bezoeken met uitlening.
    #[variable(label(nl = "Bezoeken met uitlening", en = "Visits with a loan"), term = "het bezoek", match_quality = exact, certainty = documented, measurement = metric)]
    pub(crate) visits_with_loan: Option<Count>,
    /// Hours.
    ///
    /// nl: Uren.
    #[variable(label(nl = "Uren", en = "Hours"), term = "het bezoek", match_quality = exact, certainty = documented, measurement = metric)]
    pub(crate) hours: Option<Scaled<quantity::Count>>,
    /// Genre.
    ///
    /// nl: Genre.
    #[variable(label(nl = "Genre", en = "Genre"), term = "het bezoek", match_quality = exact, certainty = documented, measurement = metric)]
    pub(crate) genre: Option<Genre>,
    /// Desk.
    ///
    /// nl: Balie.
    #[variable(label(nl = "Balie", en = "Desk"), term = "het bezoek", match_quality = exact, certainty = documented, measurement = metric)]
    pub(crate) desk: Option<Code<Desk>>,
    /// Languages.
    ///
    /// nl: Talen.
    #[variable(label(nl = "Talen", en = "Languages"), term = "het bezoek", match_quality = exact, certainty = documented, measurement = metric)]
    pub(crate) languages: Vec<Code<Language>>,
    /// Years with a card.
    ///
    /// nl: Jaren met kaart.
    #[variable(label(nl = "Jaren met kaart", en = "Years with a card"), term = "het bezoek", match_quality = exact, certainty = documented, measurement = metric)]
    pub(crate) card_years: Vec<Year>,
    /// Companion.
    ///
    /// nl: Gezel.
    #[variable(label(nl = "Gezel", en = "Companion"), term = "het bezoek", match_quality = exact, certainty = documented, measurement = identifier)]
    pub(crate) companion: Option<SerialNumber<Person>>,
    /// Weekly.
    ///
    /// nl: Wekelijks.
    #[variable(label(nl = "Wekelijks", en = "Weekly"), term = "het bezoek", match_quality = exact, certainty = documented, measurement = metric)]
    pub(crate) weekly: Option<Code<Weekly>>,
    /// Other desk.
    ///
    /// nl: Andere balie.
    #[variable(label(nl = "Andere balie", en = "Other desk"), term = "het bezoek", match_quality = exact, certainty = documented, measurement = metric)]
    pub(crate) other_desk: Option<Code<OtherDesk>>,
    /// Desk at the start.
    ///
    /// nl: Balie bij het begin.
    #[variable(label(nl = "Balie bij het begin", en = "Desk at the start"), term = "het bezoek", match_quality = exact, certainty = documented, measurement = metric)]
    pub(crate) desk_at_start: Option<Code<DeskAtStart>>,
}

/// Genres.
///
/// nl: Genres.
#[derive(CodeList, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[codes(closed, status = delivered, complete)]
pub(crate) enum Genre {
    #[code("A", label(nl = "Avontuur", en = "Adventure"), from = "2010-01-01")]
    Adventure,
    #[code("P", label(nl = "Poëzie", en = "Poetry"))]
    Poetry,
}

/// A list of the test.
///
/// nl: Een lijst van de test.
#[derive(CodeList)]
#[codes(open, status = delivered, table = "codelist.csv")]
pub(crate) enum Desk {}

/// A list of the test.
///
/// nl: Een lijst van de test.
#[derive(CodeList)]
#[codes(open, status = delivered, table = "codelist.csv")]
pub(crate) enum Language {}

/// A list of the test.
///
/// nl: Een lijst van de test.
#[derive(CodeList)]
#[codes(open, status = delivered, read_at = not_checkable, table = "codelist.csv")]
pub(crate) enum Weekly {}

/// A list of the test.
///
/// nl: Een lijst van de test.
#[derive(CodeList)]
#[codes(open, status = related, table = "codelist.csv")]
pub(crate) enum OtherDesk {}

/// A list of the test.
///
/// nl: Een lijst van de test.
#[derive(CodeList)]
#[codes(open, status = delivered, read_at = event_date, table = "codelist.csv")]
pub(crate) enum DeskAtStart {}

/// A month of visits.
///
/// nl: Een maand van bezoeken.
#[derive(Block, Clone, Debug, PartialEq)]
#[block(
    heading = "Bezoek",
    label(nl = "Maand", en = "Month"),
    row_unit(nl = "één maand", en = "one month"),
    analysis_unit(nl = "persoon", en = "person"),
    temporality = status,
    key(person, month),
)]
pub(crate) struct VisitMonth {
    #[block(role = subject)]
    pub(crate) person: SerialNumber<Person>,
    #[block(role = observation_period)]
    pub(crate) month: YearMonth,
    /// Desks.
    ///
    /// nl: Balies.
    #[variable(label(nl = "Balies", en = "Desks"), term = "het bezoek", match_quality = exact, certainty = documented, measurement = nominal)]
    pub(crate) desks: Vec<Code<Desk>>,
}

/// A year of fines.
///
/// nl: Een jaar van boetes.
#[derive(Block, Clone, Debug, PartialEq)]
#[block(
    heading = "Bezoek",
    label(nl = "Boetes", en = "Fines"),
    row_unit(nl = "één jaar", en = "one year"),
    analysis_unit(nl = "persoon", en = "person"),
    temporality = accumulated,
    key(person, year),
)]
pub(crate) struct Fines {
    #[block(role = subject)]
    pub(crate) person: SerialNumber<Person>,
    #[block(role = observation_period)]
    pub(crate) year: Year,
    /// Number of fines.
    ///
    /// nl: Aantal boetes.
    #[variable(label(nl = "Boetes", en = "Fines"), term = "het bezoek", match_quality = exact, certainty = documented, measurement = metric)]
    pub(crate) amount: Option<Count>,
}

/// A stay, with rules in the other forms.
///
/// nl: Een verblijf, met regels van de andere vormen.
#[derive(Block, Clone, Debug, PartialEq)]
#[block(
    heading = "Bezoek",
    label(nl = "Verblijf", en = "Stay"),
    row_unit(nl = "één verblijf", en = "one stay"),
    analysis_unit(nl = "persoon", en = "person"),
    temporality = event,
    no_known_key(nl = "een persoon verblijft er vaker", en = "a person stays more than once"),
    rule(before: arrival < departure, nl = "regel before", en = "rule before"),
    rule(house_is_open: opened == Year::new(2009) || opened > Year::new(2011), nl = "regel house_is_open", en = "rule house_is_open"),
    rule(all_guests: adults + children == guests, nl = "regel all_guests", en = "rule all_guests"),
    rule(short_stay: nights != 0 && nights < 31, nl = "regel short_stay", en = "rule short_stay"),
    rule(one_meal: !(had_breakfast && had_dinner), nl = "regel one_meal", en = "rule one_meal"),
    rule(no_meal_in_old_house: !(opened == Year::new(2009) && (had_breakfast || had_dinner)), nl = "regel no_meal_in_old_house", en = "rule no_meal_in_old_house"),
    rule(not_these_rooms: !matches!(room, Code::<Desk>::new("1") | Code::<Desk>::new("9")), nl = "regel not_these_rooms", en = "rule not_these_rooms"),
    rule(guests_have_a_room: guests.is_none() == room.is_none(), nl = "regel guests_have_a_room", en = "rule guests_have_a_room"),
    rule(more_nights_than_children: nights - children > 2 || children.is_none(), nl = "regel more_nights_than_children", en = "rule more_nights_than_children"),
)]
pub(crate) struct Stay {
    #[block(role = subject)]
    pub(crate) person: SerialNumber<Person>,
    /// First month of the stay.
    ///
    /// nl: Eerste maand van het verblijf.
    #[variable(label(nl = "Aankomst", en = "Arrival"), term = "het bezoek", match_quality = exact, certainty = documented, measurement = metric)]
    pub(crate) arrival: Option<YearMonth>,
    /// Last month of the stay.
    ///
    /// nl: Laatste maand van het verblijf.
    #[variable(label(nl = "Vertrek", en = "Departure"), term = "het bezoek", match_quality = exact, certainty = documented, measurement = metric)]
    pub(crate) departure: Option<YearMonth>,
    /// Year in which the house opened.
    ///
    /// nl: Jaar waarin het huis opende.
    #[variable(label(nl = "Opening", en = "Opening"), term = "het bezoek", match_quality = exact, certainty = documented, measurement = metric)]
    pub(crate) opened: Option<Year>,
    /// Guests.
    ///
    /// nl: Gasten.
    #[variable(label(nl = "Gasten", en = "Guests"), term = "het bezoek", match_quality = exact, certainty = documented, measurement = metric)]
    pub(crate) guests: Option<Count>,
    /// Adult guests.
    ///
    /// nl: Meerderjarige gasten.
    #[variable(label(nl = "Volwassenen", en = "Adults"), term = "het bezoek", match_quality = exact, certainty = documented, measurement = metric)]
    pub(crate) adults: Option<Count>,
    /// Guests who are minors.
    ///
    /// nl: Minderjarige gasten.
    #[variable(label(nl = "Kinderen", en = "Children"), term = "het bezoek", match_quality = exact, certainty = documented, measurement = metric)]
    pub(crate) children: Option<Count>,
    /// Nights.
    ///
    /// nl: Nachten.
    #[variable(label(nl = "Nachten", en = "Nights"), term = "het bezoek", match_quality = exact, certainty = documented, measurement = metric)]
    pub(crate) nights: Count,
    /// Had breakfast.
    ///
    /// nl: Had ontbijt.
    #[variable(label(nl = "Ontbijt", en = "Breakfast"), term = "het bezoek", match_quality = exact, certainty = documented, measurement = nominal)]
    pub(crate) had_breakfast: Option<bool>,
    /// Had dinner.
    ///
    /// nl: Had avondmaal.
    #[variable(label(nl = "Avondmaal", en = "Dinner"), term = "het bezoek", match_quality = exact, certainty = documented, measurement = nominal)]
    pub(crate) had_dinner: Option<bool>,
    /// Room.
    ///
    /// nl: Kamer.
    #[variable(label(nl = "Kamer", en = "Room"), term = "het bezoek", match_quality = exact, certainty = documented, measurement = nominal)]
    pub(crate) room: Option<Code<Desk>>,
}

/// A delivery, whose codes have a form.
///
/// nl: Een levering, waarvan de codes een vorm hebben.
#[derive(Block, Clone, Debug, PartialEq)]
#[block(
    heading = "Bezoek",
    label(nl = "Levering", en = "Delivery"),
    row_unit(nl = "één levering", en = "one delivery"),
    analysis_unit(nl = "persoon", en = "person"),
    temporality = event,
    no_known_key(nl = "een persoon ontvangt er vaker", en = "a person receives more than one"),
)]
pub(crate) struct Delivery {
    #[block(role = subject)]
    pub(crate) person: SerialNumber<Person>,
    /// Establishment.
    ///
    /// nl: Vestiging.
    #[variable(label(nl = "Vestiging", en = "Establishment"), term = "het bezoek", match_quality = exact, certainty = documented, measurement = nominal)]
    pub(crate) establishment: Option<Code<Establishment>>,
    /// Postcodes.
    ///
    /// nl: Postcodes.
    #[variable(label(nl = "Postcodes", en = "Postcodes"), term = "het bezoek", match_quality = exact, certainty = documented, measurement = nominal)]
    pub(crate) postcodes: Vec<Code<Postcode>>,
    /// Item.
    ///
    /// nl: Artikel.
    #[variable(label(nl = "Artikel", en = "Item"), term = "het bezoek", match_quality = exact, certainty = documented, measurement = nominal)]
    pub(crate) item: Option<Code<Item>>,
    /// Box.
    ///
    /// nl: Doos.
    #[variable(label(nl = "Doos", en = "Box"), term = "het bezoek", match_quality = exact, certainty = documented, measurement = nominal)]
    pub(crate) package: Option<Package>,
}

/// Establishments.
///
/// nl: Vestigingen.
#[derive(CodeList)]
#[codes(supplied, length = 14)]
pub(crate) enum Establishment {}

/// Postcodes.
///
/// nl: Postcodes.
#[derive(CodeList)]
#[codes(supplied, pattern = "[A-Z]{1,2}[0-9]{1,2} [0-9][A-Z]{2}")]
pub(crate) enum Postcode {}

/// Items.
///
/// nl: Stukken.
#[derive(CodeList)]
#[codes(
    open,
    length = "1..=13",
    pattern = "[1-9]|[0-9]{8}([0-9]{5})?",
    table = "items.csv"
)]
pub(crate) enum Item {}

/// Packages, with codes of more than eight characters.
///
/// nl: Pakketten, met codes van meer dan acht tekens.
#[derive(CodeList, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[codes(closed, status = delivered, pattern = "BOX-[0-9]{6}")]
pub(crate) enum Package {
    #[code("BOX-000001", label(nl = "klein", en = "small"))]
    Small,
    #[code("BOX-000002", label(nl = "groot", en = "large"))]
    Large,
}

deliberation! { version = "0.0.1", blocks = [Visit, VisitMonth, Fines, Stay, Delivery], unmodelled = [] }
