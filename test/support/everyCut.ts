/** Every way of cutting a text in two, then the text one UTF-16 unit at a time. */
export function* everyCut(text: string): Generator<string[]> {
  for (let at = 0; at <= text.length; at++) yield [text.slice(0, at), text.slice(at)];
  yield text.split("");
}
