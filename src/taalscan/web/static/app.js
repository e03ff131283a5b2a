"use strict";
// The page works as plain forms; this sends them without leaving the page, and shows how far all is.
(() => {
  const form = document.getElementById("take");
  const drop = document.getElementById("drop");
  const files = document.getElementById("files");
  const text = document.getElementById("text");
  const problems = document.getElementById("problems");
  const told = document.getElementById("told");
  const words = document.getElementById("words").dataset;
  const most = Number(form.dataset.most);
  const EVERY = 600;
  let timer = 0;
  let gone = false;

  const say = (message) => { if (told.textContent !== message) told.textContent = message; };
  const complain = (messages) => {
    for (const message of messages) {
      const line = document.createElement("p");
      line.textContent = message;
      problems.append(line);
    }
  };

  async function ask(address, options = {}) {
    try {
      const answer = await fetch(address, { ...options, headers: { Accept: options.method ? "application/json" : "text/html" } });
      if (answer.status === 403) gone = true;
      else return answer;
    } catch {
      gone = true;
    }
    clearTimeout(timer);
    problems.replaceChildren();
    complain([words.gone]);
    say("");
    return null;
  }

  async function send(address, body) {
    const answer = await ask(address, { method: "POST", body });
    if (answer && !answer.ok) complain((await answer.json()).messages);
    return Boolean(answer?.ok);
  }

  // Only cards that changed are put in, so that the focus stays where it is.
  function put(fresh) {
    const old = document.getElementById("parts");
    const focused = document.activeElement?.closest?.("li.item")?.id;
    const chosen = ["old", "new"].map((id) => document.getElementById(id)?.value);
    if (shape(old) !== shape(fresh)) old.replaceWith(fresh);
    else {
      for (const card of fresh.querySelectorAll("li.item")) {
        const own = document.getElementById(card.id);
        if (own && own.outerHTML !== card.outerHTML) own.replaceWith(card);
      }
      old.dataset.pending = fresh.dataset.pending;
      old.dataset.told = fresh.dataset.told;
    }
    ["old", "new"].forEach((id, n) => {
      const list = document.getElementById(id);
      if (list && [...list.options].some((option) => option.value === chosen[n])) list.value = chosen[n];
    });
    if (focused && document.activeElement === document.body) {
      document.getElementById(focused)?.querySelector("a, button")?.focus();
    }
  }

  const shape = (parts) => [...parts.querySelectorAll("li.item, option")].map((own) => own.id || own.value).join(" ");

  async function look() {
    clearTimeout(timer);
    const answer = await ask("/items");
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = document.importNode(page.getElementById("parts"), true);
    put(fresh);
    say(fresh.dataset.told);
    if (Number(fresh.dataset.pending)) timer = setTimeout(look, EVERY);
  }

  async function take(chosen) {
    problems.replaceChildren();
    say(words.sending);
    for (const file of chosen) {
      if (file.size > most) {
        complain([`${file.name}: ${words.tooLarge}`]);
        continue;
      }
      const body = new FormData();
      body.append("files", file, file.name);
      await send("/items", body);
      if (gone) return;
      await look();
    }
    await look();
  }

  files.addEventListener("change", async () => {
    const chosen = [...files.files];
    if (!chosen.length) return;
    await take(chosen);
    files.value = "";
  });

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    problems.replaceChildren();
    const body = new FormData();
    body.append("text", text.value);
    if (new Blob([text.value]).size > most) complain([words.tooLarge]);
    else if (await send("/items", body)) text.value = "";
    if (!gone) await look();
  });

  document.addEventListener("submit", async (event) => {
    const own = event.target;
    if (!(own instanceof HTMLFormElement) || !("act" in own.dataset)) return;
    event.preventDefault();
    problems.replaceChildren();
    const removed = own.id !== "compare";
    // the card goes, so the focus goes to what stands above all cards
    const done = await send(own.action, new URLSearchParams(new FormData(own)));
    if (gone) return;
    await look();
    if (done && removed) {
      say(words.removed);
      document.getElementById("main").focus({ preventScroll: true });
    }
  });

  // A file that misses the zone must not make the browser leave the page.
  for (const kind of ["dragover", "drop"]) document.addEventListener(kind, (event) => event.preventDefault());
  for (const kind of ["dragenter", "dragover"]) drop.addEventListener(kind, () => drop.classList.add("over"));
  drop.addEventListener("dragleave", (event) => { if (!drop.contains(event.relatedTarget)) drop.classList.remove("over"); });
  document.addEventListener("drop", async (event) => {
    drop.classList.remove("over");
    const chosen = [...(event.dataTransfer?.files ?? [])];
    if (chosen.length) await take(chosen);
  });

  if (Number(document.getElementById("parts").dataset.pending)) look();
})();
