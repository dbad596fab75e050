//! The messages in French: values that are probably not meant.
//!
//! A no-break space is before `:`, `;`, `?` and `!`.

use super::super::{
    CodeDifference, CodeMessage, CodeShape, LabelDifference, LabelMessage, PeriodMessage,
    ProgramDay,
};
use super::some_of;

const AS_TEXT: &str = "(mettez d’abord les cellules au format Texte dans le tableur)";

pub(super) fn code(message: &CodeMessage) -> String {
    match message {
        CodeMessage::LikeLine {
            code,
            other,
            line,
            difference,
        } => format!(
            "le code `{code}` ne diffère du code `{other}` de la ligne {line} que par {} ; écrivez les codes comme dans les données {AS_TEXT}",
            code_difference(*difference)
        ),
        CodeMessage::LikePublished {
            code,
            other,
            difference,
        } => format!(
            "le code `{code}` ne diffère du code publié `{other}` que par {} ; écrivez les codes comme dans les données {AS_TEXT}",
            code_difference(*difference)
        ),
        CodeMessage::SimilarToPublished {
            code,
            other,
            difference,
        } => format!(
            "le code `{code}` ne diffère du code publié `{other}` que par {} ; écrivez les codes comme dans les données",
            code_difference(*difference)
        ),
        CodeMessage::FewerDigits { code, width } => format!(
            "le code `{code}` a moins de {width} chiffres, alors que tous les codes publiés en ont {width}, avec des zéros au début ; écrivez les codes comme dans les données {AS_TEXT}"
        ),
        CodeMessage::SwappedColumns { code, label } => format!(
            "le code `{code}` est un mot et son libellé `{label}` ressemble à un code, comme dans chaque ligne ; échangez les noms de ces colonnes dans l’en-tête"
        ),
        CodeMessage::Changed { code, form } => {
            // The line may not be a code at all.
            let write = match form {
                CodeShape::Comment | CodeShape::Header | CodeShape::Total => "sinon, écrivez le code",
                _ => "écrivez le code",
            };
            format!(
                "le code `{code}` {} ; {write} comme dans les données {AS_TEXT}",
                shape(*form)
            )
        }
        CodeMessage::Placeholder { code } => format!(
            "le code `{code}` est le texte par lequel des logiciels écrivent une valeur manquante ; supprimez la ligne, ou complétez `missing` si les données contiennent ce code"
        ),
        CodeMessage::LacksAll => {
            "selon le fichier, la liste est complète, mais il n’y a aucun code sous l’en-tête ; ajoutez les codes, ou écrivez `non` pour `complete`".to_owned()
        }
        CodeMessage::LacksPublished { codes, more } => format!(
            "selon le fichier, la liste est complète, mais ces codes publiés manquent : {} ; ajoutez-les, ou écrivez `non` pour `complete` (un code publié n’est jamais refusé)",
            some_of(codes, *more)
        ),
    }
}

fn code_difference(difference: CodeDifference) -> &'static str {
    match difference {
        CodeDifference::LeadingZeros => "des zéros au début",
        CodeDifference::Capitals => "des majuscules",
        CodeDifference::Space => "une espace",
        CodeDifference::LetterLikeDigit => "une lettre qui ressemble à un chiffre",
    }
}

