//! Supplied lists become part of a model.

use beraad_describe::*;

use super::{list, merged, small_model};

#[test]
fn published_code_stays_and_a_label_gets_its_code() {
    let before = small_model();
    let model = merged(&[
        (
            "language.csv",
            "code,nl,fr,valid_from\nNL,Nederlands,néerlandais,2005-01-01\nFR,Frans,,\n",
        ),
        (
            "department.csv",
            "code,nl\n1,\"jeugd\"\n02,volwassenen\n01,kinderen\n",
        ),
        ("sex.csv", "code,nl\nV,vrouw\n"),
    ]);
    let language = list(&model, "language");
    let labels: Vec<_> = language
        .published_codes()
        .map(|(text, code)| {
            (
                text,
                &*code.meanings[0].label.nl,
                &*code.meanings[0].label.en,
            )
        })
        .collect();
    assert_eq!(
        labels,
        [("NL", "Nederlands", "Dutch"), ("FR", "Frans", "Frans")]
    );
    assert_eq!(language.codes.len(), 2, "the label without a code is gone");
    assert_eq!(
        language.codes[0].meanings[0].label.fr.as_deref(),
        Some("néerlandais")
    );
    let supplied = language.supplied_by.as_ref().expect("a file");
    assert_eq!(
        (&*supplied.file, supplied.sha256.len()),
        ("language.csv", 64)
    );

    let (old, new) = (list(&before, "department"), list(&model, "department"));
    let (_, youth) = new.published_codes().next().expect("a code");
    let kept = &old.codes[0].meanings;
    assert_eq!(
        youth.meanings[..kept.len()],
        kept[..],
        "what is published stays"
    );
    let added = &youth.meanings[kept.len()..];
    let added: Vec<_> = added
        .iter()
        .map(|it| (&*it.label.nl, it.supplied_by.as_deref()))
        .collect();
    assert_eq!(
        added,
        [("kinderen", Some("department.csv"))],
        "and what differs names its file"
    );
    let file = |code: &str| {
        let code = new.find(code).expect("the code");
        code.meanings[0].supplied_by.as_deref()
    };
    assert_eq!(
        (file("02"), file("9")),
        (Some("department.csv"), None),
        "a code beside published ones names its file"
    );
    let files: Vec<_> = language
        .published_codes()
        .map(|(_, code)| code.meanings[0].supplied_by.as_deref())
        .collect();
    assert_eq!(files, [Some("language.csv"); 2]);

    assert_eq!(list(&model, "sex").codes, list(&before, "sex").codes);
    for (old, new) in before.code_lists.iter().zip(model.code_lists.iter()) {
        assert_eq!(
            (old.kind, old.status, old.rejects_unknown_codes()),
            (new.kind, new.status, new.rejects_unknown_codes())
        );
    }
}

#[test]
fn period_that_reaches_further_than_the_published_one_is_kept() {
    let added = |lines: &str| {
        let file = format!("code,nl,valid_from,valid_to\n{lines}");
        let model = merged(&[("department.csv", &file)]);
        let old = small_model();
        let entry = |model: &Model| {
            let list = list(model, "department");
            list.find("01").expect("the code").clone()
        };
        let kept = entry(&old).meanings;
        let new = entry(&model).meanings;
        assert_eq!(new[..kept.len()], kept[..], "what is published stays");
        let added = new[kept.len()..].iter();
        added
            .map(|it| (it.period, it.supplied_by.as_deref().map(str::to_owned)))
            .collect::<Vec<_>>()
    };
    // Until 2011 the code means `jeugd`, by what is published, and from 2012 something else.
    let nothing = [
        "01,jeugd,,\n",
        "01,jeugd,2005-01-01,\n",
        "01,jeugd,2005-01-01,2011-12-31\n",
        "01,jeugd en strips,2012-01-01,2014-12-31\n",
    ];
    for lines in nothing {
        assert_eq!(added(lines), [], "{lines}");
    }
    let (from, to) = (Date::ymd(2005, 1, 1), Date::ymd(2013, 6, 30));
    assert_eq!(
        added("01,jeugd,2005-01-01,2013-06-30\n"),
        [(
            Period::new(Some(from), Some(to)),
            Some("department.csv".to_owned())
        )]
    );
    assert_eq!(added("01,jeugd en strips,2011-01-01,\n").len(), 1);
}
