//! The examples of README.md work. Those in Rust compile: each of their lines is in a function of this file, or in the source of the model.

use std::error::Error;
use std::fs::File;

use beraad_delivery::Delivery;
use beraad_model::vdab::Trajectory;
use beraad_schema::Block;

/// The first example: a row from JSON, to a batch and back.
fn rows_and_batches(line: &str) -> Result<Vec<Trajectory>, Box<dyn Error>> {
    use beraad_schema::arrow;

    let row: Trajectory = serde_json::from_str(line)?;
    let batch = arrow::to_batch(&[row])?;
    let rows = arrow::from_batch::<Trajectory>(&batch)?;
    Ok(rows)
}

/// The second example: a whole file.
#[rustfmt::skip]
fn whole_file() -> Result<usize, Box<dyn Error>> {
    use beraad_schema::arrow::parquet;

    let mut rows = 0;
    for row in parquet::Reader::<Trajectory, _>::try_new(File::open("trajectory.parquet")?)? {
        let row = row?;
        rows += usize::from(row.check(beraad_model::model()).is_empty());
    }
    Ok(rows)
}

/// The third example: a CSV file as a provider writes it.
#[rustfmt::skip]
fn file_of_a_provider() -> Result<usize, Box<dyn Error>> {
    use beraad_schema::csv::{Dialect, encoding_rs::WINDOWS_1252};

    let mut errors = 0;
    let dialect = Dialect::new().separator(b';').encoding(WINDOWS_1252).decimal_comma()
        .notation("yyyyMM".parse()?).rename("volgnr", "person");
    for row in dialect.reader::<Trajectory, _>(File::open("trajectory.csv")?)? {
        if let Err(error) = row { eprintln!("{error}"); errors += 1; }
    }
    Ok(errors)
}

/// A text without white space, and without `/* ... */`, by which an example leaves lines out.
fn condensed(text: &str) -> String {
    text.replace("/* ... */", "").split_whitespace().collect()
}

#[test]
fn every_line_of_the_readme_is_compiled() {
    let readme = include_str!("../../README.md");
    let sources = [
        condensed(include_str!("readme.rs")),
        condensed(include_str!("../../model/src/vdab/trajectory.rs")),
    ];
    let mut lines = 0;
    for example in readme.split("```rust").skip(1) {
        let (example, _) = example.split_once("```").expect("the end of the example");
        for line in example.lines() {
            // Doc comments are part of an example, other comments explain it.
            let is_doc = line.trim().starts_with("///");
            let code = if is_doc {
                Some(line)
            } else {
                line.split("//").next()
            };
            // Behind what is left out, the example ends as the attribute does.
            let code = condensed(code.unwrap_or_default());
            let code = code.trim_end_matches([',', ')', ']']);
            assert!(
                sources.iter().any(|source| source.contains(code)),
                "no source contains `{code}`"
            );
            lines += usize::from(!code.is_empty());
        }
    }
    assert!(lines >= 18, "the examples were found");
}

#[test]
fn examples_run() {
    assert!(rows_and_batches("{}").is_err(), "columns are missing");
    assert!(whole_file().is_err(), "there is no such file");
    assert!(file_of_a_provider().is_err(), "there is no such file");
}

#[test]
fn dependencies_of_the_readme_are_crates_and_features_that_exist() {
    let readme = include_str!("../../README.md");
    let (_, lines) = readme.split_once("[dependencies]").expect("the example");
    let (lines, _) = lines.split_once("```").expect("the end of the example");
    let own = lines.lines().filter(|line| line.contains("beraad-"));
    let own: Vec<_> = own.collect();
    assert_eq!(own.len(), 2);
    for line in own {
        let name = line.split_whitespace().next().expect("a name");
        let folder = name.strip_prefix("beraad-").expect("a crate of Beraad");
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../");
        let manifest = std::fs::read_to_string(format!("{root}{folder}/Cargo.toml"));
        let manifest = manifest.expect("the folder of the crate");
        assert!(manifest.contains(&format!("name = \"{name}\"")));
        let features = line
            .split_once("features = [")
            .map_or("", |(_, features)| features);
        for feature in features.split('"').skip(1).step_by(2) {
            assert!(manifest.contains(&format!("\n{feature} = [")), "{feature}");
        }
        assert!(line.contains(env!("CARGO_PKG_REPOSITORY")), "{line}");
    }
}

#[test]
fn table_of_files_of_the_readme_is_read() {
    let readme = include_str!("../../README.md");
    let (_, table) = readme.split_once("```toml\n[files]\n").expect("the table");
    let (table, _) = table.split_once("```").expect("the end of the table");
    let folder = tempfile::tempdir().expect("a folder");
    let files: Vec<_> = table.split('"').skip(1).step_by(2).collect();
    assert_eq!(files.len(), 3);
    for file in files {
        let path = folder.path().join(file);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, "").expect("the file is written");
    }
    let table = format!("[files]\n{table}");
    std::fs::write(folder.path().join("delivery.toml"), table).expect("the file is written");
    Delivery::open(folder.path(), beraad_model::model()).expect("the files are found");
}
