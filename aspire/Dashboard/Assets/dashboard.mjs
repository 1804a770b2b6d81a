// Pages are whole without this module. With it they keep up: the server tells that something has changed, the page fetches
// itself anew, and only what differs is replaced, so that focus, open details and the reader's place stay.

/** An event source that rests while the page is hidden: a browser allows one host few connections. */
function listen(url, handlers) {
  let source = null;
  const open = () => {
    if (source || document.hidden) return;
    source = new EventSource(url);
    for (const [name, handle] of Object.entries(handlers)) source.addEventListener(name, handle);
  };
  const close = () => {
    source?.close();
    source = null;
  };
  document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()));
  addEventListener('pagehide', close);
  addEventListener('pageshow', open);
  open();
}

/** Makes `old` equal to `next` with as few changes as may be; children with an id are found again wherever they are. */
function morph(old, next) {
  if (old.isEqualNode(next)) return;
  for (const { name } of [...old.attributes]) {
    if (!next.hasAttribute(name) && name !== 'open') old.removeAttribute(name);
  }
  for (const { name, value } of next.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  const kept = new Set([...next.children].map((child) => child.id));
  for (const child of [...old.children]) {
    if (child.id && !kept.has(child.id)) child.remove();
  }
  const known = new Map([...old.children].filter((child) => child.id).map((child) => [child.id, child]));
  let place = old.firstChild;
  for (const fresh of [...next.childNodes]) {
    const same = fresh.id ? known.get(fresh.id) : place;
    if (!same || same.nodeName !== fresh.nodeName || (same.id ?? '') !== (fresh.id ?? '')) {
      old.insertBefore(fresh, place);
      continue;
    }
    if (same === place) place = place.nextSibling;
    else old.insertBefore(same, place);
    if (fresh.nodeType === Node.ELEMENT_NODE) morph(same, fresh);
    else if (same.data !== fresh.data) same.data = fresh.data;
  }
  while (place) {
    const gone = place;
    place = place.nextSibling;
    gone.remove();
  }
}

function uptime(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [minutes, hours, days] = [60, 3600, 86400].map((unit) => Math.floor(seconds / unit));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${minutes} min ${seconds % 60} s`;
  if (seconds < 86400) return `${hours} h ${minutes % 60} min`;
  return `${days} d ${hours % 24} h`;
}

function tick(root = document) {
  for (const time of root.querySelectorAll('[data-since]')) {
    const text = uptime(Date.now() - Date.parse(time.dataset.since));
    if (time.textContent !== text) time.textContent = text;
  }
}

function keepUp() {
  const wanted = new Set([...document.querySelectorAll('[data-live]')].flatMap((part) => part.dataset.live.split(' ')));
  const state = document.querySelector('[data-live-state]');
  const word = document.querySelector('[data-live-word]');
  let fetching = false;
  let again = false;

  const show = (live) => {
    state.hidden = false;
    state.classList.toggle('lost', !live);
    const text = live ? 'Live' : 'Connecting…';
    if (word.textContent !== text) word.textContent = text;
  };

  async function refresh() {
    if (fetching) {
      again = true;
      return;
    }
    fetching = true;
    try {
      const response = await fetch(location.pathname + location.search, { cache: 'no-store' });
      const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
      const focused = document.activeElement;
      tick(fresh);
      for (const part of document.querySelectorAll('[data-part]')) {
        const next = fresh.querySelector(`[data-part="${part.dataset.part}"]`);
        if (next) morph(part, next);
      }
      // A row that was moved has lost it.
      if (focused?.isConnected && focused !== document.activeElement) focused.focus({ preventScroll: true });
    } catch {
      show(false);
    } finally {
      fetching = false;
      if (again) {
        again = false;
        refresh();
      }
    }
  }

  listen('/changes', {
    open: () => show(true),
    error: () => show(false),
    hello: refresh,
    resources: refresh,
    telemetry: () => wanted.has('telemetry') && refresh(),
  });
}

function followConsole(list) {
  const most = 5000;
  const find = document.querySelector('[data-console-find]');
  const count = document.querySelector('[data-console-count]');
  const pause = document.querySelector('[data-console-pause]');
  const wrap = document.querySelector('[data-console-wrap]');
  const end = document.querySelector('[data-console-end]');
  let waiting = [];
  let planned = false;
  let anew = false;
  let atEnd = true;

  const isPaused = () => pause.getAttribute('aria-pressed') === 'true';
  const sought = () => find.value.trim().toLocaleLowerCase();
  const filter = (item, text) => (item.hidden = text !== '' && !item.textContent.toLocaleLowerCase().includes(text));
  const toEnd = () => (list.scrollTop = list.scrollHeight);

  function tellCount() {
    const text = sought();
    const found = text && [...list.children].filter((item) => !item.hidden).length;
    count.textContent = text ? `${found} of ${list.children.length} lines` : '';
    pause.textContent = isPaused() ? `Resume${waiting.length ? ` (${waiting.length} new)` : ''}` : 'Pause';
  }

  function write() {
    planned = false;
    if (!isPaused() && waiting.length) {
      const text = sought();
      if (anew) list.replaceChildren();
      anew = false;
      list.append(...waiting.map((line) => {
        const item = document.createElement('li');
        item.textContent = line;
        filter(item, text);
        return item;
      }));
      waiting = [];
      while (list.children.length > most) list.firstElementChild.remove();
      document.querySelector('[data-console-empty]')?.remove();
      if (atEnd) toEnd();
    }
    tellCount();
  }

  const plan = () => {
    if (planned) return;
    planned = true;
    requestAnimationFrame(write);
  };

  list.addEventListener('scroll', () => {
    atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 24;
    end.hidden = atEnd;
  });
  end.addEventListener('click', toEnd);
  find.addEventListener('input', () => {
    const text = sought();
    for (const item of list.children) filter(item, text);
    tellCount();
  });
  find.form.addEventListener('submit', (submit) => submit.preventDefault());
  pause.addEventListener('click', () => {
    pause.setAttribute('aria-pressed', String(!isPaused()));
    write();
  });
  wrap.addEventListener('click', () => wrap.setAttribute('aria-pressed', String(list.classList.toggle('wrap'))));
  pause.hidden = wrap.hidden = false;

  listen(list.dataset.console, {
    begin: () => {
      waiting = [];
      anew = true;
    },
    line: ({ data }) => {
      waiting.push(data);
      if (waiting.length > most) waiting.shift();
      plan();
    },
  });
  toEnd();
}

for (const form of document.querySelectorAll('[data-submit-on-change]')) {
  form.addEventListener('change', () => form.requestSubmit());
}
const list = document.querySelector('[data-console]');
if (list) followConsole(list);
if (document.querySelector('[data-live]')) keepUp();
setInterval(() => tick(), 1000);
