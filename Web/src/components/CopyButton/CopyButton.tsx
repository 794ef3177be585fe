import { toast } from "../Toast/Toast";
import { copyText } from "./copyText";
import "./CopyButton.css";

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for the label: "display filter". */
  readonly what: string;
  /** Shows the label beside the sign. */
  readonly isLabelled?: boolean;
}

export function CopyButton({ text, what, isLabelled = false }: CopyButtonProps) {
  const copy = async () => {
    const isCopied = await copyText(text);
    toast(
      isCopied ? `Copied the ${what}` : `This browser does not let pages copy; select the ${what} instead`,
    );
  };
  return (
    <button
      type="button"
      className="button copy-button no-print"
      onClick={() => void copy()}
      aria-label={isLabelled ? undefined : `Copy the ${what}`}
      title={`Copy the ${what}`}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M5.5 5.5V3.2A1.2 1.2 0 0 1 6.7 2h6.1A1.2 1.2 0 0 1 14 3.2v6.1a1.2 1.2 0 0 1-1.2 1.2h-2.3M3.2 5.5h6.1a1.2 1.2 0 0 1 1.2 1.2v6.1A1.2 1.2 0 0 1 9.3 14H3.2A1.2 1.2 0 0 1 2 12.8V6.7a1.2 1.2 0 0 1 1.2-1.2Z" />
      </svg>
      {isLabelled && `Copy ${what}`}
    </button>
  );
}