fn shape(form: CodeShape) -> &'static str {
    match form {
        CodeShape::Error => "est le texte d’une valeur qu’un logiciel n’a pas pu calculer",
        CodeShape::Comment => {
            "commence comme un commentaire, qui doit se trouver au-dessus de l’en-tête ; supprimez la ligne si c’est un commentaire"
        }
        CodeShape::Header => {
            "est le nom de la colonne : l’en-tête figure deux fois dans le fichier ; supprimez la ligne si c’est un en-tête"
        }
        CodeShape::Total => {
            "est le mot d’une ligne de totaux ; supprimez la ligne si c’est un total"
        }
        CodeShape::Formula => "est une formule, ou un texte tel qu’un tableur le marque",
        CodeShape::Exponent => "est un nombre qu’un tableur a abrégé",
        CodeShape::CutDigits => {
            "a des zéros après 15 chiffres ; un tableur n’en conserve pas davantage d’un nombre"
        }
        CodeShape::Date => "est une date, probablement créée par un tableur à partir d’un code",
        CodeShape::TranslatedBoolean => {
            "est le mot par lequel un tableur écrit `TRUE` ou `FALSE` dans une autre langue"
        }
        CodeShape::WholeWithDecimals => {
            "est un nombre entier avec des décimales, probablement ajoutées par un logiciel"
        }
        CodeShape::Boolean => {
            "est une valeur logique, contrairement à d’autres codes de la liste : un logiciel l’a probablement créée à partir d’un code"
        }
        CodeShape::Time => {
            "est une heure, contrairement à d’autres codes de la liste : un tableur l’a probablement créée à partir d’un code"
        }
        CodeShape::Percentage => {
            "est un pourcentage, contrairement à d’autres codes de la liste : un tableur l’a probablement créé à partir d’un code"
        }
        CodeShape::YearAndMonth => {
            "est un mois d’une année, contrairement à d’autres codes de la liste : un tableur l’a probablement créé à partir d’un code"
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
                ", dont le code n’est pas publié,"
            };
            format!(
                "le libellé `{label}` dans `{language}` ne diffère du libellé publié `{published}`{state} que par {} ; recopiez le libellé publié lettre par lettre, pour qu’il n’y ait qu’une seule signification",
                label_difference(*difference)
            )
        }
        LabelMessage::OfOtherCode {
            code,
            label,
            language,
            other,
        } => format!(
            "le code `{code}` a dans `{language}` le libellé `{label}`, qui est pendant cette période le libellé publié du code `{other}` ; vérifiez le code, et écrivez un autre libellé si les deux existent"
        ),
        LabelMessage::OtherLanguage {
            code,
            label,
            language,
            of,
            published,
        } => format!(
            "le code `{code}` a dans `{language}` le libellé `{label}`, qui est le libellé publié en `{of}` ; écrivez-le dans la colonne `{of}`, et ici `{published}` ou rien"
        ),
        LabelMessage::Contradiction {
            code,
            label,
            language,
            published,
        } => format!(
            "le code `{code}` a dans `{language}` le libellé `{label}`, mais son libellé publié est `{published}` ; vérifiez le code, recopiez le libellé publié si les deux ont le même sens, ou indiquez `valid_from` et `valid_to` si le code a une autre signification pendant une autre période"
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
                1 => " (1 autre ligne diffère aussi)".to_owned(),
                others => format!(" ({others} autres lignes diffèrent aussi)"),
            };
            format!(
                "le code `{code}` a dans `{language}` le libellé `{label}`, mais son libellé dans la liste de référence publiée est `{published}`{others} ; vérifiez le code, et recopiez le libellé publié si les deux ont le même sens"
            )
        }
        LabelMessage::OtherMissingReason {
            code,
            missing,
            published,
        } => format!(
            "pour le code `{code}`, `missing` indique `{missing}`, mais la raison publiée est `{published}` ; écrivez `{published}`, ou laissez le champ vide"
        ),
        LabelMessage::ChangedLabel { label } => format!(
            "le libellé `{label}` est une date ou un nombre abrégé, probablement créé par un tableur à partir d’un texte tel que `5-9` ; écrivez le libellé voulu {AS_TEXT}"
        ),
        LabelMessage::Computed { text, column } => format!(
            "`{text}` dans `{column}` est le texte d’une formule qu’un tableur n’a pas pu calculer ; écrivez les mots eux-mêmes"
        ),
        LabelMessage::Placeholder { text, column } => format!(
            "`{text}` dans `{column}` est le texte par lequel des logiciels écrivent une valeur manquante ; laissez le champ vide, ou écrivez des mots"
        ),
        LabelMessage::Note { text, column } => format!(
            "`{text}` dans `{column}` indique que le texte doit encore être écrit ; laissez le champ vide, ou écrivez des mots"
        ),
        LabelMessage::ReadAsOtherEncoding {
            text,
            column,
            meant,
        } => format!(
            "`{text}` dans `{column}` a été écrit en UTF-8 et lu dans un autre encodage ; il s’agit probablement de `{meant}` ; importez le fichier d’origine en UTF-8, et enregistrez-le à nouveau en UTF-8"
        ),
        LabelMessage::WrittenInOtherEncoding {
            text,
            column,
            readings,
        } => {
            let readings = readings.iter();
            let readings: Vec<_> = readings
                .map(|(meant, encoding)| format!("`{meant}` si c’était {encoding}"))
                .collect();
            format!(
                "`{text}` dans `{column}` a probablement été écrit dans un autre encodage que celui dans lequel il a été lu : {} ; importez le fichier d’origine dans son encodage, et enregistrez-le en UTF-8",
                readings.join(", ")
            )
        }
        LabelMessage::Escape {
            escape,
            text,
            column,
        } => format!(
            "`{escape}` de `{text}` dans `{column}` est un signe tel qu’un logiciel ou une page web l’écrit ; écrivez le signe lui-même"
        ),
        LabelMessage::LostLetter { text, column } => format!(
            "une lettre de `{text}` dans `{column}` s’est perdue dans un autre encodage ; réécrivez le texte, et enregistrez le fichier en UTF-8"
        ),
        LabelMessage::QuestionMark { text, column } => format!(
            "`{text}` dans `{column}` a un point d’interrogation au milieu d’un mot, probablement pour une lettre qui s’est perdue dans un autre encodage ; écrivez la lettre, ou une espace après le point d’interrogation"
        ),
        LabelMessage::Long {
            text,
            language,
            bytes,
            max,
        } => format!(
            "le libellé `{text}` dans `{language}` compte {bytes} octets, et SPSS n’en affiche que {max} ; écrivez un libellé plus court, et le reste dans `remark`"
        ),
        LabelMessage::InvisibleCharacter { text, column, char } => format!(
            "`{text}` dans `{column}` contient le caractère invisible U+{:04X} ; réécrivez le texte sans ce caractère",
            u32::from(*char)
        ),
        LabelMessage::SimilarSource { source, other } => format!(
            "la source `{source}` ne diffère de la source `{other}` que par des majuscules, des accents, des espaces ou de la ponctuation ; écrivez une même source toujours de la même façon"
        ),
    }
}

