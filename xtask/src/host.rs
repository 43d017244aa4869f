//! The host is a static server for one folder on this machine: `tower-http` serves the files and
//! their compressed copies, and what is here adds the headers of `_headers`, as a good static host
//! does. It lists no folders and falls back to no other page.

use crate::headers::Headers;
use anyhow::{Context, Result};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, HeaderName, HeaderValue, IF_MODIFIED_SINCE};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use fs_err as fs;
use std::future::pending;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::runtime::{Builder, Runtime};
use tower_http::services::ServeDir;

/// How many ports are tried before giving up.
const ATTEMPTS: u16 = 50;

/// Media types by the endings of files. Modules and WebAssembly are refused by browsers unless their
/// types are right; Korean text is garbled unless its encoding is named.
pub const TYPES: [(&str, &str); 15] = [
    ("css", "text/css; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("ico", "image/x-icon"),
    ("jpg", "image/jpeg"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("ts", "text/plain; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
    ("webp", "image/webp"),
];

/// A folder that is served until this is dropped.
pub struct Host {
    runtime: Runtime,
    port: u16,
    folder: PathBuf,
}

impl Host {
    /// Serves a folder on the first free port from the given one on.
    pub fn start(folder: &Path, first_port: u16) -> Result<Self> {
        let folder = fs::canonicalize(folder)?;
        Headers::read(&folder)?;
        let listener = first_free(first_port)?;
        let port = listener.local_addr()?.port();
        listener.set_nonblocking(true)?;
        let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        let listener = {
            let _context = runtime.enter();
            tokio::net::TcpListener::from_std(listener)?
        };
        runtime.spawn(axum::serve(listener, router(&folder)).into_future());
        Ok(Self { runtime, port, folder })
    }

    /// The folder, as an absolute path.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The port that was free.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// What to type into a browser.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Serves until interrupted.
    pub fn wait(&self) -> Result<()> {
        self.runtime.block_on(pending())
    }
}

/// The first free port from the given one on, taken; 0 stands for any.
pub fn first_free(first: u16) -> Result<TcpListener> {
    let last = if first == 0 { 0 } else { first.saturating_add(ATTEMPTS) };
    (first..=last)
        .find_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok())
        .with_context(|| format!("no port from {first} to {last} is free"))
}

fn router(folder: &Path) -> Router {
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
    Router::new()
        // Meant for the host, not for readers.
        .route("/_headers", any(StatusCode::NOT_FOUND))
        .fallback_service(files)
        .layer(middleware::from_fn_with_state(Arc::from(folder), add_headers))
}

async fn add_headers(
    State(folder): State<Arc<Path>>,
    mut request: Request,
    next: Next,
) -> Response {
    // Times tell nothing of a folder in which builds come and go within a second.
    request.headers_mut().remove(IF_MODIFIED_SINCE);
    let path = request.uri().path().to_owned();
    // Another build may have written the rules anew.
    let headers = match Headers::read(&folder) {
        Ok(headers) => headers,
        Err(error) => {
            return (StatusCode::INTERNAL_SERVER_ERROR, format!("{error:#}\n")).into_response();
        }
    };
    let mut response = next.run(request).await;
    if response.status().is_success() {
        let name = if path.ends_with('/') { "index.html" } else { &path };
        let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        if let Some((_, media)) = TYPES.iter().find(|(known, _)| *known == ending) {
            response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(media));
        }
    }
    for (name, value) in headers.of(&path) {
        // A header that HTTP does not allow is left out, as static hosts do.
        if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), value.parse()) {
            response.headers_mut().append(name, value);
        }
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{BufRead, BufReader, Read, Write};
    use std::net::TcpStream;
    use std::time::Duration;
    use xshell::{Shell, TempDir};

    /// Serves a folder with a page in it.
    fn hosted() -> (Shell, TempDir, Host) {
        let shell = Shell::new().unwrap();
        let folder = shell.create_temp_dir().unwrap();
        shell.change_dir(folder.path());
        for (name, content) in
            [("index.html", "a page"), ("sub/index.html", "another"), ("a.js", "1")]
        {
            shell.write_file(name, content).unwrap();
        }
        let host = Host::start(folder.path(), 0).unwrap();
        (shell, folder, host)
    }

    fn connect(host: &Host) -> TcpStream {
        let connection = TcpStream::connect((Ipv4Addr::LOCALHOST, host.port())).unwrap();
        connection.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        connection
    }

    /// Asks on a connection that stays open; the head of the answer in lower case, and its body.
    fn ask(connection: &mut TcpStream, request: &str) -> (String, String) {
        write!(
            connection,
            "{request} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: br;q=0, gzip\r\n\r\n"
        )
        .unwrap();
        let mut answer = BufReader::new(connection);
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            assert!(answer.read_line(&mut head).expect("an answer comes") > 0, "ends in {head}");
        }
        let head = head.to_lowercase();
        let length = head.split("content-length: ").nth(1).and_then(|rest| rest.lines().next());
        let length = length.map_or(0, |length| length.parse().unwrap());
        let mut body = vec![0; if request.starts_with("HEAD") { 0 } else { length }];
        answer.read_exact(&mut body).unwrap();
        (head, String::from_utf8(body).unwrap())
    }

    #[test]
    fn says_what_is_there_and_what_is_not() {
        let (shell, _folder, host) = hosted();
        shell.write_file("_headers", "/*\n  A: b\n").unwrap();
        let mut connection = connect(&host);
        for (request, status, body, header) in [
            ("GET /", "200 ok", "a page", "content-type: text/html; charset=utf-8"),
            ("GET /index.html?part=2", "200 ok", "a page", "a: b"),
            ("HEAD /", "200 ok", "", "content-length: 6"),
            ("GET /a.js", "200 ok", "1", "content-type: text/javascript; charset=utf-8"),
            ("GET /sub?part=2", "307 temporary redirect", "", "location: /sub/?part=2"),
            ("GET /missing", "404 not found", "", "a: b"),
            ("GET /_headers", "404 not found", "", "a: b"),
            ("GET /%2e%2e/etc/passwd", "404 not found", "", "a: b"),
            ("POST /", "405 method not allowed", "", "allow: get,head"),
        ] {
            let (head, answered) = ask(&mut connection, request);
            assert!(head.starts_with(&format!("http/1.1 {status}\r\n")), "{request}: {head}");
            assert!(head.contains(&format!("\r\n{header}\r\n")), "{request}: {head}");
            assert_eq!(answered, body, "{request}");
        }
    }

    #[test]
    fn sends_the_compressed_copy_that_is_accepted() {
        let (shell, _folder, host) = hosted();
        shell.write_file("a.js.br", "refused").unwrap();
        shell.write_file("a.js.gz", "small").unwrap();
        let (head, body) = ask(&mut connect(&host), "GET /a.js");
        for header in [
            "content-encoding: gzip",
            "content-type: text/javascript; charset=utf-8",
            "vary: accept-encoding",
        ] {
            assert!(head.contains(&format!("\r\n{header}\r\n")), "{head}");
        }
        assert_eq!(body, "small");
    }

    /// The host was once made of a pool of threads, which grew only while none of them waited: of
    /// connections that came at the same moment, some were left until others ended. A browser
    /// keeps its connections, so now and then a page never got its program.
    #[test]
    fn connections_that_come_at_once_are_all_answered_though_none_ends() {
        let (_shell, _folder, host) = hosted();
        let mut connections: Vec<_> = (0..20).map(|_| connect(&host)).collect();
        for connection in &mut connections {
            assert_eq!(ask(connection, "GET /").1, "a page");
        }
    }

    #[test]
    fn headers_are_those_that_the_last_build_wrote() {
        let (shell, _folder, host) = hosted();
        let mut connection = connect(&host);
        for policy in ["one", "another"] {
            shell.write_file("_headers", format!("/*\n  X-Policy: {policy}\n")).unwrap();
            let (head, _) = ask(&mut connection, "GET /");
            assert!(head.contains(&format!("\r\nx-policy: {policy}\r\n")), "{head}");
        }
        shell.write_file("_headers", "/*\n  not a header\n").unwrap();
        let (head, body) = ask(&mut connection, "GET /");
        assert!(head.starts_with("http/1.1 500"), "{head}");
        assert!(body.contains("_headers"), "{body}");
    }

    #[test]
    fn takes_a_later_port_when_the_first_is_taken() {
        let taken = first_free(0).unwrap().local_addr().unwrap().port();
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, taken)).unwrap();
        let port = first_free(taken).unwrap().local_addr().unwrap().port();
        assert!(port > listener.local_addr().unwrap().port());
    }
}
