namespace SynthFarm.Core.Tests.Answers;

/// <summary>
/// Pairs written by hand before the checker was run on any of them, labelled as a mathematician would; docs/answers.md tells how many agreed at first.
/// Expected verdict @ gold answer @ answer; "open" is anything but correct.
/// </summary>
public class HeldOutPairTests
{
    [Fact]
    public void Integers_and_decimals_are_compared() => AnswerCases.Check(
        """
            correct @ 42 @ 42.
            correct @ 42 @ \boxed{42}
            correct @ 007 @ 7
            correct @ -17 @ $-17$
            open @ -17 @ 17
            correct @ 1000000 @ 10^6
            open @ 120 @ 12
            open @ 3 @ 13
            correct @ 204 @ The answer is \boxed{\textbf{204}}.
            correct @ 17 @ \boxed{\mathbf{17}}
            correct @ 0 @ -0
            correct @ 3.10 @ 3.1
            open @ 3.14 @ 3.15
            correct @ 0.125 @ \dfrac18
            correct @ -.75 @ -0.75
            open @ 0.75 @ 0.075
            correct @ 2.0 @ 2
            open @ 0.5 @ 5
        """);

    [Fact]
    public void Fractions_and_mixed_numbers_are_compared() => AnswerCases.Check(
        """
            correct @ \frac{7}{3} @ 7/3
            correct @ \frac{14}{6} @ \frac73
            open @ \frac{7}{3} @ \frac{3}{7}
            correct @ \frac{-3}{4} @ -\dfrac{3}{4}
            correct @ -\frac{3}{4} @ \frac{3}{-4}
            correct @ \tfrac{5}{8} @ 0.625
            correct @ {5 \over 8} @ \frac58
            correct @ \cfrac{1}{2} @ 1/2
            open @ \frac{5}{8} @ 0.652
            correct @ \frac{22}{7} @ 22 / 7
            open @ \frac{1}{2} @ \frac{1}{2}x
            correct @ 2\frac{3}{5} @ 13/5
            correct @ 2.6 @ 2\ \frac{3}{5}
            correct @ 4 1/4 @ 4.25
            open @ 2\frac{3}{5} @ 6/5
            correct @ -2\tfrac12 @ -\frac52
            correct @ 11\frac{1}{9} @ \frac{100}{9}
        """);

    [Fact]
    public void Percentages_and_thousands_are_compared() => AnswerCases.Check(
        """
            correct @ 35\% @ 35%
            correct @ 35 @ 35 percent
            correct @ 35\% @ 35
            correct @ 12.5\% @ \boxed{12.5\%}
            open @ 35\% @ 53\%
            correct @ 40\% @ 40 \text{ percent}
            open @ 40\% @ 4\%
            correct @ 33\frac{1}{3}\% @ \frac{100}{3}\%
            correct @ 62.5\% @ \frac{5}{8}
            correct @ 12,345,678 @ 12345678
            correct @ 1{,}250 @ 1250
            correct @ 45\,000 @ 45000
            correct @ 45000 @ 45 000
            correct @ 2,500 @ 2{,}500.00
            open @ 12,345 @ 12,354
            correct @ 58,\!500 @ 58500
            open @ 58,\!500 @ 585
        """);

