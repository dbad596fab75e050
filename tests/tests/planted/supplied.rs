//! The model with code lists that the provider supplied.

use std::collections::BTreeSet;

use beraad_schema::describe::{
    Block, CodeEntry, CodeForm, Date, Label, Language, ListKind, Meaning, Model, Period,
    Representation, SuppliedFile,
};

/// The code that has no meaning in the second half of the window.
const ENDED: &str = "03";

/// Returns a model in which each list that comes with the delivery has codes of two signs. Every third list is complete.
pub(crate) fn model_with_lists(model: &Model) -> Model {
    let columns = model.blocks.iter().flat_map(Block::columns);
    let lists: BTreeSet<_> = columns
        .filter(|column| {
            let item = column.value_type().item();
            matches!(item.representation(), Representation::Code { .. })
        })
        .filter_map(|column| column.code_list().map(str::to_owned))
        .collect();
    let mut supplied = model.clone();
    let code_lists = supplied.code_lists.iter_mut().filter(|list| {
        list.kind == ListKind::Supplied && list.codes.is_empty() && lists.contains(&*list.id)
    });
    for (place, list) in code_lists.enumerate() {
        let codes = ["01", "02", ENDED, "04", "05", "A7", "B8", "0C"];
        list.codes = codes.map(entry).into();
        list.form = Some(CodeForm::new("2".parse().ok(), None).expect("a form"));
        let mut file = SuppliedFile::from_bytes(format!("{}.csv", list.id), b"");
        file.complete = place % 3 == 2;
        list.supplied_by = Some(file);
    }
    supplied
}

fn entry(code: &'static str) -> CodeEntry {
    let mut meaning = Meaning::new(Label::new([(Language::EN, "A supplied code")]));
    if code == ENDED {
        meaning.period = Period::new(None, Some(Date::ymd(2011, 6, 30)));
    }
    CodeEntry::new(code, vec![meaning])
}
