namespace SynthFarm.Core.Tests.Answers;

/// <summary>
/// Ends of model-written solutions to word problems, in styles written by hand before the checker was run on any of them.
/// Expected verdict @ gold answer @ response; "open" is anything but correct.
/// </summary>
public class HeldOutSolutionTests
{
    [Fact]
    public void Announced_answers_are_found() => AnswerCases.Check(
        """
            correct @ 18 @ Janet sells 16 - 3 - 4 = <<16-3-4=9>>9 eggs.|NL|She makes 9 * 2 = $<<9*2=18>>18.|NL|#### 18
            correct @ 18 @ She makes 9 * 2 = $18 a day.|NL|####18
            correct @ 18 @ 9 * 2 = 18|NL|#### $18
            correct @ 18 @ 9 * 2 = 18|NL|#### 18.
            correct @ 18 @ 9 * 2 = 18|NL|#### 18 dollars
            correct @ 18 @ 9 * 2 = 18|NL|#### $18.00
            correct @ 1800 @ 900 * 2 = 1800|NL|#### 1,800
            correct @ 18 @ 9 * 2 = 18|NL|#### **18**
            correct @ 18 @ 9 * 2 = 18|NL|#### \boxed{18}
            correct @ 18 @ 9 * 2 = 18|NL|### Answer: 18
            open @ 18 @ 9 * 3 = 27|NL|#### 27
            correct @ 5 @ 20 / 4 = 5|NL|The answer is 5
            correct @ 5 @ 20 / 4 = 5|NL|The answer is: 5.
            correct @ 5 @ 20 / 4 = 5|NL|The final answer is 5 apples.
            correct @ 5 @ 20 / 4 = 5|NL|So the answer is **5**.
            correct @ 5 @ 20 / 4 = 5|NL|The answer: 5
            correct @ 5 @ 20 / 4 = 5|NL|Answer: 5 apples each
            correct @ 5 @ 20 / 4 = 5|NL|**Answer:** 5
            correct @ 5 @ 20 / 4 = 5|NL|**Answer: 5 apples**
            correct @ 5 @ 20 / 4 = 5|NL|*Final answer*: 5
            correct @ 5 @ 20 / 4 = 5|NL|FINAL ANSWER: 5
            correct @ 5 @ 20 / 4 = 5|NL|Final Answer = 5
            correct @ 5 @ 20 / 4 = 5|NL|Ans: 5
            correct @ 5 @ 20 / 4 = 5|NL|Ans. 5
            correct @ 5 @ 20 / 4 = 5|NL|A: 5
            correct @ 5 @ 20 / 4 = 5|NL|The correct answer is 5.
            correct @ 5 @ 20 / 4 = 5|NL|My answer is 5.
            correct @ 5 @ 20 / 4 = 5|NL|Our final answer is thus 5.
            correct @ 5 @ 20 / 4 = 5|NL|Final answer is 5 (apples).
            correct @ 5 @ 20 / 4 = 5|NL|Therefore, the answer is $5$.
            correct @ 5 @ 20 / 4 = 5|NL|Therefore, the answer is \(5\).
            correct @ 5 @ 20 / 4 = 5|NL|Hence the answer is $\boxed{5}$ apples.
            correct @ 5 @ 20 / 4 = 5|NL|$$\boxed{5}$$
            correct @ 5 @ 20 / 4 = 5|NL|\[ \boxed{5 \text{ apples}} \]
            correct @ 5 @ 20 / 4 = 5|NL|$\boxed{\$5}$
            correct @ 5 @ 20 / 4 = 5|NL|$\boxed{5.0}$
            correct @ 5 @ 20 / 4 = 5|NL|<answer>5</answer>
            correct @ 5 @ <think>20 / 4 = 5, not 6</think>|NL|<answer> 5 </answer>
            correct @ 5 @ 20 / 4 = 5|NL|Answer|NL|5
            correct @ 5 @ 20 / 4 = 5|NL|## Final Answer|NL||NL|5
            correct @ 5 @ 20 / 4 = 5|NL|**Final Answer**|NL||NL|5 apples
            correct @ 5 @ 20 / 4 = 5|NL|Answer:|NL|5
            correct @ 5 @ 20 / 4 = 5|NL|{"answer": "5"}
            correct @ 5 @ 20 / 4 = 5|NL|```json|NL|{"final_answer": 5}|NL|```
            open @ 5 @ 20 / 4 = 5 but each gets one more|NL|The answer is 6.
            open @ 5 @ 20 / 5 = 4|NL|**Answer: 4**
            open @ 5 @ 20 / 4 = 5; 5 * 10 = 50|NL|Answer: 50
            open @ 50 @ 20 / 4 = 5|NL|The answer is 5.
        """);

