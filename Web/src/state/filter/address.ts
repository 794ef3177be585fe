/** The bits of an address: 4 bytes of IPv4 or 16 of IPv6; null for anything else. */
export function addressBytes(text: string): Uint8Array | null {
  return text.includes(":") ? ipv6(text) : ipv4(text);
}

function ipv4(text: string): Uint8Array | null {
  const parts = text.split(".");
  if (parts.length !== 4) return null;
  const bytes = new Uint8Array(4);
  for (const [at, part] of parts.entries()) {
    if (!/^\d{1,3}$/.test(part) || Number(part) > 255) return null;
    bytes[at] = Number(part);
  }
  return bytes;
}

function ipv6(text: string): Uint8Array | null {
  const [address = ""] = text.split("%");
  const halves = address.split("::");
  if (halves.length > 2) return null;
  const [front = [], back = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - front.length - back.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
  const groups = [...front, ...new Array<string>(missing).fill("0"), ...back];
  const bytes = new Uint8Array(16);
  for (const [at, group] of groups.entries()) {
    if (!/^[0-9a-fA-F]{1,4}$/.test(group)) return null;
    const value = parseInt(group, 16);
    bytes[2 * at] = value >> 8;
    bytes[2 * at + 1] = value & 0xff;
  }
  return bytes;
}

/** A test for addresses that are that one, or in that network; null where it is neither. */
export function addressTest(text: string): ((address: string) => boolean) | null {
  const [prefix = "", length] = text.split("/");
  const wanted = addressBytes(prefix);
  if (!wanted) return null;
  const bits = length === undefined ? wanted.length * 8 : Number(length);
  if (!Number.isInteger(bits) || bits < 0 || bits > wanted.length * 8 || length === "") return null;
  return (address) => {
    const bytes = addressBytes(address);
    if (bytes?.length !== wanted.length) return false;
    for (let bit = 0; bit < bits; bit += 8) {
      const mask = bits - bit >= 8 ? 0xff : (0xff << (8 - (bits - bit))) & 0xff;
      if (((bytes[bit / 8] ?? 0) ^ (wanted[bit / 8] ?? 0)) & mask) return false;
    }
    return true;
  };
}
