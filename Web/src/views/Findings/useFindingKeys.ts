import { useEffect } from "react";
import { isForPage } from "../../state/characterKeys";

/** `j` and `k` move from finding to finding, as they move from row to row in tables. */
export function useFindingKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isForPage(event)) return;
      if (event.key !== "j" && event.key !== "k") return;
      const findings = [...document.querySelectorAll<HTMLElement>(".finding-summary")];
      const at = findings.findIndex((finding) => finding.parentElement?.contains(document.activeElement));
      const to = event.key === "j" ? at + 1 : Math.max(0, at - 1);
      const next = findings[Math.min(to, findings.length - 1)];
      if (!next) return;
      event.preventDefault();
      next.focus();
      next.scrollIntoView({ block: "nearest" });
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