    [Fact]
    public void Units_currency_and_degrees_are_compared() => AnswerCases.Check(
        """
            correct @ 12\text{ cm} @ 12
            correct @ 12 @ 12 cm
            correct @ 12\text{ cm}^2 @ 12 \text{ square centimeters}
            correct @ 3\text{ hours} @ 180\text{ minutes}
            open @ 3\text{ hours} @ 3\text{ minutes}
            correct @ 60 \text{ mph} @ 60\text{ miles per hour}
            correct @ 2\ \mathrm{km} @ 2000\ \mathrm{m}
            correct @ 15 @ 15\text{ feet}
            correct @ 24\pi\ \text{in}^3 @ 24\pi
            open @ 12\text{ cm} @ 21\text{ cm}
            correct @ 9.8\,\mathrm{m/s^2} @ 9.8 m/s^2
            correct @ 18 @ 18\text{ apples}
            correct @ 5\text{ kg} @ 5000 g
            correct @ 36\,\text{units}^2 @ 36
            correct @ 7\frac12\text{ inches} @ 7.5
            correct @ \$15 @ 15 dollars
            correct @ \$3.50 @ 3.5
            correct @ 18.90 @ \$18.90
            correct @ \$1,200 @ $1200
            correct @ 25\text{ cents} @ 25
            correct @ €40 @ 40
            open @ \$15 @ \$1.5
            correct @ 0.75 @ \$0.75
            correct @ \$32{,}348 @ 32348
            open @ $10 @ $100
            correct @ 45^\circ @ 45
            correct @ 45^{\circ} @ 45 degrees
            correct @ 60 @ 60°
            open @ 45^\circ @ 54^\circ
            correct @ 120^\circ @ \angle ABC = 120^\circ
            correct @ \frac{360}{7}^\circ @ 51\frac{3}{7}
            correct @ 90 \text{ degrees} @ 90^{\circ}
            correct @ 3:45\text{ p.m.} @ 3:45 PM
            correct @ 3:5 @ 3 : 5
            open @ 3:5 @ 5:3
        """);

    [Fact]
    public void Scientific_notation_radicals_and_powers_are_compared() => AnswerCases.Check(
        """
            correct @ 3\times10^8 @ 300000000
            correct @ 6.02\times 10^{23} @ 6.02e23
            correct @ 4.5 \cdot 10^{-3} @ 0.0045
            open @ 3\times10^8 @ 3\times10^7
            correct @ 0.00012 @ 1.2 × 10^{-4}
            correct @ 1.5E6 @ 1500000
            correct @ 7 \times 10^{-2} @ .07
            open @ 4.5\times10^{-3} @ 4.5\times10^{3}
            correct @ 2\sqrt{3} @ \sqrt{12}
            correct @ \frac{\sqrt{2}}{2} @ \frac{1}{\sqrt{2}}
            correct @ \sqrt{3} @ √3
            correct @ 3\sqrt[3]{2} @ \sqrt[3]{54}
            open @ 2\sqrt{3} @ 3\sqrt{2}
            correct @ 5\sqrt{5} @ 5sqrt(5)
            correct @ \sqrt{7}-2 @ \frac{3}{\sqrt{7}+2}
            correct @ \sqrt2+\sqrt3 @ \sqrt{5+2\sqrt6}
            open @ \sqrt2+\sqrt3 @ \sqrt{5}
            correct @ 10\sqrt{2} @ 10 * 2^(1/2)
            correct @ \sqrt{\frac{3}{5}} @ \frac{\sqrt{15}}{5}
            correct @ 4\sqrt{13} @ 4 \sqrt {13}
            correct @ \sqrt{13} @ \sqrt13
            open @ \sqrt{13} @ 13
            correct @ 2^{10} @ 1024
            correct @ 2^{2024} @ 4^{1012}
            open @ 2^{2024} @ 2^{2023}
            correct @ 3^{-2} @ \frac19
            correct @ 8^{2/3} @ 4
            correct @ 2^{100}-1 @ 2^{100} - 1
            correct @ 10^{-3} @ 0.001
            correct @ x^{1/2} @ \sqrt{x}
            correct @ 5! @ 120
            correct @ \binom{10}{3} @ 120
            open @ 6! @ 120
            correct @ 7^{2010}\cdot 2 @ 2\cdot 7^{2010}
        """);

