/** Writes bytes as base64 (RFC 4648, section 4). */
export function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let i = 0; i < bytes.length; i += SLICE) {
    binary += String.fromCharCode(...bytes.subarray(i, i + SLICE));
  }
  return btoa(binary);
}

/** Reads base64 as {@linkcode toBase64} writes it; undefined for any other text, as for missing padding. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const digits = text.length - padding;
  if (text.length % 4 !== 0 || NO_DIGIT.test(text.slice(0, digits))) {
    return undefined;
  }
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  const last = bytes.subarray(bytes.length - bytes.length % 3);
  // Spare bits in the last digit must be zero: one text for one value.
  const isCanonical = padding === 0 || text.endsWith(toBase64(last));
  return isCanonical ? bytes : undefined;
}

/** Fewer than the arguments that a call may have; a multiple of three is not needed, for it is joined first. */
const SLICE = 8192;
const NO_DIGIT = /[^A-Za-z0-9+/]/;
