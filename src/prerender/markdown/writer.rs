//! Markdown as `CommonMark` and GitHub read it. What a report says goes in as text: nothing in it becomes
//! markup, a link or another direction of writing.

/// Stands within what would be a link: readers of Markdown link bare addresses, even escaped ones.
const WORD_JOINER: char = '\u{2060}';

/// A piece of a line, in Markdown.
#[derive(Debug, Clone, Default)]
pub struct Inline(String);

impl Inline {
    /// A text, escaped.
    pub fn text(text: &str) -> Self {
        Self(escaped(text))
    }

    /// A link that is meant.
    pub fn link(words: &str, address: &str) -> Self {
        let is_plain =
            |letter: char| letter.is_ascii_alphanumeric() || "-._~:/?#%=".contains(letter);
        if address.chars().all(is_plain) {
            return Self(format!("[{}]({address})", escaped(words)));
        }
        let mut destination = String::new();
        for letter in address.chars().filter(|letter| !letter.is_control()) {
            if matches!(letter, '<' | '>' | '\\' | '&') {
                destination.push('\\');
            }
            destination.push(letter);
        }
        Self(format!("[{}](<{destination}>)", escaped(words)))
    }

    /// This piece and another behind it.
    pub fn and(mut self, next: impl Into<Self>) -> Self {
        self.0.push_str(&next.into().0);
        self
    }

    /// These pieces with a text between them.
    pub fn join(pieces: impl IntoIterator<Item = Self>, between: &str) -> Self {
        let pieces: Vec<_> = pieces.into_iter().map(|piece| piece.0).collect();
        Self(pieces.join(&escaped(between)))
    }
}

impl<T: AsRef<str>> From<T> for Inline {
    fn from(text: T) -> Self {
        Self::text(text.as_ref())
    }
}

/// A document in the making, block by block.
#[derive(Debug, Default)]
pub struct Document(String);

impl Document {
    /// A heading of a level from 1 to 6.
    pub fn heading(&mut self, level: usize, words: impl Into<Inline>) {
        self.block(&format!("{} {}", "#".repeat(level), line(&words.into())));
    }

    /// A paragraph; an empty one is left out.
    pub fn paragraph(&mut self, words: impl Into<Inline>) {
        self.block(&line(&words.into()));
    }

    /// A quotation; in `llms.txt`, the summary.
    pub fn quotation(&mut self, words: impl Into<Inline>) {
        self.block(&format!("> {}", line(&words.into())));
    }

    /// A list; one without items is left out.
    pub fn list(&mut self, items: impl IntoIterator<Item = Inline>) {
        let lines: Vec<_> = items.into_iter().map(|item| format!("- {}", line(&item))).collect();
        self.block(&lines.join("\n"));
    }

    /// A table; one without rows is left out.
    pub fn table(&mut self, head: &[&str], rows: impl IntoIterator<Item = Vec<Inline>>) {
        let row = |cells: Vec<Inline>| {
            let cells: Vec<_> = cells.into_iter().map(|cell| cell.0).collect();
            format!("| {} |", cells.join(" | "))
        };
        let rows: Vec<_> = rows.into_iter().map(row).collect();
        if !rows.is_empty() {
            let head_line = row(head.iter().map(Inline::from).collect());
            let rule = format!("|{}", " --- |".repeat(head.len()));
            self.block(&format!("{head_line}\n{rule}\n{}", rows.join("\n")));
        }
    }

    /// The text of the document.
    pub fn finish(self) -> String {
        self.0
    }

    fn block(&mut self, block: &str) {
        if block.is_empty() {
            return;
        }
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.push_str(block);
        self.0.push('\n');
    }
}

/// A piece as a line of its own, which must not begin like a list, a heading or a rule.
fn line(words: &Inline) -> String {
    let words = words.0.trim_start();
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = words.split_at(digits);
    let begins_a_block = match digits {
        0 => rest.starts_with(['#', '+', '-', '=', ':']),
        _ => rest.starts_with(['.', ')']),
    };
    format!("{number}{}{rest}", if begins_a_block { "\\" } else { "" })
}

/// A text that reads as itself, in one line.
fn escaped(text: &str) -> String {
    let letters: Vec<char> = text.chars().filter_map(plain).collect();
    let mut out = String::with_capacity(text.len());
    for (at, &letter) in letters.iter().enumerate() {
        if is_in_bare_address(&letters, at) {
            out.push(WORD_JOINER);
        }
        // Generators of sites run what stands in double braces.
        if r"\`*_[]<>|~&${}".contains(letter) {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

/// The letter as it stands in a line; marks that change the direction of what follows them, and what
/// cannot be seen, are left out.
fn plain(letter: char) -> Option<char> {
    match letter {
        '\u{61c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => None,
        '\u{2028}' | '\u{2029}' => Some(' '),
        _ if letter.is_whitespace() && letter != '\u{a0}' => Some(' '),
        _ if letter.is_control() => None,
        _ => Some(letter),
    }
}

/// Whether an address is known by this letter: behind the colon of `https://`, behind the `www` of
/// `www.`, the sign of an e-mail address.
fn is_in_bare_address(letters: &[char], at: usize) -> bool {
    let before = &letters[..at];
    match letters[at] {
        '/' => before.ends_with(&[':']) && letters.get(at + 1) == Some(&'/'),
        '.' => {
            before.len() >= 3 && before[at - 3..].iter().all(|letter| matches!(letter, 'w' | 'W'))
        }
        '@' => before
            .last()
            .is_some_and(|letter| letter.is_ascii_alphanumeric() || "._+-".contains(*letter)),
        _ => false,
    }
}
