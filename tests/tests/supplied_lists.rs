//! Published lists that a provider sends back, and the templates: no warning says that anything is implausible in them.

use std::fs;

use beraad_register::{SuppliedLists, Template};
use beraad_schema::describe::{CodeList, Date, Model};

/// The published codes of a list as a supplied file.
fn file_of(model: &Model, list: &CodeList) -> String {
    let languages: Vec<_> = model.deliberation.languages.all().collect();
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let mut header = vec!["code".to_owned()];
    header.extend(languages.iter().map(ToString::to_string));
    header.extend(["valid_from", "valid_to", "missing", "source"].map(str::to_owned));
    let mut file = header.join(",") + "\n";
    for (code, entry) in list.published_codes() {
        for meaning in &entry.meanings {
            let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
            let mut fields = vec![quoted(code)];
            let texts = languages
                .iter()
                .map(|language| meaning.label.text(*language));
            fields.extend(texts.map(|text| text.map(quoted).unwrap_or_default()));
            fields.extend([day(meaning.period.from), day(meaning.period.to)]);
            fields.push(meaning.missing.map(|it| it.to_string()).unwrap_or_default());
            fields.push(meaning.source.as_deref().map(quoted).unwrap_or_default());
            file += &(fields.join(",") + "\n");
        }
    }
    file
}

fn assert_published_lists_give_no_warning(model: &Model) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut count = 0;
    for list in &model.code_lists {
        let path = folder.path().join(format!("{}.csv", list.id));
        if list.published_codes().next().is_some() {
            fs::write(&path, file_of(model, list)).expect("a file");
            count += 1;
        } else {
            fs::write(&path, Template::new(model, list, ["a comment"]).text).expect("a file");
        }
    }
    let lists = SuppliedLists::read(folder.path(), model).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(lists.findings(), [], "{:?}", lists.more());
    assert_eq!((lists.files().count(), lists.warnings().count), (count, 0));
    assert!(count > 0);
}

#[test]
fn published_lists_of_the_model_give_no_warning() {
    assert_published_lists_give_no_warning(beraad_model::model());
}

#[test]
fn published_lists_of_other_decisions_give_no_warning() {
    assert_published_lists_give_no_warning(library_loans::model());
}
