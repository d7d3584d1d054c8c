namespace SynthFarm.Core.Tests.Answers;

/// <summary>
/// Pairs by kind: expected verdict @ gold answer @ answer @ statement. "open" is wrong or unknown: not correct, and which of the two is left open.
/// </summary>
public class ResponseCaseTests
{
    [Fact]
    public void Words_are_compared() => AnswerCases.Check(
        """
            correct @ Paris @ paris
            correct @ \text{Paris} @ Paris
            wrong @ Paris @ London
            correct @ yes @ Yes
            correct @ \text{east} @ east
            correct @ no solution @ \text{No solution}
            open @ 5 @ hello
            correct @ Tuesday @ on Tuesday
        """);

    [Fact]
    public void Choices_are_compared() => AnswerCases.Check(
        """
            correct @ B @ (B)
            correct @ (B) @ B
            correct @ \text{(B)} @ \textbf{(B)}
            wrong @ B @ C
            correct @ B @ (B) 7
            correct @ B @ 7 @ What is 3+4? (A) 6 (B) 7 (C) 8
            wrong @ B @ 8 @ What is 3+4? (A) 6 (B) 7 (C) 8
            correct @ 7 @ B @ What is 3+4? (A) 6 (B) 7 (C) 8
            wrong @ 7 @ C @ What is 3+4? (A) 6 (B) 7 (C) 8
            correct @ B @ B. 7
            correct @ E @ $\text{E}$
            correct @ B @ The answer is (B).
            correct @ B @ \frac12 @ Pick:|NL|A) 1/3|NL|B) 1/2|NL|C) 1/4
            correct @ B @ $\frac{1}{2}$ @ Pick: $\textbf{(A)}\ \frac13 \qquad \textbf{(B)}\ \frac12 \qquad\textbf{(C)}\ 2$
        """);

    [Fact]
    public void Responses_are_compared() => AnswerCases.Check(
        """
            correct @ 12 @ So the total is 12.
            correct @ 12 @ The answer is 12. I hope it is correct.
            correct @ 12 @ Answer: 12
            correct @ 12 @ **Answer:** 12
            correct @ 12 @ **Final Answer:** $\boxed{12}$ apples
            correct @ 5 @ The final answer is: $5$
            correct @ 5 @ ```json {"answer": 5}```
            correct @ (0,1) @ Therefore the interval is $(0,1)$.
            correct @ x>5 @ Therefore $x > 5$ is the solution.
            correct @ 14 @ The value is 14 since $a = 14$ and $b$ is small
            correct @ 7.78 @ The answer is 7.78.
            correct @ 28\% @ The answer is 28 percent.
            correct @ 18 @ So she has 18 left over. #### 18
            correct @ 10 @ The answer is correct: 10
            correct @ 1/2 @ so the probability is 1/2
            correct @ 3 @ Thus there are $3$ such values of $x$.
            correct @ 4 @ \boxed 4
            correct @ 4 @ \fbox{4}
            correct @ 6 @ We get $x = 2 \cdot 3 = 6$.
            correct @ x=1, x=2 @ The solutions are $x=1$ and $x=2$.
            correct @ 1 @ Hence the answer is $\frac{2}{2}$
            correct @ Paris @ The answer is Paris.
            correct @ Paris @ The capital is \boxed{\text{Paris}}.
            correct @ 6 @ Final answer: 6 dollars
            correct @ 6 @ The total cost is $6.
            correct @ 65,000 @ The answer is 65,000 dollars per year.
            correct @ 120 @ The area is \[ \boxed{120} \text{ square units} \]
        """);