    [Fact]
    public void Answers_in_a_closing_sentence_are_found() => AnswerCases.Check(
        """
            correct @ 70000 @ 200000 - 130000 = 70000|NL|So Josh made a profit of $70,000.
            correct @ 70000 @ 200000 - 130000 = 70000|NL|Josh made $70,000 in profit
            correct @ 540 @ 3 * 60 * 3 = 540|NL|Therefore, James runs a total of 540 meters a week.
            correct @ 540 @ 3 * 60 = 180 and 180 * 3 = 540
            correct @ 540 @ He runs 3 * 3 = 9 sprints.|NL|So he runs 9 * 60 = 540 meters.
            correct @ 20 @ 60 - 40 = 20|NL|Wendi needs to give the chickens 20 cups of feed in the final meal of the day.
            correct @ 64 @ 16 * 3 = 48, plus 16|NL|Kylar needs to pay $64 for the 16 glasses.
            correct @ 260 @ 20 + 80 + 160 = 260|NL|Toulouse, Charleston, and Seattle have 260 sheep together.
            correct @ 160 @ 40 + 20 + 100 = 160|NL|It takes Carla 160 minutes to download the file.
            correct @ 45 @ 4 - 3 hours... = 45|NL|He is 45 miles away from home after 4 hours.
            correct @ 460 @ 400 + 60 = 460|NL|Eliza's earnings for this week are $460.
            correct @ 366 @ 60 + 180 + 126 = 366|NL|The program had 366 downloads in total over the three months.
            correct @ 694 @ 68 * 3 + 20 * 12 + ... = 694|NL|The total cost is $694.
            correct @ 13 @ 11 + 2 = 13|NL|It will take 13 years before he starts earning money on the lemon tree.
            correct @ 18 @ 60 / 4 = 15, plus 3|NL|Melanie started with 18 vacuum cleaners.
            correct @ 60 @ 100% - 20% - 20% = 60%|NL|60% of the students enrolled in hip-hop.
            correct @ 60 @ 100 - 40 = 60|NL|So 60 percent of the class.
            correct @ 125 @ 5000 * 0.025 = 125|NL|He would make $125 profit.
            correct @ 230 @ 150 + 80 = 230|NL|The trains are 230 miles apart.
            correct @ 57500 @ 500 * ... = 57,500|NL|Jill's annual salary is $57,500.00.
            correct @ 7 @ 28 / 4 = 7|NL|He can eat 7 of them
            correct @ 6 @ 42 / 7 = 6|NL|Grandma saw 6 people running.
            correct @ 15 @ 10 * 1.5 = 15|NL|Hence, 15 is the number of boxes.
            correct @ 0.25 @ 1/4 = .25|NL|Each gets 0.25 of the cake.
            correct @ 14 @ 2 weeks = 14 days|NL|That makes 14 days in total.
            correct @ 3 @ 2 + 1 = 3|NL|So it takes 3 bolts in total!
            correct @ 104 @ 2 * 52 = 104|NL|=> 104
            correct @ 104 @ 2 * 52 = 104|NL|Total: 104
            correct @ 104 @ 2 * 52 = 104|NL|Total = 104 tickets
            correct @ 104 @ 2 * 52|NL|= 104
            correct @ 104 @ 2 * 52 = 104|NL|Result: **104**
            correct @ 104 @ 2 * 52 = 104|NL|So in total she buys **104** tickets.
            correct @ 104 @ 2 * 52 = 104|NL|She buys $104$ tickets.
            correct @ 104 @ 2 * 52 = 104|NL|Thus, x = 104.
            correct @ 104 @ 2 * 52 = 104|NL|\[ 2 \times 52 = 104 \]
            correct @ 104 @ 2 * 52 = 104|NL|Therefore there are one hundred four (104) tickets.
            correct @ 104 @ 2 * 52 = 104|NL|104
            correct @ 104 @ 2 * 52 = 104|NL|104.
            correct @ 104 @ 2 * 52 = 104|NL|$104
            correct @ 12 @ 4 dozen / 4 = 12 eggs|NL|Each basket holds 12 eggs (one dozen).
            correct @ 9 @ 3 * 3 = 9|NL|Conclusion: Tom has 9 marbles left.
            correct @ 9 @ 3 * 3 = 9|NL|Tom has 9 marbles left.<|endoftext|>
            correct @ 9 @ 3 * 3 = 9|NL|The answer is 9.</s>
            correct @ 9 @ 3 * 3 = 9|NL|I am confident that Tom has 9 marbles left.
            open @ 9 @ 3 * 3 = 9, then 9 - 1 = 8|NL|Tom has 8 marbles left.
            open @ 9 @ 9 - 2 = 7|NL|So 7 marbles are left.
            open @ 104 @ 2 * 52 = 104; 104 * 2 = 208|NL|So she pays $208.
            open @ 70000 @ 80000 + 50000 = 130000|NL|The profit is $130,000.
            open @ 60 @ 100 - 60 = 40|NL|So 40% of the students enrolled in hip-hop.
            open @ 540 @ 3 * 60 = 180|NL|He runs 180 meters.
            open @ 18 @ 16 - 3 = 13|NL|She makes $26 every day at the market.
            correct @ 8 @ 2 * 4 = 8|NL|Tom has 8 pencils, which is 2 more than the 6 he had.
            correct @ 300 @ 100 * 3 = 300|NL|So the plane flies 300 miles in 3 hours.
        """);

