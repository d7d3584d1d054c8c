namespace SynthFarm.Core.Tests.Answers;

/// <summary>
/// Pairs by kind: expected verdict @ gold answer @ answer @ statement. "open" is wrong or unknown: not correct, and which of the two is left open.
/// </summary>
public class EquivalenceCaseTests
{
    [Fact]
    public void Numbers_are_compared() => AnswerCases.Check(
        """
            correct @ 1,234,567 @ 1234567
            correct @ 0.5 @ .5
            correct @ 3.5 @ 3,5
            wrong @ 12 @ 12.5
            correct @ 5000 @ 5{,}000
            correct @ 12345 @ 12\,345
            correct @ 1e3 @ 1000
            correct @ 2.5e-3 @ 0.0025
            correct @ 1.6 \times 10^5 @ 160000
            correct @ 160000 @ 1.6\cdot10^{5}
            correct @ 3\frac{1}{2} @ 7/2
            correct @ 7/2 @ 3 1/2
            correct @ -1\frac{1}{2} @ -1.5
            correct @ 0.\overline{3} @ 1/3
            correct @ \frac{1}{3} @ 0.333333
            correct @ 1/3 @ 0.3333
            wrong @ 1/3 @ 0.3
            wrong @ 1/3 @ 0.34
            wrong @ 1/8 @ 0.13
            correct @ 2/3 @ 0.67
            wrong @ 2/3 @ 0.66
            correct @ -5 @ −5
            correct @ \frac{-1}{2} @ -\frac{1}{2}
            correct @ 10 @ $10
            correct @ 10 @ \$10.00
            correct @ 10 @ 10 dollars
            correct @ 10 @ 10\text{ dollars}
            correct @ 100 @ 100^\circ
            correct @ \frac{\pi}{2} @ 90^\circ
            correct @ 90 @ 90 degrees
            correct @ 5\text{ cm} @ 5
            correct @ 5 @ 5 cm
            correct @ 5\text{ cm} @ 50 mm
            wrong @ 5\text{ cm} @ 5 m
            wrong @ 5 hours @ 5 miles
            correct @ 12 @ 12 apples
            correct @ 2 hours @ 120 minutes
            correct @ 16 m^2 @ 16
            correct @ 16 @ 16 square meters
            correct @ 16 @ 16\text{ cm}^2
            correct @ 50\% @ 0.5
            correct @ 50\% @ 50
            correct @ 50 @ 50\%
            correct @ 0.5 @ 50\%
            wrong @ 50\% @ 5
            wrong @ 0.5 @ 5\%
            open @ 50 @ 0.5
            correct @ 2^{10} @ 1024
            correct @ 5! @ 120
            correct @ \binom{5}{2} @ 10
            correct @ \sqrt{12} @ 2\sqrt{3}
            correct @ \frac{1}{\sqrt{2}} @ \frac{\sqrt{2}}{2}
            correct @ \sqrt{2}\sqrt{3} @ \sqrt6
            correct @ \sqrt[3]{16} @ 2\sqrt[3]{2}
            correct @ \frac{1+\sqrt5}{2} @ \frac{2}{\sqrt{5}-1}
            wrong @ \sqrt{2} @ \sqrt{3}
            correct @ \sqrt{2} @ 2^{1/2}
            correct @ \sqrt{2} @ 1.41421
            correct @ \sqrt{3+2\sqrt{2}} @ 1+\sqrt{2}
            correct @ \pi @ 3.14159265
            wrong @ \pi @ 22/7
            correct @ 2\pi @ 6.283185
            correct @ 2pi @ 2\pi
            correct @ e^2 @ e*e
            correct @ \log_2 8 @ 3
            correct @ \ln e @ 1
            correct @ \sin 30^\circ @ 1/2
            correct @ \sin\frac{\pi}{6} @ \frac12
            correct @ \cos(\pi) @ -1
            wrong @ \cos(\pi) @ 1
            correct @ i^2 @ -1
            correct @ \frac{1}{i} @ -i
            correct @ (1+i)^2 @ 2i
            correct @ 3+4i @ 4i+3
            wrong @ 3+4i @ 3-4i
            correct @ 5 @ five
        """);

