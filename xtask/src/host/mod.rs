//! The host is a small static server for one folder on this machine.
//!
//! It does what a good static host does - right types, headers from `_headers`, packed copies - so
//! that what works here works there. It lists no folders and falls back to no other page.

mod answer;
pub mod media;
pub mod port;

use crate::fault::Fault;
use crate::headers::Headers;
use crate::project;
use answer::{Answer, Asked};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{ACCEPT_ENCODING, ALLOW, CONTENT_ENCODING, CONTENT_TYPE, LOCATION, VARY};
use hyper::header::{HeaderName, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use std::convert::Infallible;
use std::fs;
use std::future::poll_fn;
use std::io;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::task::Poll;
use tokio::runtime::{self, Runtime};
use tokio::sync::Notify;
use tokio::task::LocalSet;

type Reply = Response<Full<Bytes>>;

/// A folder that is being served.
pub struct Host {
    /// Takes turns between connections: however many a browser opens and keeps, none waits for
    /// another to end.
    runtime: Runtime,
    listener: TcpListener,
    port: u16,
    folder: PathBuf,
    closed: Notify,
}

impl Host {
    /// Takes the first free port from the given one on; serving starts with [`Host::serve`].
    pub fn open(folder: &Path, first_port: u16) -> Result<Self, Fault> {
        let folder = fs::canonicalize(folder).map_err(Fault::file(folder))?;
        read_headers(&folder)?;
        let (listener, port) = port::first_free(first_port)?;
        let fault = |source| Fault::Port { first: first_port, source };
        listener.set_nonblocking(true).map_err(fault)?;
        let runtime = runtime::Builder::new_current_thread().enable_io().build().map_err(fault)?;
        Ok(Self { runtime, listener, port, folder, closed: Notify::new() })
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

    /// Answers requests until [`Host::close`] is called.
    pub fn serve(&self) -> Result<(), Fault> {
        let fault = |source| Fault::Port { first: self.port, source };
        let (mut accepting, mut closed) = (pin!(self.accept()), pin!(self.closed.notified()));
        let serving = poll_fn(|context| match closed.as_mut().poll(context) {
            Poll::Ready(()) => Poll::Ready(Ok(())),
            Poll::Pending => accepting.as_mut().poll(context).map_err(fault),
        });
        self.runtime.block_on(LocalSet::new().run_until(serving))
    }

    /// Ends [`Host::serve`] from another thread, now or as soon as it begins.
    pub fn close(&self) {
        self.closed.notify_one();
    }

    async fn accept(&self) -> io::Result<()> {
        let listener = tokio::net::TcpListener::from_std(self.listener.try_clone()?)?;
        loop {
            let (connection, _) = listener.accept().await?;
            let folder = self.folder.clone();
            let reply = service_fn(move |request| {
                let reply = reply(&folder, &request);
                async { Ok::<_, Infallible>(reply) }
            });
            let answering = http1::Builder::new().serve_connection(TokioIo::new(connection), reply);
            // A reader who went away before the answer came is no fault.
            tokio::task::spawn_local(async { drop(answering.await) });
        }
    }
}

fn reply(folder: &Path, request: &Request<Incoming>) -> Reply {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let mut reply = text(StatusCode::METHOD_NOT_ALLOWED);
        reply.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
        return reply;
    }
    let accepted = request.headers().get(ACCEPT_ENCODING);
    let accepted = accepted.and_then(|header| header.to_str().ok()).unwrap_or_default();
    let Some(asked) = Asked::parse(&request.uri().to_string()) else {
        return text(StatusCode::BAD_REQUEST);
    };
    // Another build may have written them anew.
    let headers = match read_headers(folder) {
        Ok(headers) => headers,
        Err(fault) => return telling(StatusCode::INTERNAL_SERVER_ERROR, format!("{fault}\n")),
    };
    let mut reply = match Answer::find(folder, &asked, accepted) {
        Answer::Nothing => text(StatusCode::NOT_FOUND),
        Answer::Moved(to) => {
            let mut reply = text(StatusCode::PERMANENT_REDIRECT);
            reply.headers_mut().insert(LOCATION, value(&to));
            reply
        }
        Answer::File(file) => match fs::read(&file.place) {
            Err(_) => text(StatusCode::INTERNAL_SERVER_ERROR),
            Ok(content) => {
                let mut reply = Response::new(Full::from(content));
                let headers = reply.headers_mut();
                headers.insert(CONTENT_TYPE, HeaderValue::from_static(file.media));
                if file.has_packed {
                    headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
                }
                if let Some(packing) = file.packing {
                    headers.insert(CONTENT_ENCODING, HeaderValue::from_static(packing.token()));
                }
                reply
            }
        },
    };
    for (name, text) in headers.of(asked.path()) {
        let name = HeaderName::from_bytes(name.as_bytes()).expect("parsed headers have names");
        reply.headers_mut().append(name, value(text));
    }
    reply
}

fn read_headers(folder: &Path) -> Result<Headers, Fault> {
    let place = &folder.join("_headers");
    if !place.exists() {
        return Ok(Headers::default());
    }
    Headers::parse(&project::read(place)?).map_err(|what| Fault::content(place, what))
}

fn text(status: StatusCode) -> Reply {
    telling(status, format!("{}\n", status.as_u16()))
}

fn telling(status: StatusCode, what: String) -> Reply {
    let mut reply = Response::new(Full::from(what));
    *reply.status_mut() = status;
    let plain = HeaderValue::from_static("text/plain; charset=utf-8");
    reply.headers_mut().insert(CONTENT_TYPE, plain);
    reply
}

fn value(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).expect("addresses and parsed headers are plain ASCII")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{BufRead, BufReader, Read, Write};
    use std::net::{Ipv4Addr, TcpStream};
    use std::thread;
    use std::time::Duration;

    /// How long an answer may take to come.
    const PATIENCE: Duration = Duration::from_secs(20);

    /// Closes a host, also after a test has failed.
    struct Closing<'h>(&'h Host);

    impl Drop for Closing<'_> {
        fn drop(&mut self) {
            self.0.close();
        }
    }

    /// Serves a folder with a page in it to a test, on connections that came before it was served.
    fn hosted(name: &str, connections: usize, test: impl FnOnce(&Host, &mut [TcpStream])) {
        let folder = std::env::temp_dir().join(format!("xtask-host-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.html"), "a page").unwrap();
        let host = Host::open(&folder, 0).unwrap();
        let mut connections: Vec<_> = (0..connections).map(|_| connect(&host)).collect();
        thread::scope(|scope| {
            scope.spawn(|| host.serve().unwrap());
            let _closing = Closing(&host);
            test(&host, &mut connections);
        });
        fs::remove_dir_all(&folder).unwrap();
    }

    fn connect(host: &Host) -> TcpStream {
        let connection = TcpStream::connect((Ipv4Addr::LOCALHOST, host.port())).unwrap();
        connection.set_read_timeout(Some(PATIENCE)).unwrap();
        connection
    }

    /// Asks on a connection that stays open; the head of the answer in lower case, and its body.
    fn ask(connection: &mut TcpStream, request: &str) -> (String, String) {
        write!(connection, "{request} HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
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
        hosted("says", 1, |_, connections| {
            for (request, status, expected) in [
                ("GET /", "200 ok", "a page"),
                ("GET /index.html?part=2", "200 ok", "a page"),
                ("HEAD /", "200 ok", ""),
                ("GET /missing", "404 not found", "404\n"),
                ("GET /%2e%2e/etc", "400 bad request", "400\n"),
                ("POST /", "405 method not allowed", "405\n"),
            ] {
                let (head, body) = ask(&mut connections[0], request);
                assert!(head.starts_with(&format!("http/1.1 {status}\r\n")), "{request}: {head}");
                assert_eq!(body, expected, "{request}");
            }
        });
    }

    /// The host was once made of a pool of threads, which grew only while none of them waited: of
    /// connections that came at the same moment, some were left until others ended. A browser
    /// keeps its connections, so now and then a page never got its program.
    #[test]
    fn connections_that_come_at_once_are_all_answered_though_none_ends() {
        hosted("many", 20, |_, connections| {
            for connection in connections {
                assert_eq!(ask(connection, "GET /").1, "a page");
            }
        });
    }

    #[test]
    fn headers_are_those_that_the_last_build_wrote() {
        hosted("headers", 1, |host, connections| {
            for policy in ["one", "another"] {
                let file = format!("/*\n  X-Policy: {policy}\n");
                fs::write(host.folder().join("_headers"), file).unwrap();
                let (head, _) = ask(&mut connections[0], "GET /");
                assert!(head.contains(&format!("\r\nx-policy: {policy}\r\n")), "{head}");
            }
            fs::write(host.folder().join("_headers"), "/*\n  not a header\n").unwrap();
            let (head, body) = ask(&mut connections[0], "GET /");
            assert!(head.starts_with("http/1.1 500"), "{head}");
            assert!(body.contains("_headers"), "{body}");
        });
    }
}
