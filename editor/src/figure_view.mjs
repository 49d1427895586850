// How a figure looks: the picture (or its name, while the media library has not answered), its alternative text, its caption.

import { element } from "./elements.mjs";

export class FigureView {
  constructor(node, view, getPos, { say, library, edit }) {
    Object.assign(this, { node, say, library });
    this.picture = element("img", { alt: "" });
    this.name = element("p", { class: "figure-name" });
    this.alt = element("p", { class: "figure-alt" });
    const button = element("button", { type: "button", tabindex: "-1", onclick: () => edit(getPos()) }, say("editor-figure-edit"));
    const shown = element("div", { contenteditable: "false" }, this.picture, this.name, this.alt, button);
    this.contentDOM = element("figcaption", { "data-placeholder": say("editor-figure-caption") });
    this.dom = element("figure", {}, shown, this.contentDOM);
    this.shown = shown;
    this.show();
  }

  async show() {
    const { alt, media } = this.node.attrs;
    this.alt.textContent = alt === "" ? this.say("editor-figure-no-alt") : this.say("editor-figure-alt", { alt });
    this.alt.classList.toggle("wrong", alt === "");
    this.contentDOM.classList.toggle("empty", this.node.content.size === 0);
    if (this.media === media) return;
    this.media = media;
    this.name.textContent = media.split("/").at(-1);
    this.picture.hidden = true;
    const files = await this.library().catch(() => []);
    const file = files.find(({ digest }) => digest === media.split("/")[0]);
    if (this.media !== media || !file?.thumb) return;
    this.picture.src = file.thumb;
    this.picture.hidden = false;
  }

  update(node) {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.show();
    return true;
  }

  stopEvent(event) {
    return this.shown.contains(event.target) && event.target.tagName === "BUTTON";
  }

  ignoreMutation(mutation) {
    return mutation.type !== "selection" && !this.contentDOM.contains(mutation.target);
  }
}
