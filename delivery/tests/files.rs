//! The files of a delivery: their names, and the table that lists others.

mod common;

use std::io::Write as _;
use std::path::Path;

use beraad_delivery::{ConvertFormat, ConvertOptions, Delivery, FindingScope, Options, Severity};
use beraad_schema::csv::{Dialect, encoding_rs};
use common::{folder, model};

const LOANS: &str =
    "person,loan_month,return_month,department,renewals,fine_class\n1,2011-03,2011-04,01,2,\n";
const MEMBERS: &str = "person,year,sex,parent_1_sex\n1,2011,M,V\n";

/// The messages about the files of a folder.
fn errors(files: &[(&str, &str)]) -> String {
    let folder = folder(files);
    let error = Delivery::open(folder.path(), &model()).unwrap_err();
    let path = folder.path().display().to_string();
    error.to_string().replace(&path, "FOLDER")
}

#[test]
fn table_lists_files_of_other_names() {
    let table = "[files]\nloan = \"lent.csv\"\nmember = [\"members/a.csv\", \"members/b.csv\"]\n";
    let folder = folder(&[
        ("delivery.toml", table),
        ("lent.csv", LOANS),
        ("members/a.csv", MEMBERS),
        ("members/b.csv", &MEMBERS.replace("1,2011", "2,2011")),
        ("members/.DS_Store", ""),
    ]);
    let model = model();
    let delivery = Delivery::open(folder.path(), &model).unwrap();
    let report = delivery.check(&Options::new()).unwrap();
    let files = report.blocks.iter().map(|block| {
        let paths: Vec<_> = block.files.iter().map(|file| &*file.path).collect();
        (&*block.block, block.rows, paths.join(" "))
    });
    assert_eq!(
        files.collect::<Vec<_>>(),
        [
            ("loan", 1, "lent.csv".to_owned()),
            ("member", 2, "members/a.csv members/b.csv".to_owned())
        ]
    );
}

#[test]
fn all_errors_of_a_table_are_reported_at_once() {
    let table = "[files]\nlone = \"loan.csv\"\nloan = [\"absent.csv\", \"../loan.csv\", \"/loan.csv\", \"loan.xlsx\", \"loan.csv\"]\n\
        member = [\"loan.csv\", \".//loan.csv\"]\n";
    insta::assert_snapshot!(errors(&[("delivery.toml", table), ("loan.csv", LOANS)]));
    insta::assert_snapshot!(
        "other_tables",
        ["[file]\n", "[files]\nloan = 1\n", "[files\n", "x"]
            .map(|table| errors(&[("delivery.toml", table)]))
            .join("\n")
    );
}

#[test]
fn path_with_backslashes_says_what_to_write() {
    let tables = [
        "[files]\nmember = \"members\\2012.csv\"\n",
        "[files]\nmember = \"members\\traject.csv\"\n",
        "[files]\nmember = 'members\\2012.csv'\n",
        "[files]\nmember = 'C:\\members\\2012.csv'\n",
        "[files]\nmember = [\n  \"a.csv\",\n  \"members\\2012.csv\",\n]\n",
    ];
    for table in tables {
        let errors = errors(&[
            ("delivery.toml", table),
            ("members/2012.csv", MEMBERS),
            ("a.csv", MEMBERS),
        ]);
        assert!(errors.contains("write `/` between folders"), "{errors}");
    }
}

#[test]
fn file_that_the_table_does_not_list_is_an_error() {
    let table = "[files]\nmember = \"members/a.csv\"\n";
    insta::assert_snapshot!(errors(&[
        ("delivery.toml", table),
        ("members/a.csv", MEMBERS),
        ("members/b.csv", MEMBERS),
        ("members/2013/c.csv", MEMBERS),
        ("lent.csv", LOANS),
    ]));
}

#[test]
fn file_is_decoded_once() {
    let text = LOANS
        .replace("return_month", "t\u{e9}rug")
        .replace("person", "lez\u{e9}r");
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let latin: Vec<u8> = text
        .chars()
        .map(|char| u8::try_from(char).unwrap())
        .collect();
    for (encoding, bytes) in [
        (encoding_rs::UTF_16LE, utf16),
        (encoding_rs::WINDOWS_1252, latin),
    ] {
        let folder = folder(&[]);
        std::fs::write(folder.path().join("loan.csv"), bytes).unwrap();
        let model = model();
        let delivery = Delivery::open(folder.path(), &model).unwrap();
        let dialect = Dialect::new()
            .encoding(encoding)
            .rename("t\u{e9}rug", "return_month")
            .rename("lez\u{e9}r", "person");
        let report = delivery.check(&Options::new().dialect(dialect)).unwrap();
        let errors = report
            .findings()
            .filter(|it| it.severity == Severity::Error);
        assert_eq!(
            (report.rows(), errors.count()),
            (1, 0),
            "{}",
            encoding.name()
        );
    }
}

