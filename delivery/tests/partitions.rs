//! A block as a folder with partitions, as Spark, polars, DuckDB and pyarrow write it.

mod common;

use std::fs::{self, File};
use std::path::Path;
use std::sync::Arc;

use beraad_delivery::{ConvertFormat, ConvertOptions, Delivery, Finding, Options, Renames, Report};
use beraad_schema::arrow::{ipc, parquet};
use beraad_schema::csv::Dialect;
use common::{folder, model};

const MEMBERS: &str = "person,year,sex,parent_1_sex\n1,2011,M,V\n2,2011,V,\n3,2012,,M\n";
const OF_2011: &str = "person,sex,parent_1_sex\n1,M,V\n2,V,\n";
const OF_2012: &str = "person,sex,parent_1_sex\n3,,M\n";

fn check(folder: &Path, options: &Options) -> Report {
    let model = model();
    let delivery = Delivery::open(folder, &model).unwrap();
    delivery.check(options).unwrap()
}

/// The checks of the findings with their columns, lines, periods and details.
fn findings(report: &Report) -> Vec<String> {
    let text = |it: &Finding| {
        let lines: Vec<_> = it.lines.iter().map(ToString::to_string).collect();
        let column = it.column.as_deref().unwrap_or("-");
        let details: Vec<_> = it.details.keys().map(String::as_str).collect();
        let text = format!(
            "{} {column} {} {}",
            it.check.id,
            lines.join(" "),
            details.join("; ")
        );
        text.trim().to_owned()
    };
    report.findings().map(text).collect()
}

/// Converts a delivery, and returns the path of its file of members.
fn convert(from: &Path, to: ConvertFormat, out: &Path) -> std::path::PathBuf {
    let model = model();
    let delivery = Delivery::open(from, &model).unwrap();
    fs::create_dir(out).unwrap();
    let converted = delivery.convert(&ConvertOptions::new(to), out).unwrap();
    assert!(converted.receipt.is_some(), "{:?}", converted.report);
    out.join(format!("member.{to}"))
}

/// Writes the rows of each year of a converted file to a folder of that year, without the column.
fn partition(file: &Path, to: ConvertFormat, folder: &Path) {
    let open = || File::open(file).unwrap();
    let batches: Vec<_> = match to {
        ConvertFormat::Parquet => parquet::BatchReader::try_new(open()).unwrap().collect(),
        _ => ipc::BatchReader::try_new(open()).unwrap().collect(),
    };
    let all = batches.into_iter().next().unwrap().unwrap();
    let year = all.schema().index_of("year").unwrap();
    let others: Vec<_> = (0..all.num_columns()).filter(|it| *it != year).collect();
    for (year, first, rows) in [("2011", 0, 2), ("2012", 2, 1)] {
        let batch = all.slice(first, rows).project(&others).unwrap();
        let folder = folder.join("member").join(format!("year={year}"));
        fs::create_dir_all(&folder).unwrap();
        let file = File::create(folder.join(format!("part-0.{to}"))).unwrap();
        let schema = Arc::clone(batch.schema_ref());
        if to == ConvertFormat::Parquet {
            let writer = ::parquet::arrow::ArrowWriter::try_new(file, schema, None);
            let mut writer = writer.unwrap();
            writer.write(&batch).unwrap();
            writer.close().unwrap();
        } else {
            let mut writer = arrow_ipc::writer::FileWriter::try_new(file, &schema).unwrap();
            writer.write(&batch).unwrap();
            writer.finish().unwrap();
        }
    }
}

