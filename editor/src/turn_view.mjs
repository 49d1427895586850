// How a turn looks: a small toolbar with its role and speaker, then the label and the words.
//
// The two selects can be reached with Tab only in the turn that holds the caret; in a transcript of two hundred turns nobody
// wants to pass four hundred of them. Their options are made when they are first needed, for the same reason.

import { element } from "./elements.mjs";
import { ROLES } from "./schema.mjs";
import { setRole, setSpeaker } from "./turns.mjs";

/** Whether the turn holds the caret (see unsure.mjs). */
const isHere = (decorations) => decorations.some((decoration) => decoration.spec.here);

export class TurnView {
  constructor(node, view, getPos, decorations, { say, speakers }) {
    Object.assign(this, { node, view, getPos, say, speakers });
    const run = (command) => command(view.state, view.dispatch);
    this.role = element("select", {
      "aria-label": say("editor-role"),
      onchange: (event) => run(setRole(event.target.value, getPos())),
    });
    this.speaker = element("select", {
      "aria-label": say("editor-speaker"),
      onfocus: () => this.listSpeakers(true),
      onpointerdown: () => this.listSpeakers(true),
      onchange: (event) => run(setSpeaker(event.target.value || null, speakers, getPos())),
    });
    this.role.append(...ROLES.map((role) => element("option", { value: role }, say(`editor-${role}`))));
    this.tools = element("div", { class: "turn-tools", contenteditable: "false" }, this.role, this.speaker);
    // Escape comes back into the words.
    this.tools.addEventListener("keydown", (event) => event.key === "Escape" && view.focus());
    this.contentDOM = element("div", { class: "turn-words" });
    this.dom = element("div", { role: "group", class: "turn" }, this.tools, this.contentDOM);
    this.show();
    this.reachable(isHere(decorations));
  }

  show() {
    const { role } = this.node.attrs;
    // The library puts the classes of decorations here as well, so only the role's own class may be touched.
    for (const other of ROLES) this.dom.classList.toggle(`turn-${other}`, other === role);
    this.dom.setAttribute("aria-label", this.node.firstChild.textContent || this.say(`editor-${role}`));
    this.role.value = role;
    this.listSpeakers(false);
  }

  reachable(isReachable) {
    for (const select of [this.role, this.speaker]) select.tabIndex = isReachable ? 0 : -1;
  }

  listSpeakers(all) {
    const { speaker } = this.node.attrs;
    if (all && this.speaker.childElementCount > 2) return;
    const known = all ? this.speakers : this.speakers.filter(({ slug }) => slug === speaker);
    const options = [["", this.say("editor-speaker-none")], ...known.map(({ slug, name }) => [slug, name])];
    if (speaker && !options.some(([slug]) => slug === speaker)) options.push([speaker, speaker]);
    this.speaker.replaceChildren(...options.map(([value, name]) => element("option", { value }, name)));
    this.speaker.value = speaker ?? "";
  }

  update(node, decorations) {
    if (node.type !== this.node.type) return false;
    const isSame = node.sameMarkup(this.node) && node.firstChild.eq(this.node.firstChild);
    this.node = node;
    if (!isSame) this.show();
    this.reachable(isHere(decorations));
    return true;
  }

  stopEvent(event) {
    return this.tools.contains(event.target);
  }

  ignoreMutation(mutation) {
    return mutation.type !== "selection" && !this.contentDOM.contains(mutation.target);
  }
}
