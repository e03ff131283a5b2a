// What a page shows to a reader, measured: functions that tests call by name.
// Each returns plain values; a list of what is wrong is empty where nothing is.

const TARGET = "a[href], button, input, select, textarea, summary";

const told = (element) => {
  const name = element.id ? `#${element.id}` : `.${element.getAttribute("class") ?? ""}`;
  return `${element.tagName.toLowerCase()}${name} "${element.textContent.trim().slice(0, 40)}"`;
};

const folded = (element) => {
  for (let box = element.parentElement; box; box = box.parentElement) {
    if (box.tagName !== "DETAILS" || box.open) continue;
    if (box.querySelector(":scope > summary")?.contains(element)) continue;
    return true;
  }
  return false;
};

const shown = (element) =>
  !folded(element) && element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;

// for sighted readers there is nothing of what is kept for screen readers only
const forEars = (element) => {
  if (element.closest(".skip, .skip-inside")) return true;
  for (let box = element; box; box = box.parentElement) {
    if (getComputedStyle(box).clipPath === "inset(50%)") return true;
  }
  return false;
};

const stops = () =>
  [...document.querySelectorAll(`${TARGET}, [tabindex]`)].filter((element) => element.tabIndex >= 0 && !element.disabled && shown(element));

// --- keyboard ---

const number = () => stops().map((element, index) => {
  element.setAttribute("data-stop", index);
  const box = element.getBoundingClientRect();
  return { told: told(element), left: box.left + scrollX, right: box.right + scrollX, top: box.top + scrollY };
});

const luminance = (colour) => {
  const [red, green, blue] = colour.match(/[\d.]+/g).slice(0, 3).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one, other) => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

const ground = (element) => {
  for (let box = element.parentElement; box; box = box.parentElement) {
    const colour = getComputedStyle(box).backgroundColor;
    if (!/, 0\)$|^transparent$/.test(colour)) return colour;
  }
  return "rgb(255, 255, 255)";
};

const seen = (element) => [...element.getClientRects()].some((box) =>
  [[0.5, 0.5], [0.1, 0.1], [0.9, 0.1], [0.1, 0.9], [0.9, 0.9]].some(([x, y]) => {
    const top = document.elementFromPoint(box.left + x * box.width, box.top + y * box.height);
    return top !== null && (element.contains(top) || (top === element.parentElement && top !== document.body));
  }));

// where the focus is: its stop, the ring around it, and whether anything of it can be seen
const focus = () => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element);
  const ring = style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
  return {
    stop: Number(element.getAttribute("data-stop") ?? -1),
    told: told(element),
    ring,
    contrast: ring ? contrast(style.outlineColor, ground(element)) : 0,
    seen: seen(element),
  };
};

// --- size and place ---

const inSentence = (element) => {
  if (getComputedStyle(element).display !== "inline") return false;
  let box = element.parentElement;
  while (getComputedStyle(box).display.startsWith("inline")) box = box.parentElement;
  const walk = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const { data, parentElement } = walk.currentNode;
    if (data.trim().length > 1 && !parentElement.closest(`${TARGET}, .vh`)) return true;
  }
  return false;
};

// Targets under 24 by 24 pixels (WCAG 2.5.8) that are not in a sentence, and whose circle of 24
// pixels meets another target or the circle of another small one. `dense` are the targets of a
// drawing whose places are what it tells (the exception "essential").
const tooSmall = (dense) => {
  const targets = [...document.querySelectorAll(TARGET)]
    .filter((element) => shown(element) && !element.disabled && !forEars(element))
    .map((element) => {
      const box = (element.closest("label") ?? element).getBoundingClientRect();
      return { element, box, x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
    });
  const small = targets.filter(({ box }) => box.width < 23.99 || box.height < 23.99);
  const gap = ({ x, y }, box) =>
    Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  const excused = ({ element }) => element.matches(dense) || inSentence(element);
  return small.filter((own) => !excused(own) && targets.some((other) => {
    if (other === own || other.element.contains(own.element) || own.element.contains(other.element)) return false;
    const near = small.includes(other) ? Math.hypot(own.x - other.x, own.y - other.y) < 24 : false;
    return near || gap(own, other.box) < 12;
  })).map(({ element, box }) => `${told(element)} ${box.width.toFixed(1)}x${box.height.toFixed(1)}`);
};

const scrolls = (element) => {
  for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(box).overflowX)) return true;
  }
  return false;
};

