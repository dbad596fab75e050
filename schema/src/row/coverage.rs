//! The check that the blocks of a model carry out every phrase of the decision, while the model is compiled.
//!
//! The compiler evaluates these functions as constants, and interprets each call and each step. Comparing phrases letter by
//! letter took a fifth of the time of a whole model. So the macros write a [`Key`] for each phrase, which is compared in one
//! step; the texts are for messages only. Constant functions cannot use iterators yet, hence the loops with an index.

use super::const_message::Message;

/// A hash of 128 bits of a text of the decision, which no two texts share. Zero if there is no text.
pub(crate) type Key = u128;

/// A phrase that a column carries out, or a struct of columns for a relative.
#[derive(Clone, Copy, Debug)]
pub enum Carried {
    /// `term` with its `of`, and `relative`.
    Phrase(Key, Key),
    /// The relative, and the phrases of the struct.
    Group(Key, &'static [Self]),
}

/// A phrase of the decision that blocks must carry out.
pub struct TermRef {
    /// The key of `term` with its `of`.
    pub key: Key,
    /// `term`.
    pub term: &'static str,
    /// `of`; empty if there is none.
    pub of: &'static str,
    /// The relatives that the phrase itself names.
    pub relatives: &'static [(Key, &'static str)],
}

/// A heading of the decision, for the compiler.
pub struct HeadingRef {
    /// The number of the paragraph.
    pub paragraph: &'static str,
    /// The title.
    pub title: &'static str,
    /// The relatives of the person concerned for whom every phrase holds.
    pub relatives: &'static [(Key, &'static str)],
    /// The phrases.
    pub terms: &'static [TermRef],
}

/// A block, for the compiler.
pub struct BlockRef {
    /// The id of the block.
    pub id: &'static str,
    /// The number of the paragraph of its heading.
    pub paragraph: &'static str,
    /// The title of its heading.
    pub heading: &'static str,
    /// The phrases that its columns carry out.
    pub phrases: &'static [Carried],
}

/// Fails to compile if the blocks of a model leave out a phrase of the decision, or if two blocks have one id.
///
/// Every heading is either carried out by blocks that together have every phrase, or named in `unmodelled`. All errors are in
/// one message.
///
/// # Panics
/// If there is an error.
#[track_caller]
pub const fn coverage<const BLOCKS: usize>(
    headings: &[HeadingRef],
    blocks: &[BlockRef; BLOCKS],
    unmodelled: &[&str],
) {
    let mut message = Message::new();
    // As bytes, and once: `as_bytes` in each comparison would be one more call for the compiler to interpret.
    let (mut ids, mut titles) = ([[].as_slice(); BLOCKS], [[].as_slice(); BLOCKS]);
    let mut b = 0;
    while b < BLOCKS {
        ids[b] = blocks[b].id.as_bytes();
        titles[b] = blocks[b].heading.as_bytes();
        // The errors of a block without a heading were reported at its struct; more errors would follow from them here.
        if titles[b].is_empty() {
            return;
        }
        b += 1;
    }
    let mut h = 0;
    while h < headings.len() {
        let heading = &headings[h];
        let title = heading.title;
        let title_bytes = title.as_bytes();
        let is_unmodelled = contains(unmodelled, title_bytes);
        let paragraph = heading.paragraph.as_bytes();
        // The phrases of the blocks under this heading, at the front: the other blocks are not visited for each phrase.
        let (mut under, mut count) = ([[].as_slice(); BLOCKS], 0);
        let mut b = 0;
        while b < BLOCKS {
            // The lengths first: most texts differ in length, and a call costs the compiler more than the comparison.
            if titles[b].len() == title_bytes.len()
                && equal(titles[b], title_bytes)
                && equal(blocks[b].paragraph.as_bytes(), paragraph)
            {
                under[count] = blocks[b].phrases;
                count += 1;
            }
            b += 1;
        }
        let under = under.split_at(count).0;
        match (is_unmodelled, count > 0) {
            (true, true) => message.line(&[
                "heading `",
                title,
                "` has a block and is named in `unmodelled`; remove it from `unmodelled`",
            ]),
            (false, false) => message.line(&[
                "heading `",
                title,
                "` has no block; write one, or name the heading in `unmodelled`",
            ]),
            (true, false) => {}
            (false, true) => {
                let mut t = 0;
                while t < heading.terms.len() {
                    let term = &heading.terms[t];
                    // The key 0 is the person concerned, who has no name.
                    require(&mut message, under, title, term, &[(0, "")]);
                    require(&mut message, under, title, term, term.relatives);
                    require(&mut message, under, title, term, heading.relatives);
                    t += 1;
                }
            }
        }
        h += 1;
    }
    let mut u = 0;
    while u < unmodelled.len() {
        let mut known = false;
        h = 0;
        while h < headings.len() {
            known = known || equal(headings[h].title.as_bytes(), unmodelled[u].as_bytes());
            h += 1;
        }
        if !known {
            message.line(&[
                "`unmodelled` names `",
                unmodelled[u],
                "`, which is not a heading of the decision",
            ]);
        }
        u += 1;
    }
    b = 0;
    while b < BLOCKS {
        // All pairs: a model has some dozens of blocks, and a constant function cannot sort texts.
        let mut other = b + 1;
        while other < BLOCKS {
            if ids[b].len() == ids[other].len() && equal(ids[b], ids[other]) {
                message.line(&[
                    "duplicate block id `",
                    blocks[b].id,
                    "`; give one of the two blocks another with `id = \"..\"`",
                ]);
            }
            other += 1;
        }
        b += 1;
    }
    message.fail();
}

