//! The messages in French: errors of files and lines.
//!
//! A no-break space is before `:`, `;`, `?` and `!`.

mod warnings;

use beraad_describe::{CodeEntry, CodeTextError, Language};

use super::{
    Amounts, CodeMessage, DescribedLine, FileAdvice, FindingWord, FolderMessage, LabelMessage,
    LayoutMessage, LineMessage, LinesMessage, Litter, PeriodMessage, Place, Texts, WorkbookMessage,
    alternatives, named,
};
use crate::csv::CsvError;
use crate::supplied::confirm_words::words_in;

pub(super) struct French;

impl Texts for French {
    fn folder(&self, message: &FolderMessage) -> String {
        folder(message)
    }

    fn layout(&self, message: &LayoutMessage) -> String {
        layout(message)
    }

    fn line(&self, message: &LineMessage) -> String {
        line(message)
    }

    fn lines(&self, message: &LinesMessage) -> String {
        lines(message)
    }

    fn code(&self, message: &CodeMessage) -> String {
        warnings::code(message)
    }

    fn label(&self, message: &LabelMessage) -> String {
        warnings::label(message)
    }

    fn period(&self, message: &PeriodMessage) -> String {
        warnings::period(message)
    }

    fn workbook(&self, message: &WorkbookMessage) -> String {
        match message {
            WorkbookMessage::Unreadable { error } => format!("ce fichier ne peut pas être lu comme un classeur ({error}) ; enregistrez-le comme classeur (`.xlsx`), sans mot de passe"),
            WorkbookMessage::TooManyParts { max } => format!("le classeur compte plus de {max} éléments ; copiez les feuilles dans un nouveau classeur"),
            WorkbookMessage::TooLarge { max } => format!("une fois décompressé, le classeur dépasse {max} Mo ; laissez de côté les listes et les codes absents des données"),
            WorkbookMessage::UnreadableSheet { error } => format!("la feuille ne peut pas être lue ({error}) ; enregistrez de nouveau le classeur"),
            WorkbookMessage::UnknownSheet { meant: Some(meant) } => format!("aucune liste de codes ne porte le nom de cette feuille ; vouliez-vous dire `{meant}` ?"),
            WorkbookMessage::UnknownSheet { meant: None } => "aucune liste de codes ne porte le nom de cette feuille ; donnez-lui le nom de la liste, ou supprimez-la".to_owned(),
            WorkbookMessage::MergedCells { first, last } => format!("les cellules de la colonne {first} à la colonne {last} sont fusionnées ; annulez la fusion et remplissez chaque cellule"),
            WorkbookMessage::TooMuchText { max } => format!("la feuille contient plus de {max} Mo de texte ; n’y laissez que la liste des codes, à raison d’une ligne par signification"),
            WorkbookMessage::CellFarBelow { max } => format!("une cellule bien au-dessous de la liste contient une valeur, et une liste compte au plus {max} lignes ; videz-la"),
            WorkbookMessage::CellFarRight { column } => format!("une cellule de la colonne {column}, bien à droite de la liste, contient une valeur ; videz-la"),
            WorkbookMessage::StruckThrough { cells } => format!("le texte est barré dans {cells}, et il est lu comme valide ; si le code n’est plus utilisé, indiquez son dernier jour dans `valid_to` ou supprimez la ligne ; sinon, retirez la barre"),
            WorkbookMessage::PartlyStruckThrough { cells } => format!("une partie du texte est barrée dans {cells}, et elle est lue aussi ; supprimez cette partie, ou retirez la barre"),
            WorkbookMessage::WhiteText { cells } => format!("le texte est blanc dans {cells}, et il est lu comme valide ; supprimez la ligne si le code n’est pas voulu ; sinon, donnez au texte une autre couleur"),
            WorkbookMessage::HiddenRows { first, last } if first == last => "la ligne est masquée, à la main, par un filtre ou par un plan, et elle est lue comme valide ; affichez-la, et supprimez-la si elle n’est pas voulue".to_owned(),
            WorkbookMessage::HiddenRows { first, last } => format!("les lignes {first} à {last} sont masquées, à la main, par un filtre ou par un plan, et elles sont lues comme valides ; affichez-les, et supprimez celles qui ne sont pas voulues"),
            WorkbookMessage::HiddenSheet => "la feuille est masquée, et ses codes sont lus comme valides ; affichez-la, et supprimez-la si ses codes ne sont pas voulus".to_owned(),
            WorkbookMessage::FormattedNumber { cell, format, read } => format!("la cellule {cell} a le format de nombre `{format}` ; elle affiche donc un autre texte que `{read}`, qui est lu ; écrivez le texte voulu, dans une cellule au format Texte"),
            WorkbookMessage::FormulaWithoutValue { cell, more } => {
                let others = match more {
                    0 => String::new(),
                    more => format!(" (et {more} de plus)"),
                };
                format!("la cellule {cell}{others} contient une formule sans valeur enregistrée ; ouvrez le classeur dans un tableur et enregistrez-le de nouveau, ou remplacez les formules par leurs valeurs")
            }
            WorkbookMessage::LineBreakInCode { cell, code } => format!("le code de la cellule {cell} contient un saut de ligne, à la place de l’espace dans `{code}` ; écrivez le code exactement comme dans les données, à raison d’un code par ligne"),
        }
    }

