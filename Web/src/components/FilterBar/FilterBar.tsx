import { KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { Dataset } from "../../data/Dataset";
import { visibleText } from "../../format/visibleText";
import { complete, Completion } from "../../state/filter/complete";
import type { FilterError } from "../../state/filter/tokens";
import "./FilterBar.css";

interface FilterBarProps {
  readonly data: Dataset;
  readonly query: string;
  readonly error: FilterError | null;
  readonly onChange: (query: string) => void;
}

/** The pause in typing after which the filter is applied, in milliseconds. */
const pause = 150;

/** The box of the filter that holds in every view; `/` leads to it. */
export function FilterBar({ data, query, error, onChange }: FilterBarProps) {
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const [text, setText] = useState(query);
  const [cursor, setCursor] = useState<number | null>(null);
  const [chosen, setChosen] = useState(-1);
  const applied = useRef(query);

  // What changed elsewhere, by a link or by "back".
  useEffect(() => {
    if (query === applied.current) return;
    applied.current = query;
    setText(query);
  }, [query]);
  useEffect(() => {
    if (text.trimEnd() === applied.current) return;
    const timer = window.setTimeout(() => apply(text), pause);
    return () => window.clearTimeout(timer);
  });

  const apply = (next: string) => {
    // The blank behind a completed word is not yet part of anything.
    applied.current = next.trimEnd();
    onChange(applied.current);
  };
  const completions = cursor === null ? null : complete(text, cursor, data.flows);
  const offers = completions?.offers ?? [];
  const isOpen = offers.length > 0;

  const accept = (offer: Completion) => {
    if (!completions) return;
    const next = `${text.slice(0, completions.start)}${offer.text} ${text.slice(completions.end).trimStart()}`;
    setText(next);
    setChosen(-1);
    setCursor(completions.start + offer.text.length + 1);
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const offer = offers[chosen];
    if (isOpen && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setChosen((chosen + step + offers.length + 1) % (offers.length + 1));
    } else if ((event.key === "Enter" || event.key === "Tab") && offer) {
      event.preventDefault();
      accept(offer);
    } else if (event.key === "Enter") {
      setCursor(null);
      apply(text);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (isOpen) setCursor(null);
      else if (text) setText("");
      else input.current?.blur();
    }
  };

  return (
    <div className="filter-bar">
      <svg className="filter-sign" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M7 2.5a4.5 4.5 0 1 0 0 9a4.500 4.500 0 1 0 0-9ZM10.3 10.3 14 14" />
      </svg>
      <input
        ref={input}
        id="filter"
        className="filter-input"
        type="text"
        role="combobox"
        spellCheck={false}
        autoComplete="off"
        placeholder="Filter flows: tcp port 443 and retransmissions > 0"
        aria-label="Filter of flows"
        aria-expanded={isOpen}
        aria-controls={`${id}-offers`}
        aria-autocomplete="list"
        aria-invalid={error !== null}
        aria-describedby={error ? `${id}-error` : undefined}
        aria-activedescendant={chosen >= 0 && isOpen ? `${id}-${chosen}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setCursor(event.target.selectionStart);
          setChosen(-1);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setCursor(null)}
      />
      {text ? (
        <button
          type="button"
          className="filter-clear"
          aria-label="Clear the filter"
          onClick={() => {
            setText("");
            apply("");
          }}
        >
          ×
        </button>
      ) : (
        <kbd className="filter-key no-print" aria-hidden="true">
          /
        </kbd>
      )}
      {error && !isOpen && (
        <p className="filter-error" id={`${id}-error`} role="alert">
          {visibleText(error.message)}
        </p>
      )}
      <ul className="filter-offers" id={`${id}-offers`} role="listbox" aria-label="Completions" hidden={!isOpen}>
        {offers.map((offer, at) => (
          <li
            key={offer.text}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === chosen}
            // The press would take the focus from the box before the click comes.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => accept(offer)}
          >
            <code>{visibleText(offer.text)}</code>
            <span className="soft">{offer.meaning}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
