//! Cases that must compile, with unusual names for everything; each case also runs.

#[test]
fn each_case_compiles_and_runs() {
    let cases = trybuild::TestCases::new();
    // A folder that is not `ui/pass` has a decision of its own: other languages, or equal titles.
    for folder in [
        "pass",
        "equal_titles/pass",
        "quantities/pass",
        "french",
        "french_only",
    ] {
        cases.pass(format!("tests/ui/{folder}/*.rs"));
    }
}
