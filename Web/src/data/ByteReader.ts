/** The bytes were not what the page expects: it was cut, or made by another version. */
export class DataError extends Error {}

/** Reads numbers and texts from bytes, front to back. */
export class ByteReader {
  private position = 0;
  private readonly decoder = new TextDecoder();

  constructor(private readonly bytes: Uint8Array) {}

  get remaining(): number {
    return this.bytes.length - this.position;
  }

  /** A little-endian 32-bit integer. */
  uint32(): number {
    const at = this.advance(4);
    return new DataView(this.bytes.buffer, this.bytes.byteOffset + at, 4).getUint32(0, true);
  }

  /** A LEB128 integer below 2^53: multiplied, because `<<` works on 32 bits. */
  varint(): number {
    const bytes = this.bytes;
    let byte = bytes[this.position++];
    if (byte === undefined) throw new DataError("the data ends early");
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    let scale = 0x80;
    do {
      byte = bytes[this.position++];
      if (byte === undefined) throw new DataError("the data ends early");
      value += (byte & 0x7f) * scale;
      scale *= 0x80;
    } while (byte >= 0x80);
    return value;
  }

  take(count: number): Uint8Array {
    const at = this.advance(count);
    return this.bytes.subarray(at, at + count);
  }

  text(count: number): string {
    return this.decoder.decode(this.take(count));
  }

  private advance(count: number): number {
    if (!(count <= this.remaining)) throw new DataError("the data ends early");
    const at = this.position;
    this.position += count;
    return at;
  }
}