    [Fact]
    public void Other_notations_are_compared() => AnswerCases.Check(
        """
            correct @ $0.5\pi$ @ $\frac{\pi}{2}$
            correct @ $(37,3,3)$ @ The answer is \boxed{(x,y,n)=(37,3,3)}.
            correct @ $2.5\times 10^{-2}$ @ $0.025$
            correct @ $-\infty < x < 5$ @ $x<5$
            correct @ $a=1, b=2$ @ $b = 2, a = 1$
            wrong @ $a=1, b=2$ @ $b = 1, a = 2$
            correct @ $1$ and $2$ @ $1, 2$
            correct @ The roots are $1$, $2$. @ $x=1$ or $x=2$
            correct @ \text{Evelyn} @ \boxed{\text{Evelyn}}
            wrong @ \text{Evelyn} @ \boxed{\text{Carla}}
            correct @ 7:30 @ 7:30
            wrong @ 7:30 @ 8:30
            correct @ 2:30\text{ PM} @ 2:30 PM
            correct @ 10\,\text{cm} @ 10 cm
            correct @ 10\,\mathrm{cm}^2 @ 10
            correct @ 10 @ 10\ \mathrm{cm}^2
            correct @ 3\pm2\sqrt{5} @ 3+2\sqrt5, 3-2\sqrt5
            correct @ \frac{\sqrt3}{2}i @ \frac{i\sqrt3}{2}
            correct @ \frac{n(n+1)}{2} @ S_n=\frac{n^2+n}{2}
            correct @ (x+1)(x-1) @ x^2-1
            correct @ (x-2)(x+3) @ (x+3)(x-2)
            correct @ \left\{ x \mid x>1 \right\} @ x>1
            correct @ \frac{\pi}{6} @ \sin^{-1}(1/2)
            correct @ 10^{-3} @ 0.001
            correct @ 1 000 000 @ 1000000
            correct @ 1000000 @ 1 000 000
            correct @ \frac{1}{2}, \frac{1}{3} @ \frac13,\frac12
            correct @ \tan x @ \frac{\sin x}{\cos x}
            correct @ x^{1/2} @ \sqrt{x}
            correct @ \sqrt{x}\sqrt{y} @ \sqrt{xy}
            correct @ \frac{1}{x}+\frac{1}{y} @ \frac{x+y}{xy}
            correct @ \log_{10} 100 @ 2
            correct @ \frac{\log 8}{\log 2} @ 3
            correct @ \lfloor 3.7 \rfloor @ 3
            correct @ \lceil 3.2\rceil @ 4
            correct @ |{-5}| @ 5
            correct @ |-5| @ 5
            correct @ \left|\frac{-3}{4}\right| @ 0.75
            correct @ 2^{-1} @ 0.5
            correct @ \frac{2}{3}\pi r^3 @ \frac{2\pi r^3}{3}
            correct @ A = \pi r^2 @ \pi r^2
            correct @ \overline{AB} @ AB
            correct @ \angle ABC = 60^\circ @ 60
            correct @ 60^\circ @ \angle ABC = 60^\circ
            correct @ 60 @ 60^{\circ}
            correct @ \$1,234.56 @ 1234.56
            correct @ 1{,}234.56 @ 1,234.56
            correct @ -3 @ - 3
            correct @ +3 @ 3
            correct @ \infty @ +\infty
            correct @ -\infty @ - \infty
            wrong @ \infty @ -\infty
            correct @ x \to \infty @ x \to \infty
            correct @ \frac{1}{2}x + 3 = y @ y = 0.5x + 3
            correct @ y = mx + b @ mx+b = y
            correct @ x^2 + y^2 - 4 = 0 @ x^2+y^2=4
            correct @ 2x^2+2y^2=8 @ x^2+y^2=4
            wrong @ x^2+y^2=4 @ x^2+y^2=8
            correct @ \begin{bmatrix} 1 & 2 \end{bmatrix} @ \begin{pmatrix} 1 & 2 \end{pmatrix}
            correct @ \begin{pmatrix} x \\ y \end{pmatrix} @ \begin{pmatrix} x \\y \end{pmatrix}
            correct @ \begin{pmatrix}-1/2\\0\end{pmatrix} @ \begin{pmatrix}-\frac{1}{2}\\0\end{pmatrix}
            correct @ \frac{3}{4} @ \frac{3}{4} \text{ of a pizza}
            correct @ 5 @ x \approx 5
            correct @ \sqrt{2} \approx 1.414 @ \sqrt2
            correct @ \frac{70}{9}\approx7.78 @ 7.78
            correct @ 7.78 @ \frac{70}{9}
            correct @ 33.33\% @ \frac{100}{3}\%
            correct @ \frac{1}{3} @ 33.33\%
            correct @ (0\%,10\%) @ (0,10)
            correct @ -1 \leq x < 4 @ x \in [-1, 4)
            correct @ x \in (-1,2) \cup (3,5) @ (-1,2)\cup(3,5)
            correct @ (-1,2) @ x\in(-1,2)
            correct @ x\in\{1,2\} @ \{1,2\}
            correct @ x\in\{1,2\} @ 1,2
            correct @ \{1,2\} @ x=1,x=2
            correct @ 1 @ \{1\}
            correct @ \{1\} @ 1
            correct @ (1,2),(3,4) @ (3,4),(1,2)
            correct @ (1,2),(3,4) @ \{(1,2),(3,4)\}
            correct @ (1,2) \text{ and } (3,4) @ (3,4), (1,2)
            correct @ \frac{x}{2} < 3 @ x < 6
            correct @ x=\frac{1}{2} @ \frac{1}{2}
            correct @ 1/2 @ x=\frac{1}{2}
            correct @ n=5 @ \boxed{n = 5}
            correct @ 5 @ Therefore, $n = \boxed{5}$.
            correct @ \textbf{(A)} @ A
            correct @ (C) @ \text{C}
            correct @ C @ The correct answer is C.
            correct @ C @ The correct option is (C) 12.
            correct @ D @ Answer: D) 15
            correct @ 17 @ **17**
            correct @ 17 @ The answer is **17**.
            correct @ 17 @ So the answer is $\mathbf{17}$.
            correct @ 17 @ ### Final Answer\n17
            correct @ 17 @ 17 is the answer.
            correct @ 9 @ which gives us $3^2 = 9$ ways.
            correct @ 42 @ Final Answer: The final answer is $42$. I hope it is correct.
            correct @ 42 @ Thus the answer: \[ 42 \]
            correct @ e^{2} @ e^2
            correct @ 2e @ e+e
            correct @ \frac{e^x+e^{-x}}{2} @ \cosh x
            correct @ \ln 2 @ \log_e 2
            correct @ 1.5 @ \frac{3}{2}
            correct @ 1.5 @ 1\frac12
            correct @ 0.1 @ 10^{-1}
            correct @ $-\frac{1}{2}$ @ $-.5$
            correct @ 3\sqrt{13} @ \sqrt{117}
            correct @ \sqrt{\frac{1}{2}} @ \frac{\sqrt2}{2}
            correct @ \frac{\sqrt{6}-\sqrt{2}}{4} @ \sin 15^\circ
            correct @ 16\pi @ 16\pi \text{ square units}
            correct @ 4\text{ and }-4 @ \pm 4
            correct @ 4 @ 4.0
            correct @ 4 @ 4.
            correct @ 1011_2 @ 11_{10}
            correct @ \text{16}_{10} @ 16
            correct @ 10 \text{ minutes} @ 10
            correct @ \text{10 minutes} @ 10
            correct @ 10:3 @ \frac{10}{3}
            correct @ 3+\sqrt{2} @ \sqrt{2}+3
            wrong @ 3+\sqrt{2} @ 3-\sqrt{2}
            wrong @ \frac{1}{2} @ 2
            wrong @ -5 @ 5
            wrong @ x+1 @ x-1
            wrong @ [1,2) @ (1,2]
            wrong @ 25 @ 25x
            wrong @ \sin x @ \cos x
            wrong @ \frac{\pi}{3} @ \frac{\pi}{4}
            wrong @ 2,3 @ 2,3,4
            wrong @ 2,3 @ 2
            wrong @ (3,4) @ (3,-4)
            wrong @ x<3 @ x>3
            wrong @ 0.25 @ 0.52
            wrong @ \{1,2,3\} @ \{1,2,4\}
            wrong @ 100 @ 1000
            correct @ x^4 - 1 @ (x^2+1)(x-1)(x+1)
            correct @ 5x - 7y + 11z + 4 = 0 @ 10x-14y+22z+8=0
            correct @ $\frac{3}{7}$ @ $\dfrac{3}{7}$.
            correct @ $\frac 59$ @ \frac{5}{9}
            correct @ 11\frac{1}{2} @ 11.5
            correct @ $18.90 @ 18.9
            correct @ \$18.90 @ 18.90 dollars
            correct @ 2.0000000001 @ 2
            correct @ 0.30000000000000004 @ 0.3
            correct @ 6 @ six
            correct @ 12 \text{ inches} @ 1 foot
            correct @ k=-2 \text{ or } k=2 @ k=\pm2
            correct @ p=3,q=4 @ (p,q)=(3,4)
            correct @ (p,q)=(3,4) @ (3,4)
            correct @ \frac{a^2-b^2}{a-b} @ a+b
            correct @ 6+9i @ 9i+6
            correct @ \cot\theta @ \frac{1}{\tan\theta}
            correct @ \binom{n}{2} @ \frac{n(n-1)}{2}
            correct @ 2\cos^2x-1 @ \cos 2x
            correct @ f^{-1}(x)=x+1 @ x+1
            correct @ x_1=1, x_2=2 @ 1,2
            correct @ \frac{2\sqrt{5}}{5} @ \frac{2}{\sqrt{5}}
            correct @ 1-i @ -i+1
            correct @ 4^{1/3} @ \sqrt[3]{4}
            correct @ \text{No} @ no
            correct @ False @ false
            correct @ odd @ \text{odd}
        """);

