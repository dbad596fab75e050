//! The parts of the example model that the examples of the rules change.

use beraad_describe::{
    AmountClassBounds, Block, ClosedSide, CodeEntry, CodeList, Field, Label, Language, Meaning,
    Model, RoleColumn, Variable,
};

/// Returns a block.
///
/// # Panics
/// If the model does not have it, as in each function of this module: the examples are tested.
pub(crate) fn block<'m>(model: &'m mut Model, id: &str) -> &'m mut Block {
    let mut blocks = model.blocks.iter_mut();
    blocks
        .find(|block| block.id == id)
        .expect("a block of the example model")
}

/// Returns a variable of a block, outside groups.
pub(crate) fn variable<'m>(model: &'m mut Model, block_id: &str, id: &str) -> &'m mut Variable {
    let fields = block(model, block_id).fields.iter_mut();
    let mut variables = fields.filter_map(|field| match field {
        Field::Variable(variable) => Some(&mut **variable),
        _ => None,
    });
    variables
        .find(|variable| variable.id == id)
        .expect("a variable of the example model")
}

/// Returns a column with a role.
pub(crate) fn role<'m>(model: &'m mut Model, block_id: &str, id: &str) -> &'m mut RoleColumn {
    let fields = block(model, block_id).fields.iter_mut();
    let mut roles = fields.filter_map(|field| match field {
        Field::Role(role) => Some(role),
        _ => None,
    });
    roles
        .find(|role| role.id == id)
        .expect("a column of the example model")
}

/// Returns a code list.
pub(crate) fn list<'m>(model: &'m mut Model, id: &str) -> &'m mut CodeList {
    let mut lists = model.code_lists.iter_mut();
    lists
        .find(|list| list.id == id)
        .expect("a code list of the example model")
}

/// Returns a code of a list.
pub(crate) fn code<'m>(model: &'m mut Model, list_id: &str, code: &str) -> &'m mut CodeEntry {
    let mut codes = list(model, list_id).codes.iter_mut();
    codes
        .find(|entry| entry.code.as_deref() == Some(code))
        .expect("a code of the example model")
}

/// Returns the first meaning of a code.
pub(crate) fn meaning<'m>(model: &'m mut Model, list_id: &str, text: &str) -> &'m mut Meaning {
    &mut code(model, list_id, text).meanings[0]
}

/// Creates a label in the two editions of the example model.
pub(crate) fn label(nl: &'static str, en: &'static str) -> Label {
    Label::new([(Language::NL, nl), (Language::EN, en)])
}

/// Creates a code with one meaning.
pub(crate) fn entry(code: &'static str, nl: &'static str, en: &'static str) -> CodeEntry {
    CodeEntry::new(code, vec![Meaning::new(label(nl, en))])
}

/// Gives the list of fines two classes: up to 5 euro, and more.
pub(crate) fn with_classes(model: &mut Model) {
    let class = |code: &'static str, lower: Option<&'static str>, upper: Option<&'static str>| {
        let mut bounds = AmountClassBounds::new(
            lower.map(Into::into),
            upper.map(Into::into),
            ClosedSide::Left,
        );
        bounds.currency = Some("EUR".into());
        let mut entry = entry(code, "klasse", "class");
        entry.meanings[0].class = Some(bounds);
        entry
    };
    list(model, "fine_class").codes = vec![
        class("1", Some("0"), Some("5")),
        class("2", Some("5"), None),
    ];
}
