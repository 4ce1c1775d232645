/** A short trace that is hard to cut and the first words of each step that a person would make of it. */
export interface HardCase {
  name: string;
  text: string;
  heads: readonly string[];
}

export const hardCases: readonly HardCase[] = [
  {
    name: "a draft of code without fences stays whole, blank lines or not",
    heads: ["Okay, the user", "So, in code:", "Now let me"],
    text: `Okay, the user wants a function that counts how often each word stands in a text. It should not care about upper and lower case, and marks at the end of a word do not belong to it. A dictionary is the obvious thing to return, and the words can be split at blanks since nothing was said about other languages.

So, in code:

def count_words(text):

    counts = {}

    for word in text.lower().split():

        word = word.strip(".,!?")

        counts[word] = counts.get(word, 0) + 1

    return counts

Now let me check this with a short text. For "A cat, a dog" the words are a, cat, a and dog, so the result is a twice and the others once. That is what was asked for, and an empty text gives an empty dictionary.`,
  },
  {
    name: "each walk through a test input of its own is a step, the lines of a walk are none",
    heads: ["The function goes", "Test case 1:", "Test case 2:"],
    text: `The function goes over the list once and keeps the largest gap it has seen so far. I want to walk through it by hand before I answer, with one input that is sorted and one that is not, since the loop looks at neighbours only and I am not sure that it finds the right pair in each of them.

Test case 1: the list is [1, 4, 9].

The first pair is 1 and 4, which gives a gap of 3, and that is kept because nothing was seen before.

The second pair is 4 and 9, which gives a gap of 5, and that is larger than 3, so it is kept instead.

After the loop the result is 5, which is the gap that one finds by looking at the list.

Test case 2: the list is [7, 2, 3].

The first pair is 7 and 2, which gives minus 5 when the order is kept, and the function compares it with zero.

The second pair is 2 and 3, which gives 1, and that is larger than zero, so it is kept.

After the loop the result is 1, though the reader would expect 5 here, so the list has to be sorted first.`,
  },
  {
    name: "what is counted off is a step each, capitals or not",
    heads: ["there are three", "second, x is", "third, x is"],
    text: `there are three ways in which the two remainders can go together, so each of them gives one number below a hundred, and i want all of them before i add anything up.

let's solve them one by one.

first, x is a multiple of four and of twenty-five.

the two have no common factor, so x is a multiple of a hundred.

below a hundred that leaves only zero, which counts as a number here because the range begins with it.

second, x is a multiple of four and one more than a multiple of twenty-five.

so x is 25k + 1, and 25k leaves k when it is divided by four, so k + 1 must be a multiple of four.

the least such k is three, which gives x = 76, and the next one is beyond the range.

third, x is a multiple of twenty-five and one more than a multiple of four.

so x is 25k, which leaves k when it is divided by four, and that has to be one.

with k = 1 the number is 25, and the next one, 125, is too large again.`,
  },
  {
    name: "the short items of a plan are one step, names in bold or not",
    heads: ["The reader wants", "1. **Split the"],
    text: `The reader wants a function that turns a list of times into a table with one row a day, and the times may come in any order and with any zone. I should say first how it goes, so that the code after it is easy to follow for someone who has not seen dates before.

1. **Split the text:** take each line apart at its comma.
2. **Read the time:** turn the first part into a date in one zone.
3. **Group by day:** keep a map from the day to its rows.
4. **Sort the rows:** put each day's rows in the order of their times.
5. **Write the table:** give back one line a day.`,
  },
  {
    name: "a row of tiny alternatives opens no steps, the choice among them does",
    heads: ["I need a", "Now, of these"],
    text: `I need a name for the function that reads the settings from a file and fills in what is missing there. It should say what comes back, and it should not be longer than the names beside it.

Alternatively, the word load could stand first.

Or maybe readSettings.

Perhaps just settings.

Or settingsFrom, with the path behind it.

Now, of these the last one reads best where it is called, since the path comes right after it and the sentence is complete. It does not say that defaults are filled in, but neither do the other names, and the comment above the function says so.`,
  },
  {
    name: "a derivation of one-line paragraphs is a step",
    heads: ["We need the", "Let me check"],
    text: `We need the sum of all odd numbers below 2n.

The k-th odd number is 2k - 1.

So the sum is 2(1 + 2 + ... + n) - n.

The inner sum is n(n + 1)/2.

So we get n(n + 1) - n.

n(n + 1) - n = n^2

Thus the sum is n^2.

Let me check this with small numbers, because an error of one would not show in the algebra. For n = 3 the odd numbers below 6 are 1, 3 and 5.

1 + 3 + 5 = 9

And 3^2 is 9.

So it holds.`,
  },
  {
    name: "summaries with bold headings are cut at each of them",
    heads: ["**Reading the log**", "**Finding the cause**", "**Choosing a fix**"],
    text: `**Reading the log**

I'm going through the log from the first error on. The connection is closed by the server after thirty seconds, and the client only notices when it writes again.

**Finding the cause**

I've compared the two timeouts. The pool keeps a connection for a minute, the server for half of that, so every connection in the second half of its life is dead.

**Choosing a fix**

I'm leaning towards a shorter timeout in the pool. A retry would hide the error, and a ping before each use costs a round trip.`,
  },
  {
    name: "a numbered draft is cut at its headings, not at its points",
    heads: ["1. **Analyze the", "2. **Collect what", "3. **Draft the"],
    text: `1.  **Analyze the request:**
    *   The user wants a short text about bees for a school paper.
    *   It should be easy to read and not longer than a page.

2.  **Collect what is known:**
    *   Bees live in colonies with one queen and many workers.
    *   They dance to tell each other where flowers are.

3.  **Draft the text:**
    *   Begin with a question that children may have asked.
    *   End with what a reader can do for bees in a garden.`,
  },
  {
    name: "a thought without a wait is cut at what it turns to next",
    heads: ["We need to", "Now consider the", "Thus the final"],
    text: `We need to produce a query that gives the last order of each customer. The table has an id, a customer and a date. We must handle customers with two orders on one day, as the prompt mentions ties.

Now consider the ways to do it. A window function numbers the orders of each customer from the latest on, and the outer query keeps number one. With the id as second key a tie is settled the same way each time. A join with the maximum would return both orders of a tie, so it does not fit.

Thus the final query uses the window function with date and id. We will explain the tie in one sentence. We also mention that an index on customer and date makes it fast, since the database can then read the orders in the right order and need not sort them.`,
  },
  {
    name: "all lower case is read like any other text",
    heads: ["okay so i", "first let me", "but wait, what"],
    text: `okay so i have to find out why the page is blank after the update. the user says it worked before and that nothing else was changed.

first let me look at what the update did. it moved the script into a module, and a module is loaded later than a plain script. so the code that called it from the page runs too early now and finds nothing there.

but wait, what about the second page, which did not break? it has the same script but waits for the load event before it calls anything. that fits with the idea that only the order has changed, and it shows what the fix is.`,
  },
  {
    name: "a final answer is a step, however short",
    heads: ["The sum of", "Let me check", "Thus the answer"],
    text: `The sum of the three numbers is 12, and the second is twice the first. The third is three more than the first. So with x for the first number the others are 2x and x + 3, and together they make 4x + 3 = 12, which gives 4x = 9 and x = 2.25.

Let me check this by putting the numbers back in. The second is then 4.5 and the third is 5.25. Adding 2.25 and 4.5 gives 6.75, and with 5.25 on top of that the sum is 12, as it was said to be. The second is twice the first, too, and the third is three more.

Thus the answer is 2.25.`,
  },
  {
    name: "Chinese is cut where the thought turns, not at each therefore",
    heads: ["好的，用户想知道为什", "首先，看一下循环的条", "不过，还需要考虑列表", "综上，最好的办法是直"],
    text: `好的，用户想知道为什么函数返回的总和少了最后一个数。代码很短，只有一个循环和一个返回语句，看起来没有语法错误。用户还附上了一个例子，三个数的总和应该是六，但是函数返回的却是三，所以用户怀疑是加法写错了，或者是列表本身的长度有问题。

首先，看一下循环的条件。下标从零开始，到长度减一为止，但是条件里用的是小于号，所以最后一个下标永远不会被访问。

不过，还需要考虑列表为空的情况。这时长度是零，循环一次也不会执行，返回值是零，这是合理的结果，不需要另外处理。

因此，循环之前不用再加判断。

综上，最好的办法是直接遍历列表里的每个数，不用下标。这样既不会漏掉最后一个数，代码也更短，用户更容易看懂。`,
  },
];
