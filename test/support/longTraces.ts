/** Written for the tests: a thought of 15 steps that doubts, drops an approach, says one thing twice and concludes. */
export const longTrace = `Okay, the user wants to know how many ways there are to lay a path of ten tiles from red and blue ones so that no two red tiles lie side by side. I should read that slowly before I count anything.

First, let me restate the rules. The path has ten places, each place is red or blue, and red may never follow red. Blue tiles are free to stand wherever they like, also in long rows.

Approach 1: count all paths and take away the bad ones. There are 1024 paths in all. A bad path has a red pair somewhere, and there are nine places where such a pair may begin, each with 256 ways for the other tiles.

That would give 9 * 256 = 2304 bad paths, which is more than there are paths at all, because a path with two red pairs is counted twice and one with three pairs three times over.

This approach doesn't work, since the bad paths overlap in too many ways. Let me drop the counting of bad paths and look for something that grows tile by tile instead.

Alternatively, think of the path from its end. If the last tile is blue, the nine tiles before it may be any good path. If the last tile is red, the one before it must be blue and the eight tiles before that may be any good path.

So with f(n) for the number of good paths of n tiles, f(n) = f(n - 1) + f(n - 2). The small ones are easy to write down: f(1) = 2, since one tile may have either colour, and f(2) = 3, since only red and red together is forbidden.

Now let me compute the row up to ten. f(3) = 5, f(4) = 8, f(5) = 13, f(6) = 21, f(7) = 34, f(8) = 55, f(9) = 89 and f(10) = 144. That is a row of Fibonacci numbers, moved by two places.

Let me verify this with three tiles by hand. The good paths are blue blue blue, red blue blue, blue red blue, blue blue red and red blue red. These are five, as the row says, so the rule holds there.

Wait, but is f(2) really 3? The question says side by side, and it might mean that the path is closed to a ring, so that the first and the last tile would lie side by side too. Then red blue red would be forbidden.

Let me read the question once more. It speaks of a path from the gate to the door, so it has two ends and is no ring. The first and the last tile do not touch, and the count for the open path is the one that was asked for.

Next, let me check the number in another way. A good path with k red tiles has 10 - k blue tiles, and the red ones go into the 11 - k gaps between and around them, which gives a binomial for each k from 0 to 5.

The sum is 1 + 10 + 36 + 56 + 35 + 6 = 144. Both ways give the same number, so I trust it now and can turn to how I should say it.

So with f(n) for the number of good paths of n tiles, f(n) = f(n - 1) + f(n - 2). The small ones are easy to write down: f(1) = 2, since one tile may have either colour, and f(2) = 3, since only red and red together is forbidden.

Now, how should I present the answer? I think the rule that grows tile by tile is the easiest to follow, then the row of numbers, and the sum of binomials as a check at the end for those who like to see it twice.

In conclusion, there are 144 ways to lay the path. The answer should say how the rule comes about, give the row up to ten tiles, and mention that the path is open at both ends.`;

const circle = `Wait, maybe the key is stored under the old name. Let me look at the reader again. It asks for the new name first and falls back to the old one, so the value should be found either way. But the user says that it is lost after the restart. `;

/** A thought that ends in the same few sentences over and over, for about so many units. */
export function verbatimLoop(units: number): string {
  const before = longTrace.slice(0, 1200);
  return `${before}\n\n${circle.repeat(Math.ceil(units / circle.length)).slice(0, units)}`;
}
