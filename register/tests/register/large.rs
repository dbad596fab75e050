//! A large register takes no more than seconds.

use std::time::{Duration, Instant};

use beraad_register::Register;

use super::TEXT;

const COUNT: usize = 100_000;

/// The text of a heading, up to its terms.
const HEADING: &str =
    "[[heading]]\nparagraph = \"2\"\ntitle = \"Titel\"\nen = \"Title\"\nterms = [";

fn repeated(part: impl Fn(usize) -> String) -> String {
    (0..COUNT).map(part).collect()
}

#[test]
fn large_register_is_read_in_seconds() {
    let headings = |paragraph: fn(usize) -> String| {
        repeated(|it| {
            let paragraph = paragraph(it);
            format!(
                "[[heading]]\nparagraph = \"{paragraph}\"\ntitle = \"Titel {it}\"\nen = \"Title {it}\"\nterms = [{{ term = \"a\" }}]\n"
            )
        })
    };
    let paragraphs = repeated(|it| format!("[[paragraph]]\nnumber = \"p{it}\"\n"));
    let terms = |separator: &str| repeated(|it| format!("{{ term = \"t{it}\" }},{separator}"));
    let same_terms = repeated(|_| "{ term = \"t\" },".to_owned());
    for (part, text, errors) in [
        ("headings", headings(|_| "2".to_owned()), 0),
        (
            "paragraphs with a heading each",
            paragraphs + &headings(|it| format!("p{it}")),
            0,
        ),
        ("terms", format!("{HEADING}\n{}]\n", terms("\n")), 0),
        ("terms in one line", format!("{HEADING}{}]\n", terms("")), 0),
        (
            "errors in one line",
            format!("{HEADING}{same_terms}]\n"),
            COUNT - 1,
        ),
    ] {
        let start = Instant::now();
        let read = Register::parse(&format!("{TEXT}\n{text}"));
        println!("{part}: {:?}", start.elapsed());
        let found = read.err().map_or(0, |errors| errors.iter().count());
        assert_eq!(found, errors, "{part}");
        // Much more than it takes; a comparison of all with all takes longer.
        assert!(
            start.elapsed() < Duration::from_secs(30),
            "{part}: {:?}",
            start.elapsed()
        );
    }
}
