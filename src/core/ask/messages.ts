import type { CodeContext, Diagnostic } from "./codeContext.ts";
import type { CodeIntent, Intent } from "./intent.ts";

/** A message as it goes out; the fields after `content` are understood by some providers only. */
export interface ChatMessage {
  role: "system" | "user" | "assistant";
  content: string;
  reasoning_content?: string;
  /** The model goes on writing this message (DeepSeek, Mistral). */
  prefix?: true;
  /** The same at Kimi. */
  partial?: true;
}

type StandardIntent = Exclude<CodeIntent, "ask">;

/** What each intent asks; "ask" takes the reader's own question instead. */
const intentSentences: Record<StandardIntent, string> = {
  explain: "Explain what this code does and why.",
  findBugs: "Find the bugs in this code.",
  improve: "Improve this code.",
  writeTests: "Write tests for this code.",
};

const intentDetails: Record<StandardIntent, string> = {
  explain: "Say what it is for, how it works, and what a reader would not see at first.",
  findBugs:
    "For each: the line, an input that shows it, and the smallest fix. Say so plainly when there is none.",
  improve:
    "Keep what it does. Say what gets better (correctness, speed, clarity), then give the whole new code.",
  writeTests:
    "Use the test framework that the project seems to use. Cover the edges, not only the usual case.",
};

const system =
  "You are a careful senior engineer. Answer in Markdown, short and concrete. " +
  "Refer to code by its line numbers.";

/** The words that open a request, without the code; a case against is written out as its question. */
export function questionOf(intent: Intent, question: string): string {
  return intent === "ask" || intent === "caseAgainst"
    ? question
    : `${intentSentences[intent]} ${intentDetails[intent]}`;
}

/** The question with the code it is about: the user message, which the viewer shows as what was sent. */
export function userMessage(question: string, context?: CodeContext): string {
  return context ? `${question}\n\n${describe(context)}` : question;
}

/** The messages of one request; `language` is the editor's display language (BCP 47). */
export function buildMessages(sent: string, language: string): ChatMessage[] {
  const answerIn = `Answer in the language of the question; where it is a standard one, in the reader's (${language}).`;
  return [
    { role: "system", content: `${system} ${answerIn}` },
    { role: "user", content: sent },
  ];
}

const scopes: Record<CodeContext["scope"], string> = {
  selection: "the selected code",
  symbol: "the code around the cursor",
  visible: "the visible part of the file",
};

function describe(context: CodeContext): string {
  const { path, languageId, startLine, endLine, scope } = context;
  const around = [
    section("Lines before it, for context only:", context.before, languageId),
    section("Lines after it, for context only:", context.after, languageId),
    diagnosticsSection(context.diagnostics),
  ].filter((part) => part !== "");
  const heading = `File ${path}, lines ${startLine}–${endLine} (${scopes[scope]}):`;
  return [`${heading}\n${fence(context.text, languageId)}`, ...around].join("\n\n");
}

function section(heading: string, text: string, languageId: string): string {
  return text.trim() ? `${heading}\n${fence(text, languageId)}` : "";
}

/** A fence longer than any run of backticks inside, so that the code cannot end it. */
export function fence(text: string, languageId: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const ticks = "`".repeat(longest + 1);
  return `${ticks}${languageId}\n${text.replace(/\n$/, "")}\n${ticks}`;
}

function diagnosticsSection(diagnostics: Diagnostic[]): string {
  if (diagnostics.length === 0) return "";
  const rows = diagnostics.map(({ line, severity, message }) => `- line ${line}, ${severity}: ${message}`);
  return `The editor reports:\n${rows.join("\n")}`;
}