#[test]
fn byte_order_mark_within_a_file_hides_no_row() {
    let (header, row) = LOANS.split_once('\n').unwrap();
    // With a quote sign, records are read one by one.
    for department in ["01", "\"01\""] {
        let row = row.replace("01,2", &format!("{department},2"));
        let text = format!("{header}\n\u{feff}{row}{row}");
        let folder = folder(&[("loan.csv", &text)]);
        let model = model();
        let delivery = Delivery::open(folder.path(), &model).unwrap();
        let report = delivery.check(&Options::new()).unwrap();
        let errors = report
            .findings()
            .filter(|it| it.severity == Severity::Error);
        let errors = errors.map(|it| (it.check.id, it.column.as_deref(), it.lines[0].line));
        assert_eq!(report.rows(), 2, "{department}");
        assert_eq!(
            errors.collect::<Vec<_>>(),
            [("invalid-value", Some("person"), 2)],
            "{department}"
        );
    }
}

#[test]
fn pipe_and_file_are_reported_in_place_of_a_folder() {
    let folder = folder(&[("loan.csv", LOANS)]);
    let file = folder.path().join("loan.csv");
    let error = Delivery::open(&file, &model()).unwrap_err().to_string();
    assert!(error.contains("write the path of a folder"), "{error}");
}

