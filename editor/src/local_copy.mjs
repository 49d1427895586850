// The copy of unsaved text that this computer keeps (localStorage), so that a crash, a closed lid or a lost network loses nothing.
//
// One record under `chancery:{account}:{api}` is what is being written now. What an earlier visit left behind is moved aside under
// `chancery:{account}:{api}:found` as soon as the page opens, so that new typing cannot overwrite it before somebody has decided.
// The account stands in the key because several people may share a computer: nobody is offered what another one wrote. The page
// for signing out looks for these keys (crates/desk/assets/desk.js).

/** How many left-behind texts are kept; more than this many crashes without a decision is not a way of working. */
const FOUND_MAX = 5;

export class LocalCopy {
  /** `storage` is localStorage or what behaves like it; `tab` tells this visit's records from another tab's. */
  constructor(storage, account, api, tab) {
    this.storage = storage;
    this.key = `chancery:${account}:${api}`;
    this.tab = tab;
  }

  /** Keeps `{base, fields, document, at}`; says whether it worked (a full or forbidden storage does not). */
  write(record) {
    try {
      this.storage.setItem(this.key, JSON.stringify({ ...record, tab: this.tab }));
      return true;
    } catch {
      return false;
    }
  }

  /** Removes this tab's record: the server has it. Another tab's unsaved text stays. */
  clear() {
    const record = this.#read(this.key);
    if (record && record.tab === this.tab) this.#remove(this.key);
  }

  /** Moves what an earlier visit left aside and gives all of it, newest first. `isKnown` says whether the server has a record's text. */
  found(isKnown) {
    const left = this.#read(this.key);
    const older = this.#read(`${this.key}:found`);
    const all = [left, ...(Array.isArray(older) ? older : [])].filter((one) => one?.document && !isKnown(one)).slice(0, FOUND_MAX);
    this.#keepFound(all);
    if (left) this.#remove(this.key);
    return all;
  }

  /** Forgets one found record. */
  forget(record) {
    const older = this.#read(`${this.key}:found`);
    this.#keepFound((Array.isArray(older) ? older : []).filter((one) => one.at !== record.at || one.tab !== record.tab));
  }

  #keepFound(records) {
    try {
      if (records.length === 0) this.storage.removeItem(`${this.key}:found`);
      else this.storage.setItem(`${this.key}:found`, JSON.stringify(records));
    } catch {
      // A storage that takes nothing more still holds the record where it was.
    }
  }

  #remove(key) {
    try {
      this.storage.removeItem(key);
    } catch {
      // A forbidden storage holds nothing.
    }
  }

  #read(key) {
    try {
      return JSON.parse(this.storage.getItem(key) ?? "null");
    } catch {
      return null;
    }
  }
}
