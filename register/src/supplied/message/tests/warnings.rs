//! Each message of a warning.

#![expect(clippy::too_many_lines, reason = "one value for each message")]

use beraad_describe::{Date, Language};

use super::super::*;
use super::v;

/// Each message about a code that is probably not meant.
pub(super) fn of_code() -> Vec<CodeMessage> {
    vec![
        CodeMessage::LikeLine {
            code: v("code"),
            other: v("other"),
            line: 617,
            difference: CodeDifference::LeadingZeros,
        },
        CodeMessage::LikeLine {
            code: v("code"),
            other: v("other"),
            line: 628,
            difference: CodeDifference::Capitals,
        },
        CodeMessage::LikeLine {
            code: v("code"),
            other: v("other"),
            line: 639,
            difference: CodeDifference::Space,
        },
        CodeMessage::LikeLine {
            code: v("code"),
            other: v("other"),
            line: 650,
            difference: CodeDifference::LetterLikeDigit,
        },
        CodeMessage::LikePublished {
            code: v("code"),
            other: v("other"),
            difference: CodeDifference::LeadingZeros,
        },
        CodeMessage::LikePublished {
            code: v("code"),
            other: v("other"),
            difference: CodeDifference::Capitals,
        },
        CodeMessage::LikePublished {
            code: v("code"),
            other: v("other"),
            difference: CodeDifference::Space,
        },
        CodeMessage::LikePublished {
            code: v("code"),
            other: v("other"),
            difference: CodeDifference::LetterLikeDigit,
        },
        CodeMessage::SimilarToPublished {
            code: v("code"),
            other: v("other"),
            difference: CodeDifference::LeadingZeros,
        },
        CodeMessage::SimilarToPublished {
            code: v("code"),
            other: v("other"),
            difference: CodeDifference::Capitals,
        },
        CodeMessage::SimilarToPublished {
            code: v("code"),
            other: v("other"),
            difference: CodeDifference::Space,
        },
        CodeMessage::SimilarToPublished {
            code: v("code"),
            other: v("other"),
            difference: CodeDifference::LetterLikeDigit,
        },
        CodeMessage::FewerDigits {
            code: v("code"),
            width: 661,
        },
        CodeMessage::SwappedColumns {
            code: v("code"),
            label: v("label"),
        },
        CodeMessage::Changed {
            code: v("code"),
            form: CodeShape::Error,
        },
        CodeMessage::Changed {
            code: v("code"),
            form: CodeShape::Comment,
        },
        CodeMessage::Changed {
            code: v("code"),
            form: CodeShape::Header,
        },
        CodeMessage::Changed {
            code: v("code"),
            form: CodeShape::Total,
        },
        CodeMessage::Changed {
            code: v("code"),
            form: CodeShape::Formula,
        },
        CodeMessage::Changed {
            code: v("code"),
            form: CodeShape::Exponent,
        },
        CodeMessage::Changed {
            code: v("code"),
            form: CodeShape::CutDigits,
        },
        CodeMessage::Changed {
            code: v("code"),
            form: CodeShape::Date,
        },
        CodeMessage::Changed {
            code: v("code"),
            form: CodeShape::TranslatedBoolean,
        },
        CodeMessage::Changed {
            code: v("code"),
            form: CodeShape::WholeWithDecimals,
        },
        CodeMessage::Changed {
            code: v("code"),
            form: CodeShape::Boolean,
        },
        CodeMessage::Changed {
            code: v("code"),
            form: CodeShape::Time,
        },
        CodeMessage::Changed {
            code: v("code"),
            form: CodeShape::Percentage,
        },
        CodeMessage::Changed {
            code: v("code"),
            form: CodeShape::YearAndMonth,
        },
        CodeMessage::Placeholder { code: v("code") },
        CodeMessage::LacksAll,
        CodeMessage::LacksPublished {
            codes: vec![v("first"), v("second")],
            more: 672,
        },
    ]
}

