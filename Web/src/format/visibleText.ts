// What must not reach the eye as it is: controls, marks that turn or hide text (bidirectional
// formatting, zero width, tags, variation selectors), line separators, lone surrogates.
const unseen =
  /[\u0000-\u001f\u007f-\u00a0\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff]|[\u{e0000}-\u{e0fff}]|\p{Surrogate}/gu;

/** What was cut from a text too long to show, and what stays of it. */
const textLimit = 1000;

/**
 * Text from packets, fit for showing: what cannot be seen is escaped as `\u{202e}`, and what is
 * longer than anybody reads is cut. Every string that came from a capture goes through here.
 */
export function visibleText(text: string): string {
  const escaped = text.replace(unseen, escape);
  return escaped.length <= textLimit
    ? escaped
    : `${escaped.slice(0, textLimit)}… (${text.length} characters)`;
}

function escape(character: string): string {
  if (character === "\n") return "\\n";
  if (character === "\r") return "\\r";
  if (character === "\t") return "\\t";
  const code = character.codePointAt(0) ?? 0;
  return `\\u{${code.toString(16)}}`;
}