#[test]
fn column_of_the_path_has_the_rows_of_one_file() {
    let whole = folder(&[("member.csv", MEMBERS)]);
    let parts = folder(&[
        ("member/_SUCCESS", ""),
        ("member/.part-0.csv.crc", ""),
        ("member/_metadata", ""),
        ("member/_common_metadata", ""),
        ("member/year=2011/part-0.csv", OF_2011),
        ("member/year=2011/_SUCCESS", ""),
        ("member/year=2012/part-0.csv", OF_2012),
    ]);
    let work = tempfile::tempdir().unwrap();
    let expected = convert(
        whole.path(),
        ConvertFormat::Parquet,
        &work.path().join("whole"),
    );
    let expected = fs::read(expected).unwrap();
    let found = convert(
        parts.path(),
        ConvertFormat::Parquet,
        &work.path().join("parts"),
    );
    assert_eq!(fs::read(found).unwrap(), expected);
    for to in [ConvertFormat::Parquet, ConvertFormat::Arrow] {
        let name = |name: &str| work.path().join(format!("{name}-{to}"));
        let typed = convert(whole.path(), to, &name("typed"));
        partition(&typed, to, &name("parts"));
        let report = check(&name("parts"), &Options::new());
        assert_eq!(
            findings(&report),
            findings(&check(whole.path(), &Options::new()))
        );
        assert_eq!(report.rows(), 3);
        let found = convert(&name("parts"), ConvertFormat::Parquet, &name("again"));
        assert_eq!(fs::read(found).unwrap(), expected);
    }
}

#[test]
fn comparison_reads_the_columns_of_paths() {
    let whole = folder(&[("member.csv", MEMBERS)]);
    let parts = folder(&[
        ("member/year=2011/part-0.csv", OF_2011),
        ("member/year=2012/part-0.csv", OF_2012),
    ]);
    let model = model();
    let old = Delivery::open(whole.path(), &model).unwrap();
    let new = Delivery::open(parts.path(), &model).unwrap();
    let comparison = new.compare(&old, &Options::new()).unwrap();
    assert!(!comparison.has_differences(), "{comparison:?}");
    let keys = comparison.blocks[0].keys.as_ref().unwrap();
    assert_eq!(keys.unchanged, 3);
}

#[test]
fn folders_have_several_levels_and_any_of_the_values() {
    let null = "__HIVE_DEFAULT_PARTITION__";
    let loans = folder(&[
        (
            "loan/loan_month=2011-03/department=01/part-0.csv",
            "person,renewals\n1,2\n",
        ),
        // The first day, as a program writes a date.
        (
            "loan/loan_month=2011-04-01/department=%30%31/part-0.csv",
            "person,renewals\n2,2\n",
        ),
        (
            &format!("loan/loan_month=2011-05/department={null}/data_0.csv"),
            "person,renewals\n3,1\n",
        ),
    ]);
    let work = tempfile::tempdir().unwrap();
    let model = model();
    let delivery = Delivery::open(loans.path(), &model).unwrap();
    let converted = delivery.convert(&ConvertOptions::new(ConvertFormat::Csv), work.path());
    let converted = converted.unwrap();
    let found = findings(&converted.report);
    assert!(converted.receipt.is_some(), "{found:?}");
    assert_eq!(
        fs::read_to_string(work.path().join("loan.csv")).unwrap(),
        "person,loan_month,return_month,department,renewals,fine_class\n\
         1,2011-03,,01,2,\n2,2011-04,,01,2,\n3,2011-05,,,1,\n"
    );
}

#[test]
fn column_of_the_file_is_read_and_not_that_of_its_path() {
    let members = folder(&[("member/year=2099/part-0.csv", MEMBERS)]);
    let report = check(members.path(), &Options::new());
    let rows = |report: &Report| (report.rows(), findings(report));
    let whole = folder(&[("member.csv", MEMBERS)]);
    assert_eq!(rows(&report), rows(&check(whole.path(), &Options::new())));
    // Also under another name.
    let mut renames = Renames::default();
    renames.add(None, "jaar", "year");
    let text = MEMBERS.replace("year", "jaar");
    let members = folder(&[("member/year=2099/part-0.csv", &text)]);
    let report = check(members.path(), &Options::new().renames(renames));
    assert_eq!(report.rows(), 3, "{:?}", findings(&report));
}