/// Each message about a label or another text that is probably not meant.
pub(super) fn of_label() -> Vec<LabelMessage> {
    vec![
        LabelMessage::Near {
            label: v("label"),
            language: Language::FR,
            published: v("published"),
            difference: LabelDifference::NoBreakSpace,
            has_code: true,
        },
        LabelMessage::Near {
            label: v("label"),
            language: Language::FR,
            published: v("published"),
            difference: LabelDifference::NoBreakSpace,
            has_code: false,
        },
        LabelMessage::Near {
            label: v("label"),
            language: Language::FR,
            published: v("published"),
            difference: LabelDifference::DoubledSpace,
            has_code: true,
        },
        LabelMessage::Near {
            label: v("label"),
            language: Language::FR,
            published: v("published"),
            difference: LabelDifference::DoubledSpace,
            has_code: false,
        },
        LabelMessage::Near {
            label: v("label"),
            language: Language::FR,
            published: v("published"),
            difference: LabelDifference::InvisibleCharacter,
            has_code: true,
        },
        LabelMessage::Near {
            label: v("label"),
            language: Language::FR,
            published: v("published"),
            difference: LabelDifference::InvisibleCharacter,
            has_code: false,
        },
        LabelMessage::Near {
            label: v("label"),
            language: Language::FR,
            published: v("published"),
            difference: LabelDifference::PunctuationAtEnd,
            has_code: true,
        },
        LabelMessage::Near {
            label: v("label"),
            language: Language::FR,
            published: v("published"),
            difference: LabelDifference::PunctuationAtEnd,
            has_code: false,
        },
        LabelMessage::Near {
            label: v("label"),
            language: Language::FR,
            published: v("published"),
            difference: LabelDifference::Capitals,
            has_code: true,
        },
        LabelMessage::Near {
            label: v("label"),
            language: Language::FR,
            published: v("published"),
            difference: LabelDifference::Capitals,
            has_code: false,
        },
        LabelMessage::Near {
            label: v("label"),
            language: Language::FR,
            published: v("published"),
            difference: LabelDifference::Signs,
            has_code: true,
        },
        LabelMessage::Near {
            label: v("label"),
            language: Language::FR,
            published: v("published"),
            difference: LabelDifference::Signs,
            has_code: false,
        },
        LabelMessage::Near {
            label: v("label"),
            language: Language::FR,
            published: v("published"),
            difference: LabelDifference::OneLetter,
            has_code: true,
        },
        LabelMessage::Near {
            label: v("label"),
            language: Language::FR,
            published: v("published"),
            difference: LabelDifference::OneLetter,
            has_code: false,
        },
        LabelMessage::OfOtherCode {
            code: v("code"),
            label: v("label"),
            language: Language::FR,
            other: v("other"),
        },
        LabelMessage::OtherLanguage {
            code: v("code"),
            label: v("label"),
            language: Language::FR,
            of: Language::DE,
            published: v("published"),
        },
        LabelMessage::Contradiction {
            code: v("code"),
            label: v("label"),
            language: Language::FR,
            published: v("published"),
        },
        LabelMessage::ReferenceContradiction {
            code: v("code"),
            label: v("label"),
            language: Language::FR,
            published: v("published"),
            others: 0,
        },
        LabelMessage::ReferenceContradiction {
            code: v("code"),
            label: v("label"),
            language: Language::FR,
            published: v("published"),
            others: 1,
        },
        LabelMessage::ReferenceContradiction {
            code: v("code"),
            label: v("label"),
            language: Language::FR,
            published: v("published"),
            others: 2,
        },
        LabelMessage::OtherMissingReason {
            code: v("code"),
            missing: v("missing"),
            published: v("published"),
        },
        LabelMessage::ChangedLabel { label: v("label") },
        LabelMessage::Computed {
            text: v("text"),
            column: v("column"),
        },
        LabelMessage::Placeholder {
            text: v("text"),
            column: v("column"),
        },
        LabelMessage::Note {
            text: v("text"),
            column: v("column"),
        },
        LabelMessage::ReadAsOtherEncoding {
            text: v("text"),
            column: v("column"),
            meant: v("meant"),
        },
        LabelMessage::WrittenInOtherEncoding {
            text: v("text"),
            column: v("column"),
            readings: [(v("one"), v("Latin-A")), (v("two"), v("Latin-B"))].into(),
        },
        LabelMessage::Escape {
            escape: v("escape"),
            text: v("text"),
            column: v("column"),
        },
        LabelMessage::LostLetter {
            text: v("text"),
            column: v("column"),
        },
        LabelMessage::QuestionMark {
            text: v("text"),
            column: v("column"),
        },
        LabelMessage::Long {
            text: v("text"),
            language: Language::FR,
            bytes: 479,
            max: 487,
        },
        LabelMessage::InvisibleCharacter {
            text: v("text"),
            column: v("column"),
            char: '\u{ad}',
        },
        LabelMessage::SimilarSource {
            source: v("source"),
            other: v("other"),
        },
    ]
}

