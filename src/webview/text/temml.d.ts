/** The part of the package that is used; its own types cannot be found by way of its `exports`. */
declare module "temml" {
  interface Options {
    displayMode: boolean;
    throwOnError: boolean;
    /** No length is longer, in em; the second is for fractions of a line. */
    maxSize: [number, number];
    /** Of macros, before it gives up. */
    maxExpand: number;
  }
  const temml: { renderToString(tex: string, options: Options): string };
  export default temml;
}
