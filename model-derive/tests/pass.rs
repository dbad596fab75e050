//! Cases that must compile, with unusual names for everything; each case also runs.

#[test]
fn each_case_compiles_and_runs() {
    trybuild::TestCases::new().pass("tests/ui/pass/*.rs");
}
