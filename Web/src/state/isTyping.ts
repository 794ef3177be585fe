/** Whether keys go into a text, or into a dialog, and are no commands. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("input:not([type=checkbox]), textarea, select, dialog[open]") !== null
  );
}
