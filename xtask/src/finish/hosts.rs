//! How other hosts than those that read `_headers` are set up: examples for nginx and Apache, in
//! `hosts/`. They are written from that file, so that they cannot fall behind it.

use super::Staging;
use crate::headers::Headers;
use crate::host::TYPES;
use anyhow::Result;
use fs_err as fs;

/// Writes both examples.
pub fn write(staging: &Staging) -> Result<()> {
    fs::create_dir_all(staging.folder.join("hosts"))?;
    let headers = Headers::read(&staging.folder)?;
    staging.write("hosts/nginx.conf", nginx(&headers))?;
    staging.write("hosts/apache.htaccess", apache(&headers))
}

/// A `location` for a server; what it needs from the person is said on top.
fn nginx(headers: &Headers) -> String {
    let line = |indent: &str, (name, value): (&str, &str)| {
        format!("{indent}add_header {name} \"{value}\" always;\n")
    };
    let location = |path: &str| {
        // nginx forgets the headers around a location that has some of its own.
        let own: String = headers.of(path).map(|header| line("        ", header)).collect();
        format!(
            "\n    location = /report{path} {{\n        alias /srv/report{path};\n{own}    }}\n"
        )
    };
    let types = TYPES.map(|(ending, media)| format!("        \"{media}\" {ending};\n")).concat();
    let everywhere: String = headers.only_of("/*").map(|header| line("    ", header)).collect();
    let single: String = headers.single_paths().map(location).collect();
    include_str!("files/nginx.conf")
        .replace("{types}", &types)
        .replace("{everywhere}", &everywhere)
        .replace("{single}", &single)
}

/// A `.htaccess` for the folder itself.
fn apache(headers: &Headers) -> String {
    let line = |indent: &str, (name, value): (&str, &str)| {
        format!("{indent}Header always set {name} \"{value}\"\n")
    };
    let file = |path: &str| {
        let name = path.rsplit('/').next().unwrap_or(path);
        let own: String = headers.only_of(path).map(|header| line("  ", header)).collect();
        format!("<Files \"{name}\">\n{own}</Files>\n")
    };
    let types = TYPES.map(|(ending, media)| format!("AddType '{media}' .{ending}\n")).concat();
    let everywhere: String = headers.only_of("/*").map(|header| line("", header)).collect();
    let single: String = headers.single_paths().map(file).collect();
    include_str!("files/apache.htaccess")
        .replace("{types}", &types)
        .replace("{everywhere}", &everywhere)
        .replace("{single}", &single)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_carry_every_header() {
        let headers = Headers::default().and(
            "/*",
            &[("Content-Security-Policy", "default-src 'none'; img-src data:"), ("A", "b")],
        );
        let (nginx, apache) = (nginx(&headers), apache(&headers));
        for header in ["Content-Security-Policy \"default-src 'none'; img-src data:\"", "A \"b\""] {
            assert!(nginx.contains(&format!("add_header {header} always;")), "{nginx}");
            assert!(apache.contains(&format!("\nHeader always set {header}\n")), "{apache}");
        }
        for text in [nginx, apache] {
            assert!(text.contains("application/wasm") && !text.contains("{single}"), "{text}");
        }
    }

    #[test]
    fn what_is_said_of_one_path_stays_with_it() {
        let headers = Headers::default().and("/*", &[("A", "b")]).and("/embed.html", &[("C", "d")]);
        let nginx = nginx(&headers);
        let (around, single) = nginx.split_once("location = /report/embed.html").unwrap();
        assert!(around.contains("add_header A \"b\"") && !around.contains("add_header C"));
        assert!(single.contains("add_header A \"b\"") && single.contains("add_header C \"d\""));
        let file = "<Files \"embed.html\">\n  Header always set C \"d\"\n</Files>\n";
        assert!(apache(&headers).contains(file));
    }
}
