//! The commands, each in a file that is named like the command.

mod blocks;
mod check;
mod codebook;
mod codelists;
mod convert;
mod diff;
mod draft;
mod explain;
mod formats;
mod generate;
mod new;
mod rules;
mod show;
mod trace;
mod version;

use crate::command::CommandEntry;

/// All commands, in the order of the help.
pub(crate) const COMMANDS: &[CommandEntry] = &[
    CommandEntry::of::<codebook::Codebook>(),
    CommandEntry::of::<generate::Generate>(),
    CommandEntry::of::<formats::Formats>(),
    CommandEntry::of::<blocks::Blocks>(),
    CommandEntry::of::<codelists::Codelists>(),
    CommandEntry::of::<check::Check>(),
    CommandEntry::of::<convert::Convert>(),
    CommandEntry::of::<show::Show>(),
    CommandEntry::of::<trace::Trace>(),
    CommandEntry::of::<diff::Diff>(),
    CommandEntry::of::<explain::Explain>(),
    CommandEntry::of::<rules::Rules>(),
    CommandEntry::of::<version::Version>(),
    CommandEntry::of::<draft::Draft>(),
    CommandEntry::of::<new::New>(),
];

#[cfg(all(test, feature = "model"))]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use beraad_schema::describe::{Model, SuppliedFile};
    use serde_json::Value;

    use super::*;
    use crate::command::Context;
    use crate::examples::ModelNames;
    use crate::output::Output;

    /// Text that clears the screen, changes the colour, reverses the line and rings the bell.
    const HOSTILE: &str = "\u{1b}[2J\u{9b}31m\u{202e}\u{7}\r";

    /// Adds hostile text to every text for people, and to the phrases of the decision.
    fn taint(value: &mut Value) {
        const TEXTS: [&str; 18] = [
            "nl",
            "en",
            "fr",
            "term",
            "of",
            "title",
            "heading",
            "relative",
            "name",
            "file",
            "page",
            "abbreviation",
            "institution",
            "standard",
            "source",
            "provider",
            "number",
            "basis",
        ];
        match value {
            Value::Array(items) => items.iter_mut().for_each(taint),
            Value::Object(fields) => {
                for (name, field) in fields {
                    match field {
                        Value::String(text) if TEXTS.contains(&&**name) => text.push_str(HOSTILE),
                        Value::Array(texts) if name == "relatives" || name == "evidence" => {
                            for text in texts {
                                if let Value::String(text) = text {
                                    text.push_str(HOSTILE);
                                }
                            }
                        }
                        field => taint(field),
                    }
                }
            }
            _ => {}
        }
    }

    fn output_of(model: &Model, line: &str) -> String {
        let name = line.split(' ').next();
        let mut commands = COMMANDS.iter();
        let command = commands.find(|command| Some(command.name) == name);
        let command = command.expect("the line starts with a command");
        let mut matches = command
            .definition("beraad", &ModelNames::of(model))
            .get_matches_from(line.split(' '));
        let task = command.parse(&mut matches).expect("the line is valid");
        let context = Context {
            model,
            program: "beraad",
            is_strict: false,
        };
        let mut bytes = Vec::new();
        let mut output = Output::new(&mut bytes, 80);
        task(&context, &mut output).expect("the command succeeds");
        output.finish().expect("a vector takes everything");
        String::from_utf8(bytes).expect("the output is UTF-8")
    }

    #[test]
    fn terminal_executes_no_text_of_a_model() {
        let mut json = serde_json::to_value(beraad_model::model()).expect("a model is JSON");
        taint(&mut json);
        let mut model: Model = serde_json::from_value(json).expect("the JSON is a model");
        let mut lists = model.code_lists.iter_mut();
        let list = lists.next().expect("the model has code lists");
        list.supplied_by = Some(SuppliedFile::new(HOSTILE, HOSTILE));
        let mut lines = vec![
            "blocks".to_owned(),
            "codelists".to_owned(),
            "codelists --format json".to_owned(),
            "trace".to_owned(),
            "trace --format csv".to_owned(),
            "trace --format json".to_owned(),
        ];
        for block in &model.blocks {
            lines.push(format!("show {} --full", block.id));
            lines.push(format!("show {} --full --lang nl", block.id));
        }
        for line in lines {
            let text = output_of(&model, &line);
            let is_executed =
                |char: char| (char.is_control() && char != '\n') || char == '\u{202e}';
            assert!(!text.contains(is_executed), "{line}");
            let visible = if line.ends_with("json") {
                "\\u001b"
            } else {
                "⟨U+001B⟩"
            };
            assert!(
                text.contains(visible),
                "{line}: the hostile text is visible"
            );
        }
    }

    #[test]
    fn each_file_is_a_command_with_its_name() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/commands");
        let files: BTreeSet<_> = std::fs::read_dir(folder)
            .expect("the folder can be read")
            .map(|entry| entry.expect("the folder can be read").path())
            .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
            .filter(|name| name != "mod")
            .collect();
        let commands: BTreeSet<_> = COMMANDS.iter().map(|entry| entry.name.to_owned()).collect();
        assert_eq!(commands, files);
    }
}
