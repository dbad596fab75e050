//! The workbook that a provider completes: a read-me, and a sheet for each code list.

use beraad_codegen::message;
use beraad_codegen::messages::Messages;
use beraad_register::{TemplateError, TemplateWorkbook};
use beraad_schema::describe::{CodeList, Language, Model};

use crate::comments::{Saved, comments};
use crate::list_use::ListUse;

/// Returns the workbook with the templates of these lists, explained in these languages.
pub(crate) fn template_workbook(
    model: &Model,
    lists: &[&CodeList],
    languages: &[Language],
) -> Result<Vec<u8>, TemplateError> {
    let mut workbook = TemplateWorkbook::new(model);
    let decision = &model.deliberation;
    for &language in languages {
        let messages = Messages::of(language);
        let preferred = decision.languages.preferred(language);
        let name = decision.words.decision.first_of(&preferred).1;
        let values = [("decision", name), ("number", &*decision.number)];
        let text = messages.with(message!("template-workbook"), &values);
        for line in text.lines() {
            workbook.explain(vec![line.to_owned()]);
        }
        workbook.explain(Vec::new());
    }
    let main = languages.first().copied();
    let main = main.unwrap_or_else(|| decision.languages.main_edition());
    let messages = Messages::of(main);
    let header = [
        message!("template-workbook.list"),
        message!("template-workbook.label"),
        message!("template-workbook.provider"),
        message!("template-workbook.source"),
        message!("template-workbook.phrase"),
    ];
    let header = header.map(|message| messages.text(message).to_owned());
    workbook.explain(header.to_vec());
    for list in lists {
        let of_list = ListUse::of(model, list);
        let label = of_list.label.as_ref();
        let preferred = decision.languages.preferred(main);
        let label = label.map_or("", |label| label.first_of(&preferred).1);
        workbook.explain(vec![
            list.id.to_string(),
            label.to_owned(),
            of_list.providers.join("; "),
            of_list.source_institutions.join("; "),
            of_list.phrases.join("; "),
        ]);
    }
    for list in lists {
        workbook.add(list, comments(model, list, languages, Saved::AsWorkbook));
    }
    workbook.to_bytes()
}