    [Fact]
    public void Expressions_are_compared() => AnswerCases.Check(
        """
            correct @ x^2+2x+1 @ (x+1)^2
            correct @ \frac{x^2-1}{x-1} @ x+1
            wrong @ x^2+1 @ x^2+2
            correct @ 2x+3 @ 3+2x
            correct @ 2(x+3) @ 2x+6
            correct @ \sin^2 x+\cos^2 x @ 1
            correct @ \sin 2x @ 2\sin x\cos x
            correct @ 2^{n+1} @ 2\cdot2^n
            wrong @ 2^{n} @ 2^{n+1}
            correct @ e^{x+y} @ e^x e^y
            correct @ \ln(ab) @ \ln a+\ln b
            correct @ \sqrt{x^2} @ |x|
            wrong @ \sqrt{x^2} @ x
            correct @ n! @ n\cdot(n-1)!
            correct @ f(x)=x^2 @ x^2
            correct @ y=2x+1 @ 2x+1
            correct @ 2x+1 @ y=2x+1
            correct @ y=2x+1 @ 2x-y+1=0
            correct @ x^2+y^2=1 @ 1=y^2+x^2
            wrong @ x^2+y^2=1 @ x^2+y^2=2
            correct @ xy @ yx
            correct @ \frac{ab}{2} @ \frac12 ab
            correct @ x=5 @ 5
            correct @ 5 @ x=5
            correct @ x = 2, 3 @ 2, 3
            correct @ x=2 @ 2=x
            wrong @ x=2 @ x=3
        """);

    [Fact]
    public void Points_and_sets_are_compared() => AnswerCases.Check(
        """
            correct @ 1,2 @ 2,1
            correct @ 1, 2 @ \{1,2\}
            correct @ \{1,2,3\} @ \{3,2,1\}
            wrong @ \{1,2,3\} @ \{1,2\}
            correct @ (1,2) @ ( 1 , 2 )
            wrong @ (1,2) @ (2,1)
            correct @ (1,2) @ \left(1,2\right)
            correct @ (\frac12,3) @ (0.5, 3)
            wrong @ (1,2) @ [1,2]
            wrong @ (1,2) @ (1,2]
            correct @ x=1, y=2 @ (1,2)
            correct @ (1,2) @ x=1, y=2
            correct @ x=1,y=2 @ y=2,x=1
            correct @ x=1 \text{ or } x=2 @ 1,2
            correct @ \pm 2 @ 2,-2
            correct @ x = \pm 2 @ -2, 2
            correct @ 1\pm\sqrt2 @ 1+\sqrt2, 1-\sqrt2
            correct @ -3, 3 @ \pm3
            correct @ 1,2,3 @ 1, 2 and 3
            correct @ 12, 13 @ 12 \text{ and } 13
            correct @ \begin{pmatrix}1\\2\end{pmatrix} @ (1,2)
            correct @ \begin{pmatrix}1\\2\end{pmatrix} @ \begin{bmatrix}1\\2\end{bmatrix}
            wrong @ \begin{pmatrix}1&2\end{pmatrix} @ \begin{pmatrix}1\\2\end{pmatrix}
            wrong @ \begin{pmatrix}1&2\\3&4\end{pmatrix} @ \begin{pmatrix}1&2\\3&5\end{pmatrix}
            correct @ (1,100) @ (1,100)
            correct @ (1,100) @ (1, 100)
            correct @ \langle 1,2,3\rangle @ (1,2,3)
            correct @ 3:2 @ 3/2
            correct @ 3:2 @ 6:4
            correct @ 1:2:3 @ 2:4:6
        """);

    [Fact]
    public void Intervals_and_conditions_are_compared() => AnswerCases.Check(
        """
            correct @ [0,1] @ x\in[0,1]
            correct @ 0\le x\le1 @ [0,1]
            open @ [0,1] @ 0\le x\le1
            wrong @ [0,1) @ [0,1]
            wrong @ [0,1) @ (0,1)
            unknown @ (-\infty,1)\cup(1,\infty) @ x\ne1
            not wrong @ (-\infty,1)\cup(1,\infty) @ \mathbb{R}\setminus\{1\}
            correct @ x\ne1 @ (-\infty,1)\cup(1,\infty)
            correct @ (1,2)\cup(3,4) @ (3,4)\cup(1,2)
            correct @ [0,1)\cup[1,2] @ [0,2]
            correct @ x>5 @ 5<x
            correct @ x>5 @ (5,\infty)
            correct @ x < -1 \text{ or } x > 1 @ (-\infty,-1)\cup(1,\infty)
            correct @ 1 < x < 3 @ 3 > x > 1
            correct @ x \geq 3 @ x \ge 3
            wrong @ x>3 @ x\ge3
            correct @ 2x>6 @ x>3
            correct @ x+y\le 1 @ y+x-1\le0
            wrong @ x+y\le 1 @ x+y\ge1
            correct @ \{x \mid x > 1\} @ x>1
            correct @ (-\infty, \sqrt{2}] @ (-\infty, \sqrt 2]
            correct @ \emptyset @ \varnothing
            correct @ (0, \frac{1}{2}] @ (0, 0.5]
        """);

    [Fact]
    public void Bases_are_compared() => AnswerCases.Check(
        """
            correct @ 1112112_3 @ 1112112_{3}
            correct @ 101_2 @ 5_{10}
            correct @ 1112112_3 @ 1112112
            wrong @ 1112112_3 @ 1112122_3
            correct @ 41_5 @ 21_{10}
        """);
}
