import { run } from "./run.ts";

// npm run fuzz: a million random cuts, of which the tests of each change take a few.
await run(process.execPath, ["--test", "test/core/stepsFuzz.test.ts"], {
  env: { ...process.env, STEP_CUTS: "1000000" },
});
