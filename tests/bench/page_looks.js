// What tests/bench/page.py asks of a page in the browser. Each function returns plain values.
const looks = {
  // Elements that stick out of the page to the right, and whether it scrolls sideways.
  overflow() {
    const root = document.documentElement;
    const out = [...document.body.querySelectorAll("*")].filter(
      (each) => each.getBoundingClientRect().right > root.clientWidth + 1 &&
        getComputedStyle(each).visibility !== "hidden");
    const wide = root.scrollWidth > root.clientWidth;
    return (wide ? ["the page scrolls sideways"] : []).concat(
      out.slice(0, 3).map((each) => each.outerHTML.slice(0, 80)));
  },

  // The least contrast (WCAG 2.2) of any text that is drawn, and that text.
  contrast() {
    // Computed colours read "rgb(1, 2, 3)" or "rgba(1, 2, 3, 0.4)".
    const rgba = (colour) => {
      const part = colour.match(/[\d.]+/g).map(Number);
      return [...part.slice(0, 3).map((each) => each / 255), part[3] ?? 1];
    };
    const light = (colour) => {
      const part = colour.slice(0, 3).map(
        (each) => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
      return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
    };
    const ground = (element) => {
      for (let each = element; each; each = each.parentElement) {
        const colour = rgba(getComputedStyle(each).backgroundColor);
        if (colour[3] === 1) return colour;
      }
      return rgba(getComputedStyle(document.body).backgroundColor);
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let worst = [21, ""];
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      const style = getComputedStyle(element);
      const said = walker.currentNode.data.trim();
      if (!said || !element.checkVisibility({visibilityProperty: true})) continue;
      const [one, two] = [light(rgba(style.color)), light(ground(element))];
      const ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
      if (ratio < worst[0]) worst = [ratio, said.slice(0, 40)];
    }
    return worst;
  },

  // What the Tab key should reach, in the order of the document.
  stops() {
    return [...document.querySelectorAll("a[href], summary")].filter(
      (each) => each.checkVisibility({visibilityProperty: true})).map(looks.name);
  },

  name(element) {
    if (!element || element === document.body) return "";
    return element.tagName === "SUMMARY"
      ? `summary ${[...document.querySelectorAll("summary")].indexOf(element)}`
      : element.getAttribute("href");
  },

  focused() { return looks.name(document.activeElement); },

  places() {
    for (const each of document.querySelectorAll("details")) each.open = true;
    return [...document.querySelectorAll("a.at")].map((each) => each.getAttribute("href"));
  },

  shown(element) {
    const box = element.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight &&
      element.checkVisibility({visibilityProperty: true});
  },

  follow(to) {
    const link = document.querySelector(`a.at[href="${to}"]`);
    link.closest("details")?.setAttribute("open", "");
    link.click();
  },

  // What is wrong once the link to a place was followed, in words. Folds all lists again.
  followed(to) {
    const anchor = document.querySelector(to);
    const [brief, line] = to.slice(1).split("-");
    const within = document.getElementById(brief);
    const lit = [...within.querySelectorAll(".story span, .story del")].filter(
      (each) => getComputedStyle(each).backgroundColor !== "rgba(0, 0, 0, 0)");
    const own = [...within.querySelectorAll(`.c${line}, .s${line}, .q${line}`)];
    const other = [...document.querySelectorAll(".story span, .story del")].filter(
      (each) => !lit.includes(each) && !within.contains(each) &&
        getComputedStyle(each).backgroundColor !== "rgba(0, 0, 0, 0)");
    const kinds = new Set(lit.map((each) => getComputedStyle(each).backgroundColor)).size;
    const wanted = ["c", "s", "q"].filter((kind) => within.querySelector(`.${kind}${line}`)).length;
    const faults = [
      [!looks.shown(anchor), "not scrolled to"],
      [document.activeElement !== anchor, "not focused"],
      [!own.length || own.length !== lit.length || own.some((each) => !lit.includes(each)),
        `${lit.length} pieces marked of ${own.length}`],
      [other.length, "marked in another brief"],
      [kinds > wanted, "too many colours"],
    ];
    for (const each of document.querySelectorAll("details")) each.open = false;
    return faults.filter((each) => each[0]).map((each) => `${to}: ${each[1]}`);
  },

  // What is wrong once the link of the place was followed back.
  back(to) {
    const line = document.querySelector(`${to}b`);
    return looks.shown(line) ? [] : [`${to}: no way back`];
  },
};
