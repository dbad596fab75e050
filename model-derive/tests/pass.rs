//! What must compile, whatever its author named things; each case also runs.

#[test]
fn cases_that_compile() {
    trybuild::TestCases::new().pass("tests/ui/pass/*.rs");
}
