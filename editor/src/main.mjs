// The desk's editor. It looks for `<form data-editor>` and, if there is one, puts a rich editor in the place of its text area.
// Whatever goes wrong while it starts, the form with its text area stays as it was and works without scripts.

import { mount } from "./editor.mjs";

const form = document.querySelector("form[data-editor]");
if (form) {
  try {
    mount(form);
  } catch (error) {
    console.error("The editor could not start; the text area stays.", error);
  }
}