fn label_difference(difference: LabelDifference) -> &'static str {
    match difference {
        LabelDifference::NoBreakSpace => "une espace insécable",
        LabelDifference::DoubledSpace => "une espace double",
        LabelDifference::InvisibleCharacter => "un caractère invisible",
        LabelDifference::PunctuationAtEnd => "la ponctuation à la fin",
        LabelDifference::Capitals => "des majuscules",
        LabelDifference::Signs => {
            "des majuscules, des accents, des guillemets, des traits d’union, des espaces ou de la ponctuation"
        }
        LabelDifference::OneLetter => "une lettre",
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
            let meaning = if *is_beginning { "de début" } else { "de fin" };
            let reading = if *is_open {
                "comme tel"
            } else {
                "comme un jour ordinaire"
            };
            format!(
                "`{column}` {day} est un jour par lequel des logiciels indiquent qu’une période n’a pas {meaning}, et il est lu {reading} ; laissez le champ vide si le jour est inconnu ou encore à venir"
            )
        }
        PeriodMessage::ProgramDay {
            column,
            day,
            program,
        } => format!(
            "`{column}` {day} est {}, un jour que des logiciels écrivent au lieu d’un champ vide ; laissez le champ vide si le jour est inconnu ou encore à venir",
            program_day(*program)
        ),
        PeriodMessage::FarDay {
            column,
            day,
            first,
            last,
        } => format!(
            "`{column}` {day} est bien en dehors des années {first} à {last}, que ce logiciel juge plausibles ; vérifiez l’année, ou laissez le champ vide si le jour n’est pas connu"
        ),
        PeriodMessage::FarBound {
            column,
            bound,
            smallest,
            largest,
            unit,
        } => format!(
            "`{column}` {bound} est bien en dehors de l’intervalle de {smallest} à {largest}, que ce logiciel juge plausible pour `{unit}` ; vérifiez le nombre et l’unité"
        ),
        PeriodMessage::HalfOpen {
            end,
            code,
            line,
            before,
        } => format!(
            "`valid_to` {end} du code `{code}` est le premier jour de sa période à la ligne {line} ; `valid_to` est le dernier jour où un code a sa signification : écrivez {before} si c’est le sens voulu"
        ),
        PeriodMessage::EndIsOtherBeginning { end, before } => format!(
            "un autre code commence le jour de `valid_to` {end} ; `valid_to` est le dernier jour où un code a sa signification : écrivez {before} si c’est le sens voulu, ici et dans les autres lignes"
        ),
        PeriodMessage::EndIsFirstOfYear { end, before } => format!(
            "`valid_to` {end} est le premier jour d’une année supplémentaire du code ; `valid_to` est le dernier jour où un code a sa signification : écrivez {before} si c’est le sens voulu, ici et dans les autres lignes"
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
                format!("le {first}")
            } else {
                format!("du {first} au {last}")
            };
            format!(
                "le code `{code}` n’a pas de signification {gap}, entre `valid_to` {end} et `valid_from` {from} à la ligne {line} ; écrivez {last} dans `valid_to` si une signification suit l’autre"
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
                None => "vide".to_owned(),
            };
            let (here, there) = (shown(here), shown(there));
            format!(
                "`{column}` de la classe `{code}` est {here}, et {there} à la ligne {line} ; écrivez la même valeur dans `{column}` pour toutes les classes d’une période, et `valid_from` et `valid_to` là où elle a changé"
            )
        }
        PeriodMessage::Nines { upper, code } => format!(
            "`upper` {upper} de la classe `{code}` est un nombre par lequel des logiciels indiquent qu’une classe n’a pas de borne supérieure ; laissez le champ vide si elle n’en a pas"
        ),
    }
}

fn program_day(program: ProgramDay) -> &'static str {
    match program {
        ProgramDay::Mumps => "le jour 0 de MUMPS",
        ProgramDay::OldSpreadsheets => "le jour 0 d’anciens tableurs",
        ProgramDay::SasAndStata => "le jour 0 de SAS et Stata",
        ProgramDay::Unix => "le jour 0 d’Unix",
        ProgramDay::EndOfUnix => "le dernier jour d’Unix",
    }
}
