//! Numbers, formulas and errors as spreadsheets and statistics packages write them.

use super::dates::is_digits;

/// The text of a value that could not be computed, in any language: `#REF!`, `#NAME?`, `#WAARDE!`, `#DIV/0!`, `#NV`; the signs of a
/// cell that is too narrow; `Err:502`, `1.#IND`, `-inf`. `#N/A` is a missing value.
pub(super) fn is_error(text: &str) -> bool {
    const WITHOUT_END: [&str; 6] = ["NV", "NB", "ND", "N/D", "N/B", "GETTING_DATA"];
    let number = text.trim_start_matches('-');
    let of_c = number.strip_prefix("1.#");
    if of_c.is_some_and(|it| ["IND", "QNAN", "SNAN", "INF"].contains(&it.trim_end_matches('0'))) {
        return true;
    }
    if text.strip_prefix("Err:").is_some_and(is_digits) {
        return true;
    }
    let Some(word) = text.strip_prefix('#') else {
        return false;
    };
    let is_word = |word: &str| {
        let is_of_word = |char: char| char.is_uppercase() || "/0¡".contains(char);
        word.chars().count() >= 2 && word.chars().all(is_of_word)
    };
    let is_narrow = word.len() >= 2 && word.bytes().all(|it| it == b'#');
    is_narrow || WITHOUT_END.contains(&word) || word.strip_suffix(['!', '?']).is_some_and(is_word)
}

/// `inf`, `-Infinity`: the result of a division by zero. `INF` is a code as any other.
pub(super) fn is_infinite(text: &str) -> bool {
    let number = text.strip_prefix(['-', '+']).unwrap_or(text);
    let is_signed = number.len() < text.len();
    ["inf", "Inf", "Infinity", "infinity"].contains(&number) || (is_signed && number == "INF")
}

/// `=A1`, `="01"`, `+A1*2`, `@SUM(A1)`, and `'01`, in which the apostrophe says that the cell is a text.
pub(super) fn is_formula(text: &str) -> bool {
    let inside = text.strip_prefix(['=', '\'']).unwrap_or_default();
    let is_marked =
        inside.starts_with(|char: char| char.is_ascii_alphanumeric() || "\"-+(".contains(char));
    // `+1`, `@x` and `+B` are codes as any other.
    let is_computed = text.strip_prefix(['+', '-', '@']).is_some_and(|rest| {
        let is_call = rest.split_once('(').is_some_and(|(name, behind)| {
            let is_name = name.bytes().all(|it| it.is_ascii_alphabetic());
            name.len() >= 2 && is_name && behind.ends_with(')')
        });
        let mut operands = rest.split(['+', '-', '*', '/', ':']);
        is_call || (operands.clone().count() > 1 && operands.all(is_cell))
    });
    is_marked || is_computed
}

/// `A1`, `$B$12`.
fn is_cell(text: &str) -> bool {
    let text = text.replace('$', "");
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    (1..=3).contains(&letters) && is_digits(&text[letters..])
}

/// `1E+05`, `1,00E+05`, `1.2e-7`. A sign is part of it: without one, it may be a code.
pub(super) fn has_exponent(code: &str) -> bool {
    let Some((number, exponent)) = code.split_once(['E', 'e']) else {
        return false;
    };
    let number = number.strip_prefix('-').unwrap_or(number);
    let parts: Vec<_> = number.split([',', '.']).collect();
    let is_number = parts.len() <= 2 && parts.iter().all(|part| is_digits(part));
    is_number && exponent.strip_prefix(['+', '-']).is_some_and(is_digits)
}

/// `123456789012345000`: a spreadsheet keeps 15 digits of a number, and writes zeros for the others.
pub(super) fn is_cut_to_15_digits(code: &str) -> bool {
    let digits = code.strip_prefix('-').unwrap_or(code);
    is_digits(digits) && digits.len() > 15 && is_zeros(&digits[15..])
}

