//! Changes to a text: a hostile value in the place of another one, or changes to any of its bytes.

use crate::files::Random;

/// Values that are nearly valid, that are valid in other programs, or that have parts of [`SECRETS`](super::SECRETS).
const VALUES: &[&str] = &[
    "",
    "73917",
    "-73917",
    "0.73917",
    "73917,5",
    "73917.73917",
    "173917.000,73",
    "1e73917",
    "73917e-2",
    "zqxj",
    "ZQXJ zqxj",
    " zqxj ",
    "zqxj\u{202e}73917",
    "zqxj\u{0}",
    "é73917zqxj",
    "zqxj\u{7f}",
    "'zqxj'",
    "73917-01",
    "2016-73917",
    "2016-01-73917",
    "2016Q73917",
    "J73917",
    "73917/2016",
    "%73917",
    "0",
    "-0",
    "1",
    "+1",
    "01",
    "1.0",
    "1.50",
    "1,5",
    "1.",
    ".5",
    "1e2",
    "1E+2",
    "NaN",
    "inf",
    "-inf",
    "0x10",
    "1_000",
    "1 000",
    "1\u{a0}000",
    "٢٠١٦",
    "2147483620",
    "2147483647",
    "2147483648",
    "9223372036854775807",
    "18446744073709551616",
    "170141183460469231731687303715884105728",
    "0.1234567890123456789",
    "99999999999999999999.5",
    "2010",
    "2016-03",
    "2016-3",
    "2016-13",
    "2016-Q1",
    "2016-Q5",
    "2016Q1",
    "201603",
    "20161",
    "2016-02-29",
    "2015-02-29",
    "20160317",
    "0000",
    "0000-00",
    "9999-12-31",
    "-2016",
    "+2016-03",
    "29/2/2016",
    "1/2/2016",
    "4.2016",
    "674",
    "-99999999999",
    "99999999999",
    "true",
    "false",
    "TRUE",
    "J",
    "N",
    "yes",
    "NULL",
    "n/a",
    "null",
    "\u{feff}",
    "\u{fffd}",
    "\u{1f600}",
    "\u{2028}",
];

/// Signs that a format or a program may take as its own.
const SIGNS: &[&[u8]] = &[
    b"\"",
    b"\"\"",
    b"\\",
    b"\\u0000",
    b"\\ud800",
    b"\r",
    b"\n",
    b"\r\n",
    b"\n\n",
    b"\0",
    b"\xEF\xBB\xBF",
    b"\xFF\xFE",
    b"\xFE\xFF",
    b"\xFF",
    b"\xC3",
    b"\xED\xA0\x80",
    b"\x1B$B",
    b"sep=;\r\n",
    b",",
    b";",
    b"\t",
    b"|",
    b"{",
    b"}",
    b"[",
    b"]",
    b":",
    b"null",
    b"'",
    b"=1+1",
    b"\x1a",
    b"[[[[[[[[",
    b"{\"a\":",
    b"\"x\":1,",
    b"e",
    b"-",
    b".",
];

/// Makes one change. Values begin at `first`, and end at one of the bytes `ends`.
pub(super) fn change(text: &mut Vec<u8>, first: usize, ends: &[u8], random: &mut Random) {
    if random.one_in(2) {
        change_value(text, first, ends, random);
    } else {
        change_bytes(text, random);
    }
}

fn change_value(text: &mut Vec<u8>, first: usize, ends: &[u8], random: &mut Random) {
    if first >= text.len() {
        return;
    }
    let is_end = |byte: &u8| ends.contains(byte);
    let at = first + random.below(text.len() - first);
    let start = text[first..at].iter().rposition(is_end);
    let start = start.map_or(first, |end| first + end + 1);
    let length = text[start..]
        .iter()
        .position(is_end)
        .unwrap_or(text.len() - start);
    let quoted = text.get(start) == Some(&b'"') || random.one_in(4);
    let mut value = VALUES[random.below(VALUES.len())].as_bytes().to_vec();
    if random.one_in(32) {
        value = value.repeat(1 << random.below(12));
    }
    if quoted && !random.one_in(8) {
        value = [b"\"", &value[..], b"\""].concat();
    }
    if random.one_in(16) {
        value = [b"[", &value[..], b"]"].concat();
    }
    text.splice(start..start + length, value);
}

/// The longest range of bytes that is removed or repeated.
const MAX_RANGE: usize = 64;

fn change_bytes(text: &mut Vec<u8>, random: &mut Random) {
    let at = random.below(text.len());
    let end = (at + random.below(MAX_RANGE)).min(text.len());
    match random.below(10) {
        0 => {
            text.splice(at..end, []);
        }
        1 => {
            let times = if random.one_in(8) { 200 } else { 1 };
            let range = text[at..end].repeat(times);
            text.splice(end..end, range);
        }
        2..=5 => {
            let sign = SIGNS[random.below(SIGNS.len())];
            let removed = random.below(2).min(text.len() - at);
            // Often at the very start.
            let at = if random.one_in(8) { 0 } else { at };
            text.splice(at..at + removed, sign.iter().copied());
        }
        6 => text[at..end].make_ascii_uppercase(),
        7 => text.truncate(at),
        8 => {
            let line = text.iter().position(|byte| *byte == b'\n');
            let line = text[..line.map_or(0, |end| end + 1)].to_vec();
            if random.one_in(2) {
                // Without the first line.
                text.splice(..line.len(), []);
            } else {
                text.splice(at..at, line);
            }
        }
        _ => {
            if let Some(byte) = text.get_mut(at) {
                *byte = random.byte();
            }
        }
    }
}