    [Fact]
    public void Constants_and_functions_are_compared() => AnswerCases.Check(
        """
            correct @ 4\pi @ 12.566370614359172
            correct @ \frac{\pi}{2} @ π/2
            correct @ e^2 @ e^{2}
            correct @ 2\pi r @ 2 \pi r
            open @ 4\pi @ 4
            open @ \pi^2 @ 2\pi
            correct @ \frac{3\pi}{4} @ 0.75\pi
            correct @ 36\pi @ 36 pi
            correct @ \ln 2 @ \ln(2)
            correct @ \ln 8 @ 3\ln 2
            correct @ \log_2 8 @ 3
            correct @ e^{\ln 5} @ 5
            correct @ \frac{1}{e} @ e^{-1}
            correct @ \cos 60^\circ @ \frac12
            open @ \sin\frac{\pi}{3} @ \frac12
            correct @ \tan(\pi/4) @ 1
            correct @ \frac{\pi}{4} @ \arctan 1
            correct @ 3+4i @ 4i+3
            correct @ \frac{1}{1+i} @ \frac{1-i}{2}
            open @ 3+4i @ 3-4i
            correct @ i^2 @ -1
            correct @ e^{i\pi/3} @ \frac12+\frac{\sqrt3}{2}i
            correct @ \cos 60^\circ + i\sin 60^\circ @ e^{i\pi/3}
        """);

    [Fact]
    public void Intervals_and_inequalities_are_compared() => AnswerCases.Check(
        """
            correct @ (2,5] @ \left(2, 5\right]
            correct @ [0,\infty) @ [0,+\infty)
            correct @ x<3 @ (-\infty,3)
            open @ (-\infty,3) @ x<3
            correct @ -1\le x<4 @ [-1,4)
            open @ (2,5] @ (2,5)
            open @ (2,5] @ [2,5]
            correct @ (-\infty,-1)\cup(1,\infty) @ (1,\infty)\cup(-\infty,-1)
            open @ (-\infty,-1)\cup(1,\infty) @ (-1,1)
            correct @ [\frac12,2] @ [0.5,2]
            correct @ (-1,0)\cup(0,1) @ (-1,1)\setminus\{0\}
            correct @ \mathbb{R}\setminus\{2\} @ (-\infty,2)\cup(2,\infty)
            correct @ x\in[3,7] @ [3,7]
            correct @ (0,1) \cup (1,2) @ (0,1)∪(1,2)
            correct @ [0,1) @ [0,1[
            open @ [0,1) @ [0,1]
            correct @ x\ge 5 @ 5\le x
            correct @ x>2 @ x > 2
            open @ x>2 @ x\ge 2
            open @ x>2 @ x<2
            correct @ 0<x<1 @ 1>x>0
            correct @ -3\leq x\leq 3 @ |x|\leq 3
            correct @ |x|<2 @ -2<x<2
            correct @ x\neq 3 @ x\ne3
            correct @ a+b\ge c @ c\le a+b
            correct @ x<-1 \text{ or } x>4 @ (-\infty,-1)\cup(4,\infty)
            correct @ 2x>6 @ x>3
            open @ 5 @ x>5
            correct @ k>\frac{1}{4} @ k > 0.25
        """);

    [Fact]
    public void Sets_tuples_and_matrices_are_compared() => AnswerCases.Check(
        """
            correct @ \{1,2,3\} @ \{3,1,2\}
            correct @ \{1,2,3\} @ 1, 2, 3
            correct @ 1,2,3 @ \{1,2,3\}
            open @ \{1,2,3\} @ \{1,2\}
            open @ \{1,2\} @ \{1,2,3\}
            correct @ \emptyset @ \varnothing
            correct @ \emptyset @ \{\}
            correct @ \{-2,2\} @ \pm 2
            correct @ \{\frac12,3\} @ {0.5, 3}
            correct @ 3, -3 @ x = 3 \text{ or } x = -3
            correct @ 2 \text{ and } 5 @ 2, 5
            correct @ 4, 6, 14, 15 @ 15,14,6,4
            open @ 4, 6, 14, 15 @ 4, 6, 14, 16
            correct @ \{x \mid x>2\} @ (2,\infty)
            correct @ \left\{0, \frac{\pi}{2}, \pi\right\} @ 0, \pi/2, \pi
            correct @ (3,-4) @ \left(3, -4\right)
            correct @ (3,-4) @ (3, -4.0)
            open @ (3,-4) @ (-4,3)
            correct @ (x,y)=(1,2) @ (1,2)
            correct @ (1,2) @ x=1, y=2
            correct @ \left(\frac{3}{2},-13\right) @ (1.5,-13)
            open @ (1,2,3) @ (1,2)
            correct @ (2,0),(0,2) @ (0,2),(2,0)
            correct @ \left( 3, \frac{\pi}{2} \right) @ (3, \pi/2)
            correct @ \begin{pmatrix}1&2\\3&4\end{pmatrix} @ \begin{bmatrix}1&2\\3&4\end{bmatrix}
            correct @ \begin{pmatrix} -\frac13 \\ 2 \end{pmatrix} @ \begin{pmatrix} -1/3 \\ 2 \end{pmatrix}
            open @ \begin{pmatrix}1&2\\3&4\end{pmatrix} @ \begin{pmatrix}1&3\\2&4\end{pmatrix}
            open @ \begin{pmatrix}1\\2\end{pmatrix} @ \begin{pmatrix}1&2\end{pmatrix}
            correct @ \left[\begin{array}{cc}1&0\\0&1\end{array}\right] @ \begin{pmatrix}1&0\\0&1\end{pmatrix}
            correct @ \begin{pmatrix}1&2\\3&4\end{pmatrix} @ [[1,2],[3,4]]
            correct @ \frac12\begin{pmatrix}2\\4\end{pmatrix} @ \begin{pmatrix}1\\2\end{pmatrix}
        """);