#[test]
fn column_of_the_path_is_renamed_or_ignored_as_one_of_the_file() {
    let members = folder(&[("member/jaar=2011/land=BE/part-0.csv", OF_2011)]);
    let mut renames = Renames::default();
    renames.add(Some("member"), "jaar", "year");
    let options = Options::new().renames(renames);
    let report = check(members.path(), &options);
    insta::assert_snapshot!("unknown_column_of_a_path", findings(&report).join("\n"));
    let report = check(
        members.path(),
        &options.dialect(Dialect::new().ignore("land")),
    );
    let expected = ["constant-column parent_1_sex".to_owned()];
    assert_eq!((report.rows(), &findings(&report)[..]), (2, &expected[..]));
    let receipt = &report.blocks[0].files[0];
    assert_eq!(receipt.renamed["jaar"], "year");
    let dialect = Dialect::new().rename("jaar", "year").ignore("land");
    let report = check(members.path(), &Options::new().dialect(dialect));
    assert_eq!((report.rows(), &findings(&report)[..]), (2, &expected[..]));
}

#[test]
fn notations_and_missing_texts_of_csv_files_are_those_of_their_paths_too() {
    let rows = "person,renewals\n1,2\n";
    let loans = folder(&[("loan/loan_month=201103/department=NA/part-0.csv", rows)]);
    let dialect = Dialect::new()
        .notation("yyyyMM".parse().unwrap())
        .missing("NA");
    let report = check(loans.path(), &Options::new().dialect(dialect));
    assert_eq!((report.rows(), findings(&report)), (1, vec![]));
}

#[test]
fn finding_in_a_file_has_the_period_of_its_path() {
    let invalid = "person,sex,parent_1_sex\nx,M,V\n2,V,\n";
    let files = [("member/year=2011/part-0.csv", invalid)];
    let report = check(folder(&files).path(), &Options::new());
    let finding = report
        .findings()
        .find(|it| it.check.id == "invalid-value")
        .unwrap();
    let periods: Vec<_> = finding.periods.iter().collect();
    assert_eq!(periods.len(), 1, "{finding}");
    assert!(format!("{periods:?}").contains("2011"), "{periods:?}");
}

#[test]
fn value_of_a_path_is_checked_as_that_of_a_file() {
    let loans = "person,renewals\n1,2\n";
    let null = "loan_month=__HIVE_DEFAULT_PARTITION__";
    let folders = [
        "loan_month=twenty",
        null,
        "loan_month=2011-03-02",
        "loan_month=",
    ];
    let of_loans = folders.map(|name| (format!("loan/{name}/part-0.csv"), loans));
    let members = "person,parent_1_sex\n1,M\n";
    let folders = [
        "year=2011/sex=Q",
        "year=3011/sex=M",
        "year=2011/sex=M",
        "yaer=2011/sex=M",
    ];
    let of_members = folders.map(|name| (format!("member/{name}/part-0.csv"), members));
    let found = of_loans.iter().chain(&of_members).map(|(path, text)| {
        let found = findings(&check(folder(&[(path, text)]).path(), &Options::new()));
        format!("{path}\n{}\n", found.join("\n"))
    });
    insta::assert_snapshot!("values_of_paths", found.collect::<Vec<_>>().join("\n"));
}

#[test]
fn folder_that_names_no_column_is_an_error() {
    let members = folder(&[
        ("member/2011/part-0.csv", OF_2011),
        ("member/=2011/part-0.csv", OF_2011),
        ("member/year=2011/year=2011/part-0.csv", OF_2011),
        ("member/year=2012/notes.txt", ""),
        ("loan/_delta_log/0.json", "{}"),
    ]);
    let error = Delivery::open(members.path(), &model()).unwrap_err();
    insta::assert_snapshot!("errors_of_folders", error);
}

#[test]
fn table_lists_files_whose_paths_have_columns() {
    let table = "[files]\nmember = [\"m/year=2011/a.csv\", \"m/year=2012/b.feather\"]\n";
    let members = folder(&[("delivery.toml", table), ("m/year=2011/a.csv", OF_2011)]);
    let work = tempfile::tempdir().unwrap();
    let of_2012 = folder(&[("member.csv", "person,year,sex,parent_1_sex\n3,2012,,M\n")]);
    let arrow = convert(
        of_2012.path(),
        ConvertFormat::Arrow,
        &work.path().join("out"),
    );
    fs::create_dir(members.path().join("m/year=2012")).unwrap();
    fs::copy(arrow, members.path().join("m/year=2012/b.feather")).unwrap();
    let report = check(members.path(), &Options::new());
    assert_eq!(report.rows(), 3, "{:?}", findings(&report));
}
