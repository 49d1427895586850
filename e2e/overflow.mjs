// What is wider than the window.

/** What sticks out of the page sideways, named; a region that scrolls by itself does not. */
export function overflow(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll("*")].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.right > width + 0.5 || box.left < -0.5);
    });
    return [
      `${document.documentElement.scrollWidth} > ${width}`,
      ...wide.map((element) => `${element.localName}.${element.getAttribute("class") ?? ""}`),
    ];
  });
}