/// Each message about a period or the bounds of a class that are probably not meant.
pub(super) fn of_period() -> Vec<PeriodMessage> {
    vec![
        PeriodMessage::OpenEnd {
            column: v("column"),
            day: Date::ymd(2063, 8, 9),
            is_beginning: true,
            is_open: true,
        },
        PeriodMessage::OpenEnd {
            column: v("column"),
            day: Date::ymd(2074, 8, 9),
            is_beginning: true,
            is_open: false,
        },
        PeriodMessage::OpenEnd {
            column: v("column"),
            day: Date::ymd(2085, 8, 9),
            is_beginning: false,
            is_open: true,
        },
        PeriodMessage::OpenEnd {
            column: v("column"),
            day: Date::ymd(2096, 8, 9),
            is_beginning: false,
            is_open: false,
        },
        PeriodMessage::ProgramDay {
            column: v("column"),
            day: Date::ymd(2017, 8, 9),
            program: ProgramDay::Mumps,
        },
        PeriodMessage::ProgramDay {
            column: v("column"),
            day: Date::ymd(2028, 8, 9),
            program: ProgramDay::OldSpreadsheets,
        },
        PeriodMessage::ProgramDay {
            column: v("column"),
            day: Date::ymd(2039, 8, 9),
            program: ProgramDay::SasAndStata,
        },
        PeriodMessage::ProgramDay {
            column: v("column"),
            day: Date::ymd(2050, 8, 9),
            program: ProgramDay::Unix,
        },
        PeriodMessage::ProgramDay {
            column: v("column"),
            day: Date::ymd(2061, 8, 9),
            program: ProgramDay::EndOfUnix,
        },
        PeriodMessage::FarDay {
            column: v("column"),
            day: Date::ymd(2072, 8, 9),
            first: 793,
            last: 804,
        },
        PeriodMessage::FarBound {
            column: v("column"),
            bound: v("bound"),
            smallest: 815,
            largest: 826,
            unit: v("unit"),
        },
        PeriodMessage::HalfOpen {
            end: Date::ymd(2005, 6, 7),
            code: v("code"),
            line: 848,
            before: Date::ymd(2002, 3, 4),
        },
        PeriodMessage::EndIsOtherBeginning {
            end: Date::ymd(2005, 6, 7),
            before: Date::ymd(2002, 3, 4),
        },
        PeriodMessage::EndIsFirstOfYear {
            end: Date::ymd(2005, 6, 7),
            before: Date::ymd(2002, 3, 4),
        },
        PeriodMessage::Gap {
            code: v("code"),
            first: Date::ymd(2024, 8, 9),
            last: Date::ymd(2035, 8, 9),
            end: Date::ymd(2005, 6, 7),
            from: Date::ymd(2001, 2, 3),
            line: 958,
        },
        PeriodMessage::OtherUnit {
            column: v("column"),
            code: v("code"),
            here: Some(v("here")),
            there: Some(v("there")),
            line: 969,
        },
        PeriodMessage::OtherUnit {
            column: v("column"),
            code: v("code"),
            here: None,
            there: Some(v("there")),
            line: 980,
        },
        PeriodMessage::Nines {
            upper: v("upper"),
            code: v("code"),
        },
    ]
}
