/** The last part of a path whose parts a `/` divides. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
