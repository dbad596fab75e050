//! The messages in English: values that are probably not meant.

use super::super::{
    CodeDifference, CodeMessage, CodeShape, LabelDifference, LabelMessage, PeriodMessage,
    ProgramDay,
};
use super::some_of;

const AS_TEXT: &str = "(in a spreadsheet, format the cells as text first)";

pub(super) fn code(message: &CodeMessage) -> String {
    match message {
        CodeMessage::LikeLine {
            code,
            other,
            line,
            difference,
        } => format!(
            "code `{code}` differs from the code `{other}` of line {line} only by {}; write codes as in the data {AS_TEXT}",
            code_difference(*difference)
        ),
        CodeMessage::LikePublished {
            code,
            other,
            difference,
        } => format!(
            "code `{code}` differs from the published code `{other}` only by {}; write codes as in the data {AS_TEXT}",
            code_difference(*difference)
        ),
        CodeMessage::SimilarToPublished {
            code,
            other,
            difference,
        } => format!(
            "code `{code}` differs from the published code `{other}` only by {}; write codes as in the data",
            code_difference(*difference)
        ),
        CodeMessage::FewerDigits { code, width } => format!(
            "code `{code}` has fewer than {width} digits, and all published codes have {width}, with zeros before them; write codes as in the data {AS_TEXT}"
        ),
        CodeMessage::SwappedColumns { code, label } => format!(
            "code `{code}` is a word and its label `{label}` looks like a code, as in every line; exchange the names of these columns in the header"
        ),
        CodeMessage::Changed { code, form } => {
            // The line may not be a code at all.
            let otherwise = match form {
                CodeShape::Comment | CodeShape::Header | CodeShape::Total => "otherwise ",
                _ => "",
            };
            format!(
                "code `{code}` {}; {otherwise}write the code as in the data {AS_TEXT}",
                shape(*form)
            )
        }
        CodeMessage::Placeholder { code } => format!(
            "code `{code}` is the text by which programs write a missing value; remove the line, or fill in `missing` if the data contain this code"
        ),
        CodeMessage::LacksAll => {
            "the file says that it is complete, and has no code below its header; add the codes, or write `no` as `complete`".to_owned()
        }
        CodeMessage::LacksPublished { codes, more } => format!(
            "the file says that it is complete, and lacks the published codes {}; add them, or write `no` as `complete` (a published code is never rejected)",
            some_of(codes, *more)
        ),
    }
}

fn code_difference(difference: CodeDifference) -> &'static str {
    match difference {
        CodeDifference::LeadingZeros => "leading zeros",
        CodeDifference::Capitals => "capitals",
        CodeDifference::Space => "a space",
        CodeDifference::LetterLikeDigit => "a letter that looks like a digit",
    }
}

fn shape(form: CodeShape) -> &'static str {
    match form {
        CodeShape::Error => "is the text of a value that a program could not compute",
        CodeShape::Comment => {
            "begins like a comment, which must come before the header; leave the line out if it is one"
        }
        CodeShape::Header => {
            "is the name of the column: the file has its header twice; leave the line out if it is one"
        }
        CodeShape::Total => "is the word of a line of totals; leave the line out if it is one",
        CodeShape::Formula => "is a formula, or a text as a spreadsheet marks it",
        CodeShape::Exponent => "is a number that a spreadsheet shortened",
        CodeShape::CutDigits => {
            "has zeros behind 15 digits, which is all that a spreadsheet keeps of a number"
        }
        CodeShape::Date => "is a date, probably made by a spreadsheet from a code",
        CodeShape::TranslatedBoolean => {
            "is the word by which a spreadsheet writes `TRUE` or `FALSE` in another language"
        }
        CodeShape::WholeWithDecimals => {
            "is a whole number with decimals, probably added by a program"
        }
        CodeShape::Boolean => {
            "is a truth value, and other codes of the list are not: a program probably made it of a code"
        }
        CodeShape::Time => {
            "is a time, and other codes of the list are not: a spreadsheet probably made it of a code"
        }
        CodeShape::Percentage => {
            "is a percentage, and other codes of the list are not: a spreadsheet probably made it of a code"
        }
        CodeShape::YearAndMonth => {
            "is a month of a year, and other codes of the list are not: a spreadsheet probably made it of a code"
        }
    }
}

