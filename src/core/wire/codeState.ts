/** Follows Markdown text and tells whether its end stands inside code, where a tag is only text. */
export interface CodeState {
  add(text: string): void;
  inFence(): boolean;
  inSpan(): boolean;
  /** True at the start of a line. */
  atLineStart(): boolean;
}

export function createCodeState(): CodeState {
  let fence = "";
  let line = "";

  const endLine = () => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark && !fence) fence = mark;
    else if (mark && mark.startsWith(fence) && line.trim() === mark) fence = "";
    line = "";
  };

  return {
    add(text) {
      let from = 0;
      for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", from)) {
        line += text.slice(from, at);
        endLine();
        from = at + 1;
      }
      line += text.slice(from);
    },
    inFence: () => fence !== "" || /^ {0,3}(`{3,}|~{3,})/.test(line),
    inSpan: () => (line.match(/`+/g)?.length ?? 0) % 2 === 1,
    atLineStart: () => line.trim() === "",
  };
}