    [Fact]
    public void Equations_and_plus_minus_are_compared() => AnswerCases.Check(
        """
            correct @ x=7 @ 7
            correct @ 7 @ x=7
            correct @ y=2x+3 @ y = 3 + 2x
            correct @ y=2x+3 @ 2x-y+3=0
            open @ y=2x+3 @ y=3x+2
            correct @ x^2+y^2=25 @ y^2+x^2=25
            correct @ f(x)=x^2+1 @ x^2+1
            correct @ x^2+1 @ f(x)=x^2+1
            correct @ 12 @ 3\cdot 4=12
            correct @ 60 @ A = \frac12\cdot 10\cdot 12 = 60
            open @ 60 @ A = 60 + 5 = 65
            correct @ AB = 5 @ 5
            correct @ S=\frac{n(n+1)}{2} @ \frac{n^2+n}{2}
            correct @ x=2,y=-1 @ (x,y)=(2,-1)
            open @ x=2,y=-1 @ x=-1,y=2
            correct @ a=1,b=2,c=3 @ c=3, a=1, b=2
            correct @ \frac{x^2}{4}+\frac{y^2}{9}=1 @ 9x^2+4y^2=36
            correct @ \pm 3 @ 3, -3
            correct @ x=\pm\sqrt{2} @ \sqrt2,-\sqrt2
            open @ \pm 3 @ 3
            correct @ 1\pm\sqrt5 @ 1+\sqrt5, 1-\sqrt5
            correct @ \frac{-1\pm\sqrt{5}}{2} @ \frac{\sqrt5-1}{2}, -\frac{1+\sqrt5}{2}
            correct @ ±2 @ \pm2
            open @ 1\pm\sqrt5 @ 1\pm\sqrt3
        """);

    [Fact]
    public void Words_choices_and_bases_are_compared() => AnswerCases.Check(
        """
            correct @ \text{Monday} @ monday
            correct @ \text{No} @ No.
            open @ \text{Yes} @ No
            correct @ \text{even} @ \textbf{even}
            open @ \text{even} @ odd
            correct @ \text{Alice} @ The winner is \boxed{\text{Alice}}.
            correct @ \text{(C)} @ C
            correct @ C @ \boxed{\textbf{(C)}\ 12}
            open @ C @ \boxed{D}
            correct @ \text{no solution} @ No solutions
            correct @ \text{Infinitely many} @ infinitely many
            correct @ \text{ellipse} @ Ellipse
            correct @ New York @ new york
            open @ New York @ New Jersey
            correct @ \text{Navin} @ $\text{Navin}$
            correct @ \text{does not exist} @ Does not exist
            correct @ 2021_5 @ 2021_{5}
            correct @ 1101_2 @ 13_{10}
            correct @ 204_5 @ 204_{\text{five}}
            open @ 204_5 @ 204_6
            correct @ 4210_7 @ 4210
            correct @ 52_8 @ 52_{\text{eight}}
            correct @ 1234_5 @ \boxed{1234_5}
        """);

