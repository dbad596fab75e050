//! The help, and the commands that show parts of the model.

use beraad_codegen::messages::Messages;
use beraad_schema::describe::{CodeList, Identity, Language, Period, Variable};

use crate::{printed, run};

#[test]
fn help() {
    insta::assert_snapshot!("help", printed(&["--help"]));
}

#[test]
fn help_of_each_command() {
    let helps: Vec<_> = crate::commands()
        .iter()
        .map(|command| printed(&[command, "--help"]))
        .collect();
    insta::assert_snapshot!("help_of_each_command", helps.join("\n=====\n\n"));
}

#[test]
fn every_example_in_the_help_runs() {
    let folder = tempfile::tempdir().expect("a folder");
    // The files that examples read: a register, and the text of its decision.
    let drafted = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drafted");
    for file in ["decision.txt", "crate/deliberation.toml"] {
        let path = drafted.join(file);
        let name = path.file_name().expect("a file");
        std::fs::copy(&path, folder.path().join(name)).expect("the file can be copied");
    }
    // Two deliveries, of which any sign separates the fields.
    for name in ["delivery", "earlier"] {
        let delivery = folder.path().join(name);
        std::fs::create_dir(&delivery).expect("the folder is new");
        std::fs::write(delivery.join("death.csv"), "person\n1\n2\n").expect("a file");
    }
    // A kept version, in a revision of git.
    let built_in = &*beraad_model::model().version;
    let version = folder.path().join(format!("versions/{built_in}.json"));
    std::fs::create_dir(folder.path().join("versions")).expect("the folder is new");
    let in_folder = |program: &str, args: &[&str]| {
        let mut command = std::process::Command::new(program);
        let ended = command.args(args).current_dir(&folder).status();
        assert!(ended.expect("the program starts").success(), "{args:?}");
    };
    in_folder(env!("CARGO_BIN_EXE_beraad"), &["version", "new", built_in]);
    in_folder("git", &["init", "--quiet"]);
    in_folder("git", &["add", "versions"]);
    let author = ["-c", "user.name=x", "-c", "user.email=x@example.org"];
    let commit = ["commit", "--quiet", "--message", "Keep the model"];
    in_folder("git", &[&author[..], &commit[..]].concat());
    let mut seen = 0;
    let commands = crate::commands();
    let commands = commands.iter().map(|command| vec![&**command, "--help"]);
    for args in std::iter::once(vec!["--help"]).chain(commands) {
        let help = printed(&args);
        let examples = help.split_once("Examples:\n").expect("examples").1;
        for line in examples
            .lines()
            .filter_map(|line| line.strip_prefix("  beraad "))
        {
            let line = line.split_once(" > ").map_or(line, |(line, _)| line);
            // An existing file is never overwritten.
            if line.ends_with("--out deliberation.toml") {
                let register = folder.path().join("deliberation.toml");
                std::fs::remove_file(register).expect("the file can be removed");
            }
            if line.starts_with("version new") {
                std::fs::remove_file(&version).expect("the file can be removed");
            }
            let ended = crate::command()
                .args(line.split(' ').map(|word| word.trim_matches('\'')))
                .current_dir(&folder)
                .output()
                .expect("the binary starts");
            let strict = line.ends_with("--strict");
            let expected = i32::from(
                strict
                    && beraad_model::model()
                        .trace()
                        .iter()
                        .any(|it| it.column.is_none()),
            );
            assert_eq!(ended.status.code(), Some(expected), "{line}");
            seen += 1;
        }
    }
    assert!(seen >= 12, "{seen} examples");
}

#[test]
fn version_is_that_of_the_program_and_of_the_model() {
    let model = beraad_model::model();
    let expected = format!(
        "beraad {} (model {} of deliberation {})\n",
        env!("CARGO_PKG_VERSION"),
        model.version,
        model.deliberation.number
    );
    assert_eq!(printed(&["--version"]), expected);
}

#[test]
fn blocks() {
    insta::assert_snapshot!("blocks", printed(&["blocks"]));
}

#[test]
fn formats() {
    let shown = printed(&["formats"]);
    for format in beraad_codegen::FORMATS {
        assert!(shown.lines().any(|line| line == format.id), "{}", format.id);
    }
    insta::assert_snapshot!("formats", shown);
}

#[test]
fn block() {
    insta::assert_snapshot!("show_block", printed(&["show", "trajectory"]));
}

#[test]
fn variable_in_dutch() {
    let name = "unemployment_payment.compensation_category";
    insta::assert_snapshot!("show_variable_nl", printed(&["show", name, "--lang", "nl"]));
}