/// `50%`, `1,5 %`.
pub(super) fn is_percentage(code: &str) -> bool {
    let Some(number) = code.strip_suffix('%') else {
        return false;
    };
    let number = number.trim_end();
    let (whole, decimals) = number.split_once([',', '.']).unwrap_or((number, "0"));
    is_digits(whole.strip_prefix('-').unwrap_or(whole)) && is_digits(decimals)
}

/// `TRUE`, `WAAR`, `VRAI`.
pub(super) fn is_boolean(code: &str) -> bool {
    const WORDS: [&str; 8] = [
        "true", "false", "waar", "onwaar", "vrai", "faux", "wahr", "falsch",
    ];
    WORDS.iter().any(|word| code.eq_ignore_ascii_case(word))
}

/// `WAAR`: a spreadsheet reads `TRUE`, and writes it in its own language.
pub(super) fn is_translated_boolean(code: &str) -> bool {
    is_boolean(code) && !code.eq_ignore_ascii_case("true") && !code.eq_ignore_ascii_case("false")
}

/// `12.0`, `12,00`.
pub(super) fn is_whole_with_decimals(code: &str) -> bool {
    let parts = code.split_once(['.', ',']);
    parts.is_some_and(|(whole, decimals)| {
        is_digits(whole) && is_digits(decimals) && is_zeros(decimals)
    })
}

/// `12.5`.
pub(super) fn has_decimals(code: &str) -> bool {
    let parts = code.split_once(['.', ',']);
    parts.is_some_and(|(whole, decimals)| {
        is_digits(whole) && !is_zeros(decimals.get(..1).unwrap_or("0"))
    })
}

fn is_zeros(text: &str) -> bool {
    text.bytes().all(|it| it == b'0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn error_of_any_language_is_recognised() {
        for text in [
            "#REF!",
            "#NAME?",
            "#NAAM?",
            "#WAARDE!",
            "#VERW!",
            "#GETAL!",
            "#LEEG!",
            "#DEEL/0!",
            "#DIV/0!",
            "#NOM?",
            "#VALEUR!",
            "#NOMBRE!",
            "#NUL!",
            "#ZAHL!",
            "#BEZUG!",
            "#¡VALOR!",
            "#NV",
            "########",
            "1.#IND",
            "-1.#IND",
            "1.#QNAN",
            "1.#INF00",
            "Err:502",
            "#GETTING_DATA",
        ] {
            assert!(is_error(text), "{text}");
        }
        for text in ["#", "#1", "#a!", "1.#", "Err:", "NV", "#N V", "A#", "# !"] {
            assert!(!is_error(text), "{text}");
        }
        for text in ["inf", "-inf", "Infinity", "+Inf", "-INF"] {
            assert!(is_infinite(text), "{text}");
        }
        for text in ["INF", "info", "-", "infinite"] {
            assert!(!is_infinite(text), "{text}");
        }
    }

    #[test]
    fn formula_is_recognised_and_a_code_with_its_sign_is_not() {
        for text in [
            "=A1",
            "=\"01\"",
            "'01",
            "=-1",
            "=(A1)",
            "+A1+B2",
            "@SUM(A1:A3)",
            "-A1*$B$2",
        ] {
            assert!(is_formula(text), "{text}");
        }
        for text in [
            "+1", "@x", "B+E", "50+", "=", "'", "a'1", "+A1", "-1", "@", "+(1)", "-1-2",
        ] {
            assert!(!is_formula(text), "{text}");
        }
    }

    #[test]
    fn number_that_a_program_wrote_is_recognised() {
        for text in [
            "123456789012345000",
            "1234567890123450",
            "12345678901234500000",
        ] {
            assert!(is_cut_to_15_digits(text), "{text}");
        }
        for text in [
            "123456789012345",
            "100000000000000",
            "1234567890123456",
            "12345678901234500A",
        ] {
            assert!(!is_cut_to_15_digits(text), "{text}");
        }
        for text in ["50%", "1,5%", "10.25 %", "-1%"] {
            assert!(is_percentage(text), "{text}");
        }
        for text in ["%", "a%", "50%a", "1,%"] {
            assert!(!is_percentage(text), "{text}");
        }
        assert!(is_boolean("Waar") && is_boolean("FALSE") && !is_boolean("WAARDE"));
    }
}
