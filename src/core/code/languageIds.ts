/** What writers of Markdown call languages, where VS Code's identifier is another word. */
const names: Readonly<Record<string, string>> = {
  bash: "shellscript",
  "c#": "csharp",
  "c++": "cpp",
  cc: "cpp",
  cmd: "bat",
  console: "shellscript",
  cs: "csharp",
  docker: "dockerfile",
  golang: "go",
  h: "c",
  hpp: "cpp",
  htm: "html",
  js: "javascript",
  jsx: "javascriptreact",
  kt: "kotlin",
  make: "makefile",
  md: "markdown",
  mjs: "javascript",
  objc: "objective-c",
  patch: "diff",
  pl: "perl",
  ps1: "powershell",
  py: "python",
  py3: "python",
  python3: "python",
  rb: "ruby",
  rs: "rust",
  sh: "shellscript",
  shell: "shellscript",
  svg: "xml",
  tex: "latex",
  text: "plaintext",
  ts: "typescript",
  tsx: "typescriptreact",
  txt: "plaintext",
  yml: "yaml",
  zsh: "shellscript",
};

/** VS Code's identifier for the language written on a code block; its own word where no other is known. */
export function languageId(name: string): string {
  const word = name.toLowerCase();
  return Object.hasOwn(names, word) ? (names[word] ?? word) : word;
}
