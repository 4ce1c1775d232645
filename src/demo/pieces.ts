/** A word with the space before it, Han characters, digits, line breaks, indentation, a run of one sign, or anything. */
const piece =
  / ?[[\p{L}\p{M}]--\p{Script=Han}]{1,8}|\p{Script=Han}{1,2}|\p{Nd}{1,3}|\n+| +(?= )|(?<sign>[\-=*#`.])\k<sign>{1,7}| ?[^]/gv;

/**
 * Cuts a text into pieces about as long as a model's tokens. Joined they are the text again, and no piece
 * ends inside a surrogate pair.
 */
export function pieces(text: string): string[] {
  return text.match(piece) ?? [];
}
