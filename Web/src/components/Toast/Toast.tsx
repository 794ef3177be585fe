import { useSyncExternalStore } from "react";
import "./Toast.css";

/** How long a message stays, in milliseconds: enough to read two lines. */
const lifetime = 4000;

let message = "";
let timer: number | undefined;
const listeners = new Set<() => void>();

function show(text: string): void {
  message = text;
  listeners.forEach((listener) => listener());
}

/** Says something that needs no answer. */
export function toast(text: string): void {
  window.clearTimeout(timer);
  show(text);
  timer = window.setTimeout(() => show(""), lifetime);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where messages appear; always there, so that screen readers notice what changes in it. */
export function Toasts() {
  const text = useSyncExternalStore(subscribe, () => message);
  return (
    <div className="toasts no-print" role="status">
      {text && <p className="toast">{text}</p>}
    </div>
  );
}
