//! How other hosts than those that read `_headers` are set up: examples for nginx and Apache, in
//! `hosts/`. They are written from that file, so that they cannot fall behind it.

use super::Staging;
use crate::fault::Fault;
use crate::headers::Headers;
use crate::host::media::TYPES;
use crate::project;
use std::fs;

/// Writes both examples.
pub fn write(staging: &Staging) -> Result<(), Fault> {
    let folder = staging.folder.join("hosts");
    fs::create_dir_all(&folder).map_err(Fault::file(&folder))?;
    let place = staging.folder.join("_headers");
    let headers = Headers::parse(&project::read(&place)?);
    let headers = headers.map_err(|what| Fault::content(place, what))?;
    project::write(&folder.join("nginx.conf"), nginx(&headers))?;
    project::write(&folder.join("apache.htaccess"), apache(&headers))
}

/// A `location` for a server; what it needs from the person is said on top.
fn nginx(headers: &Headers) -> String {
    let types: String =
        TYPES.map(|(ending, media)| format!("        \"{media}\" {ending};\n")).concat();
    let everywhere = nginx_headers(headers.only_of("/*"), "    ");
    let apart: Vec<_> = headers
        .apart()
        .map(|path| {
            let set = nginx_headers(headers.of(path), "        ");
            format!(
                "\n    location = /report{path} {{\n        alias /srv/report{path};\n{set}    }}\n"
            )
        })
        .collect();
    let apart = apart.concat();
    format!(
        "\
# For nginx: put this into the `server` of your site, and write your own address for /report/ and
# your own folder for /srv/report/. Packed copies need ngx_http_gzip_static_module, which most
# distributions bring; with ngx_brotli the files get a fifth smaller: take the `#` away.
location /report/ {{
    alias /srv/report/;
    index index.html;
    gzip_static on;
    gzip_vary on;
    # brotli_static on;
    types {{
{types}    }}
{everywhere}
    location ~ /(_headers|hosts/) {{
        return 404;
    }}
{apart}}}
"
    )
}

fn nginx_headers<'a>(headers: impl Iterator<Item = (&'a str, &'a str)>, indent: &str) -> String {
    let lines: Vec<_> = headers
        .map(|(name, value)| format!("{indent}add_header {name} \"{value}\" always;\n"))
        .collect();
    lines.concat()
}

/// A `.htaccess` for the folder itself.
fn apache(headers: &Headers) -> String {
    let types: String =
        TYPES.map(|(ending, media)| format!("AddType '{media}' .{ending}\n")).concat();
    let everywhere = apache_headers(headers.only_of("/*"), "");
    let apart: Vec<_> = headers
        .apart()
        .map(|path| {
            let name = path.rsplit('/').next().unwrap_or(path);
            let rule = headers.only_of(path);
            format!("<Files \"{name}\">\n{}</Files>\n", apache_headers(rule, "  "))
        })
        .collect();
    let apart = apart.concat();
    format!(
        "\
# For Apache: copy this file into the folder as `.htaccess`. It needs `AllowOverride All` and the
# modules headers, mime, rewrite and dir.
DirectoryIndex index.html
Options -MultiViews

{types}
{everywhere}{apart}
# The packed copies, for browsers that take them.
RemoveType .gz
RemoveLanguage .br
AddEncoding gzip .gz
AddEncoding br .br
RewriteEngine On
RewriteRule (^|/)(_headers$|hosts/) - [R=404,L]
RewriteCond %{{HTTP:Accept-Encoding}} \\bbr\\b
RewriteCond %{{REQUEST_FILENAME}}.br -f
RewriteRule ^(.+)$ $1.br [L]
RewriteCond %{{HTTP:Accept-Encoding}} \\bgzip\\b
RewriteCond %{{REQUEST_FILENAME}}.gz -f
RewriteRule ^(.+)$ $1.gz [L]
Header append Vary Accept-Encoding
# They are packed already.
SetEnv no-gzip 1
SetEnv no-brotli 1
"
    )
}

fn apache_headers<'a>(headers: impl Iterator<Item = (&'a str, &'a str)>, indent: &str) -> String {
    let lines: Vec<_> = headers
        .map(|(name, value)| format!("{indent}Header always set {name} \"{value}\"\n"))
        .collect();
    lines.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_carry_every_header() {
        let text = "/*\n  Content-Security-Policy: default-src 'none'; img-src data:\n  A: b\n";
        let headers = Headers::parse(text).unwrap();
        let (nginx, apache) = (nginx(&headers), apache(&headers));
        assert_eq!(headers.of("/index.html").count(), 2);
        for (name, value) in headers.of("/index.html") {
            assert!(nginx.contains(&format!("add_header {name} \"{value}\" always;")), "{name}");
            assert!(apache.contains(&format!("Header always set {name} \"{value}\"")), "{name}");
        }
    }

    #[test]
    fn what_is_said_of_one_path_stays_with_it() {
        let headers = Headers::parse("/*\n  A: b\n/embed.html\n  C: d\n").unwrap();
        let nginx = nginx(&headers);
        let (around, apart) = nginx.split_once("location = /report/embed.html").unwrap();
        assert!(around.contains("add_header A \"b\"") && !around.contains("add_header C"));
        // nginx forgets the headers around a location that has some of its own.
        assert!(apart.contains("add_header A \"b\"") && apart.contains("add_header C \"d\""));

        let apache = apache(&headers);
        assert!(apache.contains("\nHeader always set A \"b\"\n"));
        let apart = "<Files \"embed.html\">\n  Header always set C \"d\"\n</Files>\n";
        assert!(apache.contains(apart), "{apache}");
    }
}
