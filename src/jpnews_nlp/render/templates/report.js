"use strict";
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const one = (id) => document.getElementById(id);
  const rows = all("tr.row");
  const texts = new Map(rows.map((row) => [row, row.textContent.normalize("NFKC").toLowerCase()]));
  const back = one("back");
  let origin = null;

  // Show the evidence of a claim, and beside it what the other articles say in the same row.
  const show = (claim) => {
    const marks = all(`mark[data-claim="${claim}"]`);
    if (!marks.length) return;
    const row = marks[0].dataset.row;
    all(".lit, .beside").forEach((element) => element.classList.remove("lit", "beside"));
    all(`mark[data-row="${row}"]`).forEach((mark) => mark.classList.add("beside"));
    marks.forEach((mark) => mark.classList.replace("beside", "lit"));
    const home = marks[0].closest("article");
    all("article").filter((article) => article !== home).forEach((article) => {
      const beside = article.querySelector(`mark[data-row="${row}"]`);
      if (beside) article.scrollTop += beside.getBoundingClientRect().top - article.getBoundingClientRect().top - article.clientHeight / 3;
    });
    marks[0].scrollIntoView({ block: "center", inline: "nearest" });
    home.focus({ preventScroll: true });
  };

  const showMention = (number) => {
    all(".lit").forEach((element) => element.classList.remove("lit"));
    const found = all(`.text [data-entity="${number}"]`);
    found.forEach((element) => element.classList.add("lit"));
    if (found.length) found[0].scrollIntoView({ block: "center" });
  };

  const goBack = () => {
    if (!origin) return;
    back.hidden = true;
    origin.focus({ preventScroll: true });
    origin.scrollIntoView({ block: "center" });
    const row = origin.closest("tr") || origin;
    row.classList.add("flash");
    setTimeout(() => row.classList.remove("flash"), 1600);
    origin = null;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-claim], a[data-mention], a.ref, a.to-row, a.pick");
    if (link) {
      event.preventDefault();
      history.pushState(null, "", link.hash);
      if (link.matches(".pick")) return pick(link.dataset);
      if (link.matches(".ref, .to-row")) return toRow(one(link.hash.slice(1)));
      origin = link;
      back.hidden = false;
      return link.dataset.claim ? show(link.dataset.claim) : showMention(link.dataset.mention);
    }
    const cell = event.target.closest("tr.row td");
    if (cell && !event.target.closest("a, summary, details") && !String(getSelection())) {
      const evidence = cell.querySelector("a.evidence");
      if (evidence) evidence.click();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && origin) goBack();
  });
  back.addEventListener("click", goBack);

  const toRow = (row) => {
    if (!row) return;
    if (row.hidden) reset();
    fold(row.closest("tbody"), false);
    row.scrollIntoView({ block: "center" });
    row.querySelector("a.evidence").focus({ preventScroll: true });
    row.classList.add("flash");
    setTimeout(() => row.classList.remove("flash"), 1600);
  };

  // What one article alone tells starts folded where it is long, so that the articles are near; on a phone all but the differences.
  const phone = matchMedia("(max-width: 48rem)").matches;
  const startsFolded = ({ dataset, rows: { length } }) =>
    dataset.section === "single" ? length > 13 && rows.length >= length : phone && length > 4 && ["partial", "agree"].includes(dataset.section);
  const fold = (section, folded) => {
    const button = section.querySelector(".fold");
    if (!button) return;
    section.classList.toggle("folded", folded);
    button.hidden = false;
    button.textContent = folded ? button.dataset.show : button.dataset.hide;
    button.setAttribute("aria-expanded", String(!folded));
  };
  all("tbody[data-section]").forEach((section) => {
    const button = section.querySelector(".fold");
    button.addEventListener("click", () => fold(section, !section.classList.contains("folded")));
    fold(section, startsFolded(section));
  });

  const filters = one("filters");
  const fields = ["event", "slot", "article", "stance", "person", "search"].map(one);
  const [event, slot, article, stance, person, search] = fields;
  const columns = all("[data-column]");
  const tiles = all(".tile");
  const shown = one("shown");
  // Whether an article treats the row as asked; without an article, whether any does; without a stance, whether it says anything.
  const treats = (row, letter, how) => {
    if (!letter && !how) return true;
    const letters = row.dataset[how || "articles"].split(" ").filter(Boolean);
    return letter ? letters.includes(letter) : letters.length > 0;
  };
  // The articles of one event alone: their columns, what they tell, their texts.
  let narrowed = "";
  const narrow = (letters) => {
    if (letters === narrowed) return;
    narrowed = letters;
    const wanted = new Set(letters.split(" ").filter(Boolean));
    const told = ({ dataset }) => !wanted.size || dataset.articles.split(" ").some((letter) => wanted.has(letter));
    columns.forEach((each) => (each.hidden = wanted.size > 0 && !wanted.has(each.dataset.column)));
    all(".coverage tbody tr").forEach((row) => (row.hidden = !told(row)));
    const shown = all(".groups thead th:not([hidden])").length;
    all(".section th").forEach((head) => (head.colSpan = shown));
    one("table").querySelector(".scroll").classList.toggle("many", shown > 5);
  };
  const apply = () => {
    narrow(event ? event.value : "");
    const verdicts = tiles.filter((tile) => tile.getAttribute("aria-pressed") === "true").map((tile) => tile.dataset.verdict);
    const words = search.value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
    const active = Boolean(verdicts.length || fields.some((field) => field && field.value));
    let count = 0;
    rows.forEach((row) => {
      const fits =
        (!verdicts.length || verdicts.includes(row.dataset.verdict)) &&
        (!narrowed || narrowed.split(" ").some((letter) => row.dataset.articles.split(" ").includes(letter))) &&
        (!slot || !slot.value || row.dataset.slots.split(" ").includes(slot.value)) &&
        treats(row, article && article.value, stance && stance.value) &&
        (!person || !person.value || row.dataset.people.split(" ").includes(person.value)) &&
        words.every((word) => texts.get(row).includes(word));
      row.hidden = !fits;
      count += fits;
    });
    all("tbody[data-section]").forEach((section) => {
      section.hidden = !section.querySelector("tr.row:not([hidden])");
      section.classList.toggle("opened", active);
    });
    one("none").hidden = count > 0;
    one("reset").hidden = !active;
    shown.textContent = filters.dataset.shown.replace("{shown}", count).replace("{total}", rows.length);
  };
  const reset = () => {
    tiles.forEach((tile) => tile.setAttribute("aria-pressed", "false"));
    fields.forEach((field) => field && (field.value = ""));
    apply();
  };
  // A figure of the summary: the filters say what it counts, and can be changed from there.
  const pick = (wanted) => {
    reset();
    const field = wanted.event ? event : article;
    field.value = wanted.event || wanted.article;
    if (wanted.stance) {
      stance.value = wanted.stance;
      tiles.forEach((tile) => tile.setAttribute("aria-pressed", String(tile.dataset.verdict !== "single" && !tile.disabled)));
    } else if (wanted.verdict) {
      const tile = tiles.find((each) => each.dataset.verdict === wanted.verdict);
      if (tile && !tile.disabled) tile.setAttribute("aria-pressed", "true");
    }
    apply();
    one("table").scrollIntoView();
    field.focus({ preventScroll: true });
  };
  if (filters) {
    tiles.forEach((tile) => tile.addEventListener("click", () => {
      tile.setAttribute("aria-pressed", String(tile.getAttribute("aria-pressed") !== "true"));
      apply();
    }));
    fields.forEach((field) => field && field.addEventListener(field === search ? "input" : "change", apply));
    one("reset").addEventListener("click", reset);
    apply();
  }

  const fromAddress = () => {
    const target = /^#c(\d+)$/.exec(location.hash);
    if (target) show(target[1]);
  };
  window.addEventListener("hashchange", fromAddress);
  window.addEventListener("popstate", fromAddress);
  fromAddress();
})();