#[expect(clippy::too_many_lines, reason = "one text for each message")]
pub(super) fn label(message: &LabelMessage) -> String {
    match message {
        LabelMessage::Near {
            label,
            language,
            published,
            difference,
            has_code,
        } => {
            let state = if *has_code {
                ""
            } else {
                ", whose code is not published"
            };
            format!(
                "label `{label}` in `{language}` differs only by {} from the published label `{published}`{state}; copy the published label letter by letter, so that both are one meaning",
                label_difference(*difference)
            )
        }
        LabelMessage::OfOtherCode {
            code,
            label,
            language,
            other,
        } => format!(
            "code `{code}` has the label `{label}` in `{language}`, which is the published label of code `{other}` in this period; check the code, and write another label if both exist"
        ),
        LabelMessage::OtherLanguage {
            code,
            label,
            language,
            of,
            published,
        } => format!(
            "code `{code}` has the label `{label}` in `{language}`, which is the published label in `{of}`; write it in the column `{of}`, and `{published}` or nothing here"
        ),
        LabelMessage::Contradiction {
            code,
            label,
            language,
            published,
        } => format!(
            "code `{code}` has the label `{label}` in `{language}`, and its published label is `{published}`; check the code, copy the published label if both mean the same, or write `valid_from` and `valid_to` if the code has another meaning in another period"
        ),
        LabelMessage::ReferenceContradiction {
            code,
            label,
            language,
            published,
            others,
        } => {
            let others = match others {
                0 => String::new(),
                1 => " (1 other line differs too)".to_owned(),
                others => format!(" ({others} other lines differ too)"),
            };
            format!(
                "code `{code}` has the label `{label}` in `{language}`, and its label in the published reference list is `{published}`{others}; check the code, and copy the published label if both mean the same"
            )
        }
        LabelMessage::OtherMissingReason {
            code,
            missing,
            published,
        } => format!(
            "code `{code}` is `{missing}` in `missing`, and the published reason is `{published}`; write `{published}`, or leave the field empty"
        ),
        LabelMessage::ChangedLabel { label } => format!(
            "label `{label}` is a date or a shortened number, probably made by a spreadsheet from words such as `5-9`; write the label as it is meant {AS_TEXT}"
        ),
        LabelMessage::Computed { text, column } => format!(
            "`{text}` in `{column}` is the text of a formula that a spreadsheet could not compute; write the words themselves"
        ),
        LabelMessage::Placeholder { text, column } => format!(
            "`{text}` in `{column}` is the text by which programs write a missing value; leave the field empty, or write words"
        ),
        LabelMessage::Note { text, column } => format!(
            "`{text}` in `{column}` is a note that the text is still to come; leave the field empty, or write words"
        ),
        LabelMessage::ReadAsOtherEncoding {
            text,
            column,
            meant,
        } => format!(
            "`{text}` in `{column}` was written in UTF-8 and read in another encoding, probably `{meant}`; import the original file as UTF-8, and save it as UTF-8 again"
        ),
        LabelMessage::WrittenInOtherEncoding {
            text,
            column,
            readings,
        } => {
            let readings = readings.iter();
            let readings: Vec<_> = readings
                .map(|(meant, encoding)| format!("`{meant}` if that was {encoding}"))
                .collect();
            format!(
                "`{text}` in `{column}` was probably written in another encoding than it was read in: {}; import the original file in its encoding, and save it as UTF-8",
                readings.join(", ")
            )
        }
        LabelMessage::Escape {
            escape,
            text,
            column,
        } => format!(
            "`{escape}` in `{text}` in `{column}` is a sign as a program or a web page writes it; write the sign itself"
        ),
        LabelMessage::LostLetter { text, column } => format!(
            "a letter of `{text}` in `{column}` was lost in another encoding; write the text again, and save the file as UTF-8"
        ),
        LabelMessage::QuestionMark { text, column } => format!(
            "`{text}` in `{column}` has a question mark within a word, probably for a letter that was lost in another encoding; write the letter, or a space behind the question mark"
        ),
        LabelMessage::Long {
            text,
            language,
            bytes,
            max,
        } => format!(
            "label `{text}` in `{language}` has {bytes} bytes, and SPSS shows the first {max} of them; write a shorter label, and the rest in `remark`"
        ),
        LabelMessage::InvisibleCharacter { text, column, char } => format!(
            "`{text}` in `{column}` contains the character U+{:04X}, which is not visible; write the text again without it",
            u32::from(*char)
        ),
        LabelMessage::SimilarSource { source, other } => format!(
            "source `{source}` differs from the source `{other}` only by capitals, accents, spaces or punctuation; write one source in one way"
        ),
    }
}