    [Fact]
    public void Last_lines_of_word_problems_are_read() => AnswerCases.Check(
        """
            correct @ 10 @ The answer is 20% of 50 = 10.
            correct @ 5 @ about 5 miles
            correct @ 12 @ The answer is exactly 12 minutes long.
            correct @ 1200.5 @ That makes $1,200.50 in total.
            correct @ 18 @ #### $18
            correct @ 18 @ So the final answer is \boxed{\$18}.
            correct @ 18 @ \boxed{18 \text{ dollars}}
            correct @ 3 @ **Answer: $3**
            correct @ 2.5 @ The answer is 5 / 2 = 2.5.
            correct @ 8 @ Total = 5 apples + 3 = 8 apples
            correct @ 18 @ She makes 9 * 2 = $18 every day.|NL|The answer is $18 every day at the market.
            correct @ 540 @ He runs 3*3*60=540 meters a week. So the answer: 540 meters.
            correct @ 20 @ Wendi needs 20 cups of feed in the final meal.
            correct @ 64 @ So he needs to pay 16 + 8*5 = $64 for the glasses
            correct @ 260 @ ... for a total of 160+100=260 sheep.
            correct @ 45 @ He is 45 miles from home
            correct @ 460 @ His pay is 40*10 = 400, plus 5*12 = 60, so 400+60 = $<<400+60=460>>460
            correct @ 366 @ final answer: 366.
            correct @ 694 @ final answer = 694
            correct @ 13 @ Final Answer: x = 13 years
            correct @ 18 @ ANSWER: 18
            correct @ 5.5 @ Answer: 5.5 hours
            correct @ 7 @ The final answer is therefore 7.
            correct @ 7 @ Thus, the final answer would be 7 apples.
            correct @ -4 @ The answer is -4.
            correct @ 1/4 @ The probability is 1/4.
            correct @ 100 @ $100
            correct @ 100 @ 100 $
            correct @ 50 @ 50 %
            correct @ 3 @ Final answer: three
            open @ 7 @ answer is 8. Wait, 7 is not it.
            open @ 18 @ The answer is 26. I would have guessed 18
            open @ 3 @ #### 33
            open @ 12 @ **Answer: 1.2**
        """);