    /// <summary>Written after the first set had been run and the checker mended, before this one was run.</summary>
    [Fact]
    public void Second_set_of_endings_is_read() => AnswerCases.Check(
        """
            correct @ 24 @ 6 * 4 = 24|NL|She needs 24 eggs for 6 cakes.
            correct @ 150 @ 200 - 50 = 150|NL|After paying $50, Mark still owes $150.
            correct @ 150 @ 200 - 50 = 150|NL|Mark owes $150 after paying $50.
            correct @ 12 @ 3 * 4 = 12|NL|So all 3 children together have 12 toys.
            correct @ 12 @ 3 * 4 = 12|NL|The 3 children have 12 toys in all, 4 each.
            correct @ 35 @ 70 / 2 = 35|NL|Each of the 2 brothers gets $35.
            correct @ 8 @ 40 / 5 = 8|NL|It will take him 8 days to read 40 pages.
            correct @ 90 @ 1.5 hours * 60 = 90|NL|The movie lasts 90 minutes (1.5 hours).
            correct @ 17 @ 20 - 3 = 17|NL|Ann is 17 years old now, 3 years younger than Bob.
            correct @ 48 @ 12 * 4 = 48|NL|Answer: She bakes 48 cookies in 4 batches.
            correct @ 48 @ 12 * 4 = 48|NL|The answer is 48 cookies in 4 batches.
            correct @ 48 @ 12 * 4 = 48|NL|Hence the final answer is: 48 cookies.
            correct @ 48 @ 12 * 4 = 48|NL|Final: 48
            correct @ 48 @ 12 * 4 = 48|NL|So, the total number of cookies she bakes is 48.
            correct @ 48 @ 12 * 4 = 48|NL|The number of cookies is therefore $\mathbf{48}$.
            correct @ 48 @ 12 * 4 = 48|NL|**48 cookies**
            correct @ 48 @ 12 * 4 = 48|NL|__48__
            correct @ 48 @ 12 * 4 = <<12*4=48>>48 cookies
            correct @ 48 @ 12 * 4 = 48 cookies.|NL||NL|I hope this helps!
            correct @ 48 @ 12 * 4 = 48|NL|#### 48 cookies in 4 batches
            correct @ 0.5 @ 1 / 2 = 0.5|NL|Each person gets half, i.e. 0.5 of the pie.
            correct @ 1200 @ 100 * 12 = 1200|NL|In 12 months he saves $1,200.
            correct @ 1200 @ 100 * 12 = 1200|NL|He saves $1,200 over the 12 months.
            correct @ 30 @ 120 * 0.25 = 30|NL|25% of 120 is 30, so 30 students walk.
            correct @ 20 @ (100 - 80) / 100 = 20%|NL|The price dropped by 20%.
            correct @ 5 @ 2 + 3 = 5|NL|Total number of pets: 2 cats + 3 dogs = 5 pets
            correct @ 5 @ 2 + 3 = 5|NL|2 cats + 3 dogs = 5
            correct @ 65 @ 50 + 15 = 65|NL|Step 3: The total is 65.
            correct @ 65 @ 50 + 15 = 65|NL|3. Therefore, they walked 65 km.
            correct @ 65 @ 50 + 15 = 65|NL|Therefore, they walked 65 km in 2 days.
            open @ 65 @ 50 + 25 = 75|NL|They walked 75 km, 10 more than 65.
            open @ 24 @ 6 * 5 = 30|NL|She needs 30 eggs for 24 cakes.
            open @ 12 @ 3 * 5 = 15|NL|The children have 15 toys.
            open @ 8 @ 45 / 5 = 9|NL|It takes 9 days.
            correct @ 7 @ x + 3 = 10|NL|x = 7|NL|So x is 7 and there are 7 cats.
            correct @ 9 @ Let x be the number. 2x = 18, so x = 9.
            correct @ 9 @ Tom is x years old and 2x + 1 = 19, which gives x = 9. Tom is 9.
            correct @ 100 @ 25 * 4 = 100|NL|So he has 100 cents, or $1.
            correct @ 3 @ 10 - 7 = 3|NL|There are 3 left out of the 10.
            correct @ 3 @ 10 - 7 = 3|NL|Out of the 10 birds, 3 are left.
        """);
}
