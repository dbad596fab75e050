//! Cases that must compile, with unusual names for everything; each case also runs.

#[test]
fn cases_that_compile() {
    trybuild::TestCases::new().pass("tests/ui/pass/*.rs");
}