/// Adds a line to the message for each relative for whom no block under the heading carries out a phrase. `under` has the
/// phrases of each of these blocks.
const fn require(
    message: &mut Message,
    under: &[&[Carried]],
    title: &str,
    term: &TermRef,
    mut relatives: &[(Key, &str)],
) {
    while let [(key, relative), rest @ ..] = relatives {
        let mut blocks = under;
        let mut found = false;
        while let (false, [phrases, rest @ ..]) = (found, blocks) {
            found = carries(phrases, term.key, *key, 0);
            blocks = rest;
        }
        if !found {
            let of = term.of;
            message.line(&[
                "heading `",
                title,
                "` has no variable with `term = \"",
                term.term,
                if of.is_empty() { "\"" } else { "\", of = \"" },
                of,
                if of.is_empty() { "" } else { "\"" },
                if relative.is_empty() {
                    "`"
                } else {
                    ", relative = \""
                },
                relative,
                if relative.is_empty() { "" } else { "\"`" },
            ]);
        }
        relatives = rest;
    }
}

/// Returns whether a column carries out a phrase for a relative. `within` is the relative of the struct of columns that contains the
/// columns; a column with a relative of its own overrides it.
const fn carries(mut phrases: &[Carried], term: Key, relative: Key, within: Key) -> bool {
    while let [phrase, rest @ ..] = phrases {
        let found = match *phrase {
            Carried::Phrase(own_term, own) => {
                // Two numbers, where the texts would be compared letter by letter.
                own_term == term && relative == if own == 0 { within } else { own }
            }
            Carried::Group(own, phrases) => {
                carries(phrases, term, relative, if own == 0 { within } else { own })
            }
        };
        if found {
            return true;
        }
        phrases = rest;
    }
    false
}

const fn contains(texts: &[&str], text: &[u8]) -> bool {
    let mut at = 0;
    while at < texts.len() {
        if equal(texts[at].as_bytes(), text) {
            return true;
        }
        at += 1;
    }
    false
}

/// Compares two texts as bytes and with patterns, which the compiler interprets faster than calls.
const fn equal(mut a: &[u8], mut b: &[u8]) -> bool {
    while let ([first, rest @ ..], [other, other_rest @ ..]) = (a, b) {
        if *first != *other {
            return false;
        }
        (a, b) = (rest, other_rest);
    }
    matches!((a, b), ([], []))
}
