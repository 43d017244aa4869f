//! A share is what a file may weigh against those that it holds, so that holding them costs little.

use super::size::Sized;
use toml::Table;

/// One `[[share]]` of `tests/budget.toml`.
#[derive(Debug, PartialEq)]
pub struct Share {
    name: String,
    file: String,
    of: Vec<String>,
    /// In hundredths.
    most: usize,
}

impl Share {
    /// Reads the shares of a file.
    pub fn parse_all(text: &str) -> Result<Vec<Self>, String> {
        let table: Table = text.parse().map_err(|error| format!("{error}"))?;
        let shares = table.get("share").and_then(|list| list.as_array());
        shares
            .into_iter()
            .flatten()
            .map(|share| {
                let share = share.as_table().and_then(Self::parse);
                share.ok_or("a share has `name`, `file`, `of` and `most`".into())
            })
            .collect()
    }

    /// Says what the file weighs; the fault, that it is too much or that something is missing.
    pub fn weigh(&self, files: &[Sized]) -> Result<String, String> {
        let find = |name: &String| {
            let found = files.iter().find(|file| file.name == *name);
            found.ok_or_else(|| format!("dist/ holds no {name}"))
        };
        let whole = find(&self.file)?;
        let parts = self.of.iter().map(find).collect::<Result<Vec<_>, _>>()?;
        let hundredths = |size: fn(&Sized) -> usize| {
            let parts: usize = parts.iter().map(|part| size(part)).sum();
            (100 * size(whole)).div_ceil(parts.max(1))
        };
        let (bytes, sent) = (hundredths(|file| file.bytes), hundredths(|file| file.sent));
        let weighed = format!(
            "{:>18}% of {}% for {} against its parts; {bytes}% before packing",
            sent, self.most, self.name
        );
        if sent.max(bytes) > self.most { Err(weighed.trim().to_owned()) } else { Ok(weighed) }
    }

    fn parse(table: &Table) -> Option<Self> {
        let names = table.get("of")?.as_array()?.iter();
        Some(Self {
            name: table.get("name")?.as_str()?.to_owned(),
            file: table.get("file")?.as_str()?.to_owned(),
            of: names.map(|name| name.as_str().map(str::to_owned)).collect::<Option<_>>()?,
            most: table.get("most")?.as_integer()?.try_into().ok()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "[[share]]\nname = \"one\"\nfile = \"one\"\nof = [\"a\", \"b\"]\nmost = 140\n";

    fn delivered(sizes: [(&str, usize, usize); 3]) -> Vec<Sized> {
        sizes.map(|(name, bytes, sent)| Sized { name: name.into(), bytes, sent }).into()
    }

    #[test]
    fn weighs_a_file_against_its_parts_packed_and_not() {
        let share = Share::parse_all(TEXT).unwrap().remove(0);
        for (whole, is_light) in [((280, 28), true), ((281, 28), false), ((280, 29), false)] {
            let files = delivered([("one", whole.0, whole.1), ("a", 150, 5), ("b", 50, 15)]);
            assert_eq!(share.weigh(&files).is_ok(), is_light, "{whole:?}");
        }
    }

    #[test]
    fn misses_a_file_that_is_not_there() {
        let share = Share::parse_all(TEXT).unwrap().remove(0);
        for missing in ["one", "a", "b"] {
            let mut files = delivered([("one", 1, 1), ("a", 1, 1), ("b", 1, 1)]);
            files.retain(|file| file.name != missing);
            assert_eq!(share.weigh(&files), Err(format!("dist/ holds no {missing}")));
        }
    }

    #[test]
    fn refuses_a_share_that_lacks_a_part() {
        for text in ["[[share]]", "[[share]]\nname = \"a\"\nfile = \"b\"\nof = [1]\nmost = 2"] {
            assert!(Share::parse_all(text).is_err(), "{text}");
        }
    }
}
