/** The text of a data section of the page, or null where the page has none of that name. */
function sectionText(name: string): string | null {
  return document.getElementById(`apus-${name}`)?.textContent?.trim() || null;
}

export function hasSection(name: string): boolean {
  return document.getElementById(`apus-${name}`) !== null;
}

/** The bytes of a data section: base64 of a raw deflate stream. Null where there is none. */
export async function readSection(name: string): Promise<Uint8Array | null> {
  const text = sectionText(name);
  return text === null ? null : inflate(bytesOfBase64(text));
}

export function bytesOfBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** Inflates a raw deflate stream (RFC 1951). */
export async function inflate(deflated: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([deflated]).stream();
  const inflated = stream.pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(inflated).arrayBuffer());
}
