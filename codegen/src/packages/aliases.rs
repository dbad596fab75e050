//! Other texts of a code.

use beraad_schema::describe::CodeList;

/// Returns the texts that a file may have instead of a code of a list, each with the code.
///
/// An empty text may be one of them: an empty field is then that code, and not a null.
pub(crate) fn aliases(list: &CodeList) -> Vec<(&str, &str)> {
    let aliases = list.published_codes().flat_map(|(code, entry)| {
        let aliases = entry.aliases.iter();
        aliases.map(move |alias| (&**alias, code))
    });
    // A text is the code of that text before it is an alias of another one.
    let is_code = |text: &str| list.published_codes().any(|(code, _)| code == text);
    aliases.filter(|(alias, _)| !is_code(alias)).collect()
}
