//! A model that is made of its parts: one id means one thing.

use beraad_describe::{
    Block, Date, Deliberation, Field, GlossaryEntry, Label, Language, Model, OwnQuantity, Role,
    RoleColumn, Subject, ValueType, Window,
};

fn label(en: &'static str) -> Label {
    Label::new([(Language::NL, "iets"), (Language::EN, en)])
}

/// A model with one block, whose columns are of these types.
fn model(types: &[ValueType], subjects: &[Subject]) -> Model {
    let title = label("decision");
    let window = Window::of_years(2005, 2013);
    let mut decision = Deliberation::new("99/001", title, Date::ymd(2017, 6, 6), window);
    decision.languages.editions = vec![Language::NL, Language::EN];
    let mut block = Block::new("wage", label("Wage"));
    let columns = types.iter().enumerate().map(|(index, value_type)| {
        let id = format!("column_{index}");
        RoleColumn::new(id, Role::Technical, label("Column"), value_type.clone())
    });
    block.fields = columns.map(Field::Role).collect();
    Model::assemble(
        "1.0.0",
        decision,
        [&block],
        [],
        subjects,
        Vec::new(),
        Vec::new(),
    )
}

fn number(label: Label) -> ValueType {
    ValueType::Number {
        quantity: OwnQuantity::try_new("kilometres", label).unwrap().into(),
        min: 0,
        max: 9,
        decimals: 0,
    }
}

fn amount(decimals: u8) -> ValueType {
    ValueType::Amount {
        currency: "EUR".into(),
        decimals,
        min: 0,
        max: 9,
    }
}

#[test]
fn part_that_occurs_twice_is_kept_once() {
    let hospital = Subject::new("hospital", label("hospital"));
    let kilometres = number(label("number of kilometres"));
    let model = model(
        &[kilometres.clone(), kilometres, amount(2), amount(2)],
        &[hospital.clone(), hospital.clone()],
    );
    assert_eq!(model.subjects, [hospital]);
}

#[test]
#[should_panic(expected = "two subjects have the id `hospital`")]
fn two_subjects_with_one_id_are_an_error() {
    let names = ["hospital", "clinic"];
    model(
        &[],
        &names.map(|name| Subject::new("hospital", label(name))),
    );
}

#[test]
#[should_panic(expected = "two quantities have the id `kilometres`")]
fn two_quantities_with_one_id_are_an_error() {
    let labels = ["number of kilometres", "distance"];
    model(&labels.map(|text| number(label(text))), &[]);
}

#[test]
#[should_panic(expected = "two quantities have the id `kilometres`")]
fn quantity_of_the_items_of_a_list_is_checked_too() {
    let list = ValueType::List {
        item: vec![number(label("distance"))].into(),
    };
    model(&[number(label("number of kilometres")), list], &[]);
}

#[test]
#[should_panic(expected = "the quantity `kilometres` has no label in `nl`")]
fn quantity_without_a_label_in_an_edition_is_an_error() {
    model(&[number(Label::new([(Language::EN, "kilometres")]))], &[]);
}

#[test]
#[should_panic(expected = "two currencies have the id `EUR`")]
fn currency_with_two_numbers_of_decimals_is_an_error() {
    model(&[amount(2), amount(3)], &[]);
}

fn with_glossary(glossary: Vec<GlossaryEntry>) -> Model {
    let window = Window::of_years(2005, 2013);
    let decision = Deliberation::new("99/001", label("decision"), Date::ymd(2017, 6, 6), window);
    Model::assemble("1.0.0", decision, [], [], [], Vec::new(), glossary)
}

fn entry(id: &'static str, form: &'static str) -> GlossaryEntry {
    GlossaryEntry::new(id, vec![form.into()], label("a name"))
}

#[test]
fn glossary_keeps_the_order_of_its_entries() {
    let entries = vec![entry("un", "UN"), entry("eu", "EU")];
    assert_eq!(with_glossary(entries.clone()).glossary, entries);
}

#[test]
#[should_panic(expected = "duplicate entry `eu` in the glossary")]
fn two_entries_of_the_glossary_with_one_id_are_an_error() {
    with_glossary(vec![entry("eu", "EU"), entry("eu", "E.U.")]);
}

#[test]
#[should_panic(expected = "duplicate form `EU` in the glossary")]
fn two_entries_of_the_glossary_with_one_form_are_an_error() {
    with_glossary(vec![entry("eu", "EU"), entry("union", "EU")]);
}
