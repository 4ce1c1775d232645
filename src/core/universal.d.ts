export {};

declare global {
  // The one platform class the core uses: it is the same in Node, browsers and workers, but no ES library declares it.
  class URL {
    constructor(url: string);
    static canParse(url: string): boolean;
    readonly protocol: string;
    readonly origin: string;
    readonly hostname: string;
  }
}
