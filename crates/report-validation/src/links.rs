//! Links between reports, which can only be checked where all of them are.

use serde_json::Value;

use super::Folder;

/// The same report with a link of a card to itself in place of each link to another report, to be
/// checked alone.
#[must_use]
pub fn without_outside_links(folder: &Folder) -> Folder {
    let own = format!("{}/", folder.name);
    let mut alone = folder.clone();
    for (_, text) in alone.files.iter_mut().filter(|(name, _)| name.starts_with("part-")) {
        // What is no JSON is found when the report is checked.
        let Ok(mut part) = serde_json::from_str::<Value>(text) else { continue };
        let is_outside = |link: &Value| {
            link.as_str().is_some_and(|name| name.contains('/') && !name.starts_with(&own))
        };
        let mut has_outside = false;
        for card in part.get_mut("cards").and_then(Value::as_array_mut).into_iter().flatten() {
            let id = card.get("id").cloned().unwrap_or_default();
            let links = card.get_mut("see").and_then(Value::as_array_mut).into_iter().flatten();
            for link in links.filter(|link| is_outside(link)) {
                *link = id.clone();
                has_outside = true;
            }
        }
        if has_outside {
            *text = part.to_string();
        }
    }
    alone
}