    [Fact]
    public void Polynomials_and_rational_expressions_are_compared() => AnswerCases.Check(
        """
            correct @ x^2+2x+1 @ (x+1)^2
            correct @ (x-2)(x+3) @ (x+3)(x-2)
            correct @ (x-2)(x+3) @ x^2+x-6
            open @ x^2+2x+1 @ x^2-2x+1
            correct @ 6a^2b-3ab^2 @ 3ab(2a-b)
            correct @ -x^3+4x @ x(2-x)(2+x)
            correct @ x^4-1 @ (x^2+1)(x-1)(x+1)
            correct @ 2x^3 - 5x^2 @ x^2(2x-5)
            open @ 2x^3-5x^2 @ 2x^3-5x
            correct @ n(n+1)/2 @ \frac{n(n+1)}{2}
            correct @ a^3-b^3 @ (a-b)(a^2+ab+b^2)
            correct @ 4x @ 4\cdot x
            correct @ y @ 1y
            correct @ \frac{x+1}{x-1} @ -\frac{x+1}{1-x}
            correct @ \frac{1}{x}+\frac1y @ \frac{x+y}{xy}
            open @ \frac{1}{x+y} @ \frac1x+\frac1y
            correct @ \frac{x^2-1}{x-1} @ x+1
            correct @ \frac{2x}{3} @ \frac{2}{3}x
            correct @ \frac{a}{b+c} @ a/(b+c)
            open @ \frac{a}{b+c} @ a/b+c
        """);

    [Fact]
    public void Answers_inside_prose_are_found() => AnswerCases.Check(
        """
            correct @ \frac{3}{4} @ Therefore, the probability is $\frac{3}{4}$.
            correct @ 12 @ Hence we get $x = 12$, which is what we wanted.
            correct @ 2\sqrt{5} @ The distance is $\sqrt{20} = 2\sqrt{5}$.
            correct @ 9 @ We add the parts.|NL||NL|**Final Answer:** 9
            correct @ 9 @ **Final Answer**|NL||NL|The final answer is $\boxed{9}$. I hope it is correct.
            correct @ 25 @ First I thought \boxed{24}, but checking again gives \boxed{25}.
            open @ 24 @ First I thought \boxed{24}, but checking again gives \boxed{25}.
            correct @ (1,2) @ Thus the lines meet at the point $(1,2)$.
            correct @ 7 @ <think>Maybe 8, so \boxed{8}?</think>|NL||NL|The answer is 7.
            correct @ B @ The correct choice is (B).
            correct @ B @ Answer: B) 12
            correct @ 12 @ ```json|NL|{"reasoning": "3 times 4", "answer": 12}|NL|```
            correct @ \frac{1}{3} @ The final answer is: $\boxed{\frac{1}{3}}$
            correct @ x^2 @ After simplifying we obtain|NL|\[|NL|\boxed{x^2}|NL|\]
            correct @ 100 @ The total comes to 100 dollars, so the answer is \$100.
            open @ 100 @ The answer is 10 because 100 / 10 = 10.
            correct @ 5 @ ANSWER: 5
            correct @ 1/2 @ By symmetry the answer must be 1/2.
            correct @ 144 @ So the area is \(\boxed{144}\) square units.
            correct @ 6 @ Final Answer: The final answer is $6$. I hope it is correct.
            correct @ -3 @ The minimum value is −3.
            correct @ (-2,3] @ So the solution set is $(-2, 3]$.
            correct @ \text{Tuesday} @ Counting seven days on, the answer is Tuesday.
            correct @ 16 @ We find $a=4$ and so $a^2 = \boxed{16}$ as the requested value of $a^2$ for $a=4$.
        """);

