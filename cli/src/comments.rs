//! The comments in the template for a code list, which explain what the provider should write.

use beraad_codegen::message;
use beraad_codegen::messages::Messages;
use beraad_register::Template;
use beraad_schema::describe::{CodeEntry, CodeList, Column, Label, Language, Model, visible};

/// The form in which a provider saves a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Saved {
    AsCsv,
    AsWorkbook,
}

/// Returns the comments for a list in each of these languages, with an empty line between two of them.
pub(crate) fn comments(
    model: &Model,
    list: &CodeList,
    languages: &[Language],
    saved: Saved,
) -> Vec<String> {
    let mut lines = Vec::new();
    for &language in languages {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        add_comments(&mut lines, model, list, language, saved);
    }
    lines
}

fn add_comments(
    lines: &mut Vec<String>,
    model: &Model,
    list: &CodeList,
    language: Language,
    saved: Saved,
) {
    let messages = Messages::of(language);
    let mut add = |text: &str| lines.extend(text.lines().map(str::to_owned));
    let deliberation = &model.deliberation;
    let preferred = deliberation.languages.preferred(language);
    let decision = visible(deliberation.words.decision.first_of(&preferred).1);
    let number = visible(&deliberation.number);
    add(&messages.with(
        message!("template"),
        &[
            ("list", &list.id),
            ("decision", &decision),
            ("number", &number),
        ],
    ));
    add(messages.text(message!("template.instructions")));
    for (name, column) in columns(model, list) {
        let label = visible(column.label().first_of(&preferred).1);
        let named = [("variable", &*name), ("label", &*label)];
        match column.variable() {
            Some(variable) => {
                let phrase = visible(&variable.phrase.term);
                let [name, label] = named;
                add(&messages.with(
                    message!("template.variable"),
                    &[name, label, ("phrase", &*phrase)],
                ));
            }
            // No phrase of the decision names a technical column.
            None => add(&messages.with(message!("template.technical"), &named)),
        }
    }
    let labels = unpublished_labels(list);
    let count = list.published_codes().count();
    match saved {
        // The rows of a workbook have the labels.
        Saved::AsWorkbook if !labels.is_empty() => {
            if count > 0 {
                add(&known(messages, list, false));
            }
            add(messages.text(message!("template.labels-in-rows")));
        }
        _ => {
            add(&known(messages, list, !labels.is_empty()));
            for label in labels {
                add(&format!("  {}", visible(label.first_of(&preferred).1)));
            }
        }
    }
    let languages: Vec<_> = deliberation.languages.all().collect();
    let languages: Vec<_> = languages.iter().map(Language::as_str).collect();
    let length = CodeEntry::MAX_CODE_BYTES.to_string();
    add(&messages.with(
        message!("template.columns"),
        &[("length", &length), ("languages", &languages.join(", "))],
    ));
    if let Some(form) = list.required_form() {
        let form = form.label();
        let form = visible(form.first_of(&preferred).1);
        add(&messages.with(message!("template.form"), &[("form", &form)]));
    }
    if Template::has_class_columns(model, list) {
        add(messages.text(message!("template.class-columns")));
    }
    add(messages.text(match saved {
        Saved::AsCsv => message!("template.complete"),
        Saved::AsWorkbook => message!("template.complete-workbook"),
    }));
    add(messages.text(match saved {
        Saved::AsCsv => message!("template.save"),
        Saved::AsWorkbook => message!("template.save-workbook"),
    }));
}

/// Returns the sentence about the part of the list that is published.
fn known(messages: &Messages, list: &CodeList, has_labels: bool) -> String {
    let count = list.published_codes().count();
    let message = match (count, has_labels) {
        (0, false) if !list.searched => {
            return messages
                .text(message!("template.no-codes-known"))
                .to_owned();
        }
        (0, false) => {
            let found = messages.text(message!("no-list-found"));
            return messages.with(message!("template.nothing-known"), &[("found", found)]);
        }
        (0, true) => return messages.text(message!("template.labels-known")).to_owned(),
        (_, false) if list.is_reference_only() => message!("template.reference-codes-known"),
        (_, false) => message!("template.codes-known"),
        (_, true) => message!("template.codes-and-labels-known"),
    };
    messages.with(message, &[("known", &count.to_string())])
}

/// Returns the columns that use a list, each with its name `block.column`.
fn columns<'a>(model: &'a Model, list: &'a CodeList) -> impl Iterator<Item = (String, Column<'a>)> {
    model.blocks.iter().flat_map(move |block| {
        let columns = block.columns().into_iter();
        columns
            .filter(move |column| column.code_list() == Some(&*list.id))
            .map(move |column| (format!("{}.{}", block.id, column.name), column))
    })
}

/// Returns the labels whose code is not published.
fn unpublished_labels(list: &CodeList) -> Vec<&Label> {
    let codes = list.codes.iter().filter(|code| code.code.is_none());
    codes
        .flat_map(|code| code.meanings.iter().map(|meaning| &meaning.label))
        .collect()
}

#[cfg(all(test, feature = "model"))]
mod tests {
    use super::*;

    #[test]
    fn comments_explain_a_list_of_classes() {
        let model = beraad_codegen::testing::small_model();
        let list = model.code_list("fine_class").expect("the list");
        let languages = &model.deliberation.languages.editions;
        let comments = |saved| comments(&model, list, languages, saved);
        insta::assert_snapshot!(Template::new(&model, list, comments(Saved::AsCsv)).text);
        let of_workbook = comments(Saved::AsWorkbook).join("\n");
        insta::assert_snapshot!("comments_of_a_workbook", of_workbook);
    }
}
