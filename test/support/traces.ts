/** Short traces written for the tests, one for each way of writing a thought. */
export const traces: Readonly<Record<string, string>> = {
  prose: `Okay, so I need to find out why the sum of this list is wrong. The user says the last number is missing.

First, let me look at the loop. It starts at zero and runs while the index is less than the length minus one. That means the last number is never added, which would explain what the user sees.

But wait, what if the list is empty? Then the length is zero, the bound is minus one and the loop does not run at all. The sum stays zero. So an empty list is fine.

Alternatively, I could use a for-of loop here. That way there is no index that can be wrong, and the code gets shorter too. I think that is the better fix.

So the answer is to loop over all numbers with for-of.`,

  fencedCode: `Let me write the function again, with the bound put right.

\`\`\`python
def total(numbers):

    result = 0

    for number in numbers:
        result += number

    return result
\`\`\`

Now, let me test this with a short list. For [1, 2, 3] the result goes from 0 to 1 to 3 to 6, so it returns 6. That is what it should be.`,

  bareCode: `So the code would look like this:

function total(numbers) {

  let result = 0;

  for (const number of numbers) {

    result += number;

  }

  return result;

}

Wait, but what about numbers that are strings? The plus would then join them. Let me check what the caller passes in before I say that this is safe. In the file above it reads them with parseInt, so they are numbers.`,

  maths: `We need the sum of the first n odd numbers.

The k-th odd number is 2k - 1, so

\\[
S = \\sum_{k=1}^{n} (2k - 1)
\\]

S = 2 * n(n+1)/2 - n

S = n^2 + n - n

S = n^2

So the sum is n squared.

Let me verify this with small numbers. For n = 3 we have 1 + 3 + 5 = 9, which is 3 squared. For n = 4 it is 16. Good.

**Final Answer**
\\boxed{n^2}`,

  chinese: `好的，用户想知道为什么列表的总和不对。我需要先看一下循环的写法，再判断问题出在哪里。

首先，循环从零开始，到长度减一为止。这样最后一个数字不会被加进去，所以总和总是少了一个数。

不过，如果列表是空的呢？这时长度是零，循环不会执行，总和是零，这是对的。

另外，也可以考虑换一种写法，不用下标，直接遍历每个数字，这样更不容易出错。

综上，最好的办法是直接遍历列表。`,

  wall: `Okay so the user wants a name for the function and I should look at what it does first. It takes a list of orders and a date and gives back those that are late, sorted by how late they are. The sorting is a detail and the date is an argument, so the name should speak of late orders. Let me think about the verb now. The other functions in this file begin with find, list and count, and this one gives back a list. So listLateOrders would fit in with them. But wait, does it change the orders as well? There is a line that sets a flag on each of them, so it does more than list. Then the name would hide something from whoever reads the call. I should say so in the answer and suggest to take the flag out of it.`,

  headings: `**Reading the request**

The user wants to know what the regular expression matches. I should go through it part by part.

**Going through the parts**

The first part is an anchor. The second matches digits, one or more of them, and the third an optional sign.

## Checking an example

For "12-" it matches, for "-12" it does not, since the sign must come last.`,

  summaries: `**Looking at the loop**

The loop runs while the index is below the length minus one. I should say that the last number is left out, and show the line that does it.**Planning the fix**

A for-of loop has no bound that can be wrong. I'll suggest that and mention that an empty list still gives zero.`,

  lists: `Let me outline the steps:

1. Read the file.
2. Split it into lines.

3. Count the words of each line.

- skip the empty ones
- trim the others

Case 1: the file is empty. Then there are no lines and the count is zero, which needs no special care in the loop at all.

Case 2: the file ends without a newline. Then the last line is still a line and has to be counted like all the others.

Case 3: the file has Windows line ends. Then each line keeps a carriage return, which trimming takes away again.`,

  windowsLines: `Okay, so the file has Windows line ends.\r\n\r\nFirst, I should see what the split does with them. It splits at the newline only, so each line keeps its carriage return.\r\n\r\nBut wait, the trim after it takes that away. So nothing is wrong there, and I can leave it as it is.\r\n`,

  emoji: `Hmm, the user asks how long "👍🏽" is. 🤔

In JavaScript the length counts UTF-16 units. The thumb is two units and the tone is two more, so the length is 4 and not 1. 👩‍👩‍👧 has even more of them.

Now, how to count what a person sees? Intl.Segmenter does that 🙂. It gives one segment for each.`,

  lowerCase: `let's tackle this step by step. we have to find the number of pairs with an even sum.

first, i need to think about when a sum is even. that is so when both are even or both are odd.

so the count is the number of pairs of even numbers
plus the number of pairs of odd numbers.

wait, but what about pairs of a number with itself? the task says two different ones, so they do not count.`,
};
