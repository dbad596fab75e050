//! A large file takes no more than seconds.

use std::fs;
use std::time::{Duration, Instant};

use beraad_describe::{Date, Model};
use beraad_register::SuppliedLists;

use super::{CLASSES, errors, lines, read, small_model};

/// Random bytes that are the same in every run.
fn noise(count: usize) -> Vec<u8> {
    // A xorshift generator: three lines, and no seed that a library could change.
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let next = |_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[3]
    };
    (0..count).map(next).collect()
}

#[test]
fn ten_megabytes_of_any_bytes_are_checked_in_seconds() {
    let ascii = |byte: u8| match byte % 40 {
        0 => b'\n',
        1 => b',',
        2 => b'"',
        byte => b' ' + byte,
    };
    let mut headed = b"code,nl\n".to_vec();
    headed.extend(noise(10_000_000).into_iter().map(ascii));
    let commas = [b"code,nl\nx".as_slice(), &vec![b','; 10_000_000]].concat();
    let same = lines(90_000, |it| format!("1,{it},2012-01-01\n"));
    let classes = lines(90_000, |it| format!("{it},a,,{it},,both,,\n"));
    for (what, name, content) in [
        ("bytes", "language.csv", noise(10_000_000)),
        ("letters", "language.csv", headed),
        ("one line", "language.csv", commas),
        (
            "empty names of columns",
            "language.csv",
            [vec![b','; 10_000_000].as_slice(), b"x"].concat(),
        ),
        (
            "quotes",
            "language.csv",
            [b"code,nl\n".as_slice(), &vec![b'"'; 9_999_999]].concat(),
        ),
        (
            "one code",
            "language.csv",
            format!("code,nl,valid_from\n{same}").into_bytes(),
        ),
        (
            "classes",
            "fine_class.csv",
            format!("{CLASSES}{classes}").into_bytes(),
        ),
        ("too large", "language.csv", vec![b'x'; 17_000_000]),
    ] {
        let start = Instant::now();
        let errors = errors(&[(name, content)]);
        println!("{what}: {:?}: {errors}", start.elapsed());
        assert!(errors.first.len() <= 20 && errors.count > 0, "{what}");
        assert!(errors.to_string().len() < 10_000, "{what}: {errors}");
        // Much more than it takes; a check that compares all with all takes longer.
        assert!(
            start.elapsed() < Duration::from_secs(30),
            "{what}: {:?}",
            start.elapsed()
        );
    }
}

#[test]
fn file_of_implausible_lines_is_checked_in_seconds() {
    let day = |days: usize| Date::from_epoch_days(i32::try_from(days).expect("a day"));
    let twins = lines(45_000, |it| {
        format!("{it}x,Nederlands.\n0{it}x,caf\u{fffd}\n")
    });
    let periods = lines(30_000, |it| format!("1,een,{},{}\n", day(it), day(it + 1)));
    let replaced = lines(90_000, |it| {
        format!("x{it},een,{},{}\n", day(it), day(it + 2))
    });
    for (what, content) in [
        ("twins", format!("code,nl\n{twins}")),
        (
            "periods of one code",
            format!("code,nl,valid_from,valid_to\n{periods}"),
        ),
        (
            "periods of many codes",
            format!("code,nl,valid_from,valid_to\n{replaced}"),
        ),
    ] {
        let start = Instant::now();
        let lists = read(&[("language.csv", content)]).expect(what);
        println!("{what}: {:?}", start.elapsed());
        assert!(
            lists.warnings().count > 0 && lists.warnings().first.len() <= 20,
            "{what}"
        );
        assert!(
            start.elapsed() < Duration::from_secs(30),
            "{what}: {:?}",
            start.elapsed()
        );
    }
}

/// A folder with one file for each of these lists, and a model of as many lists.
fn folder_of_lists(count: usize, content: &str) -> (tempfile::TempDir, Model) {
    let mut model = small_model();
    let language = model.code_list("language").expect("a list").clone();
    let folder = tempfile::tempdir().expect("a folder");
    for index in 0..count {
        let mut list = language.clone();
        list.id = format!("list_{index}").into();
        fs::write(folder.path().join(format!("{}.csv", list.id)), content).expect("a file");
        model.code_lists.push(list);
    }
    (folder, model)
}

#[test]
fn lines_of_all_files_together_are_limited() {
    // Comments, since a check of so many codes takes a minute in a program that is not optimised.
    let content = format!("{}code,nl\n1,woord\n", "#\n".repeat(100_000));
    let (folder, model) = folder_of_lists(4, &content);
    let lists = SuppliedLists::read(folder.path(), &model).expect("lists");
    assert_eq!(lists.files().count(), 4);
    let (folder, model) = folder_of_lists(7, &content);
    let errors = SuppliedLists::read(folder.path(), &model).expect_err("too many lines");
    let message = errors.to_string();
    let expected = "list_4.csv: the files of the folder have together more than 400000 lines: 400000 in the files before this one, and \
        100000 in this one; it and the 2 files after it were not read; leave out lists and codes that do not occur in the data";
    assert!(message.ends_with(expected), "{message}");
    assert_eq!(message.lines().count(), 1, "{message}");
}

#[test]
fn bytes_of_all_files_together_are_limited() {
    let content = format!("#{}\ncode,nl\n1,woord\n", "x".repeat(16_000_000));
    let (folder, model) = folder_of_lists(5, &content);
    let message = SuppliedLists::read(folder.path(), &model)
        .expect_err("too many bytes")
        .to_string();
    assert!(
        message.contains("list_4.csv: the files of the folder have together more than 64 MB: "),
        "{message}"
    );
    assert!(
        message.contains("in this one; it was not read; leave out"),
        "{message}"
    );
}

#[test]
fn folder_of_many_files_is_not_read() {
    let folder = tempfile::tempdir().expect("a folder");
    for index in 0..=SuppliedLists::MAX_FILES {
        fs::write(folder.path().join(index.to_string()), "").expect("a file");
    }
    let message = SuppliedLists::read(folder.path(), &small_model())
        .expect_err("many files")
        .to_string();
    assert!(
        message.contains("contains more than 10000 files, of which none was read"),
        "{message}"
    );
}