    fn confirmable(&self, message: &str, value: &str) -> String {
        let value = words_in(Language::FR, value);
        format!(
            "{message} ; si c’est correct, écrivez `# confirmé: {value}` dans une ligne au-dessus de l’en-tête"
        )
    }

    fn unused_confirmation(&self, value: &str) -> String {
        format!(
            "`{value}` est confirmé, mais aucun avertissement ne porte sur cette valeur ; recopiez la valeur de l’avertissement lettre par lettre, ou supprimez-la de la ligne"
        )
    }

    fn placed(&self, file: &str, place: Place, text: &str) -> String {
        match place {
            Place {
                sheet: None,
                line: Some(line),
            } => format!("{file}, ligne {line} : {text}"),
            Place {
                sheet: None,
                line: None,
            } => format!("{file} : {text}"),
            place => format!("{file}, {}", self.in_line(place, text)),
        }
    }

    fn in_line(&self, place: Place, text: &str) -> String {
        match (place.sheet, place.line) {
            (None, None) => text.to_owned(),
            (None, Some(line)) => format!("ligne {line} : {text}"),
            (Some(sheet), None) => format!("feuille {sheet} : {text}"),
            (Some(sheet), Some(row)) => format!("feuille {sheet}, ligne {row} : {text}"),
        }
    }

    fn skipped(&self, kind: &str) -> String {
        format!("ignoré, car c’est {kind}")
    }

    fn word(&self, word: FindingWord) -> &'static str {
        match word {
            FindingWord::Note => "remarque",
            FindingWord::Error => "erreur",
            FindingWord::Warning => "avertissement",
        }
    }

    fn with_word(&self, word: FindingWord, text: &str) -> String {
        format!("{} : {text}", self.word(word))
    }

    fn more(&self, errors: usize, warnings: usize) -> String {
        let counted = |count: usize, one: &str, several: &str| match count {
            0 => None,
            1 => Some(format!("encore 1 {one}")),
            count => Some(format!("encore {count} {several}")),
        };
        let parts = [
            counted(errors, "erreur", "erreurs"),
            counted(warnings, "avertissement", "avertissements"),
        ];
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        format!("{} ; corrigez d’abord ce qui précède", parts.join(", "))
    }
}

