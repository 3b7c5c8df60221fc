/**
 * No control characters other than line breaks and tabs, no halves of surrogate pairs (no store takes them), and nothing that hides or turns
 * text (zero-width and bidirectional controls, separators of lines): two names that look the same must be the same.
 */
export const printable = /^(?:[\n\t]|[^\p{Cc}\p{Cs}\p{Cf}\p{Zl}\p{Zp}])*$/u;

/** Fillers are letters by their class, and the empty Braille pattern is a symbol; nobody sees them. */
const visible = /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u;

/** Whether anything of the text can be seen. Empty text is a fault of length, not of this. */
export function isVisible(text: unknown): boolean {
  return text === '' || (typeof text === 'string' && visible.test(text));
}
