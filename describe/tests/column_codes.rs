//! The meanings of the codes of a column: those of the model at hand, on the days that decide in a row.

use beraad_describe::{
    Block, CodeEntry, CodeList, ColumnCodes, Date, Deliberation, Field, Label, Language, ListKind,
    Meaning, MissingReason, Model, Paragraph, Period, ReadAt, Role, RoleColumn, Temporality,
    ValueType, Window, Year, YearQuarter, YearlyStates,
};

fn label(en: &'static str) -> Label {
    Label::new([(Language::EN, en)])
}

fn meaning(en: &'static str, from: Option<Date>, to: Option<Date>) -> Meaning {
    let mut meaning = Meaning::new(label(en));
    meaning.period = Period::new(from, to);
    meaning
}

/// A block `loans` with a code `kind` and one column of the observation period of this type.
fn model(period: ValueType) -> Model {
    let decision = Deliberation::new(
        "99/001",
        label("decision"),
        Date::ymd(2017, 6, 6),
        Window::of_years(2005, 2013),
    );
    let mut model = Model::new("1.0.0", decision);
    let mut paragraph = Paragraph::new("1");
    paragraph.yearly_states = Some(YearlyStates::YearEnd);
    model.deliberation.paragraphs.push(paragraph);
    let mut block = Block::new("loans", label("Loans"));
    block.paragraph = "1".into();
    block.temporality = Temporality::Status;
    block.observation_period = Some("at".into());
    let kind = ValueType::Code {
        list: "kind".into(),
    };
    block.fields = vec![
        Field::Role(RoleColumn::new(
            "at",
            Role::ObservationPeriod,
            label("At"),
            period,
        )),
        Field::Role(RoleColumn::new(
            "kind",
            Role::Technical,
            label("Kind"),
            kind,
        )),
    ];
    model.blocks.push(block);
    let mut list = CodeList::new("kind", label("Kinds of books."), ListKind::Open);
    let (before, from) = (Date::ymd(2011, 12, 31), Date::ymd(2012, 1, 1));
    let mut refused = meaning("not given", None, None);
    refused.missing = Some(MissingReason::Refused);
    list.codes = vec![
        CodeEntry::new(
            "2",
            vec![
                meaning("youth", None, Some(before)),
                meaning("comics", Some(from), None),
            ],
        ),
        CodeEntry::new("3", vec![meaning("maps", Some(from), None)]),
        CodeEntry::new("9", vec![refused]),
    ];
    model.code_lists.push(list);
    model
}

fn labels<'c>(
    codes: &'c ColumnCodes<'_>,
    code: &str,
    period: impl beraad_describe::ObservationPeriod,
) -> Vec<&'c str> {
    let meanings = codes.meanings_at(code, period);
    let labels = meanings.into_iter().map(|it| it.label.get(Language::EN));
    labels.collect()
}

#[test]
fn code_is_read_in_the_period_of_the_row() {
    let model = model(ValueType::YearQuarter {});
    let codes = model.codes_of("loans.kind").unwrap();
    assert_eq!(labels(&codes, "2", YearQuarter::new(2011, 4)), ["youth"]);
    assert_eq!(labels(&codes, "2", YearQuarter::new(2012, 1)), ["comics"]);
    assert!(labels(&codes, "3", YearQuarter::new(2011, 4)).is_empty());
    assert!(labels(&codes, "4", YearQuarter::new(2012, 1)).is_empty());
    let at = YearQuarter::new(2012, 1);
    assert_eq!(
        codes.label_at("2", at, Language::EN).as_deref(),
        Some("comics")
    );
    assert_eq!(codes.label_at("4", at, Language::EN), None);
    assert_eq!(codes.missing_at("9", at), Some(MissingReason::Refused));
    assert_eq!(codes.missing_at("2", at), None);
}

#[test]
fn state_at_the_end_of_a_year_has_the_codes_of_both_sides_of_midnight() {
    let model = model(ValueType::Year {});
    let codes = model.codes_of("loans.kind").unwrap();
    assert_eq!(
        labels(&codes, "3", Year::new(2011)),
        ["maps"],
        "from 1 January"
    );
    assert_eq!(labels(&codes, "2", Year::new(2011)), ["youth", "comics"]);
    assert_eq!(labels(&codes, "2", Year::new(2010)), ["youth"]);
    let label = codes.label_at("2", Year::new(2011), Language::EN);
    assert_eq!(label.as_deref(), Some("youth / comics"));
    assert!(labels(&codes, "3", Year::new(2010)).is_empty());
}

#[test]
fn period_of_the_row_does_not_decide_in_a_list_of_events() {
    let mut model = model(ValueType::YearQuarter {});
    model.code_lists[0].read_at = ReadAt::EventDate;
    let codes = model.codes_of("loans.kind").unwrap();
    assert_eq!(
        labels(&codes, "2", YearQuarter::new(2005, 1)),
        ["youth", "comics"]
    );
    let on = codes.meanings_on("2", Date::ymd(2012, 1, 1));
    assert_eq!(on.len(), 1);
    assert_eq!(on[0].label, label("comics"));
}

#[test]
fn codes_that_were_supplied_are_found() {
    let mut model = model(ValueType::YearQuarter {});
    let supplied = CodeEntry::new("7", vec![meaning("games", None, None)]);
    model.code_lists[0].codes.push(supplied);
    let codes = model.codes_of("loans.kind").unwrap();
    assert_eq!(labels(&codes, "7", YearQuarter::new(2012, 1)), ["games"]);
}

#[test]
fn path_that_names_no_column_of_codes_finds_nothing() {
    let model = model(ValueType::YearQuarter {});
    for path in [
        "loans",
        "loans.",
        "loans.at",
        "loans.other",
        "visits.kind",
        "loans.kind.x",
    ] {
        assert!(model.codes_of(path).is_none(), "{path}");
    }
    let (block, column) = model.column("loans.kind").unwrap();
    assert_eq!((&*block.id, &*column.name), ("loans", "kind"));
    assert_eq!(model.list_of(&column).unwrap().id, "kind");
    assert!(
        model
            .list_of(&model.column("loans.at").unwrap().1)
            .is_none()
    );
}
