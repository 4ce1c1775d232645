import { FilePermission, workspace, type Uri } from "vscode";

/** True for documents that are in no file: they are gone when nobody has them open. */
export function isOnlyOpen({ scheme }: Uri): boolean {
  return scheme === "untitled" || scheme === "vscode-notebook-cell";
}

/** True when a document cannot be changed. VS Code takes an edit of such a one and does nothing, so it is asked first. */
export async function isReadOnly(uri: Uri): Promise<boolean> {
  if (isOnlyOpen(uri)) return false;
  if (workspace.fs.isWritableFileSystem(uri.scheme) !== true) return true;
  try {
    const { permissions = 0 } = await workspace.fs.stat(uri);
    return (permissions & FilePermission.Readonly) !== 0;
  } catch {
    // A file that is not there can be written.
    return false;
  }
}
