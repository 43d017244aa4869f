//! The host is a static server for one folder on this machine: `tower-http` serves the files and
//! their compressed copies, and what is here adds the headers of `_headers`, as a good static host
//! does. It lists no folders and falls back to no other page.

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, HeaderName, HeaderValue, IF_MODIFIED_SINCE};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use fs_err as fs;
use report_bundler::{Headers, MEDIA_TYPES};
use std::future::pending;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::runtime::{Builder, Runtime};
use tower_http::services::ServeDir;

/// How many ports are tried before giving up.
const ATTEMPTS: u16 = 50;

/// A folder that is served until this is dropped.
pub struct Host {
    /// The folder, as an absolute path.
    pub folder: PathBuf,
    /// The port that was free.
    pub port: u16,
    runtime: Runtime,
}

impl Host {
    /// Serves a folder on the first free port from the given one on.
    ///
    /// # Errors
    /// When the folder or its `_headers` cannot be read, or no port is free.
    pub fn start(folder: &Path, first_port: u16) -> Result<Self> {
        let folder = fs::canonicalize(folder)?;
        headers(&folder)?;
        let listener = first_free(first_port)?;
        let port = listener.local_addr()?.port();
        listener.set_nonblocking(true)?;
        let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        let listener = {
            let _context = runtime.enter();
            tokio::net::TcpListener::from_std(listener)?
        };
        runtime.spawn(axum::serve(listener, router(&folder)).into_future());
        Ok(Self { folder, port, runtime })
    }

    /// What to type into a browser.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Serves until interrupted.
    ///
    /// # Errors
    /// Never, so far.
    pub fn wait(&self) -> Result<()> {
        self.runtime.block_on(pending())
    }
}

/// The first free port from the given one on, taken; 0 stands for any.
///
/// # Errors
/// When none is free.
pub fn first_free(first: u16) -> Result<TcpListener> {
    let last = if first == 0 { 0 } else { first.saturating_add(ATTEMPTS) };
    (first..=last)
        .find_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok())
        .with_context(|| format!("no port from {first} to {last} is free"))
}

/// The headers of a folder; without a `_headers` file there are none.
fn headers(folder: &Path) -> Result<Headers> {
    let place = folder.join("_headers");
    if !place.exists() {
        return Ok(Headers::default());
    }
    Headers::parse(&fs::read_to_string(&place)?).context(place.display().to_string())
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
    let headers = match headers(&folder) {
        Ok(headers) => headers,
        Err(error) => {
            return (StatusCode::INTERNAL_SERVER_ERROR, format!("{error:#}\n")).into_response();
        }
    };
    let mut response = next.run(request).await;
    if response.status().is_success() {
        let name = if path.ends_with('/') { "index.html" } else { &path };
        let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        if let Some((_, media)) = MEDIA_TYPES.iter().find(|(known, _)| *known == ending) {
            response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(media));
        }
    }
    for (name, value) in headers.of(&path) {
        // A header that HTTP does not allow is left out, as static hosts do.
        if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), value.parse()) {
            // A file has one type; of other headers there may be several.
            if name == CONTENT_TYPE {
                response.headers_mut().insert(name, value);
            } else {
                response.headers_mut().append(name, value);
            }
        }
    }
    response
}
