// What typing at the start of a paragraph turns into: "* " or "- " a list, "1. " a numbered list, "> " a quotation, "## " to "#### "
// headings. Backspace right after it takes it back. Nothing else that is typed is ever changed: the words are a record.

import { InputRule, inputRules, wrappingInputRule } from "prosemirror-inputrules";
import { schema } from "./schema.mjs";

const { nodes } = schema;

export const typingRules = () =>
  inputRules({
    rules: [
      wrappingInputRule(/^\s*[-*]\s$/, nodes.bullet_list),
      // Years open sentences ("2026. …"), so a list starts with at most two digits.
      wrappingInputRule(
        /^([0-9]{1,2})\.\s$/, nodes.ordered_list, (match) => ({ start: Number(match[1]) }),
        (match, list) => list.childCount + list.attrs.start === Number(match[1]),
      ),
      wrappingInputRule(/^\s*>\s$/, nodes.quote),
      new InputRule(/^(#{2,4})\s$/, (state, match, start, end) => {
        const { $from } = state.selection;
        if ($from.parent.type !== nodes.paragraph) return null;
        const attrs = { id: $from.parent.attrs.id, level: match[1].length };
        return state.tr.delete(start, end).setBlockType(start, start, nodes.heading, attrs);
      }),
    ],
  });