    [Fact]
    public void Near_misses_are_told_apart() => AnswerCases.Check(
        """
            open @ 5 @ 5 or 6
            open @ 2 @ x=2 or x=3
            open @ 12 @ 1,2
            open @ \frac12 @ \frac12 x
            open @ 3 @ \sqrt{3}
            open @ 5 @ 5^2
            open @ 7 @ 7x
            open @ 4 @ 4!
            open @ 0 @ \emptyset
            open @ 1 @ -1
            open @ (1,2) @ (1,2,3)
            open @ [0,1] @ (0,1)
            open @ \pi @ 3.1
            open @ \sqrt{2} @ 1.4
            open @ \sqrt{2} @ 1.42
            open @ 12 @ 21
            open @ -2 < x < 2 @ -2 \le x < 2
            open @ x = 1 @ x \ne 1
            open @ \frac{1}{3} @ 0.3
            open @ 1000 @ 1,00,0
            open @ 10 @ 10^2
            open @ A @ The answer is (B), not (A).
            open @ 42 @ I do not know.
            open @ 3 @ 3 4
            open @ x^2 @ x^{-2}
            open @ \log 2 @ \ln 2
            open @ 2x @ x+2
            open @ 15 @ 15 + k
            open @ \infty @ 1/0
            open @ 5 @ \frac{5}{0}
            open @ 1/0 @ 1/0+1
            open @ \{1,2\} @ [1,2]
            open @ \text{blue} @ \text{red}
            open @ (2,3] @ [2,3)
            open @ 30^\circ @ 60^\circ
            open @ 90^\circ @ \pi
            open @ 10\% @ 0.01
            open @ 10\% @ 1
            open @ \begin{pmatrix}1&2\\3&4\end{pmatrix} @ \begin{pmatrix}1&3\\2&4\end{pmatrix}
            open @ 1,2,3 @ 1,2
            open @ 1,2 @ 1,2,3
            open @ x+y=3 @ x-y=3
            open @ 2\sqrt{2} @ 2.8
            open @ 16385 @ 16386
            open @ 123456789012345678901234567890 @ 123456789012345678901234567891
            open @ 0.1 @ 0.11
            open @ 0.10 @ 0.1000001
            open @ 5 @ 5i
            open @ (x-1)^2 @ x^2-1
            open @ y=x @ y=-x
            open @ y=2x @ y=2
            open @ no solution @ 0
            open @ 10:20 @ 20:10
            open @ \frac{2}{3} @ \frac{3}{2}
            correct @ \frac{2}{3} @ $\frac23$ of the cake
            open @ 11\frac{1}{2} @ \frac{11}{2}
            correct @ x^{2n} @ (x^n)^2
            correct @ (a+b)(c+d) @ ac+ad+bc+bd
            correct @ x^3+3x^2+3x+1 @ (1+x)^3
            correct @ \frac{x+2}{7} @ \frac{x}{7}+\frac{2}{7}
            correct @ 2x+4y-3=0 @ y=-\frac12x+\frac34
            correct @ -x\ge-1 @ x\le1
            correct @ $7$ @ 7 \pmod{11}
            correct @ 3 @ x \equiv 3 \pmod 7
            correct @ x \equiv 3 \pmod 7 @ 3
            correct @ 14916 @ 14{,}916
            correct @ 0 @ 0.0
            correct @ 3 \text{ or } 4 @ 4, 3
            correct @ \text{3 and 4} @ 3, 4
            correct @ \frac{5\pi}{6} @ 150^\circ
            correct @ 8\text{ hours} @ 8\text{ hrs}
            correct @ \mathbb{R} @ (-\infty,\infty)
            correct @ \mathbb{R} @ \text{all real numbers}
            correct @ (-\infty,-3]\cup[2,\infty) @ x\in(-\infty,-3]\cup[2,\infty)
            correct @ x\le-3\text{ or }x\ge2 @ (-\infty,-3]\cup[2,\infty)
            correct @ x \leq -3 , x\geq 2 @ (-\infty,-3]\cup[2,\infty)
            correct @ x>2 \text{ and } x<5 @ 2<x<5
            correct @ \left[\frac{1}{2},\infty\right) @ [0.5,\infty)
            correct @ \left(-\infty, \frac{1}{2}\right] @ x\in(-\infty,0.5]
            correct @ 5\sqrt[4]{2} @ 5\cdot2^{0.25}
            correct @ \frac{3\sqrt{3}}{4} @ \frac{3}{4}\sqrt{3}
            correct @ 1 + \sqrt{2} @ x=1+\sqrt{2}
            correct @ 12x^2y @ 12yx^2
        """);
}
