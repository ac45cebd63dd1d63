/**
 * Characters that nobody sees, or that make a text look other than it is.
 *
 * @module
 */

/** Lists the places of such characters in a text. */
export function unseenIn(text: string): readonly number[] {
  return [...text.matchAll(UNSEEN)].map(({ index }) => index);
}

/**
 * Marks that reorder text (CVE-2021-42574); letters that are blank, such as U+3164, and whatever else is not drawn; ends of lines
 * that editors do not show. What makes a sign colourful may stand behind a sign, not in a name.
 */
const UNSEEN =
  /(?!\ufe0f)\p{Default_Ignorable_Code_Point}|(?<=[\p{ID_Continue}$])\ufe0f|[\p{Bidi_Control}\p{Zl}\p{Zp}\ufeff\u2800]|(?![\t\n\r])\p{Cc}/gu;
