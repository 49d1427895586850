// Counts the characters of the quotation while it is typed; what is too long is said in a form that is not only a colour.
(() => {
  const text = document.querySelector("textarea#q");
  const told = document.querySelector("#limit[data-limit]");
  if (!text || !told) return;
  const said = told.textContent;
  const limit = +told.dataset.limit;
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const count = () => {
    const length = [...text.value].length;
    told.textContent = length ? `${said} · ${number.format(length)}` : said;
    told.classList.toggle("over", length > limit);
  };
  text.addEventListener("input", count);
  count();
})();