fn label_difference(difference: LabelDifference) -> &'static str {
    match difference {
        LabelDifference::NoBreakSpace => "a no-break space",
        LabelDifference::DoubledSpace => "a doubled space",
        LabelDifference::InvisibleCharacter => "a character that is not visible",
        LabelDifference::PunctuationAtEnd => "punctuation at the end",
        LabelDifference::Capitals => "capitals",
        LabelDifference::Signs => "capitals, accents, quotes, hyphens, spaces or punctuation",
        LabelDifference::OneLetter => "one letter",
    }
}

pub(super) fn period(message: &PeriodMessage) -> String {
    match message {
        PeriodMessage::OpenEnd {
            column,
            day,
            is_beginning,
            is_open,
        } => {
            let meaning = if *is_beginning {
                "no beginning"
            } else {
                "no end"
            };
            let reading = if *is_open { "so" } else { "as a day" };
            format!(
                "`{column}` {day} is a day by which programs write that a period has {meaning}, and is read {reading}; leave the field empty if the day is not known or still to come"
            )
        }
        PeriodMessage::ProgramDay {
            column,
            day,
            program,
        } => format!(
            "`{column}` {day} is {}, as which programs write an empty field; leave the field empty if the day is not known or still to come",
            program_day(*program)
        ),
        PeriodMessage::FarDay {
            column,
            day,
            first,
            last,
        } => format!(
            "`{column}` {day} is far outside the years {first} to {last}, which this program assumes to be plausible; check the year, or leave the field empty if the day is not known"
        ),
        PeriodMessage::FarBound {
            column,
            bound,
            smallest,
            largest,
            unit,
        } => format!(
            "`{column}` {bound} is far outside {smallest} to {largest}, which this program assumes to be plausible for `{unit}`; check the number and the unit"
        ),
        PeriodMessage::HalfOpen {
            end,
            code,
            line,
            before,
        } => format!(
            "`valid_to` {end} of code `{code}` is the first day of its period in line {line}; `valid_to` is the last day on which a code has its meaning: write {before} if that is meant"
        ),
        PeriodMessage::EndIsOtherBeginning { end, before } => format!(
            "`valid_to` {end} is a day on which another code begins; `valid_to` is the last day on which a code has its meaning: write {before} if that is meant, here and in the other lines"
        ),
        PeriodMessage::EndIsFirstOfYear { end, before } => format!(
            "`valid_to` {end} is the first day of another year of the code; `valid_to` is the last day on which a code has its meaning: write {before} if that is meant, here and in the other lines"
        ),
        PeriodMessage::Gap {
            code,
            first,
            last,
            end,
            from,
            line,
        } => {
            let gap = if first == last {
                format!("on {first}")
            } else {
                format!("from {first} to {last}")
            };
            format!(
                "code `{code}` has no meaning {gap}, between `valid_to` {end} and `valid_from` {from} in line {line}; write {last} as `valid_to` if the one meaning follows the other"
            )
        }
        PeriodMessage::OtherUnit {
            column,
            code,
            here,
            there,
            line,
        } => {
            let shown = |text: &Option<String>| match text {
                Some(text) => format!("`{text}`"),
                None => "empty".to_owned(),
            };
            let (here, there) = (shown(here), shown(there));
            format!(
                "`{column}` of class `{code}` is {here}, and {there} in line {line}; write one {column} for all classes of a period, and `valid_from` and `valid_to` where it changed"
            )
        }
        PeriodMessage::Nines { upper, code } => format!(
            "`upper` {upper} of class `{code}` is a number by which programs write that a class has no upper bound; leave the field empty if it has none"
        ),
    }
}

fn program_day(program: ProgramDay) -> &'static str {
    match program {
        ProgramDay::Mumps => "day 0 of MUMPS",
        ProgramDay::OldSpreadsheets => "day 0 of old spreadsheets",
        ProgramDay::SasAndStata => "day 0 of SAS and Stata",
        ProgramDay::Unix => "day 0 of Unix",
        ProgramDay::EndOfUnix => "the last day of Unix",
    }
}
