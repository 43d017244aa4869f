//! Where a reader's wishes go. A [`super::Reader`] is copied freely, so it
//! carries only a number; what fulfils its wishes is kept here until its owner
//! goes. In the `LocalStorage` of Leptos it would be asked each time whether
//! it is on the right thread, which costs 2 kB after Brotli to learn that
//! there is but one.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::reactive::owner::on_cleanup;

use super::Outward;

/// Number of what fulfils a reader's wishes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Outside(u32);

type Fulfil = Rc<dyn Fn(Outward)>;

#[derive(Default)]
struct All {
    last: u32,
    known: Vec<(Outside, Fulfil)>,
}

thread_local! {
    static ALL: RefCell<All> = RefCell::default();
}

impl Outside {
    /// Keeps this until the present owner goes.
    pub fn new(fulfil: Fulfil) -> Self {
        let outside = ALL.with_borrow_mut(|all| {
            all.last += 1;
            let outside = Self(all.last);
            all.known.push((outside, fulfil));
            outside
        });
        on_cleanup(move || ALL.with_borrow_mut(|all| all.known.retain(|(it, _)| *it != outside)));
        outside
    }

    /// Sends a wish out; nobody hears those of a reader who is gone.
    pub fn wish(self, wish: Outward) {
        let fulfil = ALL.with_borrow(|all| {
            let known = all.known.iter().find(|(it, _)| *it == self);
            known.map(|(_, fulfil)| Rc::clone(fulfil))
        });
        if let Some(fulfil) = fulfil {
            fulfil(wish);
        }
    }
}
