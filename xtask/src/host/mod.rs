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
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::thread;
use tiny_http::{Header, Method, Request, Response, Server};

/// A browser opens up to six connections to one host.
const THREADS: usize = 6;

/// A folder that is being served.
pub struct Host {
    server: Server,
    port: u16,
    folder: PathBuf,
}

impl Host {
    /// Takes the first free port from the given one on; serving starts with [`Host::serve`].
    pub fn open(folder: &Path, first_port: u16) -> Result<Self, Fault> {
        let folder = fs::canonicalize(folder).map_err(Fault::file(folder))?;
        read_headers(&folder)?;
        let (listener, port) = port::first_free(first_port)?;
        let server = Server::from_listener(listener, None).map_err(|error| Fault::Port {
            first: first_port,
            source: std::io::Error::other(error),
        })?;
        Ok(Self { server, port, folder })
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
    pub fn serve(&self) {
        thread::scope(|scope| {
            for _ in 0..THREADS {
                scope.spawn(|| {
                    while let Ok(request) = self.server.recv() {
                        self.reply(request);
                    }
                });
            }
        });
    }

    /// Ends [`Host::serve`] from another thread.
    pub fn close(&self) {
        for _ in 0..THREADS {
            self.server.unblock();
        }
    }

    fn reply(&self, request: Request) {
        let response = match request.method() {
            Method::Get | Method::Head => self.response(&request),
            _ => text(405).with_header(header("Allow", "GET, HEAD")),
        };
        // A reader who went away before the answer came is no fault.
        drop(request.respond(response));
    }

    fn response(&self, request: &Request) -> Response<Cursor<Vec<u8>>> {
        let accepted = request
            .headers()
            .iter()
            .find(|header| header.field.equiv("Accept-Encoding"))
            .map_or("", |header| header.value.as_str());
        let Some(asked) = Asked::parse(request.url()) else {
            return text(400);
        };
        // Another build may have written them anew.
        let headers = match read_headers(&self.folder) {
            Ok(headers) => headers,
            Err(fault) => return Response::from_string(format!("{fault}\n")).with_status_code(500),
        };
        let mut response = match Answer::find(&self.folder, &asked, accepted) {
            Answer::Nothing => text(404),
            Answer::Moved(to) => text(308).with_header(header("Location", &to)),
            Answer::File(file) => match fs::read(&file.place) {
                Err(_) => text(500),
                Ok(content) => {
                    let mut response = Response::from_data(content)
                        .with_header(header("Content-Type", file.media));
                    if file.has_packed {
                        response.add_header(header("Vary", "Accept-Encoding"));
                    }
                    if let Some(packing) = file.packing {
                        response.add_header(header("Content-Encoding", packing.token()));
                    }
                    response
                }
            },
        };
        for (name, value) in headers.of(asked.path()) {
            response.add_header(header(name, value));
        }
        // Without a length, a browser cannot show how far a download is.
        response.with_chunked_threshold(usize::MAX)
    }
}

fn read_headers(folder: &Path) -> Result<Headers, Fault> {
    let place = &folder.join("_headers");
    if !place.exists() {
        return Ok(Headers::default());
    }
    Headers::parse(&project::read(place)?).map_err(|what| Fault::content(place, what))
}

fn text(status: u16) -> Response<Cursor<Vec<u8>>> {
    Response::from_string(format!("{status}\n")).with_status_code(status)
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("addresses and parsed headers are plain ASCII")
}
