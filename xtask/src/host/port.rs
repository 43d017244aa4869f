//! A port is where a server of this machine is found.

use crate::fault::Fault;
use std::io;
use std::net::{Ipv4Addr, TcpListener};

/// How many ports are tried before giving up.
const ATTEMPTS: u16 = 50;

/// The first free port from the given one on, taken; 0 stands for any.
pub fn first_free(first: u16) -> Result<(TcpListener, u16), Fault> {
    let last = if first == 0 { 0 } else { first.saturating_add(ATTEMPTS) };
    let mut fault = io::Error::from(io::ErrorKind::AddrInUse);
    for port in first..=last {
        match listen(port) {
            Ok(taken) => return Ok(taken),
            Err(error) => fault = error,
        }
    }
    Err(Fault::Port { first, source: fault })
}

fn listen(port: u16) -> io::Result<(TcpListener, u16)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    let port = listener.local_addr()?.port();
    Ok((listener, port))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_a_later_port_when_the_first_is_taken() {
        let (_listener, taken) = first_free(0).unwrap();
        let (_other, port) = first_free(taken).unwrap();
        assert!(port > taken);
    }
}
