using SynthFarm.Core.Hygiene.Triage;
using SynthFarm.Core.Problems;

namespace SynthFarm.Core.Tests.Hygiene;

public class ProblemTriageTests
{
    [Theory]
    [InlineData("Prove that there are infinitely many primes.", "proof")]
    [InlineData("Let n be odd. Show that n^2 - 1 is divisible by 8.", "Q.E.D.")]
    [InlineData("Let $x$ be real.\n\nProve: $x^2 \\ge 0$.", "trivial")]
    public void Calls_for_a_proof_are_proofs(string statement, string answer) => Assert.Contains(TriageClass.Proof, Classes(statement, answer));

    [Theory]
    [InlineData("Show that the sum is constant, and then. Find its value.", "17")]
    [InlineData("The company wants to prove that it can pay. How much does it need?", "300")]
    [InlineData("What do the figures prove?", "12")]
    public void Questions_with_a_value_are_no_proofs(string statement, string answer) => Assert.DoesNotContain(TriageClass.Proof, Classes(statement, answer));

    [Theory]
    [InlineData("In the figure, AB = 3. Find x.", true)]
    [InlineData("[asy] draw((0,0)--(1,1)); [/asy] What is the length?", true)]
    [InlineData("See ![](graph.png). What is f(2)?", true)]
    [InlineData("As shown below, the square has side 2.", true)]
    [InlineData("He earns a six-figure salary. How much is it after a raise of 10%?", false)]
    [InlineData("Figure out how many ways there are to draw a diagram of 3 points.", false)]
    [InlineData("Use the table below: | a | b |\n| 1 | 2 |. What is a + b?", false)]
    public void Statements_that_lean_on_a_figure_are_images(string statement, bool isImage) => Assert.Equal(isImage, Classes(statement, "5").Contains(TriageClass.Image));

    [Theory]
    [InlineData("(a) Find x. (b) Find y.", true)]
    [InlineData("Consider a cube. a) What is its volume? b) What is its surface?", true)]
    [InlineData("(i) Determine n. (ii) Prove that it is minimal.", true)]
    [InlineData("Part A: How long is it?\nPart B: How wide is it?", true)]
    [InlineData("Let f(a) and f(b) be equal. Find a + b.", false)]
    [InlineData("Points (1) and (2) are marked on a line of length 7.", false)]
    public void Several_questions_are_several_parts(string statement, bool isMultiPart) => Assert.Equal(isMultiPart, Classes(statement, "5").Contains(TriageClass.MultiPart));

    [Fact]
    public void Gold_of_a_choice_is_settled_between_letter_and_text()
    {
        const string statement = "Which number is prime? (A) 4 (B) 6 (C) 7 (D) 9";

        Assert.Equal(new GoldChoice('C', "7", true), Examine(statement, "C").Choice);
        Assert.Equal(new GoldChoice('C', "7", true), Examine(statement, "(C) 7").Choice);
        Assert.Equal(new GoldChoice('C', "7", false), Examine(statement, "7.0").Choice);
        var neither = Examine(statement, "E");
        Assert.Equal([TriageClass.MultipleChoice, TriageClass.MalformedAnswer], neither.Findings.Select(finding => finding.Class));
        Assert.Equal("the gold answer 'E' names none of the options A to D", neither.Findings[1].Reason);
        Assert.Equal(AnswerType.Choice, neither.AnswerType);
    }

    [Theory]
    [InlineData("What is the capital?\nA. Paris\nB. Rome\nC. Oslo", "A", true)]
    [InlineData("Choose: $\\textbf{(A)}\\ 1 \\qquad \\textbf{(B)}\\ 2 \\qquad \\textbf{(C)}\\ 3$", "B", true)]
    [InlineData("Triangle ABC has A = 30 and B = 60. What is C?", "90", false)]
    public void Options_make_a_choice(string statement, string answer, bool isChoice) => Assert.Equal(isChoice, Classes(statement, answer).Contains(TriageClass.MultipleChoice));

    [Theory]
    [InlineData("Is 7 prime?", "Yes", TriageClass.YesNo)]
    [InlineData("Is 8 prime?", "\\text{False}", TriageClass.YesNo)]
    [InlineData("What is it?", null, TriageClass.MissingAnswer)]
    [InlineData("What is it?", "N/A", TriageClass.MissingAnswer)]
    [InlineData("What is it?", "see solution", TriageClass.MissingAnswer)]
    [InlineData("What is it?", "\\frac{1}{2", TriageClass.MalformedAnswer)]
    [InlineData("What is it?", "It can be shown that no such number exists", TriageClass.MalformedAnswer)]
    [InlineData("What is it?", "(a) 5; (b) 7", TriageClass.MalformedAnswer)]
    [InlineData("What is it?", "12\n15", TriageClass.MalformedAnswer)]
    public void Answers_that_cannot_be_compared_with_are_told(string statement, string? answer, TriageClass expected) => Assert.Equal([expected], Classes(statement, answer));

    [Theory]
    [InlineData("42", AnswerType.WholeNumber)]
    [InlineData("$1{,}250$", AnswerType.WholeNumber)]
    [InlineData("-3.5", AnswerType.DecimalNumber)]
    [InlineData("\\frac{3}{4}", AnswerType.Fraction)]
    [InlineData("-7/2", AnswerType.Fraction)]
    [InlineData("35\\%", AnswerType.Percentage)]
    [InlineData("12\\text{ cm}", AnswerType.Quantity)]
    [InlineData("45^\\circ", AnswerType.Quantity)]
    [InlineData("2\\sqrt{3}", AnswerType.Expression)]
    [InlineData("x^2+1", AnswerType.Expression)]
    [InlineData("y = 2x", AnswerType.Relation)]
    [InlineData("1, 2, 3", AnswerType.List)]
    [InlineData("\\pm 2", AnswerType.List)]
    [InlineData("(1, 2)", AnswerType.Tuple)]
    [InlineData("[0, \\infty)", AnswerType.Tuple)]
    [InlineData("\\{1, 2\\}", AnswerType.Set)]
    [InlineData("(-\\infty,0)\\cup(1,2)", AnswerType.Set)]
    [InlineData("\\begin{pmatrix}1\\\\2\\end{pmatrix}", AnswerType.Matrix)]
    [InlineData("Paris", AnswerType.Words)]
    [InlineData("twelve", AnswerType.WholeNumber)]
    [InlineData("He has 3 left. #### 3", AnswerType.WholeNumber)]
    public void Plain_problems_have_a_type_and_no_findings(string answer, AnswerType type)
    {
        var report = Examine("What is it?", answer);

        Assert.Equal((true, type), (report.IsPlain, report.AnswerType));
    }

    [Fact]
    public void Problems_of_a_family_are_plain()
    {
        var problem = ProblemFamilies.Arithmetic.Generate(new Core.Randomness.StableRandom(1), 3, FamilySplit.All);

        Assert.Equal((true, AnswerType.WholeNumber), (ProblemTriage.Examine(problem).IsPlain, ProblemTriage.Examine(problem).AnswerType));
    }

    private static IEnumerable<TriageClass> Classes(string statement, string? answer) => Examine(statement, answer).Findings.Select(finding => finding.Class);

    private static TriageReport Examine(string statement, string? answer) =>
        ProblemTriage.Examine(Problem.Create(new ProblemFields { Statement = statement, Answer = answer }));
}
