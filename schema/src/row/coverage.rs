//! That the blocks of a model leave out nothing that the decision says, checked while compiling.
//!
//! The compiler interprets this, and pays for every call: held letter by letter against each other, phrases took it a
//! fifth of the time of a whole model. So the macros write a [`Key`] of each phrase, and texts are for messages.

/// What stands for a text of the decision: 128 bits made of all its letters, which no two texts share. Zero where there
/// is no text.
pub(crate) type Key = u128;

/// A phrase that a column carries out, or a struct of columns for a relative.
#[derive(Clone, Copy, Debug)]
pub enum Carried {
    /// `term` with its `of`, and `relative`.
    Phrase(Key, Key),
    /// The relative, and the phrases of the struct.
    Group(Key, &'static [Self]),
}

/// A phrase that is asked for.
pub struct TermRef {
    /// `term` with its `of`.
    pub key: Key,
    /// `term`.
    pub term: &'static str,
    /// `of`; empty where there is none.
    pub of: &'static str,
    /// Its own relatives.
    pub relatives: &'static [(Key, &'static str)],
}

/// A heading of the decision, for the compiler.
pub struct HeadingRef {
    /// The paragraph and the title.
    pub heading: (u8, &'static str),
    /// The persons besides the person concerned for whom every term holds.
    pub relatives: &'static [(Key, &'static str)],
    /// Its phrases.
    pub terms: &'static [TermRef],
}

/// A block, for the compiler.
pub struct BlockRef {
    /// Its id.
    pub id: &'static str,
    /// The paragraph and the title of its heading.
    pub heading: (u8, &'static str),
    /// The phrases that its columns carry out.
    pub phrases: &'static [Carried],
}

/// The room for one message while compiling.
const ROOM: usize = 8192;

/// Refuses, while compiling, a model whose blocks leave out a phrase of the decision, or two of which have one id.
///
/// Every heading is either carried out by blocks that together have every phrase, or named in `unmodelled`.
#[track_caller]
pub const fn coverage<const BLOCKS: usize>(
    headings: &[HeadingRef],
    blocks: &[BlockRef; BLOCKS],
    unmodelled: &[&str],
) {
    let mut message = Message {
        text: [0; ROOM],
        length: 0,
    };
    let (mut ids, mut titles) = ([[].as_slice(); BLOCKS], [[].as_slice(); BLOCKS]);
    let mut b = 0;
    while b < BLOCKS {
        ids[b] = blocks[b].id.as_bytes();
        titles[b] = blocks[b].heading.1.as_bytes();
        // A block with mistakes was reported at its struct, and stands here with no heading.
        if titles[b].is_empty() {
            return;
        }
        b += 1;
    }
    let mut h = 0;
    while h < headings.len() {
        let heading = &headings[h];
        let (paragraph, title) = heading.heading;
        let own_title = title.as_bytes();
        let named = contains(unmodelled, own_title);
        let (mut under, mut has_block) = ([false; BLOCKS], false);
        let mut b = 0;
        while b < BLOCKS {
            under[b] = blocks[b].heading.0 == paragraph && equal(titles[b], own_title);
            has_block = has_block || under[b];
            b += 1;
        }
        match (named, has_block) {
            (true, true) => message.line(&[
                "heading `",
                title,
                "` has a block and is named in `unmodelled`; take it out of `unmodelled`",
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
                    require(&mut message, blocks, &under, title, term, &[(0, "")]);
                    require(&mut message, blocks, &under, title, term, term.relatives);
                    require(&mut message, blocks, &under, title, term, heading.relatives);
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
            known = known || equal(headings[h].heading.1.as_bytes(), unmodelled[u].as_bytes());
            h += 1;
        }
        if !known {
            message.line(&[
                "`unmodelled` names `",
                unmodelled[u],
                "`, which is no heading of the decision",
            ]);
        }
        u += 1;
    }
    b = 0;
    while b < BLOCKS {
        let mut other = b + 1;
        while other < BLOCKS {
            if equal(ids[b], ids[other]) {
                message.line(&[
                    "two blocks have the id `",
                    blocks[b].id,
                    "`; give one of them another with `id = \"..\"`",
                ]);
            }
            other += 1;
        }
        b += 1;
    }
    message.fail();
}

const fn require<const BLOCKS: usize>(
    message: &mut Message,
    blocks: &[BlockRef; BLOCKS],
    under: &[bool; BLOCKS],
    title: &str,
    term: &TermRef,
    mut relatives: &[(Key, &str)],
) {
    while let [(key, relative), rest @ ..] = relatives {
        let mut found = false;
        let mut b = 0;
        while b < BLOCKS {
            found = found || (under[b] && carries(blocks[b].phrases, term.key, *key, 0));
            b += 1;
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

/// Whether a column carries out the phrase for this relative; `within` is the relative of the struct around it.
const fn carries(mut phrases: &[Carried], term: Key, relative: Key, within: Key) -> bool {
    while let [phrase, rest @ ..] = phrases {
        let found = match *phrase {
            Carried::Phrase(own_term, own) => {
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

/// A message of several lines, put together while compiling.
struct Message {
    text: [u8; ROOM],
    length: usize,
}

impl Message {
    const fn line(&mut self, parts: &[&str]) {
        if self.length > 0 {
            self.push("\n");
        }
        let mut p = 0;
        while p < parts.len() {
            self.push(parts[p]);
            p += 1;
        }
    }

    const fn push(&mut self, part: &str) {
        let bytes = part.as_bytes();
        if self.length + bytes.len() > ROOM {
            return;
        }
        let mut at = 0;
        while at < bytes.len() {
            self.text[self.length] = bytes[at];
            self.length += 1;
            at += 1;
        }
    }

    #[track_caller]
    const fn fail(&self) {
        if self.length == 0 {
            return;
        }
        match std::str::from_utf8(self.text.split_at(self.length).0) {
            Ok(text) => panic!("{}", text),
            Err(_) => panic!("the model does not carry out the decision"),
        }
    }
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

/// Of bytes, and by patterns: a call would cost more than the rest of it.
const fn equal(mut a: &[u8], mut b: &[u8]) -> bool {
    while let ([first, rest @ ..], [other, other_rest @ ..]) = (a, b) {
        if *first != *other {
            return false;
        }
        (a, b) = (rest, other_rest);
    }
    matches!((a, b), ([], []))
}
