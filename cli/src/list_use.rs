//! The use of a code list: the variables that have its codes, and who delivers them.

use beraad_codegen::Selection;
use beraad_schema::describe::{CodeList, Label, Model};

/// The variables of a code list, with what a letter about the list must name.
pub(crate) struct ListUse<'a> {
    /// The label of the list, or that of its first variable.
    pub(crate) label: Option<Label>,
    /// The variables, as `block.variable`.
    pub(crate) variables: Vec<String>,
    /// The institutions that deliver the variables.
    pub(crate) providers: Vec<&'a str>,
    /// The institutions that are responsible for the sources of the variables.
    pub(crate) source_institutions: Vec<&'a str>,
    /// The phrases of the decision that authorise the variables.
    pub(crate) phrases: Vec<&'a str>,
}

impl<'a> ListUse<'a> {
    pub(crate) fn of(model: &'a Model, list: &'a CodeList) -> Self {
        let selection = Selection::all(model);
        let mut of_list = Self {
            label: list.label.clone(),
            variables: Vec::new(),
            providers: Vec::new(),
            source_institutions: Vec::new(),
            phrases: Vec::new(),
        };
        for block in &model.blocks {
            for column in block.columns() {
                if column.code_list() != Some(&*list.id) {
                    continue;
                }
                let name = format!("{}.{}", block.id, column.name);
                of_list.variables.push(name);
                of_list.label.get_or_insert_with(|| column.label());
                add(&mut of_list.providers, selection.provider(block));
                if let Some(variable) = column.variable() {
                    add(&mut of_list.phrases, Some(&*variable.phrase.term));
                    for origin in &variable.origins {
                        let institution = Some(&*origin.institution);
                        add(&mut of_list.source_institutions, institution);
                    }
                }
            }
        }
        of_list
    }
}

/// Adds a text that is not there yet.
fn add<'a>(texts: &mut Vec<&'a str>, text: Option<&'a str>) {
    texts.extend(text.filter(|text| !texts.contains(text)));
}
