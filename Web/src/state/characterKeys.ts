import { isTyping } from "./isTyping";

const storageKey = "apus.character-keys";

/** Whether keys of one character act on the page: WCAG 2.1.4 wants them to be switchable. */
export function areCharacterKeysOn(): boolean {
  try {
    return window.localStorage.getItem(storageKey) !== "off";
  } catch {
    // Some browsers keep nothing for files.
    return isOnHere;
  }
}

export function switchCharacterKeys(isOn: boolean): void {
  isOnHere = isOn;
  try {
    window.localStorage.setItem(storageKey, isOn ? "on" : "off");
  } catch {
    // It holds for this visit, then.
  }
}

let isOnHere = true;

/** Whether a key is meant for the page: not for the browser, not for a field, and not switched off. */
export function isForPage(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return false;
  return event.key.length > 1 || areCharacterKeysOn();
}
