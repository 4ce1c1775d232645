/** Follows Markdown text and tells whether its end stands inside code, where a tag is only text. */
interface CodeState {
  add(text: string): void;
  inFence(): boolean;
  inSpan(): boolean;
  /** True at the start of a line. */
  atLineStart(): boolean;
}

// No fence is told by more; whole lines of a long answer must not be read again for every tag.
const keptOfLine = 200;

const fenceMark = /^ {0,3}(`{3,}|~{3,})/;

/** The work is in proportion to the text, however it is cut and however often it is asked. */
export function createCodeState(): CodeState {
  let fence = "";
  /** How the line begins. */
  let line = "";
  let isBlank = true;
  let runs = 0;
  /** Length of the run of backticks at the end of the text, which may go on. */
  let ticks = 0;
  /** Length of the run that opened the code span at the end of the text, 0 outside. */
  let span = 0;

  const spanAfterRun = () => {
    if (ticks === 0) return span;
    if (span === 0) return ticks;
    return span === ticks ? 0 : span;
  };

  const endRun = () => {
    if (ticks > 0) runs++;
    span = spanAfterRun();
    ticks = 0;
  };

  const addToLine = (text: string) => {
    if (text === "") return;
    if (line.length < keptOfLine) line += text.slice(0, keptOfLine);
    isBlank &&= text.trim() === "";
    let at = 0;
    for (const { 0: run, index } of text.matchAll(/`+/g)) {
      if (index > at) endRun();
      ticks += run.length;
      at = index + run.length;
    }
    if (at < text.length) endRun();
  };

  /** The fence that the line opens; a line of code in backticks is none. */
  const opener = () => {
    const mark = fenceMark.exec(line)?.[1] ?? "";
    return mark.startsWith("`") && runs + (ticks > 0 ? 1 : 0) > 1 ? "" : mark;
  };

  const endLine = () => {
    const mark = opener();
    if (mark && !fence) fence = mark;
    else if (mark && mark.startsWith(fence) && line.trim() === mark) fence = "";
    line = "";
    isBlank = true;
    runs = ticks = span = 0;
  };

  return {
    add(text) {
      let from = 0;
      for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", from)) {
        addToLine(text.slice(from, at));
        endLine();
        from = at + 1;
      }
      addToLine(text.slice(from));
    },
    inFence: () => fence !== "" || opener() !== "",
    inSpan: () => spanAfterRun() > 0,
    atLineStart: () => isBlank,
  };
}
