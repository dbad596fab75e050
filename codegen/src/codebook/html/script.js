// The fragment of the address holds the language and the place: `#en/household/year`. The script stores and fetches nothing.
"use strict";

(() => {
  const editions = [...document.querySelectorAll(".edition")];
  const fragment = () => {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return location.hash.slice(1);
    }
  };
  const shownEdition = () => editions.find((edition) => !edition.hidden);

  // ---- one language at a time

  const show = (language) => {
    const chosen = editions.find((edition) => edition.id === language);
    if (!chosen) return;
    for (const edition of editions) {
      edition.hidden = edition !== chosen;
      for (const part of edition.children) part.hidden = edition.hidden;
    }
    document.documentElement.lang = chosen.lang;
    document.title = chosen.dataset.title;
    makeScrollable();
  };

  const follow = () => {
    for (const panel of document.querySelectorAll(".results.open")) panel.classList.remove("open");
    const id = fragment();
    const language = id.split("/")[0];
    if (editions.some((edition) => edition.id === language)) {
      const changes = shownEdition()?.id !== language;
      show(language);
      const target = document.getElementById(id);
      if (changes && target && !target.matches(".edition")) target.scrollIntoView();
    }
  };

  // ---- the section that is being read: marked in the index, and kept when the language changes

  let place = "";
  const setPlace = (id) => {
    if (id === place) return;
    place = id;
    const index = shownEdition()?.querySelector(".index");
    if (!index) return;
    for (const link of index.querySelectorAll("[aria-current]")) link.removeAttribute("aria-current");
    const links = [...index.querySelectorAll("a")];
    let link;
    // A part of a section that the index does not name counts as the section.
    for (let at = id; !link && at; at = at.slice(0, Math.max(0, at.lastIndexOf("/")))) {
      link = links.find((a) => a.getAttribute("href") === `#${at}`);
    }
    if (!link) return;
    link.setAttribute("aria-current", "location");
    for (const details of index.querySelectorAll("li > details")) details.open = details.contains(link);
    if (getComputedStyle(index).position !== "sticky") return;
    const [box, frame] = [link.getBoundingClientRect(), index.getBoundingClientRect()];
    if (box.top < frame.top + 40 || box.bottom > frame.bottom - 40) {
      index.scrollTop += box.top - frame.top - frame.height / 3;
    }
  };
  let waiting = false;
  const locate = () => {
    waiting = false;
    const line = Math.min(220, innerHeight / 3);
    let current = null;
    for (const section of shownEdition()?.querySelectorAll("main section") ?? []) {
      if (section.getBoundingClientRect().top > line) break;
      current = section;
    }
    setPlace(current?.id ?? "");
  };
  addEventListener("scroll", () => {
    if (!waiting) requestAnimationFrame(locate);
    waiting = true;
  }, { passive: true });

  for (const link of document.querySelectorAll(".languages a")) {
    link.addEventListener("click", (event) => {
      const language = link.hreflang;
      const id = place.replace(/^[^/]*/, language);
      if (!place || !document.getElementById(id)) return;
      event.preventDefault();
      location.hash = id;
      document.getElementById(language)?.querySelector(".languages [aria-current]")?.focus({ preventScroll: true });
    });
  }

  // ---- search: names, labels, phrases, codes and their meanings

  const MAX_RESULTS = 60;
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const hasAll = (text, words) => words.every((word) => text.includes(word));

  // The code and meaning of each row. The cell of a code with several meanings is in the first of its rows only.
  const rowsOf = (body) => {
    let code = "";
    return [...body.rows].map((row) => {
      const [first, second] = row.cells;
      if (first.matches("th")) code = `${first.textContent} `;
      return `${code}${(first.matches("th") ? second : first).textContent}`.replace(/\s+/g, " ").trim();
    });
  };

  const entriesOf = (edition) => {
    const entries = [];
    let block = "";
    for (const section of edition.querySelectorAll("main .heading, main .block, main .variable, main .role")) {
      const title = section.querySelector(":scope > h2, :scope > h3, :scope > h4");
      const name = title.querySelector(".name")?.textContent ?? "";
      const label = (title.querySelector(".label") ?? title).textContent;
      if (section.matches(".block")) block = name;
      const own = [...section.children].filter((child) => !child.matches("section"));
      const quotes = own.flatMap((child) => [...child.querySelectorAll("q")].map((q) => q.textContent));
      const codes = own.flatMap((child) => [...child.querySelectorAll(".codes tbody")]).flatMap(rowsOf);
      const inside = section.matches(".variable, .role");
      entries.push({
        href: `#${section.id}`, name, label, quotes, codes,
        where: inside ? block : "",
        folded: { name: fold(name), full: inside ? fold(`${block}.${name}`) : "", label: fold(label), quotes: quotes.map(fold), codes: codes.map(fold), all: fold(`${inside ? block : ""} ${name} ${label} ${quotes.join(" ")}`) },
      });
    }
    return entries;
  };

  const rank = (entry, words, whole) => {
    const { name, full, label, quotes, codes, all } = entry.folded;
    if (name === whole || full === whole) return { rank: 0 };
    if (name.startsWith(whole) || label.startsWith(whole)) return { rank: 1 };
    if (hasAll(name, words) || hasAll(label, words)) return { rank: 2 };
    const code = codes.findIndex((row) => row === whole || row.startsWith(`${whole} `));
    if (code >= 0) return { rank: 3, why: entry.codes[code] };
    const quote = quotes.findIndex((text) => hasAll(text, words));
    if (quote >= 0) return { rank: 4, why: entry.quotes[quote], quoted: true };
    const rows = entry.codes.filter((_, at) => hasAll(codes[at], words));
    if (rows.length) return { rank: 5, why: rows.slice(0, 3).join(" · ") + (rows.length > 3 ? ` · +${rows.length - 3}` : "") };
    if (hasAll(all, words)) return { rank: 6 };
    return null;
  };

  // Appends `text` with the search words marked. If folding changes the length of the text, positions are lost and nothing is marked.
  const appendMarked = (parent, text, words) => {
    const folded = fold(text);
    const spans = folded.length === text.length
      ? words.map((word) => [folded.indexOf(word), word.length]).filter(([at]) => at >= 0).sort((a, b) => a[0] - b[0])
      : [];
    let done = 0;
    for (const [at, length] of spans) {
      if (at < done) continue;
      parent.append(text.slice(done, at));
      const mark = document.createElement("mark");
      mark.textContent = text.slice(at, at + length);
      parent.append(mark);
      done = at + length;
    }
    parent.append(text.slice(done));
  };

  for (const edition of editions) {
    const form = edition.querySelector(".search");
    const input = form.querySelector("input");
    const panel = form.querySelector(".results");
    const status = panel.querySelector("[role=status]");
    const list = panel.querySelector("ol");
    let entries = null;

    const close = () => panel.classList.remove("open");
    const search = () => {
      const whole = fold(input.value.trim());
      const words = whole.split(/\s+/).filter(Boolean);
      list.replaceChildren();
      if (!words.length) {
        status.textContent = "";
        close();
        return;
      }
      entries ??= entriesOf(edition);
      const hits = entries
        .map((entry, order) => ({ entry, order, ...rank(entry, words, whole) }))
        .filter((hit) => hit.rank !== undefined)
        .sort((a, b) => a.rank - b.rank || a.order - b.order);
      const { one, many } = status.dataset;
      const count = hits.length === 1 ? one : many.replace("#", hits.length);
      status.textContent = hits.length > MAX_RESULTS ? `${count}; ${panel.dataset.more.replace("#", MAX_RESULTS)}` : count;
      for (const { entry, why, quoted } of hits.slice(0, MAX_RESULTS)) {
        const link = document.createElement("a");
        link.href = entry.href;
        appendMarked(link, entry.label, words);
        const small = document.createElement("small");
        if (entry.name) {
          const code = document.createElement("code");
          appendMarked(code, entry.where ? `${entry.where}.${entry.name}` : entry.name, words);
          small.append(code);
        }
        if (why) {
          small.append(entry.name ? " · " : "");
          const reason = document.createElement(quoted ? "q" : "span");
          appendMarked(reason, why.length > 240 ? `${why.slice(0, 240)}…` : why, words);
          small.append(reason);
        }
        if (small.childNodes.length) link.append(small);
        const item = document.createElement("li");
        item.append(link);
        list.append(item);
      }
      panel.classList.add("open");
    };

    input.addEventListener("input", search);
    input.addEventListener("focus", () => {
      if (input.value.trim()) search();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      list.querySelector("a")?.click();
    });
    list.addEventListener("click", (event) => {
      if (event.target.closest("a")) {
        close();
        input.blur();
      }
    });
    form.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !form.contains(event.relatedTarget)) close();
    });
    form.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        event.preventDefault();
        if (panel.classList.contains("open")) {
          input.focus({ preventScroll: true });
          close();
        } else {
          input.blur();
        }
        return;
      }
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step || !panel.classList.contains("open")) return;
      event.preventDefault();
      const stops = [input, ...list.querySelectorAll("a")];
      const next = stops.indexOf(document.activeElement) + step;
      stops[Math.max(0, Math.min(stops.length - 1, next))].focus();
    });
    document.addEventListener("pointerdown", (event) => {
      if (!form.contains(event.target)) close();
    });
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    const input = shownEdition()?.querySelector(".search input");
    input?.focus({ preventScroll: true });
    input?.select();
  });

  // ---- a table that is wider than the page can be reached and scrolled with the keyboard

  const makeScrollable = () => {
    for (const scroll of shownEdition()?.querySelectorAll(".scroll") ?? []) {
      if (scroll.scrollWidth > scroll.clientWidth + 1) {
        scroll.tabIndex = 0;
        scroll.setAttribute("role", "region");
        scroll.setAttribute("aria-label", scroll.querySelector("caption").textContent);
      } else {
        for (const name of ["tabindex", "role", "aria-label"]) scroll.removeAttribute(name);
      }
    }
  };

  // Within closed details, a table has no width.
  for (const details of document.querySelectorAll("main details")) details.addEventListener("toggle", makeScrollable);

  // ---- on paper, all details are open

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("main details:not([open])")];
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
  });

  // ---- start

  const wide = matchMedia("(min-width: 64rem)");
  const fit = () => {
    for (const details of document.querySelectorAll(".index > details")) details.open = wide.matches;
  };
  fit();
  wide.addEventListener("change", fit);
  const languages = editions.map((edition) => edition.id);
  const preferred = navigator.languages.map((tag) => tag.slice(0, 2)).find((language) => languages.includes(language));
  show(preferred ?? languages[0]);
  follow();
  locate();
  addEventListener("hashchange", follow);
  addEventListener("resize", makeScrollable);
  for (const link of document.querySelectorAll(".index a")) {
    link.addEventListener("click", () => {
      if (!wide.matches) link.closest(".index").firstElementChild.open = false;
    });
  }
})();
