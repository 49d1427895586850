// Words that a reader selects in a text get a link to the page that cites them; on that page, buttons copy.
(() => {
  const HREF_MAX = 3500; // The server reads queries of 4,096 bytes; beyond, the whole passage is cited.
  const PASSAGE = ".turn, [id^='p-']";
  const squeezed = (words) => words.split(/\s+/).join(" ").trim();
  const text = document.querySelector("[data-cite]");
  const link = document.createElement("a");
  let pressed, timer;

  const place = () => {
    if (pressed || document.activeElement === link) return;
    link.remove();
    const selection = getSelection();
    const said = selection.isCollapsed ? "" : selection.toString().trim();
    if (!said) return;
    const range = selection.getRangeAt(0);
    const near = (node) => (node.closest ? node : node.parentElement).closest(PASSAGE);
    // A threefold click selects as far as the next paragraph's beginning; its words are still those of one paragraph.
    const start = near(range.startContainer);
    const holds = start && squeezed(start.textContent).includes(squeezed(said));
    const passage = holds ? start : near(range.commonAncestorContainer);
    const end = holds ? start : near(range.endContainer);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
    if (!passage || !end || !text.contains(passage) || !boxes.length) return;
    const whole = "?cite=" + passage.id;
    const cut = whole + "&text=" + encodeURIComponent(said);
    link.href = cut.length > HREF_MAX ? whole : cut;
    // In the paragraph in which the selection ends, before its mark, so that the next press of Tab leads to it.
    const mark = end.querySelector(".mark");
    if (mark) mark.before(link);
    else end.append(link);
    const last = boxes[boxes.length - 1];
    const around = link.offsetParent.getBoundingClientRect();
    const edge = getComputedStyle(end).direction === "rtl" ? last.left : last.right - link.offsetWidth;
    link.style.left = Math.max(0, Math.min(edge - around.left, around.width - link.offsetWidth)) + "px";
    link.style.top = last.bottom - around.top + 4 + "px";
  };

  if (text) {
    link.className = "cite-here";
    link.rel = "nofollow";
    link.textContent = text.dataset.cite;
    document.addEventListener("pointerdown", () => { pressed = true; });
    for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => { pressed = false; });
    for (const change of ["selectionchange", "pointerup", "pointercancel"]) {
      document.addEventListener(change, () => {
        clearTimeout(timer);
        timer = setTimeout(place, 150);
      });
    }
  }

  for (const button of document.querySelectorAll("[data-copy]")) {
    const field = button.closest("section").querySelector("textarea");
    button.hidden = false;
    button.onclick = async () => {
      field.select();
      try {
        await navigator.clipboard.writeText(field.value);
      } catch {
        document.execCommand("copy"); // Pages without TLS have no clipboard of their own.
      }
      button.nextElementSibling.textContent = button.dataset.copied;
    };
  }
})();
