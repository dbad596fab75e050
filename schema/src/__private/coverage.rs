//! That the blocks of a model leave out nothing that the decision says, checked while compiling.

/// A phrase that a column carries out, or a struct of columns for a relative.
#[derive(Clone, Copy, Debug)]
pub enum Carried {
    /// `term`, `of` and `relative`; empty where there is none.
    Phrase(&'static str, &'static str, &'static str),
    /// The relative, and the phrases of the struct.
    Group(&'static str, &'static [Self]),
}

/// A heading of the decision, for the compiler.
pub struct HeadingRef {
    /// The paragraph and the title.
    pub heading: (u8, &'static str),
    /// The persons besides the person concerned for whom every term holds.
    pub relatives: &'static [&'static str],
    /// `term`, `of` (empty where there is none) and the term's own relatives.
    pub terms: &'static [(&'static str, &'static str, &'static [&'static str])],
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

impl BlockRef {
    const fn is_under(&self, heading: (u8, &str)) -> bool {
        self.heading.0 == heading.0 && equal(self.heading.1, heading.1)
    }
}

/// The room for one message while compiling.
const ROOM: usize = 8192;

/// Refuses, while compiling, a model whose blocks leave out a phrase of the decision, or two of which have one id.
///
/// Every heading is either carried out by blocks that together have every phrase, or named in `unmodelled`.
#[track_caller]
pub const fn coverage(headings: &[HeadingRef], blocks: &[BlockRef], unmodelled: &[&str]) {
    let mut message = Message {
        text: [0; ROOM],
        length: 0,
    };
    let mut b = 0;
    while b < blocks.len() {
        // A block with mistakes was reported at its struct, and stands here with no heading.
        if blocks[b].heading.1.is_empty() {
            return;
        }
        b += 1;
    }
    let mut h = 0;
    while h < headings.len() {
        let (heading, title) = (&headings[h], headings[h].heading.1);
        let named = contains(unmodelled, title);
        let mut has_block = false;
        let mut b = 0;
        while b < blocks.len() {
            has_block = has_block || blocks[b].is_under(heading.heading);
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
                    let (term, of, relatives) = heading.terms[t];
                    require(&mut message, blocks, heading.heading, term, of, &[""]);
                    require(&mut message, blocks, heading.heading, term, of, relatives);
                    require(
                        &mut message,
                        blocks,
                        heading.heading,
                        term,
                        of,
                        heading.relatives,
                    );
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
            known = known || equal(headings[h].heading.1, unmodelled[u]);
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
    while b < blocks.len() {
        let mut other = b + 1;
        while other < blocks.len() {
            if equal(blocks[b].id, blocks[other].id) {
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

const fn require(
    message: &mut Message,
    blocks: &[BlockRef],
    heading: (u8, &str),
    term: &str,
    of: &str,
    relatives: &[&str],
) {
    let mut r = 0;
    while r < relatives.len() {
        let relative = relatives[r];
        let mut found = false;
        let mut b = 0;
        while b < blocks.len() {
            found = found
                || (blocks[b].is_under(heading)
                    && carries(blocks[b].phrases, term, of, relative, ""));
            b += 1;
        }
        if !found {
            message.line(&[
                "heading `",
                heading.1,
                "` has no variable with `term = \"",
                term,
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
        r += 1;
    }
}

/// Whether a column carries out the phrase for this relative; `within` is the relative of the struct around it.
const fn carries(phrases: &[Carried], term: &str, of: &str, relative: &str, within: &str) -> bool {
    let mut p = 0;
    while p < phrases.len() {
        let found = match phrases[p] {
            Carried::Phrase(own_term, own_of, own) => {
                let own = if own.is_empty() { within } else { own };
                equal(own_term, term) && equal(own_of, of) && equal(own, relative)
            }
            Carried::Group(own, phrases) => carries(
                phrases,
                term,
                of,
                relative,
                if own.is_empty() { within } else { own },
            ),
        };
        if found {
            return true;
        }
        p += 1;
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

const fn contains(texts: &[&str], text: &str) -> bool {
    let mut at = 0;
    while at < texts.len() {
        if equal(texts[at], text) {
            return true;
        }
        at += 1;
    }
    false
}

const fn equal(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut at = 0;
    while at < a.len() {
        if a[at] != b[at] {
            return false;
        }
        at += 1;
    }
    true
}
