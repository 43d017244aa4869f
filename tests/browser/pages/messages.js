/** Records the messages that frames send to their page. */
window.messages = [];
addEventListener("message", ({ data }) => window.messages.push(data));
