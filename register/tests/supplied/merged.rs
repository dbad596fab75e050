//! Supplied lists become part of a model.

use beraad_describe::*;
use beraad_register::SuppliedLists;

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
                code.meanings[0].label.text(Language::NL),
                code.meanings[0].label.text(Language::EN),
            )
        })
        .collect();
    assert_eq!(
        labels,
        [
            ("NL", Some("Nederlands"), Some("Dutch")),
            ("FR", Some("Frans"), None)
        ],
        "a text is not copied to another language"
    );
    assert_eq!(language.codes.len(), 2, "the label without a code is gone");
    assert_eq!(
        language.codes[0].meanings[0].label.text(Language::FR),
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
        .map(|it| (it.label.get(Language::NL), it.supplied_by.as_deref()))
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

#[test]
fn published_meaning_gets_the_texts_that_it_lacks() {
    let french = |file: &str| {
        let model = merged(&[("department.csv", file)]);
        let meanings = &list(&model, "department")
            .find("01")
            .expect("the code")
            .meanings;
        let texts = meanings.iter().map(|it| {
            let text = it.label.text(Language::FR).map(str::to_owned);
            (text, it.supplied_by.is_some())
        });
        texts.collect::<Vec<_>>()
    };
    let text = |text: &str| Some(text.to_owned());
    let youth = (text("jeunesse"), false);
    // The published meanings are `jeugd`, which has a French text, and from 2012 `jeugd en strips`, which has none.
    assert_eq!(
        french("code,nl,fr\n01,jeugd en strips,jeunesse et BD\n"),
        [youth.clone(), (text("jeunesse et BD"), false)]
    );
    assert_eq!(
        french("code,fr,valid_from\n01,jeunesse et BD,2013-01-01\n"),
        [youth.clone(), (text("jeunesse et BD"), false)],
        "only one meaning is valid then"
    );
    assert_eq!(
        french("code,fr\n01,enfants\n"),
        [youth.clone(), (text("enfants"), false)],
        "the French text of the other meaning differs"
    );
    assert_eq!(
        french("code,nl,fr\n01,jeugd,enfants\n"),
        [youth, (None, false), (text("enfants"), true)],
        "a text that differs is a meaning of its own"
    );
}

#[test]
fn line_that_may_repeat_several_published_meanings_is_a_meaning_of_its_own() {
    let mut model = small_model();
    model.deliberation.languages.others.push(Language::DE);
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("department.csv"), "code,de\n01,Kinder\n").expect("a file");
    let lists =
        SuppliedLists::read(folder.path(), &model).unwrap_or_else(|error| panic!("{error}"));
    lists.merge_into(&mut model);
    let meanings = &list(&model, "department")
        .find("01")
        .expect("the code")
        .meanings;
    let german = meanings.iter().map(|it| it.label.text(Language::DE));
    assert_eq!(german.collect::<Vec<_>>(), [None, None, Some("Kinder")]);
}
