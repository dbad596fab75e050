//! A large file takes no more than seconds.

use std::time::{Duration, Instant};

use beraad_describe::Date;

use super::{CLASSES, errors, lines, read};

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
