const closing: Readonly<Record<string, string>> = { "{": "}", "[": "]" };

/** Makes JSON of the beginning of a JSON text: what stands before its last comma, with all brackets closed. */
export function closeJson(cut: string): string {
  const open: string[] = [];
  let end = 0;
  let closers = "";
  let isText = false;
  for (let at = 0; at < cut.length; at++) {
    const sign = cut[at] ?? "";
    if (isText && sign === "\\") at++;
    else if (sign === '"') isText = !isText;
    else if (isText) continue;
    else if (closing[sign]) open.push(closing[sign]);
    else if (sign === "}" || sign === "]") open.pop();
    else if (sign === ",") [end, closers] = [at, open.toReversed().join("")];
  }
  return cut.slice(0, end) + closers;
}
