/** One example: the features it has, what it should be (0 or 1), how much it counts, what is known beforehand. */
export interface Example {
  features: readonly number[];
  target: number;
  weight: number;
  /** Log-odds that the fit starts from. */
  prior: number;
}

interface Fit {
  /** How many features there are. */
  size: number;
  /** Pulls each weight to 0. */
  ridge: number;
  rounds: number;
}

/**
 * Fits weights of present-or-absent features to examples by accelerated gradient descent (Nesterov 1983),
 * each feature at its own pace. The same examples always give the same weights.
 */
export function fitLogistic(examples: readonly Example[], { size, ridge, rounds }: Fit): Float64Array {
  const weights = new Float64Array(size);
  const before = new Float64Array(size);
  const paces = pacesOf(examples, size, ridge);
  for (let round = 1; round <= rounds; round++) {
    const momentum = (round - 1) / (round + 2);
    for (let at = 0; at < size; at++) {
      const now = weights[at] ?? 0;
      weights[at] = now + momentum * (now - (before[at] ?? 0));
      before[at] = now;
    }
    const slopes = slopesOf(examples, weights);
    for (let at = 0; at < size; at++) {
      const slope = (slopes[at] ?? 0) + ridge * (weights[at] ?? 0);
      weights[at] = (weights[at] ?? 0) - (paces[at] ?? 0) * slope;
    }
  }
  return weights;
}

/** A pace that never overshoots: the curvature of a logistic loss is at most a quarter for each feature beside. */
function pacesOf(examples: readonly Example[], size: number, ridge: number): Float64Array {
  const curvatures = new Float64Array(size).fill(ridge);
  for (const { features, weight } of examples) {
    for (const at of features) curvatures[at] = (curvatures[at] ?? 0) + (weight * features.length) / 4;
  }
  return curvatures.map((curvature) => 1 / curvature);
}

function slopesOf(examples: readonly Example[], weights: Float64Array): Float64Array {
  const slopes = new Float64Array(weights.length);
  for (const { features, target, weight, prior } of examples) {
    let score = prior;
    for (const at of features) score += weights[at] ?? 0;
    const error = weight * (1 / (1 + Math.exp(-score)) - target);
    for (const at of features) slopes[at] = (slopes[at] ?? 0) + error;
  }
  return slopes;
}
