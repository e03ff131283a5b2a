"use strict";
// The key stands behind #, which a browser never sends. It goes to the page once, for a cookie.
(async () => {
  const key = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
  let granted = false;
  try {
    const answer = await fetch("/session", { method: "POST", body: new URLSearchParams({ key }), headers: { Accept: "application/json" } });
    granted = answer.ok;
  } catch { /* the page has stopped: told below */ }
  if (granted) {
    location.replace("/");
  } else {
    document.getElementById("told").hidden = true;
    document.getElementById("refused").hidden = false;
  }
})();
