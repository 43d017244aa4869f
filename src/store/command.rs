//! What leaves the widget: requests that only the page around it can fulfil.

/// A request to the page around the widget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HostCommand {
    /// Load the index terms; [`super::Action::SearchTermsLoaded`] brings them.
    LoadSearchTerms,
    /// Put this text on the clipboard and announce how that went.
    Copy(String),
    /// Share a link to the present view and announce how that went.
    Share,
    /// Scroll the element of this selector into view and move the focus to it.
    Reveal(String),
    /// See how many cards the screen has room for: [`super::Store::set_screenful`].
    MeasureScreen,
    /// Scroll the first of the cards found into view.
    RevealResults,
    /// Move the focus to the element of this selector, without scrolling.
    Focus(String),
}
