// Making elements without markup in strings, so that nothing that somebody typed is ever read as HTML.

/** An element with attributes, listeners (`onclick` …) and children (elements or text). */
export function element(tag, attrs = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attrs)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

let count = 0;
/** An id for an element that a label or description points to. */
export const freshId = (stem) => `editor-${stem}-${(count += 1)}`;
