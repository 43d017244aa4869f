//! Several files as one input: each begins with a line `=== name`.

/// Begins a file.
const HEAD: &str = "=== ";

/// The files of an input; what stands before the first head belongs to none.
pub(crate) fn read(input: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for line in input.split_inclusive(|byte| *byte == b'\n') {
        if let Some(name) = line.strip_prefix(HEAD.as_bytes()) {
            files.push((String::from_utf8_lossy(name).trim_end().to_owned(), Vec::new()));
        } else if let Some((_, content)) = files.last_mut() {
            content.extend_from_slice(line);
        }
    }
    // The line break in front of a head belongs to the head.
    for (_, content) in &mut files {
        content.pop_if(|byte| *byte == b'\n');
    }
    files
}

/// Files as one input.
pub(crate) fn write<'f>(files: impl IntoIterator<Item = (&'f str, &'f [u8])>) -> Vec<u8> {
    let file = |(name, content): (&str, &[u8])| {
        [HEAD.as_bytes(), name.as_bytes(), b"\n", content, b"\n"].concat()
    };
    files.into_iter().flat_map(file).collect()
}

/// Files of text; what is not UTF-8 is replaced.
pub(crate) fn texts(input: &[u8]) -> Vec<(String, String)> {
    let text =
        |(name, content): (String, Vec<u8>)| (name, String::from_utf8_lossy(&content).into_owned());
    read(input).into_iter().map(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_read_as_they_were_written() {
        let files = [("a.csv", &b"1,2\n3,4\n"[..]), ("b c", b""), ("d", b"\xff\n\n")];
        let read = read(&write(files));
        assert_eq!(read, files.map(|(name, content)| (name.to_owned(), content.to_vec())));
    }
}
