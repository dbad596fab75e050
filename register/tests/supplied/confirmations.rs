//! Values that a supplied file confirms: `# confirmed: NA`.

use beraad_describe::Language;
use beraad_register::ListWarningKind;

use super::{errors, list, merged, read, warned};

#[test]
fn confirmed_value_gives_no_warning() {
    let suspicious = "code,nl,valid_from\nNA,een,1900-01-01\nb,\"Bouw, &amp; hout\",\nB,twee,\n";
    let kinds: Vec<_> = warned("department.csv", suspicious)
        .into_iter()
        .map(|(_, kind)| kind)
        .collect();
    let expected = [
        ListWarningKind::OpenEnd,
        ListWarningKind::Placeholder,
        ListWarningKind::Encoding,
        ListWarningKind::Capitals,
    ];
    assert_eq!(kinds.len(), expected.len(), "{kinds:?}");
    assert!(
        expected.iter().all(|kind| kinds.contains(kind)),
        "{kinds:?}"
    );
    for statements in [
        "# confirmed: NA, 1900-01-01, B\n# confirmed: Bouw, &amp; hout\n",
        "# bevestigd: NA; B; `1900-01-01`\n\"# confirmé : Bouw, &amp; hout\";;\n",
    ] {
        let file = format!("{statements}{suspicious}");
        assert_eq!(warned("department.csv", &file), [], "{statements}");
        let model = merged(&[("department.csv", &file)]);
        let entry = list(&model, "department").find("NA").expect("the code");
        let from = entry.meanings[0].period.from;
        assert_eq!(
            from.map(|it| it.to_string()).as_deref(),
            Some("1900-01-01"),
            "a confirmed day is a day, not an open end"
        );
        let lists = read(&[("department.csv", file)]).expect("no error");
        assert!(lists.strict().is_ok());
    }
}

#[test]
fn misspelt_or_unused_confirmation_is_reported() {
    let unused = ListWarningKind::UnusedConfirmation;
    for (file, expected) in [
        (
            "# confirmed: Na\ncode,nl\nNA,een\n",
            &[(1, unused), (3, ListWarningKind::Placeholder)][..],
        ),
        (
            "# confirmed: NA\n# confirmed: NA\ncode,nl\nNA,een\n",
            &[(2, unused)],
        ),
        ("# confirmed: x\ncode,nl\n", &[(1, unused)]),
        ("# confirmed:\ncode,nl\n2,een\n", &[]),
        ("# confirmed by the office\ncode,nl\n2,een\n", &[]),
    ] {
        assert_eq!(warned("department.csv", file), expected, "{file}");
    }
    let misspelt = errors(&[("department.csv", "# confirmd: NA\ncode,nl\nNA,een\n")]);
    let message = "unknown statement `confirmd`; did you mean `confirmed`?";
    assert!(misspelt.to_string().contains(message), "{misspelt}");
    // A file with errors hides warnings, so that nobody knows yet whether a value is needed.
    let with_error = errors(&[(
        "department.csv",
        "# confirmed: NA\ncode,nl\nNA,een\n,twee\n",
    )]);
    assert_eq!((with_error.count, with_error.warnings.count), (1, 0));
}

#[test]
fn each_warning_can_be_confirmed_as_it_says() {
    // Lines of every kind of warning, with labels of their own.
    let files = [
        (
            "department.csv",
            "code,nl\n09,kinderen\nA,een\na,twee\n02,Jeugd\n01,Jeugd.\nNA,drie\n1E+05,vier\n",
        ),
        (
            "department.csv",
            "code,nl\n01,muziek\n2,carriÃ¨re\n3,a\u{ad}b\n4,Co?rdinator\n",
        ),
        ("department.csv", "# complete: yes\ncode,nl\n2,een\n"),
        ("department.csv", "code,nl\nAntwerpen,02\nGent,03\n"),
        (
            "language.csv",
            "code,nl\nNL,nederlands\n2,\"a, #REF!\"\n3,#REF!\n",
        ),
        (
            "department.csv",
            "code,nl,valid_from,valid_to\n2,een,1900-01-01,2010-01-01\n2,een,2010-01-01,2112-01-01\n3,twee,1970-01-01,2009-12-30\n3,drie,2010-01-01,\n",
        ),
        (
            "fine_class.csv",
            "code,nl,lower,upper,unit\n1,een,0,50000,%\n",
        ),
        (
            "language.csv",
            "code,nl\n1,Bouw &amp;\n2,]]> <!-- -- > & &lt;\n3,\"#REF!,;\"\n",
        ),
    ];
    let languages = [Language::EN, Language::NL, Language::FR].into_iter();
    let cases = languages.flat_map(|language| files.map(|(name, file)| (language, name, file)));
    for (language, name, file) in cases {
        let mut file = file.to_owned();
        // A confirmed value may show another warning, which it hid.
        for _ in 0..5 {
            let lists = read(&[(name, &file)]).unwrap_or_else(|errors| panic!("{file}: {errors}"));
            let statements = lists.warnings().first.iter().map(|warning| {
                let message = warning.message.text(language);
                let (_, said) = message.rsplit_once("`# ").expect("a statement");
                let (statement, _) = said.rsplit_once('`').expect("a quote");
                format!("# {statement}\n")
            });
            let statements: std::collections::BTreeSet<_> = statements.collect();
            file = statements.into_iter().collect::<String>() + &file;
        }
        assert_eq!(warned(name, &file), [], "{file}");
    }
}
