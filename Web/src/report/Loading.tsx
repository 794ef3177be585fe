/** Shown while the data of a large report are inflated. */
export function Loading() {
  return (
    <p className="report-loading" role="status">
      Reading the report…
    </p>
  );
}