/// Checks a folder with these files, and returns each finding about a file, with its details.
fn findings_of_files(files: &[(&str, &[u8])]) -> (u64, Vec<(&'static str, String)>) {
    let folder = folder(&[]);
    for (name, bytes) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    let model = model();
    let delivery = Delivery::open(folder.path(), &model).unwrap();
    let report = delivery.check(&Options::new()).unwrap();
    let findings = report
        .findings()
        .filter(|it| it.scope() == FindingScope::Files)
        .flat_map(|it| {
            it.details
                .keys()
                .map(|detail| (it.check.id, detail.clone()))
        });
    (report.rows(), findings.collect())
}

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn damaged_file_does_not_stop_the_check_of_the_others() {
    let packed = gzip(LOANS.as_bytes());
    let zstd = zstd::encode_all(LOANS.as_bytes(), 0).unwrap();
    for (name, bytes) in [
        ("loan.csv.gz", &packed[..packed.len() - 9]),
        ("loan.csv.gz", &packed[..5]),
        ("loan.csv.zst", &zstd[..zstd.len() - 5]),
    ] {
        let (rows, findings) =
            findings_of_files(&[(name, bytes), ("member.csv", MEMBERS.as_bytes())]);
        assert!(rows >= 1, "{name}");
        let [(check, detail)] = &*findings else {
            panic!("one finding: {findings:?}");
        };
        assert_eq!(*check, "unreadable-file");
        assert!(detail.starts_with(&format!("`{name}`: ")), "{detail}");
        assert!(
            detail.contains("copy it again, or ask the provider"),
            "{detail}"
        );
    }
}

/// A decoder reports a wrong checksum once, after the last bytes.
#[test]
fn wrong_checksum_of_a_packed_file_is_found() {
    let mut packed = gzip(LOANS.as_bytes());
    // The checksum, and the number of bytes.
    for place in packed.len() - 8..packed.len() {
        packed[place] ^= 1;
        let (_, findings) = findings_of_files(&[("loan.csv.gz", &packed)]);
        let checks: Vec<_> = findings.iter().map(|(check, _)| *check).collect();
        assert_eq!(checks, ["unreadable-file"], "byte {place}");
        packed[place] ^= 1;
    }
}

#[test]
fn header_of_a_file_that_cannot_be_read_did_not_pass() {
    let folder = folder(&[("loan.csv", "PK\u{3}\u{4}"), ("member.csv", MEMBERS)]);
    let model = model();
    let delivery = Delivery::open(folder.path(), &model).unwrap();
    let report = delivery.check(&Options::new()).unwrap();
    let [loan, member] = &*report.blocks else {
        panic!("two blocks");
    };
    assert_eq!(loan.passed, [""; 0]);
    let text = loan.findings[0].to_string();
    assert!(
        text.contains("; `loan.csv`: it is an Excel workbook"),
        "{text}"
    );
    assert!(
        member
            .passed
            .starts_with(&["unreadable-file", "invalid-header"])
    );
}

#[test]
fn rows_before_the_damage_of_a_file_are_checked() {
    let (header, row) = LOANS.split_once('\n').unwrap();
    // More than one part of a file, of which the last one is cut off.
    let numbers = (0..90_000).map(|number| row.replacen('1', &number.to_string(), 1));
    let text = format!("{header}\n{}", numbers.collect::<String>());
    let packed = gzip(text.as_bytes());
    let (rows, findings) = findings_of_files(&[("loan.csv.gz", &packed[..packed.len() - 99])]);
    assert!((1..90_000).contains(&rows), "{rows}");
    let expected = format!("(the {rows} rows before the error were checked)");
    assert!(findings[0].1.contains(&expected), "{findings:?}");
}

#[test]
fn file_of_another_kind_than_its_name_says_is_named() {
    let parquet: &[u8] = b"PAR1\x15\x04";
    for (name, bytes, expected) in [
        (
            "loan.csv",
            &gzip(b"x")[..],
            "it is a gzip file: name it `.csv.gz`",
        ),
        (
            "loan.csv",
            b"PK\x03\x04",
            "it is an Excel workbook or a zip archive: save the sheet as \"CSV UTF-8\", or unpack the archive",
        ),
        (
            "loan.csv",
            parquet,
            "it is a Parquet file: name it `.parquet`",
        ),
        (
            "loan.parquet",
            LOANS.as_bytes(),
            "it is a text file, not a Parquet file: name it `.csv` if it is CSV",
        ),
        (
            "loan.csv.gz",
            LOANS.as_bytes(),
            "it is a text file, not a gzip file: name it `.csv` if it is CSV",
        ),
        (
            "loan.csv.zst",
            &gzip(b"x"),
            "it is a gzip file: name it `.csv.gz`",
        ),
        (
            "loan.arrow",
            parquet,
            "it is a Parquet file: name it `.parquet`",
        ),
        (
            "loan.feather",
            b"FEA1\0\0\0\0",
            "it is a Feather file of version 1: write it as version 2, or as Parquet",
        ),
    ] {
        let (_, findings) = findings_of_files(&[(name, bytes)]);
        let expected = format!("`{name}`: {expected}");
        assert_eq!(findings, [("unreadable-file", expected)]);
    }
    // The first column of a CSV file may have such a name.
    let text = LOANS.replace("person", "PAR1_person");
    assert_eq!(
        findings_of_files(&[("loan.csv", text.as_bytes())]),
        (0, Vec::new())
    );
}

#[test]
fn file_without_rows_says_what_was_expected() {
    let header = LOANS.lines().next().unwrap();
    let (_, findings) = findings_of_files(&[
        ("loan/1.csv", header.as_bytes()),
        ("loan/2.csv", LOANS.as_bytes()),
    ]);
    let expected = "`loan/1.csv` has a header and no row; expected rows, each of one loan";
    assert_eq!(findings, [("file-without-rows", expected.to_owned())]);
}

#[test]
fn folder_without_files_is_an_error() {
    let table = "[files]\nmember = []\n";
    insta::assert_snapshot!(errors(&[("loan/.DS_Store", ""), ("member.csv", MEMBERS)]));
    insta::assert_snapshot!(
        "empty_list",
        errors(&[("delivery.toml", table), ("loan.csv", LOANS)])
    );
}

#[test]
fn bytes_of_another_encoding_name_the_encoding() {
    let folder = folder(&[]);
    let header = LOANS.lines().next().unwrap().as_bytes();
    // Without and with a quote sign, lines are read in two ways.
    for quote in ["", "\""] {
        let row = format!("\n{quote}1{quote},2011-03,,");
        let bytes = [header, row.as_bytes(), b"\xe9,2,\n"].concat();
        std::fs::write(folder.path().join("loan.csv"), bytes).unwrap();
        let model = model();
        let delivery = Delivery::open(folder.path(), &model).unwrap();
        let report = delivery.check(&Options::new()).unwrap();
        let mut findings = report.findings();
        let finding = findings.find(|it| it.check.id == "invalid-record").unwrap();
        let details: Vec<_> = finding.details.keys().collect();
        assert_eq!(
            details,
            [
                "the bytes are not UTF-8: state the encoding of the file, such as `Dialect::encoding(WINDOWS_1252)`"
            ]
        );
        assert_eq!(finding.without_detail, 0);
    }
}

#[test]
fn header_in_utf_16_names_its_byte_order() {
    let bytes = |to_bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        LOANS.encode_utf16().flat_map(to_bytes).collect()
    };
    for (bytes, encoding) in [
        (bytes(u16::to_be_bytes), "UTF_16BE"),
        (bytes(u16::to_le_bytes), "UTF_16LE"),
    ] {
        let folder = folder(&[]);
        std::fs::write(folder.path().join("loan.csv"), bytes).unwrap();
        let model = model();
        let delivery = Delivery::open(folder.path(), &model).unwrap();
        let report = delivery.check(&Options::new()).unwrap();
        let finding = report.findings().next().unwrap();
        let detail = finding.details.keys().next().unwrap();
        assert!(detail.contains(encoding), "{detail}");
    }
}

#[test]
fn place_in_a_parquet_file_is_a_row() {
    let row = LOANS.lines().nth(1).unwrap();
    let csv = folder(&[("loan.csv", &format!("{LOANS}{row}\n"))]);
    let model = model();
    let delivery = Delivery::open(csv.path(), &model).unwrap();
    let typed = folder(&[]);
    let options = ConvertOptions::new(ConvertFormat::Parquet);
    delivery.convert(&options, typed.path()).unwrap();
    let of = |folder: &Path| {
        let delivery = Delivery::open(folder, &model).unwrap();
        let report = delivery.check(&Options::new()).unwrap();
        let mut findings = report.findings();
        let finding = findings.find(|it| it.check.id == "duplicate-row").unwrap();
        finding.to_string()
    };
    assert!(of(csv.path()).ends_with("1 row, line 3"));
    assert!(of(typed.path()).ends_with("1 row, row 2"));
}