fn folder(message: &FolderMessage) -> String {
    match message {
        FolderMessage::Unreadable { dir, error } => format!(
            "impossible de lire `{dir}` comme dossier de listes de codes : {error} ; indiquez le chemin d’un dossier qui contient des fichiers `<list id>.csv`"
        ),
        FolderMessage::TooManyFiles { dir, max } => format!(
            "`{dir}` contient plus de {max} fichiers ; aucun n’a été lu ; indiquez le chemin d’un dossier qui ne contient que des fichiers `<list id>.csv`"
        ),
        FolderMessage::DuplicateFile { list, other } => format!(
            "il y a déjà le fichier `{other}` pour la liste `{list}` ; retirez l’un des deux du dossier"
        ),
        FolderMessage::TooManyLines {
            max,
            lines_before,
            lines,
            files_after,
        } => format!(
            "les fichiers du dossier ont ensemble plus de {max} lignes : {lines_before} dans les fichiers précédents et {lines} dans celui-ci ; {}",
            not_read(*files_after)
        ),
        FolderMessage::TooManyBytes {
            megabytes,
            bytes_before,
            bytes_left,
            files_after,
        } => format!(
            "les fichiers du dossier dépassent ensemble {megabytes} Mo : {bytes_before} octets dans les fichiers précédents et plus de {bytes_left} dans celui-ci ; {}",
            not_read(*files_after)
        ),
        FolderMessage::UnreadableEntry { error } => format!("impossible de lire le fichier : {error}"),
        FolderMessage::UnreadableFile { error } => {
            format!("impossible de lire le fichier : {error} ; vérifiez que vous avez le droit de le lire")
        }
        FolderMessage::FileTooLarge { megabytes } => format!(
            "le fichier dépasse {megabytes} Mo ; n’y laissez que la liste des codes, avec une ligne par signification"
        ),
        FolderMessage::SymbolicLink => {
            "c’est un raccourci (lien symbolique) ; placez le fichier lui-même dans le dossier".to_owned()
        }
        FolderMessage::Disguised { list, advice } => format!(
            "le dossier ne doit contenir que des classeurs (`.xlsx`) et des fichiers `<list id>.csv`, au nom de la liste ; ce fichier est peut-être celui de la liste `{list}` : {}",
            self::advice(*advice, list)
        ),
        FolderMessage::Folder => {
            "le dossier ne doit contenir que des classeurs (`.xlsx`) et des fichiers `<list id>.csv`, au nom de la liste ; retirez-en ce sous-dossier".to_owned()
        }
        FolderMessage::OtherFile => {
            "le dossier ne doit contenir que des classeurs (`.xlsx`) et des fichiers `<list id>.csv`, au nom de la liste ; retirez-en ce fichier, ou enregistrez-le sous l’une de ces formes".to_owned()
        }
        FolderMessage::MisspeltList { list, meant } => {
            format!("la liste de codes `{list}` n’existe pas ; vouliez-vous dire `{meant}.csv` ?")
        }
        FolderMessage::UnknownList { list, known } => {
            format!("la liste de codes `{list}` n’existe pas ; choisissez {}", one_of(known))
        }
        FolderMessage::UnknownListOfMany { list } => format!(
            "la liste de codes `{list}` n’existe pas ; la commande `codelists` affiche toutes les listes de codes"
        ),
        FolderMessage::Skipped { litter } => self::litter(*litter).to_owned(),
        FolderMessage::Utf16 => {
            "le fichier est en UTF-16 ; enregistrez-le en UTF-8 (dans un tableur : `CSV UTF-8`)".to_owned()
        }
        FolderMessage::ProbablyUtf16 => {
            "le fichier est probablement en UTF-16 ; enregistrez-le en UTF-8 (dans un tableur : `CSV UTF-8`)"
                .to_owned()
        }
        FolderMessage::Packed => {
            "le fichier porte le nom d’un fichier CSV, mais c’est un classeur ou un autre fichier compressé ; ouvrez-le dans un tableur et enregistrez-le en `CSV UTF-8`".to_owned()
        }
        FolderMessage::MixedEncodings { byte, offset } => format!(
            "l’octet {byte:02X} à la position {offset} n’est pas en UTF-8, alors que des lettres qui le précèdent le sont : deux fichiers d’encodages différents ont été réunis ; enregistrez d’abord chacun en UTF-8"
        ),
        FolderMessage::InvalidUtf8 { byte, offset } => {
            format!("le fichier n’est pas en UTF-8 valide : octet {byte:02X} à la position {offset} ; {SAVE_AS_UTF8}")
        }
        FolderMessage::OtherEncoding {
            byte,
            offset,
            encoding,
            word,
        } => format!(
            "le fichier n’est pas en UTF-8, mais probablement en {encoding} : l’octet {byte:02X} à la position {offset} y fait partie de `{word}` ; {SAVE_AS_UTF8}"
        ),
        FolderMessage::SeveralEncodings {
            byte,
            offset,
            readings,
        } => {
            let readings = readings.iter();
            let readings: Vec<_> = readings
                .map(|(word, encoding)| format!("`{word}` en {encoding}"))
                .collect();
            format!(
                "le fichier n’est pas en UTF-8 : l’octet {byte:02X} à la position {offset} fait partie de {} ; ouvrez le fichier dans le bon encodage ; {SAVE_AS_UTF8}",
                readings.join(" ou ")
            )
        }
    }
}

