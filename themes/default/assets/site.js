// Ticks the clocks by the server's instant and, when the day or an opening turns, asks the server for the words again.
(() => {
  const box = document.querySelector("[data-now]");
  if (!box) return;
  const button = box.querySelector(".pause");
  const key = "clocks-paused";
  const clocks = [];
  for (const time of box.querySelectorAll("[data-zone]")) {
    try {
      const timeZone = time.dataset.zone;
      clocks.push([time, new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" })]);
    } catch {
      time.parentNode.hidden = true; // A zone this browser does not know would stand still beside clocks that tick.
    }
  }
  let offset, paused, timer;
  let refreshAt = +box.dataset.refresh;
  try { paused = localStorage.getItem(key) === "1"; } catch { /* Private windows may refuse storage. */ }

  const tick = () => {
    clearTimeout(timer);
    if (button) {
      button.hidden = offset === undefined;
      button.textContent = paused ? button.dataset.resume : button.dataset.pause;
    }
    if (paused || offset === undefined) return;
    const now = Date.now() + offset;
    for (const [time, format] of clocks) {
      const text = format.format(now);
      if (time.textContent !== text) {
        time.textContent = text;
        time.dateTime = new Date(now).toISOString();
      }
    }
    if (now >= refreshAt) {
      refreshAt = NaN;
      ask();
    }
    timer = setTimeout(tick, 60010 - now % 60000);
  };

  const ask = () => {
    const request = new XMLHttpRequest();
    request.open("GET", location.href);
    request.responseType = "document";
    request.setRequestHeader("Cache-Control", "no-cache");
    request.onload = () => {
      const page = request.response;
      const fresh = page && page.querySelector("[data-now]");
      const told = /\bnow;\s*desc="?(\d+)/.exec(request.getResponseHeader("Server-Timing"));
      if (told) offset = told[1] - Date.now();
      if (!fresh || paused) return tick();
      const ours = document.querySelectorAll("[data-live]");
      const theirs = page.querySelectorAll("[data-live]");
      if (ours.length === theirs.length) ours.forEach((old, i) => old.isEqualNode(theirs[i]) || old.replaceWith(theirs[i]));
      if (fresh.dataset.refresh > Date.now() + offset) refreshAt = +fresh.dataset.refresh;
      tick();
    };
    request.send();
  };

  if (button) {
    button.onclick = () => {
      paused = !paused;
      try { localStorage.setItem(key, paused ? "1" : "0"); } catch { /* As above. */ }
      tick();
    };
  }

  const visit = performance.getEntriesByType("navigation")[0];
  const told = visit && visit.serverTiming && visit.serverTiming.find((entry) => entry.name === "now");
  if (told && visit.transferSize !== 0) offset = told.description - performance.timeOrigin - visit.responseStart;
  else if (told) ask(); // The page came from the browser's own cache, so its instant is past.
  else if (Math.abs(Date.now() - Date.parse(box.dataset.now)) < 120000) offset = 0;
  tick();
  document.addEventListener("visibilitychange", tick);
  addEventListener("pageshow", tick);
})();
