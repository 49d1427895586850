// The message's facts: every input of the form except the text itself and what the page needs for its own ends.

/** Names that are not facts: the text (the editor has it), and the revision (the save has it). */
const NOT_FACTS = new Set(["text", "base", "revision", "document"]);

/** The form's inputs as `{name: value}`; a name that occurs more than once, or may, becomes a list. */
export function fieldsOf(form) {
  const fields = {};
  for (const [name, value] of new FormData(form)) {
    if (NOT_FACTS.has(name) || typeof value !== "string") continue;
    if (name in fields) fields[name] = [fields[name], value].flat();
    else fields[name] = value;
  }
  return fields;
}

/** Puts kept values back into the form. A list goes to the inputs of its name in order. */
export function restoreFields(form, fields) {
  for (const input of form.elements) {
    const { name, type } = input;
    if (!name || NOT_FACTS.has(name) || input.closest("[data-editor-own]") || ["submit", "button", "file", "hidden"].includes(type)) continue;
    const values = [fields[name] ?? []].flat();
    if (type === "checkbox" || type === "radio") input.checked = values.includes(input.value);
    else if (type === "select-multiple") for (const option of input.options) option.selected = values.includes(option.value);
    else {
      const same = [...form.elements].filter((other) => other.name === name);
      const value = values[same.indexOf(input)];
      if (value !== undefined) input.value = value;
    }
  }
}