const SAVE_AS_UTF8: &str = "enregistrez le fichier en UTF-8 (dans un tableur : `CSV UTF-8`)";

/// The files that were not read since a limit was reached.
fn not_read(files_after: usize) -> String {
    let files = match files_after {
        0 => "il n’a pas été lu".to_owned(),
        1 => "ce fichier et le suivant n’ont pas été lus".to_owned(),
        more => format!("ce fichier et les {more} suivants n’ont pas été lus"),
    };
    format!("{files} ; omettez les listes et les codes qui n’apparaissent pas dans les données")
}

fn advice(advice: FileAdvice, list: &str) -> String {
    match advice {
        FileAdvice::Download => {
            "il n’est pas entièrement sur cet ordinateur ; attendez la fin du téléchargement, ou copiez-le à nouveau"
                .to_owned()
        }
        FileAdvice::Unpack => format!("il est compressé ; décompressez-le sous le nom `{list}.csv`"),
        FileAdvice::SaveFromSpreadsheet => format!(
            "c’est un classeur ; enregistrez-le dans le tableur comme classeur `{list}.xlsx`, ou en `CSV UTF-8` sous le nom `{list}.csv`"
        ),
        FileAdvice::SaveFromProgram => format!(
            "il vient d’un autre logiciel ; enregistrez-le dans ce logiciel en CSV et en UTF-8, sous le nom `{list}.csv`"
        ),
        FileAdvice::MoveEarlierState => format!(
            "c’est probablement une version antérieure de la liste ; retirez-le du dossier, ou renommez-le en `{list}.csv` si c’est la bonne version"
        ),
        FileAdvice::Rename => format!("renommez-le en `{list}.csv`"),
        FileAdvice::RenameHidden => {
            format!("il est masqué par le point au début de son nom ; renommez-le en `{list}.csv`")
        }
        FileAdvice::KeepOne => format!("gardez un seul des fichiers, sous le nom `{list}.csv`"),
    }
}

fn litter(kind: Litter) -> &'static str {
    match kind {
        Litter::System => "un fichier du système d’exploitation",
        Litter::Lock => "le fichier de verrouillage d’un logiciel dans lequel la liste est ouverte",
        Litter::Copy => "la copie de sauvegarde d’un éditeur",
        Litter::Hidden => "un fichier masqué",
    }
}

