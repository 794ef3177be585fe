/** A name of the JSON as words: `syn_sent` → `syn sent`. */
export function words(name: string): string {
  return name.replaceAll("_", " ");
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `1 flow`, `2 flows`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? singular : plural}`;
}

/** An address with its port, as RFC 5952 writes them. */
export function endpoint(address: string, port: number | null): string {
  if (port === null || Number.isNaN(port)) return address;
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}