/// Checks both languages.
#[test]
fn everything_in_the_description_is_shown() {
    let model = beraad_model::model();
    for (lang, language) in [("nl", Language::NL), ("en", Language::EN)] {
        for block in &model.blocks {
            let shown = printed(&["show", &block.id, "--full", "--lang", lang]);
            let shown = folded(&shown);
            let holds = |text: &str| assert!(shown.contains(&folded(text)), "{}: {text}", block.id);
            let label = |label: &beraad_schema::describe::Label| holds(label.get(language));
            for known in [
                &block.label,
                &block.definition,
                &block.row_unit,
                &block.analysis_unit,
            ] {
                label(known);
            }
            for rule in &block.rules {
                label(&rule.message);
                holds(rule.basis.as_deref().unwrap_or_default());
            }
            match &block.identity {
                Identity::Key(columns) => holds(&columns.join(", ")),
                Identity::NoKnownKey(why) => label(why),
            }
            for note in &block.notes {
                label(&note.text);
            }
            for (column, variable) in block.variables() {
                holds(&format!("{}.{}", block.id, column.name));
                about(variable, language, &holds);
                let list = variable.code_list.as_deref();
                if let Some(list) = list.and_then(|id| model.code_list(id)) {
                    codes(list, language, &holds);
                }
            }
        }
    }
}

fn about(variable: &Variable, language: Language, holds: &impl Fn(&str)) {
    let known = [
        Some(&variable.label),
        Some(&variable.definition),
        variable.null_means.as_ref(),
        variable.universe.as_ref(),
        variable.source_unit.as_ref(),
        variable.unit.as_ref(),
        variable.range.as_ref(),
        variable.phrase.disputed.as_ref(),
    ];
    let notes = variable.notes.iter().map(|note| &note.text);
    for label in known.into_iter().flatten().chain(notes) {
        holds(label.get(language));
    }
    for text in &variable.evidence {
        holds(text);
    }
    holds(&variable.phrase.term);
    holds(variable.phrase.of.as_deref().unwrap_or_default());
    holds(variable.phrase.relative.as_deref().unwrap_or_default());
    for origin in &variable.origins {
        let more = [
            &origin.abbreviation,
            &origin.stated_validity,
            &origin.stated_level,
            &origin.page,
        ];
        let texts = more.into_iter().flatten();
        for text in texts.chain([&origin.name, &origin.institution, &origin.file]) {
            holds(text);
        }
    }
    for it in &variable.breaks {
        holds(it.from.as_str());
        holds(it.what.get(language));
        holds(it.advice.as_ref().map_or("", |advice| advice.get(language)));
    }
    for kind in &variable.alternatives {
        let word = Messages::of(language).word("value-kind", kind.id());
        holds(word.expect("a word for each kind"));
    }
}

fn codes(list: &CodeList, language: Language, holds: &impl Fn(&str)) {
    holds(&list.id);
    holds(list.page.as_deref().unwrap_or_default());
    for code in &list.codes {
        holds(code.code.as_deref().unwrap_or_default());
        for meaning in &code.meanings {
            let Period { from, to } = meaning.period;
            for day in [from, to].into_iter().flatten() {
                holds(&day.to_string());
            }
            // The table breaks long words, and puts the lines of other cells between those of one cell.
            for word in meaning.label.get(language).split_whitespace() {
                holds(&word.chars().take(8).collect::<String>());
            }
        }
    }
}

/// Returns the text without line breaks and indentation.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn lines_fit_the_width_unless_a_single_word_is_longer() {
    let mut shown = vec![
        printed(&["blocks"]),
        printed(&["formats"]),
        printed(&["trace"]),
        printed(&["--help"]),
    ];
    for block in &beraad_model::model().blocks {
        shown.push(printed(&["show", &block.id]));
        shown.push(printed(&["show", &block.id, "--full", "--lang", "nl"]));
    }
    for line in shown.iter().flat_map(|text| text.lines()) {
        let one_word = !line.trim_start_matches([' ', '-']).contains(' ');
        assert!(one_word || line.chars().count() <= 80, "{line}");
        assert_eq!(line, line.trim_end(), "no space at the end");
    }
}

#[test]
fn role_column_is_shown_like_other_columns() {
    let shown = run(["show", "trajectory.person"]);
    assert_eq!(shown.code, Some(0), "{}", shown.err);
    assert!(
        shown
            .out
            .starts_with("trajectory.person\nPerson (serial number)\n"),
        "{}",
        shown.out
    );
}

#[test]
fn variable_of_the_readme_is_shown_as_there() {
    let readme = include_str!("../../../README.md");
    let command = "    $ cargo run --release -- show trajectory.trajectory_start_month\n";
    let (_, sample) = readme.split_once(command).expect("the sample");
    let (sample, _) = sample
        .split_once("    ...\n")
        .expect("the end of the sample");
    let sample: Vec<_> = sample
        .lines()
        .map(|line| line.strip_prefix("    ").unwrap_or(line))
        .collect();
    let shown = printed(&["show", "trajectory.trajectory_start_month"]);
    let shown: Vec<_> = shown.lines().take(sample.len()).collect();
    assert_eq!(sample, shown);
}