fn layout(message: &LayoutMessage) -> String {
    match message {
        LayoutMessage::MissingHeader { header, list } => {
            format!(
                "la ligne d’en-tête manque ; écrivez `{header}` au-dessus des codes de `{list}`"
            )
        }
        LayoutMessage::NotAHeader { line, header } => format!(
            "une ligne d’en-tête est attendue, et non `{line}` ; écrivez `{header}` au-dessus de cette ligne, ou à sa place si elle contient les noms des colonnes"
        ),
        LayoutMessage::HeaderInOneCell { separator } => {
            let sign = match separator {
                '\t' => "une tabulation".to_owned(),
                sign => format!("`{sign}`"),
            };
            format!(
                "l’en-tête est dans une seule cellule, avec {sign} entre les noms ; dans le tableur, placez chaque nom de l’en-tête et chaque valeur en dessous dans sa propre cellule, et enregistrez à nouveau le fichier"
            )
        }
        LayoutMessage::MisspeltCompleteness { found } => {
            format!("`{found}` n’est pas connu ; vouliez-vous dire `complet` (`complete`) ?")
        }
        LayoutMessage::MisspeltConfirmation { found } => {
            format!("`{found}` n’est pas connu ; vouliez-vous dire `confirmé` (`confirmed`) ?")
        }
        LayoutMessage::AboveHeader { text } => format!(
            "la ligne `{text}` est au-dessus de l’en-tête ; faites-la précéder de `#` si c’est un commentaire, ou déplacez-la sous l’en-tête si c’est un code"
        ),
        LayoutMessage::OppositeCompleteness { line } => format!(
            "la ligne {line} et cette ligne se contredisent sur la question de savoir si la liste est complète ; supprimez l’une des deux"
        ),
        LayoutMessage::UnknownCompleteness { found } => format!(
            "`{found}` n’est pas une valeur admise pour `complete` (`complet`) ; écrivez `oui` si le fichier contient chaque code qui apparaît dans les données, sinon `non`"
        ),
        LayoutMessage::InvalidCsv { error } => csv(*error).to_owned(),
        LayoutMessage::InvalidHeader { error } => {
            format!("erreur dans l’en-tête : {}", csv(*error))
        }
        LayoutMessage::MisspeltColumn { column, meant } => {
            format!("la colonne `{column}` n’est pas connue ; vouliez-vous dire `{meant}` ?")
        }
        LayoutMessage::UnknownColumn { column, known } => {
            format!(
                "la colonne `{column}` n’est pas connue ; choisissez {}",
                one_of(known)
            )
        }
        LayoutMessage::DuplicateColumn { column } => {
            format!("la colonne `{column}` figure deux fois ; supprimez-en une")
        }
        LayoutMessage::MissingCodeColumn { example } => format!(
            "la colonne `code` manque ; la première ligne qui n’est pas un commentaire est l’en-tête, par exemple `{example}`"
        ),
        LayoutMessage::MissingLabelColumn { languages } => {
            format!(
                "il manque une colonne pour la signification des codes ; ajoutez {}",
                one_of(languages)
            )
        }
        LayoutMessage::TooManyRows { max } => {
            format!(
                "il y a plus de {max} lignes sous l’en-tête ; le reste du fichier n’a pas été lu"
            )
        }
    }
}