// What sticks out of the window sideways, apart from what scrolls inside its own box.
const tooWide = () => {
  const wide = document.documentElement.clientWidth;
  const out = [...document.body.querySelectorAll("*")].filter((element) => {
    if (!shown(element) || forEars(element) || scrolls(element)) return false;
    const { right, left } = element.getBoundingClientRect();
    return right > wide + 1 || left < -1;
  }).map(told);
  if (document.documentElement.scrollWidth > wide + 1) out.push(`page ${document.documentElement.scrollWidth} > ${wide}`);
  return out;
};

const textBoxes = () => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walk.nextNode()) {
    const node = walk.currentNode;
    const own = node.parentElement;
    if (!node.data.trim() || own.closest("script, style, title, option") || forEars(own) || !shown(own)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    found.push({ node, own, boxes: [...range.getClientRects()] });
  }
  return found;
};

// Text that is cut off by a box around it, or that runs out of its cell, button or item.
const cutOff = () => {
  const wrong = new Set();
  for (const { own, boxes } of textBoxes()) {
    for (let box = own; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box);
      const clips = /hidden|clip/.test(`${style.overflowX} ${style.overflowY}`);
      const frame = clips || box.matches("td, th, button, label, summary, li, p");
      if (!frame || style.display === "inline") continue;
      const edge = box.getBoundingClientRect();
      if (boxes.some((text) => text.right > edge.right + 2 || text.left < edge.left - 2
        || (clips && (text.bottom > edge.bottom + 2 || text.top < edge.top - 2)))) wrong.add(`${told(own)} in ${told(box)}`);
    }
  }
  return [...wrong];
};

// --- what is there ---

// The words a reader sees, unfolded or not: nothing that is hidden counts.
const visibleText = (selector) =>
  [...document.querySelectorAll(selector)].map((element) => element.innerText).join("\n");

const hiddenText = () => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walk.nextNode()) {
    const own = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || own.closest("script, style")) continue;
    // folded text opens without a script
    if (!folded(own) && !own.closest("summary") && !own.checkVisibility()) found.push(told(own));
  }
  return found;
};

const deadLinks = () => [...document.querySelectorAll('a[href^="#"]')]
  .filter((link) => !document.getElementById(decodeURIComponent(link.hash.slice(1)))).map(told);

const inView = (selector) => {
  const box = document.querySelector(selector).getBoundingClientRect();
  return box.height > 0 && box.top >= 0 && box.top < innerHeight;
};

const highlights = () => [...document.querySelectorAll(".text a.h")].map((link) => {
  const style = getComputedStyle(link);
  const after = getComputedStyle(link, "::after");
  return {
    text: link.textContent,
    code: link.getAttribute("data-k") ?? "",
    line: style.textDecorationLine,
    pattern: style.textDecorationStyle,
    label: after.display === "none" || after.content === "none" ? "" : after.content,
  };
});

// Elements, attributes and addresses that only code would have brought.
const intruders = () => {
  const found = [...document.querySelectorAll("img, iframe, object, embed, link, base, form, textarea:not(.mark-form textarea), svg[onload]")]
    .map((element) => element.outerHTML.slice(0, 80));
  const running = [...document.scripts].filter((script) => script.type !== "application/json");
  if (running.length !== 1) found.push(`scripts: ${running.length}`);
  if (document.querySelectorAll("style").length !== 1) found.push("more than one style");
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith("on") || name === "style") found.push(`${name}=${value}`);
      if (/^(href|src|action|xlink:href)$/.test(name) && /^\s*(javascript|data|vbscript):/i.test(value)) found.push(value);
    }
  }
  return found;
};

const moving = () => [...document.querySelectorAll("*")].filter((element) => {
  const style = getComputedStyle(element);
  return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0 || style.scrollBehavior === "smooth";
}).map(told);
