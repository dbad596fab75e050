//! Tests of the example: its codebook and its rows.

use beraad_schema::Block;
use library_loans::{Loan, Reader};

#[test]
fn program_writes_the_codebook() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let handout = folder.path().join("handout");
    let status = std::process::Command::new(env!("CARGO_BIN_EXE_library-loans"))
        .args(["codebook", "--out"])
        .arg(&handout)
        .status()
        .expect("the program starts");
    assert!(status.success());
    let page = std::fs::read_to_string(handout.join("index.html")).expect("a codebook page");
    for words in ["2042/7", "loan_month", "Aantal verlengingen", "novel"] {
        assert!(page.contains(words), "the page does not contain `{words}`");
    }
}

#[test]
fn invalid_rows_are_rejected() {
    let loan: Loan = serde_json::from_str(
        r#"{"reader": 3, "loan_month": "2040-05", "work_sort": "P", "renewals": 0}"#,
    )
    .expect("a loan");
    assert_eq!(loan.work_sort.map(|sort| sort.as_str()), Some("P"));
    for invalid in [
        r#"{"reader": 3, "loan_month": "2040-05-17", "renewals": 0}"#,
        r#"{"reader": 3, "loan_month": "2040-05", "work_sort": "X", "renewals": 0}"#,
        r#"{"reader": 3, "loan_month": "2040-05"}"#,
    ] {
        assert!(serde_json::from_str::<Loan>(invalid).is_err(), "{invalid}");
    }
    assert_eq!(Reader::description().heading, "Lezers");
}