fn line(message: &LineMessage) -> String {
    match message {
        LineMessage::LabelWithoutCode { label } => format!("le libellé `{label}` n’a pas encore de code ; indiquez son code, ou supprimez la ligne si les données ne le contiennent pas"),
        LineMessage::CommentBelowHeader => {
            "un commentaire se trouve sous l’en-tête ; déplacez-le au-dessus, ou supprimez-le".to_owned()
        }
        LineMessage::FieldCount {
            expected,
            found,
            separator,
        } => {
            let separator = match separator {
                '\t' => "tab".to_owned(),
                separator => separator.to_string(),
            };
            format!(
                "l’en-tête a {expected} champs, mais cette ligne en a {found} ; mettez entre guillemets un texte qui contient `{separator}`, et écrivez un `{separator}` pour chaque champ vide"
            )
        }
        LineMessage::UnnamedColumn { text } => format!(
            "`{text}` est dans une colonne sans nom ; écrivez le nom de la colonne dans l’en-tête, ou supprimez le texte"
        ),
        LineMessage::MissingCode => {
            "le code manque ; écrivez le code tel qu’il figure dans les données, ou `\"\"` si c’est le texte vide".to_owned()
        }
        LineMessage::InvalidCode { code, error, other } => {
            let other = other.map(|char| format!(" ; il contient U+{:04X}", u32::from(char)));
            format!(
                "`{code}` ne peut pas être un code : {} ; écrivez le code exactement comme dans les données{}",
                code_error(*error),
                other.unwrap_or_default()
            )
        }
        LineMessage::OtherForm { code, form, list } => format!(
            "le code `{code}` n’a pas la forme des codes de `{list}` ({}) ; si les données contiennent ce code, il faut d’abord adapter le modèle",
            form.label().get(Language::FR)
        ),
        LineMessage::MissingLabel { languages } => format!(
            "la signification manque ; écrivez la signification du code dans {}",
            one_of(languages)
        ),
        LineMessage::PeriodBackwards { from, to } => format!(
            "`valid_to` {to} précède `valid_from` {from} ; écrivez le premier et le dernier jour où le code a cette signification"
        ),
        LineMessage::InvalidDay { text, column } => format!(
            "`{text}` dans `{column}` n’est pas un jour valide ; écrivez-le sous la forme `2013-01-31` (mettez d’abord les cellules au format Texte dans le tableur), ou rien s’il n’est pas connu"
        ),
        LineMessage::AmbiguousDay {
            text,
            column,
            one,
            other,
            lines,
        } => {
            let cause = match lines {
                None => "aucun autre jour du fichier ne montre lequel".to_owned(),
                Some((first, second)) => format!("les lignes {first} et {second} suivent chacune un autre ordre"),
            };
            format!(
                "le jour `{text}` dans `{column}` est ambigu : c’est le {one} ou le {other}, et {cause} ; écrivez-le sous la forme `2013-01-31` (mettez d’abord les cellules au format Texte dans le tableur)"
            )
        }
        LineMessage::UnknownWord {
            text,
            column,
            known,
        } => format!(
            "`{text}` n’est pas une valeur admise dans `{column}` ; écrivez {}, ou rien",
            one_of(known)
        ),
        LineMessage::InvalidNumber { text, column } => format!(
            "`{text}` dans `{column}` n’est pas un nombre valide ; écrivez au maximum 15 chiffres et 6 décimales, par exemple `1239.47`, ou rien si la classe n’a pas cette borne"
        ),
        LineMessage::AmbiguousNumber {
            text,
            column,
            one,
            other,
            whole,
        } => format!(
            "le nombre `{text}` dans `{column}` est ambigu : c’est {one} ou {other}, et aucun autre nombre du fichier ne montre lequel ; écrivez `{whole}` ou `{text}0` (mettez d’abord les cellules au format Texte dans le tableur)"
        ),
        LineMessage::OtherDecimalSign { text, column, line } => format!(
            "le nombre `{text}` dans `{column}` n’a pas le même signe décimal que la ligne {line} ; écrivez toutes les décimales du fichier avec un point, ou toutes avec une virgule"
        ),
        LineMessage::NotAmountClasses { column } => format!(
            "`{column}` ne convient pas à cette liste, car ce n’est pas une liste de classes de montants ; laissez vides les colonnes des bornes, ou supprimez-les"
        ),
        LineMessage::InvalidCurrency { text } => {
            format!("`{text}` n’est pas une monnaie valide ; écrivez trois majuscules, par exemple `EUR`")
        }
        LineMessage::BoundsBackwards { lower, upper } => {
            format!("`lower` {lower} dépasse `upper` {upper} ; écrivez le plus petit montant dans `lower`")
        }
        LineMessage::EmptyClass { lower, upper } => format!(
            "la classe de {lower} à {upper} ne contient aucun montant, car une seule de ses bornes en fait partie ; écrivez `both` dans `closed`"
        ),
    }
}

fn csv(error: CsvError) -> &'static str {
    match error {
        CsvError::TooManyFields => {
            "il y a trop de champs pour une liste de codes ; vérifiez que c’est le bon fichier"
        }
        CsvError::CarriageReturn => {
            "il y a une fin de ligne CR sans LF ; enregistrez le fichier avec des fins de ligne LF ou CR LF"
        }
        CsvError::TextBehindQuote => {
            "un texte suit le guillemet qui ferme un champ ; doublez chaque guillemet dans un champ entre guillemets"
        }
        CsvError::OpenQuote => {
            "un guillemet n’est jamais fermé ; fermez-le, et doublez chaque guillemet dans un champ entre guillemets"
        }
        CsvError::QuoteInField => {
            "un champ contient un guillemet ; mettez tout le champ entre guillemets, et doublez chaque guillemet qu’il contient"
        }
    }
}