    /// <summary>Written after the first set had been run and the checker mended, before this one was run.</summary>
    [Fact]
    public void Second_set_of_pairs_is_compared() => AnswerCases.Check(
        """
            correct @ 3\frac{1}{7} @ \frac{22}{7}
            correct @ 1.25 @ 1\frac14
            correct @ 75\% @ \frac34
            correct @ 0.75 @ 75\%
            open @ 12\% @ 1.2\%
            correct @ 1,000,000 @ 10^{6}
            correct @ 3.0 \times 10^{4} @ 30{,}000
            correct @ \$2.50 @ 2.50 dollars
            correct @ 72\text{ km/h} @ 20\text{ m/s}
            correct @ 55\text{ mph} @ 55
            correct @ 2\text{ hours} @ 2 hrs
            open @ 2\text{ hours} @ 2\text{ days}
            correct @ 90^\circ @ \frac{\pi}{2}
            correct @ 5\sqrt{2} @ \sqrt{50}
            correct @ \frac{3}{\sqrt{3}} @ \sqrt{3}
            correct @ 2+\sqrt{3} @ \frac{1}{2-\sqrt{3}}
            open @ \sqrt{8} @ 4
            correct @ \sqrt[3]{16} @ 2\sqrt[3]{2}
            correct @ 2^{-3} @ 0.125
            correct @ e^{3} @ \exp(3)
            correct @ \frac{\pi^2}{6} @ \pi^2/6
            correct @ 3.14159 @ \pi
            correct @ \log_{10} 1000 @ 3
            correct @ 2\ln 3 @ \ln 9
            correct @ \sqrt{-4} @ 2i
            correct @ -1+i @ i-1
            correct @ 2e^{i\pi/2} @ 2i
            open @ e^{i\pi/3} @ e^{i\pi/6}
            correct @ ]0,1[ @ (0,1)
            correct @ [-2,2] @ [ -2 , 2 ]
            open @ (0,1) @ [0,1]
            correct @ |x-1|<3 @ (-2,4)
            correct @ |x|>2 @ x<-2 \text{ or } x>2
            open @ |x|<2 @ |x|\le2
            correct @ x \in (-\infty, 1) \cup (3, \infty) @ (-\infty,1)\cup(3,\infty)
            correct @ \{2, 4, 6\} @ 6, 4, 2
            correct @ \{(1,2),(2,1)\} @ (1,2),(2,1)
            open @ (1,2) @ \{1,2\}
            correct @ (0,-3) @ x=0, y=-3
            correct @ 2\begin{pmatrix}1&0\\0&1\end{pmatrix} @ \begin{pmatrix}2&0\\0&2\end{pmatrix}
            correct @ -\begin{bmatrix}1\\2\end{bmatrix} @ \begin{bmatrix}-1\\-2\end{bmatrix}
            open @ 2\begin{pmatrix}1\\2\end{pmatrix} @ \begin{pmatrix}2\\2\end{pmatrix}
            correct @ y = -\frac{1}{2}x + 3 @ x + 2y = 6
            correct @ 2x+3y=12 @ 4x+6y=24
            open @ y=x+1 @ y=x-1
            correct @ n=5 @ n = 5.0
            correct @ 3\pm2\sqrt2 @ 3+2\sqrt2 \text{ and } 3-2\sqrt2
            correct @ \text{obtuse} @ Obtuse
            open @ \text{acute} @ obtuse
            correct @ D @ (D)
            correct @ 1A_{16} @ 26_{10}
            correct @ (a+b)^2 @ a^2+2ab+b^2
            correct @ \frac{x^2-4}{x+2} @ x-2
            open @ (a+b)^2 @ a^2+b^2
            correct @ x(x+1)(x-1) @ x^3-x
            correct @ \frac{1}{2}\left(a+b\right) @ \frac{a+b}{2}
            correct @ \frac{a-b}{c} @ \frac{b-a}{-c}
            correct @ 12 @ Thus there are $\boxed{12}$ of them.
            correct @ 4 @ We have $2+2=4$, hence the value is 4.
            correct @ \frac{5}{6} @ So $P = 1 - \frac16 = \frac56$.
        """);
}
