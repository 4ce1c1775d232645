/** What the suite inside VS Code tells the world outside; its process has no other way to speak. */
export interface SuiteResult {
  passed: number;
  failed: number;
}

/** The environment variable with the file that receives the result as JSON. */
export const resultFileVariable = "COT_SUITE_RESULT";

/** Begins each line of the suite, among all that VS Code prints. */
export const suiteMark = "suite | ";