fn code_error(error: CodeTextError) -> String {
    let length = CodeEntry::MAX_CODE_BYTES;
    match error {
        CodeTextError::TooLong | CodeTextError::NotPrintable => format!(
            "un code a au maximum {length} caractères ordinaires (lettres sans accent, chiffres, signes de ponctuation)"
        ),
        CodeTextError::SurroundingSpace => "une espace le précède ou le suit".to_owned(),
    }
}

fn lines(message: &LinesMessage) -> String {
    match message {
        LinesMessage::DuplicateLine { line } => {
            format!("cette ligne répète la ligne {line} ; supprimez l’une des deux")
        }
        LinesMessage::MeaningsOnLastDay {
            code,
            here,
            there,
            line,
            first,
            before,
        } => format!(
            "le code `{code}` signifie {} ici et {} à la ligne {line}, tous deux le dernier jour de la période de la ligne {first} ; `valid_to` est le dernier jour où un code a sa signification : écrivez-y {before} si c’est le sens voulu",
            described(here),
            described(there)
        ),
        LinesMessage::Meanings {
            code,
            here,
            there,
            line,
        } => format!(
            "le code `{code}` signifie {} ici et {} à la ligne {line}, pendant des périodes qui se chevauchent ; indiquez pour chacun `valid_from` et `valid_to`, ou une `source`",
            described(here),
            described(there)
        ),
        LinesMessage::Overlap {
            code,
            amounts,
            other,
            other_amounts,
            line,
        } => format!(
            "la classe `{code}` ({}) et la classe `{other}` ({}, ligne {line}) se chevauchent ; corrigez une borne ou `closed`, ou indiquez pour chacune `valid_from` et `valid_to`",
            self::amounts(amounts),
            self::amounts(other_amounts)
        ),
        LinesMessage::Gap {
            code,
            amounts,
            other,
            other_amounts,
            line,
        } => format!(
            "la classe `{code}` ({}) et la classe `{other}` ({}, ligne {line}) laissent un vide entre elles ; corrigez une borne ou `closed`, ou ajoutez la classe intermédiaire",
            self::amounts(amounts),
            self::amounts(other_amounts)
        ),
        LinesMessage::UnknownCode {
            code,
            list,
            known,
            more,
        } => format!(
            "la liste fermée `{list}` n’a pas de code `{code}`, mais bien {} ; si les données contiennent `{code}`, il faut d’abord adapter le modèle",
            some_of(known, *more)
        ),
        LinesMessage::OtherMeaning {
            code,
            list,
            known,
            more,
            found,
        } => format!(
            "le code `{code}` de la liste fermée `{list}` signifie {}, et non {} ; recopiez le libellé publié, ou faites d’abord adapter le modèle",
            some_of(known, *more),
            described(found)
        ),
    }
}

fn described(line: &DescribedLine) -> String {
    let label = &line.label;
    match &line.amounts {
        None => format!("`{label}`"),
        Some(amounts) => format!("`{label}` ({})", self::amounts(amounts)),
    }
}

fn amounts(amounts: &Amounts) -> String {
    match (&amounts.lower, &amounts.upper) {
        (Some(lower), Some(upper)) => format!("{lower} à {upper}"),
        (Some(lower), None) => format!("à partir de {lower}"),
        (None, Some(upper)) => format!("jusqu’à {upper}"),
        (None, None) => String::new(),
    }
}

fn one_of(values: &[String]) -> String {
    alternatives(values, "ou", "rien")
}

fn some_of(values: &[String], more: usize) -> String {
    named(values, more, |more| format!("et {more} autres"))
}
