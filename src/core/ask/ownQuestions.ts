const kept = 20;

/** The reader's own questions, newest first, each once, with this one as the newest. */
export function withQuestion(earlier: readonly string[], question: string): string[] {
  return [question, ...earlier.filter((each) => each !== question)].slice(0, kept);
}

/** What to choose from while this much is typed: a new question of what is typed first, then the earlier ones. */
export function questionsToPick(earlier: readonly string[], typed: string): string[] {
  const own = typed.trim();
  return own === "" || earlier.includes(own) ? [...earlier] : [own, ...earlier];
}
