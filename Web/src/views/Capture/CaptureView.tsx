import type { ViewProps } from "../View";

export function CaptureView({ data }: ViewProps) {
  return (
    <ul>
      {data.document.captures.map((capture, index) => (
        <li key={index}>{capture.name}</li>
      ))}
    </ul>
  );
}
